"""A row that makes no sense is refused by its line; a file that makes none is refused whole."""

import json

import pytest
from sqlmodel import Session, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.import_claims import ImportResult, Refusal
from claimtracker.storage.tables import Claim, Move
from tests.conftest import Dump
from tests.operations.conftest import Import, counts


def _reasons(result: ImportResult) -> list[tuple[int, str]]:
    return [(refusal.line, refusal.reason) for refusal in result.refused]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("stated_on", "18.04.2025", "stated on: “18.04.2025” is no day such as 2025-04-18."),
        ("due_on", "2025-02-30", "due on: “2025-02-30” is no day such as 2025-04-18."),
        ("id", "x", "id: “x” is not the number of a claim."),
        ("moved_from", "-1", "moved from: “-1” is not the number of a claim."),
        ("moved_from", "9" * 5_000, f"moved from: “{'9' * 40}” is not the number of a claim."),
        ("verdict", "kept", "assessed on: the verdict kept has no day."),
        ("evidence", "proves; ; ; ", "evidence: “proves” is not a relation."),
        ("evidence", "context; x; ; ", "evidence: “x” is no day such as 2025-04-18."),
        (
            "evidence",
            "context; ; a; ; sha256:../../etc/passwd",
            "evidence: “sha256:../../etc/passwd” is not the hash of a file.",
        ),
        (
            "occurrences",
            "yesterday; ; ; ",
            "occurrences: “yesterday” is no day such as 2025-04-18.",
        ),
        ("latest_on", "2025-04-01", "The window must open before it is due and be due before its "),
        ("claimant", "a" * 2_001, "claimant: String should have at most 2000 characters."),
    ],
)
def test_a_cell_that_makes_no_sense_refuses_its_row_alone(
    column: str, cell: str, reason: str, session: Session, take: Import
) -> None:
    opens = "2025-04-02" if column == "latest_on" else ""
    held = f"summary,opens_on,{column}\nSign,,\nTalk,{opens},{cell}\nMeet,,\n"
    result = take(held)
    assert counts(result) == (2, 0, 0, 1)
    assert _reasons(result)[0][0] == 3
    assert _reasons(result)[0][1].startswith(reason)
    assert [claim.summary for claim in session.exec(select(Claim))] == ["Sign", "Meet"]


def test_an_unknown_verdict_refuses_its_row(take: Import) -> None:
    result = take("summary,verdict,assessed_on\nSign,true,2025-05-01\n")
    assert _reasons(result)[0][1].startswith("verdict: ")


def test_a_refusal_names_the_line_even_after_cells_of_several_lines(take: Import) -> None:
    result = take('summary,quote\n"A\nB","C\n\nD"\n,x\nTalk,"now"\nSign,a,b\n')
    torn = "The row has more cells than the table has columns."
    assert _reasons(result) == [(6, "A claim needs a summary."), (8, torn)]


def test_broken_characters_in_json_refuse_their_row(take: Import) -> None:
    told = [
        {"summary": "a\ud800"},
        {"summary": "b", "verdict": "\ud800"},
        {"summary": "c", "occurrences": ["; t; https://example.org; \ud800"]},
    ]
    assert [line for line, _ in _reasons(take(json.dumps(told)))] == [1, 2, 3]


@pytest.mark.parametrize("held", ["", "colour\nred\n", '[{"summary": 1}, 2]', "[1"])
def test_a_file_that_is_no_table_of_claims_is_refused_whole(
    held: str, take: Import, dump: Dump
) -> None:
    before = dump()
    with pytest.raises(ClaimTrackerError, match=r"\.$"):
        take(held)
    assert dump() == before


def test_a_file_that_breaks_off_is_refused_whole(take: Import, dump: Dump) -> None:
    before = dump()
    with pytest.raises(ClaimTrackerError, match="not a readable table"):
        take('summary\nSign\n"Talk\n')
    assert dump() == before


def test_json_without_a_summary_refuses_the_row(take: Import) -> None:
    result = take(json.dumps([{"quote": "soon"}]))
    assert result.refused == (Refusal(1, "summary: Field required."),)


@pytest.mark.parametrize(
    ("held", "lines"),
    [
        ("1,A,2\n2,B,1", [3]),
        ("1,A,3\n2,B,1\n3,C,2", [4]),
        ("1,A,1", [2]),
        ("1,A,\n2,B,1\n3,C,1", [4]),
    ],
)
def test_a_chain_that_bites_its_tail_or_forks_is_told(
    held: str, lines: list[int], session: Session, take: Import
) -> None:
    result = take(f"id,summary,moved_from\n{held}\n")
    assert result.added == held.count("\n") + 1
    assert [line for line, _ in _reasons(result)] == lines
    moves = session.exec(select(Move)).all()
    assert len(moves) == held.count("\n") + 1 - held.count("A,\n") - 1


def test_an_id_that_stands_twice_refuses_the_later_row(take: Import) -> None:
    result = take("id,summary\n1,A\n1,B\n2,C\n")
    assert counts(result) == (2, 0, 0, 1)
    assert _reasons(result) == [(3, "The id 1 stands in the file twice.")]


@pytest.mark.parametrize("column", ["source_url", "evidence", "occurrences"])
def test_an_address_with_a_password_refuses_its_row(column: str, take: Import) -> None:
    address = "https://ada:secret@example.org/"
    parts = {"evidence": f"context; ; ; {address}", "occurrences": f"; ; {address}; "}
    result = take(f"summary,{column}\nSign,{parts.get(column, address)}\nTalk,\n")
    ((line, reason),) = _reasons(result)
    assert line == 2
    assert "password" in reason
    assert "secret" not in reason
