"""Importing as Python does it by itself, though PySide6 is loaded.

PySide6 puts itself in the place of Python's import, and from then on reads the source text of every
module that is imported, to see whether it uses PySide6 (PYSIDE-2029); Python keeps those texts for
good. That serves `from __feature__ import ...` alone, which nobody here writes. With a window come
some 700 modules: their texts took 100 ms to read and 35 MB to keep.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - first: with it comes what replaces the import


def import_plainly() -> None:
    """Put Python's own import back where PySide6 has replaced it; safe to repeat."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
