"""Evidence is linked with its relation; what is no web address is refused."""

import hashlib
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import Bearing, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.operations.keep_evidence import check_address
from claimtracker.operations.link_evidence import (
    change_bearing,
    link_evidence,
    link_stored,
    unlink_evidence,
)
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.storage.engine import Database
from claimtracker.storage.tables import Evidence
from tests.conftest import Dump, Enter

URL = "https://example.org/a"


def _link(session: Session, *ids: int, file: Path | None = None, **fields: object) -> int:
    draft = EvidenceDraft.of(**{"relation": "fulfils", **fields})
    return link_evidence(session, ids, draft, by="Ada", file=file)


def _evidence(session: Session, claim_id: int) -> tuple[EvidenceRow, ...]:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1))).report.evidence


def test_an_address_is_linked_with_what_is_told_of_it(session: Session, enter: Enter) -> None:
    claim_id = enter()
    told: dict[str, Any] = {"url": URL, "title": "Signed", "publisher": "Treasury", "note": "New."}
    evidence_id = _link(session, claim_id, **told, published_on="2025-04-30")
    (row,) = _evidence(session, claim_id)
    assert {name: getattr(row, name) for name in told} == told
    assert (row.evidence_id, row.relation) == (evidence_id, Relation.FULFILS)
    assert (row.method, row.published_on) == (CaptureMethod.LINKED, date(2025, 4, 30))


def test_an_excerpt_alone_is_pasted(session: Session, enter: Enter) -> None:
    claim_id = enter()
    _link(session, claim_id, excerpt="It was signed.")
    assert _evidence(session, claim_id)[0].method is CaptureMethod.PASTED


def test_a_file_is_kept_under_its_hash_and_named_by_itself(
    session: Session, database: Database, enter: Enter, tmp_path: Path
) -> None:
    file = tmp_path / "deal.pdf"
    file.write_bytes(b"%PDF-1.7")
    claim_id = enter()
    _link(session, claim_id, file=file)
    (row,) = _evidence(session, claim_id)
    assert (row.title, row.file_name, row.mime_type) == ("deal.pdf", "deal.pdf", "application/pdf")
    assert (row.size, row.sha256) == (8, hashlib.sha256(b"%PDF-1.7").hexdigest())
    assert database.files.path_of(row.sha256).read_bytes() == b"%PDF-1.7"


def test_one_document_bears_on_several_claims(session: Session, enter: Enter) -> None:
    ids = [enter(), enter()]
    _link(session, *ids, url=URL)
    assert [len(_evidence(session, claim_id)) for claim_id in ids] == [1, 1]
    assert len(session.exec(select(Evidence)).all()) == 1


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "example.org",
        "https://",
        "http://[::1",
        "https://example.org/a b",
        "https://example.org/a\nb",
    ],
)
def test_what_is_no_web_address_is_refused(
    url: str, session: Session, enter: Enter, dump: Dump
) -> None:
    claim_id = enter()
    before = dump()
    with pytest.raises(ClaimTrackerError, match="is not a web address"):
        _link(session, claim_id, url=url)
    assert dump() == before


@pytest.mark.parametrize("url", ["", URL, "HTTP://EXAMPLE.ORG", "https://example.org:8080/?q=ü#a"])
def test_a_web_address_or_none_is_taken(url: str) -> None:
    check_address(url)


def test_evidence_of_which_nothing_is_known_is_refused(session: Session, enter: Enter) -> None:
    with pytest.raises(ClaimTrackerError, match="needs an address"):
        _link(session, enter(), note="Somewhere.", excerpt=" ")


def test_a_claim_or_file_that_is_missing_is_refused(
    session: Session, enter: Enter, dump: Dump, tmp_path: Path
) -> None:
    claim_id = enter()
    before = dump()
    with pytest.raises(NotFound, match="99"):
        _link(session, claim_id, 99, url=URL)
    with pytest.raises(ClaimTrackerError, match="is not a file"):
        _link(session, claim_id, file=tmp_path / "none.pdf")
    assert dump() == before


def test_unlinking_takes_the_link_and_keeps_the_document(session: Session, enter: Enter) -> None:
    claim_id = enter()
    _link(session, claim_id, url=URL)
    unlink_evidence(session, _evidence(session, claim_id)[0].id, by="Ada")
    assert _evidence(session, claim_id) == ()
    assert len(session.exec(select(Evidence)).all()) == 1


def test_what_is_no_longer_linked_cannot_be_unlinked(session: Session) -> None:
    with pytest.raises(NotFound, match="no longer linked"):
        unlink_evidence(session, 1, by="Ada")


@pytest.mark.parametrize("url", ["https://ada:secret@example.org", "http://ada@example.org/"])
@pytest.mark.parametrize("field", ["url", "archive_url"])
def test_an_address_with_a_password_is_refused_and_not_repeated(field: str, url: str) -> None:
    """A report would publish it."""
    with pytest.raises(ClaimTrackerError, match="password") as refused:
        EvidenceDraft.of(relation="context", **{field: url})
    assert "ada" not in str(refused.value)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in Unicode")
def test_a_file_whose_name_is_no_text_is_linked(
    session: Session, enter: Enter, tmp_path: Path
) -> None:
    claim_id = enter()
    file = tmp_path / os.fsdecode(b"r\xe9sum\xe9.pdf")
    file.write_bytes(b"held")
    _link(session, claim_id, file=file)
    (found,) = _evidence(session, claim_id)
    assert (found.title, found.file_name) == ("r\ufffdsum\ufffd.pdf", "r\ufffdsum\ufffd.pdf")


def test_how_a_document_bears_can_be_said_anew(session: Session, enter: Enter, dump: Dump) -> None:
    claim_id = enter()
    _link(session, claim_id, url=URL, note="Seen.")
    before = dump()
    (row,) = _evidence(session, claim_id)
    bearing = Bearing(relation=Relation.CONTRADICTS, note="Read again.", passage="No deal.")
    change_bearing(session, row.id, bearing, by="Ada")
    (row,) = _evidence(session, claim_id)
    assert (row.relation, row.note, row.passage) == (
        Relation.CONTRADICTS,
        "Read again.",
        "No deal.",
    )
    undo(session, by="Ada")
    assert dump() == before


def test_a_document_bears_in_one_way_only_once(session: Session, enter: Enter) -> None:
    claim_id = enter()
    evidence_id = _link(session, claim_id, url=URL)
    link_stored(session, [claim_id], [evidence_id], Bearing(relation=Relation.CONTEXT), by="Ada")
    (first, _) = _evidence(session, claim_id)
    with pytest.raises(ClaimTrackerError, match="linked as “Context” already"):
        change_bearing(session, first.id, Bearing(relation=Relation.CONTEXT), by="Ada")
    with pytest.raises(NotFound):
        change_bearing(session, 99, Bearing(relation=Relation.CONTEXT), by="Ada")
