"""What the tests of received evidence share."""

import gzip
import io
import itertools
import threading
from collections.abc import Iterable

from warcio.archiveiterator import ArchiveIterator

from claimtracker.articles.web.fetch import Network
from claimtracker.articles.web.received import Received, received
from tests.articles.local_server import LOOPBACK
from tests.articles.raw_server import sending

NEVER = threading.Event()


def got(address: str, network: Network = LOOPBACK) -> Received:
    return received(address, network, NEVER)


def sent(*answers: Iterable[bytes]) -> Received:
    with sending(*answers) as address:
        return got(address)


def kept_in(data: bytes) -> list[tuple[str, str, bytes]]:
    """Type, address and block of each record of a WARC file."""
    return [
        (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI") or "",
            record.raw_stream.read(),
        )
        for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True)
    ]


def zeros(gigabytes: int) -> Iterable[bytes]:
    """Zeros by gzip, a member for each 10 MB: made once, sent again and again."""
    member = gzip.compress(bytes(10_000_000))
    yield b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n"
    yield from itertools.repeat(member, gigabytes * 100)
