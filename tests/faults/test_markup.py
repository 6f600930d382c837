"""Markup in every field, shown on every screen: none of it is interpreted."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.background import Background
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.theme import apply_theme
from claimtracker.settings import Settings, Theme, WindowPlace
from claimtracker.storage.engine import open_database
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL
from tests.faults.looking_at import Seen
from tests.faults.marked_case import (
    KINDS,
    WORD,
    markups,
    picture,
    plant,
    planted_columns,
    together,
)
from tests.faults.screens import SCREENS, left_out, widgets
from tests.faults.stage import Stage
from tests.faults.walking import close, hover, type_everywhere, walk

TODAY = date(2025, 5, 1)
QUICK_EVERY = 3
QUICK = [MainWindow, ArticleWindow, *list(SCREENS)[::QUICK_EVERY]]
FIRST = KINDS if IS_FULL else KINDS[:1]
THEMES: tuple[Theme, ...] = ("light", "dark") if IS_FULL else ("light",)
WITHOUT_TEXT = {"_Calendar"}  # it opens by a button, and no text from outside reaches it
COMMANDS = ("new_database", "open_database", "open_sample")

Marked = Callable[[str, str], tuple[Path, str, int]]


@pytest.fixture
def marked(copied: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Marked:
    """Fill a case with markup, this kind of it first; return it, the text and the count."""

    def marking(first: str, name: str) -> tuple[Path, str, int]:
        path = copied(f"{first} {name}")
        monkeypatch.chdir(path.parent)  # where the picture lies, for what names it without a path
        text = together(picture(path.parent), first)
        return path, text, plant(path, text)

    return marking


@contextmanager
def _on_stage(path: Path, text: str, qtbot: QtBot) -> Iterator[Stage]:
    """The main window over this case; what breaks in the background fails the test."""
    database = open_database(path)
    background = Background(database.session)
    broken: list[object] = []
    background.broke.connect(broken.append)
    desk = Desk(background, Settings(assessor=text), lambda: TODAY)
    window = MainWindow(WindowPlace())
    view = MainView(desk, window, dict.fromkeys(COMMANDS, lambda: None))
    window.furnish(view, view, f"{text}.db")
    window.show()

    def settle() -> None:
        qtbot.waitUntil(lambda: background.is_idle, timeout=30_000)

    settle()
    with database.session() as session:
        yield Stage(desk, window, view, session, path.parent, text, settle)
    background.close()
    window.empty()
    close(window)
    database.close()
    assert broken == []


def _open(stage: Stage, *kinds: type[QWidget]) -> dict[QWidget, str]:
    """Open these screens; return their windows, and those that came with them, by name."""
    opened: dict[QWidget, str] = {}
    for kind in kinds:
        before = set(QApplication.topLevelWidgets())
        shown = SCREENS[kind](stage)
        assert type(shown) is kind
        shown.show()
        came = [it for it in QApplication.topLevelWidgets() if it not in before and it.isVisible()]
        opened |= dict.fromkeys([shown, *came], kind.__name__)
    stage.settle()
    return opened


def _close(stage: Stage, opened: Iterable[QWidget]) -> None:
    for window in opened:
        if window is not stage.window:
            close(window)


def _walk_through(stage: Stage, seen: Seen) -> tuple[set[type], int]:
    """Look at everything of every screen, as it opens and once every field is filled in.

    Return the classes of all parts, and how many tooltips were shown.
    """
    classes: set[type] = set()
    tips = 0
    for kind in SCREENS:
        opened = _open(stage, kind)
        for window, name in opened.items():
            walk(window, seen, stage.settle, name)
            tips += hover(window, seen, name)
            type_everywhere(window, stage.text)
            stage.settle()
            seen.look(window, f"{name}, filled in")
            for part in (window, *window.findChildren(QWidget)):
                classes.update(type(part).__mro__)
        _close(stage, opened)
    return classes, tips


def _glance(stage: Stage, seen: Seen) -> None:
    """Look once at some screens as they open."""
    opened = _open(stage, *dict.fromkeys(QUICK))
    for window, name in opened.items():
        seen.look(window, name)
    _close(stage, opened)


def test_no_text_of_any_table_is_left_out(marked: Marked) -> None:
    path, text, _count = marked("html", "all")
    with closing(sqlite3.connect(path)) as opened:
        for table, names in planted_columns().items():
            for name in names:
                (least,) = opened.execute(f'SELECT min("{name}") FROM "{table}"').fetchone()
                assert (least or "").startswith(text), f"{table}.{name}"


def test_no_window_is_left_out() -> None:
    assert left_out(widgets()) == set()


def test_a_window_that_stands_in_no_table_is_noticed() -> None:
    """A control."""

    class Planted(PlainDialog):
        """A dialog that nobody entered."""

    assert left_out([Planted, *widgets()]) == {Planted}


def test_markup_in_every_field_is_interpreted_on_no_screen(
    marked: Marked, qtbot: QtBot, qapp: QApplication, figure: Figure
) -> None:
    seen, tips, fields = Seen(), 0, 0
    for first, theme in product(FIRST, THEMES):
        path, text, count = marked(first, theme)
        fields += count
        apply_theme(qapp, theme)
        with _on_stage(path, text, qtbot) as stage:
            if IS_FULL:
                classes, more = _walk_through(stage, seen)
                tips += more
                assert {it.__name__ for it in widgets() - classes} == WITHOUT_TEXT
            else:
                _glance(stage, seen)
    figure(
        f"markup: {len(SCREENS if IS_FULL else QUICK)} screens, {len(FIRST)} kinds of markup, "
        f"{fields} fields, {seen.texts} texts, {seen.pictures} pictures and {tips} tooltips "
        f"looked at, interpreted {len(seen.interpreted)}"
    )
    assert seen.interpreted == []


def _as_markdown(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.MarkdownText)
    return label


def _as_style(text: str) -> QLabel:
    label = QLabel(WORD)
    label.setStyleSheet(text)
    return label


def _as_title(text: str) -> QWidget:
    window = QWidget()
    window.setWindowTitle(text)
    return window


READERS: dict[str, Callable[[str], QWidget]] = {
    "markdown": _as_markdown,
    "sheet": _as_style,
    "title": _as_title,
}


def test_who_reads_markup_is_found(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    """A control, for each kind of it."""
    monkeypatch.chdir(tmp_path)
    found = []
    for kind, text in markups(picture(tmp_path)).items():
        shown = READERS.get(kind, QLabel)(text)
        qtbot.addWidget(shown)
        seen = Seen()
        seen.look(shown, kind)
        found += [kind] if seen.interpreted else []
    figure(f"markup, control with what reads it: {len(KINDS)} kinds, found {len(found)}")
    assert found == list(KINDS)


def test_a_letter_made_a_key_by_a_text_from_outside_is_found(qtbot: QtBot) -> None:
    """A control."""
    for text, is_found in ((f"<b>{WORD}", True), (f"&Take <b>{WORD.replace('&', '&&')}", False)):
        button = QPushButton(text)
        qtbot.addWidget(button)
        seen = Seen()
        seen.look(button, "button")
        assert bool(seen.interpreted) is is_found


def test_a_tooltip_that_reads_markup_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    """A control: shown for real, and searched for the colours."""
    part = QWidget()
    qtbot.addWidget(part)
    part.setToolTip(markups(picture(tmp_path))["html"])
    part.show()
    seen = Seen()
    assert hover(part, seen, "part") > 0
    assert any("in the picture" in told for told in seen.interpreted)
