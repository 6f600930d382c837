from datetime import UTC, date, datetime

import pytest

from claimtracker.claims.rows import ChangeRow, EvidenceRow
from claimtracker.claims.vocabulary import Relation
from claimtracker.claims.weighing import days_late
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.history import ChangeEntries, change_entries
from claimtracker.gui.slip_words import slip_sentence, slip_words
from tests.gui.rows import evidence_row

LATEST = date(2025, 4, 27)
Fields = dict[str, str | int | None]


def evidence(relation: Relation, published_on: date | None) -> EvidenceRow:
    return evidence_row(relation=relation, published_on=published_on)


def entries(before: Fields | None, after: Fields | None, subject: str = "claim") -> list[Entry]:
    at = datetime(2025, 5, 1, 12, tzinfo=UTC)
    change = ChangeRow(7, at, "Ada", "edit 'Sign'", subject, before, after)
    return list(change_entries(change, date(2025, 5, 1)))


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


def test_each_changed_field_is_told_with_before_and_after() -> None:
    told = entries({"summary": "Sign", "due_on": None}, {"summary": "Seal", "due_on": "2025-05-02"})
    assert [entry.title for entry in told] == [
        "Summary: “Sign” → “Seal”",
        "Due on: nothing → 2025-05-02",
    ]
    assert "Ada" in told[0].note


def test_a_word_of_the_vocabulary_is_shown_in_plain_english() -> None:
    (told,) = entries({"verdict": "not_yet_rated"}, {"verdict": "kept_late"})
    assert told.title == "Verdict: not yet rated → kept late"


def test_numbers_of_the_database_are_not_shown() -> None:
    (told,) = entries({"claimant_id": 3}, {"claimant_id": 4})
    assert told.title == "Claimant changed"
    (added,) = entries(None, {"claim_id": 3, "verdict": "kept_late"}, "assessment")
    assert "claim" not in added.whole.partition("\n\n")[0]


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (None, {"relation": "fulfils"}, "Evidence added"),
        ({"relation": "fulfils"}, None, "Evidence removed"),
    ],
)
def test_what_came_and_went_is_told_as_a_whole(
    before: Fields | None, after: Fields | None, title: str
) -> None:
    (told,) = entries(before, after, "evidence_link")
    assert told.title == title


def test_moments_and_words_of_the_vocabulary_are_readable_in_the_details() -> None:
    fields: Fields = {"relation": "progress", "linked_at": "2025-05-01T12:00:00+00:00"}
    (told,) = entries(None, fields, "evidence_link")
    assert "relation: progress\n" in told.whole
    assert "linked at: 2025-05-0" in told.whole
    assert "+00:00" not in told.whole


def test_who_and_what_are_said_once_where_they_are_the_same() -> None:
    at = datetime(2025, 5, 1, 12, tzinfo=UTC)
    change = ChangeRow(7, at, "sample case", "sample case", "claim", None, {"summary": "Sign"})
    (told,) = change_entries(change, date(2025, 5, 1))
    assert told.note.count("sample case") == 1


def test_the_history_tells_field_by_field_only_of_the_changes_it_is_asked_for() -> None:
    at = datetime(2025, 5, 1, 12, tzinfo=UTC)
    changes = [
        ChangeRow(9, at, "Ada", "edit", "claim", {"due": "", "by": "a"}, {"due": "b", "by": "c"}),
        ChangeRow(8, at, "Ada", "link", "evidence_link", None, {"relation": "fulfils"}),
        ChangeRow(7, at, "Ada", "edit", "claim", {}, {}),
        ChangeRow(6, at, "Ada", "edit", "claim", {"summary": ""}, {"summary": "a"}),
    ]
    told = ChangeEntries(changes, date(2025, 5, 1))
    every = [entry for change in changes for entry in change_entries(change, date(2025, 5, 1))]
    assert [told[row] for row in range(len(told))] == list(told) == told[:] == every
    assert [told.row_of(key) for key in (9, 8, 6, 1)] == [0, 2, 3, 0]
    assert told[-1] == every[-1]
    assert len(ChangeEntries([], date(2025, 5, 1))) == 0
