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
from claimtracker.operations.taken_up import article_so_far, earlier_of

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

    So is what takes up another one that is taken along: only then it is seen what it moves.
    A refusal is a part of the answer: the window has to know which orders it is about.
    """
    unseen = [order for order in orders if not order.may_resemble]
    held_back = _resembling(session, unseen, article, candidates)
    waiting = [order for order in unseen if _takes_up_another(order, orders)]
    left = {*held_back, *(order.group.key for order in waiting)}
    wanted = [order for order in orders if order.group.key not in left]
    if not wanted:
        return Stored(orders, held_back=held_back)
    try:
        takings = [_taking(order, article, today) for order in wanted]
        captured = capture_claims(session, article, takings, by=by, candidates=candidates)
    except ClaimTrackerError as error:
        return Stored(orders, refusal=str(error))
    keys = [order.group.key for order in wanted]
    taken = dict(zip(keys, captured.claim_ids, strict=True))
    held_back |= _resembling(session, waiting, article, candidates)
    return Stored(orders, taken, captured.action_id, held_back)


def _resembling(
    session: Session, orders: Sequence[Order], article: Article, candidates: Sequence[Candidate]
) -> dict[Key, Sequence[Resembling]]:
    """What resembles a known claim, by the candidate."""
    if not orders:
        return {}
    so_far = article_so_far(session, article, candidates)
    found = {
        order.group.key: resembling(session, order.group.candidate, so_far) for order in orders
    }
    return {key: like for key, like in found.items() if like}


def _takes_up_another(order: Order, orders: Sequence[Order]) -> bool:
    """Whether it moves, or says again, what is taken at the same time."""
    taken = [each for other in orders for each in other.group.occurrences]
    return bool(earlier_of(order.group.candidate, taken))


def take_back(session: Session, step: Step, *, by: str) -> Undone:
    """Undo the action of this step, where it still is the newest one."""
    is_undone = step.action_id is not None and undo.undo(session, by=by, action_id=step.action_id)
    return Undone(step, "" if is_undone else CHANGED_SINCE)


def _taking(order: Order, article: Article, today: date) -> Taking:
    proposed = draft_of(order.group.candidate, article, today=today)
    draft = proposed.model_copy(update=dict(order.edits))
    return Taking(order.group.candidate, draft, order.said_again_of, order.moves_deadline_of)
