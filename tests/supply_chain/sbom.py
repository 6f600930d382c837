"""Completes the list of parts that cyclonedx-py makes of the lock: licences, and who needs what."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.supply_chain.licences import Table, table
from tests.supply_chain.locks import PROGRAM, Locked, locked

OURSELVES = "claimtracker"


def completed(document: dict[str, Any], packages: Sequence[Locked], known: Table) -> dict[str, Any]:
    """Add the licence of each part and the parts that it stands on.

    Raises ValueError where the document and the lock do not have the same packages.
    """
    parts = {part["name"]: part for part in document["components"]}
    if parts.keys() != {package.name for package in packages}:
        raise ValueError("The list of parts does not hold what the lock holds.")
    for package in packages:
        part = parts[package.name]
        part["bom-ref"] = part["purl"]
        part.pop("description", None)  # only the line of the lock, hashes and all
        part["licenses"] = [{"expression": known.licence_of(package)}]
    main = document["metadata"]["component"]
    refs = {OURSELVES: main["bom-ref"]} | {name: part["purl"] for name, part in parts.items()}
    needs: dict[str, list[str]] = {ref: [] for ref in refs.values()}
    for package in packages:
        for asker in package.asked_by:
            needs[refs[asker]].append(refs[package.name])
    listed = [{"ref": ref, "dependsOn": sorted(needed)} for ref, needed in sorted(needs.items())]
    return {**document, "dependencies": listed}


def main(made: Path, kept: Path) -> None:
    """Read the list that was made, complete it, and keep it."""
    document = json.loads(made.read_text(encoding="utf-8"))
    whole = completed(document, locked(PROGRAM), table())
    kept.write_text(f"{json.dumps(whole, indent=2)}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
