"""The claim list: every id in order, rows by the page, counts by the state."""

from array import array
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, case, func, select
from sqlmodel import Session, col

from claimtracker.claims.chains import ChainFigure
from claimtracker.claims.conditions import is_called_off
from claimtracker.claims.listing import Counts, Listing, SortKey
from claimtracker.claims.query import Choice
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf, Window, days_over, state_on
from claimtracker.claims.vocabulary import ConditionOutcome, State, Verdict
from claimtracker.claims.weighing import FULFILLING
from claimtracker.storage.chain_figures import chain_figures
from claimtracker.storage.driver_rows import driver_rows
from claimtracker.storage.engine import PATH
from claimtracker.storage.left_off import is_stopped
from claimtracker.storage.no_index import by_no_index
from claimtracker.storage.search import conditions
from claimtracker.storage.state_sql import on_the_shelf, state_sql, urgency_sql
from claimtracker.storage.tables import Claim, Claimant, Evidence, EvidenceLink, Occurrence
from claimtracker.storage.verdict_labels import kept_labels
from claimtracker.storage.wrong_values import OF_WRONG_VALUES, may_be_of_values, unreadable_value

_CONDITION_START = 40  # characters, of which the first word says what kind it is
_FULFILLING = tuple(relation.value for relation in FULFILLING)


def ids(session: Session, listing: Listing) -> "array[int]":
    """Return every id of the listing in its order: 8 bytes a claim, whatever their number."""
    asked = select(col(Claim.id)).where(*conditions(listing.query, listing.as_of))
    if _stands_in_index(listing):
        asked = asked.where(col(Claim.binned_at).is_(None))
    ordered = asked.order_by(*_order(session, listing))
    return _numbers(session, ordered)


def _numbers(session: Session, asked: Select[Any]) -> "array[int]":
    """Return the one column that is asked for: the numbers of a million claims."""
    session.flush()
    return array("q", (number for (number,) in driver_rows(session.connection(), asked)))


def rows(session: Session, wanted: Sequence[int], as_of: AsOf) -> dict[int, ClaimRow]:
    """Return the rows of these claims by id; one deleted meanwhile is left out.

    So is one that holds what cannot be read, if the others can be: a page of the list is not lost
    for it. The look at the start and `verify` name it.
    """
    try:
        return _rows(session, wanted, as_of)
    except OF_WRONG_VALUES as error:
        asked = partial(is_stopped, session)
        if len(wanted) == 1 or not may_be_of_values(error) or asked():
            raise  # it is alone, or not for what it holds
        if unreadable_value(session.info[PATH], is_stopped=asked) is None:
            raise
    return _readable_rows(session, wanted, as_of)


def _readable_rows(session: Session, wanted: Sequence[int], as_of: AsOf) -> dict[int, ClaimRow]:
    """Read each half by itself, down to the claims that cannot be read."""
    try:
        return _rows(session, wanted, as_of)
    except OF_WRONG_VALUES:
        half = len(wanted) // 2
        if not half:
            return {}
        first = _readable_rows(session, wanted[:half], as_of)
        return first | _readable_rows(session, wanted[half:], as_of)


def _rows(session: Session, wanted: Sequence[int], as_of: AsOf) -> dict[int, ClaimRow]:
    asked = (
        select(
            *_COLUMNS,
            col(Claimant.name).label("claimant"),
            _evidence_count().label("evidence_count"),
            _newest_evidence().label("newest_evidence_on"),
            _occurrence_count().label("occurrence_count"),
        )
        .select_from(Claim)
        .outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
        .where(col(Claim.id).in_(wanted))
    )
    chains = chain_figures(session, wanted)
    return {
        found.id: _as_row(found, as_of, chains.get(found.id)) for found in session.execute(asked)
    }


def counts(session: Session, as_of: AsOf) -> Counts:
    """Count the claims by state, and those in the bin."""
    state = state_sql(as_of)
    on_shelf = select(state, func.count()).where(on_the_shelf()).group_by(state)
    by_state = {State(name): count for name, count in session.execute(on_shelf)}
    in_bin = select(func.count()).where(col(Claim.binned_at).is_not(None)).select_from(Claim)
    return Counts(by_state, session.execute(in_bin).scalar_one())


_COLUMNS = (
    col(Claim.id),
    col(Claim.summary),
    col(Claim.stated_on),
    col(Claim.deadline_wording),
    col(Claim.opens_on),
    col(Claim.due_on),
    col(Claim.latest_on),
    col(Claim.rule),
    col(Claim.review_on),
    col(Claim.verdict),
    col(Claim.assessed_on),
    col(Claim.kept_on),
    col(Claim.binned_at),
    (col(Claim.condition) != "").label("is_conditional"),
    func.substr(col(Claim.condition), 1, _CONDITION_START).label("condition_start"),
    col(Claim.condition_outcome),
    col(Claim.condition_outcome_on),
)


def _stands_in_index(listing: Listing) -> bool:
    """Whether all that is asked of the claims themselves stands in one index, in its order."""
    if listing.sort_key is not SortKey.DEADLINE or listing.query.is_in_bin:
        return False
    return all(
        isinstance(term, Choice) and (term.field == "moved" or term.value in _BESIDE)
        for term in listing.query.terms
    )


_BESIDE = frozenset({"evidence", "tag", "source"})  # that a claim has, in another table


def _order(session: Session, listing: Listing) -> list[ColumnElement[Any]]:
    is_indexed = _stands_in_index(listing)
    latest = col(Claim.latest_on) if is_indexed else by_no_index(Claim, "latest_on")
    keys: dict[SortKey, list[Any]] = {
        SortKey.STATE: [urgency_sql(listing.as_of), latest],
        SortKey.CLAIM: [func.lower(Claim.summary)],
        SortKey.DEADLINE: [latest],
        SortKey.STATED: [by_no_index(Claim, "stated_on")],
        SortKey.EVIDENCE: [_evidence_count()],
    }
    is_by_verdict = listing.sort_key is SortKey.VERDICT
    chosen = [_in_order_of_house(session)] if is_by_verdict else keys[listing.sort_key]
    directed = [key.desc() if listing.is_descending else key.asc() for key in chosen]
    return [*(key.nulls_last() for key in directed), col(Claim.id).asc()]


def _in_order_of_house(session: Session) -> ColumnElement[int]:
    """The place of the verdict among the others; one that this program does not know is last."""
    order = kept_labels(session).order
    places = {verdict.value: place for place, verdict in enumerate(order)}
    return case(places, value=col(Claim.verdict), else_=len(places))


def _evidence_count() -> ScalarSelect[int]:
    linked = select(func.count()).where(col(EvidenceLink.claim_id) == Claim.id)
    return linked.correlate(Claim).scalar_subquery()


def _occurrence_count() -> ScalarSelect[int]:
    said = select(func.count()).where(col(Occurrence.claim_id) == Claim.id)
    return said.correlate(Claim).scalar_subquery()


def _newest_evidence() -> ScalarSelect[date | None]:
    """The day of the newest document that fulfils: the diamond on the time axis."""
    published = (
        select(func.max(Evidence.published_on))
        .join(EvidenceLink, col(EvidenceLink.evidence_id) == Evidence.id)
        .where(
            col(EvidenceLink.claim_id) == Claim.id,
            col(EvidenceLink.relation).in_(_FULFILLING),
        )
    )
    return published.correlate(Claim).scalar_subquery()


def _as_row(found: Row[Any], as_of: AsOf, chain: ChainFigure | None) -> ClaimRow:
    window = Window(found.opens_on, found.due_on, found.latest_on)
    verdict = Verdict(found.verdict)
    return ClaimRow(
        id=found.id,
        summary=found.summary,
        claimant=found.claimant or "",
        stated_on=found.stated_on,
        deadline_wording=found.deadline_wording,
        window=window,
        rule=found.rule,
        review_on=found.review_on,
        state=state_on(as_of, window, verdict),
        days_over=days_over(as_of.today, found.latest_on),
        verdict=verdict,
        assessed_on=found.assessed_on,
        kept_on=found.kept_on,
        evidence_count=found.evidence_count,
        newest_evidence_on=found.newest_evidence_on,
        is_binned=found.binned_at is not None,
        chain=chain,
        condition_outcome=(
            ConditionOutcome(found.condition_outcome) if found.is_conditional else None
        ),
        condition_outcome_on=found.condition_outcome_on,
        is_called_off=is_called_off(
            found.condition_start, ConditionOutcome(found.condition_outcome)
        ),
        occurrence_count=found.occurrence_count,
    )
