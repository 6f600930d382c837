import threading
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.state import Window
from claimtracker.deadlines import policy_from, read
from claimtracker.gui.claim_panel.reading_preview import ReadingPreview
from claimtracker.gui.claim_panel.reading_words import (
    NO_DATE,
    NO_WORDS,
    WAITING,
    Kept,
    Question,
)
from claimtracker.gui.desk import Desk
from claimtracker.operations.read_deadline import SET_BY_HAND
from claimtracker.operations.set_policy import set_policy

SAID = date(2025, 4, 17)
OTHER = "These days were read by other conventions; today's would give"


@pytest.fixture
def preview(qtbot: QtBot, desk: Desk) -> ReadingPreview:
    shown = ReadingPreview(desk)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def shown_for(qtbot: QtBot, preview: ReadingPreview, question: Question) -> str:
    with qtbot.waitSignal(preview.answered):
        preview.ask(question)
    return "\n".join(part.text() for part in (preview.headline, preview.rule, preview.remarks))


def test_the_window_and_its_rule_are_shown(qtbot: QtBot, preview: ReadingPreview) -> None:
    said = shown_for(qtbot, preview, Question("next week", SAID))
    assert preview.headline.text() == "Mon 21 – Sun 27 Apr"
    assert "week, rule:" in said


def test_both_ends_are_said_where_they_differ(qtbot: QtBot, preview: ReadingPreview) -> None:
    said = shown_for(qtbot, preview, Question("by April or May", SAID))
    assert "Wed 30 Apr on the strict reading, Sat 31 May on the generous one" in said


def test_what_cannot_be_read_says_why_and_what_to_do(qtbot: QtBot, preview: ReadingPreview) -> None:
    said = shown_for(qtbot, preview, Question("soon", SAID))
    assert preview.headline.text() == NO_DATE
    assert preview.rule.text()
    assert "review date" in said


def test_without_a_day_said_nothing_is_counted(qtbot: QtBot, preview: ReadingPreview) -> None:
    assert "day it was said" in shown_for(qtbot, preview, Question("next week", None))


def test_no_words_ask_nothing(qtbot: QtBot, preview: ReadingPreview) -> None:
    assert NO_WORDS in shown_for(qtbot, preview, Question(" ", SAID))


def test_dates_set_by_hand_say_so(qtbot: QtBot, preview: ReadingPreview) -> None:
    by_hand = Window(None, date(2025, 4, 22), date(2025, 4, 23))
    said = shown_for(qtbot, preview, Question("next week", SAID, by_hand=by_hand))
    assert preview.rule.text() == "set by hand"
    assert "Tue 22 Apr" in preview.headline.text()
    assert "The words alone read as Mon 21 – Sun 27 Apr" in said


def test_dates_that_contradict_one_another_are_explained(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    by_hand = Window(date(2025, 5, 22), date(2025, 4, 23), None)
    assert "must open before" in shown_for(
        qtbot, preview, Question("next week", SAID, by_hand=by_hand)
    )


def test_a_stored_reading_stays_and_what_is_read_today_is_named_beside_it(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    kept = Kept(Window(SAID, date(2025, 4, 30), date(2025, 4, 30)), "day", "the desk's own")
    said = shown_for(qtbot, preview, Question("next week", SAID, kept=kept))
    assert preview.headline.text() == "Thu 17 – Wed 30 Apr"
    assert preview.rule.text() == "day, rule: the desk's own"
    assert f"{OTHER} Mon 21 – Sun 27 Apr." in said
    assert "The words alone" not in said


@pytest.mark.parametrize(
    ("wording", "window", "today_it_gives"),
    [
        ("next Friday", Window(*[date(2025, 4, 18)] * 3), "Fri 25 Apr."),  # has an alternative
        ("next Friday", Window(*[date(2025, 4, 25)] * 3), "Fri 25 Apr."),  # only the rule differs
        ("next Friday", Window(), "Fri 25 Apr."),
        ("soon", Window(*[date(2025, 4, 18)] * 3), "no date."),
    ],
)
def test_a_reading_by_other_conventions_is_not_explained_by_todays(
    wording: str, window: Window, today_it_gives: str, qtbot: QtBot, preview: ReadingPreview
) -> None:
    kept = Kept(window, "day", "another rule")
    said = shown_for(qtbot, preview, Question(wording, SAID, kept=kept))
    assert f"{OTHER} {today_it_gives}" in said
    now = read(wording, SAID)
    assert now.explanation not in said
    assert not any(other.reason in said for other in now.alternatives)


@pytest.mark.parametrize("wording", ["next Friday", "soon"])
def test_a_stored_reading_that_is_todays_keeps_its_own_explanation(
    wording: str, qtbot: QtBot, preview: ReadingPreview
) -> None:
    now = read(wording, SAID)
    window = Window(now.opens_on, now.due_on, now.latest_on)
    kept = Kept(window, now.precision or "", now.rule)
    said = shown_for(qtbot, preview, Question(wording, SAID, kept=kept))
    assert now.explanation in said
    assert all(other.reason in said for other in now.alternatives)
    assert OTHER not in said


def test_days_set_by_hand_were_read_by_no_conventions(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    by_hand = Window(*[date(2025, 4, 22)] * 3)
    kept = Kept(by_hand, "week", SET_BY_HAND)
    said = shown_for(qtbot, preview, Question("next week", SAID, by_hand=by_hand, kept=kept))
    assert "The words alone read as Mon 21 – Sun 27 Apr" in said
    assert OTHER not in said


def test_days_brought_along_without_the_day_said_are_not_explained(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    kept = Kept(Window(*[date(2025, 4, 18)] * 3), "day", "another rule")
    said = shown_for(qtbot, preview, Question("next week", None, kept=kept))
    assert said.splitlines() == ["Fri 18 Apr", "day, rule: another rule"]


def _texts(preview: ReadingPreview) -> list[str]:
    return [part.text() for part in (preview.headline, preview.rule, preview.remarks)]


def test_of_another_claim_the_stored_days_stand_at_once(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    shown_for(qtbot, preview, Question("next week", SAID, claim_id=1))
    kept = Kept(Window(SAID, date(2025, 4, 30), date(2025, 4, 30)), "day", "the desk's own")
    preview.ask(Question("within days", SAID, kept=kept, claim_id=2))
    assert _texts(preview) == ["Thu 17 – Wed 30 Apr", "day, rule: the desk's own", ""]
    preview.ask(Question("soon", SAID, kept=Kept(Window(), "", "no measure"), claim_id=3))
    assert _texts(preview) == [NO_DATE, "no measure", ""]


def test_of_another_claim_without_a_reading_nothing_of_the_last_one_stands(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    shown_for(qtbot, preview, Question("next week", SAID, claim_id=1))
    preview.ask(Question("within days", SAID, claim_id=2))
    assert _texts(preview) == ["", "", WAITING]


def test_while_words_are_typed_the_last_answer_stands_for_a_moment_only(
    qtbot: QtBot, preview: ReadingPreview, desk: Desk
) -> None:
    shown_for(qtbot, preview, Question("next week", SAID))
    held, let_go = threading.Event(), threading.Event()

    def hold(_session: Session) -> None:
        held.set()
        let_go.wait()

    desk.background.ask(hold)
    held.wait()
    preview.ask(Question("tomorrow", SAID))
    assert preview.headline.text() == "Mon 21 – Sun 27 Apr"
    try:
        qtbot.waitUntil(lambda: _texts(preview) == ["", "", WAITING])
    finally:
        with qtbot.waitSignal(preview.answered):
            let_go.set()
    assert preview.headline.text() == "Fri 18 Apr"


def test_the_latest_question_wins(qtbot: QtBot, preview: ReadingPreview) -> None:
    for wording in ("next week", "tomorrow", "by the end of May"):
        preview.ask(Question(wording, SAID))
    qtbot.waitUntil(lambda: "31 May" in preview.headline.text())


def test_a_rule_that_names_the_precision_is_not_said_twice(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    preview.ask(Question("within days", date(2025, 4, 18)))
    qtbot.waitUntil(lambda: preview.rule.text() == "rule “vague: days”")


def test_the_same_words_are_read_again_after_a_change(
    qtbot: QtBot, desk: Desk, preview: ReadingPreview, session: Session
) -> None:
    said = shown_for(qtbot, preview, Question("within days", SAID))
    set_policy(session, policy_from({"vague: days": "3 days, latest 10 days"}), by="Ada")
    with qtbot.waitSignal(preview.answered):
        desk.changes.changed.emit()
    assert preview.headline.text() not in said
