"""Rows that are as the log left them, and still contradict one another, are named."""

from collections.abc import Mapping

import pytest
from sqlmodel import Session

from claimtracker.operations.verify import verify
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import add_rows, change_rows
from claimtracker.storage.tables import Claim, Move
from tests.conftest import Enter


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"verdict": "broken"}, "The verdict of claim 1 is not that of its newest assessment."),
        ({"restates_id": 2}, "Claim 1 restates another one and is not in the bin."),
    ],
    ids=["a verdict nobody gave", "a restatement outside the bin"],
)
def test_a_claim_that_contradicts_what_belongs_to_it_is_named(
    session: Session, enter: Enter, values: Mapping[str, object], problem: str
) -> None:
    enter("One")
    enter("Other")
    assert verify(session).problems == ()
    with recorded(session, "a bug", "Ada"):
        change_rows(session, Claim, [1], values)
    assert verify(session).problems == (problem,)


def test_moves_that_go_round_are_named(session: Session, enter: Enter) -> None:
    one, other = enter("One"), enter("Other")
    with recorded(session, "a bug", "Ada"):
        add_rows(
            session,
            Move,
            [
                {"from_claim_id": one, "to_claim_id": other},
                {"from_claim_id": other, "to_claim_id": one},
            ],
        )
    (problem,) = verify(session).problems
    assert "go round in a circle" in problem
