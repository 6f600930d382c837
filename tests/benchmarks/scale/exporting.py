"""The report beside one statement of SQL and the csv module that write the same columns."""

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from claimtracker.claims.listing import Listing
from claimtracker.deadlines import read
from claimtracker.operations.export_report import export_report
from claimtracker.storage.engine import open_database
from tests.benchmarks.scale.bare import bare_connection
from tests.benchmarks.scale.bare_list import BY_STATE, STATE
from tests.benchmarks.scale.comparing import Figures, compared
from tests.benchmarks.scale.listing import AS_OF

_STATES = (
    f"CASE {STATE} WHEN 0 THEN 'passed' WHEN 1 THEN 'grace' WHEN 2 THEN 'due_soon'"
    " WHEN 3 THEN 'open' WHEN 4 THEN 'upcoming' WHEN 5 THEN 'undated' ELSE 'settled' END"
)


def _kept(text: str) -> str:
    """The text with a backslash before what would part it."""
    backslash = f"replace({text}, '\\', '\\\\')"
    return f"replace(replace({backslash}, '|', '\\|'), ';', '\\;')"


_HASH = "CASE WHEN failure = '' AND sha256 <> '' THEN 'sha256:' || sha256 ELSE '' END"
_IS_BASIS = (
    "SELECT 1 FROM assessment_evidence basis WHERE basis.evidence_id = evidence.id AND"
    " basis.assessment_id = (SELECT max(id) FROM assessment WHERE claim_id = claim.id)"
)
_DOCUMENTS = (
    f"SELECT relation || '; ' || coalesce(published_on, '') || '; ' || {_kept('title')} || '; ' ||"
    f" {_kept('url')} || CASE WHEN EXISTS ({_IS_BASIS}) THEN '; ' || {_HASH} ||"
    f" '; the verdict rests on it' WHEN {_HASH} <> '' THEN '; ' || {_HASH} ELSE '' END item"
    " FROM evidence_link JOIN evidence ON evidence.id = evidence_id WHERE claim_id = claim.id"
    " ORDER BY published_on NULLS LAST, evidence_link.id"
)
_OF_PLACE = "LEFT JOIN source ON source.id = source_id WHERE claim_id = claim.id"
_BY_DAY = "ORDER BY o.stated_on NULLS LAST, o.id"
_PLACES = (
    f"SELECT coalesce(o.stated_on, '') || '; ' || coalesce({_kept('title')}, '') || '; ' ||"
    f" coalesce({_kept('url')}, '') || '; ' ||"
    f" CASE WHEN words = claim.quote THEN '' ELSE {_kept('words')} END item"
    f" FROM occurrence o {_OF_PLACE} {_BY_DAY}"
)
_TAGS = (
    f"SELECT {_kept('name')} item FROM claim_tag JOIN tag ON tag.id = tag_id"
    " WHERE claim_id = claim.id ORDER BY name"
)
_REASON = "SELECT reason FROM assessment WHERE claim_id = claim.id ORDER BY id DESC LIMIT 1"
_FIRST = f"SELECT source_id FROM occurrence o WHERE claim_id = claim.id {_BY_DAY} LIMIT 1"
_SLIP = (
    "SELECT CAST(julianday(claim.latest_on) - julianday(earlier.latest_on) AS INTEGER)"
    " FROM claim earlier WHERE earlier.id = before.from_claim_id"
)
_LISTS = {"evidence": _DOCUMENTS, "occurrences": _PLACES, "tags": _TAGS}
_COLUMNS = {
    **{name: f"claim.{name}" for name in ("id", "summary", "quote")},
    "claimant": "coalesce(claimant.name, '')",
    "claimant_role": "coalesce(claimant.role, '')",
    "stated_on": "claim.stated_on",
    "source_title": "coalesce(first.title, '')",
    "source_url": "coalesce(first.url, '')",
    **{
        name: f"claim.{name}"
        for name in ("deadline_wording", "opens_on", "due_on", "latest_on", "precision", "rule")
    },
    "state": _STATES,
    "days_over": "CAST(julianday('2025-05-26') - julianday(claim.latest_on) AS INTEGER)",
    **{name: f"claim.{name}" for name in ("condition", "criteria", "review_on", "verdict")},
    "assessed_on": "claim.assessed_on",
    "verdict_reason": f"coalesce(({_REASON}), '')",
    "evidence_count": "(SELECT count(*) FROM evidence_link WHERE claim_id = claim.id)",
    "evidence": "evidence",
    "occurrences": "occurrences",
    "moved_from": "before.from_claim_id",
    "moved_to": "after.to_claim_id",
    "slip_days": f"({_SLIP})",
    "tags": "tags",
    "notes": "claim.notes",
    **{
        name: f"replace(substr(claim.{name}, 1, 19), ' ', 'T') || 'Z'"
        for name in ("created_at", "updated_at")
    },
}
_ASKED = (
    "SELECT {} FROM claim LEFT JOIN claimant ON claimant.id = claim.claimant_id"
    " LEFT JOIN move before ON before.to_claim_id = claim.id"
    " LEFT JOIN move after ON after.from_claim_id = claim.id"
    f" LEFT JOIN source first ON first.id = ({_FIRST}) WHERE claim.id IN ({{}})"
)
_READ = (
    "SELECT id, deadline_wording, stated_on, opens_on, due_on, latest_on, rule FROM claim"
    " WHERE binned_at IS NULL AND deadline_wording <> '' AND stated_on IS NOT NULL"
)
_BATCH = 500


_NO_TEXTS = frozenset(
    {"id", "days_over", "evidence_count", "moved_from", "moved_to", "slip_days", "state", "verdict"}
    | {name for name in _COLUMNS if name.endswith(("_on", "_at"))}
)
_TEXTS = [place for place, name in enumerate(_COLUMNS) if name not in _NO_TEXTS]
_FORMULA = re.compile("'*[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")
_MAY_BE_ONE = frozenset("'=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def export_figures(path: Path, _claims: int) -> Figures:
    """Every claim on the shelf as CSV and as JSON, beside bare modules that write the same bytes.

    Once without and once with what is written beside a report: which claims keep another reading.
    """
    database = open_database(path)
    with bare_connection(path) as bare, database.session() as session:
        for suffix, write in ((".csv", _as_csv), (".json", _as_json)):
            place, bare_place = path.with_suffix(suffix), path.with_suffix(f".bare{suffix}")
            plain = partial(write, bare, bare_place)
            ours = partial(export_report, session, place, Listing(AS_OF))
            kind = suffix.removeprefix(".")
            plain_name = f"SQL and the {kind} module"
            yield compared(f"export {kind.upper()}", ours, plain, plain_name)
            reading = partial(_with_readings, plain, bare, bare_place)
            yield compared(f"export {kind.upper()}", ours, reading, f"{plain_name}, words read")
            if place.read_bytes() != bare_place.read_bytes():
                raise ValueError(f"the bare {kind} is another one than ours")
            for left in path.parent.glob(f"{path.stem}.*{suffix.removeprefix('.')}*"):
                left.unlink()
    database.close()


def _with_readings(write: Callable[[], object], bare: sqlite3.Connection, target: Path) -> None:
    """The report, and which claims our own reader reads otherwise than is stored."""
    write()
    otherwise = []
    for claim_id, wording, day, *stored in bare.execute(_READ):
        found = read(wording, date.fromisoformat(day))
        days = (found.opens_on, found.due_on, found.latest_on)
        if [*(each and each.isoformat() for each in days), found.rule] != stored:
            otherwise.append(claim_id)
    target.with_suffix(".txt").write_text("\n".join(map(str, otherwise)))


def _as_csv(bare: sqlite3.Connection, target: Path) -> None:
    """Lists joined, and an apostrophe before what looks a formula."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        for rows in _batches(bare, "group_concat(item, ' | ')"):
            for row in rows:
                cells = list(row)
                for place in _TEXTS:
                    cell = row[place]
                    if cell and cell[0] in _MAY_BE_ONE and _FORMULA.match(cell):
                        cells[place] = f"'{cell}"
                writer.writerow(cells)


def _as_json(bare: sqlite3.Connection, target: Path) -> None:
    joint = "[\n"
    with target.open("w", encoding="utf-8", newline="") as file:
        for rows in _batches(bare, "json_group_array(item)"):
            for row in rows:
                told = dict(zip(_COLUMNS, row, strict=True))
                told |= {name: json.loads(told[name]) for name in _LISTS}
                file.write(joint + _encoded(told))
                joint = ",\n"
        file.write("\n]\n")


def _batches(bare: sqlite3.Connection, listed: str) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of the report, some at a time, in the order of the list."""
    lists = {name: f"(SELECT {listed} FROM ({asked}))" for name, asked in _LISTS.items()}
    columns = ", ".join((_COLUMNS | lists).values())
    ids = [row[0] for row in bare.execute(BY_STATE)]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        asked = _ASKED.format(columns, ", ".join("?" * len(batch)))
        found = {row[0]: row for row in bare.execute(asked, batch)}
        yield [found[key] for key in batch]
