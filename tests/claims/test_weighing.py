"""What the evidence says of a verdict is told; it decides nothing."""

from datetime import date, timedelta

import pytest

from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.claims.weighing import (
    contradiction,
    days_early,
    days_late,
    kept_late,
    newest_fulfilment,
)
from tests.gui.rows import evidence_row

OPENS, LATEST = date(2025, 4, 21), date(2025, 4, 27)
WINDOW = Window(OPENS, LATEST, LATEST)
DAY = timedelta(days=1)


def _found(relation: str, on: date | None = None, key: int = 1) -> EvidenceRow:
    return evidence_row(relation=Relation(relation), published_on=on, evidence_id=key)


def test_a_fulfilment_after_the_latest_day_proposes_kept_late_with_the_days() -> None:
    late = kept_late([_found("fulfils", LATEST + 3 * DAY), _found("context", OPENS)], LATEST)
    assert late is not None
    assert (late.days, late.kept_on) == (3, LATEST + 3 * DAY)


def test_of_several_late_ones_the_first_counts() -> None:
    late = kept_late([_found("fulfils", LATEST + d * DAY, d) for d in (9, 2, 5)], LATEST)
    assert late is not None
    assert (late.evidence.evidence_id, late.days) == (2, 2)


@pytest.mark.parametrize(
    "evidence",
    [
        [],
        [_found("fulfils", LATEST)],
        [_found("fulfils")],
        [_found("progress", LATEST + DAY)],
        [_found("partly_fulfils", LATEST + DAY)],
        [_found("fulfils", LATEST), _found("fulfils", LATEST + DAY)],
    ],
)
def test_nothing_is_proposed_where_it_was_not_late(evidence: list[EvidenceRow]) -> None:
    assert kept_late(evidence, LATEST) is None


def test_without_a_latest_day_nothing_is_late_or_early() -> None:
    found = _found("fulfils", LATEST + DAY)
    assert kept_late([found], None) is None
    assert (days_late(found, None), days_early(found, None)) == (0, 0)


def test_only_a_fulfilment_before_the_window_opens_is_early() -> None:
    assert days_early(_found("fulfils", OPENS - 2 * DAY), OPENS) == 2
    assert days_early(_found("fulfils", OPENS), OPENS) == 0
    assert days_early(_found("context", OPENS - DAY), OPENS) == 0
    assert days_early(_found("fulfils"), OPENS) == 0


@pytest.mark.parametrize(
    ("verdict", "evidence", "words"),
    [
        ("kept", [_found("contradicts")], "contradicts it"),
        ("kept", [_found("contradicts"), _found("fulfils")], ""),
        ("kept", [_found("partly_fulfils")], "only in part"),
        ("partly_kept", [_found("partly_fulfils")], ""),
        ("kept", [_found("fulfils", LATEST + DAY)], "only after the latest day"),
        ("kept", [_found("fulfils", LATEST)], ""),
        ("kept_late", [_found("fulfils", LATEST)], "by the latest day"),
        ("kept_late", [_found("fulfils", LATEST + DAY)], ""),
        ("broken", [_found("fulfils")], "fulfils it"),
        ("broken", [_found("fulfils", LATEST)], "fulfils it"),
        ("broken", [_found("fulfils", LATEST + DAY)], ""),
        ("broken", [_found("contradicts")], ""),
        ("not_triggered", [_found("condition_met")], "condition was met"),
        ("not_triggered", [_found("condition_met"), _found("condition_failed")], ""),
        ("disputed", [_found("fulfils"), _found("contradicts")], ""),
        ("kept", [], ""),
    ],
)
def test_a_verdict_against_the_evidence_is_told_in_words(
    verdict: str, evidence: list[EvidenceRow], words: str
) -> None:
    told = contradiction(Verdict(verdict), evidence, WINDOW)
    assert words in told
    assert bool(told) == bool(words)


def test_the_newest_fulfilment_is_the_day_that_is_proposed() -> None:
    days = [OPENS, LATEST, None]
    assert newest_fulfilment([_found("fulfils", day) for day in days]) == LATEST
    assert newest_fulfilment([_found("context", LATEST)]) is None


def test_what_calls_a_promise_off_is_weighed_the_other_way_round() -> None:
    told = [
        contradiction(Verdict.NOT_TRIGGERED, [_found(relation)], WINDOW, "unless it rains")
        for relation in ("condition_met", "condition_failed")
    ]
    assert told == ["", "what would call it off did not come about"]
