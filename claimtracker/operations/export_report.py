"""Write a report of the listed claims: whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.reports.csv_report import csv_lines
from claimtracker.reports.json_report import json_lines
from claimtracker.storage import claim_list
from claimtracker.storage.engine import PATH
from claimtracker.storage.report_rows import BATCH_ROWS, report_rows

_FORMATS: dict[str, Callable[[Iterable[ReportRow]], Iterator[bytes]]] = {
    ".csv": csv_lines,
    ".json": json_lines,
}
SUFFIXES = tuple(_FORMATS)


class ExportCancelled(ClaimTrackerError):
    """The person stopped the export; no file was written."""


def _no_progress(_done: int, _total: int) -> None:
    """Listen to nobody."""


def _never() -> bool:
    return False


def export_report(
    session: Session,
    path: Path,
    listing: Listing,
    *,
    on_progress: Callable[[int, int], None] = _no_progress,
    is_cancelled: Callable[[], bool] = _never,
) -> int:
    """Write the listing to `path` by its suffix and return the number of claims.

    The report is one consistent picture: ids and rows are read in the same transaction. A file
    that stood there is replaced only when the new one is complete. Raises ClaimTrackerError for
    an unknown suffix, a place that cannot be written, and a cancelled export.
    """
    lines = _FORMATS.get(path.suffix.lower())
    if lines is None:
        raise ClaimTrackerError(f"“{path.name}” must end in {' or '.join(SUFFIXES)}.")
    ids = claim_list.ids(session, listing)

    def rows() -> Iterator[ReportRow]:
        for number, row in enumerate(report_rows(session, ids, listing.as_of)):
            if number % BATCH_ROWS == 0:
                if is_cancelled():
                    raise ExportCancelled("The export was cancelled; no file was written.")
                on_progress(number, len(ids))
            yield row

    _write_whole(_place(session, path), lines(rows()))
    on_progress(len(ids), len(ids))
    return len(ids)


def _place(session: Session, path: Path) -> Path:
    """Where the report goes, links followed; refused where something else would be lost."""
    place = Path(os.path.realpath(path))
    if os.path.isdir(place):  # Path.is_dir raises for a name that is too long
        raise ClaimTrackerError(f"{path} is a folder; name a file in it.")
    if os.path.exists(place):
        if not os.path.isfile(place):
            raise ClaimTrackerError(f"{path} is not a file.")
        if _is_same(place, session.info[PATH]):
            raise ClaimTrackerError(f"{path} is the database itself; name another file.")
        if not os.access(place, os.W_OK):
            raise ClaimTrackerError(f"{path} cannot be written: it is read-only.")
    return place


def _is_same(place: Path, database: Path) -> bool:
    return os.path.exists(database) and os.path.samefile(place, database)


def _write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the place and move there at the end: a report is whole or it is not."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".report-") as folder:
            part = Path(folder) / "report"
            with part.open("wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():  # whoever could not read the old one cannot read the new one
                shutil.copymode(path, part)
            os.replace(part, path)
    except OSError as error:
        raise ClaimTrackerError(f"{path} cannot be written: {error.strerror}.") from error
