"""The query language: what it reads, and what it refuses by the word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.query import (
    CHOICES,
    FIELDS,
    LONGEST_QUERY,
    MOST_TERMS,
    Choice,
    Days,
    Query,
    QuerySyntaxError,
    Term,
    Words,
    parse,
    words_typed,
)

APRIL_1, APRIL_30, MAY_1 = date(2025, 4, 1), date(2025, 4, 30), date(2025, 5, 1)


def _only_term(text: str) -> Term:
    (term,) = parse(text).terms
    return term


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_nothing_asked_is_every_claim(text: str) -> None:
    assert parse(text) == Query()


def test_words_with_blanks_between_them_must_all_be_found() -> None:
    assert parse("minerals  deal").terms == (Words("minerals"), Words("deal"))


def test_a_phrase_keeps_its_blanks_and_colons() -> None:
    assert _only_term('"within  days: now"') == Words("within  days: now")


def test_a_minus_negates_words_phrases_and_fields() -> None:
    wanted = (Words("deal", True), Words("a b", True), Choice("tag", "x", True))
    assert parse('-deal -"a b" -tag:x').terms == wanted


def test_a_minus_within_a_word_is_part_of_it() -> None:
    assert _only_term("COVID-19") == Words("COVID-19")


@pytest.mark.parametrize("field", ["claimant", "tag", "source"])
def test_a_field_of_words_takes_a_phrase(field: str) -> None:
    assert _only_term(f'{field}:"marco rubio"') == Choice(field, "marco rubio")


@pytest.mark.parametrize(
    ("field", "word"), [(field, word) for field, words in CHOICES.items() for word in sorted(words)]
)
def test_each_choice_is_known_in_any_case(field: str, word: str) -> None:
    assert _only_term(f"{field.upper()}:{word.upper()}") == Choice(field, word)


def test_commas_give_alternatives_each_once() -> None:
    assert _only_term("state:passed,grace,passed") == Choice("state", "passed,grace")


def test_an_id_is_a_number() -> None:
    assert _only_term("id:12") == Choice("id", "12")
    with pytest.raises(QuerySyntaxError, match="id:twelve"):
        parse("id:twelve")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-04-30", APRIL_30, APRIL_30),
        ("2025-04", APRIL_1, APRIL_30),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("<2025-05", None, APRIL_30),
        ("<=2025-04", None, APRIL_30),
        (">2025-04", MAY_1, None),
        (">=2025-04", APRIL_1, None),
        ("<0001-01-01", None, date.min),
        (">9999-12-31", date.max, None),
    ],
)
def test_a_date_field_takes_days_months_years_and_ends(
    value: str, first: date | None, last: date | None
) -> None:
    assert _only_term(f"due:{value}") == Days("due", first, last)


@pytest.mark.parametrize("field", ["due", "latest", "opens", "stated", "review"])
def test_every_date_field_is_known(field: str) -> None:
    assert _only_term(f"{field}:2025-04-30") == Days(field, APRIL_30, APRIL_30)


@pytest.mark.parametrize(
    "word",
    [
        "colour:red",
        "http://x.org",
        "state:late",
        "state:passed,",
        "verdict:true",
        "has:hope",
        "moved:maybe",
        "in:attic",
        "due:soon",
        "due:2025-13",
        "stated:2025-02-30",
        "review:0000",
        "id:1_000",
    ],
)
def test_what_is_wrong_is_refused_by_the_word(word: str) -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse(f"deal {word} peace")
    assert f"“{word}”" in str(refused.value)
    assert str(refused.value).endswith(".")


def test_an_unknown_field_is_answered_with_the_known_ones() -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse("colour:red")
    assert all(field in str(refused.value) for field in FIELDS)


@pytest.mark.parametrize("text", ['"within days', 'deal "', 'claimant:"rubio', 'a"b'])
def test_an_open_phrase_names_what_stands_after_it(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"quotation mark|Nothing to look for"):
        parse(text)


@pytest.mark.parametrize("text", ["-", "tag:", '""', 'tag:""', '-"  "'])
def test_nothing_to_look_for_is_refused(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="Nothing to look for"):
        parse(f"deal {text}")


def test_the_bin_is_looked_into_only_when_asked_for() -> None:
    assert parse("deal in:bin").is_in_bin
    assert parse("in:bin,bin").is_in_bin
    assert not parse("deal").is_in_bin
    assert not parse("-in:bin").is_in_bin


def test_half_a_character_is_refused_and_not_shown() -> None:
    with pytest.raises(QuerySyntaxError, match="caf\N{REPLACEMENT CHARACTER}"):
        parse("deal caf\udce9")


def test_more_words_than_the_database_can_take_are_refused() -> None:
    assert len(parse("a " * MOST_TERMS).terms) == MOST_TERMS
    with pytest.raises(QuerySyntaxError, match=str(MOST_TERMS)):
        parse("a " * (MOST_TERMS + 1))


PIECES = st.sampled_from([*FIELDS, ":", "-", '"', ",", "<", ">=", " ", "2025-04", "in:bin", "\0"])


@given(st.text() | st.lists(PIECES | st.text(max_size=3)).map("".join))
def test_no_text_raises_anything_but_its_refusal(text: str) -> None:
    try:
        assert isinstance(parse(text), Query)
    except QuerySyntaxError as refused:
        assert str(refused).strip()


@given(st.text(alphabet=st.characters(exclude_characters='"', exclude_categories=["Cs"])))
def test_any_text_without_a_quotation_mark_can_be_quoted(text: str) -> None:
    if text.strip():
        assert parse(f'"{text}"').terms == (Words(text),)


def test_a_query_longer_than_the_database_takes_is_refused() -> None:
    assert parse("source:" + "a" * (LONGEST_QUERY - 7)).terms
    with pytest.raises(QuerySyntaxError, match="characters") as refused:
        parse("source:" + "a" * LONGEST_QUERY)
    assert len(str(refused.value)) < 100


@pytest.mark.parametrize("text", ["a " * 1_100, "é" * 32_000, "\udc80"])
def test_an_article_pasted_into_a_search_field_is_refused_in_words(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"\.$"):
        words_typed(text)


def test_what_is_typed_into_a_search_field_is_its_words() -> None:
    assert words_typed(" Ada  \0L. ") == ["Ada", "L."]
