"""What the window meets outside itself: no network, no browser, no file dialog of the system."""

import csv
import socket
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from claimtracker.gui import capture_work
from tests.gui.faked_capture import FakedCapture

_ARTICLE = (
    "SPRINGFIELD, May 20, 2025 (Courier) - Mayor Ada Lovelace said the bridge will be repaired by "
    "the end of 2026.\n\n“We will sign the deal next spring,” Minister Bob Stone told reporters. "
    "He promised that the tax would be cut within six months.\n"
)


def made_files(folder: Path) -> tuple[Path, ...]:
    """Make files as a person has them: articles, pages, tables, pictures, and what is none."""
    folder.mkdir(exist_ok=True)
    texts = {
        "article.txt": _ARTICLE,
        "page.html": f"<html><title>News</title><body><article><p>{_ARTICLE}</p></article></body>",
        "long.txt": _ARTICLE * 200,
        "broken.pdf": "%PDF-1.4 and no more",
        "broken.json": "{",
        "not a database.db": "no database",
        "empty.txt": "",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with (folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
        rows = [["summary", "claimant", "deadline"]]
        rows += [[f"Sign deal {number}", "Ada", f"by May {2026 + number}"] for number in range(8)]
        csv.writer(file).writerows(rows)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(folder / "picture.png"))
    return tuple(sorted(folder.iterdir()))


class Surroundings:
    """Stands in for all of it; what is chosen in a file dialog is up to chance."""

    def __init__(self, chance: Random, folder: Path, files: tuple[Path, ...]) -> None:
        self._chance = chance
        self._folder = folder
        self._files = files
        self.web = FakedCapture()

    def begin(self) -> None:
        """Take the place of what is outside, for the rest of this process."""
        self.web.failures = {"https://example.org/page": "The server says 404: not found."}
        for name, faked in (
            ("capture_page", self.web.capture_page),
            ("existing_snapshot", self.web.snapshot),
            ("new_snapshot", self.web.snapshot),
        ):
            setattr(capture_work, name, faked)
        socket.getaddrinfo = _find_nothing
        QDesktopServices.openUrl = self._open_nothing  # type: ignore[method-assign]
        QFileDialog.open = self._choosing()  # type: ignore[method-assign, assignment]  # shows none

    def _open_nothing(self, *_url: object) -> bool:
        return self._chance.random() < 0.5

    def _choosing(self) -> Callable[[QFileDialog], None]:
        return lambda dialog: self._choose(
            dialog
        )  # a function: a bound method would bind no dialog

    def _choose(self, dialog: QFileDialog) -> None:
        if self._chance.random() < 0.2:
            dialog.reject()
        else:
            dialog.fileSelected.emit(str(self._any_path(dialog)))
        dialog.deleteLater()

    def _any_path(self, dialog: QFileDialog) -> Path:
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            return self._folder / f"new {self._chance.randrange(5)}.db"
        databases = sorted(self._folder.rglob("*.db"))
        found = (*self._files, *databases, *databases, self._folder / "missing.db")
        return self._chance.choice(found)


def _find_nothing(*_asked: Any, **_how: Any) -> list[Any]:  # noqa: ANN401 - as the system's own
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
