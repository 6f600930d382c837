"""A claimant has a name, a term in its order, and each further name once."""

from datetime import date

import pytest

from claimtracker.claims.claimants import (
    ClaimantDraft,
    ClaimantNameTaken,
    distinct_names,
    further_names,
)
from claimtracker.claims.errors import ClaimTrackerError

BEGAN, ENDED = date(2025, 1, 21), date(2029, 1, 20)


def test_a_claimant_needs_a_name() -> None:
    with pytest.raises(ClaimTrackerError, match="A claimant needs a name"):
        ClaimantDraft.of(name=" ")


def test_a_term_does_not_end_before_it_begins() -> None:
    ClaimantDraft.of(name="Marco Rubio", term_began_on=BEGAN, term_ended_on=BEGAN)
    ClaimantDraft.of(name="Marco Rubio", term_ended_on=ENDED)
    with pytest.raises(ClaimTrackerError, match="cannot end before it begins"):
        ClaimantDraft.of(name="Marco Rubio", term_began_on=ENDED, term_ended_on=BEGAN)


def test_each_name_counts_once_whatever_its_case_and_blanks() -> None:
    assert distinct_names(["Rubio", " rubio ", "", "M.\nRubio", "M. Rubio"]) == (
        "Rubio",
        "M. Rubio",
    )


def test_the_name_itself_is_no_further_name() -> None:
    draft = ClaimantDraft.of(name="Marco Rubio", aliases=["marco  rubio", "Rubio"])
    assert further_names(draft.name, draft.aliases) == ("Rubio",)
    assert draft.names == ("Marco Rubio", "Rubio")


def test_a_name_too_long_for_a_line_is_no_further_name() -> None:
    assert further_names("Rubio", ["x" * 3_000]) == ()


def test_a_taken_name_says_whose_it_is() -> None:
    assert "is already another claimant's name" in str(ClaimantNameTaken("Rubio", 1, "Rubio"))
    assert "is already a name of Marco Rubio" in str(ClaimantNameTaken("Rubio", 1, "Marco Rubio"))
