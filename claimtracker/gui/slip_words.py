"""A slip in words: "12 days later", "brought forward by 10 days", "withdrawn: no date any more"."""

from claimtracker.claims.chains import ChainFigure, slip
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import of_days

WITHDRAWN = "withdrawn: no date any more"
NO_DATE_NOW = "no date now"
IN_A_CIRCLE = "moves in a circle"
MINUS = "\N{MINUS SIGN}"


def slip_words(days: int) -> str:
    """A slip as a reader says it: "12 days later"."""
    if days == 0:
        return "the same day"
    return f"{of_days(days)} later" if days > 0 else f"brought forward by {of_days(-days)}"


def signed_days(days: int) -> str:
    """The same as a figure: "+130", or with a minus sign."""
    return f"{MINUS if days < 0 else '+' if days else ''}{abs(days):,}"


def slip_sentence(strict: int | None, generous: int | None) -> str:
    """Both slips in one sentence; empty where neither can be counted."""
    if generous is None and strict is None:
        return ""
    if strict == generous or strict is None or generous is None:
        return upper_first(slip_words(generous if generous is not None else strict or 0))
    return f"{upper_first(slip_words(strict))} strict, {slip_words(generous)} generous"


def short_slip(strict: int | None, generous: int | None) -> str:
    """Both slips for a narrow place: "3 days later (strict +34)"."""
    counted = generous if generous is not None else strict
    if counted is None:
        return ""
    is_apart = strict is not None and strict != counted
    return slip_words(counted) + (f" (strict {signed_days(strict or 0)})" if is_apart else "")


def step_without_slip(was: Window, now: Window) -> str:
    """What a step did where no days can be counted; never a number."""
    if not now.is_dated:
        return WITHDRAWN if was.is_dated else "still no date"
    if not was.is_dated:
        return "a date is named"
    return "no days to count"


def step_sentence(was: Window, now: Window) -> str:
    """What a later window does to an earlier one, in one sentence."""
    counted = slip(was, now)
    told = slip_sentence(counted.strict, counted.generous)
    return told or upper_first(step_without_slip(was, now))


def figure_text(figure: ChainFigure | None) -> str:
    """A whole chain as one figure: "moved 2x, +130 days"; empty where nothing moved."""
    if figure is None:
        return ""
    if figure.is_circle:
        return IN_A_CIRCLE
    told = (
        f"moved {figure.moves:,}x",
        _slipped(figure.slip_days, is_dated=figure.is_dated),
        "" if figure.is_dated else NO_DATE_NOW,
    )
    return ", ".join(part for part in told if part)


def _slipped(days: int | None, *, is_dated: bool) -> str:
    """How far; that the days met again says nothing where there is none any more."""
    if days == 0:
        return "same day" if is_dated else ""
    return "" if days is None else f"{signed_days(days)} day{'' if abs(days) == 1 else 's'}"


def upper_first(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]
