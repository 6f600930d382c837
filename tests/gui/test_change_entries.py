"""Actions and changes as entries: grouped by action, told once, marked where texts differ."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.claims.change_words import Span
from claimtracker.claims.log import MOST_COUNTED, LoggedRow
from claimtracker.claims.rows import ChangeRow
from claimtracker.gui.change_entries import (
    MOST_KEPT,
    MOST_TOLD,
    ActionEntries,
    action_entry,
    change_entry,
    logged_entry,
)
from claimtracker.gui.claim_panel.marked_text import show_marked
from claimtracker.gui.text_box import TextBox

AT = datetime(2025, 5, 1, 12, tzinfo=UTC)
TODAY = date(2025, 5, 1)
CHANGE = ChangeRow(
    7,
    AT,
    "Ada",
    "edit 'Sign'",
    "claim",
    {"summary": "Sign"},
    {"summary": "Seal"},
    action_id=3,
    row_id=1,
    claim_id=1,
    stands=True,
    names={"claim 1": "Seal"},
)
ROW = LoggedRow(3, AT, "Ada", "edit 'Sign'", True, False, 1, 1, "Sign")


def test_the_lines_of_one_action_stand_under_its_name() -> None:
    later = replace(CHANGE, id=8, before={"notes": ""}, after={"notes": "x"})
    entry = action_entry([later, CHANGE], TODAY)
    assert entry.title == "Edit 'Sign'"
    assert entry.whole.splitlines()[3:] == ["Summary: “Sign” → “Seal”", "Notes: nothing → “x”"]
    assert entry.note.endswith("· Ada") and "May" in entry.note
    assert (entry.mark, entry.is_faint, entry.key) == ("", False, 3)


def test_what_was_undone_says_so_in_words() -> None:
    entry = action_entry([replace(CHANGE, is_undone=True)], TODAY)
    assert (entry.mark, entry.is_faint) == ("undone", True)
    assert logged_entry(replace(ROW, is_undone=True), TODAY).mark == "undone"


def test_who_and_what_are_said_once_where_they_are_the_same() -> None:
    entry = action_entry([replace(CHANGE, by="sample case", action="sample case")], TODAY)
    assert "sample case" not in entry.note


def test_an_action_is_found_by_its_id_and_told_when_it_is_looked_at() -> None:
    changes = [
        replace(CHANGE, id=9, action_id=5, stands=False),
        replace(CHANGE, id=8, action_id=3),
        CHANGE,
    ]
    entries = ActionEntries(changes, TODAY)
    assert len(entries) == 2 and [entry.key for entry in entries] == [5, 3]
    assert [entries.row_of(key) for key in (5, 3, 99)] == [0, 1, 0]
    assert [entries.stands(key) for key in (5, 3, 99)] == [False, True, False]
    assert entries[1] is entries[1]
    assert len(ActionEntries([], TODAY)) == 0


def test_entries_that_were_made_are_not_all_kept() -> None:
    changes = [replace(CHANGE, id=key, action_id=key) for key in range(MOST_KEPT + 5)]
    entries = ActionEntries(changes, TODAY)
    first = entries[0]
    assert [entry.key for entry in entries] == list(range(MOST_KEPT + 5))
    assert entries[0] == first and entries[0] is not first


def test_an_action_of_very_many_changes_is_told_as_far_as_anybody_reads() -> None:
    entry = action_entry([replace(CHANGE, id=key) for key in range(MOST_TOLD + 7)], TODAY)
    assert entry.whole.endswith("… and 7 more")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 change"), (2, "2 changes"), (MOST_COUNTED, "1,000+ changes")],
)
def test_the_log_says_how_much_an_action_changed(count: int, words: str) -> None:
    assert logged_entry(replace(ROW, change_count=count), TODAY).note.endswith(f"· {words}")


def test_a_change_is_told_with_its_claim_or_what_kind_of_row_it_is() -> None:
    entry = change_entry(replace(CHANGE, after={"summary": "Seal", "notes": "x"}), TODAY)
    assert entry.title == "Summary: “Sign” → “Seal” (and 1 more)"
    assert (entry.note, entry.key) == ("Seal", 7)
    fields: dict[str, str | int | None] = {"key": "weeks", "text": "x"}
    convention = replace(
        CHANGE, subject="changed_convention", before=None, after=fields, claim_id=None
    )
    assert change_entry(convention, TODAY).note == "Convention"
    assert change_entry(replace(CHANGE, before={}, after={}), TODAY).title == "Nothing changed"


def test_what_differs_is_marked_where_it_stands_in_the_whole() -> None:
    start = "It was said again and again that a deal would be signed, "
    change = replace(CHANGE, before={"notes": start + "now."}, after={"notes": start + "later."})
    for entry in (action_entry([CHANGE, change], TODAY), change_entry(change, TODAY)):
        marked = [(entry.whole[span.start : span.end], span.is_new) for span in entry.spans]
        assert marked == [("now.”", False), ("later.”", True)]


def test_what_is_gone_is_struck_out_and_what_is_new_underlined(qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    show_marked(box, "😀 old new", [Span(2, 5, False), Span(6, 9, True)])
    looks = [
        (one.cursor.selectedText(), one.format.fontStrikeOut(), one.format.fontUnderline())
        for one in box.extraSelections()
    ]
    assert looks == [("old", True, False), ("new", False, True)]
    show_marked(box, "", ())
    assert box.extraSelections() == []
