"""Windows beside the main one."""

from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.own_window import OwnWindow


def test_a_window_that_stands_alone_leaves_the_parts_of_its_parent_no_windows(
    qtbot: QtBot,
) -> None:
    main, view = QMainWindow(), QWidget()
    main.setCentralWidget(view)
    qtbot.addWidget(main)
    main.show()
    beside = OwnWindow(view)
    beside.stand_alone()
    beside.show()
    assert beside.windowHandle().transientParent() is None
    assert view.windowHandle() is None
