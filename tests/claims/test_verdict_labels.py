"""What verdicts are called: each once, none empty, no two alike; the code stays the code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.verdict_labels import (
    DEFAULT_LABELS,
    LONGEST_LABEL,
    POLITIFACT,
    BadLabel,
    NamedVerdict,
    VerdictLabels,
    checked_labels,
)
from claimtracker.claims.vocabulary import Verdict, label


def named(**labels: str) -> list[NamedVerdict]:
    """The default rows with some labels of the test's own."""
    return [NamedVerdict(it, labels.get(it.value, text)) for it, text in DEFAULT_LABELS.rows]


@pytest.mark.parametrize("labels", [DEFAULT_LABELS, POLITIFACT])
def test_every_set_of_labels_names_every_verdict_once(labels: VerdictLabels) -> None:
    assert sorted(labels.order) == sorted(Verdict)
    assert checked_labels(labels.rows) == labels


def test_by_default_a_verdict_is_called_as_the_vocabulary_has_it() -> None:
    assert all(DEFAULT_LABELS.of(verdict) == label(verdict) for verdict in Verdict)
    assert DEFAULT_LABELS.is_default
    assert not POLITIFACT.is_default


def test_politifacts_six_come_first_in_its_order() -> None:
    six = [row.label for row in POLITIFACT.rows[:6]]
    assert six == [
        "Promise Kept",
        "Compromise",
        "Promise Broken",
        "Stalled",
        "In the Works",
        "Not Yet Rated",
    ]


def test_the_others_cannot_be_taken_for_one_of_the_six() -> None:
    assert not any(row.label.startswith("Promise") for row in POLITIFACT.rows[6:])


def test_within_a_sentence_only_the_programs_own_words_are_small() -> None:
    assert DEFAULT_LABELS.within(Verdict.KEPT_LATE) == "kept late"
    assert POLITIFACT.within(Verdict.KEPT) == "Promise Kept"
    assert not POLITIFACT.has_own(Verdict.STALLED)


def test_blanks_around_and_within_a_label_are_tidied() -> None:
    labels = checked_labels(named(kept="  It \n was  kept "))
    assert labels.of(Verdict.KEPT) == "It was kept"


@pytest.mark.parametrize(
    ("labels", "verdict", "sentence"),
    [
        ({"stalled": " "}, Verdict.STALLED, "The verdict stalled needs a label."),
        ({"broken": "KEPT"}, Verdict.KEPT, "“Kept” is the label of two verdicts: kept and broken."),
        ({"broken": "\uff2b\uff25\uff30\uff34"}, Verdict.KEPT, "the label of two verdicts"),
        ({"kept": "Caf\u00e9", "broken": "Cafe\u0301"}, Verdict.KEPT, "the label of two verdicts"),
        ({"broken": "x" * (LONGEST_LABEL + 1)}, Verdict.BROKEN, "longer than 60 letters"),
        ({"broken": "a\0b"}, Verdict.BROKEN, "cannot be shown"),
        ({"broken": "a\ud800"}, Verdict.BROKEN, "cannot be shown"),
        ({"broken": "a\u202eb"}, Verdict.BROKEN, "cannot be shown"),
    ],
)
def test_what_can_be_no_label_is_one_sentence_about_its_verdict(
    labels: dict[str, str], verdict: Verdict, sentence: str
) -> None:
    with pytest.raises(BadLabel) as refused:
        checked_labels(named(**labels))
    assert refused.value.verdict is verdict
    assert sentence in str(refused.value)


def test_two_verdicts_may_exchange_their_labels() -> None:
    labels = checked_labels(named(kept="Broken", broken="Kept"))
    assert (labels.of(Verdict.KEPT), labels.of(Verdict.BROKEN)) == ("Broken", "Kept")


def test_a_verdict_left_out_comes_last_under_its_default() -> None:
    labels = checked_labels([(Verdict.DISPUTED, "Contested")])
    assert labels.rows[0] == (Verdict.DISPUTED, "Contested")
    assert labels.order[1:] == tuple(it for it in DEFAULT_LABELS.order if it != Verdict.DISPUTED)


@given(st.permutations(list(Verdict)), st.lists(st.text(max_size=70), min_size=11, max_size=11))
def test_any_labels_are_stored_as_they_are_shown_or_refused(
    order: list[Verdict], texts: list[str]
) -> None:
    try:
        labels = checked_labels(zip(order, texts, strict=True))
    except BadLabel:
        return
    assert labels.order == tuple(order)
    assert checked_labels(labels.rows) == labels
    assert len({row.label.casefold() for row in labels.rows}) == len(Verdict)
