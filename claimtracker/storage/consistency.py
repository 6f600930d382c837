"""What the rows of one claim, chain or claimant owe one another, beyond what SQLite enforces.

Every operation keeps these rules by itself. An action that is taken back alone could break them:
the later ones that it leaves standing were right beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.vocabulary import ConditionOutcome, Verdict
from claimtracker.storage.change_log import encoded
from claimtracker.storage.logged_rows import RowChanges, batches, stored_rows, write_rows
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Assessment, Claim, Claimant, Move

JUDGED = ("verdict", "assessed_on", "kept_on")
"""The columns of a claim that repeat its newest assessment."""

_UNRATED = (Verdict.NOT_YET_RATED.value, None, None)


def repeat_verdicts(session: Session, claim_ids: Iterable[int]) -> None:
    """Let these claims repeat their newest assessments, within an action that is already open."""
    for batch in batches(sorted(set(claim_ids))):
        told = {
            claim_id: tuple(map(encoded, judged))
            for claim_id, *judged in session.execute(_newest(batch))
        }
        changes = RowChanges()
        for claim_id, fields in stored_rows(session, Claim, batch, JUDGED).fields.items():
            wanted = dict(zip(JUDGED, told.get(claim_id, _UNRATED), strict=True))
            after = {name: value for name, value in wanted.items() if fields[name] != value}
            if after:
                before = {name: fields[name] for name in after}
                changes.add(claim_id, claim_id, before, after)
        write_rows(session, Claim, changes)


def verdict_faults(session: Session) -> Iterator[str]:
    """Say which claims do not repeat their newest assessments."""
    # Asked for claim by claim, by the index: joined as one list it would be gone through for each.
    last = select(func.max(col(Assessment.id))).where(col(Assessment.claim_id) == Claim.id)
    is_newest = col(Assessment.id) == last.correlate(Claim).scalar_subquery()
    told = [col(getattr(Assessment, name)) for name in JUDGED]
    found = [col(getattr(Claim, name)) for name in JUDGED]
    usual = (func.coalesce(told[0], _UNRATED[0]), *told[1:])
    differs = or_(*(one.is_distinct_from(other) for one, other in zip(found, usual, strict=True)))
    asked = select(col(Claim.id)).select_from(Claim).outerjoin(Assessment, is_newest)
    for claim_id in session.execute(asked.where(differs).order_by(col(Claim.id))).scalars():
        yield f"The verdict of claim {claim_id} is not that of its newest assessment."


def link_faults(session: Session) -> Iterator[str]:
    """Say which claims and claimants lead to one another in a way that nobody can follow."""
    moves = select(col(Move.from_claim_id), col(Move.to_claim_id))
    for claim_id in _in_circles(dict(map(tuple, session.execute(moves)))):
        yield f"The moves of claim {claim_id} go round in a circle."
    restating = select(col(Claim.id), col(Claim.restates_id), col(Claim.binned_at))
    restates: dict[int, int] = {}
    for claim_id, other_id, binned_at in session.execute(
        restating.where(col(Claim.restates_id).is_not(None))
    ):
        restates[claim_id] = other_id
        if binned_at is None:
            yield f"Claim {claim_id} restates another one and is not in the bin."
    for claim_id in _in_circles(restates):
        yield f"Claim {claim_id} restates a claim that restates it."
    yield from _name_faults(session)


def condition_faults(session: Session) -> Iterator[str]:
    """Say which claims have an outcome of their condition and no day, or a day and no outcome."""
    is_open = col(Claim.condition_outcome) == ConditionOutcome.OPEN.value
    asked = select(col(Claim.id)).where(is_open, col(Claim.condition_outcome_on).is_not(None))
    for claim_id in session.execute(asked).scalars():
        yield f"The condition of claim {claim_id} is open and has the day of an outcome."


def _newest(claim_ids: Sequence[int]) -> Select[int, str, date, date | None]:
    """What the newest assessment of each of these claims says."""
    last = select(func.max(col(Assessment.id))).group_by(col(Assessment.claim_id))
    last = last.where(among(col(Assessment.claim_id), claim_ids))
    return select(
        col(Assessment.claim_id),
        col(Assessment.verdict),
        col(Assessment.assessed_on),
        col(Assessment.kept_on),
    ).where(col(Assessment.id).in_(last))


def _in_circles(steps: Mapping[int, int]) -> Iterator[int]:
    """Give one of each circle: each key leads to one other at most."""
    walked: dict[int, int] = {}
    for start in steps:
        here: int | None = start
        while here is not None and here not in walked:
            walked[here] = start
            here = steps.get(here)
        if here is not None and walked[here] == start:
            yield here


def _name_faults(session: Session) -> Iterator[str]:
    """Say which further names lead to two claimants."""
    asked = select(col(Claimant.id), col(Claimant.name), col(Claimant.aliases))
    called: dict[str, int] = {}
    aliases: list[tuple[str, int]] = []
    for claimant_id, name, further in session.execute(asked):
        called[name.casefold()] = claimant_id
        aliases += [(alias.casefold(), claimant_id) for alias in further.splitlines()]
    for alias, claimant_id in aliases:
        if called.setdefault(alias, claimant_id) != claimant_id:
            yield f"The name {alias} leads to two claimants."
