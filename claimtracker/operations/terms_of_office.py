"""Which term of office a claimant's words hang on: one entered here, else one that is shipped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, select

from claimtracker.claims.shipped_terms import TermsByName, shipped_term, shipped_terms
from claimtracker.claims.terms_of_office import all_terms, stored_terms, term_on
from claimtracker.deadlines import Term
from claimtracker.storage.claimants import claimant_named
from claimtracker.storage.tables import Claimant


@dataclass(frozen=True)
class Terms:
    """The terms of office of the database, by the claimant's name, over those that are shipped.

    `aliases` give the name that a further name leads to.
    """

    own: TermsByName = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)

    def of(self, claimant: str | None, stated_on: date | None) -> Term | None:
        """Return the term that the claimant's words of this day hang on; None if none is known.

        After the last of several that were entered, it is the last.
        """
        if not claimant:
            return None
        name = self.aliases.get(claimant, claimant)
        entered = self.own.get(name)
        if entered is None:
            return shipped_term(name, stated_on)
        return term_on(entered, stated_on) or (entered[-1] if stated_on else None)

    def on(self, day: date | None) -> dict[str, Term]:
        """Return everybody's term for words of this day, by name."""
        known = {name: self.of(name, day) for name in (*shipped_terms(), *self.own, *self.aliases)}
        return {name: term for name, term in known.items() if term is not None}


def terms_of_office(session: Session) -> Terms:
    """Return all terms of office that the database holds."""
    claimants = session.exec(select(Claimant)).all()
    own = {it.name: terms for it in claimants if (terms := _entered(it))}
    names = {it.name for it in claimants}
    aliases = {alias: it.name for it in claimants for alias in it.aliases.splitlines()}
    return Terms(own, {alias: name for alias, name in aliases.items() if alias not in names})


def term_of(session: Session, claimant: str, stated_on: date | None) -> Term | None:
    """The same for one claimant."""
    found = claimant_named(session, claimant) if claimant else None
    if found is None:
        return Terms().of(claimant, stated_on)
    entered = _entered(found)
    return Terms({found.name: entered} if entered else {}).of(found.name, stated_on)


def _entered(claimant: Claimant) -> tuple[Term, ...]:
    days = claimant.term_began_on, claimant.term_ended_on
    return all_terms(stored_terms(claimant.earlier_terms), *days, claimant.role)
