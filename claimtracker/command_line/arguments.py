"""How days, pairs and ids are typed on the command line, and how answers are printed."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from claimtracker.command_line.terminal_text import printable
from claimtracker.reports import json_report


def day(text: str) -> date:
    """Read an ISO date; anything else is wrong usage."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}” is no day such as 2025-04-18.") from error


def pair(text: str) -> tuple[str, str]:
    """Read NAME=VALUE."""
    name, _, value = text.partition("=")
    if not (name and value):
        raise typer.BadParameter(f"“{text}” is not of the form NAME=VALUE.")
    return name, value


def day_option(help_text: str) -> Any:  # noqa: ANN401 - typer's own option is untyped
    """An option that takes a day."""
    return typer.Option(parser=day, metavar="YYYY-MM-DD", help=help_text)


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Id = Annotated[int, typer.Argument(metavar="ID")]


def say(line: object) -> None:
    """Print one line of the answer."""
    typer.echo(printable(str(line)))


def say_all(lines: Iterable[str]) -> None:
    """Print the answer line by line."""
    for line in lines:
        say(line)


def say_json(document: object) -> None:
    """Print one JSON document."""
    typer.echo(json_report.as_text(document))


def say_id(new_id: int, as_json: bool) -> None:
    """Print the id of what was made."""
    if as_json:
        say_json({"id": new_id})
    else:
        say(new_id)


def stream(pieces: Iterable[bytes]) -> None:
    """Write a long answer piece by piece."""
    for piece in pieces:
        typer.echo(piece, nl=False)


def tell(sentence: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(printable(sentence), err=True)
