"""Clauses: what is promised twice in one sentence is two, and each has its own words."""

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.clauses import condition_of, words_of_clauses
from tests.articles.scanned import candidates_in, statements_in, wording_of


def clauses_of(text: str) -> list[str]:
    """Return the words of each clause of the last statement of a text."""
    return [" ".join(words.text.split()) for words in words_of_clauses(statements_in(text)[-1])]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Ada Brook said she would open the pool and would mend the road.",
            ["she would open the pool", "would mend the road."],
        ),
        (
            "“We will open the pool, and we will mend the road,” Ada Brook said.",
            ["We will open the pool", "we will mend the road,"],
        ),
        (
            "Ada Brook said she will open the pool but will close the road.",
            ["she will open the pool", "will close the road."],
        ),
        (
            "Ada Brook said the pool would open and that the road would close.",
            ["the pool would open", "that the road would close."],
        ),
        (
            "Ada Brook said the pool would open; the road would close.",
            ["the pool would open", "the road would close."],
        ),
        (
            "Ada Brook said she would mend the pool and the road.",
            ["she would mend the pool and the road."],
        ),
        (
            "Ada Brook said she would clean and open the pool.",
            ["she would clean and open the pool."],
        ),
    ],
)
def test_each_will_is_a_clause_and_each_other_and_is_none(text: str, clauses: list[str]) -> None:
    assert clauses_of(text) == clauses


def test_either_half_of_a_threat_is_one() -> None:
    text = "Ada Brook left, threatening a fine or an end to aid."
    assert clauses_of(text) == ["a fine", "an end to aid."]
    found = candidates_in(text)
    assert [one.kind for one in found] == [Kind.THREAT, Kind.THREAT]


def test_a_promise_of_this_or_that_is_one() -> None:
    assert len(clauses_of("Ada Brook promised a slide or a sauna by June.")) == 1


def test_words_of_a_clause_stay_at_their_places() -> None:
    statement = statements_in("Ada Brook said she would open it and would mend it.")[0]
    for words in words_of_clauses(statement):
        assert len(words.text) == len(statement.sentence.text)
        for place, letter in enumerate(words.text):
            assert letter in (" ", statement.sentence.text[place])


def test_each_clause_has_its_own_time_and_condition() -> None:
    text = "Ada Brook said she would open it in May and would mend the road by June if it rains."
    opened, mended = candidates_in(text)
    assert (wording_of(opened, text), opened.condition) == ("in May", "")
    assert (wording_of(mended, text), mended.condition) == ("by June", "if it rains")
    assert opened.start == mended.start


def test_two_clauses_of_one_sentence_are_two_claims() -> None:
    text = "Ada Brook said she would open the pool in May and would open the spa in May."
    assert [one.occurrence_of for one in candidates_in(text)] == [None, None]


def test_a_demand_before_its_threat_is_the_condition_of_the_clause() -> None:
    text = "Pay by Friday or we will sue."
    found = condition_of(text)
    assert found is not None
    assert found.of(text) == "Pay by Friday"


def test_a_clause_without_words_is_none() -> None:
    assert clauses_of("Ada Brook said.") in ([], ["."])
