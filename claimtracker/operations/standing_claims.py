"""The claims that stood here before an import, met again by the rows of its table."""

from collections import defaultdict
from datetime import date

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from claimtracker.operations.imported_row import ImportedClaim
from claimtracker.storage.change_log import table_of
from claimtracker.storage.tables import Claim, Claimant

_BATCH = 5_000
_WORDS = (col(Claim.summary), col(Claimant.name), col(Claim.stated_on), col(Claim.deadline_wording))
_ALL = select(col(Claim.id), *_WORDS).outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
_ONE = select(*_WORDS).outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
_SAID_BY = _ONE.where(col(Claim.id) == bindparam("claim_id"))
_PLAIN = table_of(Claim).c
_BORN = select(_PLAIN.created_at).where(_PLAIN.id == bindparam("claim_id"))
Words = tuple[str, str, date | None, str]


class StandingClaims:
    """Each can be met once: by its words, and by its id with the moment of its making.

    Of a million claims only a number for the words of each is held in memory.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_words: dict[int, list[int]] = defaultdict(list)
        self._born: set[int] = set()
        self._newest = 0
        for claim_id, *words in session.execute(_ALL, execution_options={"yield_per": _BATCH}):
            self._by_words[hash(_told(*words))].append(claim_id)
            self._newest = max(self._newest, claim_id)

    def meet(self, claim: ImportedClaim) -> int | None:
        """The stored claim that this row is, or None for a new one."""
        if (born := self._met_by_birth(claim)) is not None:
            return born
        draft = claim.draft
        words = (draft.summary, draft.claimant, draft.stated_on, draft.deadline_wording)
        alike = self._by_words.get(hash(words), [])
        for place, claim_id in enumerate(alike):
            if self._words_of(claim_id) == words:  # two claims may have one number by chance
                return alike.pop(place)
        return None

    def _met_by_birth(self, claim: ImportedClaim) -> int | None:
        claim_id = claim.file_id
        if claim_id is None or claim.created_at is None or claim_id in self._born:
            return None
        if claim_id > self._newest:
            return None
        found = self._session.connection().execute(_BORN, {"claim_id": claim_id})
        if found.scalar() != claim.created_at:
            return None
        self._born.add(claim_id)
        return claim_id

    def _words_of(self, claim_id: int) -> Words | None:
        found = self._session.execute(_SAID_BY, {"claim_id": claim_id}).first()
        return None if found is None else _told(*found)


def _told(summary: str, claimant: str | None, stated_on: date | None, wording: str) -> Words:
    return summary, claimant or "", stated_on, wording
