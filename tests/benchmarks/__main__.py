"""`make bench`: prints a table of ratios; nothing here passes or fails."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from claimtracker.display import has_display
from tests.benchmarks.generated import make_database
from tests.benchmarks.long_cells import long_cells
from tests.benchmarks.scale.bulk_edits import bulk_figures
from tests.benchmarks.scale.clock import CLOCK
from tests.benchmarks.scale.comparing import Comparison, Figures
from tests.benchmarks.scale.exporting import export_figures
from tests.benchmarks.scale.holding import MOST_MS, holds
from tests.benchmarks.scale.importing import import_figures
from tests.benchmarks.scale.keeping import keeping_figures
from tests.benchmarks.scale.listing import listing_figures
from tests.benchmarks.scale.saving import saving_figures
from tests.benchmarks.scale.starting import starting_figures
from tests.benchmarks.scale.sweeping import sweep_figures
from tests.benchmarks.scale.table import line, table

SIZES = (10_000, 100_000)
HOLDING, LONG_CELLS = "holding", "long_cells"
FAMILIES: dict[str, Callable[[Path, int], Figures]] = {
    "starting": starting_figures,
    "listing": listing_figures,
    "sweeping": sweep_figures,
    "keeping": keeping_figures,
    "exporting": export_figures,
    "importing": import_figures,
    "saving": saving_figures,
    "bulk_edits": bulk_figures,
}


def main() -> None:
    """Measure at each size, say each figure at once, and print the table at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES, help="how many claims")
    every = [*FAMILIES, HOLDING, LONG_CELLS]
    parser.add_argument("--only", nargs="+", choices=every, default=every, help="which families")
    parser.add_argument("--folder", type=Path, help="where the databases are made; they are kept")
    asked = parser.parse_args()
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as own:
        folder = asked.folder or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        by_size = {size: list(measured(folder, size, asked.only)) for size in asked.claims}
        if LONG_CELLS in asked.only:
            say_long_cells(folder)
    say("")
    for row in table(by_size):
        say(row)


def measured(folder: Path, claims: int, chosen: list[str]) -> Iterator[Comparison]:
    """Measure the chosen families at one size, each on a copy that it may change."""
    made = folder / f"{claims}.db"
    if not made.exists():
        make_database(made, claims).close()
    say(f"\n{claims:,} claims, {made.stat().st_size / claims:,.0f} bytes each; {CLOCK}")
    with tempfile.TemporaryDirectory(dir=folder) as place:
        path = Path(shutil.copy(made, Path(place) / "many.db"))
        # In this order: after the bare SQL has written, the log is not as the program left it.
        for name in filter(chosen.__contains__, (*FAMILIES, HOLDING)):
            if name == HOLDING:
                say_holds(path, claims)
                continue
            for found in FAMILIES[name](path, claims):
                say(line(found))
                yield found


def say_holds(path: Path, claims: int) -> None:
    """Say what held the window's thread for how long."""
    for name, held in holds(path, claims):
        over = "   OVER" if held.longest_ms > MOST_MS else ""
        told = f"at most {held.longest_ms} ms, by its own work {held.own_ms} ms{over}"
        say(f"{name:<48} holds the window's thread for {told}")


def say_long_cells(folder: Path) -> None:
    """Say what held the window's thread for how long while texts without end were shown."""
    for worst in long_cells(folder):
        say(
            f"{f'texts without end, {worst.kind}':<48} hold it for at most {worst.long} ms: "
            f"{worst.name} (with a short claim {worst.short} ms)"
        )


def say(told: str) -> None:
    """Print at once: a person waits."""
    sys.stdout.write(told + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
