"""The report beside one statement of SQL and the csv module that write the same columns."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from claimtracker.claims.listing import Listing, SortKey
from claimtracker.operations.export_report import export_report
from claimtracker.storage.engine import open_database
from tests.benchmarks.scale.bare import bare_connection
from tests.benchmarks.scale.comparing import Figures, compared
from tests.benchmarks.scale.listing import AS_OF, SORTED, STATE

_STATES = (
    f"CASE {STATE} WHEN 0 THEN 'passed' WHEN 1 THEN 'grace' WHEN 2 THEN 'due_soon'"
    " WHEN 3 THEN 'open' WHEN 4 THEN 'upcoming' WHEN 5 THEN 'undated' ELSE 'settled' END"
)
_DOCUMENTS = (
    "SELECT group_concat(relation || '; ' || coalesce(published_on, '') || '; ' || title || '; '"
    " || url, ' | ') FROM evidence_link JOIN evidence ON evidence.id = evidence_id"
    " WHERE claim_id = claim.id"
)
_PLACES = (
    "SELECT group_concat(coalesce(o.stated_on, '') || '; ' || title || '; ' || url || '; ' ||"
    " words, ' | ') FROM occurrence o LEFT JOIN source ON source.id = source_id"
    " WHERE claim_id = claim.id"
)
_TAGS = (
    "SELECT group_concat(name, ' | ') FROM claim_tag JOIN tag ON tag.id = tag_id"
    " WHERE claim_id = claim.id"
)
_REASON = "SELECT reason FROM assessment WHERE claim_id = claim.id ORDER BY id DESC LIMIT 1"
_FIRST = (
    "FROM occurrence o JOIN source ON source.id = source_id WHERE claim_id = claim.id"
    " ORDER BY o.stated_on LIMIT 1"
)
_SLIP = (
    "SELECT CAST(julianday(claim.latest_on) - julianday(earlier.latest_on) AS INTEGER)"
    " FROM claim earlier WHERE earlier.id = before.from_claim_id"
)
_COLUMNS = {
    **{name: f"claim.{name}" for name in ("id", "summary", "quote")},
    "claimant": "claimant.name",
    "claimant_role": "claimant.role",
    "stated_on": "claim.stated_on",
    "source_title": f"(SELECT title {_FIRST})",
    "source_url": f"(SELECT url {_FIRST})",
    **{
        name: f"claim.{name}"
        for name in ("deadline_wording", "opens_on", "due_on", "latest_on", "precision", "rule")
    },
    "state": _STATES,
    "days_over": "CAST(julianday('2025-05-26') - julianday(claim.latest_on) AS INTEGER)",
    **{name: f"claim.{name}" for name in ("condition", "criteria", "review_on", "verdict")},
    "assessed_on": "claim.assessed_on",
    "verdict_reason": f"({_REASON})",
    "evidence_count": "(SELECT count(*) FROM evidence_link WHERE claim_id = claim.id)",
    "evidence": f"({_DOCUMENTS})",
    "occurrences": f"({_PLACES})",
    "moved_from": "before.from_claim_id",
    "moved_to": "after.to_claim_id",
    "slip_days": f"({_SLIP})",
    "tags": f"({_TAGS})",
    **{name: f"claim.{name}" for name in ("notes", "created_at", "updated_at")},
}
_ASKED = (
    "SELECT {} FROM claim LEFT JOIN claimant ON claimant.id = claim.claimant_id"
    " LEFT JOIN move before ON before.to_claim_id = claim.id"
    " LEFT JOIN move after ON after.from_claim_id = claim.id WHERE claim.id IN ({})"
)
_BATCH = 500


def export_figures(path: Path, _claims: int) -> Figures:
    """Every claim on the shelf as CSV and as JSON, beside the file as the bare modules write it."""
    database = open_database(path)
    with bare_connection(path) as bare, database.session() as session:
        for suffix, write in ((".csv", _as_csv), (".json", _as_json)):
            place = path.with_suffix(suffix)
            plain = partial(write, bare, place.with_suffix(f".bare{suffix}"))
            ours = partial(export_report, session, place, Listing(AS_OF))
            kind = suffix.removeprefix(".")
            yield compared(f"export {kind.upper()}", ours, plain, f"SQL and the {kind} module")
            for left in path.parent.glob(f"{path.stem}.*{suffix.removeprefix('.')}*"):
                left.unlink()
    database.close()


def _as_csv(bare: sqlite3.Connection, target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        for rows in _batches(bare):
            writer.writerows(rows)


def _as_json(bare: sqlite3.Connection, target: Path) -> None:
    with target.open("w", encoding="utf-8") as file:
        for rows in _batches(bare):
            for row in rows:
                file.write(json.dumps(dict(zip(_COLUMNS, row, strict=True)), ensure_ascii=False))


def _batches(bare: sqlite3.Connection) -> Iterator[list[tuple[object, ...]]]:
    """The rows of the report, some at a time, in the order of the list."""
    ids = [row[0] for row in bare.execute(SORTED[SortKey.STATE])]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        asked = _ASKED.format(", ".join(_COLUMNS.values()), ", ".join("?" * len(batch)))
        found = {row[0]: row for row in bare.execute(asked, batch)}
        yield [found[key] for key in batch]
