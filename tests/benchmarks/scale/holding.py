"""How long the window's thread is held at most while the window works."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.listing import SortKey
from claimtracker.operations.change_claims import change_claims
from claimtracker.operations.undo import undo
from tests.benchmarks.measuring import Hold, Pulse
from tests.benchmarks.scale.bulk_edits import MOST_CLAIMS, VERDICT
from tests.benchmarks.scale.own_window import OwnWindow, open_window

MOST_MS = 100
_QUERIES = ("treaty", "state:passed", "has:evidence")
Holds = Iterator[tuple[str, Hold]]


def holds(path: Path, claims: int) -> Holds:
    """Give the longest hold of each piece of work. Changes the file."""
    opened = open_window(path)
    opened.wait_for_rows()
    pulse = Pulse()
    yield "the sweep at the start", _held(pulse, opened, _nothing)
    for key in SortKey:
        yield f"sorting by {key}", _held(pulse, opened, partial(opened.view.claims.sort_by, key))
    for query in _QUERIES:
        yield f"filtering by {query}", _held(pulse, opened, partial(_look_for, opened, query))
    _look_for(opened, "")
    opened.wait_until_idle()
    yield from _walks(opened, pulse)
    ids = list(range(1, min(claims, MOST_CLAIMS) + 1))
    edit = partial(change_claims, claim_ids=ids, change=VERDICT, by="Ada")
    for name, operation in (("bulk edit", edit), ("undo of it", partial(undo, by="Ada"))):
        carried_out = partial(_carry_out, opened, operation)
        yield name, _held(pulse, opened, carried_out)
    yield "checking (F5)", _held(pulse, opened, opened.view.actions_by_name["check"].trigger)
    opened.close()


def _nothing() -> None:
    """What is waited for goes on by itself."""


def _held(pulse: Pulse, opened: OwnWindow, work: Callable[[], object]) -> Hold:
    pulse.start()
    work()
    opened.wait_until_idle()
    return pulse.stop()


def _look_for(opened: OwnWindow, query: str) -> None:
    opened.view.top_bar.field.setText(query)
    opened.view.top_bar.read_now()


def _walks(opened: OwnWindow, pulse: Pulse) -> Holds:
    """Jumping about in the list, and selecting all of it."""
    table = opened.view.claims.table
    last = table.model().rowCount() - 1
    for name, row in (("the end", last), ("the middle", last // 2), ("the start", 0)):
        yield f"jumping to {name}", _held(pulse, opened, partial(table.go_to, row))
    yield "selecting all", _held(pulse, opened, table.selectAll)


def _carry_out(opened: OwnWindow, operation: Callable[[Session], object]) -> None:
    """As a long one: the list is read again once it is done."""
    opened.desk.carry_out(operation, is_long=True)
