"""A condition that was met on another day than the event is dated is marked in the panel."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.events import EventDraft
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.claim_panel.condition_field import ConditionField
from claimtracker.gui.claim_panel.event_mark import EventMark
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.list_events import own_events
from claimtracker.operations.set_condition import ConditionChange
from tests.conftest import Enter

SAID, MET_ON = date(2025, 4, 1), date(2025, 4, 28)
Mark = Callable[[], EventMark]


@pytest.fixture
def claim_id(enter: Enter, session: Session) -> int:
    """A claim whose condition dated the event that its deadline counts from."""
    words = "within a week of the ceasefire"
    claim_id = enter(stated_on=SAID, deadline_wording=words, condition="if the ceasefire holds")
    met = ConditionChange(claim_id, ConditionOutcome.MET, MET_ON, MET_ON, event="ceasefire")
    met.carry_out(session, by="Ada", reread_ids=[claim_id])
    session.rollback()
    return claim_id


@pytest.fixture
def mark(panel: ClaimPanel, claim_id: int, settled: Callable[[], None]) -> Mark:
    def showing() -> EventMark:
        panel.show_claim(None)
        panel.show_claim(claim_id)
        settled()
        field = panel.form.fields["condition_outcome"]
        assert isinstance(field, ConditionField)
        return field.event_mark

    return showing


def date_event(session: Session, day: date | None) -> None:
    (row,) = own_events(session)
    EventChange(EventDraft(name="ceasefire", starts_on=day), row.id).carry_out(
        session, by="Ada", reread_ids=[1]
    )
    session.rollback()


def test_the_same_day_needs_no_mark(mark: Mark) -> None:
    assert mark().isHidden()


def test_an_event_that_was_corrected_alone_is_named_with_its_day(
    mark: Mark, session: Session
) -> None:
    date_event(session, date(2025, 5, 1))
    shown = mark()
    assert not shown.isHidden()
    assert shown.text().startswith("The words count from “ceasefire”, which is dated Thu 1 May:")
    date_event(session, MET_ON)
    assert mark().isHidden()


def test_an_event_without_a_day_is_no_other_day(mark: Mark, session: Session) -> None:
    date_event(session, None)
    assert mark().isHidden()


def test_a_claim_whose_words_name_no_event_has_no_mark(
    panel: ClaimPanel, mark: Mark, enter: Enter, session: Session, settled: Callable[[], None]
) -> None:
    date_event(session, date(2025, 5, 1))
    shown = mark()
    other = enter(stated_on=SAID, deadline_wording="within a week", condition="if it holds")
    ConditionChange(other, ConditionOutcome.MET, MET_ON, MET_ON).carry_out(session, by="Ada")
    session.rollback()
    panel.show_claim(other)
    settled()
    assert shown.isHidden()
