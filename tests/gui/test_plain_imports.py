"""No source text is read of what is imported while Qt is there, nor kept."""

import builtins
import linecache
import sys
from collections.abc import Callable
from typing import Any

import pytest

from claimtracker.gui.plain_imports import import_plainly

SOMETHING = "colorsys"  # which nothing here imports


def _texts_kept(import_it: Callable[[str], Any]) -> list[str]:
    """The files named after the module whose texts are kept once it is imported."""
    sys.modules.pop(SOMETHING, None)
    linecache.checkcache()
    import_it(SOMETHING)
    return [file for file in linecache.cache if file.endswith(f"{SOMETHING}.py")]


def test_what_is_imported_after_qt_is_not_read_as_text() -> None:
    import_plainly()
    assert _texts_kept(builtins.__import__) == []


def test_the_import_that_qt_brings_does_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linecache, "cache", {})
    of_qt = vars(builtins)["__feature_import__"]
    assert len(_texts_kept(of_qt)) == 1
