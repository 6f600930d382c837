"""The commands for the worst case: make a backup, restore one, salvage a damaged database."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from claimtracker.claims.backup_words import (
    against_present,
    holds,
    lacking_words,
    of_captured,
)
from claimtracker.claims.salvaged import lost_words, more_words, read_words, table_lines
from claimtracker.command_line.arguments import say, say_all
from claimtracker.command_line.start_options import StartOptions, make_folder
from claimtracker.operations.back_up import back_up_to
from claimtracker.operations.restore_backup import rehearse_restore, restore_backup
from claimtracker.operations.salvage_database import salvage_database

app = typer.Typer()


@app.command()
def backup(
    context: typer.Context,
    file: Path,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of a file that is there.")
    ] = False,
) -> None:
    """Copy the database to FILE.

    The captured files go into `files` beside it; the window may be open meanwhile.
    """
    options: StartOptions = context.obj
    with options.session() as session:
        made = back_up_to(session, file, replaces=replace)
    say(f"Backed up to {made.path}, with {of_captured(made.files)}.")
    _tell_lacking(options, made.lacking)


@app.command()
def restore(
    context: typer.Context,
    file: Path,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what it would bring.")
    ] = False,
) -> None:
    """Put a backup in the place of the database.

    The present file is kept beside it under another name.
    """
    options: StartOptions = context.obj
    path = options.path
    if not options.database and not dry_run and not os.path.exists(path):
        make_folder(path.parent)
    if dry_run:
        found = rehearse_restore(path, file)
        say(f"The backup: {holds(found.backup)}{_last(found.backup.last_at)}.")
        if found.present is not None:
            say(f"Now: {holds(found.present)}{_last(found.present.last_at)}.")
        say(against_present(found))
        return
    done = restore_backup(path, file)
    say(f"Restored to {path}: {holds(done.summary)}{_last(done.summary.last_at)}.")
    if done.aside is not None:
        say(f"What was there is kept as {done.aside}.")
    _tell_lacking(options, done.lacking)


@app.command()
def salvage(
    context: typer.Context,
    file: Path,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="NEW", help="The new database's file.")
    ] = None,
) -> None:
    """Bring what can be read of a damaged database into a new one.

    It lies beside FILE, unless --into names another place. FILE stays as it is.
    """
    options: StartOptions = context.obj
    done = salvage_database(file, into, by=options.settings.name_in_log)
    say(f"Salvaged to {done.path}; {done.damaged} is as it was.")
    say_all((read_words(done), lost_words(done), *more_words(done)))
    say_all(f"  {line}" for line in table_lines(done))
    _tell_lacking(options, done.lacking)


def _tell_lacking(options: StartOptions, lacking: int) -> None:
    if words := lacking_words(lacking):
        options.tell(words)


def _last(at: datetime | None) -> str:
    return f", the last of {at:%Y-%m-%d %H:%M} UTC" if at else ""
