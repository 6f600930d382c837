"""An import says what it added, changed, skipped and refused, and one undo takes it all back."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import parse
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome, Verdict
from claimtracker.operations import add_imported
from claimtracker.operations.export_report import export_report
from claimtracker.operations.import_claims import ImportResult, import_claims
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.list_claims import report
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.set_review import set_review
from claimtracker.operations.undo import undo
from claimtracker.operations.verify import verify
from claimtracker.storage.tables import Action, Claim, Evidence, Move
from tests.conftest import Dump, Enter, Rate
from tests.operations.conftest import Import, counts

LISTING = Listing(AsOf(date(2025, 5, 1)))
SAMPLE = (
    "id,summary,claimant,stated_on,deadline_wording,due_on,verdict,assessed_on,moved_from,tags\n"
    "7,Sign the deal,Rubio,2025-04-18,within days,,kept,2025-04-20,,a | b\n"
    "8,Talk again,,2025-04-18,,2025-05-30,,,7,\n"
)


def _rows(session: Session) -> list[ReportRow]:
    session.rollback()
    return sorted(report(session, LISTING), key=lambda row: row.id)


def _reasons(result: ImportResult) -> list[tuple[int, str]]:
    return [(refusal.line, refusal.reason) for refusal in result.refused]


def test_a_row_becomes_a_claim_with_all_it_says(session: Session, take: Import) -> None:
    assert counts(take(SAMPLE)) == (2, 0, 0, 0)
    first, second = _rows(session)
    assert (first.summary, first.claimant, first.tags) == ("Sign the deal", "Rubio", ("a", "b"))
    assert (first.due_on, first.latest_on) == (date(2025, 4, 20), date(2025, 4, 25))
    assert (first.verdict, first.assessed_on) == (Verdict.KEPT, date(2025, 4, 20))
    assert first.verdict_reason == "Imported without a reason."
    assert (second.moved_from, second.slip_days) == (first.id, 35)


def test_the_same_file_again_changes_nothing(take: Import, dump: Dump) -> None:
    take(SAMPLE)
    before = dump()
    assert counts(take(SAMPLE)) == (0, 0, 2, 0)
    assert dump() == before


def test_what_differs_is_changed_and_what_the_file_lacks_stays(
    session: Session, enter: Enter, take: Import
) -> None:
    enter("Sign", notes="Call.", tags=("a",), criteria="A signature", review_on="2025-06-01")
    assert counts(take("summary,notes,tags\nSign,Write.,b\n")) == (0, 1, 0, 0)
    (row,) = _rows(session)
    assert (row.notes, row.tags, row.criteria) == ("Write.", ("b",), "A signature")
    assert row.review_on == date(2025, 6, 1)


def test_an_exported_claim_is_met_again_under_another_summary(
    session: Session, enter: Enter, take: Import, tmp_path: Path
) -> None:
    enter("Sign the deal", quote="soon")
    export_report(session, tmp_path / "out.csv", LISTING)
    held = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert counts(take(held.replace("Sign the deal", "Sign the treaty"))) == (0, 1, 0, 0)
    assert [row.summary for row in _rows(session)] == ["Sign the treaty"]


def test_words_exchanged_in_the_file_are_read_anew(
    session: Session, enter: Enter, take: Import
) -> None:
    enter("Sign", stated_on="2025-04-18", deadline_wording="within days")
    (row,) = _rows(session)
    born = f"{row.created_at:%Y-%m-%dT%H:%M:%SZ}"
    held = f"id,created_at,summary,deadline_wording\n1,{born},Sign,by 2025-06-30\n"
    assert counts(take(held)) == (0, 1, 0, 0)
    assert _rows(session)[0].latest_on == date(2025, 6, 30)


def test_two_claims_of_the_same_words_are_each_met_once(take: Import) -> None:
    held = "summary\nSign\nSign\n"
    assert counts(take(held)) == (2, 0, 0, 0)
    assert counts(take(held)) == (0, 0, 2, 0)


def test_a_tag_in_another_case_or_a_role_left_blank_is_no_difference(take: Import) -> None:
    held = "summary,claimant,claimant_role,tags\nA,Rubio,Secretary,Ukraine\nB,Rubio,,ukraine\n"
    take(held)
    assert counts(take(held)) == (0, 0, 2, 0)


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
    assert counts(take(held)) == (0, 1, 0, 0)
    (row,) = _rows(session)
    assert [item.title for item in row.evidence] == ["B", "A"]
    assert (row.verdict, row.verdict_reason) == (Verdict.KEPT, "Yes.")


def test_one_undo_takes_the_whole_import_back(
    session: Session, enter: Enter, take: Import, dump: Dump
) -> None:
    enter("Talk again", stated_on="2025-04-18")
    before = dump()
    held = SAMPLE.replace("tags\n", "tags,evidence\n").replace(",7,\n", ",7,x,context; ; T; \n")
    assert counts(take(held)) == (1, 1, 0, 0)
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
    assert counts(take(held)) == (2, 0, 0, 0)
    assert [row.evidence_count for row in _rows(session)] == [2, 1]
    assert len(session.exec(select(Evidence)).all()) == 2
    assert counts(take(held)) == (0, 0, 2, 0)


MET_ON = date(2025, 4, 20)
COUNTED = {"deadline_wording": "within a week", "condition": "if asked", "stated_on": "2025-04-01"}


@pytest.mark.parametrize(
    ("table", "outcome", "due_on"),
    [
        ("notes,condition\nN,if asked", ("met", MET_ON), date(2025, 4, 27)),
        ("claimant\nRubio", ("met", MET_ON), date(2025, 4, 27)),
        ("deadline_wording\nwithin two weeks", ("met", MET_ON), date(2025, 5, 4)),
        ("condition\nif he is asked", ("open", None), date(2025, 4, 8)),
    ],
)
def test_a_row_keeps_what_counts_from_a_condition_unless_its_words_are_others(
    session: Session,
    enter: Enter,
    take: Import,
    table: str,
    outcome: tuple[str, date | None],
    due_on: date,
) -> None:
    claim_id = enter("Sign", **COUNTED)
    change = ConditionChange(claim_id, ConditionOutcome.MET, MET_ON, MET_ON)
    change.carry_out(session, by="Ada", reread_ids=[claim_id])
    born = session.exec(select(Claim.created_at)).one().isoformat()
    names, cells = table.split("\n")
    head = f"id,created_at,summary,{names}\n"
    assert counts(take(f"{head}{claim_id},{born},Sign,{cells}\n")) == (0, 1, 0, 0)
    claim = session.exec(select(Claim)).one()
    assert (claim.condition_outcome, claim.condition_outcome_on) == outcome
    assert claim.due_on == due_on


def test_foreign_columns_are_taken_by_the_names_given(session: Session, take: Import) -> None:
    columns = {"Promise": "summary", "By": "claimant"}
    assert counts(take("Promise,By,Colour\nSign,Rubio,red\n", columns=columns)) == (1, 0, 0, 0)
    assert _rows(session)[0].claimant == "Rubio"


def test_the_file_wins_over_what_stood_here_and_undo_brings_that_back(
    session: Session, enter: Enter, take: Import
) -> None:
    """The file says what it says: its columns win, and the result counts it as changed."""
    claim_id = enter("Sign")
    set_review(session, [claim_id], date(2025, 6, 1), by="Ada")
    assert counts(take("summary,review_on\nSign,2025-07-01\n")) == (0, 1, 0, 0)
    undo(session, by="Ada")
    assert _rows(session)[0].review_on == date(2025, 6, 1)


def test_a_part_of_a_chain_that_stands_here_is_no_other_chain(
    session: Session, enter: Enter, take: Import, tmp_path: Path
) -> None:
    """As with an export of what a query found, imported again."""
    later = move_deadline(session, enter("A"), "2025-06-01", date(2025, 5, 1), by="Ada")
    part = tmp_path / "part.csv"
    export_report(session, part, Listing(LISTING.as_of, parse(f"id:{later}")))
    assert import_claims(session, part, by="Ada") == ImportResult(0, 0, 1, ())


def test_a_table_of_before_does_not_take_a_later_verdict_back(
    session: Session, take: Import, rate: Rate, dump: Dump
) -> None:
    take(SAMPLE)
    (claim_id,) = session.exec(select(Claim.id).where(Claim.summary == "Sign the deal")).all()
    rate(claim_id, Verdict.BROKEN, "The document was forged.")
    before = dump()
    assert counts(take(SAMPLE)) == (0, 0, 2, 0)
    assert dump() == before


def test_new_claims_and_changed_ones_share_what_either_brings(
    session: Session, take: Import, dump: Dump
) -> None:
    header = "summary,claimant,claimant_role,tags,source_title,notes,evidence\n"
    told = "Mayor,city,Hearing,{},context; 2025-05-01; Report; https://example.org/r"
    take(f"{header}Old,Ada,{told.format('')}\n")
    rows = (
        f"New,Bo,{told.format('')}",
        f"Old,Ada,{told.format('Asked.')}",
        f"Newer,Bo,{told.format('').replace('city', 'City').replace('Mayor', 'Senator')}",
        f"Newest,Bo,{told.format('').replace('Mayor', '')}",
    )
    found = take(header + "\n".join(rows))
    assert (found.added, found.changed, found.refused) == (3, 1, ())
    kept = dump()
    assert [(row["name"], row["role"]) for row in kept["claimant"]] == [
        ("Ada", "Mayor"),
        ("Bo", "Senator"),
    ]
    assert (len(kept["tag"]), len(kept["source"]), len(kept["evidence"])) == (1, 1, 1)
    assert (len(kept["claim_tag"]), len(kept["evidence_link"])) == (4, 4)
    assert verify(session).ok


def test_more_rows_than_are_written_at_once_are_all_taken(
    session: Session, take: Import, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add_imported, "_AT_ONCE", 2)
    table = "summary,claimant,verdict,assessed_on,evidence\n" + "".join(
        f"Claim {number},Speaker {number % 2},kept,2025-05-01,fulfils; ; Report {number % 3}\n"
        for number in range(7)
    )
    assert take(table).added == 7
    kept = dump()
    assert [row["summary"] for row in kept["claim"]] == [f"Claim {number}" for number in range(7)]
    assert [row["claim_id"] for row in kept["assessment"]] == list(range(1, 8))
    assert (len(kept["claimant"]), len(kept["evidence"])) == (2, 3)
    assert verify(session).ok
    undo(session, by="Ada")
    assert not dump()["claim"]
