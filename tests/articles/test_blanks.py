"""Words with others blanked out, and the same made short."""

import pytest

from claimtracker.articles.attribution import attributions_in
from claimtracker.articles.blanks import Squeezed, only

SAID = "We will, he said, open it in May and close it in June."


@pytest.mark.parametrize("blanks", [0, 1, 7, 39, 40, 41, 900])
def test_a_place_in_squeezed_words_is_that_of_the_whole(blanks: int) -> None:
    text = " " * blanks + "We will" + " " * blanks + "open it in May" + " " * blanks
    short = Squeezed(text)
    for word in ("We", "will", "open", "May"):
        assert short.place(short.text.index(word)) == text.index(word)
        assert short.place(short.text.index(word) + len(word)) == text.index(word) + len(word)


def test_only_long_blanks_are_made_short() -> None:
    assert Squeezed(only(SAID, [(0, 7)])).text == only(SAID, [(0, 7)]).replace(" " * 47, " " * 8)
    assert Squeezed(SAID).text is SAID


@pytest.mark.parametrize(
    "words",
    [
        "Ada Brook said it would open.",
        "The council gave residents its word that it would open.",
        "The board has set a target of ten.",
        "The firm is on track to open it.",
        "The two sides plan to open it.",
        "It will open, according to the council.",
        "Says the port will reopen.",
        "It will open, the mayor confirmed.",
        "Ada Brook made clear it would open.",
    ],
)
def test_a_sentence_with_a_verb_of_speech_is_always_looked_through(words: str) -> None:
    assert attributions_in(words, is_heading=False)
