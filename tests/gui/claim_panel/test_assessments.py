"""The verdicts of a claim: the newest counts, the older stay readable and are marked."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, POLITIFACT
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claim_panel.assessments import Assessments, log_entries, verdict_words
from claimtracker.gui.desk import Desk
from claimtracker.operations.link_evidence import link_evidence, unlink_evidence
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter, Rate

TODAY = date(2025, 5, 1)


@pytest.fixture
def twice(session: Session, enter: Enter, rate: Rate, as_of: AsOf) -> ClaimDetails:
    """A claim called broken, on evidence that was unlinked since, and then kept late."""
    claim_id = enter(due_on=date(2025, 4, 20), latest_on=date(2025, 4, 25))
    draft = EvidenceDraft.of(relation="contradicts", title="No deal")
    evidence_id = link_evidence(session, [claim_id], draft, by="Ada")
    rate(claim_id, Verdict.BROKEN, "Not signed.", evidence_ids=(evidence_id,))
    link = show_claim(session, claim_id, as_of).report.evidence[0]
    unlink_evidence(session, link.id, by="Ada")
    rate(claim_id, Verdict.KEPT_LATE, "Signed after all.", kept_on=date(2025, 4, 30))
    details = show_claim(session, claim_id, as_of)
    session.rollback()
    return details


def test_the_newest_counts_and_the_others_are_superseded(twice: ClaimDetails) -> None:
    newest, older = log_entries(twice, TODAY)
    assert (newest.mark, newest.is_faint) == ("counts", False)
    assert (older.mark, older.is_faint) == ("superseded", True)


def test_a_superseded_verdict_tells_reason_assessor_day_and_what_it_rested_on(
    twice: ClaimDetails,
) -> None:
    older = log_entries(twice, TODAY)[1].told
    assert older.splitlines() == [
        "Broken · Thu 1 May · Ada",
        "Superseded on Thu 1 May, see above",
        "Not signed.",
        "Rests on:",
        "• No deal (linked to this claim no longer)",
    ]


def test_the_days_late_stand_beside_who_signed(
    qtbot: QtBot, desk: Desk, twice: ClaimDetails
) -> None:
    strip = Assessments(desk)
    qtbot.addWidget(strip)
    strip.show_claim(twice)
    assert strip.verdict.text() == "Kept late, on Wed 30 Apr"
    signed = "5 days late, 10 days on the strict reading · Thu 1 May · Ada"
    assert strip.signed.text() == signed


def test_a_claim_without_a_verdict_is_signed_by_nobody(
    qtbot: QtBot, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    strip = Assessments(desk)
    qtbot.addWidget(strip)
    strip.show_claim(show_claim(session, enter(), as_of))
    session.rollback()
    assert strip.verdict.text() == "Not yet rated"
    assert strip.signed.isHidden()


def test_verdicts_are_called_as_the_house_calls_them(
    qtbot: QtBot,
    desk: Desk,
    session: Session,
    twice: ClaimDetails,
    settled: Callable[[], None],
) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    desk.changes.changed.emit()
    settled()
    strip = Assessments(desk)
    qtbot.addWidget(strip)
    strip.show_claim(twice)
    assert strip.verdict.text() == "Kept After the Deadline, on Wed 30 Apr"
    listed = [entry.title for entry in log_entries(twice, TODAY, POLITIFACT)]
    assert listed[1] == "Promise Broken: Not signed."
    assert verdict_words(twice, TODAY, DEFAULT_LABELS) == "Kept late, on Wed 30 Apr"
