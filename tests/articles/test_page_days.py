"""The day of publication of a page: declared or by its headline, never any other of its days."""

from datetime import date

import pytest

from claimtracker.articles.documents.document import Document
from claimtracker.articles.documents.html_page import article_in
from tests.articles.test_pages import PROSE, page

DAY = date(2025, 4, 18)


def linked(**fields: str) -> str:
    told = ", ".join(f'"{name.replace("at_", "@")}": "{value}"' for name, value in fields.items())
    return f'<script type="application/ld+json">{{"@graph": [{{{told}}}]}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


DECLARED = [
    meta("article:published_time", "2025-04-18T23:30:00-04:00"),
    meta("DC.date.issued", "18/04/2025"),
    meta("date", "Fri, 18 Apr 2025 10:00:00 GMT"),
    meta("pubdate", "April 18, 2025") + meta("last-modified", "2025-05-02"),
    meta("citation_date", "2025/04/18"),
    linked(at_type="NewsArticle", dateModified="2025-05-02", datePublished="2025-04-18T09:00Z"),
    linked(at_type="WebPage", datePublished="2025-04-18"),
    meta("date", "1970-01-01") + linked(at_type="Report", datePublished="2025-04-18"),
    "<script type='application/ld+json'>{broken</script>" + meta("date", "2025-04-18"),
    "<script type='application/ld+json'>" + "[" * 5_000 + "</script>" + meta("date", "2025-04-18"),
]
BELOW_HEADLINE = [
    "<time datetime='2025-04-18T10:00'>two hours ago</time>",
    "<div class='date'>18 April 2025</div>",
    "<p class='byline'>By Jane Doe, <time datetime='2025-04-18'>Friday</time></p>",
    "<p>By Jane Doe, April 18, 2025</p>",
    "<p>Published 18 April 2025 <time class='updated' datetime='2025-05-01'>1 May</time></p>",
    "<p>Updated <time datetime='2025-05-01'>1 May</time></p><p>Published: 18 April 2025</p>",
    "<dl><dt>Last updated</dt><dd>1 May 2025</dd><dt>Published</dt><dd>18 April 2025</dd></dl>",
    "<span itemprop='datePublished' content='2025-04-18'>Friday</span>",
    f"<p>{'A plan for homes that will take years to come true. ' * 3}</p><div>18 April 2025</div>",
]
OTHER_DAYS = [
    meta("article:modified_time", "2025-05-02"),
    meta("last-modified", "2025-05-02"),
    meta("date", "soon"),
    linked(at_type="NewsArticle", dateModified="2025-05-02"),
    linked(at_type="Event", startDate="2025-09-09"),
    linked(at_type="VideoObject", datePublished="2024-01-01"),
    '<meta property="og:image" content="https://example.org/2023/02/03/p.jpg">',
]
OTHER_WORDS = [
    PROSE + "<footer>Copyright 2026 The Example</footer>",
    "<p>Applications close <time datetime='2025-06-30'>30 June</time>.</p>" + PROSE,
    "<p>By 1 May 2025 the company will pay. It pays on 2025-06-07.</p>" + PROSE,
    PROSE + "<aside><a href='/x'>Another <time datetime='2024-01-05'>5 Jan</time></a></aside>",
]


@pytest.mark.parametrize("head", DECLARED)
def test_a_declared_day_is_the_day(head: str) -> None:
    assert article_in(page(head=head)).published_on == DAY


@pytest.mark.parametrize("top", BELOW_HEADLINE)
def test_a_day_between_headline_and_text_is_the_day(top: str) -> None:
    assert article_in(page(top=top)).published_on == DAY


@pytest.mark.parametrize("head", OTHER_DAYS)
def test_no_other_declared_day_is_taken_for_it(head: str) -> None:
    assert article_in(page(head=head)).published_on is None


@pytest.mark.parametrize("body", OTHER_WORDS)
def test_no_other_day_in_the_page_is_taken_for_it(body: str) -> None:
    assert article_in(page(body)).published_on is None


@pytest.mark.parametrize("path", ["2025/04/18/homes", "news/2025-04-18-homes", "2025/4/18"])
def test_a_day_in_the_address_counts_when_there_is_no_better_one(path: str) -> None:
    address = f"https://example.org/{path}"
    assert article_in(Document(page().data, url=address)).published_on == DAY
    better = page(head=meta("date", "2025-04-10")).data
    assert article_in(Document(better, url=address)).published_on == date(2025, 4, 10)


def test_the_papers_own_day_counts_where_that_of_greenwich_is_declared() -> None:
    source = page(head=meta("article:published_time", "2025-04-19T02:30:00Z")).data
    address = "https://example.org/2025/04/18/homes"
    assert article_in(Document(source, url=address)).published_on == DAY
