"""Web archive files (WARC 1.1, ISO 28500) of what was received, by warcio; and back again."""

import hashlib
import http.client
import zlib
from base64 import b32encode
from datetime import datetime
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimtracker import __version__
from claimtracker.articles.documents.document import Document
from claimtracker.claims.errors import ClaimTrackerError

from .fetch import BrokenOff
from .received import MOST, Answer, Received, unpacked

_ABOUT = {
    "software": f"ClaimTracker/{__version__}",
    "format": "WARC File Format 1.1",
    "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
}
_MOST_BLOCK = MOST + 10_000_000  # bytes of one answer with its headers and the frames of its chunks
_MOST_IN_ALL = 2 * _MOST_BLOCK
_MOST_MEMBERS = 200  # of the gzip file; ours have two an answer
_GZIP = 31  # zlib's number for that format
_TOO_MUCH = "The web archive holds more than is read."
_DAMAGED = "The web archive is damaged: no answer of a server can be read from it."
_BREAKS = (ArchiveLoadFailed, zlib.error, http.client.HTTPException, OSError, EOFError, ValueError)


class _AsItCame(StatusAndHeaders):  # type: ignore[misc] # warcio has no types
    """Status and headers that are written as they came; warcio would tidy them."""

    def __init__(self, head: bytes) -> None:
        super().__init__("as it came", [])
        self.headers_buff = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Leave the bytes as they are."""


def warc_of(received: Received) -> bytes:
    """Return a .warc.gz of all that was asked and answered, in that order, byte for byte.

    Each record has the moment of its question and its digests (SHA-256); what is not whole says
    so (WARC-Truncated). Nothing received gives no bytes.
    """
    if not received.answers:
        return b""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    about = writer.create_warcinfo_record(None, _ABOUT)
    about.rec_headers.replace_header("WARC-Date", _moment(received.asked_at))
    writer.write_record(about)
    for answer in received.answers:
        request = _record(writer, answer, "request", answer.request, b"")
        response = _record(writer, answer, "response", answer.head, answer.body)
        response.rec_headers.add_header("WARC-IP-Address", answer.number)
        if answer.truncated:
            response.rec_headers.add_header("WARC-Truncated", answer.truncated)
        writer.write_request_response_pair(request, response)
    return out.getvalue()


def document_in(data: bytes) -> Document:
    """Return the document of the last answer in a WARC file, unpacked, as far as it goes.

    Raises ClaimTrackerError where there is none, or more of it than is read.
    """
    try:
        address, block = _last_answer(data)
        document, _ = unpacked(block, address, MOST)
    except BrokenOff:
        raise
    except _BREAKS as error:
        raise ClaimTrackerError(_DAMAGED) from error
    return document


def _record(
    writer: WARCWriter, answer: Answer, kind: str, head: bytes, body: bytes
) -> ArcWarcRecord:
    told = {
        "WARC-Date": _moment(answer.asked_at),
        "WARC-Block-Digest": _digest(head + body),
        "WARC-Payload-Digest": _digest(body),
    }
    return writer.create_warc_record(
        answer.address,
        kind,
        payload=BytesIO(body),
        length=len(body),
        warc_headers_dict=told,
        http_headers=_AsItCame(head),
    )


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _digest(data: bytes) -> str:
    return "sha256:" + b32encode(hashlib.sha256(data).digest()).decode("ascii")


def _last_answer(data: bytes) -> tuple[str, bytes]:
    """Return address and block of the last response; reads no more than one may have."""
    found, size = None, 0
    for record in ArchiveIterator(BytesIO(_unpacked(data)), no_record_parse=True):
        size += _size(record)
        if size > _MOST_IN_ALL:
            raise ClaimTrackerError(_TOO_MUCH)
        if record.rec_type == "response":
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            found = (address, record.raw_stream.read(_MOST_BLOCK))
    if found is None:
        raise ClaimTrackerError(_DAMAGED)
    return found


def _unpacked(data: bytes) -> bytes:
    """Return the records without the gzip around each: a few bytes may stand for gigabytes."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    found = bytearray()
    for _ in range(_MOST_MEMBERS):
        member = zlib.decompressobj(_GZIP)
        found += member.decompress(data, _MOST_IN_ALL + 1 - len(found))
        if len(found) > _MOST_IN_ALL:
            raise ClaimTrackerError(_TOO_MUCH)
        data = member.unused_data
        if not data:
            return bytes(found)
    raise ClaimTrackerError(_TOO_MUCH)


def _size(record: ArcWarcRecord) -> int:
    """Return how much a record says that it holds: more than that is not read of it."""
    if record.length is None or record.format != "warc":
        raise ArchiveLoadFailed("no length")
    return int(record.length)
