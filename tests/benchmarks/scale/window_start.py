"""One start of a window in a process of its own: `bare` or `ours`, and a database to open.

Prints the milliseconds from before the first import until the window is shown and until its first
rows are painted, then the most memory that the process held, in MB; 0 where the system does not
tell.
"""

import gc
import sys
from pathlib import Path

from tests.benchmarks.scale.clock import now

START = now()


ROWS, COLUMNS = 20, 6
Moments = tuple[float, float]


def bare(database: str) -> Moments:
    """An empty PySide6 table window, then filled by the sqlite3 module."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

    application = QApplication([])
    window = QMainWindow()
    table = QTableWidget(ROWS, COLUMNS)
    window.setCentralWidget(table)
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    shown = now() - START
    import sqlite3

    from tests.benchmarks.scale.bare_list import BY_STATE, SHOWN

    connection = sqlite3.connect(database)
    ids = connection.execute(BY_STATE).fetchall()
    for row, key in enumerate(ids[:ROWS]):
        for column, value in enumerate(connection.execute(SHOWN, key).fetchone()):
            table.setItem(row, column, QTableWidgetItem(str(value or "")))
    application.processEvents()
    return shown, now() - START


def ours(database: str) -> Moments:
    """The program's own window, shown; its rows come after it in the background."""
    from claimtracker.gui.main_window import first_window
    from claimtracker.settings import Settings

    window = first_window(Settings(theme="light"))
    shown = now() - START
    gc.disable()  # as `__main__` does before it loads everything else
    from tests.benchmarks.scale.own_window import open_window

    opened = open_window(Path(database), window)
    opened.wait_for_rows()
    filled = now() - START
    opened.wait_until_idle()
    opened.close()
    return shown, filled


def most_memory() -> float:
    """The most that was resident, in MB, of this process alone: Linux tells it."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    (line,) = (line for line in told.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    start = bare if sys.argv[1] == "bare" else ours
    shown, filled = start(sys.argv[2])
    sys.stdout.write(f"{shown * 1000} {filled * 1000} {most_memory()}\n")
