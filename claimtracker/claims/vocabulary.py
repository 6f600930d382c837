"""The words of the field, as the code, the window, the CSV and the database use them."""

from enum import StrEnum


class State(StrEnum):
    """Where a claim's deadline stands; computed, never typed."""

    SETTLED = "settled"
    UNDATED = "undated"
    UPCOMING = "upcoming"
    OPEN = "open"
    DUE_SOON = "due_soon"
    GRACE = "grace"
    PASSED = "passed"


class Verdict(StrEnum):
    """A person's judgement of whether the promise was kept."""

    NOT_YET_RATED = "not_yet_rated"
    IN_THE_WORKS = "in_the_works"
    STALLED = "stalled"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    NOT_TRIGGERED = "not_triggered"
    UNTESTABLE = "untestable"
    DISPUTED = "disputed"

    @property
    def is_final(self) -> bool:
        """Whether the claim is settled by it."""
        return self in FINAL_VERDICTS


FINAL_VERDICTS = frozenset(
    {
        Verdict.KEPT,
        Verdict.KEPT_LATE,
        Verdict.PARTLY_KEPT,
        Verdict.BROKEN,
        Verdict.WITHDRAWN,
        Verdict.NOT_TRIGGERED,
        Verdict.UNTESTABLE,
    }
)


KEPT_VERDICTS = frozenset({Verdict.KEPT, Verdict.KEPT_LATE, Verdict.PARTLY_KEPT})


class Relation(StrEnum):
    """How a piece of evidence bears on a claim."""

    FULFILS = "fulfils"
    PARTLY_FULFILS = "partly_fulfils"
    CONTRADICTS = "contradicts"
    PROGRESS = "progress"
    RESTATES = "restates"
    MOVES_DEADLINE = "moves_deadline"
    SOFTENS = "softens"
    CONDITION_MET = "condition_met"
    CONDITION_FAILED = "condition_failed"
    CONTEXT = "context"


class ConditionOutcome(StrEnum):
    """What became of the condition that a claim depends on."""

    OPEN = "open"
    MET = "met"
    FAILED = "failed"


class ReminderKind(StrEnum):
    """What a due notice is about."""

    DUE_SOON = "due_soon"
    PASSED_STRICT = "passed_strict"
    PASSED_GENEROUS = "passed_generous"
    REVIEW = "review"


class CaptureMethod(StrEnum):
    """How a piece of evidence came into the store.

    Of a linked one only the address is kept; the file of an imported one did not come with the
    table that names it.
    """

    LINKED = "linked"
    PASTED = "pasted"
    FILE = "file"
    FETCHED = "fetched"
    ARCHIVE = "archive"
    IMPORTED = "imported"


def label(word: StrEnum) -> str:
    """The word as the window shows it: "kept_late" becomes "Kept late"."""
    return word.value.replace("_", " ").capitalize()


def of_claims(count: int) -> str:
    """How many claims it is about: "1 claim", "1,200 claims"."""
    return "1 claim" if count == 1 else f"{count:,} claims"


def of_documents(count: int) -> str:
    """How many documents it is about: "1 document", "20 documents"."""
    return "1 document" if count == 1 else f"{count:,} documents"


def of_days(count: int) -> str:
    """How many days it is about: "1 day", "1,200 days"."""
    return "1 day" if count == 1 else f"{count:,} days"


def of_problems(count: int) -> str:
    """How many problems were found: "1 problem", "20 problems"."""
    return "1 problem" if count == 1 else f"{count:,} problems"


def of_conventions(count: int) -> str:
    """How many conventions it is about: "1 convention", "2 conventions"."""
    return "1 convention" if count == 1 else f"{count} conventions"


def conventions_differ(count: int) -> str:
    """How many conventions were changed: "1 convention differs from the default"."""
    return f"{of_conventions(count)} {'differs' if count == 1 else 'differ'} from the default"
