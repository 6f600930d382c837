"""The places where claims were said, taken in by the claim that they restate."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Claim, Occurrence


class Places:
    """Knows every place of the claim that stays, read once."""

    def __init__(self, session: Session, stays_id: int) -> None:
        self._session = session
        self._stays_id = stays_id
        self._known: set[tuple[object, ...]] = set()
        self._said: set[tuple[str, date | None]] = set()
        self._note(self._of([stays_id])[stays_id])

    def take_in(self, claims: Sequence[Claim]) -> None:
        """Take every place over; one that is known letter for letter stays where it is."""
        found = self._of([claim.id or 0 for claim in claims])
        for claim in claims:
            own = found[claim.id or 0] or self._as_said(claim)
            news = [place for place in own if _place(place) not in self._known]
            for place in news:
                place.claim_id = self._stays_id
            self._session.add_all(news)
            self._note(news)

    def _note(self, places: Sequence[Occurrence]) -> None:
        self._known.update(map(_place, places))
        self._said.update((place.words, place.stated_on) for place in places)

    def _as_said(self, claim: Claim) -> list[Occurrence]:
        """A claim without a place was said all the same, and once: it may have come in before."""
        said = _as_said(claim)
        return [] if (said.words, said.stated_on) in self._said else [said]

    def _of(self, claim_ids: Sequence[int]) -> dict[int, list[Occurrence]]:
        asked = select(Occurrence).where(among(col(Occurrence.claim_id), claim_ids))
        found: dict[int, list[Occurrence]] = defaultdict(list)
        for place in self._session.exec(asked.order_by(col(Occurrence.id))):
            found[place.claim_id].append(place)
        return found


def _as_said(claim: Claim) -> Occurrence:
    """A claim without a place was said all the same: brackets mark that the words are not its own.

    They are how editors mark what is not verbatim.
    """
    words = claim.quote or f"[{claim.summary}]"
    return Occurrence(claim_id=claim.id or 0, words=words, stated_on=claim.stated_on)


def _place(occurrence: Occurrence) -> tuple[object, ...]:
    names = ("source_id", "words", "span_start", "span_end", "stated_on")
    return tuple(getattr(occurrence, name) for name in names)
