"""A condition has an outcome of its own, and what counts from it follows in one step."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError, NotFound
from claimtracker.claims.events import EventDraft
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, Verdict
from claimtracker.deadlines import DEFAULT_POLICY, FROM_CONDITION, policy_from
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.list_events import own_events
from claimtracker.operations.set_condition import ConditionChange, event_at_stake
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.operations.what_would_change import Rereading, what_would_change
from claimtracker.storage.claim_details import find_claim
from tests.conftest import Dump, Enter

SAID, MET_ON, TODAY = date(2025, 4, 18), date(2025, 5, 10), date(2025, 6, 1)
MET, FAILED, OPEN = ConditionOutcome.MET, ConditionOutcome.FAILED, ConditionOutcome.OPEN
IF = "if the ceasefire holds"


@pytest.fixture
def claim_id(enter: Enter) -> int:
    return enter(stated_on=SAID, deadline_wording="within a week of the ceasefire", condition=IF)


def change(
    claim_id: int, outcome: ConditionOutcome = MET, on: date | None = MET_ON, **fields: object
) -> ConditionChange:
    return ConditionChange(claim_id, outcome, on, TODAY, **fields)  # type: ignore[arg-type]  # by name


def carry_out(session: Session, wanted: ConditionChange) -> list[Rereading]:
    found = wanted.preview(session)
    wanted.carry_out(session, by="Ada", reread_ids=[other.id for other in found])
    session.expire_all()
    return found


def test_a_met_one_dates_the_event_and_all_that_hangs_on_it(
    session: Session, enter: Enter, dump: Dump
) -> None:
    other = enter(stated_on=SAID, deadline_wording="30 days after the ceasefire")
    own = enter(stated_on=SAID, deadline_wording="within a week of the ceasefire", condition=IF)
    before = dump()
    found = carry_out(session, change(own, event="ceasefire"))
    assert [it.id for it in found] == [own, other]
    assert find_claim(session, own).latest_on == date(2025, 5, 17)
    assert find_claim(session, other).latest_on == date(2025, 6, 9)
    assert [row.event.starts_on for row in own_events(session)] == [MET_ON]
    step = undo(session, by="Ada")
    assert step is not None
    assert step.name == "condition met for 'Sign the deal', 2 claims re-read"
    assert dump() == before


def test_nothing_is_changed_by_looking(session: Session, claim_id: int, dump: Dump) -> None:
    before = dump()
    assert len(change(claim_id, event="ceasefire").preview(session)) == 1
    assert dump() == before


def test_an_event_that_is_there_gets_the_day_under_any_of_its_names(
    session: Session, claim_id: int
) -> None:
    draft = EventDraft(name="truce", aliases=("Ceasefire",), starts_on=SAID, ends_on=SAID)
    EventChange(draft).carry_out(session, by="Ada")
    carry_out(session, change(claim_id, event="ceasefire"))
    (row,) = own_events(session)
    assert (row.event.name, row.event.starts_on, row.event.ends_on) == ("truce", MET_ON, None)
    assert find_claim(session, claim_id).latest_on == date(2025, 5, 17)


@pytest.mark.parametrize("wording", ["within a week", "if the ceasefire holds, within a week"])
def test_a_length_of_time_counts_from_that_day(
    session: Session, enter: Enter, wording: str
) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording=wording, condition=IF)
    carry_out(session, change(claim_id))
    claim = find_claim(session, claim_id)
    assert claim.latest_on == date(2025, 5, 17)
    assert claim.rule == f"within N units{FROM_CONDITION}"


@pytest.mark.parametrize(
    "fields",
    [
        {"deadline_wording": "within a week", "condition": "unless there are clear signs"},
        {"deadline_wording": "by the end of May", "condition": IF},
        {"deadline_wording": "within a week", "condition": IF, "due_on": MET_ON},
        {"deadline_wording": "", "condition": IF},
    ],
)
def test_what_does_not_count_from_it_stays(
    session: Session, enter: Enter, fields: dict[str, object]
) -> None:
    claim_id = enter(stated_on=SAID, **fields)
    was = find_claim(session, claim_id).latest_on
    assert carry_out(session, change(claim_id)) == []
    assert find_claim(session, claim_id).latest_on == was
    assert find_claim(session, claim_id).condition_outcome == "met"


def test_the_reading_may_be_kept(session: Session, enter: Enter) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week", condition=IF)
    assert change(claim_id).carry_out(session, by="Ada") == 0
    assert find_claim(session, claim_id).latest_on == date(2025, 4, 25)


def test_taken_back_to_open_it_counts_from_the_day_said_again(
    session: Session, enter: Enter
) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week", condition=IF)
    carry_out(session, change(claim_id))
    (found,) = carry_out(session, change(claim_id, OPEN, None))
    assert found.becomes.rule == "within N units"
    claim = find_claim(session, claim_id)
    assert (claim.latest_on, claim.condition_outcome_on) == (date(2025, 4, 25), None)


def test_another_day_moves_what_counts_from_it(session: Session, enter: Enter) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week", condition=IF)
    carry_out(session, change(claim_id))
    carry_out(session, change(claim_id, on=date(2025, 5, 20)))
    assert find_claim(session, claim_id).latest_on == date(2025, 5, 27)


def test_other_conventions_still_count_from_that_day(session: Session, enter: Enter) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within days", condition=IF)
    carry_out(session, change(claim_id))
    wider = policy_from({"vague: days": "3 days, latest 10 days"})
    (found,) = what_would_change(session, wider)
    assert found.becomes.window.latest_on == date(2025, 5, 20)
    set_policy(session, wider, by="Ada", reread_ids=[claim_id])
    session.expire_all()
    assert find_claim(session, claim_id).latest_on == date(2025, 5, 20)
    assert find_claim(session, claim_id).rule.endswith(FROM_CONDITION)


def test_a_day_that_did_not_come_along_by_import_leaves_the_reading_as_it_is(
    session: Session, enter: Enter
) -> None:
    told = {"stated_on": SAID, "deadline_wording": "within a week", "condition": IF}
    rule = f"within N units{FROM_CONDITION}"
    enter(**told, due_on=date(2025, 5, 17), latest_on=date(2025, 5, 17), rule=rule)
    assert what_would_change(session, DEFAULT_POLICY) == []
    set_policy(session, DEFAULT_POLICY, by="Ada", reread_ids=[1])
    session.expire_all()
    assert find_claim(session, 1).latest_on == date(2025, 5, 17)


def test_a_failed_one_gives_no_verdict_and_moves_no_day(session: Session, claim_id: int) -> None:
    assert carry_out(session, change(claim_id, FAILED)) == []
    found = show_claim(session, claim_id, AsOf(TODAY))
    assert (found.condition_outcome, found.condition_outcome_on) == (FAILED, MET_ON)
    assert found.report.verdict is Verdict.NOT_YET_RATED


def test_documents_chosen_for_it_are_linked_as_such(session: Session, claim_id: int) -> None:
    seen = EvidenceDraft(relation=Relation.CONTEXT, title="Signed")
    evidence_id = link_evidence(session, [claim_id], seen, by="Ada")
    carry_out(session, change(claim_id, evidence_ids=(evidence_id, evidence_id)))
    relations = [row.relation for row in show_claim(session, claim_id, AsOf(TODAY)).report.evidence]
    assert sorted(relations) == [Relation.CONDITION_MET, Relation.CONTEXT]


def test_linked_evidence_alone_sets_nothing(session: Session, claim_id: int) -> None:
    seen = EvidenceDraft(relation=Relation.CONDITION_MET, title="Signed", published_on=MET_ON)
    link_evidence(session, [claim_id], seen, by="Ada")
    assert show_claim(session, claim_id, AsOf(TODAY)).condition_outcome is OPEN


@pytest.mark.parametrize(
    ("outcome", "on", "fields", "words"),
    [
        (MET, None, {}, "Enter the day"),
        (MET, date(2025, 6, 2), {}, "lies ahead"),
        (OPEN, MET_ON, {}, "no day"),
        (FAILED, MET_ON, {"event": "ceasefire"}, "Only a condition that was met"),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_changed(
    session: Session,
    claim_id: int,
    dump: Dump,
    outcome: ConditionOutcome,
    on: date | None,
    fields: dict[str, object],
    words: str,
) -> None:
    before = dump()
    wanted = change(claim_id, outcome, on, **fields)
    with pytest.raises(ClaimTrackerError, match=words):
        wanted.preview(session)
    with pytest.raises(ClaimTrackerError, match=words):
        wanted.carry_out(session, by="Ada")
    assert dump() == before


def test_an_outcome_set_since_it_was_seen_is_told_with_nothing_changed(
    session: Session, claim_id: int, dump: Dump
) -> None:
    carry_out(session, change(claim_id, FAILED))
    before = dump()
    words = "the outcome of the condition was changed to “Failed on 2025-05-10”"
    wanted = change(claim_id, seen=(OPEN, None))
    with pytest.raises(ChangedMeanwhile, match=words):
        wanted.preview(session)
    with pytest.raises(ChangedMeanwhile, match=words):
        wanted.carry_out(session, by="Ada")
    assert dump() == before


@pytest.mark.parametrize("seen", [None, (FAILED, MET_ON)])
def test_what_was_seen_or_is_asked_of_nobody_is_replaced(
    session: Session, claim_id: int, seen: tuple[ConditionOutcome, date] | None
) -> None:
    carry_out(session, change(claim_id, FAILED))
    carry_out(session, change(claim_id, seen=seen))
    assert find_claim(session, claim_id).condition_outcome == MET


def test_the_same_outcome_set_elsewhere_is_nothing_to_tell(session: Session, claim_id: int) -> None:
    carry_out(session, change(claim_id))
    assert carry_out(session, change(claim_id, seen=(OPEN, None))) == []


def test_a_claim_without_a_condition_and_none_at_all_are_refused(
    session: Session, enter: Enter
) -> None:
    with pytest.raises(ClaimTrackerError, match="depends on no condition"):
        change(enter()).preview(session)
    with pytest.raises(NotFound):
        change(77).preview(session)


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("within a week of the ceasefire", "ceasefire"),
        ("after the Budapest summit", "budapest summit"),
        ("if the ceasefire holds, within a week", None),
        ("within a week", None),
        ("soon", None),
        ("", None),
    ],
)
def test_the_event_at_stake_is_the_one_whose_day_is_missing(
    session: Session, enter: Enter, wording: str, name: str | None
) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording=wording)
    found = event_at_stake(session, claim_id)
    assert (found and found.name) == name
    assert found is None or found.starts_on is None


def test_an_own_event_that_is_dated_is_at_stake_with_its_day(
    session: Session, claim_id: int
) -> None:
    draft = EventDraft(name="truce", aliases=("ceasefire",), starts_on=SAID)
    EventChange(draft).carry_out(session, by="Ada")
    found = event_at_stake(session, claim_id)
    assert found is not None and (found.name, found.starts_on) == ("truce", SAID)
