"""Fields of many rows are told as those of one: as the log keeps and as the chain covers them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.vocabulary import State
from claimtracker.storage.log_texts import texts_of

_VALUES = st.none() | st.integers() | st.text(max_size=6) | st.booleans() | st.floats()
_FIELDS = st.dictionaries(st.sampled_from(["a", "é", "%s", "b%"]), _VALUES)


@given(rows=st.lists(st.none() | _FIELDS, max_size=6))
def test_many_rows_are_told_as_each_by_itself(rows: list[dict[str, object] | None]) -> None:
    told = texts_of([*rows, *rows])
    kept = [None if row is None else json.dumps(row) for row in rows]
    covered = [json.dumps(row, sort_keys=True, separators=(",", ":")) for row in rows]
    assert told == ([*kept, *kept], [*covered, *covered])


def test_what_is_equal_and_of_another_kind_is_told_as_what_it_is() -> None:
    rows = [{"a": value} for value in (1, True, 1.0)]
    assert texts_of(rows).kept == ['{"a": 1}', '{"a": true}', '{"a": 1.0}']
    assert texts_of([{"a": 0.0}, {"a": -0.0}]).kept == ['{"a": 0.0}', '{"a": -0.0}']


@pytest.mark.parametrize(
    "values",
    [
        ["a", 'é "\\\n', "\ud800"],
        [State.OPEN, State.PASSED, State.OPEN],
        [True, False],
        [1, -2, 10**20],
        [0.5, float("nan"), -0.0],
        [None, None],
        [None, "a", 1],
    ],
)
def test_a_column_of_one_type_is_told_as_each_of_its_values(values: list[object]) -> None:
    rows = [{"a": value} for value in values]
    assert texts_of(rows).kept == [json.dumps(row) for row in rows]


@pytest.mark.parametrize("value", [{}, [1], b"a"])
def test_what_would_be_told_in_two_ways_is_not_told(value: object) -> None:
    with pytest.raises(TypeError, match="is not logged"):
        texts_of([{"a": value}])
