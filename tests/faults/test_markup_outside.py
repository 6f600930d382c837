"""What leaves the program with texts from outside: reports, clipboard, notifications."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.gui import tray
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.gui.evidence.citation import citation
from claimtracker.gui.tray import Tray
from claimtracker.operations import list_evidence
from claimtracker.operations.export_report import export_report
from claimtracker.operations.remind import due_reminders
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from claimtracker.reports import csv_report
from claimtracker.reports.csv_report import unguarded
from claimtracker.storage.engine import open_database
from tests.faults.conftest import Figure
from tests.faults.figures import tries
from tests.faults.marked_case import START, picture, plant, together

TODAY = date(2026, 5, 1)
# OWASP, CSV injection: what a spreadsheet takes for the beginning of a formula.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
FORMULA = "cmd|' /C calc'!A1"
COUNT = tries(3, len(STARTS))

Copied = Callable[[str], Path]


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _report(copied: Copied, text: str, suffix: str) -> Path:
    path = copied(f"report {suffix} {ord(text[0])}")
    plant(path, text)
    report = path.with_name(f"report{suffix}")
    database = open_database(path)
    with database.session() as session:
        assert export_report(session, report, Listing(AsOf(TODAY))) > 0
    database.close()
    return report


def _is_run(cell: str) -> bool:
    return cell.startswith(STARTS) and not cell.removeprefix("-").isdigit()


def test_no_cell_of_a_report_is_run_as_a_formula(copied: Copied, figure: Figure) -> None:
    count, run = 0, []
    for start in STARTS[::-1][:COUNT]:
        cells = [it for row in _cells(_report(copied, start + FORMULA, ".csv")) for it in row]
        run += [cell for cell in cells if _is_run(cell)]
        assert any(unguarded(cell).startswith(start + FORMULA) for cell in cells)
        count += len(cells)
    figure(f"formulas: {count} cells of {COUNT} reports, run {len(run)}")
    assert run == []


def test_a_report_without_the_guard_is_found(
    copied: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A control."""
    monkeypatch.setattr(csv_report, "guarded", str)
    assert any(_is_run(it) for row in _cells(_report(copied, "=" + FORMULA, ".csv")) for it in row)


def test_a_json_report_holds_markup_letter_by_letter(copied: Copied) -> None:
    text = '</script><b>"\\ \u2028'
    claims = json.loads(_report(copied, text, ".json").read_text(encoding="utf-8"))
    assert all(claim["notes"].startswith(text) for claim in claims)


def test_what_is_copied_is_plain_text(copied: Copied, qtbot: QtBot) -> None:
    path = copied("clipboard")
    plant(path, together(picture(path.parent)))
    database = open_database(path)
    with database.session() as session:
        found = list_evidence.rows(session, list(list_evidence.ids(session)))
    database.close()
    dialog = CrashDialog(citation(next(iter(found.values()))))
    qtbot.addWidget(dialog)
    dialog.copy()
    content = QGuiApplication.clipboard().mimeData()
    assert START in content.text()
    assert content.formats() == ["text/plain"]


def test_a_notification_quotes_nobody(
    copied: Copied, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The services that show it read markup, each its own."""
    said: list[str] = []
    monkeypatch.setattr(tray, "show_message", lambda _icon, *texts: said.extend(texts))
    path = copied("notified")
    plant(path, together(picture(path.parent)))
    database = open_database(path)
    with database.session() as session:
        sweep_deadlines(session, AsOf(TODAY))
        Tray().announce(due_reminders(session, AsOf(TODAY)))
    database.close()
    assert "passed" in said[1]
    assert not any(letter in text for text in said for letter in "<>&")
