"""Narration: what stands outside of quotations, and who speaks there."""

from claimtracker.articles.narration import Narration
from claimtracker.articles.sentences import lines_of, sentences_of

TEXT = "Ada Brook said: “We will open the pool in May.” Tom Reed swam."


def test_quotations_are_blanked_out() -> None:
    lines = lines_of(TEXT)
    first, *_ = sentences_of(lines)
    told = Narration(lines).of(first)
    assert len(told) == len(first.text)
    assert told.split("“")[0] == "Ada Brook said: "
    assert "pool" not in told


def test_who_speaks_is_looked_for_once() -> None:
    lines = lines_of(TEXT)
    first, *_ = sentences_of(lines)
    narration = Narration(lines)
    assert [one.subject for one in narration.speaking_in(first)] == ["Ada Brook"]
    assert narration.speaking_in(first) is narration.speaking_in(first)
