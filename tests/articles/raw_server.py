"""A server on loopback that sends bytes as they are, for what no well-behaved server says."""

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def sending(*answers: Iterable[bytes]) -> Iterator[str]:
    """Serve each answer, in pieces, to one connection after another; give the address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_serve, args=(listening, answers))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        finally:
            with suppress(OSError):  # some systems refuse it
                listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(listening: socket.socket, answers: tuple[Iterable[bytes], ...]) -> None:
    for answer in answers:
        with suppress(OSError):  # the other side hung up, or the test is over
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                for piece in answer:
                    connection.sendall(piece)
