"""The present with a time to come: what one plans oneself, and what only goes on."""

import pytest

from tests.articles.scanned import candidates_in, only_candidate


@pytest.mark.parametrize(
    "quote",
    [
        "We publish the list on Monday.",
        "The trucks go out again on Tuesday.",
        "He flies to Madrid on Wednesday unless they pay.",
        "We’re scrapping four of them by June.",
        "We will take two in May and we’re scrapping four by June.",
        "The first cheques are in the post by Monday.",
        "Either the minister sees us, or all five plants stop on Monday.",
    ],
)
def test_a_plan_of_ones_own_is_told_in_the_present(quote: str) -> None:
    found = candidates_in(f"“{quote}” Ada Brook said.")
    assert found
    assert all(not one.reason and one.deadline for one in found)


@pytest.mark.parametrize(
    "quote",
    [
        "We are losing money this week.",
        "We are building, that is all I can tell you today.",
        "Whether it can be staffed by May is a question I’d rather ask.",
    ],
)
def test_what_only_goes_on_is_no_promise(quote: str) -> None:
    assert all(one.reason for one in candidates_in(f"“{quote}” Ada Brook said."))


def test_a_bare_day_in_the_present_is_the_one_to_come() -> None:
    text = "Ada Brook was sure. “We publish the list on Tuesday.”"
    found = only_candidate(text)
    assert found.deadline
    assert str(found.deadline.reading.due_on) == "2025-04-22"
