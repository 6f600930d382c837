"""Labels are stored with the database; what another program wrote there breaks nothing."""

from collections.abc import Iterable

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from claimtracker.claims.verdict_labels import DEFAULT_LABELS, POLITIFACT, checked_labels
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.tables import VerdictLabel
from claimtracker.storage.verdict_labels import keep_labels, kept_labels


def _write(session: Session, rows: Iterable[tuple[str, object, int]]) -> None:
    for verdict, label, position in rows:
        session.execute(
            text("INSERT INTO verdict_label (verdict, label, position) VALUES (:v, :l, :p)"),
            {"v": verdict, "l": label, "p": position},
        )
    session.commit()


def _count(session: Session) -> int:
    return len(session.exec(select(VerdictLabel)).all())


def test_a_new_database_has_the_defaults(session: Session) -> None:
    assert kept_labels(session) == DEFAULT_LABELS


def test_labels_and_order_come_back_as_they_were_stored(session: Session) -> None:
    keep_labels(session, POLITIFACT)
    session.flush()
    assert kept_labels(session) == POLITIFACT
    turned = checked_labels(reversed(POLITIFACT.rows))
    keep_labels(session, turned)
    session.flush()
    assert kept_labels(session) == turned
    assert _count(session) == len(Verdict)


def test_the_defaults_are_stored_as_nothing(session: Session) -> None:
    keep_labels(session, POLITIFACT)
    session.flush()
    keep_labels(session, DEFAULT_LABELS)
    session.flush()
    assert _count(session) == 0


def test_a_verdict_of_a_newer_program_counts_for_nothing_and_stays(session: Session) -> None:
    _write(session, [("outdated", "Out of date", 0), ("kept", "Honoured", 1)])
    labels = kept_labels(session)
    assert labels.rows[0] == (Verdict.KEPT, "Honoured")
    assert len(labels.rows) == len(Verdict)
    keep_labels(session, DEFAULT_LABELS)
    session.flush()
    assert session.exec(select(VerdictLabel.verdict)).all() == ["outdated"]


@pytest.mark.parametrize(
    "rows",
    [
        [("kept", "", 0)],
        [("kept", "Same", 0), ("broken", "same", 1)],
        [("kept", b"\xff", 0)],
        [("kept", "x" * 1_000, 0)],
    ],
)
def test_labels_that_can_be_none_give_the_defaults(
    rows: list[tuple[str, object, int]], session: Session
) -> None:
    _write(session, rows)
    assert kept_labels(session) == DEFAULT_LABELS
