"""The change log with names: every table has words, what is gone is named, a claim has its own."""

from datetime import date

import pytest
from sqlmodel import Session, SQLModel, col, select

from claimtracker.claims.drafts import Bearing, DocumentDraft, EvidenceDraft, SourceDraft
from claimtracker.claims.field_words import REFERENCES, SUBJECTS
from claimtracker.claims.rows import ChangeRow
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.operations.keep_evidence import discard_evidence, keep_evidence
from claimtracker.operations.link_evidence import link_evidence, link_stored
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.change_log import is_logged_table, recorded
from claimtracker.storage.changes import change_rows, changes_of_claim, of_action
from claimtracker.storage.tables import Action, Change, Claimant, EvidenceLink
from tests.conftest import Enter, Rate


def _of(session: Session, claim_id: int, subject: str) -> list[ChangeRow]:
    return [row for row in changes_of_claim(session, claim_id) if row.subject == subject]


def test_every_logged_table_has_words_and_every_reference_is_known() -> None:
    logged = {
        table.name: table
        for table in SQLModel.metadata.sorted_tables
        if is_logged_table(table.name)
    }
    assert set(SUBJECTS) == set(logged)
    for table in logged.values():
        unknown = [
            key.parent.name for key in table.foreign_keys if key.parent.name not in REFERENCES
        ]
        assert unknown == []


def test_numbers_are_named_as_what_they_stand_for(session: Session, enter: Enter) -> None:
    claim_id = enter(
        "Sign", claimant="Rubio", tags=("ukraine",), source=SourceDraft.of(title="Remarks")
    )
    (claim,) = _of(session, claim_id, "claim")
    (tag,) = _of(session, claim_id, "claim_tag")
    (place,) = _of(session, claim_id, "occurrence")
    assert claim.names == {f"claim {claim_id}": "Sign", "claimant 1": "Rubio"}
    assert tag.names[f"tag {(tag.after or {})['tag_id']}"] == "ukraine"
    assert place.names[f"occurrence {place.row_id}"] == "Remarks"
    assert claim.stands and not claim.is_undone


def test_what_is_gone_is_called_as_when_it_went(session: Session) -> None:
    (kept,) = keep_evidence(session, [(DocumentDraft(title="Leak"), None)], by="Ada")
    discard_evidence(session, [kept], by="Ada")
    ids = session.exec(select(Change.id).where(Change.table == "evidence")).all()
    for row in change_rows(session, [each or 0 for each in ids]):
        assert row.names == {f"evidence {kept}": "Leak"}


def test_a_document_that_went_with_its_link_is_still_named(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign")
    draft = EvidenceDraft(relation=Relation.PROGRESS, title="Signed at last")
    link_evidence(session, [claim_id], draft, by="Ada")
    undo(session, by="Ada")
    removed, added = _of(session, claim_id, "evidence_link")
    assert removed.after is None and added.is_undone and not added.stands
    for row in (removed, added):
        assert row.names[f"evidence_link {row.row_id}"] == "Signed at last"


def test_a_place_that_went_over_to_another_claim_is_told_to_both(
    session: Session, enter: Enter
) -> None:
    one, other = (enter(name, source=SourceDraft.of(title=name)) for name in ("One", "Two"))
    restate_claim(session, one, other, by="Ada")
    for claim_id in (one, other):
        moved = _of(session, claim_id, "occurrence")[0]
        assert moved.after == {"claim_id": other}
        assert moved.names[f"claim {other}"] == "Two"


def test_both_claims_of_a_move_tell_of_it(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign", deadline_wording="next week", stated_on=date(2025, 4, 1))
    later = move_deadline(session, claim_id, "by June", date(2025, 4, 5), by="Ada")
    for each in (claim_id, later):
        (move,) = _of(session, each, "move")
        names = {move.names[f"deadline {claim_id}"], move.names[f"deadline {later}"]}
        assert names == {"next week", "by June"}


def test_a_verdict_tells_what_it_rests_on(session: Session, enter: Enter, rate: Rate) -> None:
    claim_id = enter("Sign")
    (kept,) = keep_evidence(session, [(DocumentDraft(title="Signed"), None)], by="Ada")
    link_stored(session, [claim_id], [kept], Bearing(relation=Relation.FULFILS), by="Ada")
    rate(claim_id, Verdict.KEPT, evidence_ids=(kept,))
    (rests,) = _of(session, claim_id, "assessment_evidence")
    assert rests.names[f"evidence {kept}"] == "Signed"


def test_a_claimant_who_is_corrected_later_is_part_of_the_history(
    session: Session, enter: Enter
) -> None:
    mine, other = enter("Sign", claimant="Rubio"), enter("Talk", claimant="Musk")
    with recorded(session, "correct claimant", "Ada"):
        session.exec(select(Claimant).where(col(Claimant.name) == "Rubio")).one().role = "Senator"
    assert [row.after for row in _of(session, mine, "claimant")] == [{"role": "Senator"}]
    assert _of(session, other, "claimant") == []


def test_a_correction_of_a_document_is_told_to_every_claim_it_bears_on(
    session: Session, enter: Enter
) -> None:
    claim_id = enter("Sign")
    draft = EvidenceDraft(relation=Relation.PROGRESS, title="Signed")
    link_evidence(session, [claim_id], draft, by="Ada")
    assert [row.after is not None for row in _of(session, claim_id, "evidence")] == [True]
    assert session.exec(select(EvidenceLink)).one().claim_id == claim_id


@pytest.mark.parametrize("count", [1, 1_201])
def test_the_changes_of_an_action_come_in_their_order(session: Session, count: int) -> None:
    with recorded(session, "many", "Ada") as action:
        session.add_all(Claimant(name=f"Person {number}") for number in range(count))
    action_id = session.exec(select(Action.id).order_by(col(Action.id).desc())).first() or 0
    assert action.id == action_id
    ids = of_action(session, action_id)
    rows = list(change_rows(session, ids))
    assert [row.id for row in rows] == list(ids) == sorted(ids)
    assert rows[-1].names == {f"claimant {rows[-1].row_id}": f"Person {count - 1}"}
