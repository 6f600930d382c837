"""The web archive that evidence is kept in: as others read it, and as it is read again here."""

import gzip
import io
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from claimtracker import __version__
from claimtracker.articles.documents.extract import article_in
from claimtracker.articles.documents.kinds import kind_of
from claimtracker.articles.web import received, warc
from claimtracker.articles.web.received import Received
from claimtracker.articles.web.warc import document_in, warc_of
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.local_server import Answer, Server, redirect
from tests.articles.made_documents import PAGE, PAGE_TEXT, pdf
from tests.articles.receiving import got, kept_in, zeros


def checked(data: bytes, path: pytest.TempPathFactory) -> int:
    place = path.mktemp("warc") / "a.warc.gz"
    place.write_bytes(data)
    status: int = Checker(SimpleNamespace(inputs=[str(place)], verbose=False)).process_all()
    return status


def test_the_web_archive_passes_the_checker_and_one_wrong_byte_does_not(
    server: Server, tmp_path_factory: pytest.TempPathFactory
) -> None:
    server.answers["/a"] = redirect("/b?q=ä")
    server.answers["/b?q=%C3%A4"] = Answer(pdf([["We will build by June."]]))
    found = got(server.address("/a"))
    data = warc_of(found)
    assert checked(data, tmp_path_factory) == 0
    assert found.last is not None
    wrong = zlib_members(data, found.last.body[:10], b"X" * 10)
    assert checked(wrong, tmp_path_factory) == 1


def zlib_members(data: bytes, old: bytes, new: bytes) -> bytes:
    """Replace some bytes inside a file of gzip members."""
    out = b""
    while data:
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
        out += gzip.compress(unpacking.decompress(data).replace(old, new))
        data = unpacking.unused_data
    return out


def test_each_record_says_who_wrote_it_when_and_what_it_holds(server: Server) -> None:
    server.answers["/a"] = Answer(PAGE.encode())
    found = got(server.address("/a"))
    assert found.last is not None
    about, response, request = list(_headers(warc_of(found)))
    assert about["WARC-Type"] == "warcinfo"
    assert f"ClaimTracker/{__version__}" in kept_in(warc_of(found))[0][2].decode()
    moment = found.last.asked_at.isoformat().replace("+00:00", "Z")
    for told in (response, request):
        assert told["WARC-Date"] == moment
        assert told["WARC-Target-URI"] == server.address("/a")
        assert told["WARC-Payload-Digest"].startswith("sha256:")
        assert told["WARC-Block-Digest"].startswith("sha256:")
    assert response["WARC-IP-Address"] == "127.0.0.1"
    assert request["WARC-Concurrent-To"] == response["WARC-Record-ID"]


def _headers(data: bytes) -> Iterable[dict[str, str]]:
    for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True):
        yield dict(record.rec_headers.headers)


def test_what_was_kept_is_read_like_any_web_archive(server: Server) -> None:
    server.answers["/a"] = redirect("/b")
    server.answers["/b"] = Answer(
        gzip.compress(PAGE.encode()), headers={"Content-Encoding": "gzip"}
    )
    data = warc_of(got(server.address("/a")))
    document = document_in(data)
    assert document.url == server.address("/b")
    assert document.media_type == "text/html; charset=utf-8"
    assert article_in(document, kind_of(document)).text == PAGE_TEXT


def test_a_large_document_comes_back_whole(server: Server) -> None:
    content = bytes(range(256)) * 40_000
    server.answers["/a"] = Answer(content, media_type="application/octet-stream")
    assert document_in(warc_of(got(server.address("/a")))).data == content


def test_what_is_no_web_archive_says_so(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["/a"] = Answer(PAGE.encode())
    good = warc_of(got(server.address("/a")))
    for bad in (b"", b"no archive", b"\x1f\x8b", good[:100], good[:-200], b"WARC/1.1\r\n\r\n"):
        with pytest.raises(ClaimTrackerError, match="damaged"):
            document_in(bad)
    monkeypatch.setattr(warc, "_MOST_IN_ALL", 10)
    with pytest.raises(ClaimTrackerError, match="holds more than is read"):
        document_in(good)


def test_a_packed_flood_in_a_web_archive_is_refused_with_little_memory() -> None:
    head, *_ = zeros(0)
    member = gzip.compress(bytes(10_000_000))
    answer = received.Answer(
        address="http://a.org/",
        number="192.0.2.1",
        asked_at=datetime.now(UTC),
        request=b"GET / HTTP/1.1\r\n\r\n",
        head=head,
        status=200,
        reason="OK",
        headers=(),
        body=member * 1_000,
    )
    flood = warc_of(Received(answer.asked_at, (answer,)))
    with pytest.raises(ClaimTrackerError, match="is over 50 MB"):
        document_in(flood)


def test_a_web_archive_that_unpacks_to_gigabytes_is_refused_with_little_memory() -> None:
    head = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9999999999\r\n\r\n"
    zeros = gzip.compress(bytes(200_000_000))
    for bomb in (gzip.compress(head) + zeros, zeros * 20, gzip.compress(b"WARC/1.1\r\n") * 1_000):
        with pytest.raises(ClaimTrackerError):
            document_in(bomb)
