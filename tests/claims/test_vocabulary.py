"""The words are those of product.md, and shown as a person reads them."""

from claimtracker.claims.vocabulary import (
    FINAL_VERDICTS,
    Relation,
    State,
    Verdict,
    label,
    of_claims,
)


def test_the_verdicts_and_relations_are_the_published_ones() -> None:
    assert " ".join(Verdict) == (
        "not_yet_rated in_the_works stalled kept kept_late partly_kept broken withdrawn "
        "not_triggered untestable disputed"
    )
    assert " ".join(Relation) == (
        "fulfils partly_fulfils contradicts progress restates moves_deadline softens "
        "condition_met condition_failed context"
    )


def test_an_open_judgement_is_not_final() -> None:
    still_open = {Verdict.NOT_YET_RATED, Verdict.IN_THE_WORKS, Verdict.STALLED, Verdict.DISPUTED}
    assert set(Verdict) - FINAL_VERDICTS == still_open


def test_a_label_is_the_word_as_a_sentence_begins() -> None:
    assert label(Verdict.KEPT_LATE) == "Kept late"
    assert label(State.DUE_SOON) == "Due soon"


def test_one_claim_is_no_claims() -> None:
    assert [of_claims(count) for count in (0, 1, 1_200)] == ["0 claims", "1 claim", "1,200 claims"]
