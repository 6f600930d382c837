"""A query of the search field as SQL conditions; text from outside is only ever a bound value."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    cast,
    column,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlmodel import col

from claimtracker.claims.query import CHOICES, Choice, Days, Query, Term, Words
from claimtracker.claims.state import AsOf
from claimtracker.storage.claimants import aliased_claimants
from claimtracker.storage.state_sql import on_the_shelf, state_sql
from claimtracker.storage.tables import (
    Claim,
    ClaimTag,
    EvidenceLink,
    Move,
    Occurrence,
    Source,
    Tag,
)

_INDEX = table("claim_search", column("rowid", Integer))
_DAYS = {
    "due": col(Claim.due_on),
    "latest": col(Claim.latest_on),
    "opens": col(Claim.opens_on),
    "stated": col(Claim.stated_on),
    "review": col(Claim.review_on),
}


def conditions(query: Query, as_of: AsOf) -> list[ColumnElement[bool]]:
    """The WHERE of a query; the bin is left out unless it is asked for."""
    shelf = [] if query.is_in_bin else [on_the_shelf()]
    return [*shelf, *(_condition(term, as_of) for term in query.terms)]


def _condition(term: Term, as_of: AsOf) -> ColumnElement[bool]:
    match term:
        case Words(text=words):
            found = _matches(_begun(words))
        case Days():
            found = _within(term)
        case Choice(field="state", value=states):
            found = state_sql(as_of).in_(states.split(","))
        case Choice(field=field, value=value) if field in CHOICES:
            found = or_(*(_CHOICES[field](choice) for choice in value.split(",")))
        case Choice(field=field, value=value):
            found = _CHOICES[field](value)
    return not_(func.coalesce(found, False)) if term.negated else found


def _matches(match: str) -> ColumnElement[bool]:
    """Ask the full-text index; its row ids are the claims' ids."""
    asked = literal_column("claim_search").op("MATCH")(match)
    return col(Claim.id).in_(select(_INDEX.c.rowid).where(asked))


def quoted(words: str) -> str:
    """One phrase of a full-text query; quoted, since raw text is FTS5 syntax."""
    # NUL would end the query inside SQLite; the tokeniser drops it from words anyway.
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def _begun(words: str) -> str:
    """The same where the last word may be unfinished."""
    return quoted(words) + "*"


def _within(term: Days) -> ColumnElement[bool]:
    day = _DAYS[term.field]
    parts: list[ColumnElement[bool]] = [day.is_not(None)]
    if term.first is not None:
        parts.append(day >= term.first)
    if term.last is not None:
        parts.append(day <= term.last)
    return and_(*parts)


def _by_id(value: str) -> ColumnElement[bool]:
    # As text: a number too large for the database is an id that no claim has.
    return cast(col(Claim.id), String) == value


def _by_claimant(value: str) -> ColumnElement[bool]:
    """Claims of whose claimant a name, or a further name, has a word that begins so."""
    asked = literal_column("claim_search").op("MATCH")("claimant : " + _begun(value))
    by_name = select(_INDEX.c.rowid).where(asked)
    by_alias = select(col(Claim.id)).where(col(Claim.claimant_id).in_(aliased_claimants(value)))
    return col(Claim.id).in_(by_name.union_all(by_alias))


def _by_tag(value: str) -> ColumnElement[bool]:
    found = select(col(ClaimTag.claim_id)).join(Tag, col(Tag.id) == ClaimTag.tag_id)
    return col(Claim.id).in_(found.where(func.casefold(Tag.name) == value.casefold()))


def _by_source(value: str) -> ColumnElement[bool]:
    found = select(col(Occurrence.claim_id)).join(Source, col(Source.id) == Occurrence.source_id)
    places = (col(Source.title), col(Source.publisher), col(Source.url))
    return col(Claim.id).in_(
        found.where(or_(*(place.icontains(value, autoescape=True) for place in places)))
    )


def _by_moved(value: str) -> ColumnElement[bool]:
    ends = (col(Move.from_claim_id), col(Move.to_claim_id))
    moved = or_(*(exists().where(end == Claim.id) for end in ends))
    return moved if value == "yes" else not_(moved)


def _has(what: str) -> ColumnElement[bool]:
    filled = {
        "deadline": col(Claim.deadline_wording),
        "condition": col(Claim.condition),
        "criteria": col(Claim.criteria),
        "quote": col(Claim.quote),
    }
    if what in filled:
        return filled[what] != ""
    linked = {
        "evidence": exists().where(col(EvidenceLink.claim_id) == Claim.id),
        "tag": exists().where(col(ClaimTag.claim_id) == Claim.id),
        "source": exists().where(
            col(Occurrence.claim_id) == Claim.id, col(Occurrence.source_id).is_not(None)
        ),
    }
    return linked[what]


_CHOICES: dict[str, Callable[[str], ColumnElement[bool]]] = {
    "id": _by_id,
    "claimant": _by_claimant,
    "tag": _by_tag,
    "source": _by_source,
    "moved": _by_moved,
    "has": _has,
    "verdict": lambda value: col(Claim.verdict) == value,
    "in": lambda _bin: col(Claim.binned_at).is_not(None),
}


def claims_summed_up(word: str) -> Select[Any]:
    """The ids of the claims whose summary has a word that begins so, in the bin or not."""
    asked = literal_column("claim_search").op("MATCH")("summary : " + _begun(word))
    return select(_INDEX.c.rowid).where(asked)
