"""A form saved later never overwrites a colleague's edit."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import EditConflict, NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Dump, Enter


def _show(session: Session) -> ClaimDetails:
    session.rollback()
    return show_claim(session, 1, AsOf(date(2025, 5, 1)))


def _save(session: Session, version: int, **fields: object) -> None:
    draft = ClaimDraft.of(**{"summary": "Sign the deal", **fields})
    edit_claim(session, 1, draft, version=version, by="Ada")


def test_an_edit_replaces_what_the_form_shows(session: Session, enter: Enter) -> None:
    enter(claimant="Marco Rubio", tags=("a", "b"), due_on="2025-04-20", notes="Call.")
    told = {"claimant": "Donald Trump", "tags": ("b", "c"), "condition": "if asked"}
    _save(session, 1, **told, condition_outcome=ConditionOutcome.MET)
    found = _show(session)
    assert (found.report.claimant, found.report.tags) == ("Donald Trump", ("b", "c"))
    assert (found.report.notes, found.report.due_on, found.report.rule) == ("", None, "")
    assert (found.report.condition, found.condition_outcome) == ("if asked", ConditionOutcome.MET)


def test_an_edit_rewrites_the_first_appearance_and_adds_none(
    session: Session, enter: Enter
) -> None:
    enter(quote="soon", stated_on="2025-04-18", source={"title": "Paris"})
    _save(session, 1, quote="within days", stated_on="2025-04-17", source={"title": "London"})
    (place,) = _show(session).report.occurrences
    said = (place.words, place.stated_on, place.title)
    assert said == ("within days", date(2025, 4, 17), "London")


def test_an_edit_adds_the_appearance_that_was_missing(session: Session, enter: Enter) -> None:
    enter()
    _save(session, 1, quote="within days")
    assert [place.words for place in _show(session).report.occurrences] == ["within days"]


def test_a_changed_wording_is_read_again(session: Session, enter: Enter) -> None:
    enter(deadline_wording="within days", stated_on="2025-04-18")
    _save(session, 1, deadline_wording="next week", stated_on="2025-04-17")
    assert _show(session).report.due_on == date(2025, 4, 27)


def test_a_conflict_carries_both_texts_and_changes_nothing(
    session: Session, second_desktop: Session, enter: Enter, dump: Dump
) -> None:
    enter("Sign the deal", quote="soon", claimant="Marco Rubio")
    _save(second_desktop, 1, quote="within days", claimant="Donald Trump")
    before = dump()
    with pytest.raises(EditConflict) as refused:
        _save(session, 1, quote="next week", claimant="Marco Rubio", stated_on="2025-04-18")
    assert refused.value.differing == {
        "quote": ("within days", "next week"),
        "claimant": ("Donald Trump", "Marco Rubio"),
        "stated_on": ("", "2025-04-18"),
    }
    assert dump() == before


def test_a_change_of_the_tags_alone_is_a_change(
    session: Session, second_desktop: Session, enter: Enter
) -> None:
    enter(tags=("ukraine",))
    _save(second_desktop, 1, tags=("ukraine", "minerals"))
    with pytest.raises(EditConflict):
        _save(session, 1, tags=("peace",))
    assert _show(session).report.tags == ("minerals", "ukraine")


def test_after_reading_again_the_form_can_be_saved(session: Session, enter: Enter) -> None:
    enter()
    _save(session, 1, quote="soon")
    _save(session, _show(session).version, quote="later")
    assert _show(session).report.quote == "later"


def test_a_claim_that_is_not_there_cannot_be_edited(session: Session, dump: Dump) -> None:
    with pytest.raises(NotFound):
        _save(session, 1)
    assert all(rows == [] for rows in dump().values())
