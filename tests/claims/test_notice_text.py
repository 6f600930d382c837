"""Due notices in words."""

from claimtracker.claims.notice_text import notice_sentence
from claimtracker.claims.vocabulary import ReminderKind


def test_nothing_due_is_no_sentence() -> None:
    assert notice_sentence({}) == ""
    assert notice_sentence(dict.fromkeys(ReminderKind, 0)) == ""


def test_one_is_said_in_the_singular() -> None:
    assert notice_sentence({ReminderKind.PASSED_GENEROUS: 1}) == "1 deadline passed"


def test_the_gravest_is_said_first() -> None:
    told = notice_sentence(dict.fromkeys(reversed(ReminderKind), 2))
    assert told == ("2 deadlines passed, 2 passed on their strict reading, 2 due soon, 2 to review")
