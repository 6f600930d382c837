"""PDF, Word, mail, saved pages and web archives: what each gives beside its text."""

from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from claimtracker.articles.article import Article
from claimtracker.articles.documents.document import Document, Unreadable
from claimtracker.articles.documents.extract import article_in
from claimtracker.articles.documents.kinds import DocumentKind, kind_of
from claimtracker.articles.documents.wrapped_lines import unwrapped
from tests.articles.made_documents import (
    PAGE,
    PAGE_TEXT,
    mail,
    pdf,
    saved,
    saved_page,
    web_archive,
    word,
)

SENT = "Fri, 18 Apr 2025 23:30:00 -0400"


def article(data: bytes, name: str = "") -> Article:
    document = Document(data, name=name)
    return article_in(document, kind_of(document))


WRAPPED = [
    "The housing minister said on Friday that the government will build forty",
    "thousand homes by the end of 2027, and that the plan goes to the parlia-",
    "ment next week.",
    "She left it open who pays.",
    "- the first homes by March 2026",
    "- the last homes by the end of 2027",
]


def test_the_lines_of_a_pdf_are_joined_to_sentences() -> None:
    text = article(pdf([["Plan for homes", *WRAPPED]])).text
    joined = f"{WRAPPED[0]} {WRAPPED[1].removesuffix('-')}{WRAPPED[2]}"
    assert text.split("\n") == ["Plan for homes", joined, *WRAPPED[3:]]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    pages = [
        ["Ministry of Homes", WRAPPED[0], "Page 1 of 3"],
        ["Ministry of Homes", "thousand homes.", "Page 2 of 3"],
        ["Ministry of Homes", "She left.", "Page 3 of 3"],
    ]
    assert article(pdf(pages)).text == f"{WRAPPED[0]} thousand homes.\nShe left."


def test_short_lines_are_a_list_or_a_table_and_stay() -> None:
    assert unwrapped(["Homes 40", "Roads 12", "", "Schools 3"]) == "Homes 40\nRoads 12\nSchools 3"
    assert unwrapped([]) == ""


def test_the_day_on_which_a_pdf_was_made_is_no_day_of_publication() -> None:
    info = "/Title (Plan for homes) /CreationDate (D:20240101120000Z)"
    found = article(pdf([["Plan for homes", *WRAPPED]], info=info))
    assert found.title == "Plan for homes"
    assert found.published_on is None


def test_the_title_of_a_pdf_is_one_that_stands_in_it() -> None:
    found = article(pdf([["Plan for homes", *WRAPPED]], info="/Title (Microsoft Word - x.doc)"))
    assert found.title == "Plan for homes"


def test_pages_that_hold_only_numbers_hold_no_text() -> None:
    with pytest.raises(Unreadable, match="scanned pages"):
        article(pdf([["1"], ["2"]]))


def test_a_word_document_gives_its_items_and_rows_as_lines() -> None:
    rows = [["Year", "Homes"], ["2026", "10,000"]]
    found = article(word("Plan", "We will.", "- by June", rows=rows, title="Plan"))
    assert found.text.split("\n") == [
        "Plan",
        "We will.",
        "- by June",
        "Year | Homes",
        "2026 | 10,000",
    ]
    assert found.title == "Plan"
    assert found.published_on is None


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We will build ")
    for words in (
        "<w:del {}><w:r><w:delText>10</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>40</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(words.format(f'{nsdecls("w")} w:id="1" w:author="a"')))
    assert article(saved(document)).text == "We will build 40"


@pytest.mark.parametrize(
    ("name", "told"),
    [("xl/workbook.xml", "is a table"), ("mimetype", "is an OpenDocument"), ("a", "is an archive")],
)
def test_other_archives_are_refused_by_what_they_are(name: str, told: str) -> None:
    data = word("We will.").replace(b"word/document.xml", name.ljust(17, "\0").encode())
    with pytest.raises(Unreadable, match=told):
        article(data)


def test_a_mail_is_published_on_the_day_it_was_sent() -> None:
    told = {"Subject": "Plan for homes", "From": "Homes Office <a@example.org>", "Date": SENT}
    found = article(mail("We will build by June.", **told))
    assert found.text == "Plan for homes\n\nWe will build by June.\n"
    assert found.title == "Plan for homes"
    assert found.publisher == "Homes Office"
    assert found.published_on == date(2025, 4, 18)


@pytest.mark.parametrize("sent", ["", "yesterday", "Fri, 99 Apr 2025 99:00:00"])
def test_a_mail_without_a_good_date_has_no_day(sent: str) -> None:
    assert article(mail("We will.", Subject="Homes", Date=sent), "a.eml").published_on is None


def test_a_mail_with_little_plain_text_gives_its_page() -> None:
    found = article(
        mail("Open this in the browser", "<p>We will.</p><p>Soon.</p>", Subject="Homes")
    )
    assert found.text == "Homes\n\nWe will.\nSoon."
    assert article(mail("", "<b>We</b> will.", Subject="We")).text == "We will."


def test_lines_of_a_mail_that_flow_are_joined() -> None:
    data = mail("We will build \nby June.\n-- \nAda", Subject="Homes")
    flowed = data.replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    assert article(flowed).text == "Homes\n\nWe will build by June.\n-- \nAda\n"


def test_a_saved_page_gives_its_article_and_its_own_day() -> None:
    found = article(saved_page())
    assert found.text == PAGE_TEXT
    assert found.published_on == date(2025, 4, 18)
    assert found.canonical_url == "https://example.org/news/homes"


def test_the_day_of_saving_a_page_is_no_day_of_publication() -> None:
    bare = PAGE.replace("article:published_time", "x").replace('rel="canonical"', "")
    found = article(saved_page(bare))
    assert found.published_on is None
    assert found.canonical_url == "https://example.org/saved"


def test_a_web_archive_gives_the_first_page_that_was_there() -> None:
    found = article(
        web_archive(
            ("https://example.org/p.png", "200 OK", "image/png", b"\x89PNG"),
            ("http://example.org/a", "301 Moved", "text/html", b"<p>Moved"),
            ("https://example.org/a", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
            ("https://example.org/b", "200 OK", "text/html", b"<p>Another"),
        )
    )
    assert found.text == PAGE_TEXT
    assert found.publisher == "The Example"


def test_a_page_in_an_archive_has_the_limit_of_a_page() -> None:
    large = ("https://example.org/a", "200 OK", "text/html", b"<p>We will.</p>" * 700_000)
    with pytest.raises(Unreadable, match="read up to 10 MB"):
        article(web_archive(large))


def test_a_file_of_comments_is_told_apart_at_once() -> None:
    """Going back over them would take twice as long with each: these would never end."""
    comments = b"<!-- -->" * 400
    assert kind_of(Document(comments + b"<p>We will.</p>")) is DocumentKind.HTML
    assert kind_of(Document(comments + b"We will.")) is DocumentKind.TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_known_as_one_in_any_encoding(encoding: str) -> None:
    assert article(PAGE.encode(encoding)).title == "Minister promises 40,000 homes"
