"""Themes, icons, days in words, and text from outside that stays text."""

from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import State
from claimtracker.gui.dates import day_text, days_text, ends_text, span_text, window_text
from claimtracker.gui.icons import icon
from claimtracker.gui.plain_text import PlainLabel, one_line, open_url, plain_tooltip
from claimtracker.gui.theme import LOOK, _tokens, apply_theme, colour, style_sheet
from claimtracker.resource_files import resource

TODAY = date(2025, 5, 26)
GROUNDS = ("surface", "window", "selection")
KINDS = ("commitment", "threat", "not_taken")
INKS = ("text", "muted", "passed", "grace", "due_soon", "kept", "settled", *KINDS)


def _luminance(name: str) -> float:
    """Relative luminance by WCAG 2.2."""
    colour_named = QColor(name)
    parts = (colour_named.redF(), colour_named.greenF(), colour_named.blueF())
    linear = [p / 12.92 if p <= 0.04045 else float(((p + 0.055) / 1.055) ** 2.4) for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_on_every_ground(scheme: str) -> None:
    tokens = _tokens()[scheme]
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, f"{ink}_background") for ink in INKS[2:]] + [("on_accent", "accent")]
    pairs += [(kind, f"{kind}_strong") for kind in KINDS]
    grounds = [f"{kind}_{ground}" for kind in KINDS for ground in ("background", "strong")]
    pairs += [("text", ground) for ground in (*grounds, "kept_background")]
    faint = {pair for pair in pairs if _contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5}
    assert faint == set()


def test_both_themes_have_the_same_tokens() -> None:
    assert _tokens()["light"].keys() == _tokens()["dark"].keys()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_has_every_token_filled_in(scheme: str) -> None:
    assert "@" not in style_sheet(scheme)


def test_a_chosen_theme_is_worn_and_told(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(LOOK.changed):
        apply_theme(qapp, "dark")
    assert colour("window") == QColor("#1A1B1D")
    apply_theme(qapp, "light")
    assert colour("window") == QColor("#F5F5F2")


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_can_be_drawn(qtbot: QtBot, name: str) -> None:
    image = icon(name).pixmap(QSize(20, 20)).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_an_icon_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    drawn: QIcon = icon("check")
    apply_theme(qapp, "dark")
    dark = drawn.pixmap(QSize(20, 20)).toImage()
    apply_theme(qapp, "light")
    assert drawn.pixmap(QSize(20, 20)).toImage() != dark


def test_an_icon_that_does_not_exist_is_a_bug(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such drawing")


def test_this_years_days_leave_the_year_out() -> None:
    assert day_text(date(2025, 4, 21), TODAY) == "Mon 21 Apr"
    assert day_text(date(2024, 4, 21), TODAY) == "Sun 21 Apr 2024"
    assert day_text(None, TODAY) == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 4, 21), date(2025, 4, 27), "Mon 21 – Sun 27 Apr"),
        (date(2024, 4, 22), date(2024, 4, 28), "Mon 22 – Sun 28 Apr 2024"),
        (date(2025, 4, 28), date(2025, 5, 4), "Mon 28 Apr – Sun 4 May"),
        (date(2024, 12, 30), date(2025, 1, 5), "Mon 30 Dec 2024 – Sun 5 Jan"),
        (date(2025, 4, 21), date(2025, 4, 21), "Mon 21 Apr"),
        (None, date(2025, 4, 21), "Mon 21 Apr"),
    ],
)
def test_a_span_says_once_what_its_ends_share(first: date | None, last: date, words: str) -> None:
    assert span_text(first, last, TODAY) == words


def test_a_window_names_its_generous_end_apart() -> None:
    window = Window(date(2025, 4, 18), date(2025, 4, 20), date(2025, 4, 25))
    assert window_text(window, TODAY) == "Fri 18 – Sun 20 Apr, at the latest Fri 25 Apr"
    assert ends_text(window, TODAY) == "20 – 25 Apr"
    assert window_text(Window(date(2025, 6, 1)), TODAY) == "from Sun 1 Jun"
    assert window_text(Window(), TODAY) == ""


@pytest.mark.parametrize(
    ("over", "words"),
    [(-2, "2 days left"), (-1, "1 day left"), (0, "last day"), (1, "1 day over"), (None, "")],
)
def test_days_are_counted_in_words(over: int | None, words: str) -> None:
    assert days_text(over, State.OPEN) == words


def test_a_settled_claim_counts_no_days() -> None:
    assert days_text(31, State.SETTLED) == ""


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = PlainLabel("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is label.textFormat().PlainText


def test_a_tooltip_is_escaped_and_not_endless() -> None:
    assert "&lt;img" in plain_tooltip("<img src=x>")
    assert len(plain_tooltip("x" * 10_000_000)) < 5_000
    assert plain_tooltip("  ") == ""


def test_one_line_holds_nothing_that_turns_or_breaks_it() -> None:
    assert one_line("a\nb\u202ec\0d\u2028e") == "a bc d e"
    assert one_line("x" * 1_000, 10) == "x" * 10


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "C:\\x", "", "http://", "ftp://x.org/a"]
)
def test_only_web_addresses_are_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert not open_url(url)
    assert opened == []


def test_a_web_address_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: url.scheme() == "https")
    assert open_url("https://example.org/a?b=c")
