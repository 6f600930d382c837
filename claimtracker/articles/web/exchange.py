"""One question and its answer, kept byte for byte as they went over the wire.

What keeps them sits between the socket and what reads HTTP: below it nothing is unpacked or
tidied, so a broken header or the frame of a chunk stays as the server sent it.
"""

import http.client
import io
import math
import socket
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

_LOOK_SECONDS = 0.2  # between two looks at whether it is over


@dataclass(slots=True)
class Exchange:
    """What went out and what came in, the latter up to `most` bytes, until `is_over` is set."""

    most: int
    is_over: threading.Event = field(default_factory=threading.Event)
    sent: bytearray = field(default_factory=bytearray)
    came: bytearray = field(default_factory=bytearray)
    head_size: int = 0  # how much of what came is status and headers
    headers: tuple[tuple[str, str], ...] = ()  # in their order; a character a byte (latin-1)
    number: str = ""  # the numeric address of the server

    @property
    def head(self) -> bytes:
        """Status and headers as they came, with the blank line that ends them."""
        return bytes(memoryview(self.came)[: self.head_size])

    @property
    def body(self) -> bytes:
        """What came after the headers, neither unpacked nor put together from its chunks."""
        return bytes(memoryview(self.came)[self.head_size :])

    def keep(self, piece: bytes) -> None:
        """Keep what came in, as far as there is room."""
        self.came += piece[: max(0, self.most - len(self.came))]


class _Patience(io.RawIOBase):
    """Reads from a socket as its own stream does, but wakes up to see whether it is over.

    A stream of the socket's own reads nothing any more after its first timeout.
    """

    def __init__(self, sock: socket.socket, is_over: threading.Event) -> None:
        super().__init__()
        self._sock, self._is_over = sock, is_over
        self._stream = sock.makefile("rb", 0)  # keeps the socket open until this is closed
        self._patience = sock.gettimeout()

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - its type has no name before 3.12
        """Wait for the next bytes, as long as the socket's own patience, or until it is over."""
        until = math.inf if self._patience is None else time.monotonic() + self._patience
        while True:
            self._sock.settimeout(max(0.001, min(_LOOK_SECONDS, until - time.monotonic())))
            try:
                return self._sock.recv_into(buffer)
            except TimeoutError:
                if self._is_over.is_set() or time.monotonic() > until:
                    raise

    def close(self) -> None:
        """Let go of the socket."""
        self._stream.close()
        super().close()


class _KeptStream(io.BufferedReader):
    """Reads from a socket and keeps what was taken from it."""

    def __init__(self, raw: io.RawIOBase, exchange: Exchange) -> None:
        super().__init__(raw)
        self._exchange = exchange

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as any stream does, and keep it."""
        piece = super().read(size)
        self._exchange.keep(piece)
        return piece

    def read1(self, size: int = -1, /) -> bytes:
        """Read as any stream does, and keep it."""
        piece = super().read1(size)
        self._exchange.keep(piece)
        return piece

    def readline(self, size: int | None = -1, /) -> bytes:
        """Read as any stream does, and keep it."""
        piece = super().readline(size)
        self._exchange.keep(piece)
        return piece

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - its type has no name before 3.12
        """Read as any stream does, and keep it."""
        count = super().readinto(buffer)
        self._exchange.keep(bytes(memoryview(buffer)[:count]))
        return count


class _KeptDoor:
    """The one thing that what reads HTTP asks of a socket."""

    def __init__(self, sock: socket.socket, exchange: Exchange) -> None:
        self._sock, self._exchange = sock, exchange

    def makefile(self, mode: str, buffering: int = 0) -> _KeptStream:
        """Give the stream that keeps what it reads."""
        return _KeptStream(_Patience(self._sock, self._exchange.is_over), self._exchange)


class _KeptResponse(http.client.HTTPResponse):
    def __init__(self, sock: Any, *args: Any, exchange: Exchange, **named: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(_KeptDoor(sock, exchange), *args, **named)  # type: ignore[arg-type] # asks no more of it
        self._exchange = exchange

    def begin(self) -> None:
        """Read status and headers, and note where they end."""
        super().begin()
        self._exchange.head_size = len(self._exchange.came)
        self._exchange.headers = tuple(self.getheaders())


class _KeptConnection(HTTPConnection):
    def __init__(self, *args: Any, exchange: Exchange, **named: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(*args, **named)
        self._exchange = exchange
        made = partial(_KeptResponse, exchange=exchange)
        self.response_class = made  # type: ignore[assignment] # only ever called

    def send(self, data: Any) -> None:  # noqa: ANN401 - as above
        """Send a part of the question; it has no body, so what is sent are bytes."""
        self._exchange.sent += data
        super().send(data)


class _KeptTLSConnection(_KeptConnection, HTTPSConnection):
    pass


class KeptPool(urllib3.HTTPConnectionPool):
    """The way to a server; its one exchange is kept."""

    ConnectionCls = _KeptConnection


class KeptTLSPool(urllib3.HTTPSConnectionPool):
    """The way to a server through TLS; its one exchange is kept."""

    ConnectionCls = _KeptTLSConnection


class _Tape:
    def __init__(self, block: bytes) -> None:
        self._block = block

    def makefile(self, mode: str, buffering: int = 0) -> io.BytesIO:
        """Give what was kept as if it came now."""
        return io.BytesIO(self._block)


def replayed(block: bytes) -> urllib3.BaseHTTPResponse:
    """Return an answer that was kept, status and headers first, to be read as it was from the wire.

    Raises http.client.HTTPException where it does not begin as an answer does.
    """
    came = http.client.HTTPResponse(_Tape(block), method="GET")  # type: ignore[arg-type] # as above
    came.begin()
    return urllib3.HTTPResponse(
        body=came,
        headers=urllib3.HTTPHeaderDict(came.getheaders()),
        status=came.status,
        reason=came.reason,
        preload_content=False,
        original_response=came,
        request_method="GET",
    )
