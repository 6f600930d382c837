"""Web pages to articles: the text with its own headline, and what the page says of itself."""

from datetime import date

import pytest

from claimtracker.articles.documents.document import Document, Unreadable
from claimtracker.articles.documents.html_page import article_in
from tests.articles.made_documents import PAGE, PAGE_TEXT

PROSE = (
    "<p>The minister spoke about homes and answered the questions of the press on Friday.</p>" * 4
)
LONG_PROSE = PROSE * 4


def page(
    body: str = PROSE, *, head: str = "", title: str = "Homes promised", top: str = ""
) -> Document:
    source = (
        f"<html><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>Homes promised</h1>{top}{body}</article></body></html>"
    )
    return Document(source.encode(), media_type="text/html; charset=utf-8")


def test_a_page_gives_its_article_and_nothing_of_what_goes_round_it() -> None:
    article = article_in(Document(PAGE.encode()))
    assert article.text == PAGE_TEXT
    assert article.title == "Minister promises 40,000 homes"
    assert article.publisher == "The Example"
    assert article.published_on == date(2025, 4, 18)
    assert article.canonical_url == "https://example.org/news/homes"


def test_the_headline_stands_in_the_text_once() -> None:
    assert article_in(page()).text.count("Homes promised") == 1
    outside = page().data.replace(b"<article><h1>Homes promised</h1>", b"<h1>Homes promised</h1>")
    assert article_in(Document(outside)).text.startswith("Homes promised\n")


def test_the_headline_over_the_article_counts_not_the_one_for_search_engines() -> None:
    found = page(title="Minister", head='<meta property="og:title" content="What to know">')
    longer = found.data.replace(b"Homes promised", b"Forty thousand homes promised")
    assert article_in(Document(longer)).title == "Forty thousand homes promised"


def test_a_sentence_stays_in_one_line_whatever_stands_in_it() -> None:
    body = "<p>She <b>said</b> it <a href='/x'>again</a>,<br>and <i>again</i>.</p>" + PROSE
    assert "She said it again,\nand again." in article_in(page(body)).text


def test_a_short_page_keeps_its_lists() -> None:
    body = "<ul><li>Homes by June</li><li>Roads by July</li></ul><div><p>She said so.</p></div>"
    lines = article_in(page(body)).text.split("\n")
    assert lines == ["Homes promised", "- Homes by June", "- Roads by July", "She said so."]


def test_a_page_that_is_laid_out_as_a_table_keeps_its_lines() -> None:
    source = (
        "<html><head><title>Speech</title></head><body><table><tr><td><h3>Statement</h3>"
        "We will act in June.<br><br>We will publish it in July.</td></tr></table></body></html>"
    )
    assert article_in(Document(source.encode())).text.split("\n") == [
        "Speech",
        "Statement",
        "We will act in June.",
        "We will publish it in July.",
    ]


def test_a_page_of_headlines_keeps_them_all() -> None:
    links = "".join(
        f"<li><a href='/{n}'>Mayor promises {n} roads by June</a></li>" for n in range(5)
    )
    text = article_in(page(f"<ul>{links}</ul>")).text
    assert [line for line in text.split("\n") if "roads" in line] == [
        f"- Mayor promises {n} roads by June" for n in range(5)
    ]


def test_a_piece_of_a_page_is_taken_whole() -> None:
    piece = "<meta charset='utf-8'><!-- x --><h2>Rubio: days</h2><p>By X<p>Yes.<ul><li>One</ul>Off"
    assert article_in(Document(piece.encode())).text == "Rubio: days\nBy X\nYes.\n- One\nOff"


def test_what_an_office_program_copied_is_taken_whole() -> None:
    body = "<!--StartFragment--><nav>Homes</nav><p>Yes.</p><!--EndFragment-->"
    piece = f"<html><head><title>Copied</title></head><body>{body}</body></html>"
    assert article_in(Document(piece.encode())).text == "Homes\nYes."


def test_unclosed_markup_is_read() -> None:
    source = (
        b"<html><head><title>T</title><body><h1>Homes promised<p>We will <b>build by 2027<p>Soon"
    )
    assert article_in(Document(source)).text == "Homes promised\nWe will build by 2027\nSoon"


def test_text_from_right_to_left_is_read() -> None:
    arabic = "قال الوزير يوم الجمعة إن الحكومة ستبني المنازل."
    assert arabic in article_in(page(f"<p dir=rtl>{arabic}</p>")).text


@pytest.mark.parametrize("body", ["", " ", "<script>let a = 1</script>", "<img src=x>"])
def test_a_page_without_words_holds_no_text(body: str) -> None:
    source = f"<html><head><title></title></head><body>{body}</body></html>"
    assert article_in(Document(source.encode())).text == ""


PAID = "<p>The homes will be built, and</p><div>Subscribe to continue reading.</div>"


def test_the_beginning_of_a_paid_article_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"only the first \d+ words .* paste it"):
        article_in(page(PAID))


def test_a_short_page_is_no_paid_one_for_its_newsletter() -> None:
    assert article_in(page("<p>We will pay by Friday.</p><p>Subscribe to our newsletter</p>"))


def test_a_long_article_is_read_whatever_it_says_of_subscriptions() -> None:
    assert article_in(page(PAID + LONG_PROSE))


CANONICAL = {
    "/news/homes": "https://example.org/news/homes",
    "https://example.com/a?b=c": "https://example.com/a?b=c",
    "/": "",  # the front page, as careless templates have it
    "https://example.org": "",
    "javascript:alert(1)": "",
    "https://ada:secret@example.org/a": "",
    "http://[": "",
}


@pytest.mark.parametrize(("href", "canonical"), CANONICAL.items())
def test_the_address_by_which_a_page_calls_itself(href: str, canonical: str) -> None:
    source = page(head=f'<link rel="canonical" href="{href}">').data
    article = article_in(Document(source, url="https://example.org/x?from=mail"))
    assert article.canonical_url == canonical


CHARSETS = ["utf-8", "windows-1252", "iso-8859-1", "utf-16", "koi8-r", "shift_jis", "iso-2022-jp"]
SPOKEN = {
    "koi8-r": "Мы построим дома",
    "shift_jis": "六月に発表する",
    "iso-2022-jp": "六月に発表する",
}


@pytest.mark.parametrize("charset", CHARSETS)
def test_the_declared_charset_is_read(charset: str) -> None:
    spoken = SPOKEN.get(charset, "Grüße aus Köln")
    source = page(f"<p>{spoken}</p>", head=f'<meta charset="{charset}">').data.decode()
    assert spoken in article_in(Document(source.encode(charset))).text
    told = Document(
        source.replace("<meta", "<x").encode(charset), media_type=f"a; charset={charset}"
    )
    assert spoken in article_in(told).text


def test_much_white_space_does_not_hold_it_up() -> None:
    """A pattern for the XML declaration once looked for it from every blank."""
    source = page().data.replace(b"<article>", b"<article>" + b" \t\n" * 300_000)
    assert article_in(Document(source)).title == "Homes promised"


def test_an_xml_declaration_does_not_hinder() -> None:
    source = b'<?xml version="1.0" encoding="windows-1252"?>\n' + page("<p>Gr\xfc\xdfe</p>").data
    latin = source.replace("Grüße".encode(), b"Gr\xfc\xdfe")
    assert "Grüße" in article_in(Document(latin)).text
