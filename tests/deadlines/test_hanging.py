"""Words that hang on a day that a text named before them."""

from datetime import date

import pytest

from claimtracker.deadlines import Direction, Mention, Policy, find, read
from tests.deadlines.cases import FRIDAY

LONG = "The crowd was quiet and the speaker was not. " * 20


def last(text: str, said: date = FRIDAY, policy: Policy | None = None) -> Mention:
    """Return the last mention of a text."""
    return find(text, said, policy=policy or Policy())[-1]


def days(mention: Mention) -> tuple[str, str]:
    """Return the first and the last day of a mention as text."""
    return str(mention.reading.opens_on), str(mention.reading.latest_on)


@pytest.mark.parametrize(
    ("text", "first", "until"),
    [
        ("He fled on 5 May 1995. He was caught the following year.", "1996-01-01", "1996-12-31"),
        ("He fled on 5 May 1995. He was caught the following month.", "1995-06-01", "1995-06-30"),
        ("He fled on 5 May 1995. The next day he was caught.", "1995-05-06", "1995-05-06"),
        ("He fled on 5 May 1995. He was caught the next morning.", "1995-05-06", "1995-05-06"),
        ("He fled on 5 May 1995. Two days later he was caught.", "1995-05-07", "1995-05-07"),
        ("He fled on 5 May 1995. A week later he was caught.", "1995-05-12", "1995-05-12"),
        ("He fled in March 2015. Two months later he was caught.", "2015-05-01", "2015-05-31"),
        ("He fled in 2015. Two years later he was caught.", "2017-01-01", "2017-12-31"),
        ("He fled in 2015. He was jailed a year earlier.", "2014-01-01", "2014-12-31"),
        ("Sales fell in March 2015 from a year earlier.", "2014-03-01", "2014-03-31"),
        ("He fled on 5 May 1995. He was jailed the day before.", "1995-05-04", "1995-05-04"),
        ("He fled on 5 May 1995. He was jailed the previous day.", "1995-05-04", "1995-05-04"),
        ("He fled on 5 May 1995. He was caught the following Monday.", "1995-05-08", "1995-05-08"),
        ("He fled on 5 May 1995. He was caught the same year.", "1995-01-01", "1995-12-31"),
        ("He fled on 5 May 1995. That day it rained.", "1995-05-05", "1995-05-05"),
        ("He fled on 5 May 1995. He was caught in that month.", "1995-05-01", "1995-05-31"),
        ("He fled in 1995. By the end of that year he was caught.", "1995-09-01", "1995-12-31"),
        ("It fell to 3 million last year from 4 million the year before.",
         "2023-01-01", "2023-12-31"),
        ("Sales rose in March. They fell in the same month last year.",
         "2024-03-01", "2024-03-31"),
        ("He fled on 5 May 1995. Over the following two weeks he hid.",
         "1995-05-05", "1995-05-19"),
        ("Sales fell in March from the previous month and from a year earlier.",
         "2024-03-01", "2024-03-31"),  # the month before is only compared with
        ("He fled on 5 May 1995. The next day's papers were full of it.",
         "1995-05-06", "1995-05-06"),
        ("It blew up on Tuesday. He had left earlier in the day.", "2025-04-15", "2025-04-15"),
    ],
)  # fmt: skip
def test_such_words_count_from_the_day_named_last(text: str, first: str, until: str) -> None:
    mention = last(text)
    assert days(mention) == (first, until)
    assert mention.direction is Direction.BACK
    assert mention.reading.explanation.endswith(".")


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("It will be signed on 5 May and take effect two days later.", "2025-05-07"),
        ("It will be signed on 5 May and take effect two months later.", "2025-07-05"),
        ("It will open in 2027 and close the following year.", "2028-12-31"),
        ("It will open in May 2027 and close by the end of that year.", "2027-12-31"),
    ],
)
def test_they_count_from_a_day_to_come_just_so(text: str, latest: str) -> None:
    mention = last(text)
    assert (mention.direction, str(mention.reading.latest_on)) == (Direction.AHEAD, latest)


@pytest.mark.parametrize(
    "text",
    [
        "He was caught two days later.",
        "The following month he was caught.",
        "The following day he was caught.",
        "He fled in 1995. Two days later he was caught.",  # of a year nobody knows the day
        "He was caught that day.",
        "He fled in 1995. In the following years he was often seen.",  # how many?
        "He fled in 1995. That day it rained.",
        "He fled on 5 May 1995. Three hours later he was caught.",
        f"He fled on 5 May 1995. {LONG} Two days later he was caught.",
    ],
)
def test_where_no_such_day_is_named_there_is_no_date(text: str) -> None:
    mention = last(text)
    assert (mention.direction, mention.reading.rule) == (Direction.NONE, "day not named")
    assert not mention.reading.is_dated


@pytest.mark.parametrize(
    "text",
    [
        "He left the day before he was to speak.",
        "He left the day",
        "The week after that he left.",
        "He left in the week of the riots.",
    ],
)
def test_a_day_beside_something_unnamed_is_none(text: str) -> None:
    assert not any(mention.reading.is_dated for mention in find(text, FRIDAY))


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("They will meet two days later.", "2025-04-20"),
        ("They will meet the following week.", "2025-04-27"),
        ("It rose by 3 percent from the previous month.", "2025-03-31"),
        ("He left earlier in the day.", "2025-04-18"),
        ("It had a loss for the quarter of $3m.", "2025-03-31"),
    ],
)
def test_without_a_day_before_them_others_count_from_the_day_said(text: str, latest: str) -> None:
    assert str(last(text).reading.latest_on) == latest


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("He was shot on 5 May 1995, police said on Thursday. The next day he died.", "1995-05-06"),
        ("She said on Thursday that talks held a day earlier failed.", "2025-04-16"),
        ("He said on 5 May 1995 that he would go. The next day he left.", "1995-05-06"),
        ("It rose in 1995 from a year earlier. It fell the following year.", "1996-01-01"),
    ],
)
def test_a_day_of_speaking_counts_only_backwards_or_where_no_other_is_named(
    text: str, first: str
) -> None:
    assert str(last(text).reading.opens_on) == first


@pytest.mark.parametrize(
    ("text", "first", "until"),
    [
        ("Third-quarter profit rose. In the 2023 quarter it fell.", "2023-07-01", "2023-09-30"),
        ("Third-quarter profit rose. In the 2023 period it fell.", "2023-07-01", "2023-09-30"),
        ("Third-quarter profit rose. It had gains in the latest period.",
         "2024-07-01", "2024-09-30"),
        ("In the 2023 period it fell.", "2023-01-01", "2023-12-31"),
    ],
)  # fmt: skip
def test_a_quarter_of_another_year_is_the_one_of_which_the_text_tells(
    text: str, first: str, until: str
) -> None:
    assert days(last(text)) == (first, until)


def test_a_wording_by_itself_names_no_such_day() -> None:
    assert read("by the end of that year", FRIDAY).latest_on is None
    assert str(read("two days later", FRIDAY).latest_on) == "2025-04-20"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Er floh am 5. Mai 1995. Im folgenden Jahr wurde er gefasst.", "1996-01-01"),
        ("Er floh am 5. Mai 1995. Zwei Tage später wurde er gefasst.", "1995-05-07"),
        ("Er floh am 5. Mai 1995. In jenem Jahr regnete es.", "1995-01-01"),
    ],
)
def test_german_words_hang_on_a_day_as_well(text: str, first: str) -> None:
    assert str(last(text, policy=Policy(language="de")).reading.opens_on) == first


def test_a_day_said_once_more_in_other_words_does_not_count_from_itself() -> None:
    text = "The ban began on Jan. 1. It was lifted on Jan. 15, two weeks later."
    assert days(last(text)) == ("2025-01-15", "2025-01-15")
