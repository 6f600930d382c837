from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.state import Window
from claimtracker.deadlines import policy_from
from claimtracker.gui.claim_panel.reading_preview import ReadingPreview
from claimtracker.gui.claim_panel.reading_words import NO_DATE, NO_WORDS, Kept, Question
from claimtracker.gui.desk import Desk
from claimtracker.operations.set_policy import set_policy

SAID = date(2025, 4, 17)


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


def test_a_stored_reading_stays_and_the_words_alone_are_named_beside_it(
    qtbot: QtBot, preview: ReadingPreview
) -> None:
    kept = Kept(Window(SAID, date(2025, 4, 30), date(2025, 4, 30)), "day", "the desk's own")
    said = shown_for(qtbot, preview, Question("next week", SAID, kept=kept))
    assert preview.headline.text() == "Thu 17 – Wed 30 Apr"
    assert preview.rule.text() == "day, rule: the desk's own"
    assert "The words alone read as" in said


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
