"""A table taken in, beside the csv and sqlite3 modules that make the same rows of it."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from claimtracker.claims.listing import Listing
from claimtracker.operations.export_report import export_report
from claimtracker.operations.import_claims import import_claims
from claimtracker.storage.engine import open_database
from tests.benchmarks.scale.bare import bare_connection
from tests.benchmarks.scale.comparing import Comparison, Figures, compared, timed
from tests.benchmarks.scale.listing import AS_OF

_SHARE = 10  # of so many claims one is imported
_FEW = 500
_OWN = (
    *("summary", "quote", "stated_on", "deadline_wording", "opens_on", "due_on", "latest_on"),
    *("precision", "rule", "condition", "criteria", "review_on", "notes", "verdict"),
    *("assessed_on", "created_at", "updated_at"),
)
_DAYS = frozenset({"stated_on", "opens_on", "due_on", "latest_on", "review_on", "assessed_on"})
_STATEMENTS = {
    "claimant": ("name", "role", "organisation"),
    "source": ("title", "publisher", "url", "text"),
    "claim": ("id", "version", "claimant_id", "condition_outcome", *_OWN),
    "occurrence": ("claim_id", "source_id", "stated_on", "words"),
    "evidence": (
        *("title", "publisher", "url", "published_on", "excerpt", "archive_url", "method"),
        *("captured_at", "file_name", "mime_type", "sha256"),
    ),
    "evidence_link": ("claim_id", "evidence_id", "relation", "note", "linked_at"),
    "tag": ("name",),
    "claim_tag": ("claim_id", "tag_id"),
    "assessment": ("claim_id", "verdict", "reason", "assessor", "assessed_on"),
    "assessment_evidence": ("assessment_id", "evidence_id"),
    "move": ("from_claim_id", "to_claim_id"),
}
# How a row is known again, with the places of what it is known by.
_KNOWN_BY = {
    "claimant": ("name = ?", (0,)),
    "source": ("url = ? AND title = ? AND publisher = '' AND text = ''", (2, 0)),
    "evidence": ("url = ? AND title = ? AND published_on IS ?", (2, 0, 3)),
    "tag": ("name = ?", (0,)),
}
_BASIS = "the verdict rests on it"
_ACTION = "INSERT INTO action (at, by, name, is_undoable) VALUES ('', '', '', 1) RETURNING id"
_CHANGE = (
    'INSERT INTO change (action_id, claim_id, "table", row_id, after) VALUES (?, NULL, ?, ?, ?)'
)
_PLAIN, _LOGGED = "the csv and sqlite3 modules", "the same with a log"


def import_figures(path: Path, claims: int) -> Figures:
    """A tenth of the claims into an empty file, and a few hundred into the whole one."""
    with TemporaryDirectory(dir=path.parent) as folder:
        table, few = Path(folder) / "table.csv", Path(folder) / "few.csv"
        _write_tables(path, table, few, max(claims // _SHARE, _FEW))
        yield from _into_empty(table, Path(folder))
        yield from _into_full(path, few, Path(folder))


def _write_tables(path: Path, table: Path, few: Path, count: int) -> None:
    """Write so many claims, and a few that are called otherwise, so that they are new here."""
    database = open_database(path)
    with database.session() as session:
        export_report(session, table, Listing(AS_OF))
    database.close()
    with table.open(encoding="utf-8-sig", newline="") as file:
        every = csv.DictReader(file)
        rows = sorted((row for row in every if int(row["id"]) <= count), key=_number)
    otherwise = [
        row
        | {"summary": f"Once more: {row['summary']}", "id": f"9{row['id']}"}
        | ({"moved_from": f"9{row['moved_from']}"} if row["moved_from"] else {})
        for row in rows[:_FEW]
    ]
    for place, kept in ((table, rows), (few, otherwise)):
        with place.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(kept)


def _number(row: dict[str, str]) -> int:
    return int(row["id"])


def _into_empty(table: Path, folder: Path) -> Figures:
    empty, ours, bare = (folder / f"{name}.db" for name in ("empty", "ours", "bare"))
    open_database(empty, create=True).close()

    def emptied() -> None:
        for target in (ours, bare):
            shutil.copy(empty, target)

    work = partial(_imported, ours, table)
    for bare_name, is_logged in ((_PLAIN, False), (_LOGGED, True)):
        plain = partial(_imported_bare, bare, table, is_logged=is_logged)
        yield compared("import into an empty file", work, plain, bare_name, emptied)
    _imported_bare(bare, table, is_logged=True)
    _check_same(ours, bare)


def _into_full(path: Path, few: Path, folder: Path) -> Figures:
    copy = Path(shutil.copy(path, folder / "whole.db"))
    ours = timed(partial(_imported, path, few))
    bare = timed(partial(_imported_bare, copy, few, is_logged=True))
    yield Comparison(f"import of {_FEW} into the whole file", ours, bare, _LOGGED)
    _check_same(path, copy)


def _imported(target: Path, table: Path) -> None:
    database = open_database(target)
    with database.session() as session:
        found = import_claims(session, table, by="Ada")
    database.close()
    if found.refused or not found.added:
        raise ValueError(f"the import is not what it should be: {found}")


def _check_same(ours: Path, bare: Path) -> None:
    """Raise where one has written more rows of a table than the other, or lines of the log."""
    with closing(sqlite3.connect(ours)) as one, closing(sqlite3.connect(bare)) as other:
        for table in (*_STATEMENTS, "change"):
            asked = f"SELECT count(*) FROM {table}"
            counts = [each.execute(asked).fetchone()[0] for each in (one, other)]
            if counts[0] != counts[1]:
                raise ValueError(f"of {table} there are {counts}")


def _imported_bare(target: Path, table: Path, *, is_logged: bool) -> None:
    """The same rows, and with a log each once more as JSON with its part in a SHA-256."""
    hashed = sha256()
    lines: list[tuple[object, ...]] = []
    with bare_connection(target) as bare, table.open(encoding="utf-8-sig", newline="") as file:
        bare.execute("BEGIN IMMEDIATE")
        (action_id,) = bare.execute(_ACTION).fetchone()
        rows = _Rows(bare)
        for row in csv.DictReader(file):
            rows.take(row)
        rows.link_moves()
        for name, columns in _STATEMENTS.items():
            slots = ", ".join("?" * len(columns))
            statement = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({slots})"
            bare.executemany(statement, rows.of[name])
            if is_logged:
                for number, values in enumerate(rows.of[name], start=rows.last[name] + 1):
                    after = json.dumps(dict(zip(columns, values, strict=True)))
                    hashed.update(after.encode())
                    lines.append((action_id, name, number, after))
        bare.executemany(_CHANGE, lines)
        bare.execute("COMMIT")


class _Rows:
    """The rows that a table becomes, by the table of the database."""

    def __init__(self, bare: sqlite3.Connection) -> None:
        self.of: dict[str, list[tuple[object, ...]]] = {name: [] for name in _STATEMENTS}
        self.last = {name: self._last(bare, name) for name in _STATEMENTS}
        self._bare = bare
        self._known: dict[tuple[object, ...], int] = {}
        self._new_ids: dict[str, int] = {}  # by those of the file
        self._moves: list[tuple[str, int]] = []

    def take(self, row: dict[str, str]) -> None:
        """Take one record of the table."""
        claim_id = self.last["claim"] + len(self.of["claim"]) + 1
        own = tuple(row[name] or None if name in _DAYS else row[name] for name in _OWN)
        claimant_id = self._id("claimant", row["claimant"], row["claimant_role"], "")
        self.of["claim"].append((claim_id, 1, claimant_id, "open", *own))
        for stated_on, title, url, words in _items(row["occurrences"], 4):
            source_id = self._id("source", title, "", url, "")
            place = (claim_id, source_id, stated_on or None, words or row["quote"])
            self.of["occurrence"].append(place)
        bases = []
        for relation, published_on, title, url, _, basis in _items(row["evidence"], 6):
            document = (title, "", url, published_on or None, "", "", "linked", "", "", "", "")
            evidence_id = self._id("evidence", *document)
            self.of["evidence_link"].append((claim_id, evidence_id, relation, "", ""))
            bases += [evidence_id] if basis == _BASIS else []
        for (tag,) in _items(row["tags"], 1):
            self.of["claim_tag"].append((claim_id, self._id("tag", tag)))
        if row["verdict"] != "not_yet_rated":
            judged = (row["verdict"], row["verdict_reason"], "", row["assessed_on"])
            self.of["assessment"].append((claim_id, *judged))
            assessment_id = self.last["assessment"] + len(self.of["assessment"])
            self.of["assessment_evidence"] += [(assessment_id, basis) for basis in bases]
        self._new_ids[row["id"]] = claim_id
        if row["moved_from"]:
            self._moves.append((row["moved_from"], claim_id))

    def link_moves(self) -> None:
        """Tie the chains together, now that each claim has its id."""
        self.of["move"] += [(self._new_ids[before], claim_id) for before, claim_id in self._moves]

    def _id(self, table: str, *values: object) -> int:
        """The row of these values: one that was met, one that is there, or a new one."""
        key = (table, *values)
        if key not in self._known:
            is_it, places = _KNOWN_BY[table]
            asked = f"SELECT id FROM {table} WHERE {is_it}"
            found = self._bare.execute(asked, [values[place] for place in places]).fetchone()
            if found is None:
                self.of[table].append(values)
                found = (self.last[table] + len(self.of[table]),)
            (self._known[key],) = found
        return self._known[key]

    @staticmethod
    def _last(bare: sqlite3.Connection, table: str) -> int:
        (last,) = bare.execute(f"SELECT max(rowid) FROM {table}").fetchone()
        return last or 0


def _items(cell: str, count: int) -> Iterator[list[str]]:
    """The items of a cell, each of so many parts."""
    for item in cell.split(" | ") if cell else ():
        yield [*item.split("; "), *[""] * count][:count]
