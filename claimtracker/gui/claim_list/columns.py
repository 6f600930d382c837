"""The columns of the claim list, in their order."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from claimtracker.claims.listing import SortKey

Index = QModelIndex | QPersistentModelIndex
CLAIM_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """A column by its place."""

    STATE = 0
    CLAIM = 1
    DEADLINE = 2
    AXIS = 3
    VERDICT = 4
    EVIDENCE = 5


TITLES = {
    Column.STATE: "State",
    Column.CLAIM: "Claim",
    Column.DEADLINE: "Deadline",
    Column.AXIS: "",
    Column.VERDICT: "Verdict",
    Column.EVIDENCE: "Evidence",
}
AXIS_LEGEND = (
    "Dot: day said. Pale bar: up to the strict end. Strong bar: from there to the generous end. "
    "Diamond: evidence. Dotted line: today. A click sorts by the day said."
)
# Least widths: together they fit the narrowest list; `SHARES` of what is left go on top.
WIDTHS = {
    Column.STATE: 84,
    Column.CLAIM: 86,
    Column.DEADLINE: 158,
    Column.AXIS: 62,
    Column.VERDICT: 146,
    Column.EVIDENCE: 80,
}
SHARES = {Column.CLAIM: 72, Column.AXIS: 23, Column.DEADLINE: 5}
SORT_KEYS = {
    Column.STATE: SortKey.STATE,
    Column.CLAIM: SortKey.CLAIM,
    Column.DEADLINE: SortKey.DEADLINE,
    Column.AXIS: SortKey.STATED,
    Column.VERDICT: SortKey.VERDICT,
    Column.EVIDENCE: SortKey.EVIDENCE,
}
COLUMN_OF = {key: column for column, key in SORT_KEYS.items()}
