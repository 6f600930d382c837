"""Bodies: what a text says of an organisation tells which one "the company" means."""

import pytest

from claimtracker.articles.bodies import Bodies


@pytest.mark.parametrize(
    "text",
    [
        "Helion Reach, a small start-up founded in May, has raised money.",
        "Helion Reach, which has nine satellites, has raised money.",
        "The airline Helion Reach has raised money.",
        "Helion Reach will open a plant, its chief executive said.",
    ],
)
def test_what_a_text_calls_a_body_is_one(text: str) -> None:
    assert "Helion Reach" in Bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook, a company director, has raised money.",
        "Ada Brook, the head of the council, has raised money.",
        "Ada Brook, who owns a bank, has raised money.",
        "Ada Brook will open it, she said.",
    ],
)
def test_somebody_who_belongs_to_one_is_none(text: str) -> None:
    assert "Ada Brook" not in Bodies(text)


def test_the_body_of_that_kind_is_meant() -> None:
    bodies = Bodies("Norda, the bank, and Velm, a carmaker based in Rye, were there.")
    assert bodies.called("bank", "") == "Norda"
    assert bodies.called("carmaker", "") == "Velm"
    assert bodies.called("museum", "") == ""


def test_the_last_that_was_spoken_of_is_meant_where_it_may_be() -> None:
    bodies = Bodies("Norda, the bank, was there.")
    assert bodies.called("company", "Velm") == "Velm"
    assert bodies.called("company", "Rail Union") == ""
    assert bodies.called("ministry", "Norda") == ""


def test_a_body_has_its_longest_name() -> None:
    bodies = Bodies("The Reserve Bank of Tamale met. The Department for Farms and Food did not.")
    assert bodies.full_name("Reserve Bank") == "Reserve Bank of Tamale"
    assert bodies.full_name("Department for Farms") == "Department for Farms and Food"
    assert bodies.full_name("Velm") == "Velm"


def test_a_possessive_may_be_a_part_of_a_name() -> None:
    assert Bodies("Hollow's, the bakery group, lost money.").full_name("Hollow") == "Hollow's"
