"""A server on loopback whose answers a test sets."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimtracker.articles.open_article import open_address
from claimtracker.articles.web.fetch import Network
from claimtracker.claims.errors import ClaimTrackerError

LOOPBACK = Network(allows_loopback=True)
"""The explicit switch: without it, no test reaches its own server."""


@dataclass
class Answer:
    """What the server gives at a path."""

    content: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = "text/html; charset=utf-8"


Given = Answer | Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """A server whose answers a test sets; it keeps what it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Given] = {}
        self.asked: list[tuple[str, str]] = []
        self.released = threading.Event()  # what hangs, hangs until then

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_port}{path}"


def redirect(to: str, status: int = 302, content: bytes = b"") -> Answer:
    """An answer that sends on to another address."""
    return Answer(content, status, {"Location": to})


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"]))
        answer = self.server.answers.get(self.path, Answer(status=404))
        if not isinstance(answer, Answer):
            answer(self)
            return
        self.send_response(answer.status)
        told = {"Content-Type": answer.media_type, "Content-Length": str(len(answer.content))}
        for name, value in (told | answer.headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def refused(address: str, network: Network = LOOPBACK) -> str:
    """Return the one sentence with which an address is refused."""
    with pytest.raises(ClaimTrackerError) as refusal:
        open_address(address, network=network)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence
