"""The change log as entries of a list: actions, and what each of them changed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from itertools import groupby
from operator import attrgetter

from claimtracker.claims.change_words import Span, Telling, Told, action_words, subject_words, tell
from claimtracker.claims.log import MOST_COUNTED, LoggedRow
from claimtracker.claims.rows import ChangeRow
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries
from claimtracker.gui.dates import day_text

MOST_TOLD = 200  # lines of one action under a claim's history; a person reads no more
MOST_KEPT = 200  # entries that are made once and painted often
UNDONE = "undone"


class ActionEntries(LazyEntries):
    """The actions that changed a claim, each told with its changes when it is looked at."""

    def __init__(
        self,
        changes: Iterable[ChangeRow],
        today: date,
        labels: VerdictLabels = DEFAULT_LABELS,
    ) -> None:
        grouped = groupby(changes, attrgetter("action_id"))
        self._actions = [tuple(found) for _action_id, found in grouped]
        self._today = today
        self._labels = labels
        self._made: dict[int, Entry] = {}
        self._standing = frozenset(each[0].action_id for each in self._actions if each[0].stands)

    def __len__(self) -> int:
        return len(self._actions)

    def make(self, row: int) -> Entry:
        """One action with what it changed."""
        if row not in self._made:
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            self._made[row] = action_entry(self._actions[row], self._today, self._labels)
        return self._made[row]

    def row_of(self, key: int) -> int:
        """The row of the action with this id, the first row where it is gone."""
        found = (row for row, each in enumerate(self._actions) if each[0].action_id == key)
        return next(found, 0)

    def stands(self, key: int) -> bool:
        """Whether the action with this id can be taken back."""
        return key in self._standing


def action_entry(
    changes: Sequence[ChangeRow], today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> Entry:
    """An action with the changes that it made, which come the newest first."""
    first = changes[0]
    title = action_words(first.action)
    note = who_and_when(first.at, first.by, today, title)
    how = telling(today, labels)
    lines = [line for change in reversed(changes) for line in tell(change, how)]
    told, spans = _joined(lines, f"{title}\n{note}")
    return Entry(
        title=title,
        note=note,
        mark=UNDONE if first.is_undone else "",
        whole=told,
        key=first.action_id,
        is_faint=first.is_undone,
        spans=spans,
    )


def logged_entry(row: LoggedRow, today: date) -> Entry:
    """An action in the log of everything."""
    title = action_words(row.name)
    more = "+" if row.change_count >= MOST_COUNTED else ""
    count = "1 change" if row.change_count == 1 else f"{row.change_count:,}{more} changes"
    note = who_and_when(row.at, row.by, today, title)
    return Entry(
        title=title,
        note=f"{note} · {count}",
        mark=UNDONE if row.is_undone else "",
        key=row.id,
        is_faint=row.is_undone,
    )


def change_entry(change: ChangeRow, today: date, labels: VerdictLabels = DEFAULT_LABELS) -> Entry:
    """One change of an action: its first field as the title, all of them in full."""
    lines = list(tell(change, telling(today, labels)))
    claim = change.names.get(f"claim {change.claim_id}", "") if change.claim_id else ""
    more = f" (and {len(lines) - 1:,} more)" if len(lines) > 1 else ""
    whole, spans = _joined(lines, claim)
    title = f"{lines[0].title}{more}" if lines else "Nothing changed"
    note = claim or subject_words(change.subject)
    return Entry(title=title, note=note, whole=whole, key=change.id, spans=spans)


def telling(today: date, labels: VerdictLabels = DEFAULT_LABELS) -> Telling:
    """How the window writes days, and what the house calls verdicts."""
    called = {verdict.value: labels.within(verdict) for verdict in Verdict}
    return Telling(day=partial(day_text, today=today), labels=called)


def _joined(lines: Sequence[Told], head: str) -> tuple[str, tuple[Span, ...]]:
    """All lines under a head, with what differs in them where it stands now."""
    text, spans, was_long = head, list[Span](), True
    for line in lines[:MOST_TOLD]:
        is_long = "\n" in line.whole
        text += ("\n\n" if was_long or is_long else "\n") if text else ""
        was_long = is_long
        at = len(text)
        spans += [Span(at + span.start, at + span.end, span.is_new) for span in line.spans]
        text += line.whole
    if len(lines) > MOST_TOLD:
        text += f"\n\n… and {len(lines) - MOST_TOLD:,} more"
    return text, tuple(spans)


def who_and_when(at: datetime, by: str, today: date, title: str = "") -> str:
    """The moment and the name, which is left out where it says what the title does."""
    here = at.astimezone()
    who = "" if by.casefold() == title.casefold() else by  # the sample case is entered by itself
    when = f"{day_text(here.date(), today)}, {here:%H:%M}"
    return " · ".join(part for part in (when, who) if part)
