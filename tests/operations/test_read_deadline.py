"""The words give the window; what a person sets by hand stands over them."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.operations.read_deadline import (
    DAY_SAID_MISSING,
    SET_BY_HAND,
    read_deadline,
    settle_window,
)
from claimtracker.storage.tables import ChangedConvention, Claimant, Event

SAID = date(2025, 4, 18)


def _settled(session: Session, **fields: object) -> ClaimDraft:
    return settle_window(session, ClaimDraft.of(**{"summary": "Move on", **fields}))


def _within_days(session: Session, **fields: object) -> ClaimDraft:
    return _settled(session, stated_on=SAID, deadline_wording="within days", **fields)


@pytest.mark.parametrize(
    ("wording", "stated_on", "window"),
    [
        ("within days", SAID, Window(SAID, date(2025, 4, 20), date(2025, 4, 25))),
        (
            "next week",
            date(2025, 4, 17),
            Window(date(2025, 4, 21), date(2025, 4, 27), date(2025, 4, 27)),
        ),
    ],
)
def test_the_words_are_read_as_of_the_day_they_were_said(
    wording: str, stated_on: date, window: Window, session: Session
) -> None:
    draft = _settled(session, stated_on=stated_on, deadline_wording=wording)
    assert draft.window_by_hand == window
    assert draft.rule
    assert draft.precision


def test_without_the_day_said_nothing_is_counted(session: Session) -> None:
    draft = _settled(session, deadline_wording="within days")
    assert not draft.window_by_hand.is_dated
    assert draft.rule == DAY_SAID_MISSING


def test_without_any_words_there_is_no_reading(session: Session) -> None:
    draft = _settled(session, stated_on=SAID)
    assert (draft.window_by_hand, draft.rule, draft.precision) == (Window(), "", "")


@pytest.mark.parametrize(
    ("by_hand", "window"),
    [
        ({"due_on": "2025-04-22"}, Window(SAID, date(2025, 4, 22), date(2025, 4, 25))),
        ({"due_on": "2025-05-01"}, Window(SAID, date(2025, 5, 1), date(2025, 5, 1))),
        ({"latest_on": "2025-04-19"}, Window(SAID, date(2025, 4, 19), date(2025, 4, 19))),
        (
            {"due_on": "2025-04-10"},
            Window(date(2025, 4, 10), date(2025, 4, 10), date(2025, 4, 25)),
        ),
        (
            {"opens_on": "2025-04-19"},
            Window(date(2025, 4, 19), date(2025, 4, 20), date(2025, 4, 25)),
        ),
    ],
)
def test_a_day_set_by_hand_stands_and_the_others_follow_it(
    by_hand: dict[str, str], window: Window, session: Session
) -> None:
    draft = _within_days(session, **by_hand)
    assert draft.window_by_hand == window
    assert draft.rule == SET_BY_HAND


def test_days_that_contradict_the_reading_are_refused(session: Session) -> None:
    with pytest.raises(ClaimTrackerError, match=r"^The window must open"):
        _within_days(session, opens_on="2025-05-30")


def test_a_draft_that_names_its_rule_keeps_what_it_brings(session: Session) -> None:
    draft = _within_days(session, rule="as the newsroom reads it", due_on="2025-06-01")
    assert (draft.due_on, draft.latest_on) == (date(2025, 6, 1), None)


def test_the_rule_by_hand_without_a_day_is_read_again(session: Session) -> None:
    draft = _within_days(session, rule=SET_BY_HAND)
    assert draft.due_on == date(2025, 4, 20)
    assert draft.rule != SET_BY_HAND


def test_a_term_of_office_is_that_of_the_claimant(session: Session) -> None:
    session.add(Claimant(name="Donald Trump", role="President", term_began_on=date(2025, 1, 20)))
    session.flush()
    words, said = "within his first 24 hours in office", date(2024, 9, 10)
    assert read_deadline(session, words, said, "Donald Trump").due_on == date(2025, 1, 21)
    assert read_deadline(session, words, said, "Somebody Else").due_on is None


def test_an_event_is_known_by_its_other_names(session: Session) -> None:
    starts_on = date(2025, 6, 24)
    session.add(Event(name="The Hague summit", aliases="NATO summit", starts_on=starts_on))
    session.flush()
    for words in ("before the NATO summit", "before The Hague summit"):
        assert read_deadline(session, words, SAID).latest_on == date(2025, 6, 23)


def test_an_event_without_a_day_gives_no_dates(session: Session) -> None:
    session.add(Event(name="the trial"))
    session.flush()
    found = read_deadline(session, "before the trial", SAID)
    assert (found.due_on, found.latest_on) == (None, None)
    assert "trial" in f"{found.rule} {found.explanation}"


@pytest.mark.parametrize(
    ("text", "latest_on"),
    [("3 days, latest 10 days", date(2025, 4, 28)), ("some time", date(2025, 4, 25))],
)
def test_the_conventions_kept_are_those_it_reads_by(
    text: str, latest_on: date, session: Session
) -> None:
    session.add(ChangedConvention(key="vague: days", text=text))
    session.flush()
    assert read_deadline(session, "within days", SAID).latest_on == latest_on


def test_the_events_that_come_with_the_program_are_known(session: Session) -> None:
    for words in ("before the 2026 midterms", "before the midterms"):
        assert read_deadline(session, words, SAID).latest_on == date(2026, 11, 2)


def test_a_persons_own_event_wins_over_one_that_comes_with_the_program(session: Session) -> None:
    session.add(Event(name="2026 midterms", starts_on=date(2026, 6, 1)))
    session.flush()
    assert read_deadline(session, "before the 2026 midterms", SAID).latest_on == date(2026, 5, 31)


def test_a_word_shared_with_an_event_that_comes_along_names_the_persons_own(
    session: Session,
) -> None:
    session.add(Event(name="The Hague summit", starts_on=date(2025, 6, 24)))
    session.flush()
    assert read_deadline(session, "before the summit", SAID).latest_on == date(2025, 6, 23)


@pytest.mark.parametrize(
    "words", ["before the summit", "before the election", "his first 100 days"]
)
def test_what_hangs_on_the_speaker_is_not_read_from_the_world(words: str, session: Session) -> None:
    found = read_deadline(session, words, SAID)
    assert (found.due_on, found.latest_on) == (None, None)
