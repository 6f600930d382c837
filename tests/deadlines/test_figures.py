"""What figures can stand for, one kind after the other, and that none of them can raise."""

import pytest

from claimtracker.deadlines.dates import DayOfMonth, Month, MonthDay, Numeric, Year
from claimtracker.deadlines.figures import number_item, number_of, ordinal_item
from claimtracker.deadlines.items import Item
from claimtracker.deadlines.joins import SpanOf
from claimtracker.deadlines.lexicon import lexicon
from claimtracker.deadlines.running import Decade
from claimtracker.deadlines.tokens import sentences


def items(wording: str) -> list[Item]:
    """Return what the figures stand for."""
    found = sentences(wording, lexicon("en"), dated_only=False)
    return [item for part in found for item in part.items]


def only(wording: str) -> Item:
    """Return the one item that the figures come to."""
    (found,) = items(wording)
    return found


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("2026-05-01", MonthDay(Year(2026), 5, 1)),  # ISO 8601
        ("2026/05/01", MonthDay(Year(2026), 5, 1)),
        ("2026.05.01", MonthDay(Year(2026), 5, 1)),
        ("2026-23-09", MonthDay(Year(2026), 9, 23)),  # only one order is possible
        ("1.5.2026", MonthDay(Year(2026), 5, 1)),  # with dots the day comes first
        ("01.05.26", MonthDay(Year(2026), 5, 1)),
        ("1.5.89", MonthDay(Year(1989), 5, 1)),  # from 70 on of the last century
        ("5/1/2026", Numeric(Year(2026), 5, 1)),  # the policy says which is the day
        ("5/1/26", Numeric(Year(2026), 5, 1)),
        ("05-01-2026", Numeric(Year(2026), 5, 1)),
        ("24.8.", MonthDay(None, 8, 24)),
        ("2026-05", Month(Year(2026), 5)),
        ("05/2026", Month(Year(2026), 5)),
        ("2030s", Decade(2030)),
        ("1990's", Decade(1990)),
    ],
)
def test_a_date_in_figures_is_one_item(figures: str, value: object) -> None:
    assert only(figures).kinds["PERIOD"] == value


def test_two_figures_of_a_decade_are_of_this_century() -> None:
    found = only("'20s").kinds["PERIOD"]
    assert isinstance(found, Decade)
    assert found.year == 2020


@pytest.mark.parametrize("figures", ["2026-27", "2026/27"])
def test_a_year_and_the_short_one_after_it_are_two_years(figures: str) -> None:
    assert only(figures).kinds["YEARS_JOINED"] == SpanOf(Year(2026), Year(2027))


@pytest.mark.parametrize("figures", ["2026-26", "2026-13", "2026/45"])
def test_a_year_and_any_other_number_are_no_month(figures: str) -> None:
    assert "PERIOD" not in only(figures).kinds


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("3rd", DayOfMonth(3)),
        ("31st", DayOfMonth(31)),
        ("5/6", Numeric(None, 5, 6)),
        ("24.8", MonthDay(None, 8, 24)),
        ("2026", Year(2026)),
    ],
)
def test_figures_that_may_be_something_else_are_dates_only_beside_a_bound(
    figures: str, value: object
) -> None:
    found = only(figures)
    assert found.kinds["FIGURES"] == value
    assert "PERIOD" not in found.kinds


def test_a_day_beyond_31_is_only_a_place() -> None:
    assert set(only("32nd").kinds) == {"ORDINAL"}
    assert set(only("0th").kinds) == {"ORDINAL"}


@pytest.mark.parametrize(
    "figures",
    [
        "5pm", "5 pm", "5 p.m.", "11:59 p.m.", "17:00", "17:00:30", "9h30", "5 o'clock", "17 Uhr",
        "0710",
    ],
)  # fmt: skip
def test_a_clock_time_is_one_item(figures: str) -> None:
    assert set(only(figures).kinds) == {"CLOCK", "HOUR"}


@pytest.mark.parametrize(
    "figures",
    ["$5", "£1,000", "€2.5bn", "47%", "4.7 percent", "3 per cent", "2.5mn", "1.25 million"],
)
def test_money_and_shares_are_no_part_of_a_date(figures: str) -> None:
    assert "NO_DATE" in items(figures)[0].kinds


@pytest.mark.parametrize(
    ("figures", "number"), [("30", 30), ("1,000", 1000), ("12,345,678", 12_345_678), ("007", 7)]
)
def test_a_number_may_have_commas_and_leading_noughts(figures: str, number: int) -> None:
    assert only(figures).kinds["NUMBER"] == number


def test_a_decimal_is_a_number_of_units() -> None:
    assert only("2.5").kinds["QUANTITY"] == (2.5, 2.5, "")
    assert "FIGURES" not in only("2.0").kinds


@pytest.mark.parametrize("figures", ["1900", "2026", "2199"])
def test_a_bare_number_is_a_year_where_it_is_likely(figures: str) -> None:
    assert only(figures).kinds["YEARLY"] == Year(int(figures))


@pytest.mark.parametrize("figures", ["1500", "1899", "2200", "30000", "2,026"])
def test_any_other_bare_number_is_no_year(figures: str) -> None:
    assert "YEARLY" not in only(figures).kinds


@pytest.mark.parametrize("figures", ["24", "1", "31"])
def test_a_number_up_to_31_may_be_a_day(figures: str) -> None:
    assert only(figures).kinds["DAY"] == int(figures)


@pytest.mark.parametrize("figures", ["0", "32", "100"])
def test_any_other_number_is_no_day(figures: str) -> None:
    assert "DAY" not in only(figures).kinds


def test_a_long_number_is_capped_before_it_leaves_the_calendar() -> None:
    assert number_of("9" * 9) == 999_999_999
    assert number_of("9" * 10) == number_of("9" * 5000) == 10**9


def test_items_of_the_same_number_are_made_once() -> None:
    assert number_item(41) is number_item(41)
    assert ordinal_item(41) is ordinal_item(41)


@pytest.mark.parametrize(
    "figures",
    [
        "0-0-0", "99/99/9999", "1.1.000", "1.1.0500", "0pm", "99:99", "0000-00", "99/9999",
        "0/0", "99.99", "0.0", "0th", "999999999th", "'00s", "9990s", "0", "9" * 50, "99.99.",
        "0.0.", "31.13.", "$", "$1" + "0" * 40, "1" + ",000" * 40, "9999-12-31", "0001-01-01",
        "1-1-1", "12/31/99", "00.00.0000", "٣", "\uff11\uff12", "²", "Ⅷ", "½",
    ],
)  # fmt: skip
def test_no_figures_can_raise(figures: str) -> None:
    for part in sentences(figures, lexicon("en"), dated_only=False):
        assert len(part.items) == len(part.starts) == len(part.ends)
