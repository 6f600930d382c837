"""A moved deadline is a later claim in the chain, and the chain never forks."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import LaterWords, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import State
from claimtracker.operations.list_claims import rows
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from claimtracker.storage.tables import Claim, Move
from tests.conftest import Dump, Enter

SAID = date(2025, 1, 20)


def _show(session: Session, claim_id: int) -> ClaimDetails:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1)))


def test_from_the_first_day_to_april_or_may_slips_99_strict_and_130_generous(
    session: Session, enter: Enter
) -> None:
    first = enter("End the war", due_on="2025-01-21", latest_on="2025-01-21")
    later = move_deadline(session, first, "by April or May", SAID, by="Ada")
    _, step = _show(session, first).moves
    assert (step.due_on, step.latest_on) == (date(2025, 4, 30), date(2025, 5, 31))
    assert (step.slip_days_strict, step.slip_days) == (99, 130)
    assert _show(session, later).report.slip_days == 130


def test_the_later_claim_takes_over_what_stays_and_not_what_was_said(
    session: Session, enter: Enter
) -> None:
    kept = {"claimant": "Donald Trump", "condition": "if asked", "criteria": "A signature"}
    first = enter("End the war", **kept, tags=("ukraine",), quote="day one", notes="Call.")
    later = move_deadline(session, first, "by April or May", SAID, by="Ada")
    found = _show(session, later).report
    assert {name: getattr(found, name) for name in kept} == kept
    assert (found.summary, found.tags, found.stated_on) == ("End the war", ("ukraine",), SAID)
    assert (found.quote, found.notes, found.deadline_wording) == ("", "", "by April or May")


def test_a_deadline_is_moved_on_once_and_then_at_the_end_of_the_chain(
    session: Session, enter: Enter, dump: Dump
) -> None:
    first = enter()
    later = move_deadline(session, first, "by April or May", SAID, by="Ada")
    before = dump()
    with pytest.raises(ClaimTrackerError, match=f"already moved, by claim {later}"):
        move_deadline(session, first, "next week", SAID, by="Ada")
    assert dump() == before
    move_deadline(session, later, "next week", SAID, by="Ada")
    assert len(session.exec(select(Move)).all()) == 2


@pytest.mark.parametrize("wording", ["", "  \n"])
def test_a_move_needs_its_words(wording: str, session: Session, enter: Enter) -> None:
    with pytest.raises(ClaimTrackerError, match="needs the words"):
        move_deadline(session, enter(), wording, SAID, by="Ada")


def test_a_claim_that_is_not_there_cannot_move(session: Session) -> None:
    with pytest.raises(NotFound):
        move_deadline(session, 1, "next week", SAID, by="Ada")
    assert session.exec(select(Claim)).all() == []


def test_the_later_words_have_a_speaker_a_quote_a_source_and_a_condition_of_their_own(
    session: Session, enter: Enter
) -> None:
    first = enter(claimant="Ann Lee", condition="unless it rains", deadline_wording="in May")
    told = LaterWords.of(
        quote="It will be June.",
        claimant="Bo Ek",
        condition="",
        source=SourceDraft.of(title="Briefing", url="https://example.org/june"),
    )
    later = _show(session, move_deadline(session, first, "in June", SAID, by="Ada", told=told))
    report = later.report
    assert (report.claimant, report.quote, report.condition) == ("Bo Ek", "It will be June.", "")
    assert (report.source_title, report.source_url) == ("Briefing", "https://example.org/june")
    assert [place.words for place in report.occurrences] == ["It will be June."]
    assert _show(session, first).report.claimant == "Ann Lee"


def test_what_is_not_told_stays_as_it_was(session: Session, enter: Enter) -> None:
    first = enter(claimant="Ann Lee", condition="unless it rains")
    report = _show(session, move_deadline(session, first, "in June", SAID, by="Ada")).report
    assert (report.claimant, report.condition, report.quote) == ("Ann Lee", "unless it rains", "")


def test_the_original_stays_flagged_by_its_own_days(session: Session, enter: Enter) -> None:
    today = date(2025, 5, 1)
    first = enter(due_on="2025-04-20", latest_on="2025-04-25")
    later = move_deadline(session, first, "by 30 May 2025", date(2025, 4, 24), by="Ada")
    assert sweep_deadlines(session, AsOf(today)).new == (first,)
    states = {key: row.state for key, row in rows(session, [first, later], AsOf(today)).items()}
    assert states == {first: State.PASSED, later: State.OPEN}


def test_a_deadline_that_is_withdrawn_has_no_slip(session: Session, enter: Enter) -> None:
    first = enter(stated_on=SAID, deadline_wording="by 30 May 2025")
    later = move_deadline(session, first, "no specific number of days", SAID, by="Ada")
    step = _show(session, later).moves[-1]
    assert (step.latest_on, step.slip_days, step.total_days) == (None, None, None)
