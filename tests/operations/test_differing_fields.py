"""A refused edit names every field of the form that differs, and no other."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.errors import EditConflict
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.edit_claim import Shown, edit_claim
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import show_claim

# Field: what is stored, what another form says instead.
FIELDS: dict[str, tuple[Any, Any]] = {
    "summary": ("Sign the deal", "Sign it"),
    "quote": ("soon", "later"),
    "claimant": ("Ada Lovelace", "Alan Turing"),
    "claimant_role": ("Minister", "Fellow"),
    "stated_on": (date(2025, 4, 17), date(2025, 4, 18)),
    "deadline_wording": ("next week", "within days"),
    "opens_on": (date(2025, 4, 20), date(2025, 4, 21)),
    "due_on": (date(2025, 4, 25), date(2025, 4, 26)),
    "latest_on": (date(2025, 4, 30), date(2025, 5, 1)),
    "condition": ("unless", "if"),
    "source_title": ("Remarks", "Speech"),
    "source_url": ("https://example.org/a", "https://example.org/b"),
    "criteria": ("signed", "ratified"),
    "review_on": (date(2025, 6, 1), None),
    "notes": ("", "a note"),
    "tags": (("talks",), ("talks", "peace")),
}
STORED = {name: stored for name, (stored, _other) in FIELDS.items()}


def draft_of(told: dict[str, Any]) -> ClaimDraft:
    fields = dict(told)
    source = SourceDraft(title=fields.pop("source_title"), url=fields.pop("source_url"))
    return ClaimDraft.of(**fields, source=source)


def refused(session: Session, claim_id: int, draft: ClaimDraft) -> dict[str, tuple[str, str]]:
    with pytest.raises(EditConflict) as conflict:
        edit_claim(session, claim_id, draft, version=0, by="Ada")
    return conflict.value.differing


@given(names=st.sets(st.sampled_from(tuple(FIELDS))))
def test_the_fields_that_differ_are_named_and_no_other(session: Session, names: set[str]) -> None:
    claim_id = add_claim(session, draft_of(STORED), by="Ada")
    told = STORED | {name: FIELDS[name][1] for name in names}
    found = refused(session, claim_id, draft_of(told))
    assert found.keys() == names
    assert all(theirs != ours for theirs, ours in found.values())


def test_neither_the_order_nor_the_case_of_tags_is_a_difference(session: Session) -> None:
    claim_id = add_claim(session, ClaimDraft.of(summary="A", tags=("Peace", "talks")), by="Ada")
    assert refused(session, claim_id, ClaimDraft.of(summary="A", tags=("TALKS", "peace"))) == {}


def test_days_that_were_read_are_no_field_of_the_form(session: Session) -> None:
    read = ClaimDraft.of(summary="A", deadline_wording="next week", stated_on=date(2025, 4, 17))
    claim_id = add_claim(session, read, by="Ada")
    other = read.model_copy(update={"deadline_wording": "within days"})
    assert refused(session, claim_id, other) == {"deadline_wording": ("next week", "within days")}
    by_hand = read.model_copy(update={"due_on": date(2025, 4, 25), "latest_on": date(2025, 4, 25)})
    assert refused(session, claim_id, by_hand).keys() == {"opens_on", "due_on", "latest_on"}


def test_what_became_of_a_condition_belongs_to_its_words(session: Session) -> None:
    claim_id = add_claim(session, ClaimDraft.of(summary="A", condition="if asked"), by="Ada")
    day = date(2025, 5, 1)
    ConditionChange(claim_id, ConditionOutcome.MET, day, day).carry_out(session, by="Bob")
    same = ClaimDraft.of(summary="A", condition="if asked", notes="a note")
    assert refused(session, claim_id, same) == {"notes": ("", "a note")}
    other = ClaimDraft.of(summary="A", condition="if he is asked")
    texts = ("if asked (met on 2025-05-01)", "if he is asked")
    assert refused(session, claim_id, other) == {"condition": texts}


@pytest.fixture
def shared(session: Session) -> int:
    """A claim whose role and source another claim has as well."""
    source = SourceDraft(title="Remarks", url="https://example.org/a", text="We sign.")
    told = {"claimant": "Ada Lovelace", "claimant_role": "Minister", "source": source}
    first = add_claim(session, ClaimDraft.of(summary="A", **told), by="Ada")
    other = add_claim(session, ClaimDraft.of(summary="B", **told), by="Ada")
    renamed = SourceDraft(title="Speech", url="https://example.org/a")
    by_other = {"claimant": "Ada Lovelace", "claimant_role": "PM", "source": renamed}
    edit_claim(session, other, ClaimDraft.of(summary="B", **by_other), version=1, by="Bob")
    return first


SHOWN = Shown("Ada Lovelace", "Minister", "Remarks", "https://example.org/a")


def save(session: Session, claim_id: int, shown: Shown | None, **told: str) -> tuple[str, str]:
    """Save the form with what it showed but for these fields; return role and title as stored."""
    fields = {"role": "Minister", "title": "Remarks", "name": "Ada Lovelace"} | told
    source = SourceDraft(title=fields["title"], url="https://example.org/a")
    draft = ClaimDraft.of(
        summary="A",
        notes="a note",
        claimant=fields["name"],
        claimant_role=fields["role"],
        source=source,
    )
    edit_claim(session, claim_id, draft, version=1, by="Ada", shown=shown)
    session.rollback()
    report = show_claim(session, claim_id, AsOf(date(2025, 5, 1))).report
    return report.claimant_role, report.source_title


def test_what_the_form_left_alone_of_other_claims_stays_as_it_is(
    session: Session, shared: int
) -> None:
    assert save(session, shared, SHOWN) == ("PM", "Speech")


@pytest.mark.parametrize(
    ("told", "field", "texts"),
    [
        ({"role": "Fellow"}, "claimant_role", ("PM", "Fellow")),
        ({"title": "Talk"}, "source_title", ("Speech", "Talk")),
    ],
)
def test_what_both_changed_of_it_is_a_conflict(
    session: Session, shared: int, told: dict[str, str], field: str, texts: tuple[str, str]
) -> None:
    with pytest.raises(EditConflict) as conflict:
        save(session, shared, SHOWN, **told)
    assert conflict.value.differing[field] == texts


def test_what_both_changed_to_the_same_is_none(session: Session, shared: int) -> None:
    assert save(session, shared, SHOWN, role="PM", title="Speech") == ("PM", "Speech")


def test_another_claimant_brings_a_role_of_his_own(session: Session, shared: int) -> None:
    assert save(session, shared, SHOWN, name="Alan Turing", role="Fellow") == ("Fellow", "Speech")


def test_who_shows_nothing_writes_everything(session: Session, shared: int) -> None:
    assert save(session, shared, None) == ("Minister", "Remarks")
