"""The one place that says what happened, so that every view of it can follow."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Signals that widgets listen to; none of them knows who speaks."""

    changed = Signal()  # something in the database changed: lists and panels read again
    said = Signal(str)  # a plain confirmation for the status line
    kept = Signal(list)  # ids of documents that a person linked or kept: they may be captured
    refused = Signal(str)  # one sentence about what the world did not allow
