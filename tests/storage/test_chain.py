"""The change log is chained by hash: what is changed, removed or slipped in is seen."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.undo import redo, undo
from claimtracker.storage.chain import (
    BEGINNING,
    Changes,
    Illegible,
    LoggedAction,
    all_fields_read,
    logged_actions,
)
from claimtracker.storage.change_log import recorded
from tests.conftest import Enter


def test_each_action_covers_the_one_before_it(session: Session, enter: Enter) -> None:
    enter("Sign the deal")
    enter("Build the bridge", deadline_wording="within days")
    undo(session, by="Ada")
    redo(session, by="Ada")
    before = BEGINNING
    found = list(logged_actions(session.connection()))
    added, bridge = "new claim 'Sign the deal'", "new claim 'Build the bridge'"
    names = [action.name for action in found]
    assert names == [added, bridge, f"undo: {bridge}", f"redo: {bridge}"]
    for action in found:
        assert action.chain_hash == action.hash_after(before)
        before = action.chain_hash


def test_an_action_that_was_rolled_back_leaves_no_gap(session: Session, enter: Enter) -> None:
    enter("Sign the deal")
    with pytest.raises(RuntimeError):
        _fail(session)
    enter("Build the bridge")
    assert [action.id for action in logged_actions(session.connection())] == [1, 2]


def _fail(session: Session) -> None:
    with recorded(session, "add", "Ada"):
        raise RuntimeError


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE action SET by = 'Eve' WHERE id = 1",
        "UPDATE action SET name = 'add another' WHERE id = 1",
        "UPDATE action SET at = '2025-01-01 00:00:00' WHERE id = 1",
        "UPDATE change SET after = '{}' WHERE action_id = 1",
        "DELETE FROM change WHERE action_id = 1",
        "UPDATE change SET row_id = 7 WHERE action_id = 1",
    ],
)
def test_what_is_changed_afterwards_no_longer_fits_its_hash(
    session: Session, enter: Enter, tampering: str
) -> None:
    enter("Sign the deal")
    session.connection().execute(text(tampering))
    (action,) = logged_actions(session.connection())
    assert action.chain_hash != action.hash_after(BEGINNING)


_VALUES = st.none() | st.integers(-(2**53), 2**53) | st.text(max_size=8) | st.booleans()


def _digest(lines: list[list[object]]) -> str:
    changes = Changes()
    changes.add_read(lines)
    return changes.digest


@given(fields=st.dictionaries(st.text(max_size=5), _VALUES, max_size=4))
def test_a_change_is_covered_alike_before_and_after_it_is_stored(fields: dict[str, object]) -> None:
    line = ["claim", 1, 1, None, fields]
    assert _digest([line]) == _digest([json.loads(json.dumps(line))])


def test_the_order_of_changes_counts() -> None:
    lines: list[list[object]] = [["claim", key, key, None, {}] for key in (1, 2)]
    assert _digest(lines) != _digest(lines[::-1])


def test_a_hash_covers_the_hash_before_it() -> None:
    action = LoggedAction(1, datetime(2025, 4, 18, tzinfo=UTC), "Ada", "add", True)
    assert action.hash_after(BEGINNING) != action.hash_after("1" * 64)


def test_a_long_log_is_read_a_few_at_a_time(session: Session) -> None:
    for number in range(30):
        add_claim(session, ClaimDraft.of(summary=f"Claim {number}"), by="Ada")
    assert sum(1 for _ in logged_actions(session.connection())) == 30


_FIELDS = st.dictionaries(st.text("ab{},", max_size=3), st.text('ab{}, "', max_size=4) | st.none())
_PIECES = st.text('{}[]"\\:, ab1', max_size=8)
_LINES = _FIELDS.map(json.dumps) | _PIECES | st.sampled_from(['{"a": 1}, {"b": 2}', '{"a":1}'])


@given(st.lists(_LINES | st.none(), max_size=4))
def test_several_lines_are_legible_where_each_of_them_is(lines: list[str | None]) -> None:
    if all(line is None or _is_as_written(line) for line in lines):
        assert all_fields_read(lines) == [json.loads(line) if line else None for line in lines]
    else:
        with pytest.raises(Illegible):
            all_fields_read(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ['{"a": {"b": 1}', '"c": {"d": 2}}'],
        ['{"a": [{"b": 1}', '{"c": 1}]}'],
        ['{"a": "b}', '{c"}'],
        ['{"a": 1}, {"b": 2}', ""],
        ['{"a": 1} ', '{"b": 2}'],
        ['{"a": 1, "a": 1}', None],
        [b'{"a": 1}', None],
    ],
)
def test_lines_that_are_legible_only_together_are_not(lines: list[object]) -> None:
    with pytest.raises(Illegible):
        all_fields_read(lines)


def _is_as_written(line: str) -> bool:
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and json.dumps(found) == line
