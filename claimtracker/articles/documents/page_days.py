"""The day of publication that a page declares, or that stands by its headline.

htmldate, which trafilatura asks, takes any day of a page where nothing is declared: the end of a
copyright, a deadline in the text, the address of a picture. Here only what says "published" counts.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any, cast
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from claimtracker.articles.published import published_day
from claimtracker.articles.written_days import only_day

_NAMES = (  # of meta elements, the surest first
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "govuk:first-published-at",
    "publish-date",
    "publishdate",
    "publish_date",
    "publication_date",
    "published_time",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "date",
)
_ARTICLE = re.compile(r"Article|Posting|Report|Statement|PressRelease|Speech")
_PAGE = re.compile(r"WebPage|CreativeWork")
_CHANGED = re.compile(r"updat|modif|edit|correct", re.IGNORECASE)
_BY_LINE = re.compile(r"by-?line|date|publish|posted|meta|time|author", re.IGNORECASE)
_NO_LINE = "ancestor::aside|ancestor::nav|ancestor::footer|p|div|ul|ol|section|article"
_LONG = 80  # characters of a paragraph, not of a by-line
_MOST_ELEMENTS = 200
_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?:/|-|$)")
_EPOCH = date(1970, 1, 1)  # what a computer writes that knows no date


def declared_day(tree: HtmlElement, title: str) -> date | None:
    """Return the day of publication by the page's metadata, else by what stands below `title`."""
    for value in (*_linked(tree), *_declared(tree)):
        if (day := only_day(value)) and day != _EPOCH:
            return day
    return _by_headline(tree, title)


def local_day(found: date | None, address: str) -> date | None:
    """Return the day found, or that in the address where it differs by one or nothing was found.

    Many papers have their own day in the address, "/2025/04/18/", and declare that of Greenwich.
    """
    told = _IN_ADDRESS.search(urlsplit(address).path)
    written = only_day("-".join(part.zfill(2) for part in told.groups())) if told else None
    if found is None or (written is not None and abs(found - written) <= timedelta(days=1)):
        return written
    return found


def _declared(tree: HtmlElement) -> Iterator[str]:
    """Yield what the page's meta elements and marked words give, the surest first."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault(element.get(attribute, "").strip().lower(), element.get("content", ""))
    yield from (found[name] for name in _NAMES if name in found)
    for element in cast("list[HtmlElement]", tree.xpath("//*[@itemprop='datePublished']")):
        yield element.get("content") or element.get("datetime") or element.text_content()


def _linked(tree: HtmlElement) -> Iterator[str]:
    """Yield the days in linked data (https://schema.org/datePublished): articles, then pages."""
    scripts = cast("list[str]", tree.xpath("//script[@type='application/ld+json']/text()"))
    things = [thing for script in scripts for thing in _things(script)]
    for kind in (_ARTICLE, _PAGE):
        for thing in things:
            day = thing.get("datePublished")
            if isinstance(day, str) and kind.search(str(thing.get("@type"))):
                yield day


def _things(script: str) -> Iterator[dict[str, Any]]:
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):  # written by hand, or to break programs
        return
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, dict):
            yield thing
            waiting.extend(thing.values())
        elif isinstance(thing, list):
            waiting.extend(thing)


def _by_headline(tree: HtmlElement, title: str) -> date | None:
    """Return the day in a `time` element or a line between the headline and the article."""
    lines: list[str] = []
    paragraphs = 0
    for element in islice(_below_headline(tree, title), _MOST_ELEMENTS):
        if element.tag == "time":
            if day := _day_of_time(element):
                return day
            continue
        words = _labelled(element)
        if len(words) < _LONG:
            lines.append(words)
        elif element.tag == "p" and (paragraphs := paragraphs + 1) > 1:  # one may be a standfirst
            break
    return published_day("\n".join(lines))


def _labelled(element: HtmlElement) -> str:
    """Return the words of an element, after its label in a list of definitions."""
    previous = element.getprevious()
    label = previous.text_content() if element.tag == "dd" and previous is not None else ""
    return " ".join(f"{label} {element.text_content()}".split())


def _below_headline(tree: HtmlElement, title: str) -> Iterator[HtmlElement]:
    """Yield the small elements from the headline on."""
    is_below = False
    for element in tree.iter("h1", "p", "div", "span", "time", "li", "dd", "address"):
        if element.tag == "h1":
            is_below = is_below or " ".join(element.text_content().split()) == title
        elif is_below and not element.xpath(_NO_LINE):
            yield element


def _day_of_time(element: HtmlElement) -> date | None:
    """Return the day of a `time` element, unless it is that of a change or stands in a sentence."""
    parent, previous = element.getparent(), element.getprevious()
    before = (previous.tail if previous is not None else parent.text) or ""
    words = element.text_content()
    if _CHANGED.search(f"{element.get('class', '')} {before} {words}"):
        return None
    if parent.tag == "p" and not _BY_LINE.search(parent.get("class", "")):
        return published_day(" ".join(parent.text_content().split()))
    return only_day(element.get("datetime", "")) or only_day(words)
