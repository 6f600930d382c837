"""The table of conventions: each value is written, read back, and refused where it fits nothing."""

from dataclasses import fields, replace

import pytest

from claimtracker.deadlines import (
    CONVENTIONS,
    DEFAULT_POLICY,
    BadConvention,
    Convention,
    Policy,
    changed_texts,
    policy_from,
    read,
    texts_of,
)
from claimtracker.deadlines.conventions import NOT_SET, text_of
from claimtracker.deadlines.lexicon import LANGUAGES
from claimtracker.deadlines.policy import VAGUE, Amount, Ends
from tests.deadlines.cases import FRIDAY

BY_KEY = {convention.key: convention for convention in CONVENTIONS}
OTHER = Policy(
    language="de",
    week_starts_on=6,
    working_days=(0, 1, 2, 3, 6),
    country="DE",
    day_first=True,
    fiscal_year_starts_in=10,
    southern_hemisphere=True,
    astronomical_seasons=False,
    weekday_may_be_today=True,
    next_weekday_is_coming=True,
    within_adds_a_unit=False,
    by_means_before=False,
    first_day_counts=False,
    about_adds=0.125,
    early_week=(0, 1),
    mid_week=(2, 2),
    late_week=(3, 4),
    weekend=(4, 5),
    early_month=(5, 7),
    mid_month=(14, 16),
    early_year=(2, 4),
    mid_year=(5, 7),
    vague={words: Ends(Amount(1, "week"), Amount(2.5, "month")) for words in VAGUE},
)
"""Every convention otherwise than by default."""


def test_every_convention_of_the_policy_is_a_row_of_the_table_once() -> None:
    keys = [convention.key for convention in CONVENTIONS]
    expected = {field.name for field in fields(Policy)} - {"vague"}
    assert len(keys) == len(set(keys))
    assert set(keys) == expected | {f"vague: {words}" for words in VAGUE}


def test_every_row_has_words_of_its_own_for_a_reader() -> None:
    labels = [convention.label for convention in CONVENTIONS]
    assert len(labels) == len(set(labels))
    assert all(convention.section and convention.label for convention in CONVENTIONS)


@pytest.mark.parametrize("policy", [DEFAULT_POLICY, OTHER], ids=["default", "other"])
def test_a_policy_written_as_texts_is_read_back_the_same(policy: Policy) -> None:
    found = policy_from(texts_of(policy))
    assert replace(found, vague={}) == replace(policy, vague={})
    assert dict(found.vague) == dict(policy.vague)


def test_a_policy_is_read_back_from_what_differs_alone() -> None:
    assert policy_from(changed_texts(OTHER)) == policy_from(texts_of(OTHER))


def test_only_what_differs_is_a_changed_text() -> None:
    assert changed_texts(DEFAULT_POLICY) == {}
    assert changed_texts(Policy(country="US", day_first=True)) == {
        "country": "US",
        "day_first": "yes",
    }
    assert set(changed_texts(OTHER)) == set(BY_KEY)


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.key)
def test_a_text_of_each_convention_is_read_back(convention: Convention) -> None:
    for policy in (DEFAULT_POLICY, OTHER):
        text = text_of(convention, policy)
        found = policy_from({convention.key: text})
        assert text_of(convention, found) == text
        assert text_of(convention, policy_from({convention.key: f"  {text} "})) == text


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.key)
def test_each_choice_that_is_offered_is_taken(convention: Convention) -> None:
    for choice in convention.kind.choices:
        assert text_of(convention, policy_from({convention.key: choice})) == choice


def test_the_languages_to_choose_are_those_with_a_table() -> None:
    choices = BY_KEY["language"].kind.choices
    codes = {policy_from({"language": choice}).language for choice in choices}
    assert codes == set(LANGUAGES)


BAD = {
    "language": ("Klingon", "", "en"),
    "week_starts_on": ("Funday", "", "0"),
    "working_days": ("", "Monday,,Tuesday", "every day", "Monday; Tuesday"),
    "country": ("USA", "XX", "1", "Ü1", "ÄÖ"),
    "fiscal_year_starts_in": ("Brumaire", "13"),
    "southern_hemisphere": ("perhaps", "", "1"),
    "astronomical_seasons": ("true",),
    "day_first": ("maybe",),
    "weekday_may_be_today": ("2",),
    "next_weekday_is_coming": ("on",),
    "within_adds_a_unit": ("off",),
    "by_means_before": ("nope",),
    "first_day_counts": ("ja",),
    "about_adds": ("much", "", "-1", "101%", "25%%", "1_0", "-0", "nan", "inf", "1e400"),
    "early_week": ("Funday", "", "Monday, latest Funday", "Tuesday, latest Monday"),
    "mid_week": ("1", "Monday Tuesday"),
    "late_week": ("latest Sunday",),
    "weekend": ("Sunday, latest Saturday",),
    "early_month": ("0", "32", "", "ten", "15, latest 10", "5.5"),
    "mid_month": ("15, latest 99", "99" * 99),
    "early_year": ("13", "March, latest January"),
    "mid_year": ("summer",),
    "vague: days": (
        "", "days", "two days", "2 moons", "2 days, latest 1 day", "-1 days", "1001 days",
        "nan days", "3 weeks, latest 20 days",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("key", "text"), [(key, text) for key in BAD for text in BAD[key]])
def test_a_text_that_fits_nothing_is_refused_with_one_sentence(key: str, text: str) -> None:
    with pytest.raises(BadConvention) as refused:
        policy_from({key: text})
    sentence = str(refused.value)
    assert refused.value.key == key
    assert BY_KEY[key].label in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 300
    for choice in BY_KEY[key].kind.choices:
        assert choice in sentence


def test_bad_texts_are_tried_for_every_kind_of_convention() -> None:
    tried = {BY_KEY[key].kind for key in BAD}
    assert {convention.kind for convention in CONVENTIONS} <= tried


@pytest.mark.parametrize(
    ("key", "text", "same_as"),
    [
        ("working_days", "sunday, monday", "Monday, Sunday"),
        ("working_days", "Monday, Monday", "Monday"),
        ("country", " us ", "US"),
        ("language", "GERMAN", "German"),
        ("day_first", " Yes", "yes"),
        ("country", "", NOT_SET),
        ("country", "Not Set", NOT_SET),
        ("fiscal_year_starts_in", "", NOT_SET),
        ("fiscal_year_starts_in", "october", "October"),
        ("about_adds", "30", "30%"),
        ("about_adds", "12.5 %", "12.5%"),
        ("early_month", "10th", "10"),
        ("early_month", "5th, latest 7th", "5, latest 7"),
        ("late_week", "Friday, latest Friday", "Friday"),
        ("vague: days", "2 days", "2 days"),
        ("vague: days", "1 week, latest 1 months", "1 week, latest 1 month"),
        ("vague: days", "1.5 weeks, latest 20 days", "1.5 weeks, latest 20 days"),
        ("vague: several", "3, latest 9", "3, latest 9"),
    ],
)
def test_a_text_may_be_written_in_more_than_one_way(key: str, text: str, same_as: str) -> None:
    assert texts_of(policy_from({key: text}))[key] == same_as


def test_a_convention_that_is_not_known_counts_for_nothing() -> None:
    texts = {"colour": "red", "vague: eons": "1 day", "": "", "vague": "1 day"}
    assert policy_from(texts) == policy_from({})
    assert changed_texts(policy_from(texts)) == {}


def test_a_convention_that_is_read_from_text_changes_the_reading() -> None:
    policy = policy_from({"vague: days": "3 days, latest 2 weeks", "day_first": "yes"})
    found = read("within days", FRIDAY, policy=policy)
    assert [str(found.due_on), str(found.latest_on)] == ["2025-04-21", "2025-05-02"]
    assert str(read("03/05/2025", FRIDAY, policy=policy).due_on) == "2025-05-03"


def test_a_policy_from_texts_cannot_be_changed_in_place() -> None:
    with pytest.raises(TypeError):
        policy_from({}).vague["days"] = VAGUE["weeks"]  # type: ignore[index]  # the point


def test_a_country_may_be_called_as_its_people_call_it() -> None:
    assert policy_from({"country": "uk"}).country == "GB"


def test_the_beginning_of_a_month_may_not_end_after_its_middle_begins() -> None:
    with pytest.raises(BadConvention):
        policy_from({"early_month": "18, latest 20", "mid_month": "12, latest 14"})
