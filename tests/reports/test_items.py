"""Lists inside one cell come apart again as they were put together."""

from hypothesis import given
from hypothesis import strategies as st

from claimtracker.reports.items import (
    join_items,
    join_parts,
    join_words,
    split_items,
    split_words,
)

TEXTS = st.text(st.sampled_from("ab|;\\ \n\t\r'\"") | st.characters(exclude_categories=["Cs"]))
TAGS = TEXTS.map(str.strip).filter(bool)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=5), min_size=1, max_size=4))
def test_any_items_come_apart_as_they_were(items: list[list[str]]) -> None:
    assert split_items(join_items([join_parts(parts) for parts in items])) == items


@given(st.lists(TAGS).map(tuple))
def test_any_words_come_apart_as_they_were(words: tuple[str, ...]) -> None:
    assert split_words(join_words(words)) == words


def test_items_are_joined_as_published() -> None:
    cell = join_items([join_parts(["fulfils", "2025-04-30", "A"]), join_parts(["context", "", ""])])
    assert cell == "fulfils; 2025-04-30; A | context; ; "


def test_a_joint_that_belongs_to_the_text_is_kept_by_a_backslash() -> None:
    assert join_words(("a|b", "c;d", "e\\f")) == r"a\|b | c\;d | e\\f"


def test_an_empty_cell_holds_no_item() -> None:
    assert split_items("") == []
    assert split_words("") == split_words(" | ") == ()


def test_what_others_joined_without_blanks_is_read_too() -> None:
    assert split_words("ukraine|minerals | aid") == ("ukraine", "minerals", "aid")
    assert split_items("context;;A") == [["context", "", "A"]]
