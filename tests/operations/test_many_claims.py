"""What is done to many claims at once: one action, one undo, told before and stopped at will."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.many_claims import Stopped, Watch
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.set_claimant import set_claimant
from claimtracker.operations.set_review import set_review
from claimtracker.operations.tag_claims import tag_claims
from claimtracker.operations.undo import next_steps, undo
from claimtracker.storage.tables import Claim, Claimant, ClaimTag, Tag
from tests.conftest import Dump, Enter

DAY = date(2025, 6, 1)
JUDGED = AssessmentDraft.of(verdict="broken", reason="Not signed.", assessed_on=DAY)
Bulk = Callable[..., object]

BULK: dict[str, Bulk] = {
    "rate": lambda s, ids, **more: rate_claims(s, ids, JUDGED, by="Ada", **more),
    "review": lambda s, ids, **more: set_review(s, ids, DAY, by="Ada", **more),
    "bin": lambda s, ids, **more: bin_claims(s, ids, by="Ada", **more),
    "tag": lambda s, ids, **more: tag_claims(s, ids, add=["new"], by="Ada", **more),
    "untag": lambda s, ids, **more: tag_claims(s, ids, remove=["ukraine"], by="Ada", **more),
    "claimant": lambda s, ids, **more: set_claimant(s, ids, "Marco Rubio", by="Ada", **more),
}
EACH = pytest.mark.parametrize("bulk", BULK.values(), ids=BULK)


@pytest.fixture
def ids(enter: Enter) -> list[int]:
    return [enter(tags=("ukraine",)), enter(tags=("Ukraine", "peace")), enter(tags=("ukraine",))]


def _tags(session: Session, claim_id: int) -> list[str]:
    asked = select(Tag.name).join(ClaimTag, col(ClaimTag.tag_id) == Tag.id)
    return sorted(session.exec(asked.where(ClaimTag.claim_id == claim_id)).all())


@EACH
def test_one_undo_takes_it_back_for_all(
    bulk: Bulk, session: Session, ids: list[int], dump: Dump
) -> None:
    before = dump()
    bulk(session, ids)
    assert dump() != before
    undo(session, by="Ada")
    assert dump() == before


@EACH
def test_with_one_claim_missing_nothing_is_done(
    bulk: Bulk, session: Session, ids: list[int], dump: Dump
) -> None:
    before = dump()
    with pytest.raises(NotFound, match="no claim 99"):
        bulk(session, [*ids, 99])
    assert dump() == before


@EACH
def test_stopped_on_the_way_nothing_is_done(
    bulk: Bulk, session: Session, ids: list[int], dump: Dump
) -> None:
    before = dump()
    with pytest.raises(Stopped, match="nothing was changed"):
        bulk(session, ids, watch=Watch(is_cancelled=lambda: True))
    assert dump() == before


@EACH
def test_it_tells_how_far_it_has_come(bulk: Bulk, session: Session, ids: list[int]) -> None:
    told: list[tuple[int, int]] = []
    bulk(session, ids, watch=Watch(on_progress=lambda *far: told.append(far)))
    assert told == [(0, 3), (3, 3)]


def test_a_tag_is_put_on_once_whatever_its_case(session: Session, ids: list[int]) -> None:
    assert tag_claims(session, ids, add=["PEACE", "peace"], by="Ada") == 2
    assert [_tags(session, claim_id) for claim_id in ids] == [["peace", "ukraine"]] * 3


def test_a_tag_is_taken_off_those_that_carry_it(session: Session, ids: list[int]) -> None:
    assert tag_claims(session, ids, remove=["Peace", "unknown"], by="Ada") == 1
    assert [_tags(session, claim_id) for claim_id in ids] == [["ukraine"]] * 3


def test_one_tag_cannot_be_put_on_and_taken_off(session: Session, ids: list[int]) -> None:
    with pytest.raises(ClaimTrackerError, match="peace cannot be put on and taken off"):
        tag_claims(session, ids, add=["Peace"], remove=["peace"], by="Ada")


def test_a_new_claimant_is_made_and_a_known_one_is_found(session: Session, ids: list[int]) -> None:
    assert set_claimant(session, ids, "Marco Rubio", by="Ada") == 3
    assert set_claimant(session, ids[:1], "Ada Lovelace", by="Ada") == 1
    assert set_claimant(session, ids[1:], " Ada Lovelace ", by="Ada") == 2
    names = session.exec(select(Claimant.name).where(Claimant.name == "Ada Lovelace")).all()
    assert names == ["Ada Lovelace"]


def test_without_a_name_the_claims_have_no_claimant(session: Session, ids: list[int]) -> None:
    set_claimant(session, ids, "", by="Ada")
    assert set(session.exec(select(Claim.claimant_id)).all()) == {None}


def test_the_undo_menu_says_what_was_done_to_how_many(session: Session, ids: list[int]) -> None:
    told = []
    for bulk in BULK.values():
        bulk(session, ids)
        step = next_steps(session).undo
        told.append(step.name if step else "")
    assert told == [
        "verdict broken on 3 claims",
        "review date 2025-06-01 for 3 claims",
        "bin 3 claims",
        "tags +new on 3 claims",
        "tags -ukraine on 3 claims",
        "claimant Marco Rubio for 3 claims",
    ]


def test_how_many_really_changed_is_told(session: Session, ids: list[int]) -> None:
    assert bin_claims(session, ids[:1], by="Ada") == 1
    assert bin_claims(session, ids, by="Ada") == 2
    assert restore_claims(session, ids[:2], by="Ada") == 2
    assert set_review(session, ids, DAY, by="Ada") == 3
    assert set_review(session, ids, DAY, by="Ada") == 0
