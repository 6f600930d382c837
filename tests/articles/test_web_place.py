"""Where an address leads: what is one, and which numeric addresses are public."""

import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.articles.web.fetch import Network
from claimtracker.articles.web.place import WebPlace, is_public
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.local_server import refused

NO_ADDRESSES = [
    "",
    "example.org",
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://",
    "http://[",
    "http://[::1",
    "http://exa mple.org/",
    "http://example.org:99999/",
    "http://example.org:port/",
    f"http://{'a' * 64}.example/",
    f"http://example.org/{'a' * 3_000}",
    "http://\ud800.example/",
    "http://xn--.example/",
]


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_address_is_told(address: str) -> None:
    def unknown(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    refused(address, Network(resolve=unknown))


def test_a_login_in_an_address_is_refused_and_not_repeated() -> None:
    sentence = refused("https://ada:secret@example.org/")
    assert "names a user or password" in sentence
    assert "secret" not in sentence


def test_names_and_paths_beyond_ascii_are_asked_for_as_the_web_has_them() -> None:
    place = WebPlace.of("https://bücher.example/straße?q=ä b%20".replace(" ", ""))
    assert place.host == "xn--bcher-kva.example"
    assert place.target == "/stra%C3%9Fe?q=%C3%A4b%20"


PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::808:808"]
NOT_PUBLIC = [
    *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1"),
    *("192.0.2.1", "192.168.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1"),
    *(
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "3fff::1",
        "no number",
    ),
]


def test_which_numeric_addresses_are_public() -> None:
    assert [number for number in PUBLIC if not is_public(number)] == []
    assert [number for number in NOT_PUBLIC if is_public(number)] == []


@given(st.text(alphabet="htp:/.[]@#?%xn-aß☃0 \\\ud800", max_size=40))
def test_any_words_are_an_address_or_a_sentence(words: str) -> None:
    for address in (words, f"http://{words}"):
        try:
            place = WebPlace.of(address)
        except ClaimTrackerError as refusal:
            assert str(refusal).endswith(".")
        else:
            assert place.host.isascii()
            assert place.target.isascii()
