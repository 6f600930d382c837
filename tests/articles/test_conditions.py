"""Conditions: each way of beginning one, where it ends, and what only looks like one."""

import pytest

from claimtracker.articles.conditions import condition_in, demanded_before
from tests.articles.scanned import only_candidate

CONDITIONS = [
    "unless the pump fails",
    "if the pump holds",
    "provided the pump holds",
    "provided that the pump holds",
    "on condition that the pump holds",
    "subject to planning consent",
    "as soon as the pump arrives",
    "once the pump arrives",
    "until such time as the pump arrives",
    "should talks fail",
]


def condition_of(text: str) -> str | None:
    found = condition_in(text)
    return found.of(text) if found else None


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_stands_behind_what_hangs_on_it(condition: str) -> None:
    assert condition_of(f"We will open the pool {condition}.") == condition
    assert condition_of(f"We will open the pool, {condition}, and mend it.") == condition


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_stands_before_what_hangs_on_it(condition: str) -> None:
    leading = condition[0].upper() + condition[1:]
    assert condition_of(f"{leading}, we will open the pool.") == leading


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_candidate_has_its_condition(condition: str) -> None:
    found = only_candidate(f"“We will open the pool in May {condition},” Ada Brook said.")
    assert found.condition == condition
    assert "on a condition" in found.score_reasons


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Either the city pays or we will close the pool.", "Either the city pays"),
        ("Either the city pays, or the pool will close.", "Either the city pays"),
    ],
)
def test_the_first_half_of_either_or_is_a_condition(text: str, condition: str) -> None:
    assert condition_of(text) == condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        pytest.param(
            "If the city agrees, or at least the council, we will open it.",
            "If the city agrees, or at least the council",
            id="a comma inside",
        ),
        pytest.param("We will go – if they pay – by bus.", "if they pay", id="dashes"),
        pytest.param("We will go if they pay; they will.", "if they pay", id="semicolon"),
        pytest.param("We will go “if they pay”, she said.", "if they pay", id="quotation mark"),
        pytest.param("We will go if they pay 1.5 million", "if they pay 1.5 million", id="figure"),
    ],
)
def test_a_condition_ends_where_the_main_clause_goes_on(text: str, condition: str) -> None:
    assert condition_of(text) == condition


@pytest.mark.parametrize(
    "text",
    [
        "We will open the pool.",
        "We will open it as soon as possible.",
        "We will open it at once and for all.",
        "We will open it once again.",
        "We will open it, if not in May.",
        pytest.param("They asked if it would open.", id="a question reported"),
        pytest.param("It is unclear if it will open.", id="what is not known"),
        "",
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert condition_in(text) is None


def test_the_first_of_two_conditions_counts() -> None:
    assert condition_of("We will go if they pay, unless it rains.") == "if they pay"


def test_a_condition_holds_its_places_only() -> None:
    text = "We will go if they pay."
    found = condition_in(text)
    assert found is not None
    assert found.holds(text.index("if"))
    assert found.holds(text.index("pay"))
    assert not found.holds(text.index("will"))
    assert not found.holds(found.end)


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Pay by Friday or we will sue.", "Pay by Friday"),
        ("“Pay by Friday, or we will sue,”", "Pay by Friday"),
        ("Pay by Friday, otherwise we will sue.", "Pay by Friday"),
        ("Pay by Friday or face the court.", "Pay by Friday"),
    ],
)
def test_a_demand_is_the_condition_of_its_threat(text: str, demand: str) -> None:
    found = demanded_before(text)
    assert found is not None
    assert found.of(text) == demand


@pytest.mark.parametrize(
    "text", ["Pay by Friday.", "We pay by Friday or Monday.", "or we will", ""]
)
def test_without_a_consequence_there_is_no_demanded_condition(text: str) -> None:
    assert demanded_before(text) is None


def test_once_a_week_is_no_condition_but_once_a_truce_holds_is() -> None:
    assert condition_in("We will meet once a week.") is None
    text = "We will pay once a truce is in place."
    found = condition_in(text)
    assert found is not None
    assert found.of(text) == "once a truce is in place"
