"""The scan on whole texts: what a careful checker takes, and what is none."""

import pytest

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Kind
from claimtracker.articles.scan import scan
from tests.articles.expected_claims import ExpectedText, Tally, expected_texts

ENOUGH = 0.85
TEXTS = expected_texts()


def tally_of(texts: list[ExpectedText]) -> Tally:
    tally = Tally()
    for text in texts:
        tally.add(text)
    return tally


def test_dated_claims_are_found_and_little_else() -> None:
    tally = tally_of([text for text in TEXTS if not text.is_aside])
    assert tally.expected > 200
    assert tally.recall >= ENOUGH
    assert tally.precision >= ENOUGH


def test_the_measure_counts_what_is_missing_and_what_is_too_much() -> None:
    text = next(text for text in TEXTS if text.name == "a_politics_1")
    nothing_expected = text._replace(candidates=[])
    assert tally_of([nothing_expected]).precision == 0
    assert tally_of([text._replace(text="Nothing was said.")]).recall == 0


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_each_candidate_is_its_sentence_at_its_place(text: ExpectedText) -> None:
    found = scan(Article(text.text, published_on=text.published_on)).candidates
    assert [candidate.start for candidate in found] == sorted(one.start for one in found)
    for candidate in found:
        assert text.text[candidate.start : candidate.end].split() == candidate.sentence.split()
        assert bool(candidate.reason) == (candidate.kind is Kind.NOT_TAKEN)
        assert 0 <= candidate.score <= 1
        if candidate.deadline:
            span = text.text[candidate.deadline.start : candidate.deadline.end]
            assert span.split() == candidate.deadline.reading.wording.split()
        if candidate.occurrence_of is not None:
            assert found[candidate.occurrence_of].occurrence_of is None
