"""While a claim is entered, what looks said before is offered; nothing typed is lost by it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.claim_panel.said_before import Entered, SaidBeforeLine
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.unsaved import UnsavedBox
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter

DEAL = "Sign the minerals deal with Ukraine"
Settle = Callable[[], None]


@pytest.fixture
def line(panel: ClaimPanel) -> SaidBeforeLine:
    return panel.form.said_before


def _type(panel: ClaimPanel, **texts: str) -> None:
    for name, text in texts.items():
        panel.form.fields[name].set_text(text)


def _stored(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    details = show_claim(session, claim_id, as_of)
    session.rollback()
    return details


def test_what_looks_said_before_is_named_with_its_day(
    qtbot: QtBot, panel: ClaimPanel, line: SaidBeforeLine, enter: Enter
) -> None:
    enter(DEAL, claimant="Ada L.", stated_on="2025-04-17")
    panel.new_claim()
    assert not line.isVisible()
    _type(panel, summary="Sign minerals deal with Ukraine", claimant="Ada L.")
    qtbot.waitUntil(line.isVisible)
    assert line.sentence.text() == f"Looks said before: {DEAL} (Thu 17 Apr)"
    assert not line.next_button.isVisible()
    _type(panel, summary="Build a wall")
    qtbot.waitUntil(lambda: not line.isVisible())


def test_a_stored_claim_is_not_compared(
    qtbot: QtBot, panel: ClaimPanel, line: SaidBeforeLine, enter: Enter, settled: Settle
) -> None:
    enter(DEAL, claimant="Ada L.")
    panel.show_claim(enter(DEAL, claimant="Ada L."))
    qtbot.waitUntil(lambda: panel.form.base is not None)
    settled()
    assert (line._entered, line.isVisible()) == (Entered(), False)


def test_of_several_one_is_named_at_a_time(
    qtbot: QtBot, panel: ClaimPanel, line: SaidBeforeLine, enter: Enter
) -> None:
    ids = [enter(DEAL, claimant="Ada L.") for _each in range(2)]
    panel.new_claim()
    _type(panel, summary=DEAL, claimant="Ada L.")
    qtbot.waitUntil(line.isVisible)
    shown = []
    for _each in range(2):
        assert line.shown is not None
        shown.append(line.shown.claim_id)
        line.next_button.click()
    assert sorted(shown) == ids
    assert "(1 of 2)" in line.sentence.text()


def test_one_that_goes_meanwhile_is_offered_no_more(
    qtbot: QtBot,
    panel: ClaimPanel,
    line: SaidBeforeLine,
    desk: Desk,
    session: Session,
    enter: Enter,
) -> None:
    known = enter(DEAL, claimant="Ada L.")
    panel.new_claim()
    _type(panel, summary=DEAL, claimant="Ada L.")
    qtbot.waitUntil(line.isVisible)
    bin_claims(session, [known], by="Ada")
    desk.changes.changed.emit()
    qtbot.waitUntil(lambda: not line.isVisible())


def test_one_key_adds_it_as_said_again_with_all_that_was_typed(
    qtbot: QtBot,
    panel: ClaimPanel,
    line: SaidBeforeLine,
    session: Session,
    enter: Enter,
    as_of: AsOf,
) -> None:
    known = enter(DEAL, claimant="Ada L.", quote="soon", stated_on="2025-04-17")
    panel.new_claim()
    _type(panel, summary="Sign minerals deal with Ukraine", claimant="Ada L.", quote="At once.")
    _type(panel, stated_on="2025-04-20", source_title="Rally", notes="Heard twice", tags="peace")
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(panel.saved) as saved:
        line.again_button.click()
    assert saved.args == [known]
    assert not panel.has_unsaved
    details = _stored(session, known, as_of)
    place = details.report.occurrences[1]
    assert (place.words, place.title) == ("At once.", "Rally")
    assert (details.report.notes, details.report.tags) == ("Heard twice", ("peace",))
    assert details.restated_by[0].summary == "Sign minerals deal with Ukraine"


def test_a_quote_alone_needs_no_summary_to_be_said_again(
    qtbot: QtBot,
    panel: ClaimPanel,
    line: SaidBeforeLine,
    session: Session,
    enter: Enter,
    as_of: AsOf,
) -> None:
    known = enter(DEAL, claimant="Ada L.", quote="We will sign it on Thursday")
    panel.new_claim()
    _type(panel, claimant="Ada L.", quote="We will sign it on Thursday!")
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(panel.saved):
        line.again_button.click()
    assert len(_stored(session, known, as_of).report.occurrences) == 2


def test_a_field_that_is_wrong_is_said_and_nothing_is_stored(
    qtbot: QtBot,
    panel: ClaimPanel,
    line: SaidBeforeLine,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    settled: Settle,
) -> None:
    known = enter(DEAL, claimant="Ada L.", quote="soon")
    panel.new_claim()
    _type(panel, summary=DEAL, claimant="Ada L.", stated_on="someday")
    qtbot.waitUntil(line.isVisible)
    line.again_button.click()
    settled()
    assert panel.pages.save_bar.problem.isVisible()
    assert panel.form.fields["summary"].text() == DEAL
    assert len(_stored(session, known, as_of).report.occurrences) == 1


def test_opening_it_asks_what_becomes_of_what_was_typed(
    qtbot: QtBot, panel: ClaimPanel, line: SaidBeforeLine, enter: Enter
) -> None:
    known = enter(DEAL, claimant="Ada L.")
    panel.listed_claim_wanted.connect(panel.show_claim)
    panel.new_claim()
    _type(panel, summary=DEAL, claimant="Ada L.")
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(line.open_wanted) as wanted:
        line.open_button.click()
    assert wanted.args == [known]
    assert panel.findChild(UnsavedBox) is not None
    assert panel.form.fields["summary"].text() == DEAL


@pytest.mark.parametrize("text", ["Sign", "", "é🕊"])
def test_too_few_words_are_not_compared(panel: ClaimPanel, line: SaidBeforeLine, text: str) -> None:
    panel.new_claim()
    _type(panel, summary=text)
    assert not line._pause.isActive()


def test_an_answer_to_an_earlier_question_is_not_shown(
    qtbot: QtBot, panel: ClaimPanel, line: SaidBeforeLine, enter: Enter, settled: Settle
) -> None:
    enter(DEAL, claimant="Ada L.")
    panel.new_claim()
    _type(panel, summary=DEAL, claimant="Ada L.")
    line._look()
    _type(panel, summary="Build a wall")
    settled()
    assert not line.isVisible()


def test_a_form_whose_candidate_is_compared_elsewhere_offers_nothing(
    qtbot: QtBot, desk: Desk
) -> None:
    line = SaidBeforeLine(desk)
    qtbot.addWidget(line)
    line.ask(Entered(DEAL))
    assert not line._pause.isActive()
