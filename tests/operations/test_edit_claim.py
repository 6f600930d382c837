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
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from tests.conftest import Dump, Enter


def _show(session: Session) -> ClaimDetails:
    session.rollback()
    return show_claim(session, 1, AsOf(date(2025, 5, 1)))


def _save(session: Session, version: int, **fields: object) -> None:
    draft = ClaimDraft.of(**{"summary": "Sign the deal", **fields})
    edit_claim(session, 1, draft, version=version, by="Ada")


def test_an_edit_replaces_what_the_form_shows(session: Session, enter: Enter) -> None:
    enter(claimant="Marco Rubio", tags=("a", "b"), due_on="2025-04-20", notes="Call.")
    _save(session, 1, claimant="Donald Trump", tags=("b", "c"), condition="if asked")
    found = _show(session)
    assert (found.report.claimant, found.report.tags) == ("Donald Trump", ("b", "c"))
    assert (found.report.notes, found.report.due_on, found.report.rule) == ("", None, "")
    assert found.report.condition == "if asked"


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


@pytest.fixture
def met(session: Session, enter: Enter) -> None:
    """A claim due a week after its condition was met, on 1 March, and said in January."""
    enter(**COUNTED)
    change = ConditionChange(1, ConditionOutcome.MET, MET_ON, date(2025, 5, 1))
    change.carry_out(session, by="Ada", reread_ids=[1])
    assert _days(session)[1] == date(2025, 3, 8)


COUNTED = {
    "stated_on": "2025-01-10",
    "deadline_wording": "within a week",
    "condition": "once it holds",
}
MET_ON = date(2025, 3, 1)


def _days(session: Session) -> tuple[date | None, date | None]:
    report = _show(session).report
    return report.opens_on, report.due_on


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize(
    ("told", "due_on"),
    [
        ({"claimant": "Ada Lovelace"}, date(2025, 3, 8)),
        ({"stated_on": "2025-01-11"}, date(2025, 3, 8)),
        ({"condition": "once it  holds "}, date(2025, 3, 8)),
        ({"deadline_wording": "within two weeks"}, date(2025, 3, 15)),
    ],
)
def test_what_counts_from_a_condition_goes_on_doing_so(
    session: Session, told: dict[str, str], due_on: date
) -> None:
    _save(session, _show(session).version, **(COUNTED | told))
    assert _days(session) == (MET_ON, due_on)
    found = _show(session)
    assert (found.condition_outcome, found.condition_outcome_on) == (ConditionOutcome.MET, MET_ON)


@pytest.mark.usefixtures("met")
def test_days_set_by_hand_and_taken_away_again_count_from_the_condition(session: Session) -> None:
    _save(session, _show(session).version, **COUNTED, due_on="2025-04-01", latest_on="2025-04-01")
    _save(session, _show(session).version, **COUNTED)
    assert _days(session) == (MET_ON, date(2025, 3, 8))


def test_new_words_count_from_a_condition_that_was_met_before(
    session: Session, enter: Enter
) -> None:
    enter(**(COUNTED | {"deadline_wording": ""}))
    ConditionChange(1, ConditionOutcome.MET, MET_ON, MET_ON).carry_out(session, by="Ada")
    _save(session, _show(session).version, **COUNTED)
    assert _days(session) == (MET_ON, date(2025, 3, 8))


@pytest.mark.usefixtures("met")
def test_the_same_words_left_counting_from_the_day_said_stay_so(session: Session) -> None:
    change = ConditionChange(1, ConditionOutcome.OPEN, None, MET_ON)
    change.carry_out(session, by="Ada", reread_ids=[1])
    ConditionChange(1, ConditionOutcome.MET, MET_ON, MET_ON).carry_out(session, by="Ada")
    _save(session, _show(session).version, **COUNTED, claimant="Ada Lovelace")
    assert _days(session)[1] == date(2025, 1, 17)


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize("words", ["once Ruritania signs", ""])
@pytest.mark.parametrize("is_kept", [False, True])
def test_other_words_of_a_condition_are_open_and_nothing_counts_from_it(
    session: Session, words: str, is_kept: bool
) -> None:
    shown = _show(session)
    names = ("opens_on", "due_on", "latest_on", "precision", "rule")
    kept = {name: getattr(shown.report, name) for name in names} if is_kept else {}
    _save(session, shown.version, **(COUNTED | {"condition": words}), **kept)
    found = _show(session)
    assert (found.condition_outcome, found.condition_outcome_on) == (ConditionOutcome.OPEN, None)
    assert _days(session)[1] == date(2025, 1, 17)
    _save(session, found.version, **COUNTED)
    assert _show(session).condition_outcome is ConditionOutcome.OPEN


@pytest.mark.usefixtures("met")
def test_one_undo_brings_words_outcome_and_days_back(session: Session, dump: Dump) -> None:
    before = dump()
    _save(session, _show(session).version, **(COUNTED | {"condition": "once Ruritania signs"}))
    undo(session, by="Ada")
    assert dump() == before


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
