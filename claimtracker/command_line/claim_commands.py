"""The commands on claims: enter, list, show, rate, move, review."""

from datetime import date
from typing import Annotated

import typer

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, LaterWords, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.lateness import doubt_about_day, why_no_kept_late
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import parse
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import Verdict
from claimtracker.command_line import terminal_text
from claimtracker.command_line.arguments import (
    AsJson,
    Id,
    day,
    day_option,
    say_all,
    say_id,
    say_json,
    stream,
    tell,
)
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations import list_claims
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_chain import rate_chain
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.said_before import said_before
from claimtracker.operations.set_review import set_review
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.verdict_labels import verdict_labels
from claimtracker.reports import json_report

app = typer.Typer()


@app.command()
def add(
    context: typer.Context,
    summary: Annotated[str, typer.Option()],
    quote: str = "",
    claimant: str = "",
    stated_on: Annotated[date | None, day_option("The day it was said.")] = None,
    deadline: Annotated[str, typer.Option(help="The words of the deadline.")] = "",
    due_on: Annotated[date | None, day_option("Last day, strictly read; by hand.")] = None,
    latest_on: Annotated[date | None, day_option("Last day, generously; by hand.")] = None,
    review_on: Annotated[date | None, day_option("When to look again.")] = None,
    condition: str = "",
    source_url: str = "",
    source_title: str = "",
    tag: Annotated[list[str] | None, typer.Option(help="May be given more than once.")] = None,
    as_json: AsJson = False,
) -> None:
    """Store a claim and print its id."""
    draft = ClaimDraft.of(
        summary=summary,
        quote=quote,
        claimant=claimant,
        stated_on=stated_on,
        deadline_wording=deadline,
        due_on=due_on,
        latest_on=latest_on,
        review_on=review_on,
        condition=condition,
        tags=tuple(tag or ()),
        source=SourceDraft.of(url=source_url, title=source_title),
    )
    options: StartOptions = context.obj
    with options.session(create=True) as session:
        alike = said_before(session, draft.summary, draft.quote, draft.claimant)
        say_id(add_claim(session, draft, by=options.settings.assessor), as_json)
    for found in alike[:1]:
        tell(terminal_text.looks_said(found))


@app.command("list")
def list_(
    context: typer.Context, query: Annotated[str, typer.Argument()] = "", as_json: AsJson = False
) -> None:
    """List claims with their state and days over."""
    options: StartOptions = context.obj
    listing = Listing(options.as_of, parse(query))
    with options.session() as session:
        rows = list_claims.report(session, listing)
        if as_json:
            stream(json_report.json_lines(rows))
        else:
            say_all(map(terminal_text.claim_line, rows))


@app.command()
def show(context: typer.Context, claim_id: Id, as_json: AsJson = False) -> None:
    """Show one claim with all that belongs to it."""
    options: StartOptions = context.obj
    with options.session() as session:
        claim = show_claim(session, claim_id, options.as_of)
        labels = verdict_labels(session)
    if as_json:
        say_json(json_report.details(claim))
    else:
        say_all(terminal_text.claim_lines(claim, labels))


@app.command()
def rate(
    context: typer.Context,
    claim_id: Id,
    verdict: Verdict,
    reason: Annotated[str, typer.Option()],
    kept_on: Annotated[date | None, day_option("The day it was kept.")] = None,
    chain: Annotated[bool, typer.Option("--chain", help="On every step of its chain.")] = False,
) -> None:
    """Record a verdict, named by its code, with its reason.

    An earlier verdict stays in the log.
    """
    options: StartOptions = context.obj
    draft = AssessmentDraft.of(
        verdict=verdict, reason=reason, assessed_on=options.as_of.today, kept_on=kept_on
    )
    by = options.settings.assessor
    with options.session() as session:
        report = show_claim(session, claim_id, options.as_of).report
        window = Window(report.opens_on, report.due_on, report.latest_on)
        if kept_on is not None and (why_not := why_no_kept_late(verdict, kept_on, window)):
            raise ClaimTrackerError(why_not)
        if chain:
            rate_chain(session, claim_id, draft, by=by)
        else:
            rate_claims(session, [claim_id], draft, by=by)
    _tell_of_day(verdict, kept_on, window, report.stated_on)


def _tell_of_day(
    verdict: Verdict, kept_on: date | None, window: Window, stated_on: date | None
) -> None:
    """Say beside the answer what is odd about the day on which it was kept, or missing."""
    if verdict is Verdict.KEPT_LATE and kept_on is None:
        tell("The days late are not known without --kept-on, the day on which it was kept.")
    elif doubt := doubt_about_day(verdict, kept_on, window, stated_on):
        tell(doubt)


@app.command()
def move(
    context: typer.Context,
    claim_id: Id,
    wording: str,
    stated_on: Annotated[date, day_option("The day the later words were said.")],
    quote: str = "",
    claimant: Annotated[str | None, typer.Option(help="Who moved it, if another.")] = None,
    condition: Annotated[str | None, typer.Option(help="If another than before.")] = None,
    source_url: str = "",
    source_title: str = "",
    as_json: AsJson = False,
) -> None:
    """Record a moved deadline and print the new claim's id."""
    options: StartOptions = context.obj
    source = SourceDraft.of(url=source_url, title=source_title)
    told = LaterWords.of(quote=quote, claimant=claimant, condition=condition, source=source)
    with options.session() as session:
        by = options.settings.assessor
        say_id(move_deadline(session, claim_id, wording, stated_on, by=by, told=told), as_json)


@app.command()
def review(
    context: typer.Context,
    claim_id: Id,
    on: Annotated[date, typer.Argument(parser=day, metavar="YYYY-MM-DD")],
) -> None:
    """Set the day to look at a claim again."""
    options: StartOptions = context.obj
    with options.session() as session:
        set_review(session, [claim_id], on, by=options.settings.assessor)
