"""The words of a captured file are read from the store, and kept beside it."""

import threading
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import NotFound
from claimtracker.operations.captured_content import text_of
from claimtracker.operations.keep_evidence import NamedBytes, discard_evidence, keep_evidence
from claimtracker.operations.read_captured import NoText, read_captured
from tests.conftest import Dump


def _keep(session: Session, file: Path | NamedBytes) -> int:
    return keep_evidence(session, [(DocumentDraft.of(), file)], by="Ada")[0]


def test_what_lies_in_the_store_is_read(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "deal.txt"
    file.write_text("The deal was signed.", encoding="utf-8")
    key = _keep(session, file)
    file.write_text("Another.", encoding="utf-8")
    assert read_captured(session, key, by="Ada")
    assert text_of(session, key) == "The deal was signed."


def test_a_file_without_words_is_told_apart(session: Session, dump: Dump) -> None:
    key = _keep(session, NamedBytes("deal.png", b"\x89PNG\r\n\x1a\n" + bytes(50)))
    before = dump()
    with pytest.raises(NoText, match=r"\.$"):
        read_captured(session, key, by="Ada")
    assert dump() == before


def test_one_that_is_gone_is_not_found(session: Session) -> None:
    key = _keep(session, NamedBytes("deal.txt", b"The deal was signed."))
    discard_evidence(session, [key], by="Ada")
    with pytest.raises(NotFound):
        read_captured(session, key, by="Ada")


def test_nothing_is_kept_once_it_is_stopped(session: Session, dump: Dump) -> None:
    key = _keep(session, NamedBytes("deal.txt", b"The deal was signed."))
    before, stop = dump(), threading.Event()
    stop.set()
    assert not read_captured(session, key, by="Ada", stop=stop)
    assert dump() == before
