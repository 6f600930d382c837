"""Fetches one document of the web: the only place of the program that asks a foreign server.

Each hop is resolved once, its numeric address checked and then connected to as it is, so that a
name which changes its meaning in between (DNS rebinding) leads nowhere. No proxy, no cookies.
"""

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import certifi
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    SSLError,
    TimeoutError,
)

from claimtracker.articles.documents.document import Document
from claimtracker.articles.documents.kinds import LARGEST, MOST_BYTES, DocumentKind
from claimtracker.claims.errors import ClaimTrackerError

from .answers import refuse_media_type, refuse_status
from .place import Resolve, WebPlace

_MOST_REDIRECTS = 5
_MOST_NUMBERS = 3  # of one host that are tried
_PIECE_BYTES = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "ClaimTracker (a fact-checker reads one page)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,*;q=0.5",
}
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True)
class Network:
    """How the network is used; a test stands on loopback, the program never does."""

    allows_loopback: bool = False
    seconds: float = 20.0  # for everything, from the name to the last byte
    connect_seconds: float = 6.0
    resolve: Resolve = field(default=socket.getaddrinfo)


def fetched(address: str, network: Network, is_over: threading.Event) -> Document:
    """Return what is found at an address; its `url` is where the last redirect led.

    Raises ClaimTrackerError where there is no document to be had. Ends early, with whatever it
    has, once `is_over` is set: then nobody waits for the answer, and no server is asked any more.
    """
    place = WebPlace.of(address)
    for _ in range(_MOST_REDIRECTS + 1):
        if is_over.is_set():
            return Document(b"", url=place.address)
        answer = _asked(place, network)
        try:
            onward = answer.headers.get("Location", "")
            if answer.status not in _REDIRECTS or not onward:
                return _document(answer, place, is_over)
        finally:
            answer.close()
        place = _next_place(place, onward)
    raise ClaimTrackerError(
        f"{place.host} redirects more than {_MOST_REDIRECTS} times and is not followed further."
    )


def _next_place(place: WebPlace, onward: str) -> WebPlace:
    try:
        return WebPlace.of(urljoin(place.address, onward))
    except ValueError as error:  # such as a bracket that is not closed
        raise ClaimTrackerError(f"{place.host} redirects to what is no address.") from error


def _asked(place: WebPlace, network: Network) -> urllib3.BaseHTTPResponse:
    """Return the answer of the first of the host's numeric addresses that takes a connection."""
    numbers = place.numbers(network.resolve, allows_loopback=network.allows_loopback)
    problem: HTTPError = HTTPError("no numeric address")
    for number in numbers[:_MOST_NUMBERS]:
        try:
            return _answer(place, number, network)
        except (NewConnectionError, ConnectTimeoutError) as error:
            problem = error
        except HTTPError as error:
            raise ClaimTrackerError(_no_answer(place, error)) from error
    raise ClaimTrackerError(_no_answer(place, problem)) from problem


def _answer(place: WebPlace, number: str, network: Network) -> urllib3.BaseHTTPResponse:
    pool = _pool(place, number)
    return pool.urlopen(
        "GET",
        place.target,
        headers={**_HEADERS, "Host": place.host_header},
        retries=False,
        redirect=False,
        timeout=urllib3.Timeout(connect=network.connect_seconds, read=network.seconds),
        preload_content=False,
    )


def _pool(place: WebPlace, number: str) -> urllib3.HTTPConnectionPool:
    """Return the way to one numeric address; the certificate must hold for the host's name."""
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(number, place.port)
    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())  # some platforms come without a store
    return urllib3.HTTPSConnectionPool(
        number,
        place.port,
        ssl_context=trust,
        server_hostname=place.host,
        assert_hostname=place.host,
    )


def _no_answer(place: WebPlace, problem: HTTPError) -> str:
    if isinstance(problem, SSLError):
        return f"The certificate of {place.host} does not hold, so the page is not read."
    is_refused = isinstance(problem, NewConnectionError)  # to urllib3, a kind of TimeoutError
    if isinstance(problem, TimeoutError) and not is_refused:
        return f"{place.host} does not answer in time; try again later."
    if isinstance(problem, ProtocolError):
        return f"{place.host} breaks off, or does not answer as a web server does."
    return f"{place.host} cannot be reached: it is down, or there is no connection."


def _document(
    answer: urllib3.BaseHTTPResponse, place: WebPlace, is_over: threading.Event
) -> Document:
    refuse_status(answer.status, place.host)
    media_type = answer.headers.get("Content-Type", "")
    document = Document(b"", media_type=media_type, url=place.address)
    refuse_media_type(document.bare_media_type, place.host)
    is_page = document.bare_media_type in _PAGE_TYPES
    most = MOST_BYTES[DocumentKind.HTML] if is_page else LARGEST
    try:
        data = b"".join(_pieces(answer, most, place, is_over))
    except TimeoutError as error:
        raise ClaimTrackerError(_no_answer(place, error)) from error
    except (HTTPError, OSError) as error:
        broke_off = f"{place.host} broke off in the middle of the document; try again."
        raise ClaimTrackerError(broke_off) from error
    return Document(data, media_type=media_type, url=place.address)


def _pieces(
    answer: urllib3.BaseHTTPResponse, most: int, place: WebPlace, is_over: threading.Event
) -> Iterator[bytes]:
    size = 0
    while not is_over.is_set() and (piece := answer.read1(_PIECE_BYTES, decode_content=True)):
        size += len(piece)
        if size > most:
            told = f"The document at {place.host} is over {most // 1_000_000} MB"
            raise ClaimTrackerError(f"{told}, the most that is read.")
        yield piece
