"""A merge and its undo is the identity, whatever the claims held; redo merges them again."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from claimtracker.claims.drafts import AssessmentDraft, Bearing, ClaimDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.link_evidence import link_evidence, link_stored
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import restate_claims
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.undo import redo, undo
from claimtracker.operations.verify import verify
from tests.conftest import OpenEmpty, told_rows

WORDS = st.sampled_from(["", "a", "A b", "é\r\n'=1", " "])
CLAIM = st.fixed_dictionaries(
    {
        "summary": st.sampled_from(["Sign it", "Sign it soon"]),
        "quote": WORDS,
        "claimant": st.sampled_from(["", "Ada L.", "Ben"]),
        "stated_on": st.sampled_from([None, "2025-04-18", "2025-04-19"]),
        "deadline_wording": st.sampled_from(["", "2025-05-30", "within days"]),
        "condition": WORDS,
        "criteria": WORDS,
        "notes": WORDS,
        "review_on": st.sampled_from([None, "2025-06-01", "2025-07-01"]),
        "tags": st.lists(st.sampled_from(["x", "X", "y"]), max_size=2).map(tuple),
        "source": st.sampled_from([{}, {"title": "T"}, {"url": "https://example.org/a"}]),
    }
)
LINKS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), WORDS, WORDS), max_size=5)
RATED = st.sets(st.integers(0, 2))
OUTCOMES = st.lists(st.sampled_from(ConditionOutcome), min_size=3, max_size=3)
MOVED = st.lists(st.integers(0, 2), max_size=3)
TAKEN = st.sets(st.sampled_from(["criteria", "condition"]))


@settings(max_examples=60)
@given(
    claims=st.lists(CLAIM, min_size=3, max_size=3),
    links=LINKS,
    rated=RATED,
    outcomes=OUTCOMES,
    moved=MOVED,
    taken=TAKEN,
)
def test_merge_then_undo_changes_nothing(
    claims: list[dict[str, Any]],
    links: list[tuple[int, int, str, str]],
    rated: set[int],
    outcomes: list[ConditionOutcome],
    moved: list[int],
    taken: set[str],
    open_empty: OpenEmpty,
) -> None:
    with open_empty() as session:
        ids = [add_claim(session, ClaimDraft.of(**told), by="Ada") for told in claims]
        _link(session, ids, links)
        _move(session, ids, moved)
        for claim_id, told, outcome in zip(ids, claims, outcomes, strict=True):
            if told["condition"].strip():
                _decide(session, claim_id, outcome)
        for place in rated:
            draft = AssessmentDraft.of(verdict="kept", reason="-", assessed_on="2025-05-01")
            rate_claims(session, [ids[place]], draft, by="Ada")
        _merge_and_undo(session, ids, taken)


def _merge_and_undo(session: Session, ids: list[int], taken: set[str]) -> None:
    before = told_rows(session)
    try:
        restate_claims(session, ids[1:], ids[0], by="Ada", taken=taken)
    except ClaimTrackerError:
        assert told_rows(session) == before
        return
    merged = told_rows(session)
    assert merged != before
    _check_nothing_lost(before, merged, ids)
    undo(session, by="Ada")
    assert told_rows(session) == before
    redo(session, by="Ada")
    assert told_rows(session) == merged
    assert verify(session).problems == ()


def _decide(session: Session, claim_id: int, outcome: ConditionOutcome) -> None:
    on = None if outcome is ConditionOutcome.OPEN else date(2025, 4, 20)
    ConditionChange(claim_id, outcome, on, date(2025, 5, 1)).carry_out(session, by="Ada")


def _link(session: Session, ids: list[int], links: list[tuple[int, int, str, str]]) -> None:
    """Link two documents to the claims, with notes and passages."""
    documents = [
        link_evidence(session, [ids[0]], EvidenceDraft.of(relation="context", title=title), by="A")
        for title in ("One", "Two")
    ]
    for place, document, note, passage in links:
        bearing = Bearing.of(relation="progress", note=note, passage=passage)
        link_stored(session, [ids[place]], [documents[document]], bearing, by="Ada")


def _move(session: Session, ids: list[int], moved: list[int]) -> None:
    """Move deadlines; the second time one is moved is refused and left out."""
    for place in moved:
        try:
            move_deadline(session, ids[place], "2025-06-30", date(2025, 4, 20), by="Ada")
        except ClaimTrackerError:
            continue


def _check_nothing_lost(before: dict[str, Any], merged: dict[str, Any], ids: list[int]) -> None:
    """Every row is still there, and the texts of the claims that went are where they were."""
    for table, rows in before.items():
        assert {row["id"] for row in rows} <= {row["id"] for row in merged[table]}
    kept = {row["id"]: row for row in merged["claim"]}
    bookkept = {"binned_at", "restates_id"}
    for row in before["claim"]:
        if row["id"] in ids[1:]:
            assert all(kept[row["id"]][name] == row[name] for name in row.keys() - bookkept)
        assert row["notes"].strip() in kept[row["id"]]["notes"]
    texts = kept[ids[0]]
    for row in before["claim"]:
        if row["id"] in ids:
            for field in ("criteria", "condition", "notes"):
                assert row[field].strip() in f"{texts[field]} {texts['notes']}"
