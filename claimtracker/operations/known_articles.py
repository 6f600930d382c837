"""Know an article again, with the claims that were taken from it before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.claims.said_rows import SaidInArticle
from claimtracker.storage.captured_articles import (
    captured_text_of_claim,
    said_in,
    source_ids_at,
    source_ids_of_text,
)


@dataclass(frozen=True)
class KnownArticle:
    """An article that was opened before; its claims with their places in the text of today."""

    is_same_text: bool
    claims: tuple[SaidInArticle, ...]


@dataclass(frozen=True)
class ArticleView:
    """The captured article that a claim was taken from, and where in it the claim stands."""

    article: Article
    spans: tuple[tuple[int, int], ...]


def known_article(session: Session, article: Article) -> KnownArticle | None:
    """Return what is known of this text, or of another text at its address; None if nothing."""
    by_text = source_ids_of_text(session, article.text_hash)
    by_address = source_ids_at(session, (article.canonical_url, article.url))
    ids = list(dict.fromkeys([*by_text, *by_address]))
    if not ids:
        return None
    there = said_in(session, by_text)
    elsewhere = said_in(session, [key for key in ids if key not in by_text])
    unplaced = (replace(said, span_start=None, span_end=None) for said in elsewhere)
    claims = tuple(_placed(said, article.text) for said in (*there, *unplaced))
    return KnownArticle(bool(by_text), claims)


def article_of_claim(
    session: Session, claim_id: int, occurrence_id: int | None = None
) -> ArticleView | None:
    """Return the text in which the claim was first said, as captured; None if none was.

    With an occurrence, the text of that place, and where in it that one stands.
    """
    source = captured_text_of_claim(session, claim_id, occurrence_id)
    if source is None:
        return None
    article = Article(
        text=source.text,
        title=source.title,
        publisher=source.publisher,
        published_on=source.published_on,
        url=source.url,
        canonical_url=source.canonical_url,
    )
    found = said_in(session, [source.source_id], with_bin=True)
    said = [_placed(it, source.text) for it in found if it.claim_id == claim_id]
    own = _spans(it for it in said if it.occurrence_id == occurrence_id)
    return ArticleView(article, own or _spans(said))


def _spans(said: Iterable[SaidInArticle]) -> tuple[tuple[int, int], ...]:
    spans = ((it.span_start, it.span_end) for it in said)
    return tuple((start, end) for start, end in spans if start is not None and end is not None)


def _placed(said: SaidInArticle, text: str) -> SaidInArticle:
    """Look for the words where no span is known: another text may still hold them verbatim."""
    if said.span_start is not None or not said.words:
        return said
    start = text.find(said.words)
    return said if start < 0 else replace(said, span_start=start, span_end=start + len(said.words))
