"""What hangs on an event is found by its names, and told by whether its day matters."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.events import EventDraft
from claimtracker.deadlines import Event
from claimtracker.operations import what_hangs_on as finding
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.list_events import all_events
from claimtracker.operations.what_hangs_on import mentioning, what_hangs_on
from claimtracker.operations.what_would_change import RereadingCancelled
from tests.conftest import Enter

SAID = date(2025, 4, 18)


def _hanging(session: Session) -> dict[str, list[int]]:
    rows = all_events(session)
    found = what_hangs_on(session, [row.event for row in rows])
    return {row.event.name: list(ids) for row, ids in zip(rows, found, strict=True) if ids}


@pytest.fixture
def claims(session: Session, enter: Enter) -> None:
    for wording in (
        "within a week of the ceasefire",
        "before the midterms",
        "by the end of May",
        "after the Truce",
        "30 days after COP30",
        "within days, whatever the ceasefire brings",
    ):
        enter(stated_on=SAID, deadline_wording=wording)
    for name, aliases in (("ceasefire", ("truce",)), ("Geneva talks", ())):
        EventChange(EventDraft(name=name, aliases=aliases)).carry_out(session, by="Ada")


@pytest.mark.usefixtures("claims")
def test_own_and_shipped_events_are_found_dated_or_not(session: Session) -> None:
    assert _hanging(session) == {
        "ceasefire": [1, 4],
        "US midterm elections 2026": [2],
        "COP30": [5],
    }


@pytest.mark.usefixtures("claims")
def test_going_through_all_wordings_finds_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _hanging(session)
    for limit in (0, 10_000):
        monkeypatch.setattr(finding, "_MOST_ASKED", limit)
        assert _hanging(session) == before


def test_days_by_hand_and_without_the_day_said_hang_on_nothing(
    session: Session, enter: Enter
) -> None:
    EventChange(EventDraft(name="ceasefire")).carry_out(session, by="Ada")
    enter(stated_on=SAID, deadline_wording="after the ceasefire", due_on=SAID)
    enter(stated_on=None, deadline_wording="after the ceasefire")
    assert _hanging(session) == {}


def test_names_in_other_letters_are_found(session: Session, enter: Enter) -> None:
    enter(stated_on=SAID, deadline_wording="within a week of the ÉLYSÉE TALKS")
    enter(stated_on=SAID, deadline_wording="within a week of the talks")
    events = [Event("Élysée talks", None)]
    assert list(mentioning(session, events)) == [1, 2]


def test_a_part_of_a_word_is_no_mention(session: Session, enter: Enter) -> None:
    enter(stated_on=SAID, deadline_wording="within a week of the warrant")
    assert not mentioning(session, [Event("the war", None)])
    assert not mentioning(session, [])


def test_small_words_alone_are_no_mention(session: Session, enter: Enter) -> None:
    enter(stated_on=SAID, deadline_wording="by the end of the week")
    assert not mentioning(session, [Event("treaty of the sea", None)])


def test_it_can_be_stopped(session: Session, enter: Enter) -> None:
    enter(stated_on=SAID, deadline_wording="after the ceasefire")
    with pytest.raises(RereadingCancelled):
        what_hangs_on(session, [Event("ceasefire", None)], is_cancelled=lambda: True)
