"""A claimant is edited as one step; a name leads to one person only."""

import re
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantNameTaken
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.state import AsOf
from claimtracker.operations import list_claimants
from claimtracker.operations.claimant_readings import claimant_readings
from claimtracker.operations.delete_claimant import delete_claimant
from claimtracker.operations.edit_claimant import CHANGED_ELSEWHERE, edit_claimant
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import redo, undo
from claimtracker.operations.what_would_change import RereadingCancelled
from claimtracker.storage.claim_details import find_claim
from tests.conftest import Dump, Enter
from tests.operations.claimants import claimant_id, names, other, stored

SAID = date(2025, 1, 10)
BEGAN = date(2025, 1, 21)
DAY_100 = date(2025, 4, 30)


@pytest.fixture
def doe(session: Session, enter: Enter) -> int:
    enter(claimant="Jane Doe", stated_on=SAID, deadline_wording="in her first 100 days")
    return claimant_id(session, "Jane Doe")


def test_editing_is_one_step_of_undo(session: Session, doe: int, dump: Dump) -> None:
    before = dump()
    draft = other(session, doe, role="Mayor", organisation="City", aliases=("J. Doe",))
    edit_claimant(session, doe, draft, by="Ada")
    assert stored(session, doe) == draft
    after = dump()
    undone = undo(session, by="Ada")
    assert undone is not None and undone.name == "edit claimant 'Jane Doe'"
    assert dump() == before
    redo(session, by="Ada")
    assert dump() == after


@pytest.mark.parametrize("name", ["Marco Rubio", "marco rubio", "RUBIO", "Rubio"])
def test_a_name_that_leads_to_somebody_is_refused(
    session: Session, doe: int, enter: Enter, name: str
) -> None:
    enter(claimant="Marco Rubio")
    rubio = claimant_id(session, "Marco Rubio")
    edit_claimant(session, rubio, other(session, rubio, aliases=("Rubio",)), by="Ada")
    for fields in ({"name": name}, {"aliases": (name,)}):
        with pytest.raises(ClaimantNameTaken) as refused:
            edit_claimant(session, doe, other(session, doe, **fields), by="Ada")
        assert refused.value.other_id == rubio
    assert stored(session, doe).names == ("Jane Doe",)


def test_own_names_may_change_places(session: Session, doe: int) -> None:
    edit_claimant(session, doe, other(session, doe, aliases=("JD",)), by="Ada")
    edit_claimant(session, doe, other(session, doe, name="JD", aliases=("Jane Doe",)), by="Ada")
    assert stored(session, doe).names == ("JD", "Jane Doe")


def test_what_was_changed_elsewhere_is_not_overwritten(session: Session, doe: int) -> None:
    was = stored(session, doe)
    edit_claimant(session, doe, other(session, doe, role="Mayor"), by="Bea")
    with pytest.raises(ClaimTrackerError, match=re.escape(CHANGED_ELSEWHERE.format("“Jane Doe”"))):
        edit_claimant(session, doe, was, was=was, by="Ada")
    assert stored(session, doe).role == "Mayor"


def test_a_claimant_that_is_gone_is_not_edited(session: Session, doe: int) -> None:
    with pytest.raises(NotFound):
        edit_claimant(session, 999, other(session, doe), by="Ada")


def test_a_term_shows_which_readings_would_change(session: Session, doe: int, enter: Enter) -> None:
    enter(claimant="Jane Doe", stated_on=SAID, deadline_wording="by the end of May")
    enter(claimant="John Roe", stated_on=SAID, deadline_wording="in his first 100 days")
    (found,) = claimant_readings(session, [doe], other(session, doe, term_began_on=BEGAN))
    assert found.wording == "in her first 100 days"
    assert found.becomes.window.due_on == DAY_100
    assert claimant_readings(session, [doe], other(session, doe, role="Mayor")) == []


def test_the_term_and_its_readings_are_one_step(
    session: Session, doe: int, dump: Dump, as_of: AsOf
) -> None:
    before = dump()
    draft = other(session, doe, term_began_on=BEGAN)
    ids = [found.id for found in claimant_readings(session, [doe], draft)]
    assert edit_claimant(session, doe, draft, reread_ids=ids, by="Ada") == 1
    assert show_claim(session, ids[0], as_of).report.due_on == DAY_100
    undo(session, by="Ada")
    assert dump() == before


def test_the_stored_readings_can_be_kept(session: Session, doe: int) -> None:
    draft = other(session, doe, term_began_on=BEGAN)
    (found,) = claimant_readings(session, [doe], draft)
    assert edit_claimant(session, doe, draft, by="Ada") == 0
    assert find_claim(session, found.id).due_on is None
    assert claimant_readings(session, [doe], draft) == []  # as things stand it differs already


def test_comparing_stops_when_it_is_told(session: Session, doe: int) -> None:
    draft = other(session, doe, term_began_on=BEGAN)
    with pytest.raises(RereadingCancelled):
        claimant_readings(session, [doe], draft, is_cancelled=lambda: True)


def test_a_claimant_without_claims_can_be_deleted_and_comes_back(
    session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter(claimant="Jane Doe")
    doe = claimant_id(session, "Jane Doe")
    with pytest.raises(ClaimTrackerError, match="has 1 claim"):
        delete_claimant(session, doe, by="Ada")
    find_claim(session, claim_id).claimant_id = None
    session.commit()
    before = dump()
    assert delete_claimant(session, doe, by="Ada") == "Jane Doe"
    assert names(session) == []
    undo(session, by="Ada")
    assert dump() == before


def test_who_is_gone_has_no_details(session: Session, as_of: AsOf) -> None:
    assert list_claimants.details_or_none(session, 7, as_of) is None


def test_a_name_that_another_had_before_stands_in_no_ones_way(
    session: Session, enter: Enter
) -> None:
    for name in ("Rubio", "RUBIO", "rubio"):
        enter(claimant=name)
    key = claimant_id(session, "Rubio")
    edit_claimant(session, key, other(session, key, role="Secretary"), by="Ada")
    assert names(session) == ["Rubio", "RUBIO", "rubio"]
