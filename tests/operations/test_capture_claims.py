"""Taking candidates stores claims, their source and their places as one action."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session, col, select

from claimtracker.articles.candidate import Candidate
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.deadlines import DEFAULT_POLICY
from claimtracker.operations import undo as history
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.list_claims import report
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.what_would_change import what_would_change
from claimtracker.storage.tables import Move, Occurrence, Source
from claimtracker.storage.undo import steps
from tests.conftest import Dump, Enter
from tests.operations.articles import (
    ARTICLE,
    BANNED,
    CANDIDATES,
    REPAIRED,
    SIGNED,
    SIGNED_AGAIN,
    TEXT,
    candidate,
)

ALL = Listing(AsOf(date(2025, 5, 1)))


def _taking(found: Candidate, *, said_again_of: int | None = None, **edited: object) -> Taking:
    draft = draft_of(found, ARTICLE).model_copy(update=edited)
    return Taking(found, draft, said_again_of=said_again_of)


def _take(session: Session, *takings: Taking, candidates: tuple[Candidate, ...] = ()) -> list[int]:
    captured = capture_claims(session, ARTICLE, takings, by="Ada", candidates=candidates)
    return list(captured.claim_ids)


def _report(session: Session, claim_id: int) -> ReportRow:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1))).report


def _spans(session: Session, claim_id: int) -> list[str]:
    """What stands in the text at each place of the claim."""
    asked = select(Occurrence).where(Occurrence.claim_id == claim_id).order_by(col(Occurrence.id))
    return [TEXT[place.span_start : place.span_end] for place in session.exec(asked)]


def test_a_candidate_becomes_a_claim_with_its_place_in_the_text(session: Session) -> None:
    (claim_id,) = _take(session, _taking(REPAIRED))
    found = _report(session, claim_id)
    assert (found.claimant, found.stated_on) == ("Jane Doe", date(2025, 4, 18))
    assert (found.due_on, found.latest_on) == (date(2025, 4, 20), date(2025, 4, 25))
    assert (found.source_title, found.source_url) == (ARTICLE.title, ARTICLE.url)
    assert _spans(session, claim_id) == [REPAIRED.sentence]


def test_a_place_counts_code_points(session: Session) -> None:
    """An emoji before the words is one code point, though two UTF-16 units and four bytes."""
    (claim_id,) = _take(session, _taking(BANNED))
    assert "😀" in TEXT[: BANNED.start]
    assert _spans(session, claim_id) == [BANNED.sentence]


def test_the_article_is_stored_once_with_its_text_and_hash(session: Session) -> None:
    _take(session, _taking(SIGNED), _taking(REPAIRED))
    _take(session, _taking(BANNED))
    (source,) = session.exec(select(Source)).all()
    assert (source.text, source.text_hash) == (TEXT, ARTICLE.text_hash)
    assert source.canonical_url == ARTICLE.canonical_url


def test_a_source_corrected_by_the_person_is_stored_so(session: Session) -> None:
    draft = draft_of(SIGNED, ARTICLE)
    source = draft.source.model_copy(update={"title": "The port deal is near"})
    _take(session, Taking(SIGNED, draft.model_copy(update={"source": source})))
    (stored,) = session.exec(select(Source)).all()
    assert (stored.title, stored.text) == ("The port deal is near", TEXT)


def test_what_says_the_same_becomes_an_occurrence(session: Session) -> None:
    (claim_id,) = _take(session, _taking(SIGNED), candidates=CANDIDATES)
    assert _spans(session, claim_id) == [SIGNED.sentence, SIGNED_AGAIN.sentence]
    assert len(list(report(session, ALL))) == 1


def test_taking_what_was_said_again_takes_the_first_along(session: Session) -> None:
    (claim_id,) = _take(session, _taking(SIGNED_AGAIN), candidates=CANDIDATES)
    assert _spans(session, claim_id) == [SIGNED_AGAIN.sentence, SIGNED.sentence]


def test_all_candidates_taken_at_once_are_a_claim_each_said_once(session: Session) -> None:
    ids = _take(session, *map(_taking, CANDIDATES), candidates=CANDIDATES)
    assert ids[0] == ids[3]
    assert len(set(ids)) == 3


def test_the_same_candidate_taken_twice_is_the_same_claim(session: Session, dump: Dump) -> None:
    first = _take(session, _taking(SIGNED), _taking(BANNED), candidates=CANDIDATES)
    before = dump()
    assert _take(session, _taking(SIGNED_AGAIN), _taking(BANNED), candidates=CANDIDATES) == [
        first[0],
        first[1],
    ]
    assert dump() == before
    step = steps(session).undo
    assert step is not None
    assert step.name == "took 2 claims from 'Port deal near'"


def test_taken_again_after_an_edit_it_is_the_same_claim(session: Session) -> None:
    first = _take(session, _taking(SIGNED, deadline_wording="in the next week"))
    assert _take(session, _taking(SIGNED)) == first


def test_two_claims_in_one_sentence_are_told_apart_by_their_deadlines(session: Session) -> None:
    other = replace(SIGNED, deadline=REPAIRED.deadline)
    both = (SIGNED, other)
    one, two = _take(session, *map(_taking, both), candidates=both)
    assert one != two
    assert _take(session, *map(_taking, both), candidates=both) == [one, two]


def test_a_claim_in_the_bin_can_be_taken_anew(session: Session) -> None:
    first = _take(session, _taking(SIGNED))
    bin_claims(session, first, by="Ada")
    assert _take(session, _taking(SIGNED)) != first


def test_one_undo_takes_everything_back(session: Session, dump: Dump) -> None:
    before = dump()
    ids = _take(session, *map(_taking, CANDIDATES), candidates=CANDIDATES)
    assert len(set(ids)) == 3
    history.undo(session, by="Ada")
    assert dump() == before
    history.redo(session, by="Ada")
    assert [row.id for row in report(session, ALL)] != []


def test_said_again_adds_a_place_and_no_claim(session: Session, enter: Enter) -> None:
    known = enter("Sign the port deal", claimant="Jane Doe", stated_on="2025-04-01")
    taking = _taking(SIGNED, said_again_of=known)
    assert _take(session, taking, candidates=CANDIDATES) == [known]
    assert _take(session, taking, candidates=CANDIDATES) == [known]
    found = _report(session, known)
    assert found.summary == "Sign the port deal"
    assert [place.words for place in found.occurrences][1:] == [
        "We will sign the port deal next week",
        "The port deal gets signed next week",
    ]


def test_words_taken_as_a_claim_are_not_said_again_of_another(
    session: Session, enter: Enter, dump: Dump
) -> None:
    (taken,) = _take(session, _taking(SIGNED))
    other = enter("Sign the port deal")
    before = dump()
    with pytest.raises(ClaimTrackerError, match=f"taken as claim {taken}"):
        _take(session, _taking(SIGNED, said_again_of=other))
    assert dump() == before


def test_a_moved_deadline_is_the_next_claim_of_the_chain(session: Session, enter: Enter) -> None:
    kept = {"criteria": "A signature", "tags": ("port",)}
    first = enter("Sign the deal", claimant="Jane Doe", due_on="2025-04-10", **kept)
    moved = replace(_taking(SIGNED), moves_deadline_of=first)
    (later,) = _take(session, moved)
    found = _report(session, later)
    assert (found.moved_from, found.slip_days, found.criteria) == (first, 17, "A signature")
    assert found.tags == ("port",)
    assert _take(session, moved) == [later]


def test_a_chain_never_forks_and_nothing_is_half_stored(
    session: Session, enter: Enter, dump: Dump
) -> None:
    first = enter("Sign the deal")
    before = dump()
    takings = [replace(_taking(it), moves_deadline_of=first) for it in (SIGNED, REPAIRED)]
    with pytest.raises(ClaimTrackerError, match="already moved"):
        _take(session, _taking(BANNED), *takings)
    assert dump() == before
    assert session.exec(select(Move)).all() == []


@pytest.mark.parametrize("told", ["said_again_of", "moves_deadline_of"])
def test_a_claim_that_is_gone_is_named_and_nothing_stored(
    told: str, session: Session, dump: Dump
) -> None:
    before = dump()
    known = {told: 9}
    with pytest.raises(NotFound, match="9"):
        _take(session, _taking(BANNED), Taking(SIGNED, draft_of(SIGNED, ARTICLE), **known))
    assert dump() == before


@pytest.mark.parametrize("told", ["said_again_of", "moves_deadline_of"])
def test_a_claim_in_the_bin_takes_nothing_on(
    told: str, session: Session, enter: Enter, dump: Dump
) -> None:
    binned = enter("Sign the port deal")
    bin_claims(session, [binned], by="Ada")
    before = dump()
    with pytest.raises(ClaimTrackerError, match="in the bin"):
        _take(session, Taking(SIGNED, draft_of(SIGNED, ARTICLE), **{told: binned}))
    assert dump() == before


def test_two_desktops_take_the_same_words_once(session: Session, second_desktop: Session) -> None:
    first = _take(session, _taking(SIGNED))
    assert _take(second_desktop, _taking(SIGNED)) == first


def test_both_at_once_is_a_bug() -> None:
    draft = draft_of(SIGNED, ARTICLE)
    with pytest.raises(ValueError, match="at once"):
        Taking(SIGNED, draft, said_again_of=1, moves_deadline_of=2)


def test_the_days_that_the_sentence_gave_are_kept(session: Session) -> None:
    """The words alone would read otherwise; who touches what they hang on has them read anew."""
    assert SIGNED.deadline is not None
    day = date(2025, 4, 23)
    reading = replace(
        SIGNED.deadline.reading, opens_on=day, due_on=day, latest_on=day, rule="a date"
    )
    found = replace(SIGNED, deadline=replace(SIGNED.deadline, reading=reading))
    (claim_id,) = _take(session, _taking(found))
    assert (_report(session, claim_id).latest_on, _report(session, claim_id).rule) == (
        day,
        "a date (in its sentence)",
    )
    assert what_would_change(session, DEFAULT_POLICY) == []
    history.undo(session, by="Ada")
    (claim_id,) = _take(session, _taking(found, stated_on=date(2025, 4, 17)))
    assert _report(session, claim_id).latest_on == date(2025, 4, 27)


def test_a_window_that_hangs_on_no_day_said_is_kept(session: Session) -> None:
    found = replace(SIGNED, stated_on=None, stated_wording="during the campaign")
    (claim_id,) = _take(session, _taking(found))
    row = _report(session, claim_id)
    assert (row.stated_on, row.latest_on) == (None, date(2025, 4, 27))


def test_days_set_by_hand_win(session: Session) -> None:
    day = date(2025, 6, 1)
    (claim_id,) = _take(session, _taking(SIGNED, due_on=day, latest_on=day))
    assert (_report(session, claim_id).latest_on, _report(session, claim_id).rule) == (
        day,
        "set by hand",
    )


def test_an_article_without_a_title_is_called_one(session: Session) -> None:
    untitled = replace(ARTICLE, title=" ")
    takings = [Taking(SIGNED, draft_of(SIGNED, untitled))]
    capture_claims(session, untitled, takings, by="Ada")
    step = steps(session).undo
    assert step is not None
    assert step.name == "took 1 claim from an article"


def test_what_was_taken_before_is_no_action(session: Session) -> None:
    first = capture_claims(session, ARTICLE, [_taking(BANNED)], by="Ada")
    again = capture_claims(session, ARTICLE, [_taking(BANNED)], by="Ada")
    newest = steps(session).undo
    assert newest is not None and first.action_id == newest.id
    assert (again.claim_ids, again.action_id) == (first.claim_ids, None)


def test_taking_nothing_leaves_no_trace(session: Session) -> None:
    assert _take(session) == []
    assert steps(session).undo is None


def test_words_that_were_selected_become_a_claim(session: Session) -> None:
    selected = candidate("Nobody asked about 😀 fish")
    (claim_id,) = _take(session, _taking(selected), candidates=CANDIDATES)
    assert _spans(session, claim_id) == ["Nobody asked about 😀 fish"]
