"""Taking candidates: stored in the background as one action, and taken back by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Key
from claimtracker.gui.article_window.review import Fields, Step
from claimtracker.operations import undo
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.resembling_claims import Resembling, resembling

CHANGED_SINCE = (
    "Something else was done since: take it back in the main window first, with Ctrl+Z there."
)


@dataclass(frozen=True)
class Order:
    """A candidate to be taken: the fields that were edited, and what it is to known claims.

    With `may_resemble` the person has seen which known claims it resembles, or that it is none.
    """

    group: CandidateGroup
    edits: Fields = field(default_factory=dict)
    said_again_of: int | None = None
    moves_deadline_of: int | None = None
    may_resemble: bool = False


@dataclass(frozen=True)
class Stored:
    """What became of the orders: the claims, what was held back to be seen, or why it is none.

    There is no action where all of it was stored before, from another desktop.
    """

    orders: Sequence[Order]
    taken: Mapping[Key, int] = field(default_factory=dict)
    action_id: int | None = None
    held_back: Mapping[Key, Sequence[Resembling]] = field(default_factory=dict)
    refusal: str = ""


@dataclass(frozen=True)
class Undone:
    """What became of a wish to take something back; a refusal says why nothing did."""

    step: Step
    refusal: str = ""


def store(
    session: Session,
    article: Article,
    candidates: Sequence[Candidate],
    orders: Sequence[Order],
    *,
    today: date,
    by: str,
) -> Stored:
    """Take what can be taken; what resembles a known claim unseen is left to the person.

    A refusal is a part of the answer: the window has to know which orders it is about.
    """
    held_back: dict[Key, Sequence[Resembling]] = {}
    for order in orders:
        if not order.may_resemble and (like := resembling(session, order.group.candidate)):
            held_back[order.group.key] = like
    wanted = [order for order in orders if order.group.key not in held_back]
    if not wanted:
        return Stored(orders, held_back=held_back)
    before = _newest_action(session)
    try:
        takings = [_taking(order, article, today) for order in wanted]
        ids = capture_claims(session, article, takings, by=by, candidates=candidates)
    except ClaimTrackerError as error:
        return Stored(orders, refusal=str(error))
    newest = _newest_action(session)
    taken = {order.group.key: claim_id for order, claim_id in zip(wanted, ids, strict=True)}
    return Stored(orders, taken, newest if newest != before else None, held_back)


def take_back(session: Session, step: Step, *, by: str) -> Undone:
    """Undo the action of this step, where it still is the newest one."""
    if step.action_id is None or _newest_action(session) != step.action_id:
        return Undone(step, CHANGED_SINCE)
    undo.undo(session, by=by)
    return Undone(step)


def _newest_action(session: Session) -> int | None:
    newest = undo.next_steps(session).undo
    return None if newest is None else newest.id


def _taking(order: Order, article: Article, today: date) -> Taking:
    proposed = draft_of(order.group.candidate, article, today=today)
    draft = proposed.model_copy(update=dict(order.edits))
    return Taking(order.group.candidate, draft, order.said_again_of, order.moves_deadline_of)
