"""Finding a part of the window by its object name, as a screen reader's user would by its name."""

from typing import TypeVar

from PySide6.QtCore import QObject

Kind = TypeVar("Kind", bound=QObject)


def child(parent: QObject, kind: type[Kind], name: str) -> Kind:
    """The one part of this name; the test fails where there is none."""
    found = parent.findChild(kind, name)
    assert found is not None, f"nothing is called {name}"
    return found
