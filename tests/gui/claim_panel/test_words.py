from datetime import date

import pytest

from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.vocabulary import Relation
from claimtracker.claims.weighing import days_late
from claimtracker.gui.slip_words import slip_sentence, slip_words
from tests.gui.rows import evidence_row

LATEST = date(2025, 4, 27)


def evidence(relation: Relation, published_on: date | None) -> EvidenceRow:
    return evidence_row(relation=relation, published_on=published_on)


@pytest.mark.parametrize(
    ("relation", "day", "late"),
    [
        (Relation.FULFILS, date(2025, 4, 30), 3),
        (Relation.PARTLY_FULFILS, date(2025, 4, 28), 1),
        (Relation.FULFILS, LATEST, 0),
        (Relation.PROGRESS, date(2025, 4, 30), 0),
        (Relation.FULFILS, None, 0),
    ],
)
def test_only_a_fulfilment_after_the_latest_day_is_late(
    relation: Relation, day: date | None, late: int
) -> None:
    assert days_late(evidence(relation, day), LATEST) == late


def test_without_a_latest_day_nothing_is_late() -> None:
    assert days_late(evidence(Relation.FULFILS, date(2025, 4, 30)), None) == 0


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day later"),
        (12, "12 days later"),
        (0, "the same day"),
        (-10, "brought forward by 10 days"),
    ],
)
def test_a_slip_is_said_as_a_reader_says_it(days: int, words: str) -> None:
    assert slip_words(days) == words


@pytest.mark.parametrize(
    ("strict", "generous", "sentence"),
    [
        (3, 3, "3 days later"),
        (34, 3, "34 days later strict, 3 days later generous"),
        (None, 3, "3 days later"),
        (3, None, "3 days later"),
        (None, None, ""),
    ],
)
def test_both_slips_are_said_where_they_differ(
    strict: int | None, generous: int | None, sentence: str
) -> None:
    assert slip_sentence(strict, generous) == sentence
