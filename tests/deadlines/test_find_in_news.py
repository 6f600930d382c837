"""How news speaks of days: what a reporter leaves out, and what only looks like a promise."""

from datetime import date

import pytest

from claimtracker.deadlines import Direction, Mention, find
from tests.deadlines.cases import FRIDAY

AHEAD, BACK, NONE = Direction.AHEAD, Direction.BACK, Direction.NONE


def only(text: str, said: date = FRIDAY) -> Mention:
    """Return the one mention of a text."""
    (mention,) = find(text, said)
    return mention


def days(mention: Mention) -> tuple[str, str]:
    """Return the first and the last day of a mention as text."""
    return str(mention.reading.opens_on), str(mention.reading.latest_on)


@pytest.mark.parametrize(
    "text",
    [
        "It will be published this morning.",
        "She will arrive later this afternoon.",
        "It was decided this evening.",
    ],
)
def test_a_part_of_the_day_is_a_time_even_where_no_other_stands_beside_it(text: str) -> None:
    assert days(only(text)) == ("2025-04-18", "2025-04-18")


def test_a_morning_by_itself_is_none() -> None:
    assert find("The morning was grey.", FRIDAY) == []


def test_a_year_in_words_is_a_year_even_where_no_other_time_stands_beside_it() -> None:
    assert days(only("He was born in nineteen sixty-two.")) == ("1962-01-01", "1962-12-31")
    assert find("Nineteen people came.", FRIDAY) == []


def test_an_event_says_of_itself_in_which_year_it_is() -> None:
    assert days(only("She will stand in this year's election.")) == ("2025-01-01", "2025-12-31")
    assert days(only("He lost the 2022 election.")) == ("2022-01-01", "2022-12-31")


def test_an_event_of_a_year_still_sets_no_deadline() -> None:
    mention = only("It will end before this year's election.")
    assert (mention.direction, mention.reading.latest_on) == (NONE, None)
