"""Saying the same thing again adds an occurrence, not a claim."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import (
    Bearing,
    ClaimDraft,
    EvidenceDraft,
    OccurrenceDraft,
    SourceDraft,
)
from claimtracker.claims.errors import ClaimTrackerError, EditConflict, NotFound
from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome, Verdict
from claimtracker.operations.add_place import add_place
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.link_evidence import link_evidence, link_stored
from claimtracker.operations.restate_claim import add_said_again, restate_claim, restate_claims
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import next_steps, undo
from tests.conftest import Dump, Enter, Rate

DAY = date(2025, 4, 20)
SOURCE = {"title": "Briefing", "url": "https://example.org/a"}


def show(session: Session, claim_id: int) -> ClaimDetails:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1)))


def _link(session: Session, *ids: int, note: str = "", title: str = "Talks") -> int:
    draft = EvidenceDraft.of(relation="progress", title=title, note=note)
    return link_evidence(session, ids, draft, by="Ada")


def _notes(session: Session, claim_id: int) -> str:
    return show(session, claim_id).report.notes


def test_places_and_evidence_go_over_and_the_claim_to_the_bin(
    session: Session, enter: Enter
) -> None:
    original = enter(quote="within days", stated_on="2025-04-18")
    again = enter(quote="a matter of days", stated_on="2025-04-19", source=SOURCE)
    _link(session, again)
    restate_claim(session, again, original, by="Ada")
    found = show(session, original).report
    assert [place.words for place in found.occurrences] == ["within days", "a matter of days"]
    assert found.occurrences[1].url == SOURCE["url"]
    assert found.evidence_count == 1
    left = show(session, again)
    assert (left.is_binned, left.report.occurrences, left.report.evidence_count) == (True, (), 0)
    assert left.report.quote == "a matter of days"


def test_both_claims_lead_to_one_another(session: Session, enter: Enter) -> None:
    original, again = enter("Sign it"), enter("Sign it soon", claimant="Ada L.")
    restate_claim(session, again, original, by="Ada")
    assert show(session, again).restates_id == original
    (found,) = show(session, original).restated_by
    assert (found.claim_id, found.summary, found.claimant) == (again, "Sign it soon", "Ada L.")
    assert show(session, original).restates_id is None


def test_a_claim_without_a_place_is_said_in_brackets(session: Session, enter: Enter) -> None:
    """What is in brackets is the checker's, not the speaker's."""
    original, again = enter("Sign it"), enter("Sign it soon")
    restate_claim(session, again, original, by="Ada")
    assert [it.words for it in show(session, original).report.occurrences] == ["[Sign it soon]"]


def test_a_place_that_is_the_same_letter_for_letter_is_not_said_twice(
    session: Session, enter: Enter
) -> None:
    told = {"quote": "within days", "stated_on": "2025-04-18", "source": SOURCE}
    original, again = enter(**told), enter(**told)
    restate_claim(session, again, original, by="Ada")
    assert len(show(session, original).report.occurrences) == 1
    assert len(show(session, again).report.occurrences) == 1


@pytest.mark.parametrize(
    ("notes", "kept"),
    [
        (("", "b"), "b"),
        (("a", ""), "a"),
        (("a", "a"), "a"),
        (("a", "b"), "a\nb"),
    ],
)
def test_of_evidence_that_both_carry_both_notes_are_kept(
    notes: tuple[str, str], kept: str, session: Session, enter: Enter
) -> None:
    original, again = enter(), enter()
    evidence_id = _link(session, original, note=notes[0])
    _relink(session, again, evidence_id, note=notes[1])
    restate_claim(session, again, original, by="Ada")
    assert [it.note for it in _evidence(session, original)] == [kept]


@pytest.mark.parametrize(
    ("passages", "passage", "note"),
    [
        (("", "p"), "p", ""),
        (("p", "p"), "p", ""),
        (("o", "p"), "o", "Passage: “p”"),
    ],
)
def test_of_two_passages_the_second_goes_to_the_note(
    passages: tuple[str, str], passage: str, note: str, session: Session, enter: Enter
) -> None:
    original, again = enter(), enter()
    evidence_id = _link(session, original)
    _relink(session, original, evidence_id, passage=passages[0])
    _relink(session, again, evidence_id, passage=passages[1])
    restate_claim(session, again, original, by="Ada")
    (found,) = _evidence(session, original)
    assert (found.passage, found.note) == (passage, note)


def _relink(session: Session, claim_id: int, evidence_id: int, **told: str) -> None:
    bearing = Bearing.of(relation="progress", **told)
    link_stored(session, [claim_id], [evidence_id], bearing, by="Ada")


def _evidence(session: Session, claim_id: int) -> tuple[EvidenceRow, ...]:
    return show(session, claim_id).report.evidence


def test_verdicts_stay_with_their_claim_and_what_they_rest_on(
    session: Session, enter: Enter, rate: Rate
) -> None:
    original, again = enter(), enter()
    basis, other = _link(session, again, title="Signed"), _link(session, again, title="Talks")
    rate(again, Verdict.KEPT, evidence_ids=(basis,))
    restate_claim(session, again, original, by="Ada")
    left = show(session, again)
    assert left.report.verdict is Verdict.KEPT
    assert [(it.evidence_id, it.is_basis) for it in left.report.evidence] == [(basis, True)]
    found = show(session, original).report
    assert {it.evidence_id for it in found.evidence} == {basis, other}
    assert found.verdict is Verdict.NOT_YET_RATED
    assert show(session, original).restated_by[0].verdict is Verdict.KEPT


def test_tags_go_over_once_whatever_their_case(session: Session, enter: Enter) -> None:
    original, again = enter(tags=("Ukraine",)), enter(tags=("ukraine", "peace"))
    restate_claim(session, again, original, by="Ada")
    assert show(session, original).report.tags == ("Ukraine", "peace")


def test_what_the_other_lacks_is_filled_in(session: Session, enter: Enter) -> None:
    original = enter()
    again = enter(criteria="A text", condition="if so", claimant="Ada L.", notes="N")
    ConditionChange(again, ConditionOutcome.MET, DAY, DAY).carry_out(session, by="Ada")
    restate_claim(session, again, original, by="Ada")
    found = show(session, original)
    assert (found.report.criteria, found.report.condition) == ("A text", "if so")
    assert (found.condition_outcome.value, found.report.claimant) == ("met", "Ada L.")
    assert found.report.notes == "N"


@pytest.mark.parametrize("field", ["criteria", "condition"])
@pytest.mark.parametrize("is_taken", [False, True])
def test_of_two_texts_one_stays_and_the_other_goes_to_the_notes(
    field: str, is_taken: bool, session: Session, enter: Enter
) -> None:
    original = enter(**{field: "ours"}, notes="Before")
    again = enter(**{field: "theirs"})
    restate_claim(session, again, original, by="Ada", taken={field} if is_taken else set())
    report = show(session, original).report
    stays, goes = ("theirs", "ours") if is_taken else ("ours", "theirs")
    assert getattr(report, field) == stays
    assert report.notes.startswith("Before\n\n")
    assert report.notes.endswith(f": {goes}")


def test_the_outcome_of_the_same_condition_is_news_to_an_open_one(
    session: Session, enter: Enter
) -> None:
    original = enter(condition="if so")
    for outcome in (ConditionOutcome.FAILED, ConditionOutcome.MET):
        again = enter(condition="if so")
        ConditionChange(again, outcome, DAY, DAY).carry_out(session, by="Ada")
        restate_claim(session, again, original, by="Ada")
        assert show(session, original).condition_outcome is ConditionOutcome.FAILED
    assert "if so (met on 2025-04-20)" in _notes(session, original)


def test_another_deadline_and_another_claimant_are_noted_never_taken(
    session: Session, enter: Enter
) -> None:
    told = {"deadline_wording": "2025-05-30", "stated_on": "2025-04-18"}
    original = enter(claimant="Ada L.", **told)
    again = enter(claimant="Ben", **told | {"deadline_wording": "2025-06-30"})
    restate_claim(session, again, original, by="Ada")
    report = show(session, original).report
    assert (report.claimant, report.latest_on) == ("Ada L.", date(2025, 5, 30))
    assert "“2025-06-30” (2025-06-30)" in report.notes
    assert report.notes.endswith(": Ben")


@pytest.mark.parametrize(
    ("ours", "theirs", "kept"),
    [
        (None, None, None),
        ("2025-06-01", None, "2025-06-01"),
        (None, "2025-06-01", "2025-06-01"),
        ("2025-06-01", "2025-05-20", "2025-05-20"),
    ],
)
def test_the_earlier_review_date_stays(
    ours: str | None, theirs: str | None, kept: str | None, session: Session, enter: Enter
) -> None:
    original = enter(review_on=ours)
    restate_claim(session, enter(review_on=theirs), original, by="Ada")
    found = show(session, original).report.review_on
    assert (found.isoformat() if found else None) == kept


def test_notes_too_long_together_are_refused(
    session: Session, enter: Enter, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtracker.operations.merged_fields.LONGEST_TEXT", 10)
    original, again = enter(notes="123456"), enter(notes="654321")
    before = dump()
    with pytest.raises(ClaimTrackerError, match="longer than"):
        restate_claim(session, again, original, by="Ada")
    assert dump() == before


def test_several_claims_become_one_in_one_go(session: Session, enter: Enter, dump: Dump) -> None:
    original, *others = [enter(quote=f"Words {number}") for number in range(4)]
    before = dump()
    restate_claims(session, others, original, by="Ada")
    assert len(show(session, original).report.occurrences) == 4
    assert [it.claim_id for it in show(session, original).restated_by] == others
    step = next_steps(session).undo
    assert step is not None and step.name == "3 claims restate 'Sign the deal'"
    undo(session, by="Ada")
    assert dump() == before


def test_one_that_is_refused_leaves_all_of_them_alone(
    session: Session, enter: Enter, dump: Dump
) -> None:
    original, other = enter(), enter()
    before = dump()
    with pytest.raises(ClaimTrackerError, match="itself"):
        restate_claims(session, [other, original], original, by="Ada")
    assert dump() == before


def test_a_claim_cannot_restate_itself(session: Session, enter: Enter) -> None:
    claim_id = enter()
    with pytest.raises(ClaimTrackerError, match="itself"):
        restate_claim(session, claim_id, claim_id, by="Ada")
    assert not show(session, claim_id).is_binned


def test_what_restates_another_claim_already_is_refused_either_way(
    session: Session, enter: Enter
) -> None:
    original, again, third = enter(), enter(), enter()
    restate_claim(session, again, original, by="Ada")
    with pytest.raises(ClaimTrackerError, match=f"restates claim {original} already"):
        restate_claim(session, again, third, by="Ada")
    with pytest.raises(ClaimTrackerError, match="choose that one"):
        restate_claim(session, third, again, by="Ada")
    with pytest.raises(ClaimTrackerError, match="choose that one"):
        restate_claim(session, original, again, by="Ada")


def test_a_target_in_the_bin_is_refused(session: Session, enter: Enter) -> None:
    original, again = enter(), enter()
    bin_claims(session, [original], by="Ada")
    with pytest.raises(ClaimTrackerError, match="in the bin"):
        restate_claim(session, again, original, by="Ada")


def test_out_of_the_bin_it_is_a_claim_of_its_own(session: Session, enter: Enter) -> None:
    original, again = enter(), enter()
    restate_claim(session, again, original, by="Ada")
    restore_claims(session, [again], by="Ada")
    assert show(session, again).restates_id is None
    assert show(session, original).restated_by == ()


@pytest.mark.parametrize(("claim_id", "of_claim_id"), [(1, 9), (9, 1)])
def test_with_one_claim_missing_nothing_changes(
    claim_id: int, of_claim_id: int, session: Session, enter: Enter, dump: Dump
) -> None:
    enter()
    before = dump()
    with pytest.raises(NotFound, match="9"):
        restate_claim(session, claim_id, of_claim_id, by="Ada")
    assert dump() == before


def test_a_form_that_was_open_hears_of_what_came_in(session: Session, enter: Enter) -> None:
    original, again = enter(tags=("a",)), enter(tags=("b",))
    version = show(session, original).version
    restate_claim(session, again, original, by="Ada")
    with pytest.raises(EditConflict):
        draft = ClaimDraft.of(summary="Sign the deal", tags=("a",))
        edit_claim(session, original, draft, version=version, by="Ada")


def test_the_form_leaves_an_earlier_place_alone(session: Session, enter: Enter) -> None:
    """The claim's own words are another place than its first appearance by now."""
    told = {"quote": "within days", "stated_on": "2025-04-18"}
    original = enter(**told)
    restate_claim(session, enter(quote="soon", stated_on="2025-04-01"), original, by="Ada")
    draft = ClaimDraft.of(summary="Sign it", **told | {"quote": "within a few days"})
    edit_claim(session, original, draft, version=show(session, original).version, by="Ada")
    words = [place.words for place in show(session, original).report.occurrences]
    assert words == ["soon", "within a few days"]


def test_what_is_entered_becomes_a_place_and_nothing_typed_is_lost(
    session: Session, enter: Enter, dump: Dump
) -> None:
    original = enter("Sign the deal", quote="soon")
    before = dump()
    draft = ClaimDraft.of(
        summary="Sign this deal",
        quote="Next week",
        stated_on="2025-04-18",
        source=SOURCE,
        notes="N",
    )
    occurrence_id = add_said_again(session, draft, original, by="Ada")
    found = show(session, original)
    place = next(it for it in found.report.occurrences if it.id == occurrence_id)
    assert (place.words, place.stated_on, place.title) == (
        "Next week",
        date(2025, 4, 18),
        "Briefing",
    )
    assert found.report.notes == "N"
    (kept,) = found.restated_by
    assert kept.summary == "Sign this deal"
    undo(session, by="Ada")
    assert dump() == before


def test_said_again_of_a_claim_that_is_gone_is_refused(
    session: Session, enter: Enter, dump: Dump
) -> None:
    before = dump()
    with pytest.raises(NotFound):
        add_said_again(session, ClaimDraft.of(summary="Sign it"), 9, by="Ada")
    assert dump() == before


def test_a_place_of_its_own_goes_over_beside_the_words(session: Session, enter: Enter) -> None:
    original, again = enter(), enter(quote="soon")
    rally = OccurrenceDraft(source=SourceDraft(title="Rally"), words="now")
    add_place(session, again, rally, by="Ada")
    restate_claim(session, again, original, by="Ada")
    assert {it.words for it in show(session, original).report.occurrences} == {"soon", "now"}


def test_what_restates_again_after_it_was_a_claim_of_its_own_is_said_once(
    session: Session, enter: Enter
) -> None:
    original, again = enter(quote="within days"), enter(quote="a matter of days", source=SOURCE)
    for _ in range(2):
        restate_claim(session, again, original, by="Ada")
        restore_claims(session, [again], by="Ada")
    said = [place.words for place in show(session, original).report.occurrences]
    assert said == ["within days", "a matter of days"]
