"""Threats: by what another is to do, or by whom it falls upon."""

import pytest

from claimtracker.articles.candidate import Kind
from tests.articles.scanned import only_candidate

THREAT, COMMITMENT = Kind.THREAT, Kind.COMMITMENT


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Pay by Friday or we will mend it for you.", THREAT),
        ("If the council has not paid by May, we will ask for a vote in June.", THREAT),
        ("Unless they sign by Friday, we will open the gates on Sunday.", THREAT),
        ("Firms that have not paid by May will be fined.", THREAT),
        ("Any driver found without a ticket will be fined from May.", THREAT),
        ("If a single road closes, the talks will be off for the rest of the year.", THREAT),
        ("If the weather holds, we will open the pool in May.", COMMITMENT),
        ("Unless we run out of money, we will open the pool in May.", COMMITMENT),
        ("Families that have waited will get a flat by May.", COMMITMENT),
    ],
)
def test_a_threat_hangs_on_what_another_does(words: str, kind: Kind) -> None:
    assert only_candidate(f"“{words}” Ada Brook said.").kind is kind


def test_those_who_are_told_are_not_those_on_whom_it_falls() -> None:
    found = only_candidate("Ada Brook assured residents that the power cuts will end by June.")
    assert found.kind is COMMITMENT
