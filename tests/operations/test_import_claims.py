"""An import says what it added, changed, skipped and refused, and one undo takes it all back."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.export_report import export_report
from claimtracker.operations.import_claims import ImportResult, Refusal, import_claims
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.list_claims import report
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.set_review import set_review
from claimtracker.operations.undo import undo
from claimtracker.storage.tables import Action, Claim, Evidence, Move
from tests.conftest import Dump, Enter, Rate

LISTING = Listing(AsOf(date(2025, 5, 1)))
Import = Callable[..., ImportResult]
SAMPLE = (
    "id,summary,claimant,stated_on,deadline_wording,due_on,verdict,assessed_on,moved_from,tags\n"
    "7,Sign the deal,Rubio,2025-04-18,within days,,kept,2025-04-20,,a | b\n"
    "8,Talk again,,2025-04-18,,2025-05-30,,,7,\n"
)


@pytest.fixture
def take(session: Session, tmp_path: Path) -> Import:
    """Import a table that holds these lines."""

    def taking(
        held: str, *, dry_run: bool = False, columns: Mapping[str, str] | None = None
    ) -> ImportResult:
        path = tmp_path / ("table.json" if held.startswith("[") else "table.csv")
        path.write_text(held, encoding="utf-8", newline="")
        return import_claims(session, path, by="Ada", dry_run=dry_run, columns=columns)

    return taking


def _counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.changed, result.skipped, len(result.refused)


def _rows(session: Session) -> list[ReportRow]:
    session.rollback()
    return sorted(report(session, LISTING), key=lambda row: row.id)


def _reasons(result: ImportResult) -> list[tuple[int, str]]:
    return [(refusal.line, refusal.reason) for refusal in result.refused]


def test_a_row_becomes_a_claim_with_all_it_says(session: Session, take: Import) -> None:
    assert _counts(take(SAMPLE)) == (2, 0, 0, 0)
    first, second = _rows(session)
    assert (first.summary, first.claimant, first.tags) == ("Sign the deal", "Rubio", ("a", "b"))
    assert (first.due_on, first.latest_on) == (date(2025, 4, 20), date(2025, 4, 25))
    assert (first.verdict, first.assessed_on) == (Verdict.KEPT, date(2025, 4, 20))
    assert first.verdict_reason == "Imported without a reason."
    assert (second.moved_from, second.slip_days) == (first.id, 35)


def test_the_same_file_again_changes_nothing(take: Import, dump: Dump) -> None:
    take(SAMPLE)
    before = dump()
    assert _counts(take(SAMPLE)) == (0, 0, 2, 0)
    assert dump() == before


def test_what_differs_is_changed_and_what_the_file_lacks_stays(
    session: Session, enter: Enter, take: Import
) -> None:
    enter("Sign", notes="Call.", tags=("a",), criteria="A signature", review_on="2025-06-01")
    assert _counts(take("summary,notes,tags\nSign,Write.,b\n")) == (0, 1, 0, 0)
    (row,) = _rows(session)
    assert (row.notes, row.tags, row.criteria) == ("Write.", ("b",), "A signature")
    assert row.review_on == date(2025, 6, 1)


def test_an_exported_claim_is_met_again_under_another_summary(
    session: Session, enter: Enter, take: Import, tmp_path: Path
) -> None:
    enter("Sign the deal", quote="soon")
    export_report(session, tmp_path / "out.csv", LISTING)
    held = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert _counts(take(held.replace("Sign the deal", "Sign the treaty"))) == (0, 1, 0, 0)
    assert [row.summary for row in _rows(session)] == ["Sign the treaty"]


def test_words_exchanged_in_the_file_are_read_anew(
    session: Session, enter: Enter, take: Import
) -> None:
    enter("Sign", stated_on="2025-04-18", deadline_wording="within days")
    (row,) = _rows(session)
    born = f"{row.created_at:%Y-%m-%dT%H:%M:%SZ}"
    held = f"id,created_at,summary,deadline_wording\n1,{born},Sign,by 2025-06-30\n"
    assert _counts(take(held)) == (0, 1, 0, 0)
    assert _rows(session)[0].latest_on == date(2025, 6, 30)


def test_two_claims_of_the_same_words_are_each_met_once(take: Import) -> None:
    held = "summary\nSign\nSign\n"
    assert _counts(take(held)) == (2, 0, 0, 0)
    assert _counts(take(held)) == (0, 0, 2, 0)


def test_a_tag_in_another_case_or_a_role_left_blank_is_no_difference(take: Import) -> None:
    held = "summary,claimant,claimant_role,tags\nA,Rubio,Secretary,Ukraine\nB,Rubio,,ukraine\n"
    take(held)
    assert _counts(take(held)) == (0, 0, 2, 0)


def test_another_claimant_does_not_take_over_the_role(
    session: Session, enter: Enter, take: Import
) -> None:
    enter("Sign", claimant="Rubio", claimant_role="Secretary")
    born = f"{_rows(session)[0].created_at:%Y-%m-%dT%H:%M:%SZ}"
    take(f"id,created_at,summary,claimant\n1,{born},Sign,Trump\n")
    (row,) = _rows(session)
    assert (row.claimant, row.claimant_role) == ("Trump", "")


def test_verdicts_and_evidence_are_added_and_never_taken_away(
    session: Session, enter: Enter, rate: Rate, take: Import
) -> None:
    claim_id = enter("Sign")
    link_evidence(session, [claim_id], EvidenceDraft.of(relation="context", title="A"), by="Ada")
    rate(claim_id, Verdict.STALLED, "No talks.")
    take("summary,evidence,verdict\nSign,,\n")
    told = "fulfils; 2025-04-30; B; https://example.org"
    held = (
        f"summary,evidence,verdict,assessed_on,verdict_reason\nSign,{told},kept,2025-05-01,Yes.\n"
    )
    assert _counts(take(held)) == (0, 1, 0, 0)
    (row,) = _rows(session)
    assert [item.title for item in row.evidence] == ["B", "A"]
    assert (row.verdict, row.verdict_reason) == (Verdict.KEPT, "Yes.")


def test_one_undo_takes_the_whole_import_back(
    session: Session, enter: Enter, take: Import, dump: Dump
) -> None:
    enter("Talk again", stated_on="2025-04-18")
    before = dump()
    held = SAMPLE.replace("tags\n", "tags,evidence\n").replace(",7,\n", ",7,x,context; ; T; \n")
    assert _counts(take(held)) == (1, 1, 0, 0)
    undo(session, by="Ada")
    assert dump() == before


def test_a_dry_run_tells_the_same_and_changes_nothing(
    session: Session, take: Import, dump: Dump
) -> None:
    held = SAMPLE + "9,,,,,,,,,\n"
    before = dump()
    rehearsed = take(held, dry_run=True)
    assert dump() == before
    assert session.exec(select(Action)).all() == []
    assert rehearsed == take(held)


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("stated_on", "18.04.2025", "stated on: “18.04.2025” is no day such as 2025-04-18."),
        ("due_on", "2025-02-30", "due on: “2025-02-30” is no day such as 2025-04-18."),
        ("id", "x", "id: “x” is not a number."),
        ("moved_from", "-1", "moved from: “-1” is not a number."),
        ("moved_from", "9" * 5_000, f"moved from: “{'9' * 40}” is not a number."),
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
    assert _counts(result) == (2, 0, 0, 1)
    assert _reasons(result)[0][0] == 3
    assert _reasons(result)[0][1].startswith(reason)
    assert [row.summary for row in _rows(session)] == ["Sign", "Meet"]


def test_an_unknown_verdict_refuses_its_row(take: Import) -> None:
    result = take("summary,verdict,assessed_on\nSign,true,2025-05-01\n")
    assert _reasons(result)[0][1].startswith("verdict: ")


def test_a_refusal_names_the_line_even_after_cells_of_several_lines(take: Import) -> None:
    result = take('summary,quote\n"A\nB","C\n\nD"\n,x\nTalk,"now"\nSign,a,b\n')
    torn = "The row has more cells than the table has columns."
    assert _reasons(result) == [(6, "A claim needs a summary."), (8, torn)]


def test_broken_characters_in_json_refuse_their_row(take: Import) -> None:
    result = take('[{"summary": "a\\ud800"}, {"summary": "b", "verdict": "\\ud800"}]')
    assert [line for line, _ in _reasons(result)] == [1, 2]


def test_a_move_from_a_claim_that_is_not_in_the_file_is_told(
    session: Session, take: Import
) -> None:
    result = take("id,summary,moved_from\n1,Sign,9\n2,Talk,2\n")
    assert result.added == 2
    assert [line for line, _ in _reasons(result)] == [2, 3]
    assert all("The claim was taken, but not its move" in told for _, told in _reasons(result))
    assert session.exec(select(Move)).all() == []


def test_a_chain_may_stand_in_any_order(session: Session, take: Import) -> None:
    take("id,summary,moved_from\n3,C,2\n2,B,1\n1,A,\n")
    by_name = {row.summary: row for row in _rows(session)}
    assert by_name["C"].moved_from == by_name["B"].id
    assert by_name["B"].moved_from == by_name["A"].id


def test_a_chain_that_stands_here_is_not_forked(
    session: Session, enter: Enter, take: Import
) -> None:
    first = enter("A")
    move_deadline(session, first, "2025-06-01", date(2025, 5, 1), by="Ada")
    take("id,summary,moved_from\n1,A,\n2,B,1\n")
    assert len(session.exec(select(Move)).all()) == 1


def test_documents_that_look_alike_are_all_taken(session: Session, take: Import) -> None:
    same = "context; ; T; https://example.org"
    held = f"summary,evidence\nSign,{same} | {same}\nTalk,{same}\n"
    assert _counts(take(held)) == (2, 0, 0, 0)
    assert [row.evidence_count for row in _rows(session)] == [2, 1]
    assert len(session.exec(select(Evidence)).all()) == 2
    assert _counts(take(held)) == (0, 0, 2, 0)


def test_the_condition_outcome_stays_though_no_column_has_it(
    session: Session, enter: Enter, take: Import
) -> None:
    enter("Sign", condition="if asked", condition_outcome="met")
    take("summary,condition\nSign,if he is asked\n")
    claim = session.exec(select(Claim)).one()
    assert (claim.condition, claim.condition_outcome) == ("if he is asked", "met")


def test_foreign_columns_are_taken_by_the_names_given(session: Session, take: Import) -> None:
    columns = {"Promise": "summary", "By": "claimant"}
    assert _counts(take("Promise,By,Colour\nSign,Rubio,red\n", columns=columns)) == (1, 0, 0, 0)
    assert _rows(session)[0].claimant == "Rubio"


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


def test_the_file_wins_over_what_stood_here_and_undo_brings_that_back(
    session: Session, enter: Enter, take: Import
) -> None:
    """The file says what it says: its columns win, and the result counts it as changed."""
    claim_id = enter("Sign")
    set_review(session, [claim_id], date(2025, 6, 1), by="Ada")
    assert _counts(take("summary,review_on\nSign,2025-07-01\n")) == (0, 1, 0, 0)
    undo(session, by="Ada")
    assert _rows(session)[0].review_on == date(2025, 6, 1)
