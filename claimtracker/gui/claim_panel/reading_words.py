"""Put a reading of a deadline into words: what the panel and the dialogs show of it."""

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from claimtracker.claims.state import Window
from claimtracker.deadlines import FROM_CONDITION, Alternative, Reading
from claimtracker.gui.dates import day_text, window_text
from claimtracker.operations.read_deadline import read_deadline, with_dates_by_hand
from claimtracker.operations.settle_edited import day_counted_from

REVIEW_HINT = "Without a date it comes up again only on a review date."
NO_WORDS = "No deadline entered. " + REVIEW_HINT
NO_DATE = "No date can be read"
WAITING = "The words are being read…"
_UNDATED = "event not dated: "
_NO_EVENTS = ("the condition", "sitting days")  # what the rule names so, and nobody dates


@dataclass(frozen=True)
class Kept:
    """The reading that is stored with a claim and stays until its words change."""

    window: Window
    precision: str
    rule: str


@dataclass(frozen=True)
class Question:
    """The words to be read, and what they are counted from: the condition that the form has, too.

    `claim_id` is the stored claim that is edited, None where there is none.
    """

    wording: str
    stated_on: date | None
    claimant: str = ""
    by_hand: Window = field(default_factory=Window)
    kept: Kept | None = None
    claim_id: int | None = None
    condition: str = ""


@dataclass(frozen=True)
class Answer:
    """A question with its reading, and the window that counts once hand-set dates are on top."""

    question: Question
    reading: Reading
    window: Window


def answer(session: Session, question: Question) -> Answer:
    """Read the words; raise ClaimTrackerError where the dates set by hand contradict them."""
    wording, met_on = question.wording, None
    if question.claim_id is not None:
        met_on = day_counted_from(session, question.claim_id, wording, question.condition)
    reading = read_deadline(session, wording, question.stated_on, question.claimant, met_on)
    window = _window(reading)
    if question.by_hand.is_dated:
        window = with_dates_by_hand(window, question.by_hand, question.stated_on)
    return Answer(question, reading, window)


def stand_in(question: Question, today: date) -> tuple[str, str, str]:
    """What stands until the answer comes: the stored reading, which counts, or that none is known.

    Headline, rule line and remarks, as those of an answer.
    """
    if question.kept is None:
        return "", "", WAITING
    window = question.kept.window
    days = window_text(window, today) if window.is_dated else NO_DATE
    return days, _rule(question.kept.precision, question.kept.rule), ""


def headline(found: Answer, today: date) -> str:
    """The days in one line, such as "Mon 21 - Sun 27 Apr"."""
    window = counting_window(found)
    return window_text(window, today) if window.is_dated else NO_DATE


def counting_window(found: Answer) -> Window:
    """The window that the claim has or would get."""
    kept = found.question.kept
    return kept.window if kept and not found.question.by_hand.is_dated else found.window


def rule_line(found: Answer) -> str:
    """How finely the words name their time, and the rule they were read by."""
    question, reading = found.question, found.reading
    if question.by_hand.is_dated:
        return "set by hand"
    if question.kept:
        return _rule(question.kept.precision, question.kept.rule)
    return _rule(reading.precision or "", reading.rule)


def remarks(found: Answer, today: date) -> list[str]:
    """Everything further that a reader of the window has to know, a sentence each."""
    window = counting_window(found)
    said = [_strict_and_generous(window, today), _explained(found, today)]
    said += [_where_dated(found), _read_anew(found, today)]
    if not _is_kept_otherwise(found):
        said += [_otherwise(other, today) for other in found.reading.alternatives]
    if not window.is_dated:
        said.append(REVIEW_HINT)
    return [sentence for sentence in said if sentence]


def _rule(precision: str, rule: str) -> str:
    if not rule:
        return str(precision)
    if precision and rule.startswith(f"{precision}:"):
        return f"rule “{rule}”"  # it names the precision itself
    return f"{precision}, rule: {rule}" if precision else rule


def _strict_and_generous(window: Window, today: date) -> str:
    if window.due_on is None or window.latest_on in (None, window.due_on):
        return ""
    strict, generous = day_text(window.due_on, today), day_text(window.latest_on, today)
    return f"Due {strict} on the strict reading, {generous} on the generous one."


def _is_kept_otherwise(found: Answer) -> bool:
    """Whether the stored days or their rule, not set by hand, are not what is read today."""
    kept, reading = found.question.kept, found.reading
    if kept is None or found.question.by_hand.is_dated:
        return False
    return (kept.window, kept.rule) != (_window(reading), reading.rule)


def _explained(found: Answer, today: date) -> str:
    """Why it is these days; an explanation of other days is not said beside them."""
    question, reading = found.question, found.reading
    if question.by_hand.is_dated and reading.is_dated:
        return ""
    if not _is_kept_otherwise(found):
        return reading.explanation
    is_counted = question.kept and question.kept.rule.endswith(FROM_CONDITION)
    if is_counted and not reading.rule.endswith(FROM_CONDITION):
        return f"From the day it was said the words give {_days(reading, today)}."
    if question.stated_on is None:
        return ""  # no convention counts then, and what such a claim brought along stays
    return f"These days were read by other conventions; today's would give {_days(reading, today)}."


def _where_dated(found: Answer) -> str:
    """Where an event gets its day that the words wait for."""
    rule = found.reading.rule
    name = rule.removeprefix(_UNDATED)
    is_event = rule.startswith(_UNDATED) and name not in _NO_EVENTS
    is_said = is_event and not found.question.by_hand.is_dated
    return f"Events (Ctrl+6) is where “{name}” gets its day." if is_said else ""


def _read_anew(found: Answer, today: date) -> str:
    """What the words alone would give, where a person set something else."""
    read = _window(found.reading)
    is_by_hand = found.question.by_hand.is_dated
    if not is_by_hand or read == counting_window(found) or not read.is_dated:
        return ""
    return f"The words alone read as {window_text(read, today)}."


def _otherwise(other: Alternative, today: date) -> str:
    return f"Or {_days(other, today)}: {other.reason}"


def _days(read: Reading | Alternative, today: date) -> str:
    window = _window(read)
    return window_text(window, today) if window.is_dated else "no date"


def _window(read: Reading | Alternative) -> Window:
    return Window(read.opens_on, read.due_on, read.latest_on)
