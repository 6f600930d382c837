"""How a linked document bears on its claim can be said anew, by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import Bearing
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, label
from claimtracker.gui.claim_panel.evidence import EvidenceTab
from claimtracker.gui.dialogs.change_bearing import ChangeBearingDialog
from claimtracker.gui.evidence.commands import evidence_keys
from claimtracker.operations import undo
from claimtracker.operations.link_evidence import link_stored
from claimtracker.operations.show_claim import show_claim
from tests.gui.evidence.shown_tab import HARD_BLANK, Link, link, press, said, tab

__all__ = ["link", "said", "tab"]


def bearing(session: Session, as_of: AsOf) -> tuple[Relation, str, str]:
    session.rollback()
    (found,) = show_claim(session, 1, as_of).report.evidence
    session.rollback()
    return found.relation, found.note, found.passage


@pytest.mark.parametrize(
    ("key", "relation"),
    [(Qt.Key.Key_1, Relation.FULFILS), (Qt.Key.Key_9, Relation.CONDITION_FAILED)],
)
def test_a_digit_in_the_list_changes_the_relation_and_undo_takes_it_back(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    said: list[str],
    session: Session,
    as_of: AsOf,
    settled: Callable[[], None],
    key: Qt.Key,
    relation: Relation,
) -> None:
    link(title="Signed", note="Both signed.")
    press(qtbot, tab, key)
    settled()
    assert bearing(session, as_of) == (relation, "Both signed.", "")
    named = label(relation)
    assert said == [f"It bears on the claim as “{named}” now. Ctrl+Z takes it back."]
    undo.undo(session, by="Ada")
    assert bearing(session, as_of) == (Relation.CONTEXT, "Both signed.", "")


def test_a_relation_that_the_document_has_already_beside_this_one_is_refused(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    said: list[str],
    session: Session,
    settled: Callable[[], None],
) -> None:
    found = link(title="Signed")
    link_stored(session, [1], [found.evidence_id], Bearing(relation=Relation.FULFILS), by="Ada")
    press(qtbot, tab, Qt.Key.Key_1)
    settled()
    assert said == ["It is linked as “Fulfils” already."]


def test_relation_note_and_passage_can_be_corrected(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    said: list[str],
    session: Session,
    as_of: AsOf,
    settled: Callable[[], None],
) -> None:
    link(title="Signed", note=HARD_BLANK)
    press(qtbot, tab, Qt.Key.Key_R)
    dialog = tab.findChild(ChangeBearingDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.relations.chosen() is Relation.CONTEXT
    QTest.keyClick(dialog.relations, Qt.Key.Key_2)
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(dialog.focusWidget(), "on page 2")
    dialog.submit()
    settled()
    assert bearing(session, as_of) == (Relation.PARTLY_FULFILS, HARD_BLANK, "on page 2")
    assert said == ["It bears on the claim as “Partly fulfils” now. Ctrl+Z takes it back."]


def test_the_digits_are_told_where_the_keys_are(tab: EvidenceTab) -> None:
    assert "A digit" in tab.commands.by_name["change_bearing"].toolTip()
    assert any(key == "1 to 9, 0" for key, _told in evidence_keys())
    texts = [action.text() for action in tab.entries.list.actions()]
    assert "How it bears…" in texts
