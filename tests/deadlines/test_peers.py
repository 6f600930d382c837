"""The cases of other readers of dates, and every one that our conventions read otherwise."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimtracker.deadlines import read

PHRASES = Path(__file__).with_name("peers_phrases.jsonl")
Case = Mapping[str, Any]
"""`text`, the day `reference`, the days `start` and `end`, and every end that is `accept_end`."""

OTHERWISE: Mapping[str, frozenset[str]] = {
    "a range ends on the last day of its last part, not before it": frozenset(
        {
            "2014 to 2018", "between 2014 through 2018", "from 2014 till 2018",
            "from 2014 through 2018", "between august and october", "from august to october",
            "from this may to oct 2020", "between January 1st 2015 and Feb 2018",
            "between Feb 1st and March 2019", "from Week 31 to Week 35",
        }
    ),
    "a month ends on its last day": frozenset({"In January", "04/2016", "06/2004"}),
    "“may” alone is a verb": frozenset({"may"}),
    "a holiday of a country needs the country": frozenset(
        {
            "before independence day", "independence day", "labor day", "presidents' day 2017",
            "MLK day 2012", "next Martin Luther Kings day",
        }
    ),
    "a holiday by the moon needs the country that keeps it": frozenset(
        {"chinese new year's day 2018", "Islamic New Year 2018", "Jamshedi Navroz 2018"}
    ),
    "so many units ahead count from the day said, not from the next calendar unit": frozenset(
        {
            "coming three quarters", "next 7 quarters", "the next 3 decades", "upcoming 2 week",
            "two upcoming weeks", "upcoming 2 month", "two upcoming month", "2 upcoming months",
            "two upcoming quarters", "2 upcoming quarters", "upcoming 2 years",
            "two upcoming years",
        }
    ),
    "within N units runs to that day, not to the day before it": frozenset(
        {
            "within the next 3 years", "within 2 weeks after today",
            "within the next 2 weeks after today",
        }
    ),
    "the rest of a week is due on Friday, latest on Sunday": frozenset(
        {"rest of week", "rest the week", "rest of current week", "remaining of the week"}
    ),
    "a week ends on Sunday": frozenset({"all week"}),
    "the middle of a week ends on Wednesday, latest on Thursday": frozenset({"mid next week"}),
    "the next fortnight is the two weeks from the next Monday": frozenset({"next fortnight"}),
    "the first N units of a year count from its first day": frozenset(
        {"the first 2 weeks of 2021"}
    ),
    "a bare weekday is the next one after the day said": frozenset({"monday"}),
    "the day said is not yet over": frozenset({"nov/2", "friday 7/6"}),
    "day first is a setting": frozenset({"08/10/2017"}),
    "with dots the day comes first": frozenset({"friday 7.6", "5.12"}),
    "with a hyphen two small numbers are a range, no date": frozenset({"friday 7-6"}),
    "a weekday beside a date or a length adds nothing": frozenset(
        {
            "Fri, Jul 18", "two months from today on tuesday",
            "from this friday 5/12 to next sunday 5/20",
        }
    ),
    "“Friday after next” is read in two ways": frozenset(
        {"friday after next", "March after next"}
    ),
    "a bare holiday is the next one": frozenset({"one year After christmas"}),
    "a bare day of the month is the next one": frozenset({"18th"}),
    "parts of a day round up": frozenset({"from today to two and half days later"}),
    "hours beyond a day round up to the next one": frozenset({"in 1d 2hr 5min"}),
    "a day is a day of the calendar": frozenset({"1 day"}),
    "a time of day alone names no day": frozenset({"9h30 - 11h00"}),
    "up to now names no day to come": frozenset({"till date"}),
    "four figures behind a day and a month are its year": frozenset({"Friday 08.12.1707"}),
    "September has no 31st": frozenset({"31.9 around 0720"}),
}  # fmt: skip
"""By the convention that says so, the texts that we read otherwise on at least one day."""
LISTED = {text for texts in OTHERWISE.values() for text in texts}


def cases() -> list[Case]:
    """Return all cases of the file."""
    return [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]


def is_right(case: Case) -> bool:
    """Whether the last day, or else the strict one, is one of those accepted."""
    found = read(case["text"], date.fromisoformat(case["reference"]))
    return str(found.latest_on or found.due_on) in case["accept_end"]


def called(case: Case) -> str:
    """Return the name of a case among the tests."""
    return f"{case['text']} ({case['reference']})"


@pytest.mark.parametrize(
    "case", [case for case in cases() if case["text"] not in LISTED], ids=called
)
def test_what_other_readers_read_is_read_alike(case: Case) -> None:
    assert is_right(case)


@pytest.mark.parametrize("text", sorted(LISTED))
def test_what_is_listed_as_read_otherwise_is_still_read_otherwise(text: str) -> None:
    of_text = [case for case in cases() if case["text"] == text]
    assert of_text
    assert not all(is_right(case) for case in of_text)


def test_no_text_is_listed_under_two_conventions() -> None:
    assert sum(map(len, OTHERWISE.values())) == len(LISTED)
