"""A page captured as evidence: kept as it came, and each failure said in one sentence."""

import gzip
import itertools
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from claimtracker.articles.capture_page import PageCapture, capture_page
from claimtracker.articles.web.fetch import Network
from claimtracker.articles.web.warc import document_in
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.local_server import LOOPBACK, Answer, Server, redirect
from tests.articles.made_documents import PAGE, PAGE_TEXT, pdf, web_archive, word
from tests.articles.raw_server import sending
from tests.articles.receiving import zeros

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
STUB = (
    "<html><head><title>Minister promises homes</title></head><body><h1>Minister promises homes"
    "</h1><p>The minister said on Friday that</p><p>Subscribe to continue reading.</p>"
)


def captured(address: str, network: Network = LOOPBACK) -> PageCapture:
    capture = capture_page(address, network=network)
    assert (capture.retrieved_at is None) == (capture.warc == b"")
    if capture.failure:
        assert capture.failure.endswith(".")
        assert "\n" not in capture.failure
        assert capture.article is None
    return capture


def given(server: Server, answer: Answer) -> PageCapture:
    server.answers["/a"] = answer
    return captured(server.address("/a"))


def sent(*pieces: Iterable[bytes]) -> PageCapture:
    with sending(*pieces) as address:
        return captured(address)


def test_a_page_is_captured_with_its_words_and_where_they_come_from(server: Server) -> None:
    before = datetime.now(UTC)
    server.answers["/old"] = redirect("/a")
    server.answers["/a"] = Answer(
        gzip.compress(PAGE.encode()), headers={"Content-Encoding": "gzip"}
    )
    capture = captured(f" {server.address('/old')} ")
    assert capture.failure == ""
    assert capture.mime_type == "text/html"
    assert capture.article is not None
    assert capture.article.text == PAGE_TEXT
    assert capture.article.title == "Minister promises 40,000 homes"
    assert capture.article.publisher == "The Example"
    assert capture.article.published_on == date(2025, 4, 18)
    assert capture.article.canonical_url == "https://example.org/news/homes"
    assert capture.article.url == server.address("/old")
    assert capture.document is not None
    assert capture.document.url == server.address("/a")
    assert document_in(capture.warc).data == PAGE.encode()
    assert capture.retrieved_at is not None
    assert before <= capture.retrieved_at <= datetime.now(UTC)


READ = [
    (pdf([["We will build by June."]]), "application/pdf"),
    (word("We will build by June."), "application/vnd.openxmlformats-officedocument"),
    (b"We will build by June.", "text/plain"),
    (web_archive(("https://a.org/", "200 OK", "text/html", PAGE.encode())), "application/warc"),
]


@pytest.mark.parametrize(("data", "mime_type"), READ)
def test_what_holds_words_is_read_whatever_the_server_calls_it(
    server: Server, data: bytes, mime_type: str
) -> None:
    capture = given(server, Answer(data, media_type="application/octet-stream"))
    assert capture.failure == ""
    assert capture.mime_type.startswith(mime_type)
    assert capture.article is not None
    assert "build" in capture.article.text


NO_WORDS = [
    (PNG, "image/png", "image/png"),
    (PNG, "text/html", "image/png"),
    (pdf([[]]), "application/pdf", "application/pdf"),
    (b"%PDF-1.7 broken", "application/pdf", "application/pdf"),
    (b'{"a": 1}', "application/json", "application/json"),
    (b"MZ\x90\0" + bytes(99), "application/pdf", "application/vnd.microsoft.portable-executable"),
]


@pytest.mark.parametrize(("data", "declared", "mime_type"), NO_WORDS)
def test_what_holds_no_words_is_captured_all_the_same(
    server: Server, data: bytes, declared: str, mime_type: str
) -> None:
    capture = given(server, Answer(data, media_type=declared))
    assert capture.failure == ""
    assert capture.article is None
    assert capture.mime_type == mime_type
    assert document_in(capture.warc).data == data


@pytest.mark.parametrize(
    ("status", "told"),
    [(404, "There is no page"), (403, "without a login"), (402, "subscription"), (503, "trouble")],
)
def test_a_page_that_says_no_is_kept_and_marked(server: Server, status: int, told: str) -> None:
    capture = given(server, Answer(PAGE.encode(), status))
    assert told in capture.failure
    assert capture.failure.endswith(f"(it answered {status}).")
    assert capture.mime_type == "text/html"
    assert document_in(capture.warc).data == PAGE.encode()


def test_the_beginning_that_a_paywall_gives_is_kept_and_marked(server: Server) -> None:
    capture = given(server, Answer(STUB.encode()))
    assert "words without a subscription" in capture.failure
    assert document_in(capture.warc).data == STUB.encode()


@pytest.mark.parametrize("content", [b"", b" \n", b"<html><head><title></title></head></html>"])
def test_a_page_without_words_is_a_failure(server: Server, content: bytes) -> None:
    capture = given(server, Answer(content))
    assert capture.failure
    assert capture.warc


def test_a_redirect_into_a_private_network_is_kept_and_not_followed(server: Server) -> None:
    capture = given(server, redirect("http://169.254.169.254/latest/meta-data"))
    assert "inside a private network" in capture.failure
    assert capture.document is None
    assert document_in(capture.warc).url == server.address("/a")


def test_what_is_too_large_is_said_so() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    endless = itertools.chain([head], itertools.repeat(bytes(100_000)))
    for answer in (endless, zeros(10)):
        capture = sent(answer)
        assert "is over 50 MB, the most that is read." in capture.failure
        assert (capture.document, capture.mime_type) == (None, "")
        assert 0 < len(capture.warc) < 100_000


def test_what_breaks_off_is_kept_as_far_as_it_came() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    capture = sent([head + b"8\r\nWe will.\r\nzz\r\n"])
    assert "broke off" in capture.failure
    assert capture.mime_type == "text/plain"
    assert document_in(capture.warc).data == b"We will."


def _hang(request: BaseHTTPRequestHandler) -> None:
    assert isinstance(request.server, Server)
    request.server.released.wait()


def test_a_slow_server_is_given_up(server: Server) -> None:
    server.answers["/a"] = _hang
    capture = captured(server.address("/a"), Network(allows_loopback=True, seconds=0.3))
    assert "in time; try again later." in capture.failure


def _stall(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "999")
    request.end_headers()
    request.wfile.write(b"<p>We will.")
    _hang(request)


def _drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    assert isinstance(request.server, Server)
    request.wfile.write(b"<p>We will.")
    with suppress(OSError):  # the other side hung up
        while not request.server.released.wait(0.05):
            request.wfile.write(b" ")


@pytest.mark.parametrize("slow", [_stall, _drip])
def test_of_a_page_that_comes_too_slowly_what_did_come_is_kept(
    server: Server, slow: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    server.answers["/old"] = redirect("/a")
    server.answers["/a"] = slow
    network = Network(allows_loopback=True, seconds=0.4)
    capture = captured(server.address("/old"), network)
    assert capture.failure.endswith("in time; try again later.")  # whichever clock strikes first
    assert capture.document is not None
    assert capture.document.data.strip() == b"<p>We will."
    assert document_in(capture.warc).data.strip() == b"<p>We will."
    assert b"WARC-Truncated: time" in gzip.decompress(capture.warc)
    assert b"302 Found" in gzip.decompress(capture.warc)


def test_without_a_connection_it_says_so() -> None:
    def resolve(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    capture = captured("https://example.org/", Network(resolve=resolve))
    assert capture == PageCapture(
        failure="example.org is not found: the name is wrong, or there is no connection."
    )


NOWHERE = {
    "http://10.0.0.1/": "inside a private network",
    "http://127.0.0.1/": "inside a private network",
    "https://ada:secret@example.org/": "names a user or password",
    "file:///etc/passwd": "is no address of a web page",
    "": "is no address of a web page",
}


@pytest.mark.parametrize("address", NOWHERE)
def test_what_is_not_asked_for_is_said_in_words(address: str) -> None:
    capture = captured(address, Network())
    assert NOWHERE[address] in capture.failure
    assert capture.warc == b""


def test_a_certificate_that_does_not_hold_is_a_failure(server: Server) -> None:
    capture = captured(server.address("/a").replace("http:", "https:"))
    assert capture.failure.startswith("The certificate of 127.0.0.1 does not hold")


def test_capturing_is_stopped_on_demand(server: Server) -> None:
    stop = threading.Event()

    def stopping(request: BaseHTTPRequestHandler) -> None:
        stop.set()
        _hang(request)

    server.answers["/a"] = stopping
    with pytest.raises(ClaimTrackerError, match="Capturing was stopped"):
        capture_page(server.address("/a"), network=LOOPBACK, stop=stop)


def test_reading_what_was_captured_is_stopped_on_demand(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = threading.Event()
    server.answers["/a"] = Answer(PAGE.encode())

    def stopping(*_: object) -> str:
        stop.set()
        return "text/html"

    monkeypatch.setattr("claimtracker.articles.capture_page.mime_type_of", stopping)
    with pytest.raises(ClaimTrackerError, match="Capturing was stopped"):
        capture_page(server.address("/a"), network=LOOPBACK, stop=stop)
