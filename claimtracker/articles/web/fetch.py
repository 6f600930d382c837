"""Fetches one document of the web: the only place of the program that asks a foreign server.

Each hop is resolved once, its numeric address checked and then connected to as it is, so that a
name which changes its meaning in between (DNS rebinding) leads nowhere. No proxy, no cookies.
"""

import socket
import ssl
import threading
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
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
from .exchange import Exchange, KeptPool, KeptTLSPool
from .place import Resolve, WebPlace

TOO_LATE = "The page does not come in time; try again later."
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


@dataclass(frozen=True, slots=True)
class Hop:
    """One server on the way that an address leads, asked and about to be read."""

    place: WebPlace
    answer: urllib3.BaseHTTPResponse
    exchange: Exchange
    asked_at: datetime
    onward: str  # where it sends on; "" at the end of the way


class BrokenOff(ClaimTrackerError):
    """An answer that is not read to its end.

    `why` is the word that WARC has for it: length (too much of it), time or disconnect.
    """

    def __init__(self, told: str, why: str) -> None:
        super().__init__(told)
        self.why = why


def fetched(address: str, network: Network, is_over: threading.Event) -> Document:
    """Return what is found at an address; its `url` is where the last redirect led.

    Raises ClaimTrackerError where there is no document to be had. Ends early, with nothing, once
    `is_over` is set: then nobody waits for the answer, and no server is asked any more.
    """
    with closing(hops(address, network, is_over)) as way:
        for hop in way:
            if not hop.onward:
                return _document(hop, is_over)
    return Document(b"", url=address)


def hops(
    address: str, network: Network, is_over: threading.Event, *, keeps: int = 0
) -> Generator[Hop]:
    """Ask at an address and then wherever it redirects to; the last hop leads no further.

    A hop is open until the next one is asked for. Up to `keeps` bytes of each answer are kept as
    they come. Raises ClaimTrackerError where the way ends in none; ends once `is_over` is set.
    """
    place = WebPlace.of(address)
    for _ in range(_MOST_REDIRECTS + 1):
        if is_over.is_set():
            return
        exchange, asked_at = Exchange(keeps, is_over), datetime.now(UTC)
        with closing(_asked(place, network, exchange)) as answer:
            onward = answer.headers.get("Location", "") if answer.status in _REDIRECTS else ""
            yield Hop(place, answer, exchange, asked_at, onward)
        if not onward:
            return
        place = _next_place(place, onward)
    raise ClaimTrackerError(
        f"{place.host} redirects more than {_MOST_REDIRECTS} times and is not followed further."
    )


def pieces(
    answer: urllib3.BaseHTTPResponse,
    host: str,
    is_over: threading.Event,
    *,
    most: int,
    unpacks: bool = True,
) -> Iterator[bytes]:
    """Read the body of an answer bit by bit, unpacked or as sent.

    Raises BrokenOff after `most` bytes, where the answer breaks off, and once `is_over` is set.
    """
    size = 0
    try:
        while piece := answer.read1(_PIECE_BYTES, unpacks):
            size += len(piece)
            if size > most:
                raise BrokenOff(too_large(host, most), "length")
            yield piece
            if is_over.is_set():
                raise BrokenOff(TOO_LATE, "time")
    except TimeoutError as error:
        told = TOO_LATE if is_over.is_set() else _in_no_time(host)
        raise BrokenOff(told, "time") from error
    except (HTTPError, OSError) as error:
        broke_off = f"{host} broke off in the middle of the document; try again."
        raise BrokenOff(broke_off, "disconnect") from error


def too_large(host: str, most: int) -> str:
    """Say that a document has more bytes than are read."""
    return f"The document at {host} is over {most / 1_000_000:g} MB, the most that is read."


def _next_place(place: WebPlace, onward: str) -> WebPlace:
    try:
        return WebPlace.of(urljoin(place.address, onward))
    except ValueError as error:  # such as a bracket that is not closed
        raise ClaimTrackerError(f"{place.host} redirects to what is no address.") from error


def _asked(place: WebPlace, network: Network, exchange: Exchange) -> urllib3.BaseHTTPResponse:
    """Return the answer of the first of the host's numeric addresses that takes a connection."""
    numbers = place.numbers(network.resolve, allows_loopback=network.allows_loopback)
    problem: HTTPError = HTTPError("no numeric address")
    for number in numbers[:_MOST_NUMBERS]:
        try:
            return _answer(_pool(place, number, exchange), place, network)
        except (NewConnectionError, ConnectTimeoutError) as error:
            problem = error
        except HTTPError as error:
            raise ClaimTrackerError(_no_answer(place, error)) from error
    raise ClaimTrackerError(_no_answer(place, problem)) from problem


def _answer(
    pool: urllib3.HTTPConnectionPool, place: WebPlace, network: Network
) -> urllib3.BaseHTTPResponse:
    return pool.urlopen(
        "GET",
        place.target,
        headers={**_HEADERS, "Host": place.host_header},
        retries=False,
        redirect=False,
        timeout=urllib3.Timeout(connect=network.connect_seconds, read=network.seconds),
        preload_content=False,
    )


def _pool(place: WebPlace, number: str, exchange: Exchange) -> urllib3.HTTPConnectionPool:
    """Return the way to one numeric address; the certificate must hold for the host's name."""
    exchange.number = number
    if place.scheme == "http":
        return KeptPool(number, place.port, exchange=exchange)
    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())  # some platforms come without a store
    return KeptTLSPool(
        number,
        place.port,
        ssl_context=trust,
        server_hostname=place.host,
        assert_hostname=place.host,
        exchange=exchange,
    )


def _no_answer(place: WebPlace, problem: HTTPError) -> str:
    if isinstance(problem, SSLError):
        return f"The certificate of {place.host} does not hold, so the page is not read."
    is_refused = isinstance(problem, NewConnectionError)  # to urllib3, a kind of TimeoutError
    if isinstance(problem, TimeoutError) and not is_refused:
        return _in_no_time(place.host)
    if isinstance(problem, ProtocolError):
        return f"{place.host} breaks off, or does not answer as a web server does."
    return f"{place.host} cannot be reached: it is down, or there is no connection."


def _in_no_time(host: str) -> str:
    return f"{host} does not answer in time; try again later."


def _document(hop: Hop, is_over: threading.Event) -> Document:
    answer, place = hop.answer, hop.place
    refuse_status(answer.status, place.host)
    media_type = answer.headers.get("Content-Type", "")
    document = Document(b"", media_type=media_type, url=place.address)
    refuse_media_type(document.bare_media_type, place.host)
    is_page = document.bare_media_type in _PAGE_TYPES
    most = MOST_BYTES[DocumentKind.HTML] if is_page else LARGEST
    return replace(document, data=b"".join(pieces(answer, place.host, is_over, most=most)))
