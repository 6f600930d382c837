"""What a day said keeps of the periods dated from it."""

from dataclasses import replace
from datetime import date, timedelta

from claimtracker.deadlines.reading import Precision
from claimtracker.deadlines.windows import PERIOD, Said, Window, span
from tests.deadlines.cases import FRIDAY


class Counted:
    """A period of one day, the day said or that before it, that counts how often it is dated."""

    def __init__(self) -> None:
        self.times = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the day."""
        self.times += 1
        day = said.stated_on - timedelta(days=said.of_the_past)
        return span(day, day, Precision.DAY, "", "")


def first_day(said: Said, period: Counted) -> date:
    """Return the first of the days that it keeps."""
    return said.days(period).first


def test_a_period_is_dated_once_for_a_day_said() -> None:
    said, period = Said(FRIDAY), Counted()
    assert [first_day(said, period) for _ in range(3)] == [FRIDAY] * 3
    assert period.times == 1


def test_told_of_the_past_or_from_another_day_it_is_dated_anew() -> None:
    said, period = Said(FRIDAY), Counted()
    before = FRIDAY - timedelta(days=1)
    assert first_day(said, period) == FRIDAY
    assert first_day(said.looking_back(), period) == before
    assert first_day(said.looking_back(), period) == before
    assert first_day(replace(said, stated_on=before), period) == before
    assert period.times == 3


def test_other_periods_as_many_as_there_are_leave_the_answer_the_same() -> None:
    said, period = Said(FRIDAY), Counted()
    for _ in range(5_000):
        assert first_day(said, Counted()) == FRIDAY
    assert first_day(said, period) == FRIDAY
