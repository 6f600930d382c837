"""The terms of office that come with the program, by full name; one that a person enters wins."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from claimtracker.claims.terms_of_office import term_on
from claimtracker.deadlines import Term
from claimtracker.resource_files import resource

TermsByName = Mapping[str, tuple[Term, ...]]


def terms_from(text: str) -> TermsByName:
    """Return the terms of a TOML text by each name, the earliest first; to be read only.

    Raises ValueError or TypeError where it holds others.
    """
    found: dict[str, list[Term]] = {}
    for entry in tomllib.loads(text)["term"]:
        names, term = _term(**entry)
        for name in names:
            found.setdefault(name, []).append(term)
    return MappingProxyType(
        {name: tuple(sorted(terms, key=_began_on)) for name, terms in found.items()}
    )


@cache
def shipped_terms() -> TermsByName:
    """Return the terms of resources/terms_of_office.toml."""
    return terms_from(resource("terms_of_office.toml").read_text(encoding="utf-8"))


def shipped_term(claimant: str, day: date | None) -> Term | None:
    """Return the term that the claimant's words of this day mean; None where none is known."""
    return term_on(shipped_terms().get(claimant, ()), day)


def _term(
    *,
    name: str,
    office: str,
    began_on: date,
    ended_on: date | None = None,
    aliases: Sequence[str] = (),
) -> tuple[tuple[str, ...], Term]:
    names = (name, *aliases)
    if not all(isinstance(text, str) and text.strip() == text != "" for text in (*names, office)):
        raise ValueError(f"a term of office has an empty name: {names}")
    if began_on > (ended_on or began_on):
        raise ValueError(f"a term of {name} ends before it begins")
    return names, Term(began_on, ended_on, office)


def _began_on(term: Term) -> date:
    return term.began_on or date.min
