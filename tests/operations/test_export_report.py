"""A report is written whole or not at all."""

import csv
import json
import os
import stat
from array import array
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, text

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.deadlines import policy_from
from claimtracker.operations import list_claims
from claimtracker.operations.export_report import ExportCancelled, export_report
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.set_policy import set_policy
from claimtracker.storage import claim_list
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.report_rows import BATCH_ROWS
from claimtracker.storage.tables import Claim
from tests.conftest import Enter

LISTING = Listing(AsOf(date(2025, 5, 1)))
WIDER = policy_from({"vague: days": "3 days, latest 10 days"})


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that stands there already."""
    folder = tmp_path / "reports"
    folder.mkdir()
    path = folder / "claims.csv"
    path.write_text("the old report", encoding="utf-8")
    return path


@pytest.fixture
def untouched(report: Path) -> Iterator[None]:
    """Check after the test that the old report is whole and nothing lies beside it."""
    yield
    assert report.read_text(encoding="utf-8") == "the old report"
    assert list(report.parent.iterdir()) == [report]


def _summaries(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["summary"] for row in csv.DictReader(file)]


def test_the_listing_is_written_in_its_order(session: Session, enter: Enter, report: Path) -> None:
    for summary in ("b deal", "war", "a deal"):
        enter(summary)
    listing = Listing(LISTING.as_of, parse("deal"), SortKey.CLAIM)
    assert export_report(session, report, listing) == 2
    assert _summaries(report) == ["a deal", "b deal"]


def test_the_suffix_says_which_report(session: Session, enter: Enter, tmp_path: Path) -> None:
    enter()
    assert export_report(session, tmp_path / "claims.JSON", LISTING) == 1
    assert len(json.loads((tmp_path / "claims.JSON").read_text(encoding="utf-8"))) == 1


def test_no_claims_are_a_report_as_well(session: Session, report: Path) -> None:
    assert export_report(session, report, LISTING) == 0
    assert _summaries(report) == []


def test_progress_is_told_to_the_end(session: Session, report: Path) -> None:
    session.add_all(Claim(summary="a") for _ in range(BATCH_ROWS + 1))
    session.flush()
    told: list[tuple[int, int]] = []
    export_report(session, report, LISTING, on_progress=lambda *step: told.append(step))
    total = BATCH_ROWS + 1
    assert told == [(0, total), (BATCH_ROWS, total), (total, total)]


@pytest.mark.skipif(os.name != "posix", reason="permission bits are those of POSIX")
def test_others_may_read_the_report_as_any_file_written_here(
    session: Session, report: Path
) -> None:
    export_report(session, report, LISTING)
    plain = report.with_name("plain")
    plain.touch()
    assert stat.S_IMODE(report.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.usefixtures("untouched")
def test_a_cancelled_export_leaves_the_old_report(
    session: Session, enter: Enter, report: Path
) -> None:
    enter()
    with pytest.raises(ExportCancelled):
        export_report(session, report, LISTING, is_cancelled=lambda: True)


@pytest.mark.usefixtures("untouched")
def test_an_export_that_breaks_leaves_the_old_report(
    session: Session, enter: Enter, report: Path
) -> None:
    def stumble(_done: int, _total: int) -> None:
        raise ZeroDivisionError

    enter()
    with pytest.raises(ZeroDivisionError):
        export_report(session, report, LISTING, on_progress=stumble)


@pytest.mark.usefixtures("untouched")
def test_a_claim_that_is_listed_and_cannot_be_found_is_damage_and_no_shorter_report(
    session: Session, enter: Enter, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where pages of the table lie in each other's place."""
    ids = array("q", [enter("One"), 99, enter("Two")])
    monkeypatch.setattr(claim_list, "ids", lambda *_asked: ids)
    with pytest.raises(Damaged, match="claim 99 is listed and cannot be found"):
        export_report(session, report, LISTING)
    with pytest.raises(Damaged, match="claim 99 is listed and cannot be found"):
        list(list_claims.report(session, LISTING))


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_report(
    step: str, session: Session, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(ClaimTrackerError, match="cannot be written: the disk is full"):
        export_report(session, report, LISTING)


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("name", ["claims", "claims.pdf", "none/claims.csv", "a" * 300 + ".csv"])
def test_a_place_that_cannot_be_written_is_refused(
    name: str, session: Session, report: Path
) -> None:
    with pytest.raises(ClaimTrackerError, match=r"\.$"):
        export_report(session, report.parent / name, LISTING)


def test_a_folder_is_refused(session: Session, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ClaimTrackerError, match="is a folder"):
        export_report(session, tmp_path / "folder.csv", LISTING)


def test_the_database_itself_is_no_place_for_a_report(database: Database) -> None:
    path = database.path.rename(database.path.with_suffix(".csv"))
    with open_database(path).session() as session:
        with pytest.raises(ClaimTrackerError, match="is the database"):
            export_report(session, path, LISTING)
        with pytest.raises(ClaimTrackerError, match="is the database"):
            export_report(session, path.parent / "." / path.name, LISTING)
    open_database(path).close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_not_replaced(session: Session, tmp_path: Path) -> None:
    pipe = tmp_path / "claims.csv"
    os.mkfifo(pipe)
    with pytest.raises(ClaimTrackerError, match="is not a file"):
        export_report(session, pipe, LISTING)
    assert pipe.is_fifo()


@pytest.mark.usefixtures("untouched")
def test_a_report_that_is_read_only_is_not_replaced(
    session: Session, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated: permissions do not bind root, as whom tests may run."""
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != report)
    with pytest.raises(ClaimTrackerError, match="read-only"):
        export_report(session, report, LISTING)


@pytest.mark.skipif(os.name != "posix", reason="links are those of POSIX")
def test_a_link_stays_and_what_it_leads_to_is_written(
    session: Session, report: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(report)
    export_report(session, link, LISTING)
    assert link.is_symlink()
    assert _summaries(report) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_report_that_was_private_stays_private(session: Session, report: Path) -> None:
    report.chmod(0o600)
    export_report(session, report, LISTING)
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="Windows removes no open file")
def test_what_was_listed_is_written_though_the_database_is_gone(
    session: Session, database: Database, report: Path
) -> None:
    database.path.unlink()
    assert export_report(session, report, LISTING) == 0
    assert _summaries(report) == []


def _conventions(session: Session, path: Path) -> str:
    export_report(session, path, LISTING)
    return path.with_name(f"{path.name}.conventions.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_conventions_stand_beside_the_report(
    suffix: str, session: Session, enter: Enter, report: Path
) -> None:
    enter(stated_on="2025-04-18", deadline_wording="within days")
    told = _conventions(session, report.with_suffix(suffix))
    assert told.startswith(f"How the deadlines in claims{suffix} were read\nAs of 2025-05-01.")
    assert "Every convention has its default." in told
    assert "“days”: 2 days, latest 7 days\n" in told
    assert "kept another reading" not in told


def test_changed_conventions_are_marked_with_their_default(session: Session, report: Path) -> None:
    set_policy(session, WIDER, by="Ada")
    told = _conventions(session, report)
    assert "1 convention differs from the default, marked with an asterisk." in told
    assert "* “days”: 3 days, latest 10 days (default: 2 days, latest 7 days)\n" in told


def test_claims_that_keep_another_reading_are_named(
    session: Session, enter: Enter, report: Path
) -> None:
    for fields in ({}, {"due_on": "2025-04-22"}, {"stated_on": None}):
        enter(**{"stated_on": "2025-04-18", "deadline_wording": "within days", **fields})
    enter(stated_on="2025-04-18", deadline_wording="next week")
    set_policy(session, WIDER, by="Ada")
    told = _conventions(session, report)
    assert "1 claim kept another reading than these conventions give.\nTheir ids: 1\n" in told


_SAID = {"stated_on": "2025-04-18", "deadline_wording": "within days"}


@pytest.mark.parametrize("most_known", [10_000, 1])
def test_of_claims_that_say_the_same_only_those_with_another_reading_are_named(
    session: Session, enter: Enter, report: Path, monkeypatch: pytest.MonkeyPatch, most_known: int
) -> None:
    monkeypatch.setattr("claimtracker.operations.export_report._MOST_KNOWN", most_known)
    enter(**_SAID)
    enter(**_SAID)
    set_policy(session, WIDER, by="Ada")
    enter(**_SAID)
    assert "Their ids: 1, 2\n" in _conventions(session, report)


@pytest.mark.parametrize(
    ("wording", "other"),
    [
        ("within days", {"stated_on": "2025-04-19"}),
        ("within days", {"deadline_wording": "within a few weeks"}),
        ("within days", {"deadline_wording": ""}),
        ("in his first 100 days", {"claimant": "Ada"}),
    ],
)
def test_a_claim_is_read_by_its_own_words_day_and_term_of_office(
    session: Session, enter: Enter, report: Path, wording: str, other: dict[str, str]
) -> None:
    """The days stored of both are the same, and right for the first alone."""
    said = _SAID | {"claimant": "Donald Trump", "deadline_wording": wording}
    first, second = enter(**said), enter(**said | other)
    days = "(SELECT opens_on, due_on, latest_on, rule FROM claim WHERE id = :first)"
    copied = f"UPDATE claim SET (opens_on, due_on, latest_on, rule) = {days} WHERE id = :second"
    session.execute(text(copied), {"first": first, "second": second})
    session.commit()
    is_read = other != {"deadline_wording": ""}
    assert (f"Their ids: {second}\n" in _conventions(session, report)) is is_read


def test_what_counts_from_a_condition_keeps_no_other_reading(
    session: Session, enter: Enter, report: Path
) -> None:
    said, today = date(2025, 4, 18), date(2025, 6, 1)
    claim_id = enter(stated_on=said, deadline_wording="within a week", condition="if it holds")
    met = ConditionChange(claim_id, ConditionOutcome.MET, date(2025, 5, 10), today)
    assert met.carry_out(session, by="Ada", reread_ids=[claim_id]) == 1
    told = _conventions(session, report)
    assert "kept another reading" not in told
    assert "counted from the day on which the condition was met" in report.read_text("utf-8")


def test_conventions_that_cannot_be_written_leave_the_old_report(
    session: Session, report: Path
) -> None:
    beside = report.with_name("claims.csv.conventions.txt")
    beside.mkdir()
    with pytest.raises(ClaimTrackerError, match="is a folder"):
        export_report(session, report, LISTING)
    assert report.read_text(encoding="utf-8") == "the old report"


def test_old_conventions_are_replaced_with_the_report(session: Session, report: Path) -> None:
    report.with_name("claims.csv.conventions.txt").write_text("old", encoding="utf-8")
    assert "old" not in _conventions(session, report)
    names = sorted(path.name for path in report.parent.iterdir())
    assert names == ["claims.csv", "claims.csv.conventions.txt"]


def test_the_conventions_are_no_table_to_import(session: Session, report: Path) -> None:
    export_report(session, report, LISTING)
    with pytest.raises(ClaimTrackerError, match=r"neither a \.csv nor a \.json"):
        import_claims(session, report.with_name("claims.csv.conventions.txt"), by="Ada")
    assert import_claims(session, report, by="Ada").added == 0
