"""The state in SQL is the state in Python, and what needs work first stands first."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, create_engine, select, text
from sqlmodel import Session, SQLModel, col

from claimtracker.claims.state import AsOf, Window, state_on
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.storage.named_ids import among
from claimtracker.storage.state_sql import (
    URGENCY,
    needs_review_sql,
    on_the_shelf,
    state_sql,
    urgency_sql,
)
from claimtracker.storage.tables import Claim

TODAY = date(2025, 5, 1)
# Around today, where the boundaries are, and at the ends of the calendar.
DAYS = st.integers(-9, 9).map(lambda days: TODAY + timedelta(days=days))
ANY_DAY = st.none() | DAYS | st.sampled_from([date.min, date.max]) | st.dates()
WINDOWS = st.builds(Window, ANY_DAY, ANY_DAY, ANY_DAY)
LOOKS = st.builds(AsOf, DAYS | st.dates(), st.integers(0, 400))


@pytest.fixture(scope="module")
def memory() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def _states(session: Session, as_of: AsOf) -> list[tuple[Claim, str]]:
    asked = select(Claim, state_sql(as_of)).order_by(col(Claim.id))
    return [(claim, state) for claim, state in session.execute(asked)]


@settings(max_examples=60)
@given(LOOKS, st.lists(st.tuples(WINDOWS, st.sampled_from(Verdict)), min_size=1, max_size=20))
def test_sql_and_python_agree_on_every_state(
    memory: Session, as_of: AsOf, given_claims: list[tuple[Window, Verdict]]
) -> None:
    memory.rollback()
    for window, verdict in given_claims:
        row = Claim(summary="a", verdict=verdict.value)
        row.opens_on, row.due_on, row.latest_on = window.opens_on, window.due_on, window.latest_on
        memory.add(row)
    memory.flush()
    for claim, state in _states(memory, as_of):
        window = Window(claim.opens_on, claim.due_on, claim.latest_on)
        assert state == state_on(as_of, window, Verdict(claim.verdict))


@settings(max_examples=40)
@given(LOOKS, ANY_DAY, st.sampled_from(Verdict))
def test_a_review_is_due_from_its_day_on_until_a_final_verdict(
    memory: Session, as_of: AsOf, review_on: date | None, verdict: Verdict
) -> None:
    memory.rollback()
    memory.add(Claim(summary="a", review_on=review_on, verdict=verdict.value))
    found = memory.execute(select(Claim).where(needs_review_sql(as_of))).first() is not None
    assert found == (review_on is not None and review_on <= as_of.today and not verdict.is_final)


def test_what_needs_work_first_stands_first(memory: Session) -> None:
    memory.rollback()
    near = TODAY + timedelta(days=1)
    far, past = TODAY + timedelta(days=90), TODAY - timedelta(days=1)
    memory.add_all(
        [
            Claim(summary=State.SETTLED, verdict=Verdict.KEPT.value),
            Claim(summary=State.UNDATED),
            Claim(summary=State.UPCOMING, opens_on=far),
            Claim(summary=State.OPEN, due_on=far),
            Claim(summary=State.DUE_SOON, due_on=near),
            Claim(summary=State.GRACE, due_on=past, latest_on=near),
            Claim(summary=State.PASSED, latest_on=past),
        ]
    )
    asked = select(col(Claim.summary)).order_by(urgency_sql(AsOf(TODAY)))
    assert tuple(memory.execute(asked).scalars()) == URGENCY


def test_all_claims_on_the_shelf_are_gone_through_as_they_lie(session: Session) -> None:
    assert "USING INDEX" in _plan(session, col(Claim.binned_at).is_(None))  # the control
    assert _plan(session, on_the_shelf()) == "SCAN claim"


@pytest.mark.parametrize(
    ("column", "way"), [(Claim.id, "PRIMARY KEY"), (Claim.claimant_id, "ix_claim_claimant_id")]
)
def test_claims_that_are_named_are_looked_up_by_their_names_alone(
    session: Session, column: int, way: str
) -> None:
    named = among(col(column), [1, 2])
    assert "binned_at=?" in _plan(session, named & col(Claim.binned_at).is_(None))  # the control
    assert way in _plan(session, named & on_the_shelf())


def _plan(session: Session, condition: ColumnElement[bool]) -> str:
    asked = select(col(Claim.summary)).where(condition)
    told = asked.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    return str(session.execute(text(f"EXPLAIN QUERY PLAN {told}")).scalars(3).first())
