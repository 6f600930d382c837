"""Lines and sentences with their places: what ends a sentence, a heading, a dateline, a list."""

import pytest

from claimtracker.articles.sentences import (
    _LONGEST,
    is_list_item,
    is_table_row,
    lines_of,
    sentences_of,
    without_dateline,
)


def sentences_in(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(lines_of(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The pool is open. The park is shut.", ["The pool is open.", "The park is shut."]),
        ("Is it open? Yes! Go in.", ["Is it open?", "Yes!", "Go in."]),
        ("The fee is 3.50 a day. It rose.", ["The fee is 3.50 a day.", "It rose."]),
        ("Dr. Ada Brook came. She left.", ["Dr. Ada Brook came.", "She left."]),
        ("Gen. Hall met Sen. Reed. They ate.", ["Gen. Hall met Sen. Reed.", "They ate."]),
        ("Mr. Reed left at 5 p.m. on Monday.", ["Mr. Reed left at 5 p.m. on Monday."]),
        ("The U.S. trade office is shut.", ["The U.S. trade office is shut."]),
        ("We wait... Then we go.", ["We wait...", "Then we go."]),
        ("Gate No. 5 is closed.", ["Gate No. 5 is closed."]),
        ("no end at all", ["no end at all"]),
    ],
)
def test_a_sentence_ends_at_its_mark_but_not_at_that_of_an_abbreviation(
    text: str, sentences: list[str]
) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“We will go. We will stay.” She left.", ["“We will go.", "We will stay.”", "She left."]),
        ("“Will we go?” she said.", ["“Will we go?” she said."]),
        ("“We will go!” she said. He left.", ["“We will go!” she said.", "He left."]),
        ('"We will go. We will stay."', ['"We will go.', 'We will stay."']),
    ],
)
def test_a_quotation_is_cut_into_its_own_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize("text", ["", " ", "\n", "\n \n\t\n", "\u00a0"])
def test_a_text_without_words_has_no_lines_and_no_sentences(text: str) -> None:
    assert lines_of(text) == []
    assert sentences_of(lines_of(text)) == []


@pytest.mark.parametrize("words", ["Mr. ", "a.m. ", "1. ", "No. 5. "])
def test_abbreviations_without_end_make_no_sentence_without_end(words: str) -> None:
    sentences = sentences_in(words * 5_000)
    assert max(map(len, sentences)) <= 2 * _LONGEST
    assert "".join("".join(sentences).split()) == words.replace(" ", "") * 5_000


def test_a_line_broken_inside_a_sentence_goes_on() -> None:
    assert sentences_in("Prices rose, the\nmayor said. She left.") == [
        "Prices rose, the mayor said.",
        "She left.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pool opens\nThe park shuts", id="next line with a capital"),
        pytest.param("The pool opens.\nand the park", id="line ends as a sentence does"),
        pytest.param("We will:\nopen the pool", id="line introduces a list"),
        pytest.param("The pool opens\n\nin the park", id="an empty line between"),
        pytest.param("Pool fees\n- adults", id="bullet"),
    ],
)
def test_other_line_breaks_part_lines(text: str) -> None:
    assert len(lines_of(text)) == 2


def test_places_count_code_points_and_bring_back_the_words() -> None:
    text = "  🏊 Pool news\n\n\tThe pool\nis open. Ünal swims. \n"
    for line in lines_of(text):
        assert text[line.start : line.end].replace("\n", " ") == line.text
    found = sentences_of(lines_of(text))
    assert [one.text for one in found] == ["🏊 Pool news", "The pool is open.", "Ünal swims."]
    for sentence in found:
        assert text[sentence.start : sentence.end].replace("\n", " ") == sentence.text


def test_a_sentence_knows_its_line() -> None:
    found = sentences_of(lines_of("Pool news\n\nIt opens. It shuts.\nIt is free."))
    assert [sentence.line for sentence in found] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("Pool opens soon", True),
        ("The pool opens soon.", False),
        ("Will it open?", False),
        ("“It will open.”", False),
        ("It will open (in May).", False),
        ("We will:", False),
        ("- open the pool", False),
        ("• open the pool", False),
        ("1. Open the pool", False),
    ],
)
def test_a_heading_ends_like_no_sentence_and_is_no_item(line: str, is_heading: bool) -> None:
    assert lines_of(line)[0].is_heading is is_heading


@pytest.mark.parametrize("line", ["- pool", "* pool", "• pool", "– pool", "1. Pool", "12) Pool"])
def test_a_list_item_begins_with_a_bullet_or_a_number(line: str) -> None:
    assert is_list_item(lines_of(line)[0])


@pytest.mark.parametrize("line", ["pool - park", "-pool", "2025 pool", "1.5 pools"])
def test_other_dashes_and_figures_make_no_list_item(line: str) -> None:
    assert not is_list_item(lines_of(line)[0])


def test_where_there_is_no_line_there_is_no_list_item() -> None:
    assert not is_list_item(None)


@pytest.mark.parametrize(
    ("text", "is_row"),
    [("Pool\tMay", True), ("Pool | May", True), ("Pool, May", False), ("\tPool in May", False)],
)
def test_a_table_row_has_columns(text: str, is_row: bool) -> None:
    assert is_table_row(text) is is_row


@pytest.mark.parametrize(
    "line",
    [
        "KYIV, April 18 (Example) - The pool is open.",
        "LONDON (Example) — The pool is open.",
        "NORTHGATE, April 18, 2025 – The pool is open.",
    ],
)
def test_a_dateline_is_blanked_out_at_its_length(line: str) -> None:
    bare = without_dateline(line)
    assert len(bare) == len(line)
    assert bare.strip() == "The pool is open."


@pytest.mark.parametrize(
    "line",
    [
        "The pool - the old one - is open.",
        "Ada Brook - The mayor swims.",  # neither day nor agency nor capitals
        "The pool is open.",
        "",
    ],
)
def test_other_beginnings_are_no_dateline(line: str) -> None:
    assert without_dateline(line) == line
