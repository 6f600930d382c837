"""A step is separated from the one before it: one chain becomes two, and both claims stay."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.separate_move import separate_move
from claimtracker.operations.undo import redo, undo
from claimtracker.storage.moves import chain_ids
from tests.conftest import Dump, Enter
from tests.storage.chains import lay_chain

SAID = date(2025, 4, 1)


def test_what_follows_a_step_goes_with_it(session: Session) -> None:
    ids = lay_chain(session, 4)
    assert separate_move(session, ids[2], by="Ada") == ids[1]
    assert chain_ids(session, ids[0]) == ids[:2]
    assert chain_ids(session, ids[3]) == ids[2:]


def test_it_is_undone_and_done_again(session: Session, enter: Enter, dump: Dump) -> None:
    first = enter("Sign")
    later = move_deadline(session, first, "in May", SAID, by="Ada")
    before = dump()
    separate_move(session, later, by="Ada")
    apart = dump()
    undone = undo(session, by="Ada")
    assert undone is not None
    assert undone.name == "separated 'Sign' from the step before it"
    assert dump() == before
    redo(session, by="Ada")
    assert dump() == apart


def test_a_move_itself_is_undone_with_its_claim(session: Session, enter: Enter, dump: Dump) -> None:
    first = enter("Sign")
    before = dump()
    move_deadline(session, first, "in May", SAID, by="Ada")
    undo(session, by="Ada")
    assert dump() == before


def test_a_separated_chain_can_grow_again(session: Session) -> None:
    ids = lay_chain(session, 2)
    separate_move(session, ids[1], by="Ada")
    later = move_deadline(session, ids[0], "in May", SAID, by="Ada")
    assert chain_ids(session, ids[0]) == [ids[0], later]


def test_the_first_step_has_nothing_to_be_separated_from(session: Session) -> None:
    ids = lay_chain(session, 2)
    with pytest.raises(ClaimTrackerError, match="follows no earlier deadline"):
        separate_move(session, ids[0], by="Ada")


def test_a_circle_is_mended_by_it(session: Session) -> None:
    ids = lay_chain(session, 3, is_circle=True)
    separate_move(session, ids[0], by="Ada")
    assert chain_ids(session, ids[1]) == ids
