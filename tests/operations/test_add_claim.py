"""A claim is entered once, with what belongs to it, in one action."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import add_claim
from claimtracker.storage.tables import Action, Claim, Claimant, Occurrence, Source, Tag
from tests.conftest import Dump, Enter

PARIS = {"title": "Paris", "url": "https://example.org/1"}


def test_claimants_sources_and_tags_are_one_row_each_however_often_used(
    session: Session, enter: Enter
) -> None:
    for _ in range(2):
        enter(claimant="Marco Rubio", source=PARIS, tags=("ukraine",))
    for table in (Claimant, Source, Tag):
        assert len(session.exec(select(table)).all()) == 1


def test_a_tag_in_another_case_is_the_same_tag(session: Session, enter: Enter) -> None:
    enter(tags=("Écologie",))
    enter(tags=("écologie", "ÉCOLOGIE"))
    assert [tag.name for tag in session.exec(select(Tag)).all()] == ["Écologie"]


def test_a_source_that_differs_in_anything_is_another(session: Session, enter: Enter) -> None:
    enter(source=PARIS)
    enter(source={**PARIS, "published_on": "2025-04-18"})
    assert len(session.exec(select(Source)).all()) == 2


def test_a_role_told_later_is_the_claimants(session: Session, enter: Enter) -> None:
    enter(claimant="Marco Rubio")
    enter(claimant="Marco Rubio", claimant_role="Secretary")
    enter(claimant="Marco Rubio")
    assert session.exec(select(Claimant.role)).all() == ["Secretary"]


def test_the_first_source_is_the_first_appearance(session: Session, enter: Enter) -> None:
    enter(quote="within days", stated_on="2025-04-18", source=PARIS)
    (place,) = session.exec(select(Occurrence)).all()
    assert (place.words, place.stated_on, place.source_id) == ("within days", date(2025, 4, 18), 1)


def test_of_which_nothing_is_known_has_no_appearance(session: Session, enter: Enter) -> None:
    enter()
    assert session.exec(select(Occurrence)).all() == []


def test_dates_set_by_hand_are_marked_so(session: Session, enter: Enter) -> None:
    claim = session.get_one(Claim, enter(due_on="2025-04-20", stated_on="2025-04-18"))
    days = (claim.opens_on, claim.due_on, claim.latest_on)
    assert days == (date(2025, 4, 18), date(2025, 4, 20), date(2025, 4, 20))
    assert claim.rule == "set by hand"


def test_the_undo_menu_quotes_a_short_line_of_the_summary(session: Session, enter: Enter) -> None:
    enter("Sign\n the  deal")
    enter("a" * 100)
    short, long = session.exec(select(Action.name)).all()
    assert short == "new claim 'Sign the deal'"
    assert long == f"new claim '{'a' * 59}…'"


def test_a_refused_claim_leaves_nothing(session: Session, dump: Dump) -> None:
    before = dump()
    draft = ClaimDraft.of(summary="a", claimant="New", latest_on="2025-04-01")
    late = draft.model_copy(update={"opens_on": date(2025, 4, 2)})
    with pytest.raises(ClaimTrackerError, match=r"^The window must open"):
        add_claim(session, late, by="Ada")
    assert dump() == before
