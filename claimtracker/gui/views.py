"""The standing views: what each lists, and what it says when it lists nothing."""

from dataclasses import dataclass, field

from claimtracker.claims.listing import Counts
from claimtracker.claims.query import Query, parse
from claimtracker.claims.vocabulary import State


@dataclass(frozen=True)
class View:
    """One standing view; `states` are the ones it counts."""

    key: str
    name: str
    states: frozenset[State]
    empty: str
    query: Query = field(default_factory=Query)

    def count(self, counts: Counts) -> int:
        """How many claims the view holds."""
        if self.query.is_in_bin:
            return counts.binned
        return sum(counts.by_state.get(state, 0) for state in self.states)


def _of_states(key: str, name: str, empty: str, *states: State) -> View:
    wanted = ",".join(state.value for state in states)
    return View(key, name, frozenset(states), empty, parse(f"state:{wanted}"))


ALL = View("all", "All claims", frozenset(State), "No claims yet.")

VIEWS = (
    _of_states(
        "needs_verdict",
        "Needs a verdict",
        "No deadline has passed without a verdict.",
        State.PASSED,
    ),
    _of_states("due_soon", "Due soon", "Nothing is due within the lead time.", State.DUE_SOON),
    _of_states("grace", "Grace", "No deadline has passed on its strict reading only.", State.GRACE),
    _of_states("open", "Open", "No deadline is running further ahead.", State.OPEN, State.UPCOMING),
    _of_states("undated", "Undated: review", "Every claim has a deadline.", State.UNDATED),
    _of_states("settled", "Settled", "No claim has a final verdict yet.", State.SETTLED),
    ALL,
    View("bin", "Bin", frozenset(), "The bin is empty.", parse("in:bin")),
)
