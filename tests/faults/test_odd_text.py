"""Odd text in every field, import, query and command: kept letter by letter, or refused clearly.

A line may lose the blanks around it, and a name that stands on one line those within it; nothing
else may read otherwise than it was put in.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest

from claimtracker.claims import drafts
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import engine
from tests.faults.conftest import Figure
from tests.faults.figures import tries
from tests.faults.odd_case import OddCase
from tests.faults.odd_fields import STORED, every_draft, put, text_fields
from tests.faults.odd_files import COMMANDS, every_command
from tests.faults.odd_looks import left_out
from tests.faults.odd_texts import HUGE, LONG, SHORT, odd_texts
from tests.faults.odd_watching import Seen, Tally, is_clear, watched
from tests.faults.odd_ways import WAYS

HALF = "half \ud83d"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OddCase]:
    """A case of its own; nothing here is about the disk, so nothing waits for it."""
    monkeypatch.setitem(engine.PRAGMAS, "synchronous", 0)
    typed = tmp_path / "typed"
    typed.mkdir()
    (typed / "article.txt").write_text("We will sign next week.")
    (typed / "table.csv").write_text("summary\nSign\n")
    monkeypatch.chdir(typed)
    made = OddCase(tmp_path)
    yield made
    made.database.close()


def test_odd_text_is_kept_as_it_is_or_clearly_refused(case: OddCase, figure: Figure) -> None:
    tally = Tally()
    for way in WAYS:
        texts, chance = odd_texts(way.name), Random(way.name)
        turns = way.turns()
        for _ in range(tries(way.quick, way.full)):
            (name, do), text = next(turns), next(texts)
            tally.note(name, text, partial(do, case, text, chance))
    case.close()
    figure(f"odd texts: {tally.line()}")
    assert tally.told == []
    assert case.problems == []
    assert tally.seen[Seen.SAME] > tally.seen[Seen.REFUSED] > 0


def test_no_draft_and_no_field_of_text_is_left_out() -> None:
    assert {kind for kind in every_draft() if list(text_fields(kind))} == STORED.keys()


def test_no_function_that_is_told_a_text_is_left_out() -> None:
    assert left_out() == set()


def test_no_command_is_left_out() -> None:
    assert every_command().keys() == COMMANDS.keys()


def test_what_the_odd_texts_are_made_of_is_really_odd() -> None:
    """A control: a kind that gives nothing odd would be counted all the same."""
    chance = Random(1)
    for kinds in (SHORT, LONG, HUGE):
        for name, make in kinds.items():
            made = "".join(make(chance) for _ in range(3))
            is_plain = made.isascii() and made.isalnum() and len(made) < 9_999
            assert made and not is_plain, name


def test_a_text_that_goes_past_the_drafts_is_counted_as_an_error(case: OddCase) -> None:
    """A control: the driver takes no half of a pair, and nobody says so in a sentence."""

    def past_everything() -> list[tuple[object, object]]:
        with closing(sqlite3.connect(case.path)) as plain:
            plain.execute("UPDATE claim SET quote = ?", (HALF,))
        return []

    assert watched(past_everything)[0] is Seen.ERROR


def test_a_field_that_strips_more_than_it_says_is_counted_as_changed(
    case: OddCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A control: what is tidied silently is not the same."""
    given = drafts.Bearing.of

    def tidying(**fields: object) -> drafts.Bearing:
        return given(**fields | {"note": str(fields["note"]).replace("\u00a0", " ")})

    monkeypatch.setattr(drafts.Bearing, "of", tidying)
    with case.session() as session:
        seen, _why = watched(lambda: put(session, drafts.Bearing, "note", "un\u00a0deux"))
    assert seen is Seen.CHANGED


def _refusing(sentence: str) -> Callable[[], list[tuple[object, object]]]:
    def refusing() -> list[tuple[object, object]]:
        error = ClaimTrackerError()
        error.args = (sentence,)
        raise error

    return refusing


@pytest.mark.parametrize("sentence", ["", "two\nlines", f"{HALF} word", "x" * 2_000])
def test_a_refusal_that_nobody_can_read_is_counted_as_an_error(sentence: str) -> None:
    """A control: a sentence that repeats an odd text as it came is none."""
    assert watched(_refusing(sentence))[0] is Seen.ERROR
    assert is_clear(str(ClaimTrackerError(f"Unknown word: {sentence}.")))
