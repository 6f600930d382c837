"""The commands on files and on history: export, import, undo, redo, and the sample case."""

import os
import re
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import parse
from claimtracker.claims.rows import ActionRow
from claimtracker.claims.vocabulary import of_claims
from claimtracker.command_line.arguments import AsJson, pair, say, say_json
from claimtracker.command_line.start_options import Picture, StartOptions
from claimtracker.operations import undo as history
from claimtracker.operations.back_up import back_up_first
from claimtracker.operations.export_report import conventions_path, export_report
from claimtracker.operations.import_claims import ImportResult, import_claims

app = typer.Typer()

_COLUMN = "COLUMN=FIELD"
_SIZE = re.compile(r"([1-9][0-9]{0,3})x([1-9][0-9]{0,3})")


@app.command()
def demo(
    context: typer.Context,
    screenshot: Annotated[Path | None, typer.Option(help="Paint, save the picture, end.")] = None,
    theme: Literal["light", "dark"] = "light",
    size: Annotated[str, typer.Option(help="Of the picture: WIDTHxHEIGHT.")] = "1280x800",
) -> None:
    """Open the window on a fresh copy of the sample case."""
    width, height = _sides(size)
    options: StartOptions = context.obj
    picture = Picture(screenshot, theme, width, height)
    raise typer.Exit(options.desktop.open_sample(options, picture))


def _sides(size: str) -> tuple[int, int]:
    sides = _SIZE.fullmatch(size)
    if sides is None:
        raise typer.BadParameter(f"“{size[:40]}” is not of the form WIDTHxHEIGHT, 1 to 9999 each.")
    return int(sides[1]), int(sides[2])


@app.command()
def export(
    context: typer.Context, file: Path, query: Annotated[str, typer.Argument()] = ""
) -> None:
    """Write a report, .csv or .json, with how deadlines were read.

    The latter stands in a text file beside it.
    """
    options: StartOptions = context.obj
    with options.session() as session:
        count = export_report(session, file, Listing(options.as_of, parse(query)))
    conventions = conventions_path(file)
    say(f"{of_claims(count)} written to {file}. How they were read: {conventions}.")


@app.command("import")
def import_(
    context: typer.Context,
    file: Path,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar=_COLUMN, help="Name the field of a column."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take in the claims of a table, .csv or .json."""
    options: StartOptions = context.obj
    renamed = dict(pair(column, _COLUMN) for column in columns or ())
    with options.session(create=not dry_run and os.path.isfile(file)) as session:
        by = options.settings.assessor
        taking = partial(import_claims, path=file, by=by, dry_run=dry_run, columns=renamed)
        is_backed_up = options.settings.backs_up and not dry_run
        result = back_up_first(session, taking) if is_backed_up else taking(session)
    if as_json:
        say_json(asdict(result))
    else:
        _say_result(result, dry_run)


def _say_result(result: ImportResult, dry_run: bool) -> None:
    counts = f"{result.added} added, {result.changed} changed, {result.skipped} skipped"
    say(f"{'Would be: ' if dry_run else ''}{counts}, {len(result.refused)} refused.")
    for refusal in result.refused:
        say(f"line {refusal.line}: {refusal.reason}")


@app.command()
def undo(context: typer.Context) -> None:
    """Take back the newest action."""
    options: StartOptions = context.obj
    with options.session() as session:
        _say_step("Undone", history.undo(session, by=options.settings.assessor), "undo")


@app.command()
def redo(context: typer.Context) -> None:
    """Do again what the last undo took back."""
    options: StartOptions = context.obj
    with options.session() as session:
        _say_step("Done again", history.redo(session, by=options.settings.assessor), "redo")


def _say_step(done: str, action: ActionRow | None, verb: str) -> None:
    if action is None:
        raise ClaimTrackerError(f"There is nothing to {verb}.")
    say(f"{done}: {action.name}.")
