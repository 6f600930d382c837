"""Events are entered, corrected, merged and deleted with the readings that hang on them."""

from datetime import date
from functools import partial

import pytest
from sqlmodel import Session, select

from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError, NotFound
from claimtracker.claims.events import EventDraft, EventRow, merged
from claimtracker.deadlines import Event
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.list_events import all_events, own_events
from claimtracker.operations.undo import next_steps, redo, undo
from claimtracker.operations.what_would_change import BATCH_ROWS, RereadingCancelled
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Action
from tests.conftest import Dump, Enter

SAID, MAY, JUNE = date(2025, 4, 18), date(2025, 5, 10), date(2025, 6, 1)
WORDS = "within a week of the ceasefire"


@pytest.fixture
def claim_id(enter: Enter) -> int:
    return enter("Lift the sanctions", stated_on=SAID, deadline_wording=WORDS)


def put(session: Session, event_id: int | None = None, **fields: object) -> int:
    """Store an event with what follows it; return how many claims were read anew."""
    change = EventChange(EventDraft.of(**{"name": "ceasefire", **fields}), event_id)
    ids = [found.id for found in change.preview(session)]
    return change.carry_out(session, by="Ada", reread_ids=ids)


def latest(session: Session, claim_id: int) -> date | None:
    session.expire_all()
    return find_claim(session, claim_id).latest_on


def test_what_would_follow_is_told_before_anything_is_changed(
    session: Session, claim_id: int, dump: Dump
) -> None:
    before = dump()
    change = EventChange(EventDraft.of(name="Ceasefire", starts_on=MAY))
    (found,) = change.preview(session)
    assert (found.id, found.was.window.latest_on) == (claim_id, None)
    assert found.becomes.window.latest_on == date(2025, 5, 17)
    assert dump() == before


def test_a_corrected_day_is_followed_in_one_step_that_undo_takes_back(
    session: Session, claim_id: int, dump: Dump
) -> None:
    put(session, starts_on=MAY)
    before = dump()
    assert put(session, 1, starts_on=JUNE) == 1
    assert latest(session, claim_id) == date(2025, 6, 8)
    after = dump()
    step = next_steps(session).undo
    assert step is not None and step.name == "event 'ceasefire', 1 claim re-read"
    undo(session, by="Ada")
    assert dump() == before
    redo(session, by="Ada")
    assert dump() == after


def test_the_day_alone_may_change_and_stored_readings_stay(session: Session, claim_id: int) -> None:
    put(session, starts_on=MAY)
    EventChange(EventDraft.of(name="ceasefire", starts_on=JUNE), 1).carry_out(session, by="Ada")
    assert latest(session, claim_id) == date(2025, 5, 17)
    assert own_events(session)[0].event.starts_on == JUNE


def test_further_names_are_followed_too(session: Session, claim_id: int, enter: Enter) -> None:
    truce = enter(stated_on=SAID, deadline_wording="30 days after the Truce")
    assert put(session, starts_on=MAY, aliases=("truce",)) == 2
    assert latest(session, truce) == date(2025, 6, 9)


def test_a_part_of_the_name_is_enough(session: Session, enter: Enter) -> None:
    summit = enter(stated_on=SAID, deadline_wording="within a week of the summit")
    assert put(session, name="Budapest summit", starts_on=MAY) == 1
    assert latest(session, summit) == date(2025, 5, 17)


def test_days_set_by_hand_are_left_alone(session: Session, enter: Enter) -> None:
    enter(stated_on=SAID, deadline_wording=WORDS, due_on=JUNE)
    enter(stated_on=None, deadline_wording=WORDS)
    enter(stated_on=SAID, deadline_wording="by the end of May")
    assert EventChange(EventDraft.of(name="ceasefire", starts_on=MAY)).preview(session) == []


def test_what_was_set_by_hand_meanwhile_is_not_read_anew(session: Session, claim_id: int) -> None:
    change = EventChange(EventDraft.of(name="ceasefire", starts_on=MAY))
    ids = [found.id for found in change.preview(session)]
    claim = find_claim(session, claim_id)
    claim.latest_on, claim.rule = JUNE, "set by hand"
    session.commit()
    assert change.carry_out(session, by="Ada", reread_ids=ids) == 0
    assert latest(session, claim_id) == JUNE


def test_a_deleted_event_is_undated_again_or_leaves_the_stored_days(
    session: Session, claim_id: int
) -> None:
    put(session, starts_on=MAY)
    change = EventChange(gone=(1,))
    (found,) = change.preview(session)
    assert found.becomes.rule == "event not dated: ceasefire"
    change.carry_out(session, by="Ada")
    assert (own_events(session), latest(session, claim_id)) == ([], date(2025, 5, 17))
    undo(session, by="Ada")
    change.carry_out(session, by="Ada", reread_ids=[claim_id])
    assert latest(session, claim_id) is None
    assert session.exec(select(Action.name)).all()[-1] == (
        "delete event 'ceasefire', 1 claim re-read"
    )


def test_two_that_are_one_are_merged_with_what_hangs_on_both(
    session: Session, claim_id: int, enter: Enter, dump: Dump
) -> None:
    truce = enter(stated_on=SAID, deadline_wording="within a week of the truce")
    put(session, starts_on=MAY)
    put(session, name="truce", starts_on=JUNE)
    before = dump()
    kept, gone = own_events(session)
    change = EventChange(merged(kept.event, gone.event), kept.id, gone=(gone.id,))
    assert [found.id for found in change.preview(session)] == [truce]
    assert change.carry_out(session, by="Ada", reread_ids=[truce]) == 1
    assert [row.event for row in own_events(session)] == [Event("ceasefire", MAY, None, ("truce",))]
    assert latest(session, truce) == latest(session, claim_id) == date(2025, 5, 17)
    step = undo(session, by="Ada")
    assert step is not None
    assert step.name == "merge event 'truce' into 'ceasefire', 1 claim re-read"
    assert dump() == before


def test_a_name_that_is_taken_is_refused_with_nothing_changed(
    session: Session, claim_id: int, dump: Dump
) -> None:
    put(session, starts_on=MAY)
    before = dump()
    change = EventChange(EventDraft.of(name="truce", aliases=("CEASEFIRE",)))
    for attempt in (change.preview, lambda s: change.carry_out(s, by="Ada")):
        with pytest.raises(ClaimTrackerError, match="already a name of the event “ceasefire”"):
            attempt(session)
    assert dump() == before


def test_an_event_may_be_called_otherwise(session: Session, claim_id: int) -> None:
    put(session, starts_on=MAY)
    assert put(session, 1, name="truce", starts_on=MAY) == 1
    assert latest(session, claim_id) is None


@pytest.mark.parametrize(
    "change", [EventChange(gone=(7,)), EventChange(EventDraft(name="summit"), 7)]
)
def test_an_event_that_is_gone_is_said(session: Session, change: EventChange) -> None:
    with pytest.raises(NotFound, match=r"There is no event 7 any more\."):
        change.preview(session)
    with pytest.raises(NotFound):
        change.carry_out(session, by="Ada")


def test_a_shipped_event_is_overridden_by_an_own_one(session: Session, enter: Enter) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week of COP30")
    was = latest(session, claim_id)
    assert put(session, name="COP30", starts_on=date(2026, 1, 10)) == 1
    assert was != latest(session, claim_id) == date(2026, 1, 17)
    shipped = [row for row in all_events(session) if row.event.name == "COP30"]
    assert [(row.is_shipped, row.is_overridden) for row in shipped] == [
        (False, False),
        (True, True),
    ]


def test_own_events_stand_before_shipped_ones_by_name(session: Session) -> None:
    for name in ("truce", "Armistice"):
        put(session, name=name)
    rows: list[EventRow] = all_events(session)
    assert [row.event.name for row in rows[:2]] == ["Armistice", "truce"]
    assert all(row.is_shipped for row in rows[2:]) and len({row.id for row in rows}) == len(rows)


def test_stopped_nothing_is_changed(session: Session, enter: Enter, dump: Dump) -> None:
    for _ in range(3):
        enter(stated_on=SAID, deadline_wording=WORDS)
    before = dump()
    change = EventChange(EventDraft.of(name="ceasefire", starts_on=MAY))
    with pytest.raises(RereadingCancelled):
        change.preview(session, is_cancelled=lambda: True)
    with pytest.raises(RereadingCancelled):
        change.carry_out(session, by="Ada", reread_ids=[1, 2], is_cancelled=lambda: True)
    assert dump() == before


def test_progress_is_told_to_the_end(session: Session, claim_id: int) -> None:
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> None:
        told.append((done, total))

    EventChange(EventDraft.of(name="ceasefire", starts_on=MAY)).preview(session, on_progress=note)
    assert told == [(0, 1), (1, 1)] and BATCH_ROWS > 1


def test_a_claim_in_the_bin_follows_and_comes_back_with_the_new_day(
    session: Session, claim_id: int
) -> None:
    put(session, starts_on=MAY)
    bin_claims(session, [claim_id], by="Ada")
    (found,) = EventChange(EventDraft.of(name="ceasefire", starts_on=JUNE), 1).preview(session)
    assert found.is_binned
    assert put(session, 1, starts_on=JUNE) == 1
    restore_claims(session, [claim_id], by="Ada")
    assert latest(session, claim_id) == date(2025, 6, 8)


def test_an_event_corrected_since_it_was_seen_is_told_and_not_written_back(
    session: Session, dump: Dump
) -> None:
    put(session, starts_on=MAY)
    (shown,) = own_events(session)
    put(session, 1, starts_on=JUNE)
    before = dump()
    draft = EventDraft.of(name="ceasefire", starts_on=MAY, aliases=("truce",))
    late = (
        EventChange(draft, 1, seen=(shown.event,)),
        EventChange(gone=(1,), seen=(shown.event,)),
    )
    told = "Meanwhile the event 'ceasefire' was changed to “ceasefire · 2025-06-01”."
    for change in late:
        for do in (change.preview, partial(change.carry_out, by="Ada")):
            with pytest.raises(ChangedMeanwhile, match=told) as refused:
                do(session)
            assert refused.value.stored == own_events(session)[0]
    assert dump() == before


def test_either_side_of_a_merge_of_events_is_held_to_what_was_seen(session: Session) -> None:
    put(session, starts_on=MAY)
    put(session, name="truce")
    kept, gone = own_events(session)
    put(session, 2, name="truce", aliases=("armistice",))
    draft = merged(kept.event, gone.event)
    change = EventChange(draft, 1, gone=(2,), seen=(kept.event, gone.event))
    with pytest.raises(ChangedMeanwhile, match="truce · not yet known · also armistice"):
        change.carry_out(session, by="Ada")
    now = own_events(session)[1].event
    EventChange(merged(kept.event, now), 1, gone=(2,), seen=(kept.event, now)).carry_out(
        session, by="Ada"
    )
    assert own_events(session)[0].event.aliases == ("truce", "armistice")
