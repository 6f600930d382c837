"""What a person sees: the only room that knows Qt."""

from claimtracker.gui.plain_imports import import_plainly

import_plainly()  # here: before any other file of the room, and all that it brings along
