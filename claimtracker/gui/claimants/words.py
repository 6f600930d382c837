"""Claimants in words: as entries of a list, and what is told of one beside it."""

from collections.abc import Mapping
from datetime import date

from claimtracker.claims.claimants import ClaimantRow
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import State, label, of_claims
from claimtracker.gui.claim_list.words import days_line, verdict_text
from claimtracker.gui.claim_panel.entries import Entry, Sign
from claimtracker.gui.dates import day_text

NO_CLAIM = "no claim"
_COLOURED = frozenset({State.PASSED, State.GRACE, State.DUE_SOON})


def claimant_entry(row: ClaimantRow, today: date) -> Entry:
    """A claimant as an entry: the name and the number of claims over all else that is known."""
    told = (office_words(row), term_words(row, today), also_words(row))
    return Entry(
        row.name,
        " · ".join(part for part in told if part),
        mark=of_claims(row.claim_count) if row.claim_count else NO_CLAIM,
        key=row.id,
    )


def office_words(row: ClaimantRow) -> str:
    """Role and organisation, as far as they are known."""
    return ", ".join(part for part in (row.role, row.organisation) if part)


def term_words(row: ClaimantRow, today: date) -> str:
    """The terms of office, as far as they are known: "in office since 20 Jan 2025, before …"."""
    spans = (f"{day_text(on, today)} – {day_text(to, today)}" for on, to in row.earlier_terms)
    earlier, last = ", ".join(spans), _last_term_words(row, today)
    if not earlier:
        return last
    return f"{last}, before {earlier}" if last else f"in office {earlier}"


def _last_term_words(row: ClaimantRow, today: date) -> str:
    began, ended = day_text(row.term_began_on, today), day_text(row.term_ended_on, today)
    if began and ended:
        return f"in office {began} – {ended}"
    if began:
        return f"in office since {began}"
    return f"in office until {ended}" if ended else ""


def also_words(row: ClaimantRow) -> str:
    """The further names."""
    return f"also {', '.join(row.aliases)}" if row.aliases else ""


def states_words(by_state: Mapping[State, int], binned: int) -> str:
    """How many claims there are of each state: "3 passed · 12 settled · 1 in the bin"."""
    parts = [f"{count:,} {label(state).lower()}" for state, count in by_state.items()]
    parts += [f"{binned:,} in the bin"] if binned else []
    return " · ".join(parts) or NO_CLAIM


def own_claim_entry(row: ClaimRow, today: date, labels: VerdictLabels = DEFAULT_LABELS) -> Entry:
    """A claim in the list of its claimant, whose name need not be said again."""
    said = f"said {day_text(row.stated_on, today)}" if row.stated_on else ""
    words = f"“{row.deadline_wording}”" if row.deadline_wording else ""
    note = (said, words, days_line(row, today))
    return Entry(
        row.summary,
        " · ".join(part for part in note if part),
        mark=label(row.state),
        mark_colour=row.state.value if row.state in _COLOURED else "muted",
        key=row.id,
        signs=(Sign(verdict_text(row, labels), "muted"),),
    )
