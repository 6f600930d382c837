"""Bytes to text: by the byte order mark, by UTF-8, by what is declared, by a guess."""

import codecs
import re

from .document import Unreadable

# What browsers read under these names: the WHATWG Encoding Standard, https://encoding.spec.whatwg.org/
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
}
_MARKS = (  # the longer first: one begins with another
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_BROKEN = 0.02  # of the characters beyond ASCII: a few cut in two are no other encoding
_MOST_CONTROLS = 0.01  # of all characters in a text
_MOST_WESTERN = 0.25  # of the letters of a western text that are beyond ASCII
_SIGNS = "¢¤¥¦¨ª¬¯±²³\xb4µ¶\xb8¹º¼½¾\u02c6\u02dc‰"  # that stand in no word
_BADLY_READ = re.compile(  # a large letter after a small one, a sign in a word, no sign at all
    f"[a-zß-ÿ][À-ÖØ-ÞŠŒŽŸ]|[^\\W\\d_][{_SIGNS}¡¿©®†‡]|[{_SIGNS}][a-zß-ÿ]|[\x80-\x9f\ufffd]"
)
_IN_USE = [  # by pages and files of today, and what a Macintosh wrote
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("iso8859_2", "iso8859_5", "koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
    "mac_roman",
]
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_ENCODED = re.compile("[\ud800-\udfff]")


def text_of(data: bytes, declared: str = "") -> str:
    """Return the text with LF line ends and no byte order mark; `declared` is a charset's name.

    Raises Unreadable where the bytes are no text.
    """
    text = _decoded(data, declared)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise Unreadable("is not a text")
    return tidied(text)


def tidied(text: str) -> str:
    """Return the text with LF line ends and no byte order mark, fit for being stored as UTF-8."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_ENCODED.sub("\ufffd", lines.replace("\x00", "\ufffd"))


def _decoded(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    codec = _codec(declared)
    if codec.startswith(("iso2022", "hz", "utf-7")) and (text := _strict(data, codec)) is not None:
        return text  # these look like ASCII, and so like UTF-8
    if (text := _utf_8(data)) is not None:
        return text
    for encoding in (codec, _wide(data)):
        if encoding and (text := _strict(data, encoding)) is not None:
            return text
    return _guessed(data)


def _codec(declared: str) -> str:
    """Return Python's name of the declared encoding, as browsers take it; nothing if unknown."""
    try:
        name = codecs.lookup(declared.strip()).name
        b"".decode(name)  # some codecs are not for text
    except (LookupError, ValueError):
        return ""
    return _READ_AS.get(name, name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except ValueError:
        return None


def _utf_8(data: bytes) -> str | None:
    """Return the bytes as UTF-8 when they are, but for a few broken characters."""
    if b"\x00" in data:
        return None
    text = data.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text) if not text.isascii() else 0
    return text if text.count("\ufffd") <= _MOST_BROKEN * beyond else None


def _wide(data: bytes) -> str:
    """Return UTF-16 where every other byte is mostly null, as of Latin text without a mark."""
    if len(data) < 2 or len(data) % 2:
        return ""
    half = len(data) // 2
    if data[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if data[::2].count(0) > 0.7 * half else ""


def _guessed(data: bytes) -> str:
    """Return the text by Windows' western code page where it reads well, else by a guess.

    charset_normalizer is made for long texts: in "It\x92s" it sees a Chinese sign.
    """
    if b"\x00" in data:
        raise Unreadable("is not a text")
    western = data.decode("cp1252", "replace")
    if not _BADLY_READ.search(western) and _share_beyond_ascii(western) <= _MOST_WESTERN:
        return western
    from charset_normalizer import from_bytes  # slow to load, seldom needed

    best = from_bytes(data, cp_isolation=_IN_USE).best()
    return str(best) if best is not None else western


def _share_beyond_ascii(text: str) -> float:
    letters = sum(map(str.isalpha, text))
    beyond = sum(character > "\x7f" and character.isalpha() for character in text)
    return beyond / max(letters, 1)
