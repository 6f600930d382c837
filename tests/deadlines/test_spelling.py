"""The same words in other spellings: capitals, short names, typographic signs, both Englishes."""

from datetime import date

import pytest

from claimtracker.deadlines import Policy, read
from tests.deadlines.cases import FRIDAY, Case, check

AMERICA = Policy(country="US")
CAPITALS: tuple[Case, ...] = (
    ("BY FRIDAY", "04-18 04-25 04-25", "capitals"),
    ("By The End Of May", "04-18 05-31 05-31", "capitals of a headline"),
    ("by friday", "04-18 04-25 04-25", "small letters"),
    ("BY MAY", "04-18 05-31 05-31", "capitals"),
    ("by may", "04-18 05-31 05-31", "a bound makes it a month"),
    ("in march", "2026-03-01 2026-03-31 2026-03-31", "a bound makes it a month"),
    ("by sun", "04-18 04-20 04-20", "a bound makes it a day"),
    ("ON SAT", "04-19 04-19 04-19", "a bound makes it a day"),
    ("next may", "05-01 05-31 05-31", "a word before it makes it a month"),
    ("5 may", "05-05 05-05 05-05", "a day before it makes it a month"),
    ("WITHIN TWO WEEKS", "04-18 05-02 05-02", "capitals"),
    ("by q3", "04-18 09-30 09-30", "small letters"),
    ("By Christmas", "04-18 12-25 12-25", "a capital"),
    ("by christmas", "04-18 12-25 12-25", "small letters"),
)
SHORT: tuple[Case, ...] = (
    ("by Tues", "04-18 04-22 04-22", "a short name"),
    ("by Thurs.", "04-18 04-24 04-24", "with a dot"),
    ("on Weds", "04-23 04-23 04-23", "a short name"),
    ("by Sept. 1", "04-18 09-01 09-01", "with a dot"),
    ("by 1 Sept", "04-18 09-01 09-01", "a short name"),
    ("by Oct. 31, 2026", "04-18 2026-10-31 2026-10-31", "with a dot"),
    ("by Xmas", "04-18 12-25 12-25", "a short name"),
    ("in 2 wks", "05-02 05-02 05-02", "a short unit"),
    ("in 3 mos", "07-18 07-18 07-18", "a short unit"),
    ("in 2 yrs", "2027-04-18 2027-04-18 2027-04-18", "a short unit"),
    ("in 36 hrs", "04-20 04-20 04-20", "a short unit"),
    ("by EOD", "04-18 04-18 04-18", "the end of the day said"),
    ("by EOW", "04-18 04-18 04-20", "the end of the week"),
    ("by EOM", "04-18 04-30 04-30", "the end of the month"),
    ("by EOQ", "04-18 06-30 06-30", "the end of the quarter"),
    ("by EOY", "04-18 12-31 12-31", "the end of the year"),
)
SIGNS: tuple[Case, ...] = (
    ("by year’s end", "04-18 12-31 12-31", "an apostrophe of print"),
    ("by year's end", "04-18 12-31 12-31", "an apostrophe of a typewriter"),
    ("in a week’s time", "04-25 04-25 04-25", "an apostrophe of print"),
    ("in three weeks’ time", "05-09 05-09 05-09", "an apostrophe behind"),
    ("two–three weeks", "04-18 05-02 05-09", "a dash"),
    ("two-three weeks", "04-18 05-02 05-09", "a hyphen"),
    ("in 2—3 weeks", "05-02 05-02 05-09", "a long dash"),
    ("mid\u2011May", "05-11 05-15 05-20", "a hyphen that does not break"),
    ("mid–May", "05-11 05-15 05-20", "a dash for a hyphen"),
    ("mid May", "05-11 05-15 05-20", "a blank for a hyphen"),
    ("by “the end of May”", "04-18 05-31 05-31", "double quotes of print"),
    ("‘by Friday’", "04-18 04-25 04-25", "single quotes of print"),
    ("“by Friday”", "04-18 04-25 04-25", "double quotes of print"),
    ("«by Friday»", "04-18 04-25 04-25", "French quotes"),
    ('"by Friday"', "04-18 04-25 04-25", "quotes of a typewriter"),
    ("(by Friday)", "04-18 04-25 04-25", "brackets"),
    ("by [next] Friday", "04-18 04-25 04-25", "brackets around a word"),
    ("by Friday — or else", "04-18 04-25 04-25", "a dash behind"),
    ("done — finally — by Friday", "04-18 04-25 04-25", "dashes before"),
    ("by Friday!!!", "04-18 04-25 04-25", "signs behind"),
    ("by Friday...", "04-18 04-25 04-25", "dots behind"),
    ("by\u00a0Friday", "04-18 04-25 04-25", "a blank that does not break"),
    ("by\u202ffriday", "04-18 04-25 04-25", "a narrow blank"),
    ("by\tFriday", "04-18 04-25 04-25", "a tabulator"),
    ("by   Friday", "04-18 04-25 04-25", "many blanks"),
    ("by\nFriday", "04-18 04-25 04-25", "a line that breaks"),
    ("  by Friday  ", "04-18 04-25 04-25", "blanks around"),
    ("🙂 by Friday 🙂", "04-18 04-25 04-25", "signs outside the basic plane"),
    ("9–12 June", "06-09 06-12 06-12", "a dash between days"),
    ("June 9 – 12", "06-09 06-12 06-12", "a dash between blanks"),
)
ENGLISHES: tuple[Case, ...] = (
    ("by Labor Day", "04-18 09-01 09-01", "American"),
    ("by Labour Day", "04-18 09-01 09-01", "British"),
    ("in the fall", "09-01 11-30 12-21", "American"),
    ("in the autumn", "09-01 11-30 12-21", "British"),
    ("May 5th, 2026", "2026-05-05 2026-05-05 2026-05-05", "American"),
    ("the 5th of May 2026", "2026-05-05 2026-05-05 2026-05-05", "British"),
    ("Monday through Wednesday", "04-21 04-23 04-23", "American"),
    ("Monday to Wednesday", "04-21 04-23 04-23", "British"),
    ("a week on Tuesday", "04-29 04-29 04-29", "British"),
    ("Tuesday week", "04-29 04-29 04-29", "British"),
    ("in a fortnight", "05-02 05-02 05-02", "British"),
    ("a fortnight on Monday", "05-05 05-05 05-05", "British"),
    ("by the weekend", "04-18 04-18 04-20", "one word"),
    ("by the week-end", "04-18 04-18 04-20", "with a hyphen"),
)


@pytest.mark.parametrize("case", [*CAPITALS, *SHORT, *SIGNS], ids=lambda case: case[0])
def test_a_wording_is_read_alike_in_any_spelling(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", ENGLISHES, ids=lambda case: case[0])
def test_a_wording_is_read_alike_on_both_sides_of_the_ocean(case: Case) -> None:
    check(case, policy=AMERICA)


WORDINGS = ("by the end of May", "within two weeks", "next Friday", "by Christmas Eve", "in a year")


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("said", [FRIDAY, date(2024, 2, 29), date(2025, 12, 31)])
def test_case_and_signs_around_never_move_a_day(wording: str, said: date) -> None:
    plain = read(wording, said)
    for text in (
        wording.upper(), wording.title(), f"“{wording}”", f"({wording})", f"{wording}.",
        f" {wording} ", f"— {wording} —", wording.replace(" ", "\u00a0"), f"We promise {wording}!",
    ):  # fmt: skip
        found = read(text, said)
        assert (found.opens_on, found.due_on, found.latest_on, found.rule) == (
            plain.opens_on, plain.due_on, plain.latest_on, plain.rule
        )  # fmt: skip
