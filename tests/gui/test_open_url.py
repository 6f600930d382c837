"""The one function that opens addresses, before 10,000 hostile ones; Qt only notes what it got."""

import random
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from claimtracker.claims.web_address import shown_address
from claimtracker.gui.plain_text import open_url

WEB = re.compile(r"https?://([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?(?=[/?#])[!-~]*")
SCHEMES = [
    *("javascript:", "file:", "data:text/html,", "vbscript:", "ftp:", "smb:", "mailto:", "about:"),
    *("ms-msdt:", "search-ms:", "shell:", "tel:", "view-source:", "blob:", "jar:", "chrome:"),
    *("httpx:", "http+unix:", "https;", "hxxp:", "h:", "ssh:", "steam:", "x-apple-helpbasic:", ""),
]
TARGETS = [
    *("//example.org/", "///etc/passwd", "alert(1)", "C:\\Windows\\calc.exe", "//server/share/a"),
    *("\\\\server\\share", "/bin/sh", "//%0aalert(1)", "<script>", "example.org", "?x", "#x"),
]
HOSTS = ["example.org", "bank.example", "192.0.2.7", "[2001:db8::1]", "xn--bcher-kva.example"]
UNSEEN = ["\t", "\n", "\r", " ", "\0", "\x0b", "\x1b", "\x7f", "\u2028", "\xa0", "\u3000", "\ud800"]
NUMBERS = [
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "0x7f000001",
    "1.2.3",
    "1.2.3.256",
    "08.1",
]
NO_HOSTS = [
    *("", ".", "..", "[", "[::1", "]", "[::1]]", "[v1.a]", "[::ffff:10.0.0.1]", "[fe80::1%25eth0]"),
    *("a..b", "exa%6dple.org", "a%00b", "a<b", "a|b", "a^b", "a,b", "a b", "a:b:c", "x:99999"),
    *(
        "x:-1",
        "x:80a",
        "\u202eexample.org",
        "exam\u200eple.org",
    ),
    *("bank.example\uff0fx", "bank.example\uff1fx", "bank.example\uff20x", "\u05d0a", "*", "'"),
]
TAILS = ["", "/", "/a?b=c#d", "?q=http://example.org/", "#@example.org", "/%2e%2e/", "/.exe"]


def _mixed(text: str, chance: random.Random) -> str:
    return "".join(chance.choice((c.lower(), c.upper())) for c in text)


def _other_scheme(chance: random.Random) -> str:
    scheme = _mixed(chance.choice(SCHEMES), chance)
    coded = "".join(f"%{ord(c):02x}" if chance.random() < 0.2 else c for c in scheme)
    return chance.choice((scheme, coded)) + chance.choice(TARGETS)


def _coded_scheme(chance: random.Random) -> str:
    coded = chance.choice(
        ("http%3a//", "http:%2f%2f", "%68ttp://", "http&colon;//", "http:", "http:/")
    )
    return _mixed(coded, chance) + chance.choice(HOSTS) + chance.choice(TAILS)


def _unseen_inside(chance: random.Random) -> str:
    address = f"{_mixed('https', chance)}://{chance.choice(HOSTS)}/a{chance.choice(TAILS)}"
    place = chance.randint(0, len(address))
    return address[:place] + chance.choice(UNSEEN) * chance.randint(1, 3) + address[place:]


def _backslashes(chance: random.Random) -> str:
    slash = chance.choice(("\\\\", "/\\", "\\/", "//\\", "\\"))
    after = chance.choice((chance.choice(HOSTS), f"{chance.choice(HOSTS)}\\@evil.example"))
    return f"http:{slash}{after}{chance.choice(TAILS)}"


def _login(chance: random.Random) -> str:
    user = chance.choice(("", "ada", "ada:secret", "bank.example", "bank.example:443", "%00", ":"))
    return f"{_mixed('http', chance)}://{user}@{chance.choice(HOSTS)}{chance.choice(TAILS)}"


def _odd_number(chance: random.Random) -> str:
    return f"http://{_mixed(chance.choice(NUMBERS), chance)}{chance.choice(TAILS)}"


def _no_host(chance: random.Random) -> str:
    return f"https://{chance.choice(NO_HOSTS)}{chance.choice(TAILS)}"


def _very_long(chance: random.Random) -> str:
    part = chance.choice(("a", "%61", "a.", "@", "/", "\u202e"))
    return f"http://{chance.choice(HOSTS)}/{part * chance.randint(2_001, 50_000)}"


HOSTILE: list[Callable[[random.Random], str]] = [
    *(_other_scheme, _coded_scheme, _unseen_inside, _backslashes),
    *(_login, _odd_number, _no_host, _very_long),
]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open."""
    asked: list[str] = []

    def note(address: QUrl) -> bool:
        asked.append(bytes(address.toEncoded().data()).decode("ascii"))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return asked


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_hostile_address_is_opened(
    kind: Callable[[random.Random], str], opened: list[str]
) -> None:
    chance = random.Random(kind.__name__)
    for _ in range(10_000 // len(HOSTILE)):
        address = kind(chance)
        assert not open_url(address), ascii(address[:200])
    assert opened == []


GOOD = [
    "https://example.org/a?b=c#d",
    "HTTP://Example.org",
    "http://example.org:8080/",
    "https://bücher.example/straße?q=ж",
    "http://192.0.2.7/",
    "http://[2001:db8::1]/",
    "https://www.bank.example/100%?a[]={1}",
    "https://web.archive.org/web/20250418101112/https://example.org/",
]


@pytest.mark.parametrize("address", GOOD)
def test_a_good_address_is_opened(address: str, opened: list[str]) -> None:
    assert open_url(address)
    assert len(opened) == 1


ALPHABETS = [
    "\u0430ppl\u0435.\u0441\u043em",
    "\u0455\u0441\u043e\u0440\u0435",
    "g\u200boogle",
    "ex\u00adample",
    "\uff45\uff58",
    "\u039f\u0394\u039f\u03a3",
    "\u00df",
    "\u0130",
    "\u05d0",
    "\u65e5\u672c",
]
ALIKE = "/\\@:?#%.[]\u202e\u2066\u200f\u2044\u2215\uff0f\uff20\u3002-_~a0x"


def test_what_looks_like_another_host_opens_as_the_host_that_is_shown(opened: list[str]) -> None:
    chance = random.Random(5)
    for _ in range(5_000):
        word = chance.choice(ALPHABETS)
        name = "".join(chance.choice((*ALIKE, word, "bank.example")) for _ in range(4))
        address = f"https://{chance.choice(('', word))}{name}.example/{chance.choice(ALIKE)}{word}"
        before = len(opened)
        if not open_url(address):
            assert len(opened) == before
            continue
        found, shown = WEB.fullmatch(opened[-1]), WEB.match(shown_address(address))
        assert found and shown, ascii(address)
        assert found[1] == shown[1]
    assert len(opened) > 200
