"""Files, bytes and pasted text to articles, and one clear sentence for what gives none."""

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtracker.articles.documents import kinds
from claimtracker.articles.documents.document import Unreadable
from claimtracker.articles.documents.encodings import text_of
from claimtracker.articles.documents.kinds import DocumentKind
from claimtracker.articles.open_article import open_bytes, open_file, open_text
from claimtracker.claims.errors import ClaimTrackerError
from tests.articles.made_documents import PAGE, PAGE_TEXT, mail, pdf, saved_page, web_archive, word

PLAIN = "Homes promised\n\n18 April 2025\n\nThe minister said: “We will build by June.”\n"
ANSWER = ("https://example.org/a", "200 OK", "text/html; charset=utf-8", PAGE.encode())

FILES = {
    "plain.txt": (PLAIN.encode(), PLAIN),
    "notes.md": (b"# Homes\n\nWe *will*\n", "# Homes\n\nWe *will*\n"),
    "unnamed": (PLAIN.encode(), PLAIN),
    "page.html": (PAGE.encode(), PAGE_TEXT),
    "really-a-page.txt": (PAGE.encode(), PAGE_TEXT),
    "no-page.html": (b"We will build by June.", "We will build by June."),
    "saved.mhtml": (saved_page(), PAGE_TEXT),
    "archive.warc": (web_archive(ANSWER, packed=False), PAGE_TEXT),
    "archive.warc.gz": (web_archive(ANSWER), PAGE_TEXT),
    "speech.pdf": (pdf([["We will build by June."]]), "We will build by June."),
    "speech.docx": (word("We will build by June."), "We will build by June."),
    "release.eml": (mail("We will.", Subject="Homes"), "Homes\n\nWe will.\n"),
}


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_gives_its_text(tmp_path: Path, name: str) -> None:
    data, text = FILES[name]
    (tmp_path / name).write_bytes(data)
    assert open_file(tmp_path / name).text == text


REFUSED = {
    "empty.txt": (b"", "holds no text"),
    "blank.txt": (b" \r\n\t\n", "holds no text"),
    "blank.html": (b"<html><head><title>T</title></head><body></body></html>", "holds no text"),
    "blank.docx": (word(""), "holds no text"),
    "blank.eml": (mail("", Subject="Homes"), "holds no text"),
    "scan.pdf": (pdf([[], []]), "holds no text; it may be scanned pages"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture, not a text"),
    "photo.jpg": (b"\xff\xd8\xff\xe0", "is a picture, not a text"),
    "film.mp4": (b"\x00\x00\x00\x18ftypmp42", "is a picture or a recording, not a text"),
    "program": (b"\x7fELF\x02\x01", "is a program, not a text"),
    "noise.txt": (bytes(range(256)) * 20, "is not a text"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an older Office"),
    "rich.rtf": (b"{\\rtf1\\ansi We will}", "is rich text"),
    "feed.xml": (b'<?xml version="1.0"?><rss></rss>', "is an XML file such as a feed"),
    "text.gz": (b"\x1f\x8b\x08\x00\x00", "is a compressed file"),
    "broken.pdf": (b"%PDF-1.4 and no more", "cannot be read: it is damaged"),
    "broken.docx": (b"PK\x03\x04 and no more", "cannot be read: it is damaged"),
    "broken.warc": (b"WARC/1.0\r\nand no more", "holds no web page"),
    "pictures.warc": (web_archive(("http://a", "200 OK", "image/png", b"x")), "holds no web page"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_gives_no_article_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    data, told = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ClaimTrackerError) as refusal:
        open_file(tmp_path / name)
    sentence = str(refusal.value)
    assert sentence.startswith(f"{name} {told}")
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(ClaimTrackerError, match=r"is not a file|cannot be read"):
            open_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_neither_breaks_the_sentence_nor_steers_a_terminal(tmp_path: Path) -> None:
    empty = tmp_path / "two\nlines \x1b[31m.txt"
    empty.touch()
    with pytest.raises(ClaimTrackerError, match=r"\Atwo lines  \[31m\.txt holds no text\.\Z"):
        open_file(empty)
    with pytest.raises(ClaimTrackerError, match=r"/no such is not a file\.\Z"):
        open_file(tmp_path / "no\nsuch")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as huge:
        huge.truncate(100_000_000)
    with pytest.raises(ClaimTrackerError, match=r"has 100 MB; no document over 50 MB is read"):
        open_file(path)


BEGINNINGS = {"html": b"<!doctype html>", "pdf": b"%PDF-1.4", "text": b"Homes", "word": b"PK\3\4"}


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_each_kind_has_its_limit(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setitem(kinds.MOST_BYTES, DocumentKind(kind), 2_000_000)
    with pytest.raises(ClaimTrackerError, match=r"^big has 3 MB; a.* is read up to 2 MB\.$"):
        open_bytes(BEGINNINGS[kind].ljust(3_000_000), name="big")


def test_the_limits_are_those_that_the_manual_tells() -> None:
    megabytes = {kind.value: most / 1e6 for kind, most in kinds.MOST_BYTES.items()}
    assert megabytes["html"] == 10
    assert megabytes["pdf"] == 50


def test_the_clipboards_html_is_told_by_its_media_type() -> None:
    article = open_bytes(b"Rubio: <b>within days</b>", media_type="text/html")
    assert article.text == "Rubio: within days"


def test_a_pasted_text_stays_as_it_is_but_for_its_line_ends() -> None:
    article = open_text("\ufeffHomes promised\r\n\r\n 18 April 2025\rWe  will.\t\n\n")
    assert article.text == "Homes promised\n\n 18 April 2025\nWe  will.\t\n\n"
    assert article.title == "Homes promised"
    assert article.published_on == date(2025, 4, 18)


def test_a_pasted_text_can_always_be_stored() -> None:
    assert open_text("We \ud83d will\0").text == "We \ufffd will\ufffd"


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_a_pasted_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ClaimTrackerError, match=r"^The text is empty\.$"):
        open_text(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("We will. \n" * 220_000, "more than 2 million characters"),
        ("We will. " * 20_000, "a paragraph of more than 100,000 characters"),
    ],
    ids=["text", "paragraph"],
)
def test_a_pasted_text_without_end_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ClaimTrackerError, match=reason):
        open_text(text)


def test_a_long_text_of_usual_paragraphs_is_an_article() -> None:
    assert open_text("We will go. " * 8_000 + "\n" + "We will go. " * 8_000).text


GERMAN = "Grüße “aus” Köln – bald"
ENCODED = [
    *[(encoding, GERMAN) for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252")],
    *[(encoding, "We will build the homes by June") for encoding in ("utf-16-le", "utf-16-be")],
    ("cp1252", "It’s a promise"),
    ("cp1252", "Café Müller, naïve"),
    ("cp1252", "“We will” – he said – “by June”. £5m and €3bn."),
    (
        "cp1250",
        "Premier powiedział: zbudujemy drogę do końca roku. Źródło łączności będzie później.",
    ),
    ("cp1251", "Министр сказал, что дома будут построены до конца года."),
    ("koi8-r", "Министр сказал, что дома будут построены до конца года."),
    ("cp1253", "Ένας υπουργός είπε την Παρασκευή ότι η κυβέρνηση θα χτίσει σπίτια"),
    ("cp1255", "השר אמר ביום שישי כי הממשלה תבנה ארבעים אלף בתים"),
    ("cp1256", "قال الوزير يوم الجمعة إن الحكومة ستبني أربعين ألف منزل"),
    ("gbk", "部长表示政府将在年底前建成四万套住房。他周五在北京说。"),
    ("shift_jis", "大臣は金曜日、政府が年末までに四万戸の住宅を建設すると述べた。"),
    ("mac_roman", "He said: “We will build it.” It’s a promise of Müller’s."),
]


@pytest.mark.parametrize(("encoding", "text"), ENCODED)
def test_the_encoding_of_a_text_is_found(encoding: str, text: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [bytes(range(1, 32)) * 9, b"Homes\x00\x01\x02\x03" * 99])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="is not a text"):
        text_of(data)


def test_a_broken_character_does_not_change_the_encoding() -> None:
    text = "Grüße aus Köln und Bülach, schöne Tage für alle Bürger, " * 10
    assert open_bytes(text.encode()[:-1] + b"\xc3", name="a.txt").text.startswith(text[:-1])


def test_a_reading_that_is_stopped_says_so() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(ClaimTrackerError, match=r"^Reading was stopped"):
        open_bytes(PAGE.encode(), stop=stop)


def test_opening_loads_no_parser_into_the_program() -> None:
    check = (
        "import sys, claimtracker.articles.open_article as opened; opened.open_text('Homes');"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", check]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    parsers = {"trafilatura", "lxml", "pypdf", "docx", "warcio", "charset_normalizer", "urllib3"}
    assert not parsers.intersection(loaded)
    assert "claimtracker" in loaded


BEGINNING = st.sampled_from(
    [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<html>",
        b"WARC/1.0\r\n",
        b"\x1f\x8b",
        b"\xff\xfe",
        b"From: ",
    ]
)


@settings(max_examples=25)
@given(BEGINNING, st.binary(max_size=300), st.sampled_from(["", "a.html", "a.eml", "a.mhtml"]))
def test_any_bytes_give_an_article_or_a_sentence(begin: bytes, rest: bytes, name: str) -> None:
    try:
        article = open_bytes(begin + rest, name=name)
    except ClaimTrackerError as refusal:
        assert str(refusal).endswith(".")
    else:
        assert article.text.strip()
        assert "\r" not in article.text
        article.text.encode("utf-8")
