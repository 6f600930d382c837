"""The command on articles: which claims a text, a page or a document may hold."""

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Scan
from claimtracker.articles.documents.kinds import LARGEST
from claimtracker.articles.open_article import open_address, open_bytes, open_file
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.command_line.arguments import AsJson, day_option, say_all, say_json
from claimtracker.command_line.deadline_commands import tell_of_changes
from claimtracker.command_line.scan_text import scan_document, scan_lines
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations.read_deadline import Reader, reader
from claimtracker.operations.scan_article import scan_article, scan_by

app = typer.Typer()

_STANDARD_INPUT = "-"


# So a file whose name begins with a dash is opened, or refused by its name.
@app.command(context_settings={"ignore_unknown_options": True})
def scan(
    context: typer.Context,
    target: Annotated[str, typer.Argument(metavar="FILE|URL|-")],
    published_on: Annotated[date | None, day_option("Instead of the day found in it.")] = None,
    text_out: Annotated[
        Path | None, typer.Option(help="Save the text that the places count in.")
    ] = None,
    no_database: Annotated[
        bool,
        typer.Option("--no-database", help="Read by the default conventions, the same everywhere."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the candidates for claims in an article, storing none."""
    article = _opened(target)
    if published_on is not None:
        article = replace(article, published_on=published_on)
    if text_out is not None:
        _save_text(article, text_out, target)
    found = scan_by(Reader(), article) if no_database else _scanned(context.obj, article)
    if as_json:
        say_json(scan_document(found))
    else:
        say_all(scan_lines(found))


def _opened(target: str) -> Article:
    if target == _STANDARD_INPUT:
        return open_bytes(sys.stdin.buffer.read(LARGEST + 1))  # more is refused, however much
    return open_address(target) if "://" in target else open_file(Path(target))


def _scanned(options: StartOptions, article: Article) -> Scan:
    """Scan by what the database keeps; it is not made for this."""
    if not os.path.exists(options.path):
        return scan_by(Reader(), article)
    with options.session() as session:
        tell_of_changes(reader(session), options)
        return scan_article(session, article)


def _save_text(article: Article, path: Path, target: str) -> None:
    try:
        if path.exists() and os.path.exists(target) and path.samefile(target):
            raise ClaimTrackerError(f"{path} is the article itself; its text goes to another file.")
        path.write_bytes(article.text.encode("utf-8"))
    except OSError as error:
        raise ClaimTrackerError(f"{path} cannot be written: {reason(error)}.") from error
