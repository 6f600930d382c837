"""The fields of a claim as a candidate proposes them, before a person edits them."""

from datetime import date, timedelta

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.claims.drafts import LONGEST_LINE, ClaimDraft, SourceDraft
from claimtracker.claims.web_address import is_web_address, names_login
from claimtracker.operations.neutral_summary import neutral_summary
from claimtracker.operations.quoted_words import quote_of

REVIEW_AFTER = timedelta(days=30)


def draft_of(candidate: Candidate, article: Article, *, today: date | None = None) -> ClaimDraft:
    """Propose the claim's fields; the quote is words of the article's text, letter by letter.

    What has no deadline gets a review date, counted from the day said, else from the day of
    publication, else from today.
    """
    quote = quote_of(candidate, article)
    found = candidate.deadline
    is_dated = found is not None and found.reading.is_dated
    begins_on = candidate.stated_on or article.published_on or today or date.today()
    return ClaimDraft.of(
        summary=neutral_summary(quote.words, candidate.claimant, is_spoken=quote.is_spoken),
        quote=quote.words,
        claimant=_line(candidate.claimant),
        stated_on=candidate.stated_on,
        deadline_wording=wording_of(candidate, article),
        condition=candidate.condition,
        review_on=None if is_dated else begins_on + REVIEW_AFTER,
        source=source_draft(article),
    )


def wording_of(candidate: Candidate, article: Article) -> str:
    """The words of the candidate's deadline, on one line; the empty text without a deadline."""
    found = candidate.deadline
    return "" if found is None else _line(article.text[found.start : found.end])


def source_draft(article: Article) -> SourceDraft:
    """The article as a source, without its text."""
    url = _address(article.url)
    canonical_url = _address(article.canonical_url)
    return SourceDraft.of(
        title=_line(article.title),
        publisher=_line(article.publisher),
        url=url or canonical_url,
        published_on=article.published_on,
        canonical_url=canonical_url,
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE]


def _address(url: str) -> str:
    """The address if a report may publish it."""
    return url if is_web_address(url) and not names_login(url) else ""
