"""Claimants as a person enters and sees them: names, role, organisation, terms of office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import field_validator, model_validator

from claimtracker.claims.drafts import LONGEST_LINE, Draft, Line
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.stored_row import StoredRow
from claimtracker.claims.terms_of_office import TermDays, all_terms, check_terms
from claimtracker.claims.vocabulary import State
from claimtracker.deadlines import Term


class ClaimantDraft(Draft):
    """One claimant as entered; `aliases` are further names that lead to the same person.

    `earlier_terms` are those before the term of the two days, the earliest first.
    """

    name: Line
    role: Line = ""
    organisation: Line = ""
    term_began_on: date | None = None
    term_ended_on: date | None = None
    earlier_terms: tuple[TermDays, ...] = ()
    aliases: tuple[Line, ...] = ()

    @field_validator("aliases")
    @classmethod
    def _each_on_a_line(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return distinct_names(names)

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not self.name:
            raise ValueError("A claimant needs a name")
        check_terms(self.earlier_terms, self.term_began_on, self.term_ended_on)
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that this claimant is found by."""
        return distinct_names((self.name, *self.aliases))

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of office, the earliest first."""
        days = self.term_began_on, self.term_ended_on
        return all_terms(self.earlier_terms, *days, self.role)


@dataclass(frozen=True)
class ClaimantRow(StoredRow):
    """One line of the list of claimants; `claim_count` leaves out the bin."""

    id: int
    name: str
    role: str
    organisation: str
    term_began_on: date | None
    term_ended_on: date | None
    earlier_terms: tuple[TermDays, ...]
    aliases: tuple[str, ...]
    claim_count: int
    binned_count: int = 0

    @property
    def draft(self) -> ClaimantDraft:
        """What can be edited, as it is stored now."""
        return ClaimantDraft.model_construct(
            name=self.name,
            role=self.role,
            organisation=self.organisation,
            term_began_on=self.term_began_on,
            term_ended_on=self.term_ended_on,
            earlier_terms=self.earlier_terms,
            aliases=self.aliases,
        )


@dataclass(frozen=True)
class ClaimantDetails:
    """One claimant with the claims of each state outside the bin, and names that look alike."""

    row: ClaimantRow
    by_state: Mapping[State, int]
    near: Sequence[ClaimantRow] = ()


class ClaimantNameTaken(ClaimTrackerError):
    """A name already leads to another claimant, with whom this one can be merged."""

    def __init__(self, name: str, other_id: int, other: str) -> None:
        whose = "another claimant's name" if name == other else f"a name of {other}"
        super().__init__(f"“{name}” is already {whose}: merge the two, or enter another name.")
        self.other_id = other_id


def plain_name(name: str) -> str:
    """The name on one line with single blanks, as further names are kept."""
    return " ".join(name.split())


def distinct_names(names: Sequence[str]) -> tuple[str, ...]:
    """Each of these names once, whatever the case; empty ones are left out."""
    found = {plain.casefold(): plain for name in reversed(names) if (plain := plain_name(name))}
    return tuple(reversed(found.values()))


def further_names(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that are not the name itself; one too long to be kept is left out."""
    own = plain_name(name).casefold()
    found = (other for other in distinct_names(names) if len(other) <= LONGEST_LINE)
    return tuple(other for other in found if other.casefold() != own)
