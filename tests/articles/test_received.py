"""What servers answer is kept byte for byte, whatever its type and its status."""

import gzip
import itertools
import threading
import tracemalloc
from datetime import UTC, datetime, timedelta

import pytest

from claimtracker.articles.web.received import received
from claimtracker.articles.web.warc import document_in, warc_of
from tests.articles.local_server import LOOPBACK, Answer, Server, redirect
from tests.articles.made_documents import PAGE
from tests.articles.receiving import got, kept_in, sent, zeros

ODD_HEAD = (
    b"HTTP/1.1 200 Very  well\r\nX-Odd: caf\xe9 \xff\xfe\r\nset-cookie: a=1\r\n"
    b"X-Tight:none\r\nSet-Cookie: b=2\r\nContent-Type:  text/plain \r\nContent-Length: 8\r\n\r\n"
)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"


def test_a_page_is_received_as_it_was_sent(server: Server) -> None:
    packed = gzip.compress(PAGE.encode())
    server.answers["/a"] = Answer(packed, headers={"Content-Encoding": "gzip"})
    before = datetime.now(UTC)
    found = got(server.address("/a#part"))
    assert found.failure == ""
    assert before <= found.asked_at <= found.answers[0].asked_at <= datetime.now(UTC)
    assert found.asked_at.utcoffset() == timedelta(0)
    assert found.last is not None
    assert (found.last.status, found.last.reason) == (200, "OK")
    assert found.last.address == server.address("/a")
    assert found.last.number == "127.0.0.1"
    assert found.last.body == packed
    assert found.last.request.startswith(b"GET /a HTTP/1.1\r\n")
    assert found.document is not None
    assert found.document.data == PAGE.encode()
    assert found.document.url == server.address("/a#part")
    assert found.document.bare_media_type == "text/html"


def test_redirects_are_kept_with_the_beginning_of_what_they_say(server: Server) -> None:
    server.answers["/a"] = redirect("/b", content=b"m" * 200_000)
    server.answers["/b"] = redirect("/c", 301)
    server.answers["/c"] = Answer(b"\x89PNG\r\n\x1a\n", media_type="image/png")
    found = got(server.address("/a"))
    assert [answer.status for answer in found.answers] == [302, 301, 200]
    assert [answer.truncated for answer in found.answers] == ["length", "", ""]
    assert len(found.answers[0].body) == 64_000
    assert found.document is not None
    assert found.document.url == server.address("/c")
    assert document_in(warc_of(found)).data == b"\x89PNG\r\n\x1a\n"


def test_headers_keep_their_order_and_every_byte() -> None:
    found = sent([ODD_HEAD + b"We will."])
    assert found.last is not None
    assert found.last.head == ODD_HEAD
    assert [name for name, _ in found.last.headers] == [
        *("X-Odd", "set-cookie", "X-Tight", "Set-Cookie", "Content-Type", "Content-Length")
    ]
    assert found.last.headers[0][1].encode("latin-1") == b"caf\xe9 \xff\xfe"
    kinds = kept_in(warc_of(found))
    assert kinds[1][2] == ODD_HEAD + b"We will."
    assert kinds[2][2] == found.last.request
    assert document_in(warc_of(found)).data == b"We will."


def test_chunks_are_kept_in_their_frames_and_read_without() -> None:
    frames = b"3;a=b\r\nWe \r\n5\r\nwill.\r\n0\r\nX-Late: yes\r\n\r\n"
    found = sent([CHUNKED, frames])
    assert found.last is not None
    assert found.last.body == frames
    assert found.document is not None
    assert found.document.data == document_in(warc_of(found)).data == b"We will."


@pytest.mark.parametrize("status", [204, 304, 401, 403, 404, 410, 429, 451, 500, 503])
def test_what_a_server_says_when_it_refuses_is_kept_too(server: Server, status: int) -> None:
    content = b"" if status in (204, 304) else b"<p>No.</p>"
    server.answers["/a"] = Answer(content, status)
    found = got(server.address("/a"))
    assert found.failure == ""
    assert found.last is not None
    assert found.last.status == status
    assert document_in(warc_of(found)).data == content


BROKEN = {
    "too few bytes": [b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nWe will."],
    "a chunk that ends early": [CHUNKED + b"8\r\nWe will.\r\n20\r\nand"],
    "no number for a chunk": [CHUNKED + b"8\r\nWe will.\r\nzz\r\nand"],
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_breaks_off_is_kept_as_far_as_it_came(what: str) -> None:
    found = sent(BROKEN[what])
    assert "broke off in the middle of the document" in found.failure
    assert found.last is not None
    assert found.last.truncated == "disconnect"
    block = found.last.head + found.last.body
    assert BROKEN[what][0].startswith(block)
    assert b"We will." in found.last.body
    assert found.document is not None
    assert found.document.data.startswith(b"We will.")
    assert document_in(warc_of(found)).data == found.document.data


def test_more_bytes_than_were_announced_are_not_the_document() -> None:
    found = sent([b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nWe will.and more"])
    assert found.failure == ""
    assert found.document is not None
    assert found.document.data == b"We will."


def test_what_is_not_packed_as_it_says_is_kept_with_a_failure() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\n"
    found = sent([head + b"no gzip"])
    assert "broke off" in found.failure
    assert found.last is not None
    assert (found.last.body, found.last.truncated) == (b"no gzip", "")


def test_a_body_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    found = sent(itertools.chain([head], itertools.repeat(b"<p>We will.</p>" * 10_000)))
    assert found.failure == "The document at 127.0.0.1 is over 50 MB, the most that is read."
    assert found.document is None
    assert found.last is not None
    assert (len(found.last.body), found.last.truncated) == (64_000, "length")


def test_frames_of_chunks_without_end_are_given_up() -> None:
    frame = b"1;" + b"x" * 60_000 + b"\r\nW\r\n"
    found = sent(itertools.chain([CHUNKED], itertools.repeat(frame)))
    assert "is over 50 MB" in found.failure
    assert found.last is not None
    assert len(found.last.body) == 64_000


def test_ten_gigabytes_of_packed_zeros_are_refused_with_little_memory() -> None:
    tracemalloc.start()
    try:
        found = sent(zeros(10))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "is over 50 MB" in found.failure
    assert found.document is None
    assert most < 150_000_000
    assert len(warc_of(found)) < 100_000


def test_five_redirects_are_followed_and_six_are_not(server: Server) -> None:
    for number in range(1, 7):
        server.answers[f"/{number}"] = redirect(f"/{number - 1}")
    server.answers["/0"] = Answer(PAGE.encode())
    found = got(server.address("/5"))
    assert (found.failure, len(found.answers)) == ("", 6)
    found = got(server.address("/6"))
    assert "redirects more than 5 times" in found.failure
    assert [answer.status for answer in found.answers] == [302] * 6
    assert found.document is None


def test_a_redirect_into_a_private_network_is_kept_and_not_followed(server: Server) -> None:
    server.answers["/a"] = redirect("http://10.0.0.1/")
    found = got(server.address("/a"))
    assert "inside a private network" in found.failure
    assert [answer.status for answer in found.answers] == [302]
    assert [kind for kind, _, _ in kept_in(warc_of(found))] == ["warcinfo", "response", "request"]


def test_nothing_received_is_no_web_archive() -> None:
    found = got("http://10.0.0.1/")
    assert "inside a private network" in found.failure
    assert found.last is None
    assert warc_of(found) == b""


def test_what_is_no_http_is_a_failure() -> None:
    for answer in (b"SSH-2.0-OpenSSH_9.6\r\n", b""):
        found = sent([answer])
        assert "does not answer as a web server does" in found.failure
        assert found.answers == ()


def test_no_server_is_asked_once_nobody_waits(server: Server) -> None:
    over = threading.Event()
    over.set()
    found = received(server.address("/a"), LOOPBACK, over)
    assert (found.answers, server.asked) == ((), [])
