"""The claims that stood here before an import, met again by the rows of its table."""

from sqlalchemy import Date, bindparam, func, select
from sqlmodel import Session, col

from claimtracker.operations.imported_row import ImportedClaim
from claimtracker.storage.change_log import table_of
from claimtracker.storage.tables import Claim, Claimant

# Asked for each row of a table: what passes the ORM by takes half the time.
_CLAIM, _CLAIMANT = table_of(Claim).c, table_of(Claimant).c
_BORN = select(_CLAIM.created_at).where(_CLAIM.id == bindparam("claim_id"))
_ALIKE = (
    select(_CLAIM.id)
    .outerjoin(table_of(Claimant), _CLAIMANT.id == _CLAIM.claimant_id)
    .where(
        _CLAIM.summary == bindparam("summary"),
        _CLAIM.stated_on.is_(bindparam("stated_on", type_=Date)),
        _CLAIM.deadline_wording == bindparam("deadline_wording"),
        func.coalesce(_CLAIMANT.name, "") == bindparam("claimant"),
        _CLAIM.id > bindparam("after"),
        _CLAIM.id <= bindparam("newest"),
    )
    .order_by(_CLAIM.id)
    .limit(1)
)
_WORDS = ("summary", "stated_on", "deadline_wording", "claimant")


class StandingClaims:
    """Each can be met once: by its words, and by its id with the moment of its making."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._born: set[int] = set()
        self._met: dict[tuple[object, ...], int] = {}  # by its words, the last that was met
        self._newest: int = session.execute(select(func.max(col(Claim.id)))).scalar() or 0

    def meet(self, claim: ImportedClaim) -> int | None:
        """The stored claim that this row is, or None for a new one."""
        if not self._newest:
            return None
        if (born := self._met_by_birth(claim)) is not None:
            return born
        words = {name: getattr(claim.draft, name) for name in _WORDS}
        key = tuple(words.values())
        asked = {**words, "after": self._met.get(key, 0), "newest": self._newest}
        found: int | None = self._session.connection().execute(_ALIKE, asked).scalar()
        if found is not None:
            self._met[key] = found
        return found

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
