"""Due notices in words, for the bar, the tray and the terminal alike."""

from collections.abc import Mapping

from claimtracker.claims.vocabulary import ReminderKind

_ONE_AND_MANY = {
    ReminderKind.PASSED_GENEROUS: ("1 deadline passed", "{} deadlines passed"),
    ReminderKind.PASSED_STRICT: (
        "1 passed on its strict reading",
        "{} passed on their strict reading",
    ),
    ReminderKind.DUE_SOON: ("1 due soon", "{} due soon"),
    ReminderKind.REVIEW: ("1 to review", "{} to review"),
}


def notice_sentence(counts: Mapping[ReminderKind, int]) -> str:
    """Say how many of each kind, the gravest first; the empty text where there is nothing."""
    said = [
        one if counts[kind] == 1 else many.format(counts[kind])
        for kind, (one, many) in _ONE_AND_MANY.items()
        if counts.get(kind)
    ]
    return ", ".join(said)
