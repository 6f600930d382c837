"""One change to many claims does what its preview said, in one step of undo."""

from collections.abc import Sequence
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.change_claims import bulk_rows, change_claims, preview_change
from claimtracker.operations.edit_claimant import edit_claimant
from claimtracker.operations.many_claims import Stopped, Watch
from claimtracker.operations.undo import undo
from tests.conftest import Dump, Enter, Rate
from tests.operations.claimants import claimant_id, other

DAY = date(2025, 6, 1)
BROKEN = AssessmentDraft.of(verdict=Verdict.BROKEN, reason="No deal.", assessed_on=DAY)
TAGGED = BulkChange.of(kind=ChangeKind.ADD_TAGS, tags=("Peace",))


@pytest.fixture
def ids(enter: Enter) -> list[int]:
    """Three claims, of which the second is in each respect as the changes would make it."""
    return [
        enter("One", claimant="John Roe"),
        enter("Two", claimant="Jane Doe", review_on=DAY, tags=("peace", "Ukraine")),
        enter("Three"),
    ]


CHANGES = (
    (TAGGED, [0, 2], 1),
    (BulkChange.of(kind=ChangeKind.ADD_TAGS, tags=("peace", "new")), [0, 1, 2], 0),
    (BulkChange.of(kind=ChangeKind.TAKE_OFF_TAGS, tags=("PEACE", "none such")), [1], 2),
    (BulkChange.of(kind=ChangeKind.CLAIMANT, claimant="Jane Doe"), [0, 2], 1),
    (BulkChange.of(kind=ChangeKind.CLAIMANT, claimant="Somebody New"), [0, 1, 2], 0),
    (BulkChange.of(kind=ChangeKind.CLAIMANT), [0, 1], 1),
    (BulkChange.of(kind=ChangeKind.REVIEW_DATE, review_on=DAY), [0, 2], 1),
    (BulkChange.of(kind=ChangeKind.REVIEW_DATE), [1], 2),
    (BulkChange.of(kind=ChangeKind.VERDICT, assessment=BROKEN), [0, 1, 2], 0),
    (BulkChange.of(kind=ChangeKind.BIN), [0, 1, 2], 0),
)


@pytest.mark.parametrize(("change", "changing", "alike"), CHANGES)
def test_what_the_preview_says_is_done_in_one_step(
    session: Session,
    ids: list[int],
    dump: Dump,
    change: BulkChange,
    changing: Sequence[int],
    alike: int,
) -> None:
    before = dump()
    preview = preview_change(session, ids, change)
    assert list(preview.ids) == [ids[at] for at in changing]
    assert preview.alike == alike
    assert dump() == before
    assert change_claims(session, ids, change, by="Ada") == len(changing)
    again = preview_change(session, ids, change)
    assert again.alike == len(ids)
    undo(session, by="Ada")
    assert dump() == before


def test_a_verdict_given_again_is_a_new_assessment(session: Session, ids: list[int]) -> None:
    change = BulkChange.of(kind=ChangeKind.VERDICT, assessment=BROKEN)
    change_claims(session, ids[:1], change, by="Ada")
    preview = preview_change(session, ids, change)
    assert list(preview.ids) == ids
    assert preview.alike == 1


def test_a_further_name_is_the_claimant_already(session: Session, ids: list[int]) -> None:
    doe = claimant_id(session, "Jane Doe")
    edit_claimant(session, doe, other(session, doe, aliases=("JD",)), by="Ada")
    change = BulkChange.of(kind=ChangeKind.CLAIMANT, claimant="JD")
    assert list(preview_change(session, ids, change).ids) == [ids[0], ids[2]]
    assert change_claims(session, ids, change, by="Ada") == 2


def test_a_preview_stops_when_it_is_told(session: Session, ids: list[int]) -> None:
    with pytest.raises(Stopped):
        preview_change(session, ids, TAGGED, watch=Watch(is_cancelled=lambda: True))


def test_what_is_stopped_changes_nothing(session: Session, ids: list[int], dump: Dump) -> None:
    before = dump()
    with pytest.raises(Stopped):
        change_claims(session, ids, TAGGED, by="Ada", watch=Watch(is_cancelled=lambda: True))
    assert dump() == before


def test_a_verdict_without_a_reason_changes_nothing(session: Session, ids: list[int]) -> None:
    with pytest.raises(ClaimTrackerError):
        change_claims(session, ids, BulkChange.of(kind=ChangeKind.VERDICT), by="Ada")


def _kept_late(kept_on: date | None) -> BulkChange:
    told = {"verdict": Verdict.KEPT_LATE, "reason": "Signed.", "assessed_on": DAY}
    draft = AssessmentDraft.of(**told, kept_on=kept_on)
    return BulkChange.of(kind=ChangeKind.VERDICT, assessment=draft)


@pytest.mark.parametrize(
    ("kept_on", "words"),
    [(None, "Enter the day on which it was kept"), (date(2025, 5, 10), "On 2 of these claims")],
)
def test_kept_late_without_a_day_or_in_time_is_refused(
    session: Session, enter: Enter, dump: Dump, kept_on: date | None, words: str
) -> None:
    strict_only = enter(due_on=date(2025, 5, 1), latest_on=date(2025, 5, 12))
    in_time = [enter(due_on=date(2025, 5, day)) for day in (10, 11)]
    ids = [*in_time, strict_only, enter(), enter(due_on=date(2025, 5, 9))]
    before = dump()
    with pytest.raises(ClaimTrackerError, match=words):
        preview_change(session, ids, _kept_late(kept_on))
    with pytest.raises(ClaimTrackerError, match=words):
        change_claims(session, ids, _kept_late(kept_on), by="Ada")
    assert dump() == before


def test_kept_late_after_the_strict_end_or_without_a_deadline_stands(
    session: Session, enter: Enter
) -> None:
    ids = [enter(), enter(due_on=date(2025, 5, 1), latest_on=date(2025, 5, 12))]
    assert change_claims(session, ids, _kept_late(date(2025, 5, 10)), by="Ada") == 2


def test_a_claim_that_is_gone_is_no_row(session: Session, ids: list[int], as_of: AsOf) -> None:
    rows = bulk_rows(session, [ids[1], 999], as_of)
    assert list(rows) == [ids[1]]
    assert rows[ids[1]].tags == ("Ukraine", "peace")


def test_a_verdict_given_since_the_preview_stands(
    session: Session, ids: list[int], rate: Rate
) -> None:
    rate(ids[0], Verdict.KEPT)
    change = BulkChange.of(kind=ChangeKind.VERDICT, assessment=BROKEN)
    seen = preview_change(session, ids, change).seen_up_to
    rate(ids[1], Verdict.KEPT)
    assert change_claims(session, ids, change, by="Ada", seen_up_to=seen) == 2
    rows = bulk_rows(session, ids, AsOf(DAY))
    found = [rows[key].claim.verdict for key in ids]
    assert found == [Verdict.BROKEN, Verdict.KEPT, Verdict.BROKEN]
    step = undo(session, by="Ada")
    assert step is not None and step.name == "verdict broken on 2 claims"


def test_where_all_were_judged_since_nothing_is_given(
    session: Session, ids: list[int], rate: Rate, dump: Dump
) -> None:
    change = BulkChange.of(kind=ChangeKind.VERDICT, assessment=BROKEN)
    seen = preview_change(session, ids, change).seen_up_to
    for claim_id in ids:
        rate(claim_id, Verdict.KEPT)
    before = dump()
    assert change_claims(session, ids, change, by="Ada", seen_up_to=seen) == 0
    assert dump() == before
