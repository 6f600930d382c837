"""The CSV report is exactly the published one, and harmless in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.reports.columns import COLUMNS, cells, moment_text, values
from claimtracker.reports.csv_report import csv_lines, guarded, unguarded
from claimtracker.storage.report_rows import report_rows
from tests.conftest import Enter, Rate

PUBLISHED = (
    "id, summary, quote, claimant, claimant_role, stated_on, source_title, source_url, "
    "deadline_wording, opens_on, due_on, latest_on, precision, rule, state, days_over, condition, "
    "criteria, review_on, verdict, assessed_on, verdict_reason, evidence_count, evidence, "
    "occurrences, moved_from, moved_to, slip_days, tags, notes, created_at, updated_at"
)
TODAY = date(2025, 5, 1)
BOM = b"\xef\xbb\xbf"


def _rows(session: Session, *ids: int) -> Iterator[ReportRow]:
    return report_rows(session, ids, AsOf(TODAY))


def _read(report: bytes) -> list[dict[str, str]]:
    text = report.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_columns_stand_in_the_published_order() -> None:
    assert ", ".join(COLUMNS) == PUBLISHED


def test_no_claims_give_the_header_alone() -> None:
    header = ",".join(COLUMNS).encode()
    assert b"".join(csv_lines([])) == BOM + header + b"\r\n"


def test_a_row_is_one_record_with_carriage_return_and_line_feed(
    session: Session, enter: Enter
) -> None:
    enter("Sign\nthe deal", quote='He said "soon",\r\nperhaps')
    report = b"".join(csv_lines(_rows(session, 1)))
    assert report.startswith(BOM)
    assert report.count(BOM) == 1
    assert report.endswith(b"\r\n")
    assert b'"He said ""soon"",\r\nperhaps"' in report
    assert [row["summary"] for row in _read(report)] == ["Sign\nthe deal"]


def test_a_whole_claim_stands_under_its_columns(session: Session, enter: Enter, rate: Rate) -> None:
    claim_id = enter(
        "Sign the deal",
        claimant="Marco Rubio",
        claimant_role="Secretary",
        stated_on="2025-04-18",
        due_on="2025-04-20",
        latest_on="2025-04-25",
        tags=("ukraine", "b|c"),
        source={"title": "Paris", "url": "https://example.org/1"},
    )
    evidence = EvidenceDraft.of(
        relation="fulfils", title="Signed; at last", published_on="2025-04-30"
    )
    link_evidence(session, [claim_id], evidence, by="Ada")
    rate(claim_id, Verdict.STALLED, "No talks.")
    (row,) = _read(b"".join(csv_lines(_rows(session, claim_id))))
    wanted = {
        "id": "1",
        "claimant_role": "Secretary",
        "source_title": "Paris",
        "opens_on": "2025-04-18",
        "rule": "set by hand",
        "state": "passed",
        "days_over": "6",
        "verdict": "stalled",
        "assessed_on": "2025-05-01",
        "verdict_reason": "No talks.",
        "evidence_count": "1",
        "evidence": r"fulfils; 2025-04-30; Signed\; at last; ",
        "occurrences": "2025-04-18; Paris; https://example.org/1; ",
        "moved_to": "",
        "tags": r"b\|c | ukraine",
    }
    assert {name: row[name] for name in wanted} == wanted
    assert row["created_at"].endswith("Z")


def test_a_moved_claim_names_its_neighbours_and_the_slip(session: Session, enter: Enter) -> None:
    first = enter(due_on="2025-04-20", stated_on="2025-04-18")
    second = move_deadline(session, first, "by 2025-04-30", date(2025, 4, 19), by="Ada")
    before, after = _read(b"".join(csv_lines(_rows(session, first, second))))
    assert (before["moved_from"], before["moved_to"], before["slip_days"]) == ("", "2", "")
    assert (after["moved_from"], after["moved_to"], after["slip_days"]) == ("1", "", "10")


@pytest.mark.parametrize("start", "=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
def test_a_text_that_a_spreadsheet_would_run_is_guarded(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"
    assert unguarded(f"'{start}1") == f"{start}1"


@pytest.mark.parametrize("text", ["", "a=1", " =1", "'", "'a", "''", "1-2", "\n=1", "=".join("ab")])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\0a\n\uff1d") | st.characters()))
def test_the_guard_comes_off_exactly_as_it_was_put_on(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\0", "\uff1d"))


def test_numbers_below_zero_are_not_guarded(session: Session, enter: Enter) -> None:
    enter("-1 per cent", due_on="2025-05-11")
    (row,) = _read(b"".join(csv_lines(_rows(session, 1))))
    assert (row["days_over"], row["summary"]) == ("-10", "'-1 per cent")


def test_a_moment_is_told_to_the_second_and_its_year_in_four_digits() -> None:
    assert moment_text(datetime(2025, 5, 1, 7, 8, 9, 10, UTC)) == "2025-05-01T07:08:09Z"
    assert moment_text(datetime(999, 5, 1, tzinfo=UTC)) == "0999-05-01T00:00:00Z"


TEXTS = st.text(st.sampled_from(",;|\"'\r\n\0=") | st.characters(exclude_categories=["Cs"]))


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_is_read_back_by_a_plain_csv_reader(texts: list[str]) -> None:
    rows = [_row(text) for text in texts]
    read = _read(b"".join(csv_lines(rows)))
    assert [unguarded(row["quote"]) for row in read] == texts


_EMPTY: dict[object, object] = {
    str: "",
    int: 0,
    State: State.OPEN,
    Verdict: Verdict.KEPT,
    datetime: datetime(2025, 5, 1, tzinfo=UTC),
}


def _row(quote: str) -> ReportRow:
    kinds = {each.name: each.type for each in fields(ReportRow)}
    empty: dict[str, Any] = {name: _EMPTY.get(kinds[name]) for name in COLUMNS}
    lists = {"evidence": (), "occurrences": (), "tags": ()}
    return ReportRow(**{**empty, **lists, "summary": "a", "quote": quote})


def test_values_are_lists_numbers_texts_and_nothing(session: Session, enter: Enter) -> None:
    enter(tags=("b", "a"), due_on="2025-04-30")
    found = values(next(_rows(session, 1)))
    assert (found["tags"], found["evidence"], found["moved_to"]) == (["a", "b"], [], None)
    assert (found["days_over"], found["due_on"], found["state"]) == (1, "2025-04-30", "passed")
    assert {type(value) for value in found.values()} == {int, str, list, type(None)}
    assert len(cells(next(_rows(session, 1)))) == len(COLUMNS)
