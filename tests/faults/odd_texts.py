"""Odd texts by a seeded chance: what a clipboard, a page, a table or a hostile hand may bring."""

import unicodedata
from collections.abc import Callable, Iterator
from random import Random

_MANY = 1_000_000
_LONGEST = 10_000_000
_PLANES = 17
_SURROGATES = range(0xD800, 0xE000)
_SYNTAX = {
    "full-text syntax": (
        '"',
        '""',
        "NEAR(a b, 2)",
        "a AND OR NOT b",
        "summary : x",
        "{summary quote} : x",
        "^a",
        "a*",
        "-a",
        "a + b",
        "(",
        "COVID-19",
        "R&D",
        "O'Neil",
        '"a" "b',
        "*",
    ),
    "SQL": (
        "'; DROP TABLE claim; --",
        "' OR 1=1 --",
        "%",
        "_",
        "\\",
        "a%b_c\\",
        "?1 :name @p $x",
        'x" UNION SELECT 1 --',
        "0x00",
        "NULL",
        "CHAR(0)",
    ),
    "query syntax": (
        "claimant:",
        'claimant:"',
        "due:<",
        "due:9999-12-31",
        "due:0000-00",
        "due:>9999",
        "state:passed,",
        "-",
        "--",
        "-:",
        ":x",
        "in:bin -in:bin",
        "id:99999999999999999999999",
        "id:-1",
        "id:²",
        "has:x",
        "moved:maybe",
        'tag:"" x',
        "tag:,",
        "stated:\uff12\uff10\uff12\uff15-04",
        "DUE:2025",
        "review:<0001",
        "latest:>9999-12-31",
    ),
    "table syntax": (
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\0=1",
        "'=1",
        "''''=1",
        "'",
        '"',
        '""',
        'a"b',
        "a,b;c",
        "a | b",
        "a \\| b \\; c\\",
        "\\",
        "; ; ;",
        " | ",
        "|",
        "sha256:x",
        "the verdict rests on it",
        "a\r\nb",
    ),
    "markup": (
        "<b>x</b>",
        "<img src='file:///etc/passwd'>",
        "<script>x</script>",
        "&amp;&lt;&#0;",
        "]]>",
        "<!--",
        "# h",
        "[a](b)",
        "%s %d {0} {x} %(y)s",
        "$HOME `id` $(id)",
        "\x1b[31mred\x1b]0;t\x07",
        "&Save",
        "{{ x }}",
    ),
    "names": (
        "../../etc/passwd",
        "C:\\x",
        "CON",
        "a/b",
        ".",
        "..",
        "~",
        "-rf",
        "--help",
        "file://x",
        "http://",
        "http://[::1",
        "https://a:b@c/",
        "https://ex\u0430mple.org/\u202e",
        "javascript:x",
        "sqlite:///x",
        "http://x:99999999/",
        "https://xn--\udc80/",
    ),
    "words of time": (
        "by 30 February 2025",
        "in 99999999999999999999 days",
        "in ² weeks",
        "within ٣ days",
        "by \uff12\uff10\uff12\uff15",
        "within days of",
        "by 31.12.99999",
        "a year ago next last week",
        "every day until",
        "before before after",
        "in 10**9 years",
        "by 0000-00-00",
        "in minus 3 days",
        "in 1e9 years",
        "Q5 2025",
        "in the 10000th century",
        "by year 9999",
        "within ½ a day",
        "by noon\u2009–\u2009ish",
        "in 1.000.000 months",
    ),
    "empty": ("", " ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\u1680", "\x1c\x1f", "\ufeff"),
}


def _of(characters: str) -> Callable[[Random], str]:
    """Make texts of these among plain letters."""

    def making(chance: Random) -> str:
        return "".join(
            chance.choice(characters if chance.random() < 0.6 else "ab é")
            for _ in range(chance.randrange(1, 24))
        )

    return making


def _planes(chance: Random) -> str:
    """Any code point that is a character, from each plane."""
    found = (chance.randrange(_PLANES) * 0x10000 + chance.randrange(0x10000) for _ in range(12))
    return "".join(chr(number) for number in found if number not in _SURROGATES)


def _lone_surrogates(chance: Random) -> str:
    """Halves of pairs: alone, the wrong way round, and two that look like a pair."""
    halves = [chr(chance.choice(_SURROGATES)) for _ in range(chance.randrange(1, 4))]
    halves += [chance.choice(("a", "\ud83d\ude00", "\udc80", "é", ""))]
    chance.shuffle(halves)
    return chance.choice(("", "a ")) + "".join(halves)


def _piles(chance: Random) -> str:
    """Marks piled upon a letter, and upon nothing."""
    base = chance.choice(("", "a", "ع", "한"))
    return base + "".join(
        chr(chance.randrange(0x300, 0x370)) for _ in range(chance.randrange(1, 400))
    )


def _normalisations(chance: Random) -> str:
    """What looks the same and is written otherwise."""
    text = chance.choice(
        ("Å é ﬁ ½ Ⅷ ① ｶﾞ 한글", "ẞ ß SS \u017f İ \u0131 K K", "ǆ ǅ Ǆ ϐ β µ μ", "e\u0301\u0323 ệ")
    )
    return unicodedata.normalize(chance.choice(("NFC", "NFD", "NFKC", "NFKD")), text)


def _digits(chance: Random) -> str:
    """Numbers of other scripts, superscripts and fractions."""
    start = chance.choice((0x660, 0x966, 0xFF10, 0x1D7CE, 0x2070, 0xBD, 0x2460, 0x3021, 0x10D30))
    return " ".join(chr(start + chance.randrange(6)) * chance.randrange(1, 6) for _ in range(3))


def _cut(chance: Random) -> str:
    """Pieces of all the syntax, in any order."""
    pieces = [piece for found in _SYNTAX.values() for piece in found]
    return chance.choice(("", " ", "\n")).join(chance.choice(pieces) for _ in range(5))


def _long_word(chance: Random) -> str:
    """One word without a break."""
    unit = chance.choice(("a", "\u0301", "한", "👩\u200d", "\u202e", '"', "\0", "1", "9"))
    return unit * chance.choice((99, 101, 1_999, 2_001, 10_001, 50_000))


def _long(chance: Random) -> str:
    """Lines, blanks or paragraphs without end."""
    unit = chance.choice(("word ", "x\r\n", "\n", " ", "“a” ", "é\u0301 ", "( ", "- ", "a.b. "))
    return unit * chance.choice((500, 2_000, 20_000))


def _huge(chance: Random) -> str:
    """A text about as long as may be kept, and one that is longer."""
    unit = chance.choice(("a", "word ", "x\n", "😀", "\0"))
    return unit * (chance.choice((_MANY - 9, _MANY + 9, _LONGEST)) // len(unit))


def _one_of(pieces: tuple[str, ...]) -> Callable[[Random], str]:
    return lambda chance: chance.choice(pieces) + chance.choice(("", "", " x", "\n"))


SHORT: dict[str, Callable[[Random], str]] = {
    "any plane": _planes,
    "lone surrogates": _lone_surrogates,
    "piles of marks": _piles,
    "joined emoji": _of("👩\u200d👧🏽🇩🇪🏴\U000e0067\U000e007f\ufe0f☠❤"),
    "direction marks": _of(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061cע"
    ),
    "NUL": _of("\0"),
    "control characters": _of("".join(map(chr, (*range(1, 32), *range(127, 160))))),
    "noncharacters": _of("\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffff"),
    "private use": _of("\ue000\uf8ff\U000f0000\U00100000"),
    "marks and separators": _of("\ufeff\u2028\u2029\u0085\x0b\x0c\x1c\u00ad\u2060\u180e"),
    "line ends": _of("\r\n\r\n\n\r"),
    "normalisations": _normalisations,
    "numbers of other scripts": _digits,
    **{name: _one_of(pieces) for name, pieces in _SYNTAX.items()},
    "pieces of everything": _cut,
}
LONG: dict[str, Callable[[Random], str]] = {"a long word": _long_word, "a long text": _long}
HUGE = {"a huge text": _huge}
_LONG_SHARE, _HUGE_SHARE = 0.3, 0.005  # of the rounds through all kinds


def odd_texts(seed: object) -> Iterator[str]:
    """Give texts for ever: each kind in every round, a long one now and then, a huge one seldom."""
    chance = Random(f"odd texts {seed}")
    kinds = list(SHORT.values())
    while True:
        chance.shuffle(kinds)  # else each would meet the same fields again and again
        yield from (kind(chance) for kind in kinds)
        if chance.random() < _LONG_SHARE:
            yield chance.choice(list(LONG.values()))(chance)
        if chance.random() < _HUGE_SHARE:
            yield _huge(chance)
