"""A file that something else emptied while it was open is never made into a new database."""

from pathlib import Path

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.engine import open_database


def test_an_emptied_file_is_refused_and_stays_as_it_is(database_path: Path) -> None:
    database = open_database(database_path)
    database.look()
    database_path.unlink()
    database_path.touch()
    with pytest.raises(ClaimTrackerError, match="is empty now"):
        database.look()
    assert database_path.stat().st_size == 0
    database.close()
