"""One start of a window in a process of its own: `bare`, or a database to open.

Prints the milliseconds from before the first import until the first rows are painted.
"""

import sys
import time

START = time.perf_counter()


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
    return time.perf_counter() - START


def ours(database: str) -> float:
    """The program's own window, shown; its rows come after it in the background."""
    from pathlib import Path

    from claimtracker.gui.main_window import first_window
    from claimtracker.settings import Settings

    window = first_window(Settings(theme="light"))
    shown = time.perf_counter() - START
    from tests.benchmarks.own_window import open_window

    opened = open_window(Path(database), window)
    opened.wait_for_rows()
    filled = time.perf_counter() - START
    opened.close()
    sys.stdout.write(f"{shown * 1000} ")
    return filled


if __name__ == "__main__":
    taken = bare() if sys.argv[1] == "bare" else ours(sys.argv[1])
    sys.stdout.write(f"{taken * 1000}\n")
