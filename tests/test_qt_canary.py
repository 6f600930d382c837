"""Calls into Qt give back every reference they take.

PySide6 6.12.0 gives back one of None's too many; CPython below 3.12 aborts once none is left.
"""

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QStandardItem

CALLS = 20_000
# Caches and other threads hold None too; a leak of one reference a call is a hundred times more.
TOLERANCE = 200

OWNER, SIZE = QObject(), QSize()
CALLS_THAT_RETURN_NONE: dict[str, Callable[[], object]] = {
    "slot": lambda: OWNER.setObjectName("claim"),
    "plain": lambda: SIZE.setWidth(1),
    "no object": lambda: OWNER.parent(),
    "no value": lambda: OWNER.property("unknown"),
}

none_is_counted = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing counts it"
)


def _drift(watched: object, call: Callable[[], object]) -> int:
    """How far the calls move the reference count; stops beyond the tolerance, before an abort."""
    call()  # the first call fills caches
    before, drift = sys.getrefcount(watched), 0
    for _ in range(CALLS):
        call()
        drift = sys.getrefcount(watched) - before
        if abs(drift) > TOLERANCE:
            break
    return drift


@none_is_counted
@pytest.mark.parametrize("kind", CALLS_THAT_RETURN_NONE)
def test_qt_calls_leave_the_count_of_none_where_it_was(kind: str) -> None:
    assert abs(_drift(None, CALLS_THAT_RETURN_NONE[kind])) <= TOLERANCE


def test_qt_gives_back_an_object_it_was_lent() -> None:
    lent, item = object(), QStandardItem()

    def lend_and_take_back() -> None:
        item.setData(lent, Qt.ItemDataRole.UserRole)
        assert item.data(Qt.ItemDataRole.UserRole) is lent

    assert abs(_drift(None, lend_and_take_back)) <= TOLERANCE  # first: losing None aborts
    assert abs(_drift(lent, lend_and_take_back)) <= TOLERANCE


def test_a_call_that_keeps_a_reference_is_noticed() -> None:
    keep = ctypes.pythonapi.Py_IncRef
    keep.argtypes = [ctypes.py_object]
    kept = object()
    assert _drift(kept, lambda: keep(kept)) > TOLERANCE
