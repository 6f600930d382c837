"""Write a report of the listed claims: whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.claims.without_secrets import plain_name
from claimtracker.deadlines import FROM_CONDITION
from claimtracker.operations.read_deadline import Reader, reader
from claimtracker.operations.terms_of_office import Terms, terms_of_office
from claimtracker.operations.what_would_change import never, no_progress, reread
from claimtracker.reports.conventions import conventions_text
from claimtracker.reports.csv_report import csv_lines
from claimtracker.reports.json_report import json_lines
from claimtracker.storage import claim_list
from claimtracker.storage.engine import PATH
from claimtracker.storage.report_rows import BATCH_ROWS, listed_rows
from claimtracker.storage.verdict_labels import kept_labels

_FORMATS: dict[str, Callable[[Iterable[ReportRow]], Iterator[bytes]]] = {
    ".csv": csv_lines,
    ".json": json_lines,
}
_MOST_KNOWN = 10_000  # readings
SUFFIXES = tuple(_FORMATS)
CONVENTIONS_SUFFIX = ".conventions.txt"


def conventions_path(path: Path) -> Path:
    """Where the conventions behind a report are written: neither format has a place for them."""
    return path.with_name(f"{path.name}{CONVENTIONS_SUFFIX}")


class ExportCancelled(ClaimTrackerError):
    """The person stopped the export; no file was written."""


def export_report(
    session: Session,
    path: Path,
    listing: Listing,
    *,
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> int:
    """Write the listing to `path` by its suffix and return the number of claims.

    Beside it, `conventions_path` gets the conventions that its deadlines were read by, and the
    claims that keep another reading. The report is one consistent picture: ids, rows and
    conventions are read in the same transaction. Files that stood there are replaced only when
    the new ones are complete. Raises ClaimTrackerError for an unknown suffix, a place that cannot
    be written, a cancelled export, and a damaged database of which not every claim is found.
    """
    lines = _FORMATS.get(path.suffix.lower())
    if lines is None:
        raise ClaimTrackerError(f"“{plain_name(path)}” must end in {' or '.join(SUFFIXES)}.")
    ids = claim_list.ids(session, listing)
    readings = _Readings(reader(session), terms_of_office(session), kept_labels(session))

    def rows() -> Iterator[ReportRow]:
        for number, row in enumerate(listed_rows(session, ids, listing.as_of)):
            if number % BATCH_ROWS == 0:
                if is_cancelled():
                    raise ExportCancelled("The export was cancelled; no file was written.")
                on_progress(number, len(ids))
            readings.note(row)
            yield row

    places = [_place(session, path), _place(session, conventions_path(path))]
    told = (f"{line}\n".encode() for line in readings.told(path.name, listing.as_of.today))
    _write_whole(dict(zip(places, (lines(rows()), told), strict=True)))
    on_progress(len(ids), len(ids))
    return len(ids)


@dataclass
class _Readings:
    """The conventions, and which claims of the report keep a reading that they would not give."""

    by_policy: Reader
    terms: Terms
    labels: VerdictLabels
    otherwise: list[int] = field(default_factory=list)
    _known: dict[tuple[object, ...], bool] = field(default_factory=dict, init=False)
    """By all that a reading rests on and what is stored of it: many claims say "next year"."""

    def note(self, row: ReportRow) -> None:
        """Note the claim if its words read otherwise than it says."""
        if row.rule.endswith(FROM_CONDITION):
            return  # a convention of its own kind: the rule in the report says so
        term = self.terms.of(row.claimant, row.stated_on)
        stored = row.opens_on, row.due_on, row.latest_on, row.rule
        key = row.deadline_wording, row.stated_on, term, *stored
        is_otherwise = self._known.get(key)
        if is_otherwise is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            is_otherwise = self._known[key] = reread(row, self.by_policy, term) is not None
        if is_otherwise:
            self.otherwise.append(row.id)

    def told(self, report: str, today: date) -> Iterator[str]:
        """The lines for the report's reader, once every row was noted."""
        policy = self.by_policy.policy
        yield from conventions_text(policy, report, today, self.otherwise, self.labels)


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
            told = "it is read-only; make it writable or choose another place"
            raise ClaimTrackerError(f"{path} cannot be written: {told}.")
    return place


def _is_same(place: Path, database: Path) -> bool:
    return os.path.exists(database) and os.path.samefile(place, database)


def _write_whole(pieces_by_place: Mapping[Path, Iterable[bytes]]) -> None:
    """Write beside each place, in order, and move there at the end: all is whole or it is not."""
    with ExitStack() as folders:
        parts = {
            place: _written_beside(place, pieces, folders)
            for place, pieces in pieces_by_place.items()
        }
        for place, part in reversed(parts.items()):  # the report last: it never stands alone
            with _refusing(place):
                os.replace(part, place)


def _written_beside(place: Path, pieces: Iterable[bytes], folders: ExitStack) -> Path:
    """Write everything to a file on the same disk, with the permissions of the one it replaces."""
    with _refusing(place):
        made = tempfile.TemporaryDirectory(dir=place.parent, prefix=".report-")
        part = Path(folders.enter_context(made)) / "report"
        with part.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():  # whoever could not read the old one cannot read the new one
            shutil.copymode(place, part)
    return part


@contextmanager
def _refusing(place: Path) -> Iterator[None]:
    """Say in one sentence what the world did to this place."""
    try:
        yield
    except OSError as error:
        raise ClaimTrackerError(f"{place} cannot be written: {reason(error)}.") from error
