"""Two claimants become one: every claim goes over, every name leads to the one, one undo."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.claims.claimants import ClaimantNameTaken
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.operations import list_claimants, list_claims
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.claimant_readings import claimant_readings
from claimtracker.operations.edit_claimant import edit_claimant
from claimtracker.operations.merge_claimants import merge_claimants
from claimtracker.operations.near_names import is_near, name_words, near_names
from claimtracker.operations.resembling_claims import resembling
from claimtracker.operations.scan_article import scan_article
from claimtracker.operations.terms_of_office import term_of, terms_of_office
from claimtracker.operations.undo import redo, undo
from claimtracker.storage.claim_details import find_claim
from tests.conftest import Dump, Enter
from tests.operations.articles import SIGNED
from tests.operations.claimants import claimant_id, names, other, stored
from tests.operations.conftest import Import, counts

FULL, SHORT = "Marco Rubio", "Rubio"


@pytest.fixture
def both(session: Session, enter: Enter) -> tuple[int, int]:
    """A claimant with one claim, and the same by a short name with two, one in the bin."""
    enter("One", claimant=FULL)
    enter("Two", claimant=SHORT, claimant_role="Secretary of State")
    bin_claims(session, [enter("Three", claimant=SHORT)], by="Ada")
    return claimant_id(session, FULL), claimant_id(session, SHORT)


def _merge(session: Session, both: tuple[int, int]) -> int:
    stays, goes = both
    draft = other(session, stays, role=stored(session, goes).role)
    return merge_claimants(session, stays, goes, draft, by="Ada")


def _claims(session: Session, as_of: AsOf, query: str) -> list[int]:
    session.rollback()
    return list(list_claims.ids(session, Listing(as_of, parse(query))))


def test_every_claim_goes_over_and_the_name_becomes_a_further_one(
    session: Session, both: tuple[int, int]
) -> None:
    assert _merge(session, both) == 2
    assert names(session) == [FULL]
    row = list_claimants.rows(session, [both[0]])[both[0]]
    assert (row.claim_count, row.binned_count) == (2, 1)
    assert (row.role, row.aliases) == ("Secretary of State", (SHORT,))


def test_one_undo_takes_it_back_and_redo_does_it_again(
    session: Session, both: tuple[int, int], dump: Dump
) -> None:
    before = dump()
    _merge(session, both)
    after = dump()
    undone = undo(session, by="Ada")
    assert undone is not None and undone.name == f"merge claimant '{SHORT}' into '{FULL}'"
    assert dump() == before
    redo(session, by="Ada")
    assert dump() == after


def test_the_one_that_stays_may_take_the_other_name(
    session: Session, both: tuple[int, int], dump: Dump
) -> None:
    before = dump()
    stays, goes = both
    merge_claimants(session, stays, goes, other(session, stays, name=SHORT), by="Ada")
    assert stored(session, stays).names == (SHORT, FULL)
    undo(session, by="Ada")
    assert dump() == before


def test_the_search_finds_by_every_name(
    session: Session, both: tuple[int, int], as_of: AsOf
) -> None:
    edit_claimant(session, both[0], other(session, both[0], aliases=("The Secretary",)), by="Ada")
    _merge(session, both)
    assert _claims(session, as_of, "claimant:rubio") == [1, 2]
    assert _claims(session, as_of, "claimant:marco") == [1, 2]
    assert _claims(session, as_of, 'claimant:"the sec"') == [1, 2]
    assert _claims(session, as_of, "-claimant:secretary") == []
    undo(session, by="Ada")
    assert _claims(session, as_of, "claimant:marco") == [1]


def test_nobody_is_merged_with_itself_or_under_a_third_name(
    session: Session, both: tuple[int, int], enter: Enter, dump: Dump
) -> None:
    enter(claimant="Jane Doe")
    before = dump()
    stays, goes = both
    with pytest.raises(ClaimTrackerError, match="with itself"):
        merge_claimants(session, stays, stays, stored(session, stays), by="Ada")
    with pytest.raises(ClaimantNameTaken):
        merge_claimants(session, stays, goes, other(session, stays, name="jane doe"), by="Ada")
    assert dump() == before


def test_a_new_claim_of_a_further_name_is_the_claimants(
    session: Session, both: tuple[int, int], enter: Enter
) -> None:
    _merge(session, both)
    enter("Four", claimant="rubio")
    assert names(session) == [FULL]
    assert list_claimants.rows(session, [both[0]])[both[0]].claim_count == 3


def test_a_further_name_has_the_term_of_office(session: Session, enter: Enter) -> None:
    enter(claimant="Donald Trump")
    trump = claimant_id(session, "Donald Trump")
    edit_claimant(session, trump, other(session, trump, aliases=("The Donald",)), by="Ada")
    article = Article("Something else.\n")
    shipped = terms_of_office(session).of("Donald Trump", article.published_on)
    assert terms_of_office(session).of("The Donald", article.published_on) == shipped
    assert term_of(session, "The Donald", None) == term_of(session, "Donald Trump", None)
    assert scan_article(session, article).candidates == ()


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("Rubio", "Marco Rubio"),
        ("M. Rubio", "Marco Rubio"),
        ("Secretary Marco Rubio", "Rubio"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Donald Trump Jr.", "Donald Trump"),
        ("JANE DOE", "Jane Doe"),
    ],
)
def test_near_names_may_be_one_person(one: str, another: str) -> None:
    assert is_near(name_words(one), name_words(another))
    assert is_near(name_words(another), name_words(one))


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("Marco Rubio", "Jane Rubio"),
        ("Marco Rubio", "Marco Polo"),
        ("Jane Doe", "Jane Roe"),
        ("J. Doe", "Marco Doe"),
    ],
)
def test_others_are_not(one: str, another: str) -> None:
    assert not is_near(name_words(one), name_words(another))


def test_near_names_are_offered_once_for_a_merge(
    session: Session, both: tuple[int, int], enter: Enter
) -> None:
    enter(claimant="Jane Doe")
    enter(claimant="???")
    ((one, other),) = near_names(session)
    assert (one.name, other.name) == (FULL, SHORT)
    _merge(session, both)
    assert near_names(session) == []


def test_who_looks_alike_stands_first_until_something_is_typed(
    session: Session, both: tuple[int, int], enter: Enter, as_of: AsOf
) -> None:
    enter(claimant="Aaron Aardvark")
    stays, goes = both
    found = list_claimants.others(session, stays, "")
    assert [row.name for row in found] == [SHORT, "Aaron Aardvark"]
    assert [row.name for row in list_claimants.others(session, stays, "aard")] == ["Aaron Aardvark"]
    details = list_claimants.details_or_none(session, stays, as_of)
    assert details is not None
    assert [row.id for row in details.near] == [goes]
    assert sum(details.by_state.values()) == 1


def test_a_file_that_has_a_further_name_means_the_same_claims(
    session: Session, both: tuple[int, int], take: Import, dump: Dump
) -> None:
    _merge(session, both)
    before = dump()
    session.rollback()
    assert counts(take("summary,claimant\nTwo,rubio\nFour,rubio\n")) == (1, 0, 1, 0)
    assert names(session) == [FULL]
    undo(session, by="Ada")
    assert dump() == before


def test_a_candidate_of_a_further_name_resembles_the_claimants_claims(
    session: Session, enter: Enter
) -> None:
    known = enter("Sign the port deal", claimant="Jane Doe")
    doe = claimant_id(session, "Jane Doe")
    said_by_her = replace(SIGNED, claimant="The Mayor")
    assert resembling(session, said_by_her) == []
    edit_claimant(session, doe, other(session, doe, aliases=("The Mayor",)), by="Ada")
    assert [it.claim_id for it in resembling(session, said_by_her)] == [known]


def test_claims_are_read_by_the_term_that_stays(session: Session, enter: Enter, dump: Dump) -> None:
    said = date(2025, 1, 10)
    enter("One", claimant="Jane Doe", stated_on=said, deadline_wording="in her first 100 days")
    enter("Two", claimant="J. Doe")
    one, another = claimant_id(session, "Jane Doe"), claimant_id(session, "J. Doe")
    draft = other(session, another, term_began_on=date(2025, 1, 21))
    edit_claimant(session, another, draft, by="Ada")
    before = dump()
    session.rollback()
    merged = other(session, one, term_began_on=date(2025, 1, 21))
    ids = [found.id for found in claimant_readings(session, [one, another], merged)]
    assert ids == [1]
    merge_claimants(session, one, another, merged, by="Ada", reread_ids=ids)
    session.expire_all()
    assert find_claim(session, 1).due_on == date(2025, 4, 30)
    undo(session, by="Ada")
    assert dump() == before


def test_what_was_entered_of_either_meanwhile_is_not_lost(
    session: Session, both: tuple[int, int], dump: Dump
) -> None:
    stays, goes = both
    was = stored(session, stays), stored(session, goes)
    draft = other(session, stays, role=was[1].role, aliases=(was[1].name,))
    for key in both:
        edit_claimant(session, key, other(session, key, organisation="Senate"), by="Bea")
        before = dump()
        with pytest.raises(ClaimTrackerError, match="was changed elsewhere meanwhile"):
            merge_claimants(session, stays, goes, draft, was=was, by="Ada")
        assert dump() == before
        undo(session, by="Bea")
    assert merge_claimants(session, stays, goes, draft, was=was, by="Ada") == 2
