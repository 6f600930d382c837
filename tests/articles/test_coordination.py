"""Several things that one "will" governs: each is a candidate with its own time."""

import pytest

from claimtracker.articles.coordination import parts_of
from tests.articles.scanned import candidates_in, wording_of


def parts(words: str) -> list[str]:
    return [" ".join(part.text.split()) for part in parts_of(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We will freeze rents, build 4,000 homes by 2028 and scrap the fee next spring.",
            [
                "We will freeze rents",
                "We will build 4,000 homes by 2028",
                "We will scrap the fee next spring.",
            ],
        ),
        (
            "We're going to turn it into a hall and charge nobody by May.",
            ["We're going to turn it into a hall", "We're going to charge nobody by May."],
        ),
        (
            "to open the pool in May, and to mend the road by June",
            ["to open the pool in May", "to to mend the road by June"],
        ),
        (
            "The hall will be sold in June and leased back until 2030.",
            ["The hall will be sold in June", "The hall will be leased back until 2030."],
        ),
    ],
)
def test_what_stands_before_the_first_holds_for_the_others(words: str, expected: list[str]) -> None:
    assert parts(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "We will clean and open the pool by May.",
        "We will see half the staff and twice the cost by May.",
        "We will open the pool by May.",
        "The board and fund managers met in May.",
        "We will pay for food and drink by May.",
        "We will leave if they close the road and send troops by May.",
        "She praised a group which will open a school and close a road.",
    ],
)
def test_a_clause_of_one_thing_stays_whole(words: str) -> None:
    assert parts(words) == [words]


def test_each_thing_has_its_own_time() -> None:
    text = "Ada Brook said she would open the pool in May, close the gym and mend the road by June."
    found = candidates_in(text)
    assert [wording_of(one, text) for one in found] == ["in May", None, "by June"]
    assert {one.claimant for one in found} == {"Ada Brook"}


def test_a_time_before_all_of_them_holds_for_each_without_its_own() -> None:
    text = (
        "“By May we will open the pool, mend the road and close the gym in June,” Ada Brook said."
    )
    assert [wording_of(one, text) for one in candidates_in(text)] == ["By May", "By May", "in June"]
