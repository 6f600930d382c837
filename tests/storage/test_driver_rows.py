"""Long answers come row by row as they lie in the file, and what breaks them as SQLAlchemy says."""

from datetime import date

import pytest
from sqlalchemy import column, select, table, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from claimtracker.storage.driver_rows import driver_rows
from claimtracker.storage.tables import Claim
from tests.conftest import Enter


def test_values_are_given_as_they_lie_in_the_file(session: Session, enter: Enter) -> None:
    key = enter("Sign the deal", stated_on=date(2025, 5, 1))
    asked = select(col(Claim.id), col(Claim.stated_on))
    assert list(driver_rows(session.connection(), asked)) == [(key, "2025-05-01")]


def test_rows_before_a_fault_are_given_and_the_fault_is_told_as_any_other(session: Session) -> None:
    words = "SELECT 'a' AS word UNION ALL SELECT CAST(x'41ff' AS TEXT)"
    session.connection().execute(text(f"CREATE TEMP TABLE odd AS {words}"))
    rows = driver_rows(session.connection(), select(table("odd", column("word"))))
    assert next(rows) == ("a",)
    with pytest.raises(DBAPIError):
        next(rows)
