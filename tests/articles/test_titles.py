"""The title of a text: a first line that looks like a headline."""

import pytest

from claimtracker.articles.titles import title_of

BELOW = "\n\nThe minister said on Friday that the homes will be built."
TITLES = {
    "Homes promised": "Homes promised",
    "**Homes promised**": "Homes promised",
    "Will the homes be built?": "Will the homes be built?",
    "18 April 2025\nHomes promised": "Homes promised",
    "The minister said on Friday that the homes will be built.": "",
    "The minister said:": "",
    "Homes promised " * 20: "",
    "* * *": "",
}


@pytest.mark.parametrize(("first", "title"), TITLES.items())
def test_a_first_line_that_looks_like_a_headline_is_the_title(first: str, title: str) -> None:
    assert title_of(first + BELOW) == title


@pytest.mark.parametrize("text", ["", "Homes promised", "\n\n"])
def test_a_line_alone_is_no_title(text: str) -> None:
    assert title_of(text) == ""
