"""How long the window's thread is held by claims of which every text is as long as may be kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QPlainTextEdit, QToolTip
from shiboken6 import isValid
from sqlmodel import Session

from claimtracker.claims.drafts import (
    LONGEST_LINE,
    LONGEST_TEXT,
    AssessmentDraft,
    ClaimDraft,
    EvidenceDraft,
)
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.gui.commands import COMMANDS
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated.casebook import TODAY
from tests.benchmarks.measuring import Pulse
from tests.benchmarks.scale.own_window import OwnWindow, open_window

UNITS = {
    "one word": "a",
    "one line": "word ",
    "short lines": "x\n",
    "two directions": "aע",
    "piles of marks": "e\u0301\u0323",
}
_SHORT, _LONG = (4, 1), (3, 2)  # the ids of the claims
# These leave the window, ask a file dialog of the system, or show nothing of a claim.
_LEFT_OUT = frozenset(
    {"quit", "new_database", "open_database", "open_sample", "open_file", "about", "keys", "bin"}
    | {"delete_for_good", "empty_bin", "undo", "redo", "export", "look_again", "check", "settings"}
)


@dataclass(frozen=True)
class Hold:
    """How long the window's thread worked at a stretch, for a short claim and long texts, in ms."""

    kind: str
    name: str
    short: int
    long: int


def long_cells(folder: Path, letters: int = LONGEST_TEXT) -> Iterator[Hold]:
    """Give the longest hold of each kind of text, whatever was done with it."""
    for kind, unit in UNITS.items():
        path = folder / f"{kind}.db"
        _fill(path, unit, letters)
        opened = open_window(path)
        opened.window.show()
        opened.wait_for_rows()
        opened.wait_until_idle()
        dict(_shown_everywhere(opened, _SHORT))  # what is built once is built by now
        short = dict(_shown_everywhere(opened, _SHORT))
        long = dict(_shown_everywhere(opened, _LONG))
        opened.close()
        name = max(long, key=long.__getitem__)
        yield Hold(kind, name, short.get(name, 0), long[name])


def _text(unit: str, letters: int, first: str = "") -> str:
    return first + unit * ((letters - len(first)) // len(unit))


def _fill(path: Path, unit: str, letters: int) -> None:
    long, line = _text(unit, letters), " ".join(_text(unit, LONGEST_LINE).split())
    database = open_database(path, create=True)
    with database.session() as session:
        add_claim(session, ClaimDraft.of(summary="Short"), by="Ada")
        for first in ("one ", "two "):
            _fill_one(session, first, long[: letters - 4], line[: LONGEST_LINE - 4])
        add_claim(session, ClaimDraft.of(summary="Short, too"), by="Ada")
    database.close()


def _fill_one(session: Session, first: str, long: str, line: str) -> None:
    told = dict.fromkeys(("quote", "condition", "criteria", "notes"), first + long)
    of_line = dict.fromkeys(("summary", "claimant", "deadline_wording"), first + line)
    draft = ClaimDraft.of(**told, **of_line, stated_on=TODAY, source={"title": line})
    claim_id = add_claim(session, draft, by="Ada")
    for relation in (Relation.CONTEXT, Relation.CONDITION_MET):
        evidence = EvidenceDraft.of(
            relation=relation, title=first + line, excerpt=first + long, note=first + long
        )
        link_evidence(session, [claim_id], evidence, by="Ada")
    judged = AssessmentDraft.of(verdict=Verdict.STALLED, reason=long, assessed_on=TODAY)
    rate_claims(session, [claim_id], judged, by="Ada")
    version = find_claim(session, claim_id).version
    other = draft.model_copy(update={"notes": "other " + long[:-10], "criteria": long[:-10] + "x"})
    edit_claim(session, claim_id, other, version=version, by="Ada")


def _shown_everywhere(opened: OwnWindow, claim_ids: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Look at claims in every part of the window, and open whatever can be opened of the last."""
    come_to = opened.view.claims.select_claim
    for number, claim_id in enumerate(claim_ids, start=1):
        yield _held(opened, f"coming to claim {number}", partial(come_to, claim_id))
    tabs = opened.view.panel.pages.tabs
    for number in range(tabs.count()):
        yield _held(opened, f"page {number + 1}", partial(tabs.setCurrentIndex, number))
    tabs.setCurrentIndex(0)
    for field in opened.view.panel.form.findChildren(QPlainTextEdit):
        yield _held(opened, f"typing into {field.objectName()}", partial(_type, field))
    opened.view.panel.discard()
    for view in opened.window.findChildren(QAbstractItemView):
        yield _held(opened, f"tooltip of {view.objectName()}", partial(_tell, view))
    for command in COMMANDS:
        if command.name not in _LEFT_OUT:
            come_to(claim_ids[-1])
            opened.wait_until_idle()
            action = opened.view.actions_by_name[command.name]
            yield _held(opened, f"command {command.name}", action.trigger)
            yield from _left(opened, command.name)


def _type(field: QPlainTextEdit) -> None:
    QTest.keyClick(field, Qt.Key.Key_X)


def _tell(view: QAbstractItemView) -> None:
    """Show the tooltip of the first line."""
    model = view.model()
    if model is not None and model.rowCount():
        told = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
        QToolTip.showText(QPoint(1, 1), str(told or ""))


def _left(opened: OwnWindow, name: str) -> Iterator[tuple[str, int]]:
    """Close what a command opened."""
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window is not opened.window and window.isVisible():
            if isinstance(window, QDialog):
                yield _held(opened, f"leaving {name}", window.reject)
            else:
                yield _held(opened, f"closing {name}", window.close)


def _held(opened: OwnWindow, name: str, doing: Callable[[], object]) -> tuple[str, int]:
    """Do it, and return how long the window's thread worked on it without a pause."""
    pulse = Pulse()
    pulse.start()
    doing()
    QApplication.processEvents()
    opened.wait_until_idle()
    QApplication.processEvents()
    return name, pulse.stop().own_ms
