"""A table to import, written by the test."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.operations.import_claims import ImportResult, import_claims

Import = Callable[..., ImportResult]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    """How many were added, changed, skipped and refused."""
    return result.added, result.changed, result.skipped, len(result.refused)


@pytest.fixture
def take(session: Session, tmp_path: Path) -> Import:
    """Import a table that holds these lines."""

    def taking(
        held: str, *, dry_run: bool = False, columns: Mapping[str, str] | None = None
    ) -> ImportResult:
        path = tmp_path / ("table.json" if held.startswith("[") else "table.csv")
        path.write_text(held, encoding="utf-8", newline="")
        return import_claims(session, path, by="Ada", dry_run=dry_run, columns=columns)

    return taking
