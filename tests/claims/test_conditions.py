"""What evidence proposes of a condition, and which conditions start a deadline."""

from datetime import date

import pytest

from claimtracker.claims.conditions import (
    bearing_on_condition,
    check_outcome,
    is_called_off,
    proposed_outcome,
    starts_a_deadline,
)
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import ConditionOutcome, Relation
from tests.gui.rows import evidence_row

TODAY = date(2025, 6, 1)
MET, FAILED, OPEN = ConditionOutcome.MET, ConditionOutcome.FAILED, ConditionOutcome.OPEN


def test_the_earliest_document_proposes_its_day() -> None:
    rows = [
        evidence_row(evidence_id=n, relation=Relation.CONDITION_MET, published_on=day)
        for n, day in enumerate((date(2025, 5, 12), date(2025, 5, 10), None))
    ]
    found = proposed_outcome([*rows, evidence_row(relation=Relation.CONTEXT)])
    assert found is not None
    assert (found.outcome, found.on, found.evidence.evidence_id) == (MET, date(2025, 5, 10), 1)


def test_an_undated_document_proposes_the_outcome_without_a_day() -> None:
    found = proposed_outcome([evidence_row(relation=Relation.CONDITION_FAILED)])
    assert found is not None and (found.outcome, found.on) == (FAILED, None)


def test_documents_that_disagree_propose_nothing() -> None:
    rows = [evidence_row(relation=r) for r in (Relation.CONDITION_MET, Relation.CONDITION_FAILED)]
    assert proposed_outcome(rows) is None
    assert bearing_on_condition(rows) == rows


def test_other_evidence_proposes_nothing() -> None:
    assert proposed_outcome([evidence_row(relation=Relation.FULFILS)]) is None
    assert proposed_outcome([]) is None


@pytest.mark.parametrize(
    ("condition", "starts"),
    [
        ("if the ceasefire holds", True),
        ("once it is signed", True),
        ("as soon as talks end", True),
        ("unless there are clear signs", False),
        ("  Unless he resigns", False),
        ("either they sign", False),
        ("", False),
        ("  ", False),
    ],
)
def test_only_what_is_waited_for_starts_a_deadline(condition: str, starts: bool) -> None:
    assert starts_a_deadline(condition) is starts


@pytest.mark.parametrize(
    ("outcome", "on", "words"),
    [
        (OPEN, TODAY, "An open condition has no day."),
        (MET, None, "Enter the day on which the condition was met."),
        (MET, date(2025, 6, 2), "The day lies ahead"),
        (FAILED, date(2025, 6, 2), "The day lies ahead"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(
    outcome: ConditionOutcome, on: date | None, words: str
) -> None:
    with pytest.raises(ClaimTrackerError, match=words):
        check_outcome(outcome, on, TODAY)


def test_today_is_not_ahead_and_a_failure_may_have_no_day() -> None:
    check_outcome(MET, TODAY, TODAY)
    check_outcome(FAILED, None, TODAY)
    check_outcome(OPEN, None, TODAY)


@pytest.mark.parametrize(
    ("condition", "is_off_when_met", "is_off_when_failed"),
    [
        ("if the ceasefire holds", False, True),
        ("once it is signed", False, True),
        ("unless there are clear signs", True, False),
        ("  Except on Sundays", True, False),
        ("either they sign", True, False),
        ("es sei denn, es regnet", True, False),
        ("unlessened", False, True),
        ("", False, False),
    ],
)
def test_an_exception_calls_off_what_a_condition_lets_fall_due(
    condition: str, is_off_when_met: bool, is_off_when_failed: bool
) -> None:
    assert is_called_off(condition, MET) is is_off_when_met
    assert is_called_off(condition, FAILED) is is_off_when_failed
    assert not is_called_off(condition, OPEN)
