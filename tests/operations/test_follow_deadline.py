"""A stored claim as the later step: chains are joined at their ends, and nowhere else."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.follow_deadline import follow_deadline
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.undo import undo
from claimtracker.storage.moves import chain_ids
from tests.conftest import Dump, Enter

SAID = date(2025, 4, 1)


@pytest.fixture
def two_chains(session: Session, enter: Enter) -> tuple[list[int], list[int]]:
    """Two chains of two claims each."""
    made = []
    for summary in ("Sign", "Talk"):
        first = enter(summary)
        made.append([first, move_deadline(session, first, "in May", SAID, by="Ada")])
    return made[0], made[1]


def test_a_stored_claim_becomes_the_next_step_and_neither_changes(
    session: Session, enter: Enter, dump: Dump
) -> None:
    first, later = enter("Sign"), enter("Sign after all")
    before = dump()
    assert follow_deadline(session, first, later, by="Ada") == later
    assert chain_ids(session, first) == [first, later]
    assert {**dump(), "move": []} == {**before, "move": []}


def test_it_is_undone_in_one_go(session: Session, enter: Enter, dump: Dump) -> None:
    first, later = enter("Sign"), enter("Talk")
    before = dump()
    follow_deadline(session, first, later, by="Ada")
    undone = undo(session, by="Ada")
    assert undone is not None
    assert undone.name == "moved deadline of 'Sign'"
    assert dump() == before


def test_two_chains_are_joined_at_their_ends(
    session: Session, two_chains: tuple[list[int], list[int]]
) -> None:
    one, other = two_chains
    follow_deadline(session, one[-1], other[0], by="Ada")
    assert chain_ids(session, other[1]) == [*one, *other]


@pytest.mark.parametrize(
    ("ends", "reason"),
    [
        (lambda one, _: (one[0], one[0]), "cannot move its own deadline"),
        (lambda one, other: (one[0], other[0]), r"already moved, by claim 2: record .* there"),
        (lambda one, other: (one[1], other[1]), "already follows claim 3: separate the two first"),
        (lambda one, _: (one[1], one[0]), "comes earlier in the same chain"),
    ],
)
def test_what_would_fork_or_close_a_chain_is_refused(
    ends: Callable[[list[int], list[int]], tuple[int, int]],
    reason: str,
    session: Session,
    two_chains: tuple[list[int], list[int]],
    dump: Dump,
) -> None:
    before = dump()
    earlier, later = ends(*two_chains)
    with pytest.raises(ClaimTrackerError, match=reason):
        follow_deadline(session, earlier, later, by="Ada")
    assert dump() == before


def test_a_refusal_names_the_end_of_the_chain(session: Session, enter: Enter) -> None:
    chain = [enter()]
    for wording in ("in May", "in June"):
        chain.append(move_deadline(session, chain[-1], wording, SAID, by="Ada"))
    with pytest.raises(ClaimTrackerError, match="at the end of its chain, claim 3"):
        follow_deadline(session, chain[0], enter("Another"), by="Ada")


@pytest.mark.parametrize("binned", [0, 1])
def test_a_claim_in_the_bin_is_no_step(binned: int, session: Session, enter: Enter) -> None:
    ids = [enter("Sign"), enter("Talk")]
    bin_claims(session, [ids[binned]], by="Ada")
    with pytest.raises(ClaimTrackerError, match=f"Claim {ids[binned]} is in the bin"):
        follow_deadline(session, ids[0], ids[1], by="Ada")


def test_a_claim_that_is_not_there_is_named(session: Session, enter: Enter) -> None:
    with pytest.raises(NotFound, match="no claim 9"):
        follow_deadline(session, enter(), 9, by="Ada")
