"""Exporting, importing into an empty database and exporting again gives the same file."""

import csv
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, EvidenceDraft, LaterWords
from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.export_report import export_report
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.sample_case import enter_sample_case
from claimtracker.resource_files import resource
from claimtracker.storage.engine import open_database

LISTING = Listing(AsOf(date(2025, 5, 26)))
OWN_TO_A_DATABASE = ("created_at", "updated_at")
IDS = ("id", "moved_from", "moved_to")
Cells = dict[str, str | None]


def _exported(session: Session, path: Path) -> list[Cells]:
    """The report but for its moments, with each id as the number of the row it names."""
    session.rollback()
    export_report(session, path, LISTING)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows: list[Cells] = [dict(row) for row in csv.DictReader(file, strict=True)]
    numbers = {row["id"]: str(number) for number, row in enumerate(rows)}
    for row in rows:
        row.update({name: numbers.get(row[name]) for name in IDS})
        row.update(dict.fromkeys(OWN_TO_A_DATABASE))
    return rows


def check_round_trip(
    session: Session, empty_file: Path, folder: Path, suffix: str = ".csv"
) -> None:
    """Export, import into an empty database, and hold both reports against one another."""
    first = _exported(session, folder / "first.csv")
    carried = folder / f"carried{suffix}"
    export_report(session, carried, LISTING)
    there = open_database(Path(shutil.copy(empty_file, folder / "there.db")))
    with there.session() as other:
        result = import_claims(other, carried, by="Bea")
        assert (result.added, result.refused) == (len(first), ())
        assert _exported(other, folder / "second.csv") == first
        again = import_claims(other, folder / "second.csv", by="Bea")
        assert (again.skipped, again.refused) == (len(first), ())
    there.close()


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_sample_case_comes_back_as_it_was(
    suffix: str, session: Session, empty_file: Path, tmp_path: Path
) -> None:
    enter_sample_case(session, resource("sample_case.toml"))
    check_round_trip(session, empty_file, tmp_path, suffix)


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_a_chain_of_moves_comes_back_whole(
    suffix: str, session: Session, empty_file: Path, tmp_path: Path
) -> None:
    said = date(2025, 4, 1)
    last = add_claim(session, ClaimDraft.of(summary="Sign the deal", stated_on=said), by="Ada")
    told = LaterWords.of(claimant="Bo Ek", quote="Not now.", condition="if it is dry")
    for wording in ("by 2025-05-30", "by 2025-05-20", "no specific number of days"):
        last = move_deadline(session, last, wording, said, by="Ada", told=told)
    check_round_trip(session, empty_file, tmp_path, suffix)
    cells = _exported(session, tmp_path / "again.csv")
    earlier = {row["id"]: row["moved_from"] for row in cells}
    onwards = {row["id"]: row["moved_to"] for row in cells if row["moved_to"]}
    assert len(onwards) == 3
    assert all(earlier[later] == here for here, later in onwards.items())
    assert sorted(row["slip_days"] or "" for row in cells) == ["", "", "", "-10"]


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_what_a_verdict_rests_on_comes_back(
    suffix: str, session: Session, empty_file: Path, tmp_path: Path
) -> None:
    claim_id = add_claim(session, ClaimDraft.of(summary="Sign the deal"), by="Ada")
    draft = EvidenceDraft.of(relation="fulfils", title="Signed", published_on="2025-04-30")
    ids = [link_evidence(session, [claim_id], draft, by="Ada") for _ in range(3)]
    judged = AssessmentDraft.of(
        verdict="kept", reason="Seen.", assessed_on=date(2025, 5, 1), evidence_ids=(ids[1],)
    )
    rate_claims(session, [claim_id], judged, by="Ada")
    (row,) = _exported(session, tmp_path / "report.csv")
    items = str(row["evidence"]).split(" | ")
    assert [item.endswith("; ; the verdict rests on it") for item in items] == [False, True, False]
    check_round_trip(session, empty_file, tmp_path, suffix)


@pytest.mark.parametrize("blank", ["\x1f", "\x85", "\xa0", "\u3000"])
def test_blanks_of_any_kind_are_trimmed_alike_here_and_there(
    blank: str, session: Session, empty_file: Path, tmp_path: Path
) -> None:
    line = f"{blank}a{blank}"
    told = {"summary": line, "claimant": line, "tags": (line,), "source": {"title": line}}
    add_claim(session, ClaimDraft.of(**told), by="Ada")
    check_round_trip(session, empty_file, tmp_path)


def test_a_claim_without_any_appearance_gets_none(
    session: Session, empty_file: Path, tmp_path: Path
) -> None:
    told = {"quote": "soon", "stated_on": "2025-04-18"}
    for summary in ("A", "B"):
        add_claim(session, ClaimDraft.of(summary=summary, **told), by="Ada")
    restate_claim(session, 2, 1, by="Ada")
    session.connection().exec_driver_sql("UPDATE claim SET binned_at = NULL")
    session.commit()
    check_round_trip(session, empty_file, tmp_path)


NASTY = st.text(
    st.sampled_from("=+-@'\t\r\n\0\"\\|;, \ufeffé🕊") | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)
LINE = NASTY
SUMMARY = NASTY.map(lambda text: f"{text}s")
DAY = st.dates(date(2025, 1, 1), date(2025, 12, 31))
MAYBE_DAY = st.none() | DAY
WORDING = st.sampled_from(["", "within days", "next week", "by April or May", "soon", "=1"])
SOURCE = st.fixed_dictionaries({"title": LINE, "url": LINE})
CLAIM = st.fixed_dictionaries(
    {
        "summary": SUMMARY,
        "quote": NASTY,
        "claimant": LINE,
        "stated_on": MAYBE_DAY,
        "deadline_wording": WORDING,
        "latest_on": MAYBE_DAY,
        "condition": NASTY,
        "criteria": NASTY,
        "review_on": MAYBE_DAY,
        "notes": NASTY,
        "tags": st.lists(NASTY.filter(str.strip), max_size=2).map(tuple),
        "source": SOURCE,
    }
)
EVIDENCE = st.fixed_dictionaries(
    {
        "relation": st.sampled_from(Relation),
        "title": LINE.map(lambda text: f"t{text}"),
        "published_on": MAYBE_DAY,
        "publisher": LINE,
    }
)
VERDICT = st.fixed_dictionaries(
    {
        "verdict": st.sampled_from(Verdict),
        "reason": NASTY.filter(str.strip),
        "assessed_on": DAY,
    }
)
ENTRY = st.tuples(CLAIM, st.lists(EVIDENCE, max_size=2), st.lists(VERDICT, max_size=2), MAYBE_DAY)
Entry = tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]], date | None]


def _enter(session: Session, entries: Iterable[Entry]) -> None:
    for told, documents, verdicts, moved_on in entries:
        claim_id = add_claim(session, ClaimDraft.of(**told), by="Ada")
        for document in documents:
            link_evidence(session, [claim_id], EvidenceDraft.of(**document), by="Ada")
        for verdict in verdicts:
            rate_claims(session, [claim_id], AssessmentDraft.of(**verdict), by="Ada")
        if moved_on is not None:
            move_deadline(session, claim_id, "next week", moved_on, by="Ada")


# Not shrunk: each case opens two databases, and shrinking would go on for minutes.
@settings(max_examples=40, phases=[Phase.generate])
@given(entries=st.lists(ENTRY, max_size=3))
def test_any_claims_come_back_as_they_were(
    entries: list[Entry], empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    here = open_database(Path(shutil.copy(empty_file, folder / "here.db")))
    with here.session() as session:
        _enter(session, entries)
        check_round_trip(session, empty_file, folder)
    here.close()
