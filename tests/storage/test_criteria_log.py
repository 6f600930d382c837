"""Criteria written or changed after the deadline are found in the change log, and nowhere else."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update
from sqlmodel import Session, col

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.rows import CriteriaChange
from claimtracker.claims.state import AsOf
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.tables import Action, Claim
from tests.conftest import Enter

DUE, LATEST = date(2025, 4, 20), date(2025, 4, 25)
BEFORE, ON_DUE, IN_GRACE, AFTER = (
    datetime(2025, 4, day, 12, tzinfo=UTC) for day in (10, 20, 22, 28)
)
Write = Callable[[str, datetime], None]


@pytest.fixture
def claim_id(session: Session, enter: Enter) -> int:
    """A claim entered before its deadline, with criteria."""
    made = enter(criteria="Both have signed", due_on=DUE, latest_on=LATEST)
    _date_newest(session, BEFORE)
    return made


def _date_newest(session: Session, at: datetime) -> None:
    newest = max(session.exec(Action.__table__.select()).scalars())  # type: ignore[attr-defined]  # SQLModel hides it
    session.execute(update(Action).where(col(Action.id) == newest).values(at=at))
    session.commit()


@pytest.fixture
def write(session: Session, claim_id: int) -> Write:
    """Change the criteria at a moment."""

    def writing(criteria: str, at: datetime) -> None:
        fields = {"summary": "Sign the deal", "due_on": DUE, "latest_on": LATEST}
        draft = ClaimDraft.of(**fields, criteria=criteria, notes=f"{criteria}, {at}")
        version = session.get_one(Claim, claim_id).version
        edit_claim(session, claim_id, draft, version=version, by="Grace")
        _date_newest(session, at)

    return writing


def _found(session: Session, claim_id: int) -> CriteriaChange | None:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1))).criteria_change


def test_criteria_of_before_the_deadline_have_no_mark(
    session: Session, claim_id: int, write: Write
) -> None:
    assert _found(session, claim_id) is None
    write("One has signed", ON_DUE)
    assert _found(session, claim_id) is None


def test_a_change_after_the_deadline_is_told_with_what_stood_there(
    session: Session, claim_id: int, write: Write
) -> None:
    write("One has signed", AFTER)
    change = _found(session, claim_id)
    assert change is not None
    assert (change.at, change.by, change.passed_on) == (AFTER, "Grace", LATEST)
    assert (change.before, change.after) == ("Both have signed", "One has signed")
    assert not change.is_strict_only


def test_between_the_ends_only_the_strict_one_has_passed(
    session: Session, claim_id: int, write: Write
) -> None:
    write("One has signed", IN_GRACE)
    change = _found(session, claim_id)
    assert change is not None
    assert (change.passed_on, change.is_strict_only) == (DUE, True)


def test_of_several_changes_the_last_is_told_and_what_stood_before_all(
    session: Session, claim_id: int, write: Write
) -> None:
    write("One has signed", IN_GRACE)
    write("Somebody has signed", AFTER)
    change = _found(session, claim_id)
    assert change is not None
    assert (change.before, change.at) == ("Both have signed", AFTER)


def test_criteria_changed_back_have_no_mark(session: Session, claim_id: int, write: Write) -> None:
    write("One has signed", AFTER)
    write("Both have signed", AFTER)
    assert _found(session, claim_id) is None


def test_an_undone_change_has_no_mark(session: Session, claim_id: int, write: Write) -> None:
    write("One has signed", AFTER)
    undo(session, by="Grace")
    assert _found(session, claim_id) is None


def test_criteria_first_written_after_the_deadline_have_a_mark(
    session: Session, enter: Enter
) -> None:
    claim_id = enter(criteria="Both have signed", due_on=DUE)
    change = _found(session, claim_id)
    assert change is not None
    assert (change.before, change.passed_on, change.by) == ("", DUE, "Ada")


def test_without_a_deadline_or_without_criteria_there_is_no_mark(
    session: Session, enter: Enter
) -> None:
    assert _found(session, enter(criteria="Both have signed")) is None
    assert _found(session, enter(due_on=DUE)) is None


def test_a_change_of_other_fields_is_none_of_the_criteria(
    session: Session, claim_id: int, write: Write
) -> None:
    write("Both have signed", AFTER)
    assert _found(session, claim_id) is None
