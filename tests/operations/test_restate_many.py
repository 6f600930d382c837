"""Many claims become one: watched, stopped without a trace, and at a cost that goes with them."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import Bearing, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.operations.link_evidence import link_evidence, link_stored
from claimtracker.operations.many_claims import Stopped, Watch
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.restate_claim import restate_claims
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from tests.conftest import Dump, Enter
from tests.storage.chains import counted


def _show(session: Session, claim_id: int) -> ClaimDetails:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1)))


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtracker.operations.restate_claim.BATCH", 2)


@pytest.mark.usefixtures("small_batches")
def test_it_says_how_far_it_has_come_and_one_undo_takes_all_back(
    session: Session, enter: Enter, dump: Dump
) -> None:
    original, *others = [enter(quote=f"Words {number}", tags=("a",)) for number in range(6)]
    before = dump()
    heard: list[tuple[int, int]] = []
    watch = Watch(lambda done, total: heard.append((done, total)))
    restate_claims(session, others, original, by="Ada", watch=watch)
    assert heard == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert len(_show(session, original).report.occurrences) == 6
    undo(session, by="Ada")
    assert dump() == before


@pytest.mark.usefixtures("small_batches")
def test_stopped_between_two_batches_it_leaves_no_trace(
    session: Session, enter: Enter, dump: Dump
) -> None:
    original, *others = [enter(quote=f"Words {number}") for number in range(6)]
    before = dump()
    heard: list[int] = []
    watch = Watch(lambda done, _: heard.append(done), lambda: len(heard) == 2)
    with pytest.raises(Stopped):
        restate_claims(session, others, original, by="Ada", watch=watch)
    assert heard == [0, 2]
    assert dump() == before


@pytest.mark.usefixtures("small_batches")
def test_the_notes_are_written_once_however_many_bring_some(session: Session, enter: Enter) -> None:
    """Where each claim wrote them anew, the log grew with the square of the claims."""
    original, *others = [enter(quote=f"W{number}", notes=f"N{number}") for number in range(5)]
    restate_claims(session, others, original, by="Ada")
    lines = _show(session, original).changes
    written = [it.after["notes"] for it in lines if it.before and it.after and "notes" in it.after]
    assert written == ["N0\n\nN1\n\nN2\n\nN3\n\nN4"]


@pytest.mark.parametrize("table", ["occurrence", "evidence_link", "tag", "move"])
def test_what_the_claim_that_stays_has_is_read_once(
    table: str, session: Session, enter: Enter
) -> None:
    sent = []
    for count in (2, 9):
        original, *others = [enter(quote=f"W{number}", tags=("a",)) for number in range(count)]
        with counted(session) as statements:
            restate_claims(session, others, original, by="Ada")
        sent.append(sum(f"FROM {table}" in each for each in statements))
    assert 0 < sent[0] == sent[1]


@pytest.mark.usefixtures("small_batches")
def test_a_place_and_a_tag_that_several_share_go_over_once(session: Session, enter: Enter) -> None:
    told = {"quote": "soon", "stated_on": "2025-04-18"}
    original = enter()
    others = [enter(**told, tags=(tag,)) for tag in ("Peace", "peace", "PEACE")]
    restate_claims(session, others, original, by="Ada")
    report = _show(session, original).report
    assert [it.words for it in report.occurrences] == ["soon"]
    assert report.tags == ("Peace",)


def test_of_a_document_that_several_share_one_link_is_kept(session: Session, enter: Enter) -> None:
    original, one, other = enter(), enter(), enter()
    draft = EvidenceDraft.of(relation="progress", title="Talks", note="a")
    evidence_id = link_evidence(session, [one], draft, by="Ada")
    bearing = Bearing.of(relation="progress", note="b")
    link_stored(session, [other], [evidence_id], bearing, by="Ada")
    restate_claims(session, [one, other], original, by="Ada")
    assert [it.note for it in _show(session, original).report.evidence] == ["a\nb"]


def test_a_step_of_the_chain_that_was_joined_just_before_is_refused(
    session: Session, enter: Enter, dump: Dump
) -> None:
    original, again = enter(), enter(stated_on="2025-04-18")
    later = move_deadline(session, again, "2025-06-30", date(2025, 5, 1), by="Ada")
    before = dump()
    with pytest.raises(ClaimTrackerError, match="steps of one chain"):
        restate_claims(session, [again, later], original, by="Ada")
    assert dump() == before


def test_two_that_were_moved_on_are_brought_in_from_the_end(session: Session, enter: Enter) -> None:
    """The later claims first: only then do both lead on to the same one."""
    told = {"stated_on": "2025-04-18"}
    original, again = enter(**told), enter(**told)
    ends = [
        move_deadline(session, claim_id, "2025-06-30", date(2025, 5, 1), by="Ada")
        for claim_id in (original, again)
    ]
    with pytest.raises(ClaimTrackerError, match="moved on to claims"):
        restate_claims(session, [again], original, by="Ada")
    restate_claims(session, [ends[1]], ends[0], by="Ada")
    restate_claims(session, [again], original, by="Ada")
    assert [it.claim_id for it in _show(session, original).moves] == [original, ends[0]]
