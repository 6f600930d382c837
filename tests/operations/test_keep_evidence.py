"""Documents are kept without a claim, corrected and discarded; nothing else becomes of them."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import Bearing, DocumentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.operations.keep_evidence import (
    correct_evidence,
    discard_evidence,
    keep_evidence,
)
from claimtracker.operations.link_evidence import link_evidence, link_stored
from claimtracker.operations.undo import undo
from claimtracker.storage.evidence_list import evidence_ids, evidence_rows, inbox_count
from claimtracker.storage.tables import Evidence, EvidenceLink
from tests.conftest import Dump, Enter

URL = "https://example.org/a"


def _keep(session: Session, *urls: str) -> list[int]:
    return keep_evidence(session, [(DocumentDraft.of(url=url), None) for url in urls], by="Ada")


def test_several_documents_come_into_the_inbox_in_one_action(session: Session, dump: Dump) -> None:
    before = dump()
    ids = _keep(session, URL, "https://example.org/b")
    assert inbox_count(session) == 2
    assert list(evidence_ids(session, in_inbox=True)) == ids[::-1]
    undo(session, by="Ada")
    assert dump() == before


def test_it_is_noted_who_captured_it_and_how(session: Session) -> None:
    (key,) = _keep(session, URL)
    row = evidence_rows(session, [key])[key]
    assert (row.captured_by, row.method, row.claim_count) == ("Ada", CaptureMethod.LINKED, 0)
    assert row.captured_at.tzinfo is not None
    assert row.retrieved_at is None


def test_an_archive_link_is_kept_with_the_moment_of_its_snapshot(session: Session) -> None:
    url = "https://web.archive.org/web/20250418101112/https://example.org/a"
    (key,) = _keep(session, url)
    row = evidence_rows(session, [key])[key]
    assert row.method is CaptureMethod.ARCHIVE
    assert row.archive_url == url
    assert f"{row.archived_at:%Y-%m-%d %H:%M:%S}" == "2025-04-18 10:11:12"


def test_nothing_is_kept_where_one_cannot_be(session: Session, tmp_path: Path, dump: Dump) -> None:
    before = dump()
    found = [(DocumentDraft.of(url=URL), None), (DocumentDraft.of(), tmp_path / "gone.pdf")]
    with pytest.raises(ClaimTrackerError, match="is not a file"):
        keep_evidence(session, found, by="Ada")
    assert dump() == before


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.org/b"])
def test_what_is_no_web_address_is_refused(session: Session, url: str) -> None:
    with pytest.raises(ClaimTrackerError, match="not a web address"):
        _keep(session, url)
    with pytest.raises(ClaimTrackerError, match="not a web address"):
        keep_evidence(session, [(DocumentDraft.of(title="A", archive_url=url), None)], by="Ada")


def test_what_is_told_is_corrected_and_the_capture_stays(session: Session) -> None:
    (key,) = _keep(session, URL)
    told = {"title": "Signed", "publisher": "Treasury", "published_on": date(2025, 4, 30)}
    correct_evidence(session, key, DocumentDraft.of(url="https://other.org", **told), by="Bea")
    row = evidence_rows(session, [key])[key]
    assert {name: getattr(row, name) for name in told} == told
    assert (row.url, row.captured_by) == (URL, "Ada")


def test_a_document_of_the_inbox_is_discarded_and_comes_back(session: Session, dump: Dump) -> None:
    ids = _keep(session, URL, "https://example.org/b")
    before = dump()
    discard_evidence(session, ids, by="Ada")
    assert inbox_count(session) == 0
    undo(session, by="Ada")
    assert dump() == before


def test_what_bears_on_a_claim_is_not_discarded(session: Session, enter: Enter) -> None:
    (loose,) = _keep(session, URL)
    linked = link_evidence(session, [enter()], EvidenceDraft.of(relation="context", url=URL), by="")
    with pytest.raises(ClaimTrackerError, match="bears on a claim"):
        discard_evidence(session, [loose, linked], by="Ada")
    assert inbox_count(session) == 1


def test_one_that_is_gone_is_named(session: Session) -> None:
    with pytest.raises(NotFound):
        correct_evidence(session, 2**70, DocumentDraft.of(title="A"), by="Ada")


def test_several_documents_are_linked_to_several_claims_in_one_action(
    session: Session, enter: Enter, dump: Dump
) -> None:
    ids = _keep(session, URL, "https://example.org/b")
    claims = [enter("One"), enter("Two")]
    before = dump()
    bearing = Bearing(relation=Relation.PROGRESS, note="Seen.", passage="It moves.")
    link_stored(session, claims, ids, bearing, by="Ada")
    links = session.exec(select(EvidenceLink)).all()
    assert {(it.claim_id, it.evidence_id) for it in links} == {(a, b) for a in claims for b in ids}
    assert {(it.relation, it.note, it.passage) for it in links} == {
        ("progress", "Seen.", "It moves.")
    }
    assert inbox_count(session) == 0
    undo(session, by="Ada")
    assert dump() == before


def test_a_document_bears_on_a_claim_in_several_ways_but_in_each_once(
    session: Session, enter: Enter
) -> None:
    claim_id, (key,) = enter(), _keep(session, URL)
    for relation, note in (("progress", "First."), ("context", ""), ("progress", "Second.")):
        bearing = Bearing(relation=Relation(relation), note=note)
        link_stored(session, [claim_id], [key], bearing, by="Ada")
    links = session.exec(select(EvidenceLink).order_by("id")).all()
    assert [(it.relation, it.note) for it in links] == [("progress", "Second."), ("context", "")]


def test_documents_are_found_by_every_word(session: Session) -> None:
    drafts = [
        DocumentDraft.of(url=URL, title=title) for title in ("Deal signed", "Deal off", "Off")
    ]
    keys = keep_evidence(session, [(draft, None) for draft in drafts], by="Ada")
    assert list(evidence_ids(session, "deal OFF")) == [keys[1]]
    assert list(evidence_ids(session, "50%_")) == []


def test_rows_that_are_gone_are_left_out(session: Session) -> None:
    (key,) = _keep(session, URL)
    assert list(evidence_rows(session, [key, key + 1])) == [key]
    assert session.get(Evidence, key) is not None


def _shown(session: Session, key: int) -> DocumentDraft:
    row = evidence_rows(session, [key])[key]
    told = {name: getattr(row, name) for name in DocumentDraft.model_fields}
    return DocumentDraft.of(**told)


def test_a_form_writes_only_what_was_corrected_in_it(session: Session) -> None:
    (key,) = _keep(session, URL)
    shown = _shown(session, key)
    filled = shown.model_copy(update={"title": "Signed", "published_on": date(2025, 4, 30)})
    correct_evidence(session, key, filled, by="Bea")
    excerpt = shown.model_copy(update={"excerpt": "It was signed."})
    correct_evidence(session, key, excerpt, by="Ada", shown=shown)
    row = evidence_rows(session, [key])[key]
    assert (row.title, row.published_on) == ("Signed", date(2025, 4, 30))
    assert row.excerpt == "It was signed."


def test_what_was_changed_meanwhile_is_not_overwritten(session: Session, dump: Dump) -> None:
    (key,) = _keep(session, URL)
    shown = _shown(session, key)
    correct_evidence(session, key, shown.model_copy(update={"title": "Theirs"}), by="Bea")
    before = dump()
    ours = shown.model_copy(update={"title": "Ours", "excerpt": "It was signed."})
    with pytest.raises(ClaimTrackerError, match="changed to “Theirs”; yours is “Ours”"):
        correct_evidence(session, key, ours, by="Ada", shown=shown)
    assert dump() == before


def test_a_page_with_an_archive_link_is_not_itself_an_archive(session: Session) -> None:
    link = "https://web.archive.org/web/20250418101112/https://example.org/a"
    (key,) = keep_evidence(session, [(DocumentDraft.of(url=URL, archive_url=link), None)], by="A")
    row = evidence_rows(session, [key])[key]
    assert (row.method, row.archived_at is not None) == (CaptureMethod.LINKED, True)


def test_linking_again_without_a_note_keeps_the_one_there_is(
    session: Session, enter: Enter
) -> None:
    claim_id, (key,) = enter(), _keep(session, URL)
    for note in ("Page 4.", ""):
        bearing = Bearing(relation=Relation.CONTEXT, note=note)
        link_stored(session, [claim_id], [key], bearing, by="Ada")
    assert [it.note for it in session.exec(select(EvidenceLink))] == ["Page 4."]
