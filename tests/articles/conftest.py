"""What the tests of articles share: a server on loopback."""

import threading
from collections.abc import Iterator

import pytest

from tests.articles.local_server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.released.set()
        running.shutdown()
        thread.join()
