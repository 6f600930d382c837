"""Objects that hold one another in a circle are taken apart in the window's thread only.

Python looks for such circles in whichever thread makes the next object. A widget found from a
thread of the database would be destroyed there: Qt then waits for the window's thread, which may
be waiting for that very thread, and the program stands still for ever.
"""

import gc

from PySide6.QtCore import QObject, QTimer

ROUND_MS = 500
"""Milliseconds from round to round; what a busy thread makes meanwhile takes a round some 30."""


class GarbageRounds(QObject):
    """Looks for circles from time to time, instead of Python, for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        rounds = QTimer(self)
        rounds.timeout.connect(collect_due)
        rounds.start(ROUND_MS)


def collect_due() -> None:
    """Look through the oldest generation that is due by Python's own measure, and the younger."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in reversed(range(len(counts))):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
