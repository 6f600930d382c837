"""The terms of office that come with the program: one at a time for each name, and the next."""

from datetime import date
from itertools import pairwise

import pytest

from claimtracker.claims.shipped_terms import shipped_term, shipped_terms, terms_from

TRUMP = "Donald Trump"


@pytest.mark.parametrize("name", shipped_terms())
def test_each_term_is_whole_and_over_before_the_next_begins(name: str) -> None:
    terms = shipped_terms()[name]
    assert name == " ".join(name.split())
    assert len(name.split()) > 1, "a surname alone may be another person's"
    for term in terms:
        assert term.began_on is not None
        assert term.office
        assert term.began_on < (term.ended_on or date.max)
    for earlier, later in pairwise(terms):
        assert earlier.ended_on is not None and later.began_on is not None
        assert earlier.ended_on <= later.began_on


@pytest.mark.parametrize(
    ("day", "began_on"),
    [
        (date(2016, 10, 1), date(2017, 1, 20)),
        (date(2017, 1, 20), date(2017, 1, 20)),
        (date(2021, 1, 19), date(2017, 1, 20)),
        (date(2021, 1, 20), date(2025, 1, 20)),
        (date(2024, 9, 10), date(2025, 1, 20)),
        (date(2025, 4, 18), date(2025, 1, 20)),
    ],
)
def test_a_term_is_that_of_the_day_said_else_the_next(day: date, began_on: date) -> None:
    term = shipped_term(TRUMP, day)
    assert term is not None
    assert term.began_on == began_on


def test_after_the_last_term_and_without_a_name_there_is_none() -> None:
    assert shipped_term("Joe Biden", date(2025, 1, 20)) is None
    assert shipped_term("Jane Doe", date(2025, 1, 20)) is None
    assert shipped_term("", date(2025, 1, 20)) is None


def test_without_the_day_said_only_a_single_term_is_meant() -> None:
    assert shipped_term(TRUMP, None) is None
    assert shipped_term("Keir Starmer", None) is not None


def test_another_spelling_is_the_same_person() -> None:
    day = date(2025, 4, 18)
    assert shipped_term("Donald J. Trump", day) == shipped_term(TRUMP, day) is not None


WHOLE = 'name = "A B"\noffice = "Mayor"\nbegan_on = 2025-01-20\n'


@pytest.mark.parametrize(
    "entry",
    [
        WHOLE.replace("A B", ""),
        WHOLE.replace("Mayor", " "),
        WHOLE + "aliases = [1]\n",
        WHOLE + "ended_on = 2025-01-19\n",
        WHOLE + "party = 1\n",
        'name = "A B"\n',
    ],
)
def test_a_term_that_is_not_whole_is_refused(entry: str) -> None:
    assert terms_from(f"[[term]]\n{WHOLE}")
    with pytest.raises((TypeError, ValueError)):
        terms_from(f"[[term]]\n{entry}")


def test_nobody_can_change_the_terms_that_all_share() -> None:
    with pytest.raises(TypeError):
        shipped_terms()[TRUMP] = ()  # type: ignore[index]  # what must fail
