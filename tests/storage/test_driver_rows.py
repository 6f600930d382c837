"""Long answers come row by row as they lie in the file, and what breaks them as SQLAlchemy says."""

import gc
from datetime import date

import pytest
from sqlalchemy import column, select, table, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from claimtracker.storage.driver_rows import driver_rows
from claimtracker.storage.engine import Database
from claimtracker.storage.tables import Claim
from tests.conftest import Enter


def test_values_are_given_as_they_lie_in_the_file(session: Session, enter: Enter) -> None:
    key = enter("Sign the deal", stated_on=date(2025, 5, 1))
    asked = select(col(Claim.id), col(Claim.stated_on))
    assert list(driver_rows(session.connection(), asked)) == [(key, "2025-05-01")]


def test_a_fault_on_the_way_is_told_as_any_other(session: Session) -> None:
    words = "SELECT 'a' AS word UNION ALL SELECT CAST(x'41ff' AS TEXT)"
    session.connection().execute(text(f"CREATE TEMP TABLE odd AS {words}"))
    rows = driver_rows(session.connection(), select(table("odd", column("word"))))
    with pytest.raises(DBAPIError):
        list(rows)


def test_rows_may_be_let_go_of_when_the_database_is_closed_already(
    database: Database, enter: Enter
) -> None:
    enter("Sign the deal")
    enter("Build the bridge")
    with database.session() as session:
        rows = driver_rows(session.connection(), select(col(Claim.summary)))
        next(rows)
        driver = session.connection().connection.driver_connection
    assert driver is not None
    driver.close()
    del rows  # what would be raised here fails the test, as nobody hears it
    gc.collect()
