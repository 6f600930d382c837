"""How days, pairs and ids are typed on the command line, and how answers are printed."""

import os
import sys
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.command_line.printable import printable
from claimtracker.reports import json_report


def day(text: str) -> date:
    """Read an ISO date; anything else is wrong usage."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}” is no day such as 2025-04-18.") from error


def pair(text: str, form: str) -> tuple[str, str]:
    """Read what the help writes as this form, such as NAME=VALUE; neither side may be empty."""
    name, _, value = text.partition("=")
    if not (name and value):
        raise typer.BadParameter(f"“{text}” is not of the form {form}.")
    return name, value


def day_option(help_text: str) -> Any:  # noqa: ANN401 - typer's own option is untyped
    """An option that takes a day."""
    return typer.Option(parser=day, metavar="YYYY-MM-DD", help=help_text)


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Id = Annotated[int, typer.Argument(metavar="ID")]


def say(line: object) -> None:
    """Print one line of the answer."""
    _write(printable(str(line)) + "\n")


def say_all(lines: Iterable[str]) -> None:
    """Print the answer line by line."""
    for line in lines:
        say(line)


def say_json(document: object) -> None:
    """Print one JSON document, in UTF-8 whatever the terminal: RFC 8259, section 8.1."""
    stream([json_report.as_text(document).encode("utf-8"), b"\n"])


def say_id(new_id: int, as_json: bool) -> None:
    """Print the id of what was made."""
    if as_json:
        say_json({"id": new_id})
    else:
        say(new_id)


def stream(pieces: Iterable[bytes]) -> None:
    """Write a long answer piece by piece."""
    for piece in pieces:
        _write(piece)


def _write(piece: str | bytes) -> None:
    try:
        typer.echo(piece, nl=False)
    except BrokenPipeError:  # the reader has gone, which is no fault: typer ends the program
        raise
    except OSError as error:
        # What is left in the buffer goes nowhere: Python would fail on it again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ClaimTrackerError(f"The answer cannot be written: {error.strerror}.") from error


def tell(sentence: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(printable(sentence), err=True)
