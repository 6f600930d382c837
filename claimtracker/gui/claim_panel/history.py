"""The change log of a claim in words: when, who, what, before and after."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import accumulate, islice

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.rows import ChangeRow, ClaimDetails
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries
from claimtracker.gui.claim_panel.labelled_changes import with_labels
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk

_SUBJECTS = {
    "claim": "claim",
    "occurrence": "place where it was said",
    "claim_tag": "tag",
    "evidence_link": "evidence",
    "assessment": "verdict",
    "move": "moved deadline",
}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+[+-]\d{2}:\d{2}")
_WORD = re.compile(r"[a-z]+(?:_[a-z]+)+")  # a word of the vocabulary, such as kept_late
_WORD_FIELDS = frozenset({"relation", "verdict", "precision", "condition_outcome"})


class HistoryTab(QWidget):
    """Every change of the claim, the newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entries = DetailedList("history_list", "History", "Nothing is recorded yet.")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.entries)

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the changes of this claim."""
        self.entries.show_entries(
            ChangeEntries(details.changes, self._desk.today, self._desk.labels)
        )


class ChangeEntries(LazyEntries):
    """Counts the fields of each change, and tells of a change when it is looked at."""

    def __init__(
        self,
        changes: Sequence[ChangeRow],
        today: date,
        labels: VerdictLabels = DEFAULT_LABELS,
    ) -> None:
        self._changes = changes
        self._today = today
        self._labels = labels
        self._ends = list(accumulate(map(_entry_count, changes)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def make(self, row: int) -> Entry:
        """One field of a change."""
        change = bisect_right(self._ends, row)
        field = row - (self._ends[change - 1] if change else 0)
        shown = with_labels(self._changes[change], self._labels)
        return next(islice(change_entries(shown, self._today), field, None))

    def row_of(self, key: int) -> int:
        """The row of the first field of a change, the first row where it is gone."""
        found = (number for number, change in enumerate(self._changes) if change.id == key)
        number = next(found, 0)
        return self._ends[number - 1] if number else 0


def _entry_count(change: ChangeRow) -> int:
    is_between = change.before is not None and change.after is not None
    return len(change.after or ()) if is_between else 1


def change_entries(change: ChangeRow, today: date) -> Iterator[Entry]:
    """One entry a changed field; one for a whole row that came or went."""
    at = change.at.astimezone()
    parts = (f"{day_text(at.date(), today)}, {at:%H:%M}", change.by, change.action)
    note = " · ".join(dict.fromkeys(parts))  # the sample case is entered by "sample case"
    for title, told in _told(change):
        yield Entry(title=title, note=note, whole=f"{told}\n\n{note}", key=change.id)


def _told(change: ChangeRow) -> Iterator[tuple[str, str]]:
    before, after = change.before, change.after
    subject = _SUBJECTS.get(change.subject, change.subject.replace("_", " "))
    if before is not None and after is not None:
        for name in after:
            yield _changed(name, before.get(name), after[name])
        return
    verb = "added" if before is None else "removed"
    fields = (after if before is None else before) or {}
    told = [
        f"{name.replace('_', ' ')}: {_shown(name, value)}"
        for name, value in fields.items()
        if value and not name.endswith("_id")
    ]
    title = f"{_upper(subject)} {verb}"
    yield title, "\n".join((title, *told))


def _changed(name: str, was: str | int | None, now: str | int | None) -> tuple[str, str]:
    field = _upper(name.removesuffix("_id").replace("_", " "))
    if name.endswith("_id"):  # a number of the database says nothing to a person
        return f"{field} changed", f"{field} changed"
    before, after = _shown(name, was), _shown(name, now)
    return f"{field}: {before} → {after}", f"{field}\n{before}\n→\n{after}"


def _shown(name: str, value: str | int | None) -> str:
    if value is None or value == "":
        return "nothing"
    if not isinstance(value, str) or _ISO_DAY.fullmatch(value):
        return str(value)
    if _MOMENT.fullmatch(value):
        return f"{datetime.fromisoformat(value).astimezone():%Y-%m-%d %H:%M}"
    is_word = name in _WORD_FIELDS or _WORD.fullmatch(value)
    return value.replace("_", " ") if is_word else f"“{value}”"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
