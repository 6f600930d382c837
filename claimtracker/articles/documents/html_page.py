"""Web pages: the article and what the page says of itself, by trafilatura."""

import re
from copy import deepcopy
from dataclasses import replace
from typing import cast

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import DEFAULT_CONFIG
from trafilatura.settings import Document as Extracted

from claimtracker.articles.article import Article
from claimtracker.articles.published import published_day
from claimtracker.claims.web_address import is_web_address

from .document import Document, Unreadable
from .encodings import text_of, tidied
from .kinds import DocumentKind, refuse_too_large
from .page_days import declared_day, local_day
from .page_words import (
    all_lines,
    canonical_address,
    headline,
    lines_without_surroundings,
    main_part,
)

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_HEAD_BYTES = 4_096
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_WHOLE_PAGE = re.compile(r"<title\b|<head\b[^>]*>\s*<(?:title|link|script)\b", re.IGNORECASE)
_SELECTION = "<!--StartFragment"  # how office programs and Windows mark what was copied
_ROW_RULE = re.compile(r"^\|[-| ]+\|[ ]*\n", re.MULTILINE)
_ROW = re.compile(r"^\| (.*?)[ |]*$", re.MULTILINE)
_STUB_WORDS = 60
_LARGE = 1_000_000  # characters of a page: the slower ways would take too long
_SHORT, _VERY_SHORT = 1_000, 300  # characters of a text
_MOST_LEFT_OUT = 0.7  # less than this part of the main part is not all of it
_CONFIG = deepcopy(DEFAULT_CONFIG)
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")  # below it, lines are lost
_ASKS_TO_PAY = re.compile(
    r"already (?:a |have a )?(?:subscri|member)|subscribers?[ -](?:only|exclusive)|"
    r"only (?:for|to) subscribers|(?:subscribe|register|sign in|log in|sign up|join)"
    r"[^.<>]{0,40} to (?:continue|keep|read|unlock)|to (?:continue|keep) reading|"
    r"unlock (?:this|the) (?:article|story)|isAccessibleForFree\"\s*:\s*\"?false",
    re.IGNORECASE,
)


def article_in(document: Document) -> Article:
    """Return the article of a page, its own headline in the text.

    A piece of a page, such as the clipboard holds, is taken whole: a person selected it. Raises
    Unreadable where there is no text, or only the beginning of one that must be paid for.
    """
    source = _source(document)
    if _SELECTION in source or not _WHOLE_PAGE.search(source):
        text, title = piece_of_page(source)
        return Article(text, title=title)
    tree = trafilatura.load_html(source)
    if tree is None:
        raise Unreadable("holds no text")
    return _article_of_page(document, source, tree)


def piece_of_page(source: str) -> tuple[str, str]:
    """Return the whole text of a piece of HTML, and its headline or nothing."""
    tree = trafilatura.load_html(f"<html><body>{source}</body></html>")
    return ("", "") if tree is None else (all_lines(tree), headline(tree, ""))


def page_at(address: str, data: bytes, media_type: str) -> Article:
    """Return the article of a page that was saved with its address."""
    refuse_too_large(DocumentKind.HTML, len(data))
    url = address if is_web_address(address) else ""
    article = article_in(Document(data, media_type=media_type, url=url))
    return replace(article, canonical_url=article.canonical_url or url)


def _source(document: Document) -> str:
    declared = _CHARSET.search(document.data[:_HEAD_BYTES])
    in_page = declared[1].decode("ascii", "replace") if declared else ""
    text = text_of(document.data, document.charset or in_page)
    declaration = _XML_DECLARATION.match(text)  # lxml takes it only with bytes
    return text[declaration.end() :] if declaration else text


def _article_of_page(document: Document, source: str, tree: HtmlElement) -> Article:
    page = _extracted(source, document.url)
    title = headline(tree, page.title or "")
    canonical = canonical_address(tree, document.url)
    declared_on = declared_day(tree, title)
    text = _with_headline(_best_text(_lines(page.text or ""), tree), title)
    _refuse_stub(text, source)
    return Article(
        text,
        title=title,
        publisher=page.sitename or "",
        published_on=local_day(declared_on or published_day(text), canonical or document.url),
        canonical_url=canonical,
    )


def _extracted(source: str, url: str) -> Extracted:
    found = trafilatura.bare_extraction(
        source,
        url=url or None,
        fast=len(source) > _LARGE,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},  # `page_days` finds it, and sooner
        config=_CONFIG,
    )
    return cast("Extracted", found) if found is not None else Extracted()


def _best_text(extracted: str, tree: HtmlElement) -> str:
    """Return what was extracted, or all of the page's main part where that is clearly better.

    What is made for whole articles runs the lines of short ones together, and drops their lists.
    """
    if len(extracted) > _SHORT:
        return extracted
    part = main_part(tree)
    lines = lines_without_surroundings(tree if part is None else part)
    ran_together = "\n" not in extracted and lines.count("\n") > 1
    is_all = sorted(extracted.split()) == sorted(lines.split())  # perhaps with broken lines
    is_marked = part is not None and len(extracted) < _VERY_SHORT
    left_out = is_marked and len(extracted) < _MOST_LEFT_OUT * len(lines)
    return lines if ran_together or is_all or left_out else extracted


def _lines(text: str) -> str:
    """Return the text with the rows of its tables as plain lines: cells with bars between."""
    return _ROW.sub(r"\1", _ROW_RULE.sub("", tidied(text))).strip()


def _with_headline(text: str, title: str) -> str:
    """Return the text with the headline at its head, where it does not stand in it yet."""
    if not title or not text or _plain(title) in _plain(text):
        return text
    return f"{title}\n{text}"


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _refuse_stub(text: str, source: str) -> None:
    words = len(text.split())
    if words < _STUB_WORDS and _ASKS_TO_PAY.search(source):
        raise Unreadable(
            f"gives only the first {words} words without a subscription; open it in the browser, "
            "copy the article and paste it"
        )
