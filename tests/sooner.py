"""Saves every test what it need not do again: compiling the same SQL, waiting out a fixed pause."""

from typing import Any

from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, create_engine
from sqlalchemy.util import LRUCache

PAUSE, SHORT_PAUSE = 10, 1  # milliseconds
STATEMENTS = 2_000


class PromptBot(QtBot):
    """Looks every millisecond whether what is waited for has come; pytest-qt looks every ten."""

    def wait(self, ms: int) -> None:
        super().wait(SHORT_PAUSE if ms == PAUSE else ms)


class SharedStatements:
    """Makes engines that compile each statement once for all databases of a test run.

    What is compiled is kept by engine and dialect, and nearly every test opens a database of its
    own: a third of the time of the suite would go into the same few hundred statements.
    """

    def __init__(self) -> None:
        first = create_engine("sqlite://")
        first.connect().close()  # only now the dialect knows its SQLite
        first.dispose()
        self.dialect = first.dialect
        self.compiled: LRUCache[Any, Any] = LRUCache(STATEMENTS)

    def create_engine(self, url: str, **options: Any) -> Engine:  # noqa: ANN401 - handed on
        """Make an engine as SQLAlchemy does, over the statements that are compiled already."""
        kept = {"compiled_cache": self.compiled}
        made = create_engine(url, execution_options=kept, **options)
        made.dialect = self.dialect
        return made
