"""Asks a Wayback Machine for copies of a page: one that it has, or a new one.

Its answers come from outside like any other: capped, checked, and never believed about the page.
"""

import json
import threading
from collections.abc import Callable
from contextlib import closing
from typing import TypeVar
from urllib.parse import quote, urljoin, urlsplit

from claimtracker.articles.in_time import Stopped, in_time
from claimtracker.claims.archive_links import Snapshot, wayback_snapshot
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.web_address import ascii_host, shown_address

from .answers import refuse_status
from .fetch import Network, hops
from .received import received

SERVICE = "https://web.archive.org"
SECONDS_TO_SAVE = 120.0  # the archive fetches the page itself before it answers

T = TypeVar("T")

_MOST = 100_000  # bytes of an answer in JSON: it is a line or two
_STOPPED = "Asking the archive was stopped."


def existing_snapshot(
    address: str,
    service: str = SERVICE,
    network: Network | None = None,
    stop: threading.Event | None = None,
) -> Snapshot:
    """Return the newest copy of a page that was answered with 200.

    Raises ClaimTrackerError where the archive has none, does not answer, or answers nonsense.
    """
    page, base = _asked_about(address), _base(service)
    asked = quote(page, safe="")
    query = (
        f"{base}/cdx/search/cdx?url={asked}&output=json&limit=-1"
        "&fl=timestamp,original,statuscode&filter=statuscode:200"
    )
    used = network or Network()
    rows = _waited(lambda is_over: _rows(query, used, is_over), used, stop)
    if not rows:
        raise ClaimTrackerError("The archive has no copy of this page.")
    moment, original = rows[-1][:2]
    return _checked(_copy_at(base, f"{base}/web/{moment}/{original}"), page)


def new_snapshot(
    address: str,
    service: str = SERVICE,
    network: Network | None = None,
    stop: threading.Event | None = None,
) -> Snapshot:
    """Have the archive take a copy of a page now, and return it.

    Raises ClaimTrackerError where it takes none, or does not say where it is.
    """
    page, base = _asked_about(address), _base(service)
    used = network or Network(seconds=SECONDS_TO_SAVE)
    return _waited(lambda is_over: _saved(base, page, used, is_over), used, stop)


def _waited(
    work: Callable[[threading.Event], T], network: Network, stop: threading.Event | None
) -> T:
    try:
        return in_time(work, network.seconds, stop)
    except Stopped as stopped:
        raise ClaimTrackerError(_STOPPED) from stopped
    except TimeoutError as error:
        raise ClaimTrackerError("The archive does not answer in time; try again later.") from error


def _asked_about(address: str) -> str:
    """Return the page as the archive may know of it: in full, without the part after "#"."""
    shown = shown_address(address.strip()).partition("#")[0]
    if not shown:
        raise ClaimTrackerError("Only an address of the web, without a login, can be archived.")
    return shown


def _base(service: str) -> str:
    shown = shown_address(service.strip()).rstrip("/")
    if not shown or "?" in shown or "#" in shown:
        raise ClaimTrackerError("The address of the archive in the settings is no web address.")
    return shown


def _rows(query: str, network: Network, is_over: threading.Event) -> list[list[str]]:
    """Return the rows of an index in JSON, without the one that names the columns."""
    found = received(query, network, is_over, most=_MOST)
    if found.failure or found.last is None or found.document is None:
        raise ClaimTrackerError(found.failure or _STOPPED)
    _refuse(found.last.status, urlsplit(query).hostname or "")
    return _read_rows(found.document.data.strip())


def _read_rows(text: bytes) -> list[list[str]]:
    try:
        rows = json.loads(text) if text else []
    except (ValueError, RecursionError) as error:
        raise _nonsense() from error
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise _nonsense()
    return rows[1:]


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == 3 and all(isinstance(cell, str) for cell in row)


def _saved(base: str, page: str, network: Network, is_over: threading.Event) -> Snapshot:
    """Return the copy that the answer leads to, without loading it."""
    with closing(hops(f"{base}/save/{page}", network, is_over)) as way:
        for hop in way:
            told = hop.onward or hop.answer.headers.get("Content-Location", "")
            copy = _copy_at(base, _joined(hop.place.address, told)) if told else None
            if copy is not None:
                return _checked(copy, page)
            if not hop.onward:
                _refuse(hop.answer.status, hop.place.host)
    raise ClaimTrackerError("The archive does not say where its copy is; look for it there later.")


def _copy_at(base: str, told: str) -> Snapshot | None:
    """Return the copy at an address that the archive told, if it is one of its own."""
    address, here = shown_address(told), urlsplit(base)
    if urlsplit(address).netloc != here.netloc:
        return None
    return wayback_snapshot(address, here.path)


def _joined(address: str, told: str) -> str:
    try:
        return urljoin(address, told)
    except ValueError:  # such as a bracket that is not closed
        return ""


def _refuse(status: int, host: str) -> None:
    if status == 429 or status >= 500:
        refuse_status(status, host)
    if status != 200:
        raise ClaimTrackerError(f"The archive does nothing for this page (it answered {status}).")


def _checked(copy: Snapshot | None, page: str) -> Snapshot:
    if copy is None or _site(copy.original) != _site(page):
        raise _nonsense()
    return copy


def _site(address: str) -> str:
    """Return the host of an address as an archive counts it: with and without www are one."""
    return ascii_host(urlsplit(shown_address(address))).removeprefix("www.")


def _nonsense() -> ClaimTrackerError:
    return ClaimTrackerError("The archive answers what is no copy of this page.")
