"""`make bench`: prints a table of ratios; nothing here passes or fails."""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.display import has_display
from claimtracker.operations import list_claims
from claimtracker.storage.engine import Database
from tests.benchmarks.backups import backup_figures
from tests.benchmarks.bulk_edits import bulk_figures
from tests.benchmarks.many_claims import TODAY, make_database
from tests.benchmarks.measuring import RUNS, Figure, Pulse, milliseconds
from tests.benchmarks.own_window import OwnWindow, open_window

CLAIMS = 100_000
AS_OF = AsOf(TODAY)
HELD_AT_MOST_MS = 100


def main() -> None:
    """Measure at one size and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    claims = parser.parse_args().claims
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.db"
        database = make_database(path, claims)
        say(f"{claims:,} claims, {path.stat().st_size / claims:,.0f} bytes each")
        for figure in [*queries(database, path), *start_of_window(path)]:
            show(figure)
        database.close()
        for figure in [*backup_figures(path), *bulk_figures(path)]:
            show(figure)
        for name, held in holds(path):
            say(f"{name:<34} holds the window's thread for at most {held} ms")


def show(figure: Figure) -> None:
    """Print one figure."""
    say(
        f"{figure.name:<34} {figure.ours:9.1f} ms   "
        f"{figure.ratio:5.2f} times {figure.bare_name} ({figure.bare:.1f} ms)"
    )


def say(line: str) -> None:
    """Print at once: a person waits."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def queries(database: Database, path: Path) -> Iterator[Figure]:
    """The list's questions beside the bare SQL on the same file."""
    bare_sql = {
        "ids by deadline": ("SELECT id FROM claim ORDER BY latest_on, id", SortKey.DEADLINE, ""),
        "ids by summary": ("SELECT id FROM claim ORDER BY lower(summary), id", SortKey.CLAIM, ""),
        "ids of one claimant": (
            "SELECT rowid FROM claim_search WHERE claim_search MATCH 'claimant : \"77\"'",
            SortKey.DEADLINE,
            "claimant:77",
        ),
        "full-text search": (
            "SELECT rowid FROM claim_search WHERE claim_search MATCH '\"treaty\"'",
            SortKey.DEADLINE,
            "treaty",
        ),
    }
    with closing(sqlite3.connect(path)) as bare, database.session() as session:
        for name, (sql, key, query) in bare_sql.items():
            listing = Listing(AS_OF, parse(query), key)
            ours = milliseconds(partial(list_claims.ids, session, listing))
            yield Figure(name, ours, milliseconds(partial(all_of, bare, sql)), "the bare SQL")
        by_verdict = "SELECT verdict, count(*) FROM claim GROUP BY verdict"
        ours = milliseconds(partial(list_claims.counts, session, AS_OF))
        count = milliseconds(partial(all_of, bare, by_verdict))
        yield Figure("counts of the views", ours, count, "a bare count")


def all_of(connection: sqlite3.Connection, sql: str) -> list[object]:
    """Run a query and take every row."""
    return connection.execute(sql).fetchall()


def start_of_window(path: Path) -> Iterator[Figure]:
    """From the first import to the window, and to its rows, in processes of their own."""
    bare = median(started("bare")[-1] for _ in range(RUNS))
    runs = [started(str(path)) for _ in range(RUNS)]
    empty = "an empty table window"
    yield Figure("window shown", median(run[0] for run in runs), bare, empty)
    yield Figure("window with its first rows", median(run[1] for run in runs), bare, empty)


def started(what: str) -> list[float]:
    """The milliseconds that one start printed."""
    command = [sys.executable, "-m", "tests.benchmarks.window_start", what]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def holds(path: Path) -> Iterator[tuple[str, int]]:
    """The longest time that the window's thread was held while the list worked."""
    opened = open_window(path)
    opened.wait_for_rows()
    opened.wait_until_idle()
    pulse = Pulse()
    for key in SortKey:
        pulse.start()
        opened.view.claims.sort_by(key)
        opened.wait_until_idle()
        yield f"sorting by {key}", pulse.stop()
    for query in ("treaty", "state:passed", "has:evidence"):
        pulse.start()
        opened.view.top_bar.field.setText(query)
        opened.view.top_bar.read_now()
        opened.wait_until_idle()
        yield f"filtering by {query}", pulse.stop()
    opened.view.top_bar.clear()
    opened.view.top_bar.read_now()
    opened.wait_until_idle()
    yield from jumps(opened, pulse)
    opened.close()


def jumps(opened: OwnWindow, pulse: Pulse) -> Iterator[tuple[str, int]]:
    """Jumping about in the list."""
    table = opened.view.claims.table
    last = table.model().rowCount() - 1
    for name, row in (("the end", last), ("the middle", last // 2), ("the start", 0)):
        pulse.start()
        table.go_to(row)
        opened.wait_until_idle()
        yield f"jumping to {name}", pulse.stop()
    pulse.start()
    table.selectAll()
    opened.wait_until_idle()
    yield "selecting all", pulse.stop()


if __name__ == "__main__":
    main()
