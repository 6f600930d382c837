"""The command on what was done: the log of everything."""

from datetime import date
from typing import Annotated, Any

import typer
from sqlmodel import Session

from claimtracker.claims.change_words import tell
from claimtracker.claims.log import Kind, LogFilter, LoggedRow, Standing
from claimtracker.command_line.arguments import AsJson, day_option, say_all, say_json
from claimtracker.command_line.log_text import MOST_LINES, action_line, change_lines
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations import read_log
from claimtracker.operations.show_claim import show_claim

app = typer.Typer()

_MOST_CHANGES = 1_000  # of one action in JSON, whose `change_count` goes as far


@app.command()
def log(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="In the action's name or the claim's.")] = "",
    claim: Annotated[int | None, typer.Option(metavar="ID", help="Only this claim.")] = None,
    since: Annotated[date | None, day_option("The first day.")] = None,
    until: Annotated[date | None, day_option("The last day.")] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who did it.")] = "",
    kind: Annotated[Kind | None, typer.Option(help="What it was about.")] = None,
    only: Annotated[Standing | None, typer.Option(help="What stands, or was undone.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="So many at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Say what was done, by whom and when, the newest first."""
    options: StartOptions = context.obj
    wanted = LogFilter(words, by, since, until, kind, only, claim)
    with options.session() as session:
        if claim is not None:
            show_claim(session, claim, options.as_of)  # there is such a claim
        ids = read_log.ids(session, wanted, limit)
        found = read_log.rows(session, ids)
        rows = [found[action_id] for action_id in ids]
        if as_json:
            say_json([_document(session, row) for row in rows])
        else:
            for row in rows:
                _say(session, row)


def _say(session: Session, row: LoggedRow) -> None:
    changes = read_log.first_changes(session, row.id, MOST_LINES)
    say_all((action_line(row), *change_lines(changes, row.change_count)))


def _document(session: Session, row: LoggedRow) -> dict[str, Any]:
    changes = read_log.first_changes(session, row.id, _MOST_CHANGES)
    return {
        "id": row.id,
        "at": row.at,
        "by": row.by,
        "action": row.name,
        "stands": row.stands,
        "is_undone": row.is_undone,
        "change_count": row.change_count,
        "changes": [
            {
                "claim_id": change.claim_id,
                "subject": change.subject,
                "row_id": change.row_id,
                "before": change.before,
                "after": change.after,
                "names": change.names,
                "words": [line.title for line in tell(change)],
            }
            for change in changes
        ],
    }
