"""The sample case shows every state on its day, entered as a person would enter it."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.operations.sample_case import enter_sample_case, sample_day
from claimtracker.operations.undo import next_steps
from claimtracker.resource_files import resource
from claimtracker.storage import claim_list
from claimtracker.storage.report_rows import report_rows


@pytest.fixture
def case() -> Path:
    return resource("sample_case.toml")


@pytest.fixture
def rows(session: Session, case: Path) -> list[ReportRow]:
    count = enter_sample_case(session, case)
    return list(report_rows(session, range(1, count + 1), AsOf(sample_day(case))))


def _about(rows: list[ReportRow], words: str) -> ReportRow:
    (found,) = [row for row in rows if words in row.deadline_wording]
    return found


def test_every_state_is_shown_on_its_day(rows: list[ReportRow]) -> None:
    assert {row.state for row in rows} == set(State)


def test_every_wording_is_read(rows: list[ReportRow]) -> None:
    worded = [row for row in rows if row.deadline_wording]
    assert [row.deadline_wording for row in worded if not row.opens_on] == []


def test_the_ultimatum_is_read_as_published(rows: list[ReportRow]) -> None:
    found = _about(rows, "within days")
    days = (found.opens_on, found.due_on, found.latest_on)
    assert days == (date(2025, 4, 18), date(2025, 4, 20), date(2025, 4, 25))
    assert len(found.occurrences) == 4


def test_the_minerals_deal_was_kept_three_days_late(rows: list[ReportRow]) -> None:
    found = _about(rows, "next week")
    assert (found.opens_on, found.latest_on) == (date(2025, 4, 21), date(2025, 4, 27))
    assert found.verdict is Verdict.KEPT_LATE


def test_from_the_first_day_to_april_or_may_the_slip_is_130_days(rows: list[ReportRow]) -> None:
    assert _about(rows, "April or May").slip_days == 130


def test_an_undo_in_the_sample_takes_back_what_the_person_did_there(
    session: Session, rows: list[ReportRow]
) -> None:
    assert rows
    assert next_steps(session).undo is None


def test_a_sample_that_cannot_be_entered_leaves_nothing(session: Session, tmp_path: Path) -> None:
    broken = tmp_path / "case.toml"
    broken.write_text(
        'as_of = 2025-05-26\nevent = []\n[[claimant]]\nname = "A"\n'
        '[[claim]]\nkey = "a"\nsummary = "Sign"\n[[claim]]\nkey = "b"\n',
        encoding="utf-8",
    )
    with pytest.raises(Exception, match="summary"):
        enter_sample_case(session, broken)
    assert claim_list.counts(session, AsOf(date(2025, 5, 26))).on_the_shelf == 0
