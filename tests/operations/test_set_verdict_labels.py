"""A house's own words for verdicts: one action, undoable; no verdict changes by it."""

from pathlib import Path

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import (
    DEFAULT_LABELS,
    POLITIFACT,
    BadLabel,
    NamedVerdict,
    VerdictLabels,
)
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.export_report import conventions_path, export_report
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.undo import next_steps, redo, undo
from claimtracker.operations.verdict_labels import verdict_labels
from claimtracker.operations.verify import verify
from claimtracker.storage.tables import Claim
from tests.conftest import Dump, Enter, Rate


def test_labels_are_one_step_of_undo(session: Session) -> None:
    assert set_verdict_labels(session, POLITIFACT, by="Ada") == POLITIFACT
    assert verdict_labels(session) == POLITIFACT
    step = next_steps(session).undo
    assert step is not None
    assert step.name == "what verdicts are called"
    undo(session, by="Ada")
    assert verdict_labels(session) == DEFAULT_LABELS
    redo(session, by="Ada")
    assert verdict_labels(session) == POLITIFACT
    session.rollback()
    assert verify(session).ok


def test_labels_exchanged_by_one_change_are_exchanged_back_by_undo(session: Session) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    first, second, *others = POLITIFACT.rows
    turned = VerdictLabels((second, first, *others))
    set_verdict_labels(session, turned, by="Ada")
    assert verdict_labels(session) == turned
    undo(session, by="Ada")
    assert verdict_labels(session) == POLITIFACT


def test_the_same_labels_again_are_no_step(session: Session) -> None:
    set_verdict_labels(session, DEFAULT_LABELS, by="Ada")
    assert next_steps(session).undo is None


def test_a_label_of_two_verdicts_changes_nothing(session: Session, dump: Dump) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    before = dump()
    doubled = tuple(NamedVerdict(verdict, "Same") for verdict in Verdict)
    with pytest.raises(BadLabel, match="two verdicts"):
        set_verdict_labels(session, VerdictLabels(doubled), by="Ada")
    assert dump() == before


def test_no_verdict_changes_by_a_label(session: Session, enter: Enter, rate: Rate) -> None:
    rate(enter(), Verdict.BROKEN)
    set_verdict_labels(session, POLITIFACT, by="Ada")
    assert session.exec(select(Claim.verdict)).all() == ["broken"]


def test_the_undo_menu_names_a_verdict_as_the_house_does(
    session: Session, enter: Enter, today: object
) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    draft = AssessmentDraft.of(verdict="broken", reason="Not signed.", assessed_on=today)
    rate_claims(session, [enter()], draft, by="Ada")
    step = next_steps(session).undo
    assert step is not None
    assert step.name.startswith("verdict Promise Broken on ")


def test_a_table_keeps_the_codes_and_the_file_beside_it_tells_the_labels(
    session: Session, enter: Enter, rate: Rate, as_of: AsOf, tmp_path: Path
) -> None:
    rate(enter(), Verdict.PARTLY_KEPT)
    set_verdict_labels(session, POLITIFACT, by="Ada")
    report = tmp_path / "report.csv"
    export_report(session, report, Listing(as_of))
    table, beside = report.read_text(), conventions_path(report).read_text()
    assert ",partly_kept," in table
    assert "Compromise" not in table
    assert "* partly_kept: Compromise (default: Partly kept)" in beside
