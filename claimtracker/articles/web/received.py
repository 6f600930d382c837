"""What servers answered at an address, as it was received, before anybody reads it."""

import threading
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from claimtracker.articles.documents.document import Document
from claimtracker.claims.errors import ClaimTrackerError

from .exchange import replayed
from .fetch import TOO_LATE, BrokenOff, Hop, Network, hops, pieces, too_large

SECONDS = 30.0  # for all of it: evidence may be large
MOST = 50_000_000  # bytes of a document, on the wire and unpacked alike
_MOST_HEAD = 7_000_000  # bytes of status and headers, and of the frames of chunks
_MOST_ASIDE = 64_000  # bytes of a body that nobody reads: of a redirect, of what is too large
_NEVER = threading.Event()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one server was asked, and what it answered, byte for byte."""

    address: str  # in ASCII, as the server was asked for it
    number: str  # of the server: the numeric address that was connected to
    asked_at: datetime  # UTC
    request: bytes
    head: bytes  # status and headers, to the blank line
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]  # in their order; each byte is one character (latin-1)
    body: bytes  # as on the wire: packed, and in chunks where it was sent so
    truncated: str = ""  # why the body is not whole, in the word of WARC; "" where it is


@dataclass(frozen=True, slots=True)
class Received:
    """All that was answered on the way that an address leads, redirects first."""

    asked_at: datetime  # UTC
    answers: tuple[Answer, ...] = ()
    document: Document | None = None  # unpacked, whatever the status; None where none came
    failure: str = ""  # why the way, or the document, does not go to its end: one sentence

    @property
    def last(self) -> Answer | None:
        """The answer at the end of the way, as far as it was gone."""
        return self.answers[-1] if self.answers else None


def received(
    address: str, network: Network, is_over: threading.Event, *, most: int = MOST
) -> Received:
    """Return what is answered at an address, of any type and with any status.

    Nothing is raised for what the world does: `failure` says it, and what came before is kept. A
    document of more than `most` bytes, on the wire or unpacked, is not kept. Ends early, with
    whatever it has by then, once `is_over` is set.
    """
    asked_at = datetime.now(UTC)
    answers: list[Answer] = []
    try:
        with closing(hops(address, network, is_over, keeps=most + _MOST_HEAD)) as way:
            for hop in way:
                broken = _drained(hop, is_over, _MOST_ASIDE if hop.onward else most)
                answers.append(_answer(hop, broken.why if broken else ""))
                if not hop.onward:
                    return _ended(hop, asked_at, answers, broken, most)
    except ClaimTrackerError as refusal:
        return Received(asked_at, tuple(answers), failure=str(refusal))
    return Received(asked_at, tuple(answers), failure=TOO_LATE)


def unpacked(block: bytes, address: str, most: int) -> tuple[Document, BrokenOff | None]:
    """Return the document in an answer as kept, head first; and why it does not go to its end.

    Raises BrokenOff where it is more than `most` bytes, http.client.HTTPException where the block
    does not begin as an answer does.
    """
    data, broken = bytearray(), None
    answer, host = replayed(block), urlsplit(address).hostname or "this address"
    try:
        for piece in pieces(answer, host, _NEVER, most=most):
            data += piece
    except BrokenOff as error:
        if error.why == "length":
            raise
        broken = error
    media_type = answer.headers.get("Content-Type", "")
    return Document(bytes(data), media_type=media_type, url=address), broken


def _drained(hop: Hop, is_over: threading.Event, most: int) -> BrokenOff | None:
    """Read the body into the exchange; return why it is not whole, if it is not."""
    host, exchange = hop.place.host, hop.exchange
    try:
        for _ in pieces(hop.answer, host, is_over, most=most, unpacks=False):
            if len(exchange.came) >= most + _MOST_HEAD:  # chunks that are all frame
                raise BrokenOff(too_large(host, most), "length")
    except BrokenOff as broken:
        return broken
    return None


def _answer(hop: Hop, truncated: str) -> Answer:
    exchange, answer = hop.exchange, hop.answer
    body = exchange.body
    return Answer(
        hop.place.uri,
        exchange.number,
        hop.asked_at,
        bytes(exchange.sent),
        exchange.head,
        answer.status,
        answer.reason or "",
        exchange.headers,
        body[:_MOST_ASIDE] if truncated == "length" else body,
        truncated,
    )


def _ended(
    hop: Hop, asked_at: datetime, answers: list[Answer], broken: BrokenOff | None, most: int
) -> Received:
    """Return what was received, with the document of the last answer as far as it came."""
    last, document = answers[-1], None
    if broken is None or broken.why != "length":
        try:
            document, torn = unpacked(last.head + last.body, hop.place.address, most)
            broken = broken or torn
        except BrokenOff as too_much:
            broken = too_much
            answers[-1] = replace(last, body=last.body[:_MOST_ASIDE], truncated=too_much.why)
    return Received(asked_at, tuple(answers), document, str(broken or ""))
