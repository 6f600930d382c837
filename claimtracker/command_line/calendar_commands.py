"""The commands on the calendar: check what has passed, remind."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from claimtracker.claims.notice_text import notice_sentence
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.vocabulary import State
from claimtracker.command_line import terminal_text
from claimtracker.command_line.arguments import (
    AsJson,
    say,
    say_all,
    say_json,
    tell,
)
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations import list_claims
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from claimtracker.reports import columns

PASSED_UNRATED = 3

app = typer.Typer()


@app.command()
def check(
    context: typer.Context,
    as_json: AsJson = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End 3 when something passed is unrated.")
    ] = False,
) -> None:
    """Sweep the deadlines and print what is newly and still passed."""
    options: StartOptions = context.obj
    found = swept(options)
    if as_json:
        listed = {part: [columns.values(row) for row in rows] for part, rows in found.items()}
        say_json({"as_of": options.as_of.today, **listed})
    else:
        say_all(check_lines(found, options.as_of.today))
    if exit_code and any(row.state is State.PASSED for row in found["new"] + found["still"]):
        raise typer.Exit(PASSED_UNRATED)


_TITLES = {
    "new": "Newly passed",
    "still": "Still passed and unrated",
    "due_soon": "Due soon",
    "review": "To review",
}


def swept(options: StartOptions) -> dict[str, list[ReportRow]]:
    """Sweep, and return the claims found, under the names that `check --json` gives them."""
    with options.session() as session:
        found = sweep_deadlines(session, options.as_of)
        return {
            part: list_claims.report_of(session, getattr(found, part), options.as_of)
            for part in _TITLES
        }


def check_lines(found: dict[str, list[ReportRow]], today: date) -> Iterator[str]:
    """What a sweep found, in words."""
    if not any(found.values()):
        yield f"Nothing is due as of {today}."
    for part, rows in found.items():
        yield from terminal_text.section(_TITLES[part], rows)


@app.command()
def remind(context: typer.Context) -> None:
    """Sweep, and show a desktop notification of what is new."""
    options: StartOptions = context.obj
    with options.session() as session:
        announced = sweep_deadlines(session, options.as_of).announced
    sentence = notice_sentence({kind: len(ids) for kind, ids in announced.items()})
    if not sentence:
        say(f"Nothing new as of {options.as_of.today}.")
        return
    say(sentence)
    if not options.desktop.notify("ClaimTracker", sentence):
        tell("There is no desktop here to show a notification.")
