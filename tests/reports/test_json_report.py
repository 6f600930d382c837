"""JSON: one document, the columns as keys, nothing as null."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.operations.show_claim import show_claim
from claimtracker.reports import json_report
from claimtracker.reports.columns import COLUMNS
from claimtracker.storage.report_rows import report_rows
from tests.conftest import Enter

TODAY = AsOf(date(2025, 5, 1))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_any_number_of_claims_is_one_array(count: int, session: Session, enter: Enter) -> None:
    ids = [enter(f"Deal {number} “é”") for number in range(count)]
    written = b"".join(json_report.json_lines(report_rows(session, ids, TODAY)))
    found = json.loads(written)
    assert [claim["id"] for claim in found] == ids
    assert all(tuple(claim) == COLUMNS for claim in found)
    assert written.decode("utf-8").count("é") == count


def test_details_hold_the_parts_as_objects(session: Session, enter: Enter) -> None:
    enter(stated_on="2025-04-18", source={"title": "Paris"})
    found = json.loads(json_report.as_text(json_report.details(show_claim(session, 1, TODAY))))
    assert set(COLUMNS) < found.keys()
    assert found["occurrences"][0]["title"] == "Paris"
    assert (found["evidence"], found["assessments"], found["moves"]) == ([], [], [])
    assert found["changes"][0]["at"].endswith("Z")


def test_days_and_moments_are_iso() -> None:
    told = [date(2025, 4, 18), datetime(2025, 4, 18, 9, 30, tzinfo=UTC)]
    assert json_report.as_text(told) == '["2025-04-18", "2025-04-18T09:30:00Z"]'


def test_what_json_cannot_hold_is_a_bug() -> None:
    with pytest.raises(TypeError):
        json_report.as_text(object())
