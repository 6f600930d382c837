"""2,000 generated addresses of places that are nobody else's: refused at every hop, none asked."""

import ipaddress
import random
import socket
import threading
from typing import Any

import pytest

from claimtracker.articles.capture_page import capture_page
from claimtracker.articles.web.fetch import Network, fetched
from claimtracker.articles.web.received import received
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.local_server import Server, redirect

V4 = [
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16"),
    *("100.64.0.0/10", "0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "198.18.0.0/15", "192.0.2.0/24"),
    *("169.254.169.254/32", "169.254.170.2/32", "100.100.100.200/32", "255.255.255.255/32"),
]
V6 = [
    *("::1/128", "::/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32"),
    *("fd00:ec2::254/128", "2001::/32"),
]
HOLDING_V4 = ["::ffff:0:0", "::", "64:ff9b::"]  # what an address of IPv4 is put behind
AT_LOOPBACK = "127.0.0.1"


def _one_of(network: str, chance: random.Random) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    places = ipaddress.ip_network(network)
    return places[chance.randrange(places.num_addresses)]


def _odd_form(number: str, chance: random.Random) -> str:
    """Write an address of IPv4 as C's inet_aton and browsers take it."""
    parts = [int(part) for part in number.split(".")]
    kept = chance.randint(0, 3)  # parts of their own; the last number holds the rest
    rest = int.from_bytes(bytes(parts[kept:]), "big")
    written = chance.choice(("{:d}", "0{:o}", "0x{:x}", "0X{:X}", "0x000{:x}"))
    return ".".join(written.format(part) for part in (*parts[:kept], rest))


def _host(chance: random.Random) -> tuple[str, str]:
    """Return a host as an address names it, and the numeric address that it stands for."""
    if chance.random() < 0.25:
        six = _one_of(chance.choice(V6), chance)
        return f"[{chance.choice((str(six), six.exploded, six.exploded.upper()))}]", str(six)
    four = _one_of(chance.choice(V4), chance)
    form = chance.randrange(5)
    if form == 0:
        return str(four), str(four)
    if form == 1:
        return _odd_form(str(four), chance), str(four)
    if form == 2:
        six = ipaddress.IPv6Address(
            int(ipaddress.IPv6Address(chance.choice(HOLDING_V4))) + int(four)
        )
        return f"[{six}]", str(six)
    if form == 3:
        six = ipaddress.IPv6Address((0x2002 << 112) + (int(four) << 80) + chance.getrandbits(16))
        return f"[{six}]", str(six)
    name = chance.choice(("metadata.google.internal", "localhost", "intranet", "a.example"))
    return chance.choice((name, name.upper(), f"{name}.")), str(four)


def _addresses() -> list[tuple[str, str]]:
    chance = random.Random(20250418)
    made = []
    for _ in range(2_000):
        host, number = _host(chance)
        port = chance.choice(("", "", ":80", ":8080", ":22"))
        scheme = chance.choice(("http", "https", "HTTP"))
        made.append((f"{scheme}://{host}{port}/{chance.choice(('', 'latest/meta-data'))}", number))
    return made


@pytest.fixture
def no_connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was connected to, by whatever way; a test of the guard needs no network."""
    asked: list[object] = []

    def connect(place: object, *_: object, **__: object) -> socket.socket:
        asked.append(place)
        raise OSError("no connections here")

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    monkeypatch.setattr(socket, "create_connection", connect)
    return asked


def _resolving_to(number: str) -> Network:
    def resolve(host: str, port: int, **_: object) -> list[Any]:
        return [(0, 0, 0, "", (number, port))]

    return Network(resolve=resolve)


def test_no_private_place_is_asked(no_connections: list[object]) -> None:
    for address, number in _addresses():
        network = _resolving_to(number)
        found = received(address, network, threading.Event())
        assert "inside a private network" in found.failure, address
        assert found.answers == ()
        with pytest.raises(ClaimTrackerError, match="inside a private network"):
            fetched(address, network, threading.Event())
    assert no_connections == []


def test_the_guard_lets_public_places_through(no_connections: list[object]) -> None:
    capture = capture_page("http://example.org/", network=_resolving_to("93.184.215.14"))
    assert "cannot be reached" in capture.failure
    assert no_connections == [("93.184.215.14", 80)]


def test_no_hop_leads_to_a_private_place(server: Server) -> None:
    """Loopback is left out: there the test has its own server."""
    places = [place for place in _addresses() if not ipaddress.ip_address(place[1]).is_loopback]
    for address, number in places[:200]:
        server.answers["/a"] = redirect(address)
        server.answers["/b"] = redirect("/a", 307)

        def resolve(host: str, port: int, at: str = number, **_: object) -> list[Any]:
            return [(0, 0, 0, "", (AT_LOOPBACK if host == "first.example" else at, port))]

        network = Network(allows_loopback=True, resolve=resolve)
        for path, hops in (("/a", 1), ("/b", 2)):
            before = len(server.asked)
            capture = capture_page(server.address(path, "first.example"), network=network)
            assert "inside a private network" in capture.failure, address
            assert len(server.asked) == before + hops
