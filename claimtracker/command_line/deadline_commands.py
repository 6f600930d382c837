"""The commands on reading: one deadline's words, and the conventions that words are read by."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Annotated

import typer

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import of_claims, of_conventions
from claimtracker.command_line.arguments import (
    AsJson,
    day,
    day_option,
    pair,
    say,
    say_all,
    say_json,
    tell,
)
from claimtracker.command_line.printable import one_line
from claimtracker.command_line.start_options import StartOptions
from claimtracker.command_line.terminal_text import dates_text
from claimtracker.deadlines import (
    Alternative,
    BadConvention,
    Event,
    Policy,
    changed_texts,
    policy_from,
    texts_of,
)
from claimtracker.operations.read_deadline import Reader, reader
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.what_would_change import Rereading, what_would_change
from claimtracker.reports.conventions import ListedConvention, convention_rows

app = typer.Typer()

READING_KEYS = (
    "wording",
    "stated_on",
    "opens_on",
    "due_on",
    "latest_on",
    "precision",
    "rule",
    "explanation",
)
_EVENT = "NAME=YYYY-MM-DD"
_CONVENTION = "KEY=TEXT"


def _event(text: str) -> Event:
    name, starts_on = pair(text, _EVENT)
    return Event(name, day(starts_on))


@app.command()
def deadline(
    context: typer.Context,
    wording: str,
    stated_on: Annotated[date, day_option("The day the words were said.")],
    event: Annotated[list[Event] | None, typer.Option(parser=_event, metavar=_EVENT)] = None,
    no_database: Annotated[
        bool,
        typer.Option("--no-database", help="Read by the default conventions, the same everywhere."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read the words of one deadline.

    By the conventions and events of the database, if there is one.
    """
    known = Reader() if no_database else _kept_reader(context.obj)
    found = known.with_events(event or ()).read(wording, stated_on)
    if as_json:
        say_json({name: getattr(found, name) for name in READING_KEYS})
        return
    for name in READING_KEYS:
        say(f"{name:<12} {getattr(found, name) or 'none'}")
    say_all(map(_otherwise, found.alternatives))


def _otherwise(other: Alternative) -> str:
    is_one_day = other.opens_on == other.due_on == other.latest_on is not None
    days = dates_text(other.opens_on, other.due_on, other.latest_on)
    return f"or: {other.latest_on if is_one_day else days} ({other.reason})"


def _kept_reader(options: StartOptions) -> Reader:
    """What the database keeps; it is not made for this, and what it changes is said."""
    found = _reader_if_any(options)
    tell_of_changes(found, options)
    return found


def tell_of_changes(known: Reader, options: StartOptions) -> None:
    """Say beside the answer that conventions of the database differ from the usual ones."""
    changed = len(changed_texts(known.policy))
    if changed:
        these = of_conventions(changed)
        tell(f"Read with {these} changed in {options.path}; --no-database reads without.")


def _reader_if_any(options: StartOptions) -> Reader:
    if not os.path.exists(options.path):
        return Reader()
    with options.session() as session:
        return reader(session)


@app.command()
def policy(
    context: typer.Context,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar=_CONVENTION, help="Change a convention; may be repeated."),
    ] = None,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read anew every claim that reads otherwise now.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    as_json: AsJson = False,
) -> None:
    """List or change the conventions by which deadlines are read."""
    options: StartOptions = context.obj
    if set_ or reread:
        told = dict(pair(text, _CONVENTION) for text in set_ or ())
        wanted = _change(options, told, reread=reread, dry_run=dry_run, is_quiet=as_json)
    else:
        wanted = _reader_if_any(options).policy
        if not os.path.exists(options.path):
            tell(f"There is no database at {options.path}: these are the defaults.")
    rows = convention_rows(wanted)
    if as_json:
        say_json([asdict(row) for row in rows])
    elif not (set_ or reread):
        say_all(_policy_lines(rows))


def _change(
    options: StartOptions, told: dict[str, str], *, reread: bool, dry_run: bool, is_quiet: bool
) -> Policy:
    """Store what was told, read anew what is wanted, and say what became of the readings."""
    with options.session() as session:
        wanted = _changed(reader(session).policy, told)
        found = what_would_change(session, wanted)
        count = len(found)
        if not dry_run:
            ids = [other.id for other in found] if reread else []
            done = set_policy(session, wanted, by=options.settings.assessor, reread_ids=ids)
            count = done if reread else count
    if not is_quiet:
        say_all(_outcome(found, count, reread=reread, dry_run=dry_run))
    return wanted


def _changed(kept: Policy, told: dict[str, str]) -> Policy:
    texts = texts_of(kept)
    for key in told:
        if key not in texts:
            told_keys = "“claimtracker policy” lists them"
            raise ClaimTrackerError(f"“{key[:40]}” is no convention; {told_keys}.")
    try:
        return policy_from(texts | told)
    except BadConvention as error:
        raise ClaimTrackerError(str(error)) from error


def _outcome(
    found: Sequence[Rereading], number: int, *, reread: bool, dry_run: bool
) -> Iterator[str]:
    """Say of how many claims what; `number` of them where they were re-read just now."""
    count = of_claims(number)
    if not found:
        yield "Every stored reading stays as it is."
    elif dry_run:
        yield f"{count} would read otherwise:"
    elif reread:
        yield f"{count} re-read; “claimtracker undo” takes it back:"
    else:
        yield f"{count} kept the stored reading; “claimtracker policy --reread” reads anew:"
    yield from map(rereading_line, found)


def rereading_line(found: Rereading) -> str:
    """A claim that is read otherwise on one line: its days before and after, and its words."""
    was, becomes = (_days(it.window) for it in (found.was, found.becomes))
    change = f"{was} -> {becomes}" if was != becomes else f"{was}, rule: {found.becomes.rule}"
    return f"{found.id:>5}  {change:<54}  “{one_line(found.wording)}”"


def _days(window: Window) -> str:
    return dates_text(window.opens_on, window.due_on, window.latest_on)


def _policy_lines(rows: Sequence[ListedConvention]) -> Iterator[str]:
    for section, listed in groupby(rows, key=lambda row: row.section):
        yield section
        for row in listed:
            default = f" (default: {row.default})" if row.is_changed else ""
            yield f"  {row.key:<24} {row.value}{default}  [{row.label}]"
