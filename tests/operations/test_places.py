"""Places where a claim was said are added, corrected and taken off, but for the last one."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import OccurrenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.rows import OccurrenceRow, ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.operations.add_place import add_place
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.correct_place import LAST_PLACE, correct_place, remove_place
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.tables import Occurrence, Source
from tests.conftest import Dump, Enter
from tests.operations.articles import ARTICLE, SIGNED

RALLY = {"title": "Rally", "publisher": "Town", "url": "https://example.org/r"}


def _draft(**told: Any) -> OccurrenceDraft:  # noqa: ANN401 - pydantic checks it
    return OccurrenceDraft.of(**{"source": {}, **told})


def _report(session: Session, claim_id: int) -> ReportRow:
    report = show_claim(session, claim_id, AsOf(date(2025, 5, 1))).report
    session.rollback()
    return report


def _places(session: Session, claim_id: int) -> tuple[OccurrenceRow, ...]:
    return _report(session, claim_id).occurrences


def test_a_place_is_added_and_the_claims_own_words_stay(
    session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter(quote="soon", stated_on="2025-04-18")
    before = dump()
    added = add_place(
        session, claim_id, _draft(source=RALLY, words="now", stated_on="2025-04-01"), by="Ada"
    )
    first, second = _places(session, claim_id)
    assert (first.id, first.words, first.publisher) == (added, "now", "Town")
    assert (second.words, _report(session, claim_id).stated_on) == ("soon", date(2025, 4, 18))
    undo(session, by="Ada")
    assert dump() == before


def test_the_same_source_is_one_row_however_often_it_is_named(
    session: Session, enter: Enter
) -> None:
    for claim_id in (enter(), enter()):
        add_place(session, claim_id, _draft(source=RALLY), by="Ada")
    assert len(session.exec(select(Source)).all()) == 1


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, "one of them"),
        ({"words": " \n"}, "one of them"),
        ({"source": {"url": "file:///etc/passwd"}}, "not a web address"),
    ],
)
def test_a_place_that_tells_nothing_or_leads_nowhere_is_refused(
    told: dict[str, Any], why: str, session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter(quote="soon")
    (place,) = _places(session, claim_id)
    before = dump()
    with pytest.raises(ClaimTrackerError, match=why):
        add_place(session, claim_id, _draft(**told), by="Ada")
    with pytest.raises(ClaimTrackerError, match=why):
        correct_place(session, place.id, _draft(**told), by="Ada")
    assert dump() == before


def test_a_place_of_no_claim_is_refused(session: Session) -> None:
    with pytest.raises(NotFound):
        add_place(session, 9, _draft(words="now"), by="Ada")


@pytest.mark.parametrize("occurrence_id", [0, -1, 9, 2**63])
def test_a_place_that_is_gone_is_refused(occurrence_id: int, session: Session) -> None:
    with pytest.raises(NotFound):
        correct_place(session, occurrence_id, _draft(words="now"), by="Ada")
    with pytest.raises(NotFound):
        remove_place(session, occurrence_id, by="Ada")


def test_correcting_the_claims_own_place_corrects_the_quote(
    session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter(quote="soom", stated_on="2025-04-18")
    (place,) = _places(session, claim_id)
    before = dump()
    correct_place(session, place.id, _draft(words="soon", stated_on="2025-04-18"), by="Ada")
    assert _report(session, claim_id).quote == "soon"
    undo(session, by="Ada")
    assert dump() == before


def test_correcting_another_place_leaves_the_claim_alone(session: Session, enter: Enter) -> None:
    claim_id = enter(quote="soon", stated_on="2025-04-18")
    added = add_place(session, claim_id, _draft(words="now"), by="Ada")
    correct_place(session, added, _draft(words="today", stated_on="2025-04-20"), by="Ada")
    assert [it.words for it in _places(session, claim_id)] == ["soon", "today"]
    assert _report(session, claim_id).quote == "soon"


def test_a_captured_source_is_called_otherwise_and_keeps_its_text(
    session: Session, enter: Enter
) -> None:
    source = {"title": "T", "url": "https://example.org/a", "text": "x"}
    claim_id = enter(quote="soon", source=source)
    (place,) = _places(session, claim_id)
    assert place.is_captured
    told = {"title": "Better", "url": "https://example.org/a"}
    correct_place(session, place.id, _draft(words="soon", source=told), by="Ada")
    (place,) = _places(session, claim_id)
    assert (place.title, place.is_captured) == ("Better", True)


def test_another_address_is_another_source_and_gives_the_place_in_the_text_up(
    session: Session, enter: Enter
) -> None:
    taking = Taking(SIGNED, draft_of(SIGNED, ARTICLE))
    (claim_id,) = capture_claims(session, ARTICLE, [taking], by="Ada").claim_ids
    (place,) = _places(session, claim_id)
    correct_place(session, place.id, _draft(words=place.words, source=RALLY), by="Ada")
    (place,) = _places(session, claim_id)
    assert (place.title, place.is_captured) == ("Rally", False)
    kept = session.get(Occurrence, place.id)
    assert kept is not None
    assert (kept.span_start, kept.span_end) == (None, None)


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    session: Session, enter: Enter
) -> None:
    claim_id = enter(quote="soon")
    (place,) = _places(session, claim_id)
    shown = _draft(words="soon")
    correct_place(session, place.id, _draft(words="now"), by="Ben", shown=shown)
    with pytest.raises(ClaimTrackerError, match="changed elsewhere"):
        correct_place(session, place.id, _draft(words="today"), by="Ada", shown=shown)
    assert _places(session, claim_id)[0].words == "now"


def test_a_place_is_taken_off_but_never_the_last_one(
    session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter(quote="soon")
    added = add_place(session, claim_id, _draft(words="now"), by="Ada")
    before = dump()
    remove_place(session, added, by="Ada")
    (place,) = _places(session, claim_id)
    with pytest.raises(ClaimTrackerError, match=LAST_PLACE):
        remove_place(session, place.id, by="Ada")
    undo(session, by="Ada")
    assert dump() == before
