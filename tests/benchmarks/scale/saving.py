"""Saving one claim, entering one, and their undo, beside the bare SQL with and without a log."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.state import AsOf
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated import TODAY
from tests.benchmarks.scale.bare import Statement, bare_connection, written
from tests.benchmarks.scale.comparing import Figures, compared

_FIELDS = (
    *("summary", "quote", "claimant", "claimant_role", "stated_on", "deadline_wording"),
    *("condition", "criteria", "review_on", "tags"),
)
_MOMENT = f"{TODAY} 12:00:00.000000"
_PLAIN, _LOGGED = "the bare SQL", "bare SQL with a log"
_ACTION = "INSERT INTO action (at, by, name, is_undoable, chain_hash) VALUES (?, 'Ada', ?, 1, ?)"
_CHANGE = (
    'INSERT INTO change (action_id, claim_id, "table", row_id, before, after)'
    " SELECT max(id), ?, ?, ?, ?, ? FROM action"
)


def saving_figures(path: Path, claims: int) -> Figures:
    """A claim in the middle is saved, taken back, shown; another is entered. Changes the file."""
    database = open_database(path)
    claim_id = claims // 2 + 1
    with bare_connection(path) as bare, database.session() as session:
        notes = (f"Note {number}." for number in count())
        yield from _saves(session, bare, claim_id, notes)
        ours = partial(_entered, session, notes)
        draft = _draft(session, claim_id, "")
        session.rollback()
        for name, is_logged in ((_PLAIN, False), (_LOGGED, True)):
            entered = partial(_entered_bare, bare, draft, is_logged=is_logged)
            yield compared("entering one claim", ours, entered, name)
        shown = partial(_shown, session, claim_id)
        yield compared("showing one claim", shown, partial(_shown_bare, bare, claim_id), _PLAIN)
    database.close()


def _saves(
    session: Session, bare: sqlite3.Connection, claim_id: int, notes: Iterator[str]
) -> Figures:
    saved: list[Callable[[], object]] = []

    def prepare() -> None:
        """The form is filled before the clock starts."""
        draft, version = _draft(session, claim_id, next(notes)), _version(session, claim_id)
        session.rollback()
        saving = partial(edit_claim, session, claim_id, draft, version=version, by="Ada")
        saved[:] = [saving]

    for name, is_logged in ((_PLAIN, False), (_LOGGED, True)):
        plain = partial(_saved, bare, claim_id, notes, is_logged=is_logged)
        yield compared("saving one claim", lambda: saved[0](), plain, name, prepare)

    def prepare_undo() -> None:
        prepare()
        saved[0]()

    for name, is_logged in ((_PLAIN, False), (_LOGGED, True)):
        plain = partial(_saved, bare, claim_id, notes, is_logged=is_logged)
        ours = partial(undo, session, by="Ada")
        yield compared("undo of a save", ours, plain, name, prepare_undo)


def _draft(session: Session, claim_id: int, notes: str) -> ClaimDraft:
    found = show_claim(session, claim_id, AsOf(TODAY)).report
    source = {"title": found.source_title, "url": found.source_url}
    fields = {name: getattr(found, name) for name in _FIELDS}
    return ClaimDraft.of(**fields, source=source, notes=notes)


def _version(session: Session, claim_id: int) -> int:
    return show_claim(session, claim_id, AsOf(TODAY)).version


def _saved(
    bare: sqlite3.Connection, claim_id: int, notes: Iterator[str], *, is_logged: bool
) -> None:
    note = next(notes)
    saving = "UPDATE claim SET notes = ?, version = version + 1, updated_at = ? WHERE id = ?"
    statements: list[Statement] = [(saving, (note, _MOMENT, claim_id))]
    before, after = json.dumps({"notes": "before"}), json.dumps({"notes": note})
    line = (claim_id, "claim", claim_id, before, after)
    written(bare, [*statements, *_log(bare, "edit", [line] if is_logged else [])])


def _log(bare: sqlite3.Connection, name: str, lines: list[tuple[object, ...]]) -> list[Statement]:
    """The action, its hash after the one before it, and its lines."""
    if not lines:
        return []
    newest = "SELECT chain_hash FROM action ORDER BY id DESC LIMIT 1"
    (before,) = bare.execute(newest).fetchone()
    chained = sha256(f"{before}{name}{lines}".encode()).hexdigest()
    return [(_ACTION, (_MOMENT, name, chained)), *((_CHANGE, line) for line in lines)]


def _entered(session: Session, notes: Iterator[str]) -> None:
    note = next(notes)
    source = {"title": f"A page, {note}", "url": f"https://example.org/{note}"}
    draft = ClaimDraft.of(
        summary=f"Sign the treaty, {note}",
        quote="We will sign it within days.",
        claimant="Speaker 7",
        stated_on=TODAY,
        deadline_wording="within days",
        source=source,
        tags=("subject 3",),
    )
    add_claim(session, draft, by="Ada")


def _entered_bare(bare: sqlite3.Connection, draft: ClaimDraft, *, is_logged: bool) -> None:
    texts = (draft.summary, draft.quote, 7, f"{TODAY}", draft.deadline_wording)
    rest = (_MOMENT, _MOMENT)
    (claim_id,) = bare.execute("SELECT max(id) + 1 FROM claim").fetchone()
    (source_id,) = bare.execute("SELECT max(id) + 1 FROM source").fetchone()
    url = f"https://example.org/bare/{source_id}"
    statements: list[Statement] = [
        (_CLAIM, (claim_id, *texts, *rest)),
        (_SOURCE, (source_id, "A page", url)),
        (_OCCURRENCE, (claim_id, source_id, draft.quote, f"{TODAY}")),
        ("INSERT INTO claim_tag (claim_id, tag_id) VALUES (?, 3)", (claim_id,)),
    ]
    lines: list[tuple[object, ...]] = [
        (claim_id, table, claim_id, None, json.dumps(draft.model_dump(mode="json")))
        for table in ("claim", "source", "occurrence", "claim_tag")
    ]
    written(bare, [*statements, *_log(bare, "new claim", lines if is_logged else [])])


_CLAIM = (
    "INSERT INTO claim (id, version, summary, quote, claimant_id, stated_on, deadline_wording,"
    " opens_on, due_on, latest_on, precision, rule, condition, condition_outcome, criteria, notes,"
    " verdict, created_at, updated_at) VALUES (?, 1, ?, ?, ?, ?, ?, '2025-05-26', '2025-05-28',"
    " '2025-06-02', 'day', 'some', '', 'open', '', '', 'not_yet_rated', ?, ?)"
)
_SOURCE = "INSERT INTO source (id, title, publisher, url, text) VALUES (?, ?, '', ?, '')"
_OCCURRENCE = "INSERT INTO occurrence (claim_id, source_id, words, stated_on) VALUES (?, ?, ?, ?)"


def _shown(session: Session, claim_id: int) -> None:
    show_claim(session, claim_id, AsOf(TODAY))
    session.rollback()


def _shown_bare(bare: sqlite3.Connection, claim_id: int) -> None:
    for table in ("occurrence", "evidence_link", "claim_tag", "assessment", "change"):
        bare.execute(f'SELECT * FROM "{table}" WHERE claim_id = ?', (claim_id,)).fetchall()
    bare.execute("SELECT * FROM claim WHERE id = ?", (claim_id,)).fetchall()
