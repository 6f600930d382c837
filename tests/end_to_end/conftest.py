"""Every journey is skipped, with the reason, where a real window cannot be shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.screen import Screen, missing_tools, open_screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of its own."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"a journey in a real window needs {' '.join(missing)}")
    with open_screen(tmp_path) as opened:
        yield opened
