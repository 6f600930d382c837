"""Every word of the English table of bounds, put before the same period or length of time."""

from collections.abc import Mapping
from datetime import date

import pytest

from claimtracker.deadlines import Term, read
from claimtracker.deadlines.english_kinds import KINDS
from tests.deadlines.cases import FRIDAY, check

PATTERNS: Mapping[str, tuple[str, str]] = {
    "BY": ("{} July", "04-18 07-31 07-31"),
    "UNTIL": ("{} July", "04-18 07-31 07-31"),
    "BEFORE": ("{} July", "04-18 06-30 06-30"),
    "AFTER": ("{} July", "08-01 - -"),
    "NOT_BEFORE": ("{} July", "07-01 - -"),
    "FROM": ("{} July", "07-01 - -"),
    "IN": ("{} July", "07-01 07-31 07-31"),
    "ON": ("{} 1 July", "07-01 07-01 07-01"),
    "FOR": ("{} two weeks", "04-18 05-02 05-02"),
    "WITHIN": ("{} two weeks", "04-18 05-02 05-02"),
    "AT_LEAST": ("{} two weeks", "05-02 - -"),
    "ABOUT": ("{} four weeks", "04-18 05-16 05-23"),  # a quarter more
    "OR_SO": ("four weeks {}", "04-18 05-16 05-23"),
    "FROM_NOW": ("two weeks {}", "05-02 05-02 05-02"),
    "OUT": ("before July {}", "04-18 07-31 07-31"),
    "AT_LATEST": ("July {}", "04-18 07-31 07-31"),
    "AT_EARLIEST": ("July {}", "07-01 - -"),
    "CLOCK": ("by {} on Tuesday", "04-18 04-22 04-22"),
    "MATTER": ("{} days", "04-18 04-20 04-25"),
    "BETWEEN": ("{} May and July", "05-01 07-31 07-31"),
    "OR": ("May {} June", "05-01 05-31 06-30"),
    "TO": ("May {} July", "05-01 07-31 07-31"),
    "DEADLINE": ("a 30-day {}", "04-18 05-18 05-18"),
    "HAS": ("he {} 30 days to reply", "04-18 05-18 05-18"),
    "THE": ("by {} end of July", "04-18 07-31 07-31"),
    "TIME": ("in two weeks {}", "05-02 05-02 05-02"),
    "END": ("{} July", "07-21 07-31 07-31"),
    "HALF": ("in {} a year", "10-18 10-18 10-18"),
    "NOW": ("between {} and July", "04-18 07-31 07-31"),
    "AND": ("between May {} July", "05-01 07-31 07-31"),
    "OF": ("the end {} July", "07-21 07-31 07-31"),
    "THIS_TIME": ("{} tomorrow", "04-19 04-19 04-19"),
}
"""By the kind of word: a wording around it and its days, said on Friday, 18 April 2025."""
CASES = [
    (word.strip(), *pattern)
    for kind, pattern in PATTERNS.items()
    for word in KINDS[kind].split(",")
]


@pytest.mark.parametrize(
    ("word", "wording", "days"), CASES, ids=[wording.format(word) for word, wording, _ in CASES]
)
def test_each_word_of_the_table_does_what_its_kind_does(word: str, wording: str, days: str) -> None:
    check((wording.format(word), days, word))


@pytest.mark.parametrize(
    "wording",
    [
        *(f"two weeks {word.strip()}" for word in KINDS["AGO"].split(",")),
        *(f"two weeks {word.strip()}" for word in KINDS["EARLIER_NEAR"].split(",")),
        *(f"{word.strip()} March" for word in KINDS["SINCE"].split(",")),
        *(f"{word.strip()} March" for word in KINDS["EARLIER"].split(",")),
    ],
)
def test_each_word_that_points_back_is_no_deadline(wording: str) -> None:
    assert read(wording, FRIDAY).rule == "not a deadline: past"


@pytest.mark.parametrize("word", [word.strip() for word in KINDS["OFFICE"].split(",")])
def test_each_word_for_an_office_counts_from_its_beginning(word: str) -> None:
    term = Term(date(2025, 1, 20))
    case = (f"in the first 100 days {word}", "01-20 04-29 04-30", "day 1 is the first")
    check(case, claimant=term)


@pytest.mark.parametrize("word", [word.strip() for word in KINDS["WHOSE"].split(",")])
def test_each_word_for_an_owner_makes_a_first_year_that_of_a_term(word: str) -> None:
    term = Term(date(2025, 1, 20))
    check((f"{word} first year", "01-20 2026-01-19 2026-01-20", "of the term"), claimant=term)
