"""Passwords, tokens and private texts: in no log, no report of a crash and no exception's text."""

import logging
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, product
from pathlib import Path

import pytest

from claimtracker import command_line, log
from claimtracker import settings as stored
from claimtracker.articles.capture_page import capture_page
from claimtracker.articles.open_article import open_address
from claimtracker.articles.web.fetch import Network
from claimtracker.articles.web.place import WebPlace
from claimtracker.articles.web.wayback import existing_snapshot, new_snapshot
from claimtracker.claims.drafts import DocumentDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.database_choice import DATABASE_VARIABLE, chosen_path
from claimtracker.database_choice import database_path as path_of
from claimtracker.settings import Settings
from claimtracker.storage.engine import open_database
from tests.articles.raw_server import sending
from tests.command_line.conftest import NotedDesktop
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL, tries
from tests.faults.leaks import ADDRESSES, SECRET, Searched, texts_of


def _typed(*words: str) -> Callable[[str], list[str]]:
    """What is typed in the terminal, with an address in the place of A."""
    return lambda address: [address if word == "A" else word for word in words]


COMMANDS = (
    _typed("--database", "A", "list"),
    _typed("--database", "A", "add", "--summary", "Sign"),
    _typed("--today", "A", "list"),
    _typed("A"),
    _typed("list", "A"),
    _typed("scan", "A"),
    _typed("link", "1", "A", "--relation", "context"),
    _typed("add", "--summary", "Sign", "--source-url", "A"),
    _typed("backup", "A"),
    _typed("restore", "A"),
    _typed("export", "A"),
    _typed("import", "A"),
    _typed("deadline", "next week", "--stated-on", "A"),
)
PAIRS = list(product(COMMANDS, ADDRESSES) if IS_FULL else zip(cycle(COMMANDS), ADDRESSES))
ROOMS: dict[str, Callable[[str], object]] = {
    "a place of the web": WebPlace.of,
    "an article": open_address,
    "a capture": lambda address: capture_page(address).failure,
    "a snapshot": existing_snapshot,
    "a new snapshot": new_snapshot,
    "a service of snapshots": lambda address: existing_snapshot("https://example.org/", address),
    "a document": lambda address: DocumentDraft.of(url=address),
    "an archive": lambda address: DocumentDraft.of(archive_url=address),
    "a source": lambda address: SourceDraft.of(url=address),
    "the choice of a database": path_of,
    "the database of the settings": lambda address: chosen_path("", Settings(database=address)),
    "a database": lambda address: open_database(Path(address)),
    "a new database": lambda address: open_database(Path("no folder") / address, create=True),
}
_PAGE = b"Content-Type: text/html\r\nContent-Length: 9\r\n\r\n"
NETWORK = Network(allows_loopback=True, seconds=2, connect_seconds=1)
ANSWERS = (
    b"",
    f"HTTP/1.1 {SECRET}\r\n\r\n".encode(),
    f"HTTP/1.1 200 OK\r\n{SECRET} without a colon\r\n".encode() + _PAGE,
    f"HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm={SECRET}\r\n".encode() + _PAGE,
    f"HTTP/1.1 500 {SECRET}\r\n".encode() + _PAGE + SECRET.encode(),
    f"HTTP/1.1 200 OK\r\nContent-Type: {SECRET}/{SECRET}\r\n\r\n{SECRET}".encode(),
    f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{SECRET}\r\n".encode(),
    f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n{SECRET}".encode(),
    f"HTTP/1.1 200 OK\r\nContent-Length: {SECRET}\r\n\r\n".encode(),
)


@pytest.fixture
def searchable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Where the log and the temporary files go, with the program's own ways to tell of bugs."""
    logged, temporary = tmp_path / "log", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    for name in ("http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://ada:{SECRET}@proxy.example.org:3128")
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # what pytest itself listens with
    own = logging.getLogger("claimtracker")
    monkeypatch.setattr(own, "handlers", [])
    log.start_log(logged)
    yield logged, temporary
    for handler in own.handlers:
        handler.close()


Places = tuple[Path, Path]


def _collected(searched: Searched, where: str, work: Callable[[], object]) -> BaseException | None:
    """Do it, and search the sentence that it hands out, or what it raises."""
    try:
        answer = work()
        searched.search(where, answer if isinstance(answer, str) else "")
    except ClaimTrackerError as error:
        for told in texts_of(error):
            searched.search(where, told)
        return error
    return None


def test_no_command_says_a_password_or_a_token(
    searchable: Places,
    database_path: Path,
    capsys: pytest.CaptureFixture[str],
    figure: Figure,
) -> None:
    searched = Searched()
    for typed, address in PAIRS:
        words = typed(address)
        own = [] if "--database" in words else ["--database", str(database_path)]
        capsys.readouterr()
        command_line.run([*own, *words], NotedDesktop())
        searched.search(" ".join(words[:2]), capsys.readouterr().err)
    searched.search_files(searchable)
    figure(
        f"secrets in addresses: {len(PAIRS)} commands with {len(ADDRESSES)} addresses, "
        f"{searched.texts} texts searched, found {len(searched.found)}"
    )
    assert searched.found == [], "\n".join(searched.found)


def test_no_database_of_the_environment_or_the_settings_is_quoted(
    searchable: Places,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched = Searched()
    for address in ADDRESSES[:: tries(4, 1)]:
        stored.save(Settings(database=address), stored.settings_path())
        command_line.run(["list"], NotedDesktop())
        monkeypatch.setenv(DATABASE_VARIABLE, address)
        command_line.run(["list"], NotedDesktop())
        monkeypatch.delenv(DATABASE_VARIABLE)
        searched.search(address, capsys.readouterr().err)
    searched.search_files(searchable)
    assert searched.found == [], "\n".join(searched.found)


@pytest.mark.parametrize("room", ROOMS)
def test_no_error_about_an_address_holds_its_secret(room: str, searchable: Places) -> None:
    searched = Searched()
    for address in ADDRESSES:
        _collected(searched, f"{room}, {address}", partial(ROOMS[room], address))
    searched.search_files(searchable)
    assert searched.found == [], "\n".join(searched.found)


@pytest.mark.parametrize("number", range(len(ANSWERS)))
def test_no_answer_of_a_server_and_no_address_is_quoted(
    number: int, searchable: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    searched = Searched()
    with sending([ANSWERS[number]]) as address:
        asked = f"{address}page?token={SECRET}"
        found = capture_page(asked, network=NETWORK)
        searched.search(f"answer {number}", found.failure)
    searched.search("standard error", capsys.readouterr().err)
    searched.search_files(searchable)
    assert searched.found == [], "\n".join(searched.found)


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_a_server_sends_on_to_is_not_quoted(address: str, searchable: Places) -> None:
    searched = Searched()
    with sending([f"HTTP/1.1 302 Go\r\nLocation: {address}\r\n\r\n".encode()]) as first:
        searched.search(address, capture_page(first, network=NETWORK).failure)
    searched.search_files(searchable)
    assert searched.found == [], "\n".join(searched.found)


def test_what_a_library_logs_is_heard_by_nobody(
    searchable: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second time is a control: Python prints it where nobody has set anything up."""
    for is_heard in (False, True):
        if is_heard:
            logging.getLogger().handlers.clear()
        logging.getLogger("another.package").warning("It asks %s again", ADDRESSES[0])
        assert (SECRET in capsys.readouterr().err) is is_heard
