"""What was changed, in words: one telling for the window, the terminal and what is written out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from claimtracker.claims.field_words import CODED, REFERENCES, SUBJECTS, Subject, field_label
from claimtracker.claims.rows import ChangeRow, Value
from claimtracker.claims.text_difference import Spans, differing, excerpt

TITLE_ROOM = 60
_LONGEST_TOLD = 2_000  # of a text in a row that came or went; a captured article may be a book
_UNSAID = frozenset({"claim_id", "created_at", "position"})


@dataclass(frozen=True)
class Span:
    """A part of the telling that the other text has not."""

    start: int
    end: int
    is_new: bool


@dataclass(frozen=True)
class Told:
    """One line of what was changed, the whole of it, and what in it differs."""

    title: str
    whole: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Telling:
    """How days are written here, and what verdicts are called."""

    day: Callable[[date], str] = date.isoformat
    labels: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str, value: Value, names: Mapping[str, str]) -> str:
        """What a field holds, in words."""
        if value is None or value == "":
            return "nothing"
        if name in REFERENCES:
            called = names.get(f"{REFERENCES[name]} {value}", "")
            return self._called(name, called) if called else "one that is gone"
        if isinstance(value, int):
            return f"{value:,}"
        if name in CODED:
            return self.labels.get(value, value.replace("_", " "))
        if name.endswith(("_on", "_at")):
            return self._moment(value)
        return f"“{value}”"

    def _called(self, name: str, called: str) -> str:
        return called.replace("_", " ") if name == "assessment_id" else f"“{called}”"

    def _moment(self, value: str) -> str:
        try:
            if len(value) == len("2025-04-18"):
                return self.day(date.fromisoformat(value))
            at = datetime.fromisoformat(value).astimezone()
        except ValueError:  # another program wrote it
            return f"“{value}”"
        return f"{self.day(at.date())}, {at:%H:%M}"


PLAIN = Telling()


def action_words(name: str) -> str:
    """The name of an action as the first words of a line."""
    return name[:1].upper() + name[1:]


def told_count(change: ChangeRow) -> int:
    """How many lines `tell` gives of a change."""
    is_between = change.before is not None and change.after is not None
    return len(change.after or ()) if is_between else 1


def tell(change: ChangeRow, telling: Telling = PLAIN) -> Iterator[Told]:
    """One line a changed field; one for a whole row that came or went."""
    before, after = change.before, change.after
    if before is None or after is None:
        yield _came_or_went(change, telling)
        return
    for name in after:
        yield _changed(change, name, before.get(name), after[name], telling)


def _came_or_went(change: ChangeRow, telling: Telling) -> Told:
    is_new = change.before is None
    fields = (change.after if is_new else change.before) or {}
    subject = _subject(change.subject)
    title = (subject.added if is_new else subject.removed).replace(
        "{}", _named(change, fields, telling)
    )
    told = [
        f"{field_label(name)}: {_cut(telling.value(name, value, change.names))}"
        for name, value in fields.items()
        if value not in (None, "") and name not in _UNSAID
    ]
    return Told(title, "\n".join((title, *told)))


def _changed(change: ChangeRow, name: str, was: Value, now: Value, telling: Telling) -> Told:
    whose = "" if change.subject == "claim" else owner_words(change.subject, _name_of(change))
    label = f"{whose}, {_lower(field_label(name))}" if whose else field_label(name)
    if name == "binned_at" and (was is None or now is None):
        title = "Moved to the bin" if was is None else "Taken out of the bin"
        return Told(title, title)
    old, new = (telling.value(name, value, change.names) for value in (was, now))
    spans: tuple[Spans, Spans] = differing(old, new)
    shown = [_short(text, at) for text, at in zip((old, new), spans, strict=True)]
    title = f"{label}: {' → '.join(shown)}"
    if shown == [old, new]:
        return Told(title, title)
    opening = f"{label}\nBefore:\n"
    between = f"{opening}{old}\nAfter:\n"
    marks = [Span(len(opening) + start, len(opening) + end, False) for start, end in spans[0]]
    marks += [Span(len(between) + start, len(between) + end, True) for start, end in spans[1]]
    return Told(title, between + new, tuple(marks))


def _named(change: ChangeRow, fields: Mapping[str, Value], telling: Telling) -> str:
    """What a row that came or went is called, with what matters most of it."""

    def said(name: str) -> str:
        return _short(telling.value(name, fields.get(name), change.names))

    match change.subject:
        case "move":
            return f"{said('from_claim_id')} → {said('to_claim_id')}"
        case "told_apart":
            return f"{said('claim_id')} and {said('other_claim_id')}"
        case "evidence_link":
            return f"{said('evidence_id')}, {said('relation')}"
        case "assessment":
            return said("verdict")
        case "changed_convention":
            return f"{fields.get('key', '')} = {said('text')}"
        case "verdict_label":
            return f"{said('verdict')} is {said('label')}"
    return _called(change.subject, _name_of(change))


def owner_words(subject: str, name: str) -> str:
    """How a row is spoken of that is called so: a claim by its name alone."""
    called = _called(subject, name)
    return called if subject == "claim" else _subject(subject).called.replace("{}", called)


def subject_words(subject: str) -> str:
    """What kind of row it is."""
    return _subject(subject).called.replace("{}", "").strip()


def _name_of(change: ChangeRow) -> str:
    return change.names.get(f"{change.subject} {change.row_id}", "")


def _called(subject: str, name: str) -> str:
    if subject == "occurrence" and not name:
        return "an unnamed place"
    if subject in ("assessment", "verdict_label"):
        return name.replace("_", " ")
    return _short(f"“{name}”") if name else "something without a name"


def _subject(subject: str) -> Subject:
    plain = action_words(subject.replace("_", " "))
    unknown = Subject(plain, f"{plain} added", f"{plain} removed")
    return SUBJECTS.get(subject, unknown)


def _short(text: str, spans: Spans | None = None) -> str:
    """So much of a text as has room in a line; its quotation marks stay."""
    is_quoted = text[:1] == "“" and text[-1:] == "”"
    inner = text[1:-1] if is_quoted else text
    shifted = [(start - is_quoted, end - is_quoted) for start, end in spans or ()]
    shown = excerpt(inner, shifted, TITLE_ROOM)
    return f"“{shown}”" if is_quoted else shown


def _cut(text: str) -> str:
    rest = f"… ({len(text):,} characters)"
    return text if len(text) <= _LONGEST_TOLD else text[:_LONGEST_TOLD] + rest


def _lower(words: str) -> str:
    return words if words.startswith("SHA") else words[:1].lower() + words[1:]
