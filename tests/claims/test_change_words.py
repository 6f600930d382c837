"""Changes in words: no number of the database, no code, both texts, and where they differ."""

from datetime import UTC, datetime
from typing import Any

import pytest

from claimtracker.claims.change_words import Telling, Told, owner_words, tell, told_count
from claimtracker.claims.field_words import CALLED_BY, FIELDS, REFERENCES, SUBJECTS
from claimtracker.claims.rows import ChangeRow, Value

AT = datetime(2025, 5, 1, 12, tzinfo=UTC)
Fields = dict[str, Value] | None
NAMES = {
    "claim 3": "Sign the deal",
    "claimant 4": "Marco Rubio",
    "claimant 5": "Elon Musk",
    "source 6": "Press briefing",
    "tag 7": "ukraine",
    "evidence 8": "Signed at last",
    "evidence_link 9": "Signed at last",
    "occurrence 9": "Press briefing",
    "assessment 9": "kept_late",
    "deadline 1": "next week",
    "deadline 2": "by June",
    "claimant 9": "Elon Musk",
}


def told(subject: str, before: Fields, after: Fields, telling: Telling | None = None) -> list[Told]:
    change = ChangeRow(1, AT, "Ada", "edit", subject, before, after, row_id=9, names=NAMES)
    return list(tell(change, telling or Telling()))


def title(subject: str, before: Fields, after: Fields) -> str:
    (line,) = told(subject, before, after)
    return line.title


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"summary": "Sign"}, {"summary": "Seal"}, "Summary: “Sign” → “Seal”"),
        (
            {"due_on": None},
            {"due_on": "2025-05-02"},
            "Last day, strictly read: nothing → 2025-05-02",
        ),
        (
            {"verdict": "not_yet_rated"},
            {"verdict": "kept_late"},
            "Verdict: not yet rated → kept late",
        ),
        ({"claimant_id": 4}, {"claimant_id": 5}, "Claimant: “Marco Rubio” → “Elon Musk”"),
        ({"claimant_id": 4}, {"claimant_id": 77}, "Claimant: “Marco Rubio” → one that is gone"),
        ({"restates_id": None}, {"restates_id": 3}, "Restates: nothing → “Sign the deal”"),
        ({"binned_at": None}, {"binned_at": "2025-05-01T12:00:00+00:00"}, "Moved to the bin"),
        ({"binned_at": "2025-05-01T12:00:00+00:00"}, {"binned_at": None}, "Taken out of the bin"),
        ({"notes": ""}, {"notes": "x"}, "Notes: nothing → “x”"),
        ({"stated_on": "garbled"}, {"stated_on": None}, "Day said: “garbled” → nothing"),
    ],
)
def test_a_changed_field_of_a_claim_is_told_before_and_after(
    before: Fields, after: Fields, words: str
) -> None:
    assert title("claim", before, after) == words


@pytest.mark.parametrize(
    ("subject", "fields", "came", "went"),
    [
        ("claim_tag", {"claim_id": 3, "tag_id": 7}, None, None),
        (
            "evidence_link",
            {"claim_id": 3, "evidence_id": 8, "relation": "partly_fulfils"},
            "Evidence linked: “Signed at last”, partly fulfils",
            "Evidence unlinked: “Signed at last”, partly fulfils",
        ),
        (
            "assessment",
            {"verdict": "kept_late"},
            "Verdict given: kept late",
            "Verdict removed: kept late",
        ),
        (
            "move",
            {"from_claim_id": 1, "to_claim_id": 2},
            "Deadline moved: “next week” → “by June”",
            "Move of the deadline removed: “next week” → “by June”",
        ),
        (
            "occurrence",
            {"claim_id": 3, "source_id": 6},
            "Said in “Press briefing”: added",
            "Said in “Press briefing”: removed",
        ),
        (
            "changed_convention",
            {"key": "weeks", "text": "start on Sunday"},
            "Convention changed: weeks = “start on Sunday”",
            "Convention back to its default: weeks = “start on Sunday”",
        ),
        (
            "verdict_label",
            {"verdict": "partly_kept", "label": "Half true", "position": 2},
            "Called otherwise: partly kept is “Half true”",
            "Called as usual again: partly kept is “Half true”",
        ),
        (
            "told_apart",
            {"claim_id": 3, "other_claim_id": 77},
            "Told apart: “Sign the deal” and one that is gone",
            "No longer told apart: “Sign the deal” and one that is gone",
        ),
    ],
)
def test_a_row_that_came_or_went_is_called_by_its_name(
    subject: str, fields: Fields, came: str | None, went: str | None
) -> None:
    if came and went:
        assert (title(subject, None, fields), title(subject, fields, None)) == (came, went)
    for before, after in ((None, fields), (fields, None)):
        assert "_id" not in title(subject, before, after)


def test_what_belongs_to_a_claim_is_named_with_its_field() -> None:
    assert title("evidence_link", {"note": ""}, {"note": "x"}) == (
        "Evidence “Signed at last”, note: nothing → “x”"
    )
    assert title("claimant", {"role": ""}, {"role": "Senator"}) == (
        "Claimant “Elon Musk”, role: nothing → “Senator”"
    )
    assert title("occurrence", {"claim_id": 77}, {"claim_id": 3}) == (
        "Said in “Press briefing”, claim: one that is gone → “Sign the deal”"
    )


def test_what_is_added_is_told_in_full_without_numbers_of_the_database() -> None:
    fields: dict[str, Value] = {"claim_id": 3, "evidence_id": 8, "relation": "progress", "note": ""}
    (line,) = told("evidence_link", None, {**fields, "linked_at": "2025-05-01T12:00:00+00:00"})
    assert line.whole.splitlines()[1:3] == ["Document: “Signed at last”", "Relation: progress"]
    assert "Linked: 2025-05-0" in line.whole
    assert "Note" not in line.whole and "Claim:" not in line.whole and "+00:00" not in line.whole


def test_days_are_written_as_the_place_that_tells_writes_them() -> None:
    telling = Telling(day=lambda day: f"{day:%d.%m.}", labels={"kept_late": "mostly true"})
    lines = told(
        "claim",
        {"due_on": None, "verdict": ""},
        {"due_on": "2025-05-02", "verdict": "kept_late"},
        telling,
    )
    assert [line.title for line in lines] == [
        "Last day, strictly read: nothing → 02.05.",
        "Verdict: nothing → mostly true",
    ]


def test_what_differs_in_a_long_text_stands_in_the_title_and_is_marked_in_full() -> None:
    start = "It was said again and again that a deal would be signed, "
    (line,) = told("claim", {"notes": start + "by April."}, {"notes": start + "by May."})
    assert line.title.startswith("Notes: “…") and "April.” → “…" in line.title
    marked = {line.whole[span.start : span.end]: span.is_new for span in line.spans}
    assert marked == {"April.”": False, "May.”": True}
    assert start + "by April." in line.whole and start + "by May." in line.whole


def test_a_book_is_not_told_as_a_whole() -> None:
    (line,) = told("source", None, {"title": "Book", "text": "word " * 100_000})
    assert len(line.whole) < 3_000
    assert "(500,002 characters)" in line.whole


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (None, {"a": 1, "b": 2}, 1),
        ({"a": 1}, None, 1),
        ({"a": 1, "b": 1}, {"a": 2, "b": 2}, 2),
        ({}, {}, 0),
    ],
)
def test_the_lines_of_a_change_are_counted_without_telling_them(
    before: Fields, after: Fields, count: int
) -> None:
    change = ChangeRow(1, AT, "Ada", "edit", "claim", before, after)
    assert told_count(change) == count == len(list(tell(change)))


def test_an_unknown_table_of_a_later_program_is_told_all_the_same() -> None:
    assert title("later_table", None, {"name": "x"}) == "Later table added"
    assert title("later_table", {"name": "x"}, {"name": "y"}) == "Later table, name: “x” → “y”"
    assert owner_words("claim", "Sign the deal") == "“Sign the deal”"
    assert owner_words("occurrence", "") == "Said in an unnamed place"


def test_no_word_list_knows_what_the_others_do_not() -> None:
    tables: set[Any] = {*SUBJECTS, "deadline"}
    assert set(CALLED_BY) == tables and set(REFERENCES.values()) <= tables
    assert {name for name in REFERENCES if name not in FIELDS} == set()
