"""The same program without a window: every command of the house, on a terminal or in a script."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from typer.main import get_command

from claimtracker import settings as stored_settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.without_secrets import without_secrets
from claimtracker.command_line.arguments import day_option, tell
from claimtracker.command_line.late_commands import LateCommands
from claimtracker.command_line.start_options import Desktop, StartOptions
from claimtracker.database_choice import DATABASE_VARIABLE

DONE, REFUSED, WRONG_USAGE = range(3)

app = typer.Typer(
    name="claimtracker",
    cls=LateCommands,
    help="Track what public figures committed to, and flag the deadlines that have passed. "
    "Without a command, open the window.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def choose(
    context: typer.Context,
    database: Annotated[
        str,
        typer.Option(metavar="FILE|URL", envvar=DATABASE_VARIABLE, help="The database."),
    ] = "",
    today: Annotated[date | None, day_option("Report as of this day.")] = None,
) -> None:
    """Without a command: open the window."""
    desktop: Desktop = context.obj
    chosen = stored_settings.load(stored_settings.settings_path())
    context.obj = StartOptions(database, today, chosen, desktop, tell)
    if context.invoked_subcommand is None:
        raise typer.Exit(desktop.open_window(context.obj))


def run(arguments: Sequence[str], desktop: Desktop) -> int:
    """Run one command and return its exit status: 0 done, 1 refused, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):  # an old terminal must not stop a claim's quote
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        # Not app(...): that would put typer's own hook in the place of ours for bugs.
        status = get_command(app)(list(arguments), standalone_mode=False, obj=desktop)
    except ClaimTrackerError as error:
        tell(str(error))
        return REFUSED
    except typer.TyperException as error:
        reason = error.format_message().replace("Value error, ", "")  # pydantic's own words
        tell(f"{without_secrets(reason)} “claimtracker --help” lists the commands.")
        return error.exit_code
    except typer.Abort:
        return REFUSED
    except SystemExit:  # so typer ends where the reader of a pipe has gone, as with `| head`
        return DONE
    return status if isinstance(status, int) else DONE
