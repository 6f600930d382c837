"""Articles whose text was captured: known again, and the claims that were taken from them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.said_rows import CapturedText, SaidInArticle
from claimtracker.storage.state_sql import on_the_shelf
from claimtracker.storage.tables import Claim, Occurrence, Source


def source_ids_of_text(session: Session, text_hash: str) -> list[int]:
    """The sources that hold this text; usually one."""
    asked = select(col(Source.id)).where(col(Source.text_hash) == text_hash)
    return list(session.execute(asked.order_by(col(Source.id))).scalars())


def source_ids_at(session: Session, addresses: Sequence[str]) -> list[int]:
    """The sources at any of these addresses, whatever their text, the newest first."""
    known = [address for address in addresses if address]
    places = (col(Source.canonical_url), col(Source.url))
    asked = select(col(Source.id)).where(or_(*(place.in_(known) for place in places)))
    return list(session.execute(asked.order_by(col(Source.id).desc())).scalars())


def said_in(
    session: Session, source_ids: Sequence[int], *, with_bin: bool = False
) -> list[SaidInArticle]:
    """The claims said there, in the order of the text; those in the bin only if asked for.

    The words are those that stand at the place: the sentence, where the quote is a part of it.
    """
    asked = (
        select(
            col(Claim.id),
            col(Claim.summary),
            col(Claim.deadline_wording),
            _words_there(),
            col(Occurrence.span_start),
            col(Occurrence.span_end),
            col(Occurrence.id),
        )
        .join(Claim, col(Claim.id) == Occurrence.claim_id)
        .join(Source, col(Source.id) == Occurrence.source_id)
        .where(col(Occurrence.source_id).in_(source_ids))
        .order_by(col(Occurrence.span_start), col(Occurrence.id))
    )
    if not with_bin:
        asked = asked.where(on_the_shelf())
    return [SaidInArticle(*row) for row in session.execute(asked)]


def _words_there() -> ColumnElement[str]:
    start, end, text = col(Occurrence.span_start), col(Occurrence.span_end), col(Source.text)
    has_place = (start.is_not(None)) & (end.is_not(None)) & (text != "")
    return case((has_place, func.substr(text, start + 1, end - start)), else_=Occurrence.words)


def captured_text_of_claim(
    session: Session, claim_id: int, occurrence_id: int | None = None
) -> CapturedText | None:
    """The first source with captured text in which the claim was said, or that of one place."""
    asked = (
        select(
            col(Source.id),
            col(Source.text),
            col(Source.title),
            col(Source.publisher),
            col(Source.published_on),
            col(Source.url),
            col(Source.canonical_url),
        )
        .join(Occurrence, col(Occurrence.source_id) == Source.id)
        .where(col(Occurrence.claim_id) == claim_id, col(Source.text) != "")
        .order_by(col(Occurrence.stated_on).asc().nulls_last(), col(Occurrence.id))
    )
    if occurrence_id is not None:
        asked = asked.where(col(Occurrence.id) == occurrence_id)
    found = session.execute(asked.limit(1)).first()
    return None if found is None else CapturedText(*found)
