"""Copies in a Wayback Machine, from a stand-in on loopback: found, taken, never just believed."""

import json
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

import pytest

from claimtracker.articles.web.fetch import Network
from claimtracker.articles.web.wayback import existing_snapshot, new_snapshot
from claimtracker.claims.archive_links import Snapshot
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.local_server import LOOPBACK, Answer, Server, redirect

PAGE = "https://www.example.org/a?b=c&d=ä"
TAKEN = datetime(2025, 4, 18, 10, 11, 12, tzinfo=UTC)
COLUMNS = ["timestamp", "original", "statuscode"]
QUERY = (
    "/cdx/search/cdx?url=https%3A%2F%2Fwww.example.org%2Fa%3Fb%3Dc%26d%3D%C3%A4&output=json"
    "&limit=-1&fl=timestamp,original,statuscode&filter=statuscode:200"
)
SAVE = "/save/https://www.example.org/a?b=c&d=%C3%A4"


def index(server: Server, content: object, status: int = 200) -> None:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    server.answers[QUERY] = Answer(data, status, media_type="application/json")


def existing(server: Server) -> Snapshot:
    return existing_snapshot(f"{PAGE}#part", server.address("/"), LOOPBACK)


def new(server: Server) -> Snapshot:
    return new_snapshot(f"{PAGE}#part", server.address(""), LOOPBACK)


@pytest.mark.parametrize("original", ["http://example.org/a?b=c", "https://www.example.org/a?b=c"])
def test_the_newest_copy_is_found_with_its_moment(server: Server, original: str) -> None:
    index(server, [COLUMNS, ["20250418101112", original, "200"]])
    copy = existing(server)
    address = server.address(f"/web/20250418101112/{original}")
    assert copy == Snapshot("Wayback Machine", address, original, TAKEN)
    asked = parse_qs(urlsplit(server.asked[0][0]).query)
    assert asked["url"] == [PAGE]


def test_an_archive_below_a_path_is_asked_there(server: Server) -> None:
    server.answers[f"/copies{QUERY}"] = Answer(
        json.dumps([COLUMNS, ["20250418101112", PAGE, "200"]]).encode()
    )
    copy = existing_snapshot(PAGE, server.address("/copies/"), LOOPBACK)
    assert copy.address == server.address(f"/copies/web/20250418101112/{PAGE}")
    assert copy.original == PAGE


@pytest.mark.parametrize("content", [[], [COLUMNS], b"", b"\n"])
def test_no_copy_is_said_in_words(server: Server, content: object) -> None:
    index(server, content)
    with pytest.raises(ClaimTrackerError, match="has no copy of this page"):
        existing(server)


NONSENSE = [
    b"<html>",
    b"[" * 50_000,
    {"a": 1},
    [1, 2],
    [COLUMNS, ["20250418101112"]],
    [COLUMNS, [20250418101112, PAGE, 200]],
    [COLUMNS, ["20259918101112", PAGE, "200"]],
    [COLUMNS, ["2025", PAGE, "200"]],
    [COLUMNS, ["20250418101112", "https://evil.example/", "200"]],
    [COLUMNS, ["20250418101112", "javascript:alert(1)", "200"]],
    [COLUMNS, ["20250418101112", "https://ada:secret@example.org/", "200"]],
    [COLUMNS, ["20250418101112", "https://exam\nple.org/", "200"]],
    [COLUMNS, ["20250418101112/https://evil.example", "", "200"]],
    [COLUMNS, ["../../save", PAGE, "200"]],
    [COLUMNS, ["20250418101112", f"https://example.org/{'a' * 3_000}", "200"]],
]


@pytest.mark.parametrize("content", NONSENSE)
def test_what_the_archive_says_is_checked(server: Server, content: object) -> None:
    index(server, content)
    with pytest.raises(ClaimTrackerError, match="answers what is no copy of this page"):
        existing(server)


def test_an_answer_without_end_is_not_read(server: Server) -> None:
    index(server, b" " * 200_000)
    with pytest.raises(ClaimTrackerError, match=r"is over 0\.1 MB"):
        existing(server)


@pytest.mark.parametrize(
    ("status", "told"),
    [(429, "asked too often"), (503, "has trouble"), (403, "does nothing for"), (404, "nothing")],
)
def test_a_refusal_of_the_archive_is_told(server: Server, status: int, told: str) -> None:
    index(server, b"", status)
    server.answers[SAVE] = Answer(status=status)
    for ask in (existing, new):
        with pytest.raises(ClaimTrackerError, match=told) as refusal:
            ask(server)
        assert str(refusal.value).endswith(f"(it answered {status}).")


def test_a_new_copy_is_where_the_archive_redirects_to(server: Server) -> None:
    server.answers[SAVE] = redirect(f"/web/20250418101112/{PAGE}")
    address = server.address(f"/web/20250418101112/{PAGE}")
    assert new(server) == Snapshot("Wayback Machine", address, PAGE, TAKEN)
    assert [path for path, _ in server.asked] == [SAVE]


def test_a_new_copy_is_where_the_content_is_said_to_be(server: Server) -> None:
    server.answers[SAVE] = redirect("/save/again")
    server.answers["/save/again"] = Answer(
        headers={"Content-Location": "/web/20250418101112/https://example.org/a"}
    )
    assert new(server).original == "https://example.org/a"


ELSEWHERE = [
    redirect("/done"),
    redirect("http://10.0.0.1/web/20250418101112/https://example.org/a"),
    redirect("http://["),
    redirect("/web/2025/https://example.org/a"),
    redirect("/web/20250418101112/https://evil.example/a"),
    Answer(b"<p>Saved.</p>"),
    Answer(headers={"Content-Location": "https://evil.example/web/20250418101112/https://a.org"}),
    Answer(headers={"Content-Location": "http://["}),
]


@pytest.mark.parametrize("answer", ELSEWHERE)
def test_a_new_copy_that_is_nowhere_to_be_seen_is_none(server: Server, answer: Answer) -> None:
    server.answers[SAVE] = answer
    with pytest.raises(ClaimTrackerError) as refusal:
        new(server)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("ask", [existing_snapshot, new_snapshot])
def test_only_public_addresses_go_to_a_proper_archive(server: Server, ask: object) -> None:
    assert callable(ask)
    for address in ("file:///etc/passwd", "https://ada:secret@example.org/", "", "http://0x7f.1/"):
        with pytest.raises(ClaimTrackerError, match="Only an address of the web"):
            ask(address, server.address(""), LOOPBACK)
    for service in ("", "ftp://a.org", "https://a.org/?q=", "web.archive.org"):
        with pytest.raises(ClaimTrackerError, match="address of the archive"):
            ask(PAGE, service, LOOPBACK)
    with pytest.raises(ClaimTrackerError, match="inside a private network"):
        ask(PAGE, server.address(""), Network())
    assert server.asked == []


def test_asking_is_given_up_and_stopped_on_demand(server: Server) -> None:
    stop = threading.Event()

    def hanging(request: BaseHTTPRequestHandler) -> None:
        stop.set()
        server.released.wait()

    server.answers[SAVE] = hanging
    with pytest.raises(ClaimTrackerError, match="in time; try again later"):
        new_snapshot(PAGE, server.address(""), Network(allows_loopback=True, seconds=0.3))
    stop.clear()
    with pytest.raises(ClaimTrackerError, match="Asking the archive was stopped"):
        new_snapshot(PAGE, server.address(""), LOOPBACK, stop)
