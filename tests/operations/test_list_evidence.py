"""Documents are listed with or without a claim; several are kept or linked as one action."""

from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import Bearing, DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.operations import list_evidence, undo
from claimtracker.operations.keep_evidence import NamedBytes, keep_evidence
from claimtracker.operations.link_evidence import link_documents
from claimtracker.storage.engine import Database
from tests.conftest import Dump, Enter

CONTEXT = Bearing(relation=Relation.CONTEXT, note="Background.")


def _drafts(*titles: str) -> list[tuple[DocumentDraft, None]]:
    return [(DocumentDraft(title=title), None) for title in titles]


def test_the_newest_stand_first_and_words_find_them(session: Session) -> None:
    first, second = keep_evidence(session, _drafts("Minerals deal", "Peace talks"), by="Ada")
    assert list(list_evidence.ids(session)) == [second, first]
    assert list(list_evidence.ids(session, "deal minerals")) == [first]
    assert list(list_evidence.ids(session, "nowhere")) == []


def test_the_inbox_holds_what_bears_on_no_claim(session: Session, enter: Enter) -> None:
    (kept,) = keep_evidence(session, _drafts("Alone"), by="Ada")
    (linked,) = link_documents(session, [enter()], _drafts("Linked"), CONTEXT, by="Ada")
    assert list(list_evidence.ids(session, in_inbox=True)) == [kept]
    assert list_evidence.inbox_count(session) == 1
    rows = list_evidence.rows(session, [kept, linked, 99])
    assert {key: row.claim_count for key, row in rows.items()} == {kept: 0, linked: 1}


def test_several_documents_are_linked_to_several_claims_as_one_action(
    session: Session, enter: Enter, dump: Dump
) -> None:
    claim_ids = [enter("One"), enter("Two")]
    before = dump()
    ids = link_documents(session, claim_ids, _drafts("A", "B", "C"), CONTEXT, by="Ada")
    rows = list_evidence.rows(session, ids)
    assert [rows[key].claim_count for key in ids] == [2, 2, 2]
    done = undo.undo(session, by="Ada")
    assert done is not None
    assert done.name == "link 3 documents to 2 claims"
    assert dump() == before


def test_one_that_cannot_be_kept_keeps_all_of_them_out(
    session: Session, enter: Enter, dump: Dump, tmp_path: Path
) -> None:
    claim_ids = [enter()]
    before = dump()
    found = [*_drafts("A"), (DocumentDraft(), tmp_path / "gone.pdf")]
    with pytest.raises(ClaimTrackerError):
        link_documents(session, claim_ids, found, CONTEXT, by="Ada")
    assert dump() == before


def test_bytes_without_a_folder_are_kept_as_a_file_of_their_name(
    session: Session, database: Database
) -> None:
    found = NamedBytes("Picture.png", b"\x89PNG")
    (key,) = keep_evidence(session, [(DocumentDraft(), found)], by="Ada")
    row = list_evidence.rows(session, [key])[key]
    assert (row.method, row.file_name, row.title) == (
        CaptureMethod.FILE,
        "Picture.png",
        "Picture.png",
    )
    assert database.files.path_of(row.sha256).read_bytes() == b"\x89PNG"
