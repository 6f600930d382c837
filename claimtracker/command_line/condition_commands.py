"""The command on conditions: what became of one, and which deadlines follow."""

from datetime import date
from typing import Annotated

import typer

from claimtracker.claims.conditions import is_called_off
from claimtracker.claims.vocabulary import ConditionOutcome, of_claims
from claimtracker.command_line.arguments import Id, day_option, say, say_all
from claimtracker.command_line.deadline_commands import rereading_line
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations.set_condition import ConditionChange, event_at_stake
from claimtracker.operations.show_claim import show_claim

app = typer.Typer()
_EVENT = "The event that gets this day; without it, the one in the words that has none yet."


@app.command()
def condition(
    context: typer.Context,
    claim_id: Id,
    outcome: ConditionOutcome,
    on: Annotated[date | None, day_option("The day on which it was met or failed.")] = None,
    event: Annotated[str, typer.Option(metavar="NAME", help=_EVENT)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    keep_readings: Annotated[
        bool, typer.Option("--keep-readings", help="Change no stored days.")
    ] = False,
) -> None:
    """Say what became of a claim's condition.

    Deadlines that count from it follow.
    """
    options: StartOptions = context.obj
    with options.session() as session:
        is_met = outcome is ConditionOutcome.MET
        if is_met and not event and (found := event_at_stake(session, claim_id)):
            event = "" if found.starts_on else found.name
        words = show_claim(session, claim_id, options.as_of).report.condition
        change = ConditionChange(claim_id, outcome, on, options.as_of.today, event=event)
        follows = change.preview(session)
        if not dry_run:
            ids = [] if keep_readings else [other.id for other in follows]
            change.carry_out(session, by=options.settings.assessor, reread_ids=ids)
    if is_called_off(words, outcome) and not dry_run:
        say(f"It may be “not triggered”: claimtracker rate {claim_id} not_triggered --reason …")
    if follows:
        say(f"{of_claims(len(follows))} {_what_became(dry_run, keep_readings)}:")
        say_all(map(rereading_line, follows))


def _what_became(is_trial: bool, is_kept: bool) -> str:
    if is_trial:
        return "would be re-read"
    return "kept the stored reading" if is_kept else "re-read; “claimtracker undo” takes it back"
