"""What cannot be stored, or ends by a bug, is told, and what waits behind it goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlmodel import Session

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.gui import capture_work
from claimtracker.gui.background import Background
from claimtracker.gui.capturing import Capturing, CapturingBar
from claimtracker.gui.desk import Desk
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.settings import Settings
from claimtracker.storage.engine import Database
from tests.gui.faked_capture import FakedCapture, Keep, capturing, done, keep, web

__all__ = ["capturing", "done", "keep", "web"]
ADDRESS = "https://example.org/a"
IN_USE = "is in use by another program"


@pytest.fixture
def refused(desk: Desk) -> list[str]:
    told: list[str] = []
    desk.changes.refused.connect(told.append)
    return told


def _read_on(session: Session) -> None:
    """Leave a reading open, as a long look through everything does."""
    session.rollback()
    session.execute(text("SELECT count(*) FROM action")).one()


def test_a_page_that_the_database_does_not_take_is_told(
    qtbot: QtBot,
    capturing: Capturing,
    desk: Desk,
    keep: Keep,
    web: FakedCapture,
    done: Callable[[], None],
    session: Session,
    refused: list[str],
) -> None:
    web.hold()
    desk.changes.kept.emit(keep(ADDRESS))
    qtbot.waitUntil(lambda: web.asked == [ADDRESS])
    _read_on(session)
    web.let_go()
    done()
    (sentence,) = refused
    assert sentence.startswith(f"“{ADDRESS}”: ") and IN_USE in sentence
    assert sentence.endswith("Its address stays; G on the evidence tries again.")


def test_the_words_of_a_file_that_the_database_does_not_take_are_told(
    capturing: Capturing,
    done: Callable[[], None],
    session: Session,
    tmp_path: Path,
    refused: list[str],
) -> None:
    file = tmp_path / "deal.txt"
    file.write_text("They signed.")
    ids = keep_evidence(session, [(DocumentDraft(), file)], by="Ada")
    _read_on(session)
    capturing.capture_again(ids)
    done()
    (sentence,) = refused
    assert sentence.startswith("“deal.txt”: ") and IN_USE in sentence
    assert sentence.endswith("Its file stays; G on the evidence tries again.")


def test_a_bug_ends_its_task_and_what_waits_goes_on(
    qtbot: QtBot,
    database: Database,
    web: FakedCapture,
    keep: Keep,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_off(*_asked: object, **_told: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(capture_work, "keep_capture", break_off)
    background = Background(database.session)
    bugs: list[BaseException] = []
    background.broke.connect(bugs.append)
    desk = Desk(background, Settings())
    bar = CapturingBar()
    qtbot.addWidget(bar)
    capturing = Capturing(desk, bar, desk)
    capturing.capture_again(keep(*(f"{ADDRESS}{number}" for number in range(3))))
    qtbot.waitUntil(lambda: background.is_idle and capturing.is_idle)
    background.close()
    assert len(web.asked) == 3
    assert [type(bug) for bug in bugs] == [ZeroDivisionError] * 3
