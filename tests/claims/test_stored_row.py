"""A row whose values are of other types than declared is refused, whatever was read before it."""

from datetime import date
from typing import Any

import pytest

from claimtracker.claims.rows import OccurrenceRow

ROW = (1, date(2025, 5, 1), "words", "title", "publisher", "url", None)


def test_a_row_of_the_declared_types_is_taken() -> None:
    assert OccurrenceRow(*ROW).title == OccurrenceRow(*ROW).title == "title"


@pytest.mark.parametrize(("place", "wrong"), [(0, "1"), (2, None), (2, b"words"), (5, 7)])
def test_a_row_with_a_value_of_another_type_is_refused_each_time(place: int, wrong: object) -> None:
    values: list[Any] = [*ROW[:place], wrong, *ROW[place + 1 :]]
    for _ in range(2):
        OccurrenceRow(*ROW)
        with pytest.raises(TypeError, match="another type"):
            OccurrenceRow(*values)
