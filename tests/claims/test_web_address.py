"""An address as it is shown: the host that opens, and nothing that hides or turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.web_address import (
    LONGEST_ADDRESS,
    is_web_address,
    names_login,
    shown_address,
)

SHOWN = {
    "https://example.org/a?b=c#d": "https://example.org/a?b=c#d",
    "HTTP://Example.ORG": "http://example.org/",
    "http://example.org?x": "http://example.org/?x",
    "http://example.org:8080/": "http://example.org:8080/",
    "https://bücher.example/straße": "https://xn--bcher-kva.example/straße",
    "https://straße.example/": "https://xn--strae-oqa.example/",
    "https://\u0430pple.com/": "https://xn--pple-43d.com/",  # the first letter is Cyrillic
    "http://ex\u3002org/": "http://ex.org/",
    "http://ex\u200bample.org/": "http://example.org/",
    "http://example.org./": "http://example.org/",
    "http://example.org/\u202egpj.exe": "http://example.org/%E2%80%AEgpj.exe",
    "http://example.org/\u200f": "http://example.org/%E2%80%8F",
    "http://example.org/\u05d0": "http://example.org/%D7%90",
    "http://example.org/\u3164": "http://example.org/%E3%85%A4",
    "http://example.org/a\u0301": "http://example.org/a%CC%81",
    "http://example.org/100%": "http://example.org/100%25",
    'http://example.org/"<a>': "http://example.org/%22%3Ca%3E",
    "http://example.org/a#b#c": "http://example.org/a#b%23c",
    "http://example.org/?@x": "http://example.org/?@x",
    "http://192.0.2.7/": "http://192.0.2.7/",
    "http://[2001:DB8:0::1]:80/": "http://[2001:db8::1]:80/",
}


@pytest.mark.parametrize("address", SHOWN)
def test_an_address_is_shown_with_the_host_that_opens(address: str) -> None:
    assert shown_address(address) == SHOWN[address]
    assert shown_address(SHOWN[address]) == SHOWN[address]


NEVER_SHOWN = [
    "",
    "example.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "//example.org/",
    "\\\\server\\share",
    "http://example.org\\@evil.example/",
    "http://ada@example.org/",
    "http://@example.org/",
    "http://ada:secret@example.org/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://1.2.3.4.5/",
    "http://exa%6dple.org/",
    "http://evil.example\uff0f.example.org/",
    "http://exam\u202eple.org/",
    "http://a..b/",
    "http://ex<mple.org/",
    "http://example.org:99999/",
    "http://example.org:\u0661/",
    "http://[fe80::1%eth0]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[v1.a]/",
    "http://[::1",
    f"http://{'a' * 64}.example/",
    f"http://example.org/{'a' * LONGEST_ADDRESS}",
    f"http://{'a.' * 130}example/",
]


@pytest.mark.parametrize("address", NEVER_SHOWN)
def test_what_must_not_be_opened_has_no_address_to_show(address: str) -> None:
    assert shown_address(address) == ""


@pytest.mark.parametrize("mark", ["\0", "\x01", "\x1f", "\x7f", "\x85", "\t", "\n", " ", "\ud800"])
def test_what_breaks_a_line_or_is_dropped_unseen_stands_in_no_address(mark: str) -> None:
    for address in (f"{mark}http://a.org/", f"ht{mark}tp://a.org/", f"http://a.org/{mark}"):
        assert not is_web_address(address)
        assert shown_address(address) == ""


@given(st.text(alphabet="htp:/.[]@#?%xn-aßς☃0 \\\u202e\u05d0\ud800", max_size=40))
def test_whatever_is_shown_holds_nothing_hidden_and_is_shown_so_again(words: str) -> None:
    for address in (words, f"http://{words}", f"https://a.org/{words}"):
        shown = shown_address(address)
        assert shown_address(shown) == shown
        assert shown.isprintable()
        assert not names_login(shown)
        assert shown.partition("://")[2].partition("/")[0].isascii()
