"""Subjects: who or what a sentence begins with, behind what may stand before it."""

import pytest

from claimtracker.articles.subjects import subject_of


@pytest.mark.parametrize(
    ("narration", "subject"),
    [
        ("Ada Brook opened the pool.", ("Ada Brook", "")),
        ("In May, the company opened the pool.", ("the company", "")),
        ("Its chairwoman, Ada Brook, opened the pool.", ("Its chairwoman", "Ada Brook")),
        ("His health minister, Ada Brook, was there.", ("His health minister", "Ada Brook")),
        ("Norda, the bank, opened the pool.", ("Norda", "")),
        ("Italy’s federation opened it.", ("Italy’s federation", "")),
        ("The Miners’ Union opened it.", ("The Miners’ Union", "")),
        ("It opened the pool.", ("It", "")),
        ("where the pool was", ("", "")),
    ],
)
def test_the_subject_stands_first(narration: str, subject: tuple[str, str]) -> None:
    assert subject_of(narration) == subject
