"""The commands on evidence: link a document to a claim, verify all that is kept."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from claimtracker.articles.capture_page import capture_page
from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import Relation, of_problems
from claimtracker.command_line.arguments import (
    AsJson,
    Id,
    day_option,
    say,
    say_all,
    say_id,
    say_json,
)
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations.keep_capture import keep_capture
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.read_captured import NoText, read_captured
from claimtracker.operations.verify import verify as look_through

app = typer.Typer()


@app.command()
def link(
    context: typer.Context,
    claim_id: Id,
    target: Annotated[str, typer.Argument(metavar="URL|FILE")],
    relation: Annotated[Relation, typer.Option()],
    title: str = "",
    published_on: Annotated[date | None, day_option("Of the document.")] = None,
    note: str = "",
    excerpt: Annotated[str, typer.Option(help="The passage, word for word.")] = "",
    place: Annotated[str, typer.Option(help="Where in the document it stands.")] = "",
    no_capture: Annotated[
        bool, typer.Option("--no-capture", help="Keep the address only; fetch nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Link a page or file to a claim as evidence, and capture it."""
    is_file = "://" not in target
    draft = EvidenceDraft.of(
        relation=relation,
        url="" if is_file else target,
        title=title,
        published_on=published_on,
        note=note,
        excerpt=excerpt,
        place=place,
    )
    options: StartOptions = context.obj
    file = Path(target) if is_file else None
    with options.session() as session:
        by = options.settings.assessor
        evidence_id = link_evidence(session, [claim_id], draft, by=by, file=file)
    if file is not None:
        _read(options, evidence_id)
    elif not no_capture and options.settings.captures_pages:
        _capture(options, evidence_id, draft.url)
    say_id(evidence_id, as_json)


def _capture(options: StartOptions, evidence_id: int, url: str) -> None:
    """Fetch the page and keep it; the link is stored whatever comes of it."""
    capture = capture_page(url, network=options.open_network())
    failure = capture.failure
    try:
        with options.session() as session:
            keep_capture(session, evidence_id, capture, by=options.settings.assessor, url=url)
    except ClaimTrackerError as error:
        failure = str(error)
    if failure:
        options.tell(f"Linked, but not captured: {failure}")


def _read(options: StartOptions, evidence_id: int) -> None:
    """Keep the readable text of a file that has one; most kinds of files have none."""
    try:
        with options.session() as session, suppress(NoText):
            read_captured(session, evidence_id, by=options.settings.assessor)
    except ClaimTrackerError as error:
        options.tell(f"Linked, but its text is not kept: {error}")


@app.command()
def verify(context: typer.Context, as_json: AsJson = False) -> None:
    """Check the database, the change log and every captured file.

    Each file is held against its SHA-256.
    """
    options: StartOptions = context.obj
    with options.session() as session:
        found = look_through(session)
    if as_json:
        say_json({"ok": found.ok, "problems": found.problems})
    else:
        say_all(found.problems)
        state = "Unchanged since captured and logged" if found.ok else "Checked"
        say(f"{state}: {found.files} captured files, {found.actions} actions of the change log.")
    if not found.ok:
        told = of_problems(len(found.problems))
        raise ClaimTrackerError(f"Not as captured and logged: {told}.")
