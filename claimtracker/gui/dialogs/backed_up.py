"""Changes to many claims, with a backup before."""

from functools import partial

from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation
from claimtracker.operations.back_up import MANY_CLAIMS, back_up_first


def backed_up(desk: Desk, operation: Operation, claims: int | None = None) -> Operation:
    """The same operation, after a backup where the settings want it.

    One that is about so few `claims` that they can be looked at needs none.
    """
    if desk.settings.backs_up and (claims is None or claims > MANY_CLAIMS):
        return partial(back_up_first, operation=operation)
    return operation
