"""What a person typed becomes a draft, or one sentence that names the field."""

from datetime import date

import pytest

from claimtracker.claims.drafts import (
    LONGEST_LINE,
    LONGEST_TAG,
    AssessmentDraft,
    ClaimDraft,
    EvidenceDraft,
    SourceDraft,
)
from claimtracker.claims.errors import ClaimTrackerError, EditConflict

HALF = "\ud83d"  # half of an emoji, as a clipboard may bring it


def _refusal(**fields: object) -> str:
    with pytest.raises(ClaimTrackerError) as refused:
        ClaimDraft.of(**{"summary": "Sign the deal", **fields})
    return str(refused.value)


@pytest.mark.parametrize("summary", ["", "  \n "])
def test_a_claim_needs_a_summary(summary: str) -> None:
    assert _refusal(summary=summary) == "A claim needs a summary."


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("summary", "a" * (LONGEST_LINE + 1), "summary: "),
        ("claimant", "a" * (LONGEST_LINE + 1), "claimant: "),
        ("claimant_role", None, "claimant role: "),
        ("stated_on", "yesterday", "stated on: "),
        ("due_on", "2025-02-30", "due on: "),
        ("tags", ("ukraine", " "), "tags 1: "),
        ("tags", ("\x1f",), "tags 0: "),
        ("tags", ("a" * (LONGEST_TAG + 1),), "tags 0: "),
        ("colour", "red", "colour: "),
    ],
)
def test_the_error_is_one_sentence_naming_the_field(field: str, value: object, named: str) -> None:
    told = _refusal(**{field: value})
    assert told.startswith(named)
    assert told.endswith(".")
    assert "\n" not in told


@pytest.mark.parametrize("field", ["summary", "quote", "claimant", "condition", "notes"])
def test_half_a_character_is_refused_before_any_file_meets_it(field: str) -> None:
    assert _refusal(**{field: f"a{HALF}"}).startswith(f"{field}: ")


def test_half_a_character_in_a_tag_is_refused() -> None:
    assert _refusal(tags=(HALF,)).startswith("tags 0: ")


def test_whole_emoji_are_kept() -> None:
    assert ClaimDraft.of(summary="Peace 🕊").summary == "Peace 🕊"


def test_lines_lose_the_blanks_around_them_and_the_quote_keeps_its_own() -> None:
    draft = ClaimDraft.of(summary=" Sign ", quote=" “We will.”\n", tags=(" ukraine ",))
    assert (draft.summary, draft.quote, draft.tags) == ("Sign", " “We will.”\n", ("ukraine",))


@pytest.mark.parametrize(
    "days",
    [
        {"opens_on": date(2025, 4, 2), "due_on": date(2025, 4, 1)},
        {"due_on": date(2025, 4, 2), "latest_on": date(2025, 4, 1)},
        {"opens_on": date(2025, 4, 2), "latest_on": date(2025, 4, 1)},
    ],
)
def test_a_window_in_the_wrong_order_is_refused(days: dict[str, date]) -> None:
    assert _refusal(**days).startswith("The window must open before it is due")


def test_one_day_may_open_and_end_a_window() -> None:
    day = date(2025, 4, 1)
    draft = ClaimDraft.of(summary="Sign", opens_on=day, due_on=day, latest_on=day)
    assert draft.window_by_hand.is_dated


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_verdict_needs_a_reason(reason: str) -> None:
    with pytest.raises(ClaimTrackerError, match=r"^A verdict needs a reason\.$"):
        AssessmentDraft.of(verdict="kept", reason=reason, assessed_on=date(2025, 4, 1))


def test_an_unknown_verdict_or_relation_names_its_field() -> None:
    with pytest.raises(ClaimTrackerError, match=r"^verdict: "):
        AssessmentDraft.of(verdict="true", reason="Seen.", assessed_on=date(2025, 4, 1))
    with pytest.raises(ClaimTrackerError, match=r"^relation: "):
        EvidenceDraft.of(relation="proves")


def test_a_source_is_empty_until_something_is_known_of_it() -> None:
    assert SourceDraft().is_empty
    assert not SourceDraft.of(publisher="BBC").is_empty


def test_a_conflict_names_the_fields_and_carries_both_texts() -> None:
    conflict = EditConflict(3, {"quote": ("theirs", "ours")})
    assert str(conflict) == "Claim 3 was changed elsewhere meanwhile (quote)."
    assert conflict.differing["quote"] == ("theirs", "ours")


def test_a_role_is_refused_without_the_claimant_whose_it_is() -> None:
    with pytest.raises(ClaimTrackerError, match="role needs the claimant"):
        ClaimDraft.of(summary="Sign", claimant_role="Minister")
