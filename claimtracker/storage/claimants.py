"""Claimants: ids in the order of their names, rows by the page, and whom a name leads to."""

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.claimants import ClaimantRow, plain_name
from claimtracker.claims.errors import NotFound
from claimtracker.claims.query import words_typed
from claimtracker.claims.state import AsOf
from claimtracker.claims.terms_of_office import stored_terms
from claimtracker.claims.vocabulary import State
from claimtracker.storage.change_log import table_of
from claimtracker.storage.state_sql import URGENCY, on_the_shelf, state_sql, urgency_sql
from claimtracker.storage.tables import Claim, Claimant

_PLAIN = table_of(Claimant).c
_SEARCHED = (Claimant.name, Claimant.aliases, Claimant.role, Claimant.organisation)
_COLUMNS: tuple[Any, ...] = (
    col(Claimant.id),
    col(Claimant.name),
    col(Claimant.role),
    col(Claimant.organisation),
    col(Claimant.term_began_on),
    col(Claimant.term_ended_on),
    col(Claimant.earlier_terms),
    col(Claimant.aliases),
)


def claimant_ids(session: Session, words: str = "") -> "array[int]":
    """Return the claimants that hold each of these words, in the order of their names."""
    asked = select(col(Claimant.id)).where(*map(_holds, words_typed(words)))
    ordered = asked.order_by(func.casefold(Claimant.name), col(Claimant.id))
    return array("q", session.execute(ordered).scalars())


def claimant_rows(session: Session, ids: Sequence[int]) -> dict[int, ClaimantRow]:
    """Return the claimants by id with the number of their claims; one gone is left out."""
    found = session.execute(select(*_COLUMNS).where(col(Claimant.id).in_(ids))).all()
    # Two counts from indexes alone: of a million claims the rows themselves are not looked at.
    of_these = col(Claim.claimant_id).in_(ids)
    in_all = _counted(session, of_these)
    binned = _counted(session, of_these, col(Claim.binned_at).is_not(None))
    return {row.id: _as_row(row, in_all.get(row.id, 0), binned.get(row.id, 0)) for row in found}


def claimant_names(session: Session) -> Sequence[Row[Any]]:
    """Return the id, name and further names of every claimant, by id."""
    asked = select(col(Claimant.id), col(Claimant.name), col(Claimant.aliases))
    return session.execute(asked.order_by(col(Claimant.id))).all()


def claim_ids_of(session: Session, claimant_id: int, as_of: AsOf) -> "array[int]":
    """Return the claimant's claims outside the bin, what needs work first."""
    asked = select(col(Claim.id)).where(_is_said_by(claimant_id))
    order = (urgency_sql(as_of), col(Claim.latest_on).nulls_last(), col(Claim.id))
    return array("q", session.execute(asked.order_by(*order)).scalars())


def counts_by_state(session: Session, claimant_id: int, as_of: AsOf) -> dict[State, int]:
    """Count the claimant's claims outside the bin by state, what needs work first."""
    state = state_sql(as_of)
    asked = select(state, func.count()).where(_is_said_by(claimant_id)).group_by(state)
    found = {State(name): count for name, count in session.execute(asked)}
    return {state: found[state] for state in URGENCY if state in found}


def find_claimant(session: Session, claimant_id: int) -> Claimant:
    """Return the table row, for operations; raise NotFound where there is none."""
    found = session.get(Claimant, claimant_id) if 0 < claimant_id < 2**63 else None
    if found is None:
        raise NotFound("This claimant is no longer there.")
    return found


def claimant_named(session: Session, name: str) -> Claimant | None:
    """Return the claimant of exactly this name, or else the one with this further name."""
    found = told_of_claimant(session, name)
    return None if found is None else session.get(Claimant, found.id)


def told_of_claimant(session: Session, name: str) -> Row[int, str, str] | None:
    """Return no more than the id, the name and the role of the same."""
    session.flush()  # what passes the ORM by does not
    for asked, told in ((_BY_NAME, name), (_BY_ALIAS, _as_alias(name))):  # the first has an index
        if found := session.connection().execute(asked, {"told": told}).first():
            return found
    return None


def known_name(session: Session, name: str) -> str:
    """Return the name of the claimant that this name leads to; itself where it leads to none."""
    found = claimant_named(session, name) if name else None
    return name if found is None else found.name


def claimants_called(session: Session, name: str) -> Sequence[Row[Any]]:
    """Return id and name of each claimant that this name leads to, whatever the case."""
    is_called = func.casefold(Claimant.name) == name.casefold()
    asked = select(col(Claimant.id), col(Claimant.name)).where(
        or_(is_called, _has_alias(_as_alias(name)))
    )
    return session.execute(asked.order_by(col(Claimant.id))).all()


def aliased_claimants(word: str) -> Select[Any]:
    """The ids of claimants of whose further names one has a word that begins so."""
    words = " " + func.replace(func.casefold(Claimant.aliases), "\n", " ")
    wanted = " " + plain_name(word).casefold()
    return select(col(Claimant.id)).where(
        col(Claimant.aliases) != "", func.instr(words, wanted) > 0
    )


def _as_alias(name: str) -> str:
    """A name as it stands among the further names of a claimant."""
    return f"\n{plain_name(name).casefold()}\n"


def _has_alias(wanted: str | BindParameter[str]) -> ColumnElement[bool]:
    lines = "\n" + func.casefold(_PLAIN.aliases) + "\n"
    return (_PLAIN.aliases != "") & (func.instr(lines, wanted) > 0)


# Put together once: an import asks for every name that it meets.
_TOLD = (_PLAIN.id, _PLAIN.name, _PLAIN.role)
_BY_NAME, _BY_ALIAS = (
    select(*_TOLD).where(which).order_by(_PLAIN.id).limit(1)
    for which in (_PLAIN.name == bindparam("told"), _has_alias(bindparam("told")))
)


def _holds(word: str) -> ColumnElement[bool]:
    return or_(*(func.instr(func.casefold(part), word.casefold()) > 0 for part in _SEARCHED))


def _is_said_by(claimant_id: int) -> ColumnElement[bool]:
    return (col(Claim.claimant_id) == claimant_id) & on_the_shelf()


def _counted(session: Session, *which: ColumnElement[bool]) -> dict[int, int]:
    key = col(Claim.claimant_id)
    asked = select(key, func.count()).where(*which).group_by(key)
    return {claimant_id: count for claimant_id, count in session.execute(asked)}


def _as_row(row: Row[Any], in_all: int, binned: int) -> ClaimantRow:
    own = row._asdict()
    own["aliases"] = tuple(row.aliases.splitlines())
    own["earlier_terms"] = stored_terms(row.earlier_terms)
    return ClaimantRow(**own, claim_count=in_all - binned, binned_count=binned)
