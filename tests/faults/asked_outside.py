"""Every operation that the window or the command line asks of a session, and that only reads."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import claimtracker
from tests.operations.every_operation import OPERATIONS

_OPERATIONS = "claimtracker.operations"


def asked_outside() -> set[Callable[..., object]]:
    """Every operation that the window or the command line asks of a session, and only reads."""
    taking = (it for it in _imported() if "session" in list(inspect.signature(it).parameters)[:1])
    return {it for it in taking if it not in OPERATIONS and _name(it) not in NEEDS_MORE}


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _imported() -> Iterator[Callable[..., object]]:
    root = Path(claimtracker.__file__).parent
    for path in [*root.glob("gui/**/*.py"), *root.glob("command_line/*.py"), root / "app.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_OPERATIONS):
                module = importlib.import_module(node.module or "")
                for name in node.names:
                    yield from _functions(getattr(module, name.name, None) or _room(name.name))


def _room(name: str) -> ModuleType:
    return importlib.import_module(f"{_OPERATIONS}.{name}")


def _functions(found: object) -> Iterator[Callable[..., object]]:
    if inspect.isfunction(found):
        yield found
    elif inspect.ismodule(found):
        own = vars(found).items()
        yield from (
            it
            for name, it in own
            if inspect.isfunction(it) and it.__module__ == found.__name__ and name[0] != "_"
        )


NEEDS_MORE = frozenset(
    {
        "claimtracker.operations.back_up.back_up_first",  # an operation to be done after it
        "claimtracker.operations.change_claims.change_claims",  # a preview: it writes as others do
        "claimtracker.operations.leave_off.when_stored",  # work that is under way
        "claimtracker.operations.like_pairs.standing",  # pairs that were found
        "claimtracker.operations.read_captured.read_captured",  # a child process; it writes, too
        "claimtracker.operations.remind.put_away",  # notices that were shown
        "claimtracker.operations.remind.snooze",
        "claimtracker.operations.resembling_claims.resembling",  # candidates of an article
        "claimtracker.operations.taken_up.article_so_far",
        "claimtracker.operations.scan_article.scan_article",
        "claimtracker.operations.restore_backup.rehearse_here",  # a backup
        "claimtracker.operations.sample_case.enter_sample_case",  # an empty database
        "claimtracker.operations.tell_collisions.tell_collisions",  # an undo that was refused
        "claimtracker.operations.undo.undo",
        "claimtracker.operations.undo.redo",
        "claimtracker.operations.undo_as_chosen.undo_as_chosen",
        "claimtracker.storage.left_off.is_stopped",  # work that is under way
    }
)
"""What begins with something that another question or a person gave: named with its reason."""
