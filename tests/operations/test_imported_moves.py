"""The moves of a file: tied without walking a chain for each of its steps."""

from sqlmodel import Session, select

from claimtracker.operations.imported_moves import ToldMove, link_moves
from claimtracker.storage.moves import chain_ids
from claimtracker.storage.tables import Move
from tests.operations.conftest import Import
from tests.storage.chains import counted, lay_chain


def alike(ids: list[int]) -> dict[int, int]:
    """A file whose ids are those here."""
    return {claim_id: claim_id for claim_id in ids}


def told_of(ids: list[int]) -> list[ToldMove]:
    """The moves of a chain with these claims, each on a line of its own."""
    return [ToldMove(n, ids[n - 1], ids[n]) for n in range(1, len(ids))]


def unlinked(session: Session, count: int) -> list[int]:
    return [lay_chain(session, 1)[0] for _ in range(count)]


def test_a_chain_that_is_told_newest_first_is_tied(session: Session) -> None:
    ids = unlinked(session, 5)
    assert list(link_moves(session, reversed(told_of(ids)), alike(ids))) == []
    session.flush()
    assert chain_ids(session, ids[2]) == ids


def test_10_000_moves_are_tied_by_one_question(session: Session) -> None:
    ids = lay_chain(session, 10_000)
    first = unlinked(session, 1)
    told = [*reversed(told_of(ids)), ToldMove(10_000, first[0], ids[0])]
    with counted(session) as sent:
        assert list(link_moves(session, told, alike([*ids, *first]))) == []
    assert len(sent) == 1
    (added,) = session.new
    assert isinstance(added, Move)
    assert (added.from_claim_id, added.to_claim_id) == (first[0], ids[0])


def test_a_circle_through_stored_moves_is_told_by_its_line(session: Session) -> None:
    ids = lay_chain(session, 4)
    told = [ToldMove(7, ids[3], ids[0]), ToldMove(8, ids[1], ids[1])]
    assert list(link_moves(session, told, alike(ids))) == [
        (7, "the chain would end where it begins"),
        (8, "a claim cannot follow itself"),
    ]


def test_a_fork_and_a_claim_outside_the_file_are_told(session: Session) -> None:
    ids, alone = lay_chain(session, 2), unlinked(session, 1)[0]
    told = [ToldMove(2, ids[0], alone), ToldMove(3, 99, alone)]
    assert list(link_moves(session, told, alike([*ids, alone]))) == [
        (2, f"the chain of claim {ids[0]} goes on otherwise here"),
        (3, "99 is not in the file"),
    ]


def test_a_refused_move_is_told_by_its_line_and_its_claim_is_taken(
    session: Session, take: Import
) -> None:
    result = take("id,summary,moved_from\n1,A,3\n2,B,1\n3,C,2\n4,D,4\n")
    assert result.added == 4
    assert [(refusal.line, refusal.reason) for refusal in result.refused] == [
        (4, "The claim was taken, but not its move: the chain would end where it begins."),
        (5, "The claim was taken, but not its move: a claim cannot follow itself."),
    ]
    assert len(session.exec(select(Move)).all()) == 2
