"""The licence of every locked package, read from what is installed: `make licences` lists them."""

import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from tests.supply_chain.locks import DEVELOPMENT, PROGRAM, Locked, locked

TABLE = Path(__file__).parent / "licences.toml"
CLASSIFIER = "License :: "
UNKNOWN = ""
WORD = re.compile(r"[()]|[^\s()]+")


class Told(Protocol):
    """What a package tells of itself."""

    def get_all(self, name: str, /) -> list[Any] | None:
        """What stands under the name of a field, each time it stands there."""


@dataclass(frozen=True)
class Table:
    """Which licences are compatible, and what older packages call them."""

    compatible: frozenset[str]
    names: Mapping[str, str]
    elsewhere: Mapping[str, str]

    def licence_of(self, package: Locked) -> str:
        """The SPDX expression of a locked package, or UNKNOWN."""
        if not package.is_here:
            return self.elsewhere.get(package.name, UNKNOWN)
        try:
            return self.licence_told(metadata.metadata(package.name))
        except metadata.PackageNotFoundError:
            return UNKNOWN

    def licence_told(self, told: Told) -> str:
        """The SPDX expression that the metadata tell (PEP 639, or as before it), or UNKNOWN.

        Of several classifiers nobody says whether one may choose: all of them are taken to hold.
        """
        for field in ("License-Expression", "License"):
            try:
                return canonicalize_license_expression("".join(told.get_all(field) or []))
            except InvalidLicenseExpression:
                pass
        classifiers = [
            each.removeprefix(CLASSIFIER)
            for each in told.get_all("Classifier") or []
            if each.startswith(CLASSIFIER)
        ]
        if not classifiers or not self.names.keys() >= set(classifiers):
            return UNKNOWN
        return " AND ".join(self.names[each] for each in classifiers)

    def allows(self, expression: str) -> bool:
        """Whether an SPDX expression can be met by compatible licences alone."""
        words = WORD.findall(expression)
        return bool(words) and self._either(words)

    def _either(self, words: list[str]) -> bool:
        """Of licences joined by OR one is enough; the words that were read are taken off."""
        met = self._all(words)
        while words and words[0] == "OR":
            del words[0]
            met = self._all(words) or met
        return met

    def _all(self, words: list[str]) -> bool:
        met = self._one(words)
        while words and words[0] == "AND":
            del words[0]
            met = self._one(words) and met
        return met

    def _one(self, words: list[str]) -> bool:
        word = words.pop(0)
        if word == "(":
            met = self._either(words)
            words.pop(0)  # the closing bracket: the expression was found to be well formed
            return met
        if words and words[0] == "WITH":  # an exception only allows more
            del words[:2]
        return word in self.compatible


def table() -> Table:
    """Read the list of compatible licences."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Table(frozenset(told["compatible"]), told["names"], told["elsewhere"])


def main() -> int:
    """List every locked package; the exit status is 1 where a licence is unknown or unfit."""
    allowed = table()
    program = {package.name for package in locked(PROGRAM)}
    refused = 0
    for package in locked(DEVELOPMENT):
        licence = allowed.licence_of(package)
        fits = allowed.allows(licence)
        refused += not fits
        part = "program" if package.name in program else "development"
        verdict = "" if fits else "  NOT COMPATIBLE" if licence else "  UNKNOWN"
        print(f"{package.name:26}{package.version:18}{part:13}{licence or '?'}{verdict}")
    return int(refused > 0)


if __name__ == "__main__":
    sys.exit(main())
