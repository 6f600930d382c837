"""The command that takes back one action of the log alone, whatever was done since."""

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer
from sqlmodel import Session

from claimtracker.claims.change_words import PLAIN
from claimtracker.claims.errors import UndoConflict
from claimtracker.claims.rows import ActionRow
from claimtracker.command_line.arguments import say, tell
from claimtracker.command_line.printable import one_line
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations.tell_collisions import tell_collisions
from claimtracker.operations.undo import take_back
from claimtracker.operations.undo_as_chosen import undo_as_chosen

app = typer.Typer()

_MOST_TOLD = 20


class Choice(StrEnum):
    """What becomes of fields that were changed again since."""

    KEEP = "keep"
    RESTORE = "restore"


@app.command("take-back")
def take_back_(
    context: typer.Context,
    action_id: Annotated[int, typer.Argument(metavar="ACTION", help="Its number in the log.")],
    changed_since: Annotated[
        Choice | None,
        typer.Option(help="For fields that were changed again since; without it nothing is done."),
    ] = None,
) -> None:
    """Take back one action alone, whatever was done since.

    It is a step of its own, which undo takes back.
    """
    options: StartOptions = context.obj
    by = options.settings.assessor
    with options.session() as session:
        try:
            done: ActionRow | None = take_back(session, action_id, by=by)
        except UndoConflict as conflict:
            done = _as_chosen(session, conflict, changed_since, by)
    say(f"Taken back: {done.name}." if done else "Nothing was taken back.")


def _as_chosen(
    session: Session, conflict: UndoConflict, choice: Choice | None, by: str
) -> ActionRow | None:
    if choice is None or not conflict.collisions:
        for each in tell_collisions(session, conflict.collisions[:_MOST_TOLD], PLAIN):
            texts = f"now “{one_line(each.present)}”, would be “{one_line(each.restored)}” again"
            tell(f"{each.label} of {each.owner}: {texts}")
        raise conflict
    kept = [each.key for each in conflict.collisions if choice is Choice.KEEP]
    return undo_as_chosen(session, partial(take_back, by=by), conflict, kept)
