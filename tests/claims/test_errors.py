"""A refusal is one clear sentence, whatever words it repeats."""

import pytest

from claimtracker.claims.errors import LONGEST_SENTENCE, ClaimTrackerError, EditConflict


@pytest.mark.parametrize(
    "words",
    ["two\nlines", "half \ud83d", "\x1b[31m red", "a \u202e turned", "nul \0", "un\u00a0deux"],
)
def test_a_sentence_repeats_no_letter_that_turns_steers_or_breaks(words: str) -> None:
    told = str(ClaimTrackerError(f"“{words}” is not a relation."))
    assert told.isprintable()
    assert told.startswith("“") and told.endswith("” is not a relation.")


def test_a_sentence_has_an_end_and_keeps_what_is_wrong_there() -> None:
    told = str(ClaimTrackerError(f"The word “{'x' * 9_999}” is not a relation."))
    assert len(told) == LONGEST_SENTENCE + 1
    assert told.startswith("The word “x") and told.endswith("x” is not a relation.")


def test_other_refusals_say_their_sentence_in_the_same_way() -> None:
    assert str(EditConflict(3, {"notes": ("a", "b")})) == (
        "Claim 3 was changed elsewhere meanwhile (notes)."
    )
