"""The commands on the bin: put claims in, take them out, empty it."""

from functools import partial
from typing import Annotated

import typer

from claimtracker.claims.vocabulary import of_claims
from claimtracker.command_line.arguments import say
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations.back_up import MANY_CLAIMS, back_up_first
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.empty_bin import empty_bin, what_goes

app = typer.Typer()

Ids = Annotated[list[int], typer.Argument(metavar="ID...")]


@app.command("bin")
def bin_(context: typer.Context, claim_ids: Ids) -> None:
    """Move claims to the bin.

    `list in:bin` shows what lies there.
    """
    options: StartOptions = context.obj
    with options.session() as session:
        count = bin_claims(session, claim_ids, by=options.settings.assessor)
    say(f"{of_claims(count)} moved to the bin.")


@app.command()
def unbin(context: typer.Context, claim_ids: Ids) -> None:
    """Take claims out of the bin."""
    options: StartOptions = context.obj
    with options.session() as session:
        count = restore_claims(session, claim_ids, by=options.settings.assessor)
    say(f"{of_claims(count)} taken out of the bin.")


@app.command("empty-bin")
def empty_bin_(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
) -> None:
    """Empty the bin; undo brings all of it back."""
    options: StartOptions = context.obj
    with options.session() as session:
        if dry_run:
            say(f"Would go: {of_claims(len(what_goes(session).claim_ids))}.")
            return
        going = partial(empty_bin, by=options.settings.assessor)
        is_backed_up = options.settings.backs_up and len(what_goes(session).claim_ids) > MANY_CLAIMS
        count = back_up_first(session, going) if is_backed_up else going(session)
    say(f"{of_claims(count)} deleted for good.")
