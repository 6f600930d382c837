"""Addresses of copies in web archives: which page they keep, and when the copy was taken."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from .web_address import ascii_host, shown_address

WAYBACK = "Wayback Machine"
ARCHIVE_TODAY = "archive.today"
PERMA = "Perma.cc"

_WAYBACK_PATH = re.compile(r"/web/(?P<moment>[0-9]{14})(?:[a-z]{2}_|\*)?/(?P<original>.+)")
_TODAY_PATH = re.compile(
    r"/(?P<moment>[0-9]{14}|[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9]{6})/(?P<original>.+)"
)
_TODAY_CODE = re.compile(r"/(?!faq(?:/|$))[A-Za-z0-9]{4,8}(?:/(?:image|scr\.png)?)?")
_PERMA_CODE = re.compile(r"/[A-Z0-9]{2,4}-[A-Z0-9]{2,4}/?", re.IGNORECASE)
_PERMA_PAGES = frozenset({"/sign-up", "/log-in"})
_ONE_SLASH = re.compile(r"(https?):/(?=[^/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a page in a web archive."""

    service: str
    address: str  # of the copy
    original: str  # of the page; "" where the address of the copy does not tell
    taken_at: datetime | None  # UTC; None where the address does not tell


def snapshot_of(address: str) -> Snapshot | None:
    """Return what an address says of the copy that it leads to; None where it leads to none.

    The forms are those of web.archive.org, of archive.today with its mirrors and of perma.cc.
    """
    if not shown_address(address):
        return None
    parts = urlsplit(address)
    read = _READ.get(ascii_host(parts))
    if read is None or parts.port not in (None, 80, 443):
        return None
    return read(address)


def wayback_snapshot(address: str, within: str = "") -> Snapshot | None:
    """Return what an address of any Wayback Machine says, also of one that is not archive.org's.

    `within` is the path below which that one lies.
    """
    return _with_original(WAYBACK, _WAYBACK_PATH, address, within)


def _today_snapshot(address: str) -> Snapshot | None:
    if _TODAY_CODE.fullmatch(urlsplit(address).path):
        return Snapshot(ARCHIVE_TODAY, address, "", None)
    return _with_original(ARCHIVE_TODAY, _TODAY_PATH, address)


def _perma_snapshot(address: str) -> Snapshot | None:
    path = urlsplit(address).path
    is_copy = _PERMA_CODE.fullmatch(path) and path.lower() not in _PERMA_PAGES
    return Snapshot(PERMA, address, "", None) if is_copy else None


def _with_original(
    service: str, form: re.Pattern[str], address: str, within: str = ""
) -> Snapshot | None:
    begin = urlsplit(address).netloc + within
    found = form.fullmatch(address.partition(begin)[2]) if begin else None
    if found is None:
        return None
    original = _ONE_SLASH.sub(r"\1://", found["original"], count=1)
    if "://" not in original.partition("?")[0]:
        original = f"http://{original}"
    taken_at = _moment(found["moment"])
    if taken_at is None or not shown_address(original):
        return None
    return Snapshot(service, address, original, taken_at)


def _moment(digits: str) -> datetime | None:
    try:
        told = digits.replace(".", "").replace("-", "")
        return datetime.strptime(told, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:  # no day or hour of any calendar
        return None


_ENDINGS_OF_TODAY = ("today", "ph", "is", "li", "vn", "fo", "md")
_READ: dict[str, Callable[[str], Snapshot | None]] = {
    "web.archive.org": wayback_snapshot,
    "perma.cc": _perma_snapshot,
    **{f"archive.{ending}": _today_snapshot for ending in _ENDINGS_OF_TODAY},
}
