"""The list of parts holds what the lock holds, with licences and with who needs what."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.supply_chain import sbom
from tests.supply_chain.licences import Table
from tests.supply_chain.locks import PROGRAM, Locked, locked

KNOWN = Table(frozenset({"MIT"}), {}, {"one": "MIT", "two": "ISC"})
PACKAGES = [
    Locked("one", "1.0", ("0" * 64,), ("claimtracker", "two"), False),
    Locked("two", "2.0", ("1" * 64,), ("claimtracker",), False),
]


def _part(package: Locked) -> dict[str, Any]:
    return {
        "bom-ref": "requirements-L3",
        "description": "requirements line 3",
        "name": package.name,
        "purl": f"pkg:pypi/{package.name}@{package.version}",
        "version": package.version,
    }


def _made(packages: list[Locked]) -> dict[str, Any]:
    """What cyclonedx-py makes of a lock, as far as it matters here."""
    return {
        "components": [_part(package) for package in packages],
        "dependencies": [{"ref": "requirements-L3"}],
        "metadata": {"component": {"bom-ref": "root-component", "name": "claimtracker"}},
    }


def test_each_part_has_its_licence_and_its_own_name() -> None:
    one, two = sbom.completed(_made(PACKAGES), PACKAGES, KNOWN)["components"]
    assert one["licenses"] == [{"expression": "MIT"}]
    assert two["licenses"] == [{"expression": "ISC"}]
    assert (one["bom-ref"], "description" in one) == ("pkg:pypi/one@1.0", False)


def test_who_needs_what_is_told_for_every_part() -> None:
    assert sbom.completed(_made(PACKAGES), PACKAGES, KNOWN)["dependencies"] == [
        {"ref": "pkg:pypi/one@1.0", "dependsOn": []},
        {"ref": "pkg:pypi/two@2.0", "dependsOn": ["pkg:pypi/one@1.0"]},
        {"ref": "root-component", "dependsOn": ["pkg:pypi/one@1.0", "pkg:pypi/two@2.0"]},
    ]


@pytest.mark.parametrize("there", [PACKAGES[:1], []])
def test_a_list_that_lacks_a_part_is_refused(there: list[Locked]) -> None:
    with pytest.raises(ValueError, match="does not hold what the lock holds"):
        sbom.completed(_made(there), PACKAGES, KNOWN)


def test_a_list_with_a_part_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="does not hold what the lock holds"):
        sbom.completed(_made(PACKAGES), PACKAGES[:1], KNOWN)


def test_the_real_lock_makes_a_whole_graph(tmp_path: Path) -> None:
    """Each part is reached from the program, but for what builds it."""
    packages = locked(PROGRAM)
    made, kept = tmp_path / "made.json", tmp_path / "kept.json"
    document = _made(packages)
    made.write_text(json.dumps(document), encoding="utf-8")
    sbom.main(made, kept)
    whole = json.loads(kept.read_text(encoding="utf-8"))
    needs = {each["ref"]: set(each["dependsOn"]) for each in whole["dependencies"]}
    reached, waiting = set[str](), {"root-component"}
    while waiting:
        reached |= waiting
        waiting = set().union(*(needs[ref] for ref in waiting)) - reached
    assert reached == needs.keys()
    assert all(part["licenses"][0]["expression"] for part in whole["components"])


def test_the_list_is_the_same_each_time() -> None:
    first = sbom.completed(_made(PACKAGES), PACKAGES, KNOWN)
    again = sbom.completed(copy.deepcopy(_made(PACKAGES)), PACKAGES, KNOWN)
    assert json.dumps(first) == json.dumps(again)
