"""The list: every id in order, rows by the page, counts by the state."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft, OccurrenceDraft
from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import Relation, State, Verdict
from claimtracker.operations.add_place import add_place
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.storage import claim_list
from tests.conftest import Enter, Rate

TODAY = AsOf(date(2025, 5, 1))


def _order(session: Session, key: SortKey, *, is_descending: bool = False) -> list[int]:
    listing = Listing(TODAY, sort_key=key, is_descending=is_descending)
    return list(claim_list.ids(session, listing))


def _link(session: Session, claim_id: int, relation: Relation, published_on: str) -> None:
    draft = EvidenceDraft.of(relation=relation, title="T", published_on=published_on)
    link_evidence(session, [claim_id], draft, by="Ada")


@pytest.fixture
def three(session: Session, enter: Enter, rate: Rate) -> tuple[int, int, int]:
    """A claim that passed, one without any day, one still open."""
    passed = enter("b", due_on="2025-04-01", stated_on="2025-03-01")
    undated = enter("A")
    still_open = enter("c", due_on="2025-12-31", stated_on="2025-04-01")
    _link(session, still_open, Relation.CONTEXT, "2025-04-02")
    rate(undated, Verdict.STALLED)
    return passed, undated, still_open


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (SortKey.STATE, [1, 3, 2]),
        (SortKey.CLAIM, [2, 1, 3]),
        (SortKey.DEADLINE, [1, 3, 2]),
        (SortKey.STATED, [1, 3, 2]),
        (SortKey.VERDICT, [2, 1, 3]),
        (SortKey.EVIDENCE, [1, 2, 3]),
    ],
)
@pytest.mark.usefixtures("three")
def test_a_list_stands_in_the_order_asked_for(
    key: SortKey, order: list[int], session: Session
) -> None:
    assert _order(session, key) == order


@pytest.mark.usefixtures("three")
def test_the_other_way_round_what_has_no_day_still_stands_last(session: Session) -> None:
    assert _order(session, SortKey.DEADLINE, is_descending=True) == [3, 1, 2]


@pytest.mark.parametrize("is_descending", [False, True])
@pytest.mark.parametrize("key", SortKey)
def test_equal_ones_follow_in_the_order_they_were_entered(
    key: SortKey, is_descending: bool, session: Session, enter: Enter
) -> None:
    entered = [enter(), enter(), enter()]
    assert _order(session, key, is_descending=is_descending) == entered


def test_the_most_urgent_deadline_of_a_state_stands_first(session: Session, enter: Enter) -> None:
    later, earlier = enter(due_on="2025-04-20"), enter(due_on="2025-04-01")
    assert _order(session, SortKey.STATE) == [earlier, later]


def test_a_row_tells_what_the_list_shows(session: Session, enter: Enter, rate: Rate) -> None:
    claim_id = enter(claimant="Marco Rubio", due_on="2025-04-20", latest_on="2025-04-25")
    row = claim_list.rows(session, [claim_id], TODAY)[claim_id]
    assert (row.claimant, row.state, row.days_over) == ("Marco Rubio", State.PASSED, 6)
    assert (row.verdict, row.evidence_count, row.is_binned) == (Verdict.NOT_YET_RATED, 0, False)
    rate(claim_id, Verdict.KEPT_LATE, kept_on="2025-04-30")
    row = claim_list.rows(session, [claim_id], TODAY)[claim_id]
    assert (row.state, row.kept_on) == (State.SETTLED, date(2025, 4, 30))


def test_the_diamond_is_the_newest_document_that_fulfils(session: Session, enter: Enter) -> None:
    claim_id = enter()
    _link(session, claim_id, Relation.FULFILS, "2025-04-01")
    _link(session, claim_id, Relation.PARTLY_FULFILS, "2025-04-02")
    _link(session, claim_id, Relation.CONTRADICTS, "2025-04-03")
    row = claim_list.rows(session, [claim_id], TODAY)[claim_id]
    assert (row.newest_evidence_on, row.evidence_count) == (date(2025, 4, 2), 3)


def test_every_place_where_it_was_said_counts(session: Session, enter: Enter) -> None:
    nowhere, twice = enter(), enter(quote="soon")
    place = OccurrenceDraft.of(source={"title": "Rally"}, words="now")
    add_place(session, twice, place, by="Ada")
    rows = claim_list.rows(session, [nowhere, twice], TODAY)
    assert [rows[key].occurrence_count for key in (nowhere, twice)] == [0, 2]


def test_a_claim_that_is_gone_is_left_out(session: Session, enter: Enter) -> None:
    claim_id = enter()
    assert list(claim_list.rows(session, [claim_id, 99], TODAY)) == [claim_id]
    assert claim_list.rows(session, [], TODAY) == {}


@pytest.mark.usefixtures("three")
def test_counts_are_by_state_with_the_bin_apart(session: Session, enter: Enter) -> None:
    bin_claims(session, [enter()], by="Ada")
    counts = claim_list.counts(session, TODAY)
    assert counts.by_state == {State.PASSED: 1, State.UNDATED: 1, State.OPEN: 1}
    assert (counts.on_the_shelf, counts.binned) == (3, 1)


@pytest.mark.usefixtures("three")
def test_counts_agree_with_the_lists(session: Session) -> None:
    counts = claim_list.counts(session, TODAY)
    for state in State:
        listed = claim_list.ids(session, Listing(TODAY, parse(f"state:{state}")))
        assert len(listed) == counts.by_state.get(state, 0)


def test_an_empty_database_counts_nothing(session: Session) -> None:
    counts = claim_list.counts(session, TODAY)
    assert (counts.by_state, counts.on_the_shelf, counts.binned) == ({}, 0, 0)


@pytest.mark.usefixtures("three")
def test_verdicts_stand_in_the_order_of_the_house(session: Session) -> None:
    turned = VerdictLabels(tuple(reversed(DEFAULT_LABELS.rows)))
    set_verdict_labels(session, turned, by="Ada")
    assert _order(session, SortKey.VERDICT) == [1, 3, 2]
    assert _order(session, SortKey.VERDICT, is_descending=True) == [2, 1, 3]
