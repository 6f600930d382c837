"""Pages of the web, from a server on loopback: each hop is checked, each answer told in words."""

import socket
import ssl
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import certifi
import pytest

from claimtracker.articles.documents import kinds
from claimtracker.articles.documents.kinds import DocumentKind
from claimtracker.articles.open_article import open_address
from claimtracker.articles.web.fetch import Network, fetched
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.local_server import LOOPBACK, Answer, Given, Server, redirect, refused
from tests.articles.made_documents import PAGE, PAGE_TEXT, pdf

CERTIFICATES = Path(__file__).parent / "certificates"


def test_a_page_is_fetched_and_read(server: Server) -> None:
    server.answers["/a?b=c"] = Answer(PAGE.encode())
    article = open_address(f" {server.address('/a?b=c')}#part ", network=LOOPBACK)
    assert article.text == PAGE_TEXT
    assert article.published_on == date(2025, 4, 18)
    assert article.url == server.address("/a?b=c#part")
    assert article.canonical_url == "https://example.org/news/homes"


def test_a_pdf_is_read_by_its_bytes(server: Server) -> None:
    data = pdf([["We will build by June."]])
    server.answers["/a"] = Answer(data, media_type="application/octet-stream")
    assert open_address(server.address("/a"), network=LOOPBACK).text == "We will build by June."


def test_the_charset_of_the_answer_counts(server: Server) -> None:
    server.answers["/a"] = Answer(
        "Мы построим".encode("koi8-r"), media_type="text/plain; charset=koi8-r"
    )
    assert open_address(server.address("/a"), network=LOOPBACK).text == "Мы построим"


def test_the_server_is_told_its_name_and_nothing_of_the_person(server: Server) -> None:
    server.answers["/a"] = Answer(PAGE.encode())
    open_address(server.address("/a", "localhost"), network=LOOPBACK)
    assert server.asked == [("/a", f"localhost:{server.server_port}")]


def test_no_server_is_asked_once_nobody_waits(server: Server) -> None:
    server.answers["/a"] = redirect("b")
    is_over = threading.Event()
    is_over.set()
    assert fetched(server.address("/a"), LOOPBACK, is_over).data == b""
    assert server.asked == []


def test_redirects_are_followed(server: Server) -> None:
    server.answers["/a"] = redirect("b", 301)
    server.answers["/b"] = redirect(server.address("/c"), 308)
    server.answers["/c"] = Answer(PAGE.encode())
    article = open_address(server.address("/a"), network=LOOPBACK)
    assert article.text == PAGE_TEXT
    assert article.url == server.address("/a")


def test_redirects_without_end_are_not_followed(server: Server) -> None:
    server.answers["/a"] = redirect("/a")
    assert "redirects more than 5 times" in refused(server.address("/a"))
    assert len(server.asked) == 6


PRIVATE = [
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://[fd00::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://0.0.0.0/",
    "http://0x0a000001/",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_hop_leads_into_a_private_network(server: Server, address: str) -> None:
    server.answers["/a"] = redirect(address)
    assert "inside a private network" in refused(server.address("/a"))
    assert "inside a private network" in refused(address)


def test_loopback_is_private_unless_a_test_says_otherwise(server: Server) -> None:
    for host in ("127.0.0.1", "localhost", "2130706433"):
        assert "inside a private network" in refused(server.address("/a", host), Network())
    assert server.asked == []


@pytest.mark.parametrize(
    "onward", ["file:///etc/passwd", "ftp://example.org/", "http://a:b@c/", "http://["]
)
def test_a_redirect_to_what_is_no_page_is_refused(server: Server, onward: str) -> None:
    server.answers["/a"] = redirect(onward)
    refused(server.address("/a"))


def test_the_connection_goes_to_the_address_that_was_checked(server: Server) -> None:
    """A name that leads elsewhere when it is asked again (DNS rebinding) is asked once."""
    server.answers["/a"] = Answer(PAGE.encode())
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        number = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    network = Network(allows_loopback=True, resolve=resolve)
    assert (
        open_address(server.address("/a", "rebinding.example"), network=network).text == PAGE_TEXT
    )
    assert asked == ["rebinding.example"]
    assert server.asked == [("/a", f"rebinding.example:{server.server_port}")]


def test_a_name_with_one_private_address_among_others_is_refused() -> None:
    def resolve(*_: object, **__: object) -> list[Any]:
        return [(0, 0, 0, "", (number, 80)) for number in ("93.184.215.14", "10.0.0.1")]

    assert "inside a private network" in refused("http://mixed.example/", Network(resolve=resolve))


def test_the_next_address_of_a_host_is_tried(server: Server) -> None:
    server.answers["/a"] = Answer(PAGE.encode())

    def resolve(host: str, port: int, **_: object) -> list[Any]:
        return [(0, 0, 0, "", (number, port)) for number in ("127.0.0.9", "127.0.0.1")]

    network = Network(allows_loopback=True, resolve=resolve)
    assert open_address(server.address("/a", "two.example"), network=network).text == PAGE_TEXT


MEANINGS = {
    404: "There is no page at this address",
    410: "There is no page at this address",
    401: "without a login or a subscription",
    403: "without a login or a subscription",
    429: "asked too often; try again later",
    451: "for legal reasons",
    500: "has trouble; try again later",
    503: "has trouble; try again later",
    418: "does not give the page",
    204: "does not give the page",
}


@pytest.mark.parametrize("status", MEANINGS)
def test_a_status_is_told_by_what_it_means(server: Server, status: int) -> None:
    server.answers["/a"] = Answer(status=status)
    sentence = refused(server.address("/a"))
    assert MEANINGS[status] in sentence
    assert sentence.endswith(f"(it answered {status}).")


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/json", "text/css"])
def test_what_is_no_text_is_refused_by_its_type(server: Server, media_type: str) -> None:
    server.answers["/a"] = Answer(b"x", media_type=media_type)
    assert refused(server.address("/a")).endswith("not a text.")


def test_an_empty_page_holds_no_text(server: Server) -> None:
    server.answers["/a"] = Answer(b" ")
    assert refused(server.address("/a")) == f"{server.address('/a')} holds no text."


def test_a_page_without_end_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds.MOST_BYTES, DocumentKind.HTML, 2_000_000)
    server.answers["/a"] = Answer(b"<p>We will.</p>" * 200_000)
    assert "is over 2 MB, the most that is read" in refused(server.address("/a"))


def test_a_page_that_breaks_off_is_not_read(server: Server) -> None:
    server.answers["/a"] = Answer(PAGE.encode(), headers={"Content-Length": "1000000"})
    server.answers["/b"] = Answer(b"no gzip", headers={"Content-Encoding": "gzip"})
    for path in ("/a", "/b"):
        assert "broke off in the middle of the document" in refused(server.address(path))


def _hang(request: BaseHTTPRequestHandler) -> None:
    server = request.server
    assert isinstance(server, Server)
    server.released.wait()


def _drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    request.wfile.write(b"<html>")
    _hang(request)


@pytest.mark.parametrize("answer", [_hang, _drip])
def test_a_server_that_does_not_go_on_is_given_up(server: Server, answer: Given) -> None:
    server.answers["/a"] = answer
    sentence = refused(server.address("/a"), Network(allows_loopback=True, seconds=0.3))
    assert "does not come in time" in sentence or "does not answer in time" in sentence


def test_fetching_is_stopped_on_demand(server: Server) -> None:
    stop = threading.Event()

    def stopping(request: BaseHTTPRequestHandler) -> None:
        stop.set()
        _hang(request)

    server.answers["/a"] = stopping
    with pytest.raises(ClaimTrackerError, match="Reading was stopped"):
        open_address(server.address("/a"), stop=stop, network=LOOPBACK)


def test_without_a_connection_it_says_so() -> None:
    def resolve(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    told = refused("https://example.org/", Network(resolve=resolve))
    assert told == "example.org is not found: the name is wrong, or there is no connection."


def test_a_door_that_is_shut_is_not_called_slow() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "cannot be reached" in refused(f"http://127.0.0.1:{port}/")


def _speak_no_http(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
    request.close_connection = True


def _say_nothing(request: BaseHTTPRequestHandler) -> None:
    request.close_connection = True


@pytest.mark.parametrize("answer", [_speak_no_http, _say_nothing])
def test_what_is_no_web_server_is_not_called_down(server: Server, answer: Given) -> None:
    server.answers["/a"] = answer
    assert "does not answer as a web server does" in refused(server.address("/a"))


@pytest.fixture
def behind_tls(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server behind a certificate for pinned.example, by an authority of the tests."""
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(CERTIFICATES / "server.pem")
    server.socket = own.wrap_socket(server.socket, server_side=True)
    server.answers["/a"] = Answer(PAGE.encode())
    monkeypatch.setattr(certifi, "where", lambda: str(CERTIFICATES / "authority.pem"))
    return server


def _resolved_to_loopback(host: str, port: int, **_: object) -> list[Any]:
    return [(0, 0, 0, "", ("127.0.0.1", port))]


NAMED = Network(allows_loopback=True, resolve=_resolved_to_loopback)


def test_a_certificate_holds_for_the_name_though_a_number_is_asked(behind_tls: Server) -> None:
    address = f"https://pinned.example:{behind_tls.server_port}/a"
    assert open_address(address, network=NAMED).text == PAGE_TEXT


def test_a_certificate_for_another_name_does_not_hold(behind_tls: Server) -> None:
    told = refused(f"https://other.example:{behind_tls.server_port}/a", NAMED)
    assert told == "The certificate of other.example does not hold, so the page is not read."


def test_a_server_that_speaks_no_tls_has_no_certificate(server: Server) -> None:
    told = refused(server.address("/a").replace("http:", "https:"))
    assert told.startswith("The certificate of 127.0.0.1 does not hold")
