"""One start of a window in a process of its own: `bare`, or a database to open.

Prints the milliseconds from before the first import until the first rows are painted, and then the
most memory that the process held, in MB; 0 where the system does not tell.
"""

import sys
from pathlib import Path

from tests.benchmarks.scale.clock import now

START = now()


def bare() -> float:
    """An empty PySide6 table window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(20, 6))
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(0, application.quit)
    application.exec()
    return now() - START


def ours(database: str) -> float:
    """The program's own window, shown; its rows come after it in the background."""
    from claimtracker.gui.main_window import first_window
    from claimtracker.settings import Settings

    window = first_window(Settings(theme="light"))
    shown = now() - START
    from tests.benchmarks.scale.own_window import open_window

    opened = open_window(Path(database), window)
    opened.wait_for_rows()
    filled = now() - START
    opened.wait_until_idle()
    opened.close()
    sys.stdout.write(f"{shown * 1000} ")
    return filled


def most_memory() -> float:
    """The most that was resident, in MB, of this process alone: Linux tells it."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    (line,) = (line for line in told.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    taken = bare() if sys.argv[1] == "bare" else ours(sys.argv[1])
    sys.stdout.write(f"{taken * 1000} {most_memory()}\n")
