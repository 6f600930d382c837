"""The places where a claim was said, in words, and the claims that restate it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimtracker.claims.rows import ClaimDetails, OccurrenceRow, RestatingRow
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries, Sign
from claimtracker.gui.dates import day_text

FIRST = "first appearance"
CAPTURED = Sign("text kept", "muted")
_LONGEST = 400  # characters of the words in a row; below the list stand all


@dataclass(frozen=True)
class PlaceEntry(Entry):
    """An entry that knows its occurrence."""

    found: OccurrenceRow | None = None


@dataclass(frozen=True)
class RestatingEntry(Entry):
    """An entry that leads to a claim which restates this one, or to the one that this restates."""

    claim_id: int = 0
    is_binned: bool = True


class SaidEntries(LazyEntries):
    """The places, the first appearance on top, then the claims that restate this one."""

    def __init__(
        self, details: ClaimDetails, today: date, labels: VerdictLabels = DEFAULT_LABELS
    ) -> None:
        self._places: Sequence[OccurrenceRow] = details.report.occurrences
        self._claims = [
            _restating_entry(it, today, labels.of(it.verdict)) for it in details.restated_by
        ]
        if details.restates_id is not None:
            self._claims.append(_restated_entry(details.restates_id))
        self._today = today

    def __len__(self) -> int:
        return len(self._places) + len(self._claims)

    def make(self, row: int) -> Entry:
        """A place, or behind the places a claim."""
        if row < len(self._places):
            return place_entry(self._places[row], self._today, is_first=row == 0)
        return self._claims[row - len(self._places)]

    def row_of(self, key: int) -> int:
        """The row of a place, or of a claim by its id turned negative."""
        keys = [*(it.id for it in self._places), *(it.key for it in self._claims)]
        return keys.index(key) if key in keys else 0


def place_entry(place: OccurrenceRow, today: date, *, is_first: bool) -> PlaceEntry:
    """A place over its source, with the words as they were said there."""
    words = place.words.strip()
    day = day_text(place.stated_on, today) or "on an unknown day"
    where = " · ".join(part for part in (place.title, place.publisher) if part)
    published = day_text(place.published_on, today)
    told = (
        f"“{words}”" if words else "Words not noted",
        f"Said {day}{f', {FIRST}' if is_first else ''}",
        where,
        f"Published {published}" if published else "",
        place.url,
        "The text is kept: Enter shows the words in it." if place.is_captured else "",
    )
    return PlaceEntry(
        title=f"“{words[:_LONGEST]}”" if words else where or place.url or "Words not noted",
        note=" · ".join(part for part in (day, where or place.url) if part),
        mark=FIRST if is_first else "",
        whole="\n".join(part for part in told if part),
        key=place.id,
        signs=(CAPTURED,) if place.is_captured else (),
        found=place,
    )


def _restating_entry(claim: RestatingRow, today: date, called: str) -> RestatingEntry:
    said = day_text(claim.stated_on, today)
    note = (claim.claimant, f"said {said}" if said else "", called, "in the bin")
    return RestatingEntry(
        title=f"Claim {claim.claim_id} restates this one: {claim.summary}",
        note=" · ".join(part for part in note if part),
        key=-claim.claim_id,
        is_faint=True,
        claim_id=claim.claim_id,
    )


def _restated_entry(claim_id: int) -> RestatingEntry:
    return RestatingEntry(
        title=f"This claim restates claim {claim_id}",
        note="Its places stand there; Enter leads to it",
        key=-claim_id,
        claim_id=claim_id,
        is_binned=False,
    )
