"""The ladder: a rung for each step, made when it is looked at, painted in both themes."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.claims.rows import MoveRow
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.ladder import LadderPainter, Rung, Rungs
from claimtracker.gui.theme import apply_theme, colour

TODAY = date(2025, 5, 1)
STEP = MoveRow(
    claim_id=1,
    wording="in April",
    stated_on=date(2025, 3, 20),
    opens_on=date(2025, 4, 1),
    due_on=date(2025, 4, 30),
    latest_on=date(2025, 4, 30),
    slip_days=None,
    slip_days_strict=None,
    total_days=None,
    total_days_strict=None,
    claimant="Ann Lee",
    state=State.PASSED,
    verdict=Verdict.NOT_YET_RATED,
    moved_from=None,
    is_binned=False,
)
LATER = replace(
    STEP,
    claim_id=2,
    wording="by 10 April",
    due_on=date(2025, 4, 10),
    latest_on=date(2025, 4, 10),
    slip_days=-20,
    slip_days_strict=-20,
    total_days=-20,
    moved_from=1,
)
WITHDRAWN = replace(
    STEP,
    claim_id=3,
    wording="no specific number of days",
    opens_on=None,
    due_on=None,
    latest_on=None,
    claimant="Bo Ek",
    state=State.UNDATED,
    moved_from=2,
)


def rungs(*steps: MoveRow, here: int = 1) -> list[Rung]:
    made = [*Rungs(steps, here, TODAY)]
    assert all(isinstance(rung, Rung) for rung in made)
    return [rung for rung in made if isinstance(rung, Rung)]


def test_each_rung_says_words_day_speaker_window_and_slip() -> None:
    first, later, last = rungs(STEP, LATER, WITHDRAWN, here=2)
    assert (first.title, first.note) == ("“in April”", "Said Thu 20 Mar · Ann Lee")
    assert (first.days, first.slip, first.mark) == (
        "Tue 1 – Wed 30 Apr",
        "The first deadline",
        "Passed",
    )
    assert later.note == "This claim · said Thu 20 Mar · Ann Lee"
    assert (later.slip, later.total) == ("Brought forward by 20 days", "")
    assert (last.days, last.slip) == ("No date", "Withdrawn: no date any more")
    assert [rung.is_here for rung in (first, later, last)] == [False, True, False]
    assert [(rung.is_first, rung.is_last) for rung in (first, last)] == [
        (True, False),
        (False, True),
    ]


def test_the_total_stands_from_the_third_step_on() -> None:
    third = replace(LATER, claim_id=3, slip_days=5, slip_days_strict=5, total_days=-15)
    assert rungs(STEP, LATER, third)[2].total == "in all \N{MINUS SIGN}15"


def test_what_was_moved_later_or_given_up_is_seen_from_afar() -> None:
    later = replace(LATER, slip_days=20)
    assert [rung.slip_colour for rung in rungs(STEP, later, WITHDRAWN)] == [
        "muted",
        "grace",
        "grace",
    ]
    assert rungs(STEP, LATER)[1].slip_colour == "muted"


def test_the_whole_tells_state_and_verdict_of_the_step() -> None:
    rated = replace(STEP, verdict=Verdict.DISPUTED, is_binned=True)
    (rung,) = rungs(rated, here=9)
    assert rung.mark == "In the bin · Passed · Disputed"
    assert "State: Passed · Verdict: Disputed" in rung.whole
    (settled,) = rungs(replace(STEP, verdict=Verdict.BROKEN, state=State.SETTLED))
    assert settled.mark == "Broken"


def test_the_verdict_of_a_step_is_called_as_the_house_calls_it() -> None:
    rated = replace(STEP, verdict=Verdict.BROKEN)
    (rung,) = Rungs([rated], 9, TODAY, POLITIFACT)
    assert rung.mark == "Passed · Promise Broken"
    assert "Verdict: Promise Broken" in rung.whole


def test_what_is_not_known_is_said() -> None:
    (rung,) = rungs(replace(STEP, stated_on=None, wording="", claimant=""), here=9)
    assert (rung.title, rung.note) == ("No date named", "Day said not known")


def test_of_a_long_chain_only_what_is_looked_at_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [replace(STEP, claim_id=number) for number in range(10_000)]
    ladder = Rungs(steps, 7_000, TODAY)
    made: list[int] = []
    make = Rungs.make

    def noted(ladder: Rungs, row: int) -> Entry:
        made.append(row)
        return make(ladder, row)

    monkeypatch.setattr(Rungs, "make", noted)
    assert (len(ladder), ladder.row_of(7_000), ladder.row_of(-1)) == (10_000, 7_000, 0)
    assert made == []
    assert ladder[7_000].key == 7_000
    assert made == [7_000]


def _pictured(qtbot: QtBot, *steps: MoveRow, here: int) -> QImage:
    shown = EntryList("ladder", "Ladder")
    shown.setItemDelegate(LadderPainter(shown))
    qtbot.addWidget(shown)
    shown.resize(320, 300)
    shown.show_entries(Rungs(steps, here, TODAY))
    shown.show()
    return shown.grab().toImage()


def _has(image: QImage, token: str) -> bool:
    wanted = colour(token).rgb()
    return any(image.pixel(x, y) == wanted for x in range(28) for y in range(image.height()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_step_that_is_shown_has_a_full_dot_in_both_themes(
    qtbot: QtBot, qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, "light" if scheme == "light" else "dark")
    assert _has(_pictured(qtbot, STEP, LATER, here=2), "accent")
    assert not _has(_pictured(qtbot, STEP, LATER, here=9), "accent")
    apply_theme(qapp, "light")
