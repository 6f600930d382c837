"""Files and commands as ways in: tables, articles, settings, names of files, the command line."""

import csv
import io
import json
import os
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import typer.core
from sqlmodel import Session
from typer.main import get_command

from claimtracker import command_line
from claimtracker.articles.open_article import open_bytes, open_text
from claimtracker.claims.drafts import ClaimDraft, DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations import list_evidence
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.back_up import back_up_to
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.read_deadline import Reader
from claimtracker.operations.scan_article import scan_by
from claimtracker.operations.show_claim import show_claim
from claimtracker.reports.columns import COLUMNS
from claimtracker.reports.csv_report import guarded
from claimtracker.settings import Settings, load, save
from claimtracker.storage.engine import open_database
from tests.command_line.conftest import NotedDesktop
from tests.faults.odd_case import OddCase
from tests.faults.odd_fields import AS_OF, BY
from tests.faults.odd_watching import Pairs, is_clear
from tests.operations.test_round_trip import check_round_trip

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252", "utf-32-be")
# Columns that hold a text of their own; the others are days, numbers, codes and lists of parts.
_TEXTS = ("summary", "quote", "claimant", "deadline_wording", "condition", "criteria", "notes")
_LONGEST_ARGUMENT = 100_000  # bytes; the system hands over no more than 128 KB
_LONGEST_NAME = 200
_DONE = range(4)
_PLACES = frozenset({"article.txt", "out.csv", "table.csv", "out.db"})
_FILE_OPTIONS = frozenset({"--screenshot", "--text-out"})


def as_bytes(text: str, chance: Random) -> bytes:
    """Write a text as some program does, sometimes with a byte gone astray."""
    found = text.encode(chance.choice(_ENCODINGS), "replace")
    if chance.random() < 0.2:
        at = chance.randrange(len(found) + 1)
        found = found[:at] + bytes([chance.randrange(256)]) + found[at:]
    return found


def table(case: OddCase, text: str, chance: Random) -> Pairs:
    """Import a table with this text in a cell, and read the claim back."""
    name = chance.choice(COLUMNS)
    cells = {"summary": "Sign it", "claimant": "Ada Lo", name: text}
    path = case.folder / f"table{chance.choice(('.csv', '.json'))}"
    _write(path, cells)
    with case.session() as session:
        found = import_claims(session, path, by=BY)
        for refusal in found.refused:
            yield is_clear(refusal.reason), True
        if found.added == 1 and name in _TEXTS:
            yield from _as_told(session, name, text)


def _write(path: Path, cells: dict[str, str]) -> None:
    if path.suffix == ".json":
        path.write_text(json.dumps([cells]))  # half a pair is written as an escape, as JSON may
        return
    written = io.StringIO(newline="")
    csv.writer(written).writerows([list(cells), [guarded(cell) for cell in cells.values()]])
    path.write_bytes(written.getvalue().encode("utf-8", "surrogatepass"))


def _as_told(session: Session, name: str, text: str) -> Pairs:
    newest = max(
        int(key) for (key,) in session.connection().exec_driver_sql("SELECT id FROM claim")
    )
    found = getattr(show_claim(session, newest, AS_OF).report, name)
    yield found in (text, text.strip()), True


def report(case: OddCase, text: str, chance: Random) -> Pairs:
    """Enter a claim that holds this text everywhere, and carry the report over and back."""
    short = text[:90]
    told = {"summary": f"Sign {short}", "claimant": short, "tags": (f"x{short}",), "notes": text}
    draft = ClaimDraft.of(**told, quote=text, condition=text, source={"title": short})
    folder = case.folder / "carried"
    folder.mkdir(exist_ok=True)
    with case.session() as session:
        add_claim(session, draft, by=BY)
        check_round_trip(session, case.empty, folder, chance.choice((".csv", ".json")))
    (folder / "there.db").unlink()
    yield True, True


def raw_table(case: OddCase, text: str, chance: Random) -> Pairs:
    """Import bytes that may be a table: headers, quotes and encodings as they come."""
    path = case.folder / f"raw{chance.choice(('.csv', '.json', '.CSV'))}"
    head = chance.choice((b"summary,notes\n", b"", b"[{", '"summary";'.encode("utf-16")))
    path.write_bytes(head + as_bytes(text, chance))
    columns = {text: "notes"} if chance.random() < 0.2 else None
    with case.session() as session:
        found = import_claims(session, path, by=BY, columns=columns)
        for refusal in found.refused:
            yield is_clear(refusal.reason), True


def article(_case: OddCase, text: str, chance: Random) -> Pairs:
    """Open a text that was pasted, or bytes, and look for claims in it."""
    if chance.random() < 0.7:
        opened = open_text(text)
        yield open_text(opened.text).text, opened.text
    else:
        opened = open_bytes(as_bytes(text[:50_000], chance), name="page.txt")
    found = scan_by(Reader(), replace(opened, text=opened.text[:20_000]))
    for each in found.candidates:
        words = opened.text[each.start : each.end].split()
        yield words, each.sentence.split()  # a sentence stands on one line


def settings(case: OddCase, text: str, _chance: Random) -> Pairs:
    """Save settings with this text, and load them."""
    path = case.folder / "settings.toml"
    kept = replace(Settings(), assessor=text, database=text).checked()
    save(kept, path)
    yield load(path), kept


def name_of_file(case: OddCase, text: str, chance: Random) -> Pairs:
    """Keep a file called so as evidence, and make a database called so."""
    name = _file_name(text)
    path = case.folder / "named" / (name or "x")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"signed")
    try:
        with case.session() as session:
            (key,) = keep_evidence(session, [(DocumentDraft.of(title="Page"), path)], by=BY)
            shown = os.fsencode(path.name).decode(errors="replace")  # a name need not be text
            yield list_evidence.rows(session, [key])[key].file_name, shown
            if chance.random() < 0.2:
                back_up_to(session, path.with_name(f"{name[:40]}.db"))
                open_database(path.with_name(f"{name[:40]}.db")).close()
    finally:
        for each in path.parent.iterdir():
            if each.is_file():
                each.unlink()


def _file_name(text: str) -> str:
    """What of a text can be the name of a file: any bytes but NUL and the slash."""
    plain = text.replace("\0", "").replace("/", "")
    found = os.fsencode(plain.encode("utf-8", "surrogatepass"))[:_LONGEST_NAME]
    return "" if found in (b".", b"..") else os.fsdecode(found)


COMMANDS: dict[str, Sequence[str]] = {
    "demo": (),
    "deadline": ("next week", "--stated-on", "2025-05-01"),
    "policy": ("--dry-run",),
    "scan": ("article.txt",),
    "add": ("--summary", "Sign"),
    "list": (),
    "show": ("1",),
    "rate": ("1", "stalled", "--reason", "Seen."),
    "move": ("1", "next week", "--stated-on", "2025-05-01"),
    "review": ("1", "2025-06-01"),
    "condition": ("1", "failed", "--on", "2025-05-01", "--dry-run"),
    "link": ("1", "https://example.org/a", "--relation", "context", "--no-capture"),
    "verify": (),
    "check": (),
    "remind": (),
    "export": ("out.csv",),
    "import": ("table.csv",),
    "undo": (),
    "redo": (),
    "log": (),
    "take-back": ("1",),
    "bin": ("2",),
    "unbin": ("2",),
    "empty-bin": ("--dry-run",),
    "backup": ("out.db", "--replace"),
    "restore": ("out.db", "--dry-run"),
    "salvage": ("out.db",),
}
"""What each command needs to be carried out; a new command joins by a line."""


def every_command() -> dict[str, Any]:
    """Every command that there is, by its name."""
    group = get_command(command_line.app)
    return dict(group.commands) if isinstance(group, typer.core.TyperGroup) else {}


def typed(case: OddCase, text: str, chance: Random) -> Pairs:
    """Type a command with this text in one of its places."""
    name = chance.choice(list(COMMANDS))
    words = _with_odd(name, _argument(text), case.folder, chance)
    out, err = io.StringIO(), io.StringIO()
    day = f"{date(2025, 5, 1)}"
    with redirect_stdout(out), redirect_stderr(err):
        status = command_line.run(
            ["--database", str(case.path), "--today", day, name, *words], NotedDesktop()
        )
    yield status in _DONE, True
    if status == 1:
        told = err.getvalue().strip()
        yield is_clear(told.splitlines()[-1]), True
        raise ClaimTrackerError(told.splitlines()[-1])
    if status == 0 and "--json" in words:
        json.loads(out.getvalue())


def _argument(text: str) -> str:
    """The text as the system hands it over: bytes that are no UTF-8 come as half pairs."""
    raw = text.replace("\0", "").encode("utf-8", "surrogatepass")[:_LONGEST_ARGUMENT]
    return raw.decode("utf-8", "surrogateescape")


def _with_odd(name: str, odd: str, folder: Path, chance: Random) -> list[str]:
    """The words of a command with the odd one in place of a needed one, or in an option."""
    place = f"{folder / 'typed'}/"
    words = [f"{place}{word}" if word in _PLACES else word for word in COMMANDS[name]]
    options = text_options(name)
    if options and chance.random() < 0.7:
        option = chance.choice(options)
        return [*words, option, _within(place, odd) if option in _FILE_OPTIONS else odd]
    at = [number for number, word in enumerate(words) if not word.startswith("--")]
    if at:
        number = chance.choice(at)
        words[number] = _within(place, odd) if COMMANDS[name][number] in _PLACES else odd
    return words


def _within(place: str, odd: str) -> str:
    """A name in the test's own folder, wherever the odd text would lead."""
    return place + odd.replace("..", "__") + ".db"[: len(odd) % 4]


def text_options(name: str) -> list[str]:
    """The options of a command that take a word."""
    return [
        each.opts[-1]
        for each in every_command()[name].params
        if each.param_type_name == "option" and not getattr(each, "is_flag", False)
    ]
