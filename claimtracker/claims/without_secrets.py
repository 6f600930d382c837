"""Takes logins and keys out of the addresses in a sentence: errors are copied, sent and kept."""

import re
from pathlib import Path

_LEFT_OUT = "…"
_WEB = frozenset({"http", "https"})
# Up to the end of the quotation or the line: a password may hold blanks. All that is repeated
# before something else has a limit: a sentence may quote megabytes.
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.\-]{1,40})(:/{1,3})([^”\n]*)", re.IGNORECASE)
_PLAIN_LOGIN = re.compile(r"[^/?#]*@")
_NO_PORT = re.compile(r":(?!\d*\W*$)[^\]]*$")  # a password with its "@" missing or cut off
_BARE_LOGIN = re.compile(  # without a scheme
    r"(?<![^\s/\\@:“”'\"])[^\s/\\@:“”'\"]{1,100}:(?![/\\])[^\s@“”]{0,500}@"
)
_LONGEST_HOST = 300
_SETTING = re.compile(
    r"((?:pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|credentials?)\s*=\s*)"
    r"(?:'[^']*'|\"[^\"]*\"|[^\s;&”]+)",
    re.IGNORECASE,
)


def without_secrets(sentence: str) -> str:
    """Return the sentence without what opens a door.

    Of each address that are the login and all that follows "?" or "#", where keys are handed over;
    elsewhere a name and password before "@", and what stands after "password=" and its like.
    """
    told = _ADDRESS.sub(_plain_address, sentence) if ":/" in sentence else sentence
    told = _SETTING.sub(rf"\1{_LEFT_OUT}", told) if "=" in told else told
    return _BARE_LOGIN.sub(f"{_LEFT_OUT}@", told) if "@" in told else told


def plain_name(path: Path) -> str:
    """Return the name of a file for a sentence; what was meant for an address may end in a key."""
    return Path(without_secrets(str(path))).name


def _plain_address(found: re.Match[str]) -> str:
    scheme, slashes, rest = found.groups()
    start = _end_of_login(rest, is_web=scheme.lower() in _WEB)
    login = f"{_LEFT_OUT}@" if start else ""
    word, blank, others = rest[start:].partition(" ")
    place, *asked = re.split(r"([?#])", word, maxsplit=1)
    host, slash, path = place.partition("/")
    is_host = len(host) <= _LONGEST_HOST
    shown = f"{_NO_PORT.sub(f':{_LEFT_OUT}', host) if is_host else _LEFT_OUT}{slash}{path}"
    return f"{scheme}{slashes}{login}{shown}{asked[0] + _LEFT_OUT if asked else ''}{blank}{others}"


def _end_of_login(rest: str, *, is_web: bool) -> int:
    """Where the host begins; 0 where no login stands before it.

    A password with a slash in it is no proper one, and a secret all the same. Behind the slash of
    a web page an "@" alone, as in example.org/@ada, is none.
    """
    if not is_web:
        return rest.rfind("@") + 1
    if plain := _PLAIN_LOGIN.match(rest):
        return plain.end()
    word = rest.partition(" ")[0]
    end = word.rfind("@")
    is_name = word[end - 1 : end] == "/"  # example.org/@ada, also in the address of a copy of it
    return end + 1 if ":" in word[: max(end, 0)] and not is_name else 0
