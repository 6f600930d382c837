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


OCTOBER = date(1989, 10, 27)


@pytest.mark.parametrize(
    ("text", "said", "direction", "latest"),
    [
        ("Until Thursday, they had not called him a suspect.", FRIDAY, BACK, "2025-04-17"),
        ("It had bought 481,000 shares through Sept. 29.", OCTOBER, BACK, "1989-09-29"),
        ("Numbers had dropped through the nineties.", date(2005, 3, 3), BACK, "1999-12-31"),
        ("The truce was extended until Thursday.", FRIDAY, AHEAD, "2025-04-24"),
        ("The truce was extended through April.", FRIDAY, AHEAD, "2025-04-30"),
        ("The truce was extended until the end of the week.", FRIDAY, AHEAD, "2025-04-20"),
        ("Through April, shops will be shut.", FRIDAY, AHEAD, "2025-04-30"),
        ("She named a chairman, effective Feb. 1.", OCTOBER, AHEAD, "None"),  # not of last winter
        ("It was not until Tuesday that he spoke.", FRIDAY, BACK, "2025-04-15"),
        ("By late Wednesday, they had found 12 bodies.", FRIDAY, BACK, "2025-04-16"),
        ("By Wednesday, he said, they will leave.", FRIDAY, AHEAD, "2025-04-23"),
        ("The fair runs April 14 to May 3.", FRIDAY, AHEAD, "2025-05-03"),  # it is running
    ],
)
def test_a_bound_told_of_has_an_end_that_lies_behind(
    text: str, said: date, direction: Direction, latest: str
) -> None:
    mention = only(text, said)
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, latest)


@pytest.mark.parametrize(
    ("text", "direction", "latest"),
    [
        ("It expects a loss for the third quarter.", BACK, "1989-09-30"),
        ("It will open in the third quarter.", AHEAD, "1990-09-30"),
        ("It expects a loss for the first quarter.", AHEAD, "1990-03-31"),  # long over
        ("It expects a loss for the fourth quarter.", AHEAD, "1989-12-31"),  # not over
        ("It expects a loss for the third quarter of 1990.", AHEAD, "1990-09-30"),
    ],
)
def test_results_are_awaited_for_the_quarter_just_ended(
    text: str, direction: Direction, latest: str
) -> None:
    mention = only(text, OCTOBER)
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, latest)


@pytest.mark.parametrize(
    ("text", "direction", "latest"),
    [
        ("He announced the plan on Monday.", BACK, "2025-04-14"),
        ("They plan to meet on Monday.", AHEAD, "2025-04-21"),
        ("The planned Monday vote is dear to him.", AHEAD, "2025-04-21"),
        ("The vote is on Sunday.", AHEAD, "2025-04-20"),
        ("He will get beaten in March.", AHEAD, "2026-03-31"),
        ("They are going to start getting hurt in March.", AHEAD, "2026-03-31"),
        ("It was dropped as planned on Monday.", BACK, "2025-04-14"),
    ],
)
def test_a_verb_counts_for_what_it_does_in_the_sentence(
    text: str, direction: Direction, latest: str
) -> None:
    mention = only(text)
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Statements were made on Friday and Thursday.",
         [("2025-04-18", "2025-04-18"), ("2025-04-17", "2025-04-17")]),
        ("They met in April and May 2023.",
         [("2023-04-01", "2023-04-30"), ("2023-05-01", "2023-05-31")]),
        ("They will meet on Monday and Tuesday.", [("2025-04-21", "2025-04-22")]),
        ("They changed on Friday to March's figures.",
         [("2025-04-18", "2025-04-18"), ("2025-03-01", "2025-03-31")]),
        ("The stock fell 7/8 Thursday.", [("2025-04-17", "2025-04-17")]),
    ],
)  # fmt: skip
def test_days_side_by_side_are_a_span_only_where_they_can_be(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [days(mention) for mention in find(text, FRIDAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will cost $200m a year from 2027.", ("2027-01-01", "None")),
        ("It will cost $5m a month from next year.", ("2026-01-01", "None")),
        ("It will end a week from Friday.", ("2025-05-02", "2025-05-02")),
        ("It will open in May, God willing, or in June.", ("2025-05-01", "2025-06-30")),
        ("Growth will return in 2H26.", ("2026-07-01", "2026-12-31")),
    ],
)
def test_what_a_year_costs_and_other_words_beside_a_time_move_no_day(
    text: str, expected: tuple[str, str]
) -> None:
    assert days(find(text, FRIDAY)[-1]) == expected


def test_a_time_of_the_day_written_with_a_small_letter_is_no_half_year() -> None:
    assert days(only("The train will leave at 2h25.")) == ("2025-04-18", "2025-04-18")


@pytest.mark.parametrize(
    ("text", "direction", "latest"),
    [
        ("It went off at about 7.30 a.m. in Baghdad.", BACK, "2025-04-18"),
        ("It will begin at noon.", AHEAD, "2025-04-18"),
        ("On Tuesday a train derailed. Crews arrived around 10 p.m.", BACK, "2025-04-15"),
        ("The vote is on Sunday. Polls close at 8 p.m.", AHEAD, "2025-04-20"),
    ],
)
def test_an_hour_is_one_of_the_day_that_the_text_tells_of(
    text: str, direction: Direction, latest: str
) -> None:
    mention = find(text, FRIDAY)[-1]
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, latest)


def test_an_hour_beside_a_day_is_no_time_by_itself() -> None:
    mention = only("At 10 p.m. in Geneva the talks on Tuesday broke off.")
    assert mention.text == "on Tuesday"


def test_a_date_before_a_deed_only_names_it() -> None:
    mention = only("The January 6 hostages will be freed.")
    assert (mention.direction, mention.reading.rule) == (NONE, "not a deadline: names an event")
    assert days(only("The May 6 vote will be held in Rome.")) == ("2025-05-06", "2025-05-06")
    assert days(only("The January 6 attack was condemned.")) == ("2025-01-06", "2025-01-06")


@pytest.mark.parametrize(
    ("text", "direction", "first"),
    [
        ("The depot was struck overnight.", BACK, "2025-04-18"),
        ("The result will come overnight.", AHEAD, "2025-04-19"),
        ("Late last night he resigned.", BACK, "2025-04-17"),
        ("They lost the week before last.", BACK, "2025-03-31"),
        ("It rose from the year-ago quarter.", BACK, "2024-01-01"),
        ("It rose from the year-earlier third quarter.", BACK, "2023-07-01"),
        ("For the third quarter a year ago it lost 3.", BACK, "2023-07-01"),
        ("It has been going on for three weeks.", NONE, "None"),
        ("For 20 years politicians promised this.", NONE, "None"),
    ],
)
def test_short_words_of_news_name_their_days(text: str, direction: Direction, first: str) -> None:
    mention = only(text)
    assert (mention.direction, str(mention.reading.opens_on)) == (direction, first)


@pytest.mark.parametrize(
    ("text", "first", "latest"),
    [
        ("Talks begin on 5 May. Until then, no one will speak.", "2025-04-18", "2025-05-05"),
        ("He fled on 5 May 2020. By then he had lost it all.", "2020-05-05", "2020-05-05"),
        ("He fled on 5 May 2020. Since then he has been silent.", "2020-05-05", "2020-05-05"),
    ],
)
def test_then_is_the_day_named_last(text: str, first: str, latest: str) -> None:
    assert days(find(text, FRIDAY)[-1]) == (first, latest)


@pytest.mark.parametrize(
    ("text", "first", "latest"),
    [
        ("It lost 3 in the third quarter ended March 31.", "2025-01-01", "2025-03-31"),
        ("It lost 3 in the year ended March 31.", "2024-04-01", "2025-03-31"),
        ("It lost 3 in the year ended Sept. 26.", "2025-01-01", "2025-12-31"),  # of its own weeks
        ("It lost 3 for the three months ended March 31.", "2025-01-01", "2025-03-31"),
        ("Prices fell in the three months to March.", "2025-01-01", "2025-03-31"),
        ("Prices fell in the year to March.", "2024-04-01", "2025-03-31"),
    ],
)
def test_a_length_of_time_with_its_end_runs_up_to_it(text: str, first: str, latest: str) -> None:
    assert days(find(text, FRIDAY)[0]) == (first, latest)


@pytest.mark.parametrize(
    ("text", "direction", "first"),
    [
        ("It had set a deadline of March 31.", BACK, "2025-03-31"),
        ("As of April 1, the rate is 4%.", BACK, "2025-04-01"),
        ("On April 2 the bank agreed to buy it, which surprised many.", BACK, "2025-04-02"),
        ("As of July 1, the rate is 4%.", AHEAD, "2025-07-01"),
        ("He will speak on March 31.", AHEAD, "2026-03-31"),  # as it says, and says no year
        ("It had set a deadline of May 31.", AHEAD, "2025-05-31"),
    ],
)
def test_a_date_just_over_is_hardly_meant_for_next_year(
    text: str, direction: Direction, first: str
) -> None:
    mention = only(text)
    assert (mention.direction, str(mention.reading.opens_on)) == (direction, first)


@pytest.mark.parametrize(
    ("text", "words", "direction"),
    [
        ("It will reopen on Saturday after the storm.", "on Saturday", AHEAD),
        ("He was shot on Saturday after the storm.", "on Saturday", BACK),
        ("It is due to last two years.", "two years", NONE),
        ("It fell in the last two years.", "in the last two years", BACK),
        ("It is the third time in two weeks.", "third time in two weeks", NONE),
    ],
)
def test_words_that_serve_two_ends_are_taken_for_the_one_meant(
    text: str, words: str, direction: Direction
) -> None:
    mention = find(text, FRIDAY)[0]
    assert (mention.text, mention.direction) == (words, direction)


def test_so_many_years_ago_today_is_that_very_day() -> None:
    assert days(only("It began ten years ago today.")) == ("2015-04-18", "2015-04-18")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It won its freedom in 1898.", "1898-01-01"),
        ("It was signed on 4 July 1776.", "1776-07-04"),
        ("It was signed on July 4, 1776.", "1776-07-04"),
        ("It has stood since 1850.", "1850-01-01"),
    ],
)
def test_a_year_long_ago_is_one_where_nothing_else_can_be_meant(text: str, first: str) -> None:
    mention = only(text)
    assert (mention.direction, str(mention.reading.opens_on)) == (BACK, first)


@pytest.mark.parametrize("text", ["He left at 1830 GMT.", "It cost 1850 dollars.", "Of 1776 men."])
def test_other_numbers_of_four_figures_are_no_year(text: str) -> None:
    assert not any(mention.reading.precision == "year" for mention in find(text, FRIDAY))


def test_earlier_on_is_not_always_one_thing() -> None:
    assert days(only("It narrowed from a year earlier on a leap in sales."))[0] == "2024-01-01"
    assert days(only("It was shut earlier in the week."))[0] == "2025-04-14"
    assert days(only("It was shut earlier on Tuesday."))[0] == "2025-04-15"
