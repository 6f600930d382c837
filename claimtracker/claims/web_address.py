"""What counts as an address of the web: the only kind that is stored as a link or opened."""

import ipaddress
import re
import unicodedata
from encodings.idna import nameprep
from urllib.parse import SplitResult, quote, urlsplit

WEB_SCHEMES = frozenset({"http", "https"})
LONGEST_ADDRESS = 2_000

_UNSEEN = frozenset({"Cc", "Cs"})  # categories: what steers a terminal, half of a character
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # as the last label: browsers take the host for IPv4
_KEPT_LETTERS = re.compile("([ßςẞ])")  # IDNA of 2003 made others of them; browsers no longer do
_DOTS = re.compile("[.\u3002\uff0e\uff61]")  # what IDNA takes for a dot
# After the host, these stand as they are; "%" only where two digits follow it.
_AS_IT_IS = re.compile(r"[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%(?=[0-9A-Fa-f]{2})")
_SEEN = frozenset("LNPS")  # the first letters of the categories that leave something on the screen
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs without ink


def is_web_address(text: str) -> bool:
    """Whether the whole text is one http or https address with a host."""
    if len(text) > LONGEST_ADDRESS or any(_breaks(character) for character in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in WEB_SCHEMES and bool(parts.hostname)
    except ValueError:  # such as a bracket that is not closed
        return False


def names_login(address: str) -> bool:
    """Whether the address names a user or password before its host."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all
        return False
    return parts.username is not None or parts.password is not None


def ascii_host(parts: SplitResult) -> str:
    """Return the host in small ASCII letters (punycode), without brackets or a last dot.

    Raises ValueError where it is no name of a host. Lets numbers in odd notations pass: they name
    a place all the same, and whoever asks for it looks where they lead.
    """
    host = parts.netloc.rpartition("@")[2]
    if host.startswith("["):
        number, _, port = host[1:].partition("]")
        if port and not port.startswith(":"):
            raise ValueError("no name of a host")
        return ipaddress.IPv6Address(number.partition("%")[0]).compressed
    labels = _DOTS.split(host.partition(":")[0])
    if len(labels) > 1 and not labels[-1]:
        del labels[-1]
    name = ".".join(_ascii_label(label) for label in labels)
    if len(name) > 253:
        raise ValueError("no name of a host")
    return name


def shown_address(address: str) -> str:
    """Return the whole address as it may be shown and as it is opened; "" where it must not be.

    The host stands in punycode, so that no letter passes for another; what is not seen, turns the
    direction or reads from right to left stands percent-encoded. Refused are logins, backslashes
    (browsers take them for slashes) and hosts in numbers other than the usual four.
    """
    if not is_web_address(address) or "\\" in address or names_login(address):
        return ""
    try:
        parts = urlsplit(address)
        place = f"{parts.scheme}://{_shown_host(parts)}{_shown_port(parts)}"
    except ValueError:
        return ""
    rest = address[len(parts.scheme) + len("://") + len(parts.netloc) :]
    before, mark, part = rest.partition("#")
    path = before if before.startswith("/") else f"/{before}"
    return f"{place}{_visible(path)}{mark}{_visible(part)}"


def _breaks(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in _UNSEEN


def _ascii_label(label: str) -> str:
    name = label.lower()
    if not label.isascii():
        pieces = _KEPT_LETTERS.split(label)
        name = "".join(
            piece if number % 2 else nameprep(piece) for number, piece in enumerate(pieces)
        )
        if not name.isascii():
            name = "xn--" + name.encode("punycode").decode("ascii")
    if not _LABEL.fullmatch(name):
        raise ValueError("no name of a host")
    return name


def _shown_host(parts: SplitResult) -> str:
    host = ascii_host(parts)
    if ":" in host:
        # A zone is of one machine's own network; an address of IPv4 has its own, plainer notation.
        if "%" in parts.netloc or ipaddress.IPv6Address(host).ipv4_mapped:
            raise ValueError("no name of a host")
        return f"[{host}]"
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return str(ipaddress.IPv4Address(host))
    return host


def _shown_port(parts: SplitResult) -> str:
    return "" if parts.port is None else f":{parts.port}"


def _visible(text: str) -> str:
    return "".join(_visibly(text, place) for place in range(len(text)))


def _visibly(text: str, place: int) -> str:
    character = text[place]
    if character.isascii():
        return character if _AS_IT_IS.match(text, place) else quote(character, safe="")
    is_seen = (
        unicodedata.category(character)[0] in _SEEN
        and unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT
        and character not in _BLANK_LETTERS
    )
    return character if is_seen else quote(character)
