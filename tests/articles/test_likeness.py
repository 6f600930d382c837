"""How much two claims share: by the beginnings of the words that tell something."""

from claimtracker.articles.likeness import shared, stems


def test_stems_are_the_beginnings_of_the_words_that_tell_something() -> None:
    assert stems("The Pools’ opening, in May!") == {"pool", "open"}
    assert stems("") == frozenset()


def test_forms_of_a_word_and_numbers_are_known_again() -> None:
    assert stems("They reopened 12 parks, closing one") == stems("reopens 12 parks, closes one")


def test_what_belongs_to_somebody_is_the_same_word() -> None:
    assert stems("the bank's rate") == stems("the bank rate")


def test_some_words_are_left_out() -> None:
    assert stems("Brook will open the pool", stems("Ada Brook")) == {"open", "pool"}


def test_the_part_is_that_of_the_shorter_one() -> None:
    one, other = stems("open the pool"), stems("open the pool near the old harbour wall")
    assert shared(one, other) == (2, 1.0)
    assert shared(one, frozenset()) == (0, 0.0)
