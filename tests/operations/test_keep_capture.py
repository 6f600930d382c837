"""A capture is kept beside its address, and comes and goes with the linking."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.capture_page import PageCapture
from claimtracker.articles.documents.document import Document
from claimtracker.claims.drafts import ClaimDraft, DocumentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.captured_content import content_of, text_of
from claimtracker.operations.keep_capture import keep_capture, keep_text
from claimtracker.operations.keep_evidence import NamedBytes, correct_evidence, keep_evidence
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import next_steps, redo, undo
from claimtracker.operations.verify import verify
from claimtracker.storage.evidence_list import evidence_rows
from claimtracker.storage.file_store import FileStore, StoredFile
from tests.conftest import Dump, Enter

URL = "https://example.org/a"
MOMENT = datetime(2025, 5, 1, 10, 11, 12, tzinfo=UTC)
ARTICLE = Article(
    "The deal was signed.",
    title="Deal\nsigned",
    publisher="Treasury",
    published_on=date(2025, 4, 30),
    canonical_url="https://example.org/deal",
)
CAPTURED = PageCapture(
    warc=b"WARC", document=None, mime_type="text/html", article=ARTICLE, failure="",
    retrieved_at=MOMENT,
)  # fmt: skip
FAILED = PageCapture(
    warc=b"", document=None, mime_type="", article=None, failure="It is offline.",
    retrieved_at=None,
)  # fmt: skip


def _linked(session: Session, enter: Enter, **fields: object) -> int:
    draft = EvidenceDraft.of(relation="fulfils", url=URL, **fields)
    return link_evidence(session, [enter()], draft, by="Ada")


def _row(session: Session, key: int) -> ShelvedRow:
    return evidence_rows(session, [key])[key]


def test_what_the_page_tells_fills_what_was_left_empty(session: Session, enter: Enter) -> None:
    key = _linked(session, enter, publisher="U.S. Treasury")
    keep_capture(session, key, CAPTURED, by="Ada")
    row = _row(session, key)
    assert (row.title, row.publisher) == ("Deal signed", "U.S. Treasury")
    assert (row.published_on, row.canonical_url) == (date(2025, 4, 30), ARTICLE.canonical_url)
    assert (row.method, row.mime_type, row.size) == (CaptureMethod.FETCHED, "text/html", 4)
    assert (row.retrieved_at, row.failure) == (MOMENT, "")
    assert text_of(session, key) == ARTICLE.text


def test_the_address_stays_where_nothing_could_be_captured(session: Session, enter: Enter) -> None:
    key = _linked(session, enter)
    keep_capture(session, key, FAILED, by="Ada")
    row = _row(session, key)
    assert (row.url, row.failure, row.method) == (URL, "It is offline.", CaptureMethod.LINKED)
    assert (row.sha256, row.text_sha256) == ("", "")


def test_an_answer_without_an_article_is_kept_with_its_failure(
    session: Session, enter: Enter
) -> None:
    key = _linked(session, enter)
    keep_capture(session, key, replace(CAPTURED, article=None, failure="It is gone."), by="Ada")
    row = _row(session, key)
    assert row.sha256
    assert (row.text_sha256, row.failure) == ("", "It is gone.")
    assert text_of(session, key) == ""


def test_a_second_try_that_fails_keeps_what_came_at_the_first(
    session: Session, enter: Enter
) -> None:
    key = _linked(session, enter)
    keep_capture(session, key, replace(CAPTURED, failure="It breaks off."), by="Ada")
    first = _row(session, key)
    keep_capture(session, key, FAILED, by="Ada")
    assert _row(session, key) == replace(first, failure="It is offline.")


@pytest.mark.parametrize("later", [FAILED, replace(CAPTURED, warc=b"OTHER")])
@pytest.mark.parametrize("is_asked_for", [False, True])
def test_what_was_captured_whole_is_never_replaced(
    session: Session, enter: Enter, dump: Dump, later: PageCapture, is_asked_for: bool
) -> None:
    key = _linked(session, enter)
    keep_capture(session, key, CAPTURED, by="Ada")
    before = dump()
    with pytest.raises(ClaimTrackerError, match="'Deal signed' is captured already"):
        keep_capture(session, key, later, by="Bea", is_asked_for=is_asked_for)
    assert dump() == before
    assert verify(session).files == 2


def test_a_capture_of_another_address_is_not_put_in(
    session: Session, enter: Enter, dump: Dump
) -> None:
    """Such as after another database was opened, in which the number is another document's."""
    key = _linked(session, enter)
    before = dump()
    with pytest.raises(NotFound, match="not the document at"):
        keep_capture(session, key, CAPTURED, by="Ada", url="https://example.org/b")
    assert dump() == before
    keep_capture(session, key, CAPTURED, by="Ada", url=URL)
    assert _row(session, key).sha256


def test_one_undo_takes_back_linking_and_capture_and_one_redo_brings_both(
    session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter()
    before = dump()
    key = link_evidence(
        session, [claim_id], EvidenceDraft.of(relation="fulfils", url=URL), by="Ada"
    )
    keep_capture(session, key, CAPTURED, by="Ada")
    after = dump()
    step = next_steps(session).undo
    assert step is not None
    assert step.name == "link evidence to 'Sign the deal'"
    undo(session, by="Ada")
    assert dump() == before
    redo(session, by="Ada")
    assert dump() == after
    assert verify(session).ok


def test_a_capture_that_was_asked_for_is_a_step_of_its_own(
    session: Session, enter: Enter, dump: Dump
) -> None:
    key = _linked(session, enter)
    keep_capture(session, key, FAILED, by="Ada")
    before = dump()
    keep_capture(session, key, CAPTURED, by="Ada", is_asked_for=True)
    undo(session, by="Ada")
    assert dump() == before


def test_the_hash_of_the_document_itself_is_kept(session: Session, enter: Enter) -> None:
    key = _linked(session, enter)
    document = Document(b"<p>Deal", url=URL)
    keep_capture(session, key, replace(CAPTURED, document=document), by="Ada")
    assert _row(session, key).content_sha256 == sha256(b"<p>Deal").hexdigest()


def test_corrections_and_captures_stand_in_the_history_of_the_claim(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    key = _linked(session, enter)
    keep_capture(session, key, CAPTURED, by="Ada")
    correct_evidence(session, key, DocumentDraft.of(title="Mine"), by="Bea")
    changes = show_claim(session, 1, as_of).changes
    assert [change.action for change in changes[:2]] == [
        "correct evidence 'Mine'",
        "capture 'Deal signed'",
    ]


def test_a_capture_that_comes_late_leaves_what_can_be_done_again(
    session: Session, enter: Enter
) -> None:
    key = _linked(session, enter)
    enter("Another")
    undo(session, by="Ada")
    keep_capture(session, key, CAPTURED, by="Ada")
    step = next_steps(session).redo
    assert step is not None
    assert step.name == "new claim 'Another'"


def test_a_correction_meanwhile_stays_and_is_undone_by_itself(
    session: Session, enter: Enter, dump: Dump
) -> None:
    key = _linked(session, enter)
    before = dump()
    correct_evidence(session, key, DocumentDraft.of(title="Mine"), by="Ada")
    keep_capture(session, key, CAPTURED, by="Ada")
    assert _row(session, key).title == "Mine"
    undo(session, by="Ada")
    undo(session, by="Ada")
    redo(session, by="Ada")
    redo(session, by="Ada")
    assert _row(session, key).title == "Mine"
    assert before != dump()


def test_a_capture_of_what_was_taken_back_meanwhile_is_dropped(
    session: Session, enter: Enter, dump: Dump
) -> None:
    key = _linked(session, enter)
    undo(session, by="Ada")
    before = dump()
    with pytest.raises(NotFound):
        keep_capture(session, key, CAPTURED, by="Ada")
    assert dump() == before


def test_the_text_of_a_file_is_kept_beside_it(session: Session) -> None:
    (key,) = keep_evidence(session, [(DocumentDraft.of(title="deal.pdf"), None)], by="Ada")
    keep_text(session, key, ARTICLE, by="Ada")
    assert text_of(session, key) == ARTICLE.text
    row = _row(session, key)
    assert (row.title, row.published_on) == ("deal.pdf", date(2025, 4, 30))


def test_others_may_write_while_files_are_stored_and_read(
    session: Session, enter: Enter, second_desktop: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = _linked(session, enter)
    keep, look = FileStore.keep_bytes, FileStore.content_of

    def write() -> None:
        add_claim(second_desktop, ClaimDraft.of(summary="Other"), by="Bea")

    def keeping(store: FileStore, content: bytes) -> StoredFile:
        write()
        return keep(store, content)

    def looking(store: FileStore, sha256: str) -> bytes:
        write()
        return look(store, sha256)

    monkeypatch.setattr(FileStore, "keep_bytes", keeping)
    monkeypatch.setattr(FileStore, "content_of", looking)
    keep_capture(session, key, CAPTURED, by="Ada")
    (file,) = keep_evidence(session, [(DocumentDraft.of(), NamedBytes("a.txt", b"a"))], by="Ada")
    keep_text(session, file, ARTICLE, by="Ada")
    assert text_of(session, key) == ARTICLE.text
    assert content_of(session, file).data == b"a"
