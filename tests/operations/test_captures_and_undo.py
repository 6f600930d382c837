"""Captures land whenever they are done: undo and redo work in whatever order that is."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, col, select

from claimtracker.articles.article import Article
from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, DocumentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.keep_capture import keep_capture, keep_text
from claimtracker.operations.keep_evidence import (
    correct_evidence,
    discard_evidence,
    keep_evidence,
)
from claimtracker.operations.link_evidence import link_evidence, unlink_evidence
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.undo import redo, undo
from claimtracker.operations.verify import verify
from claimtracker.storage.tables import Claim, Evidence, EvidenceLink
from tests.conftest import OpenEmpty

URL = "https://example.org/a"
ARTICLE = Article(
    "Signed.", title="Page", publisher="Press", published_on=date(2025, 4, 30), canonical_url=URL
)
PAGE = PageCapture(warc=b"WARC", mime_type="text/html", article=ARTICLE)
PART = PageCapture(warc=b"PART", mime_type="text/html", failure="It breaks off.")
OFFLINE = PageCapture(failure="It is offline.")
Step = Callable[[Session], object]


def _first(session: Session) -> int:
    return session.exec(select(Evidence.id).order_by(col(Evidence.id))).first() or 0


def _last(session: Session) -> int:
    return session.exec(select(Evidence.id).order_by(col(Evidence.id).desc())).first() or 0


def _claim(session: Session) -> int:
    found = session.exec(select(Claim.id)).first()
    return found or add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada")


def _keep(session: Session) -> None:
    keep_evidence(session, [(DocumentDraft.of(url=URL), None)], by="Ada")


def _link(session: Session, title: str) -> None:
    draft = EvidenceDraft.of(relation="context", url=URL, title=title)
    link_evidence(session, [_claim(session)], draft, by="Ada")


def _correct(session: Session, title: str) -> None:
    correct_evidence(session, _first(session), DocumentDraft.of(title=title), by="Ada")


def _capture(session: Session, page: PageCapture, *, is_asked_for: bool = False) -> None:
    keep_capture(session, _first(session), page, by="Ada", is_asked_for=is_asked_for)


def _discard(session: Session) -> None:
    discard_evidence(session, [_first(session)], by="Ada")


def _unlink(session: Session) -> None:
    unlink_evidence(session, session.exec(select(EvidenceLink.id)).first() or 0, by="Ada")


def _rate(session: Session) -> None:
    told = {"verdict": "kept", "reason": "Seen.", "assessed_on": "2025-05-01"}
    draft = AssessmentDraft.of(**told, evidence_ids=(_first(session),))
    rate_claims(session, [_claim(session)], draft, by="Ada")


STEPS: dict[str, Step] = {
    "keep": _keep,
    "link": lambda s: _link(s, ""),
    "link with a title": lambda s: _link(s, "Mine"),
    "correct": lambda s: _correct(s, "Better"),
    "clear the title": lambda s: _correct(s, ""),
    "capture": lambda s: _capture(s, PAGE),
    "capture a part": lambda s: _capture(s, PART),
    "capture nothing": lambda s: _capture(s, OFFLINE),
    "capture as asked": lambda s: _capture(s, PAGE, is_asked_for=True),
    "capture nothing as asked": lambda s: _capture(s, OFFLINE, is_asked_for=True),
    "capture the last": lambda s: keep_capture(s, _last(s), PAGE, by="Ada"),
    "read": lambda s: keep_text(s, _first(s), ARTICLE, by="Ada"),
    "discard": _discard,
    "unlink": _unlink,
    "rate": _rate,
    "undo": lambda s: undo(s, by="Ada"),
    "redo": lambda s: redo(s, by="Ada"),
}


def _take(session: Session, names: Sequence[str]) -> None:
    """Take these steps; what the world refuses at times is left out, but for undo and redo."""
    for name in names:
        if name in ("undo", "redo"):
            STEPS[name](session)
            continue
        with suppress(ClaimTrackerError):
            STEPS[name](session)
        session.rollback()


def _rows(session: Session) -> dict[str, list[Any]]:
    session.rollback()
    left_out = {"action", "change", "reminder"}
    return {
        table.name: [
            tuple(value for name, value in row._mapping.items() if name not in _BOOKKEEPING)
            for row in session.execute(table.select().order_by(table.c.id))
        ]
        for table in SQLModel.metadata.sorted_tables
        if table.name not in left_out
    }


_BOOKKEEPING = ("version", "updated_at")


def _back_and_forth(session: Session) -> None:
    """Undo all and do all again: first nothing is left, then everything is as it was."""
    before, count = _rows(session), 0
    while undo(session, by="Ada"):
        count += 1
    assert not any(_rows(session).values())
    assert verify(session).problems == ()
    for _ in range(count):
        assert redo(session, by="Ada")
    assert _rows(session) == before
    assert verify(session).problems == ()


ORDERS = {
    "a title that was cleared": "link with a title, clear the title, capture, undo, undo, undo",
    "a correction taken back": "link, correct, undo, capture, redo, undo, undo, redo, redo",
    "a discard taken back": "keep, discard, undo, capture, redo, undo, undo, redo, redo",
    "a discard taken back twice": "keep, discard, undo, capture a part, redo, undo, capture, redo",
    "a text that was read": "keep, discard, undo, read, redo, undo, undo, redo, redo",
    "a capture taken back": "keep, capture nothing, capture as asked, undo, capture, undo, redo",
    "a title of a capture taken back": "keep, capture as asked, undo, read, redo, undo, undo",
}


@pytest.mark.parametrize("order", ORDERS)
def test_a_capture_that_lands_in_between_stands_in_the_way_of_nothing(
    session: Session, order: str
) -> None:
    _take(session, ORDERS[order].split(", "))
    _back_and_forth(session)


def test_what_was_cleared_stays_empty(session: Session) -> None:
    _take(session, ["link with a title", "clear the title", "capture"])
    document = session.exec(select(Evidence)).one()
    assert (document.title, document.publisher) == ("", "Press")


def test_what_a_redo_removes_comes_back_with_what_was_captured(session: Session) -> None:
    _take(session, ["keep", "discard", "undo", "capture", "redo", "undo"])
    document = session.exec(select(Evidence)).one()
    assert (document.title, bool(document.sha256)) == ("Page", True)


def test_what_was_changed_beside_the_log_is_still_a_conflict(session: Session) -> None:
    _take(session, ["keep", "discard", "undo", "capture"])
    session.exec(select(Evidence)).one().excerpt = "slipped in"
    session.commit()
    with pytest.raises(UndoConflict):
        redo(session, by="Ada")


@given(names=st.lists(st.sampled_from(sorted(STEPS)), max_size=25))
@settings(max_examples=60)
def test_in_whatever_order_captures_land_all_can_be_undone_and_done_again(
    open_empty: OpenEmpty, names: list[str]
) -> None:
    with open_empty() as session:
        _take(session, ["keep", *names])
        _back_and_forth(session)
