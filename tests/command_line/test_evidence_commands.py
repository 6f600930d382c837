"""Evidence is linked, captured and verified without a window as with one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.command_line import evidence_commands
from claimtracker.command_line.start_options import ALLOW_LOOPBACK
from claimtracker.operations.link_evidence import link_evidence
from tests.articles.conftest import server as server  # the fixture, found by its name here
from tests.articles.local_server import Answer as ServerAnswer
from tests.articles.local_server import Server, redirect
from tests.command_line.conftest import Answer, Run

PAGE = (
    b"<html><head><title>Deal signed</title><meta property='article:published_time' "
    b"content='2025-04-30T10:00:00Z'></head><body><article><h1>Deal signed</h1>"
    + b"<p>The two governments signed the agreement on the fund in Washington on Wednesday.</p>" * 5
    + b"</article></body></html>"
)
TOLD = ("--relation", "fulfils")


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch, server: Server, ready: Run) -> Iterator[Run]:
    """A run with one claim, that may ask servers on loopback."""
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    ready("add", "--summary", "Sign")
    yield ready


def _evidence(run: Run) -> dict[str, object]:
    (found,) = run("show", 1, "--json").document["evidence"]
    return dict(found)


def _files(path: Path) -> list[Path]:
    return sorted(found for found in (path.parent / "files").rglob("*") if found.is_file())


def test_what_stands_at_an_address_is_captured(online: Run, server: Server, path: Path) -> None:
    server.answers["/deal"] = ServerAnswer(PAGE)
    answer = online("link", 1, server.address("/deal"), *TOLD, "--place", "lead", "--json")
    assert answer == Answer(0, '{"id": 1}\n', "")
    found = _evidence(online)
    assert (found["title"], found["published_on"]) == ("Deal signed", "2025-04-30")
    assert (found["method"], found["mime_type"], found["failure"]) == ("fetched", "text/html", "")
    assert (found["place"], found["captured_by"] != "") == ("lead", True)
    assert len(_files(path)) == 2
    assert online("verify", "--json").document == {"ok": True, "problems": []}


def test_the_link_is_stored_though_nothing_can_be_captured(online: Run, server: Server) -> None:
    answer = online("link", 1, server.address("/gone"), *TOLD)
    assert (answer.status, answer.out) == (0, "1\n")
    assert answer.err.startswith("Linked, but not captured: There is no page at this address")
    assert _evidence(online)["failure"]


def test_a_private_address_is_linked_and_not_asked(
    online: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ALLOW_LOOPBACK)
    answer = online("link", 1, server.address("/deal"), *TOLD)
    assert answer.status == 0
    assert "private network" in answer.err
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(online: Run, server: Server) -> None:
    server.answers["/a"] = redirect("http://10.0.0.1/secret")
    assert "private network" in online("link", 1, server.address("/a"), *TOLD).err


def test_nothing_is_fetched_where_that_is_not_wanted(online: Run, server: Server) -> None:
    answer = online("link", 1, server.address("/deal"), *TOLD, "--no-capture")
    assert (answer.out, answer.err, server.asked) == ("1\n", "", [])
    assert _evidence(online)["method"] == "linked"


def test_one_undo_takes_back_the_link_with_its_capture(online: Run, server: Server) -> None:
    server.answers["/deal"] = ServerAnswer(PAGE)
    online("link", 1, server.address("/deal"), *TOLD)
    assert online("undo").out == "Undone: link evidence to 'Sign'.\n"
    assert online("show", 1, "--json").document["evidence"] == []
    online("redo")
    assert _evidence(online)["title"] == "Deal signed"


def test_the_text_of_a_file_is_kept_beside_it(online: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "deal.txt"
    file.write_text("The deal was signed.\n", encoding="utf-8")
    online("link", 1, file, *TOLD)
    assert _evidence(online)["text_sha256"]
    picture = tmp_path / "deal.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    assert online("link", 1, picture, *TOLD).err == ""


def test_the_text_is_that_of_the_stored_bytes(
    online: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file where they came from may be another one by the time that it is read."""
    file = tmp_path / "deal.txt"
    file.write_text("The deal was signed.\n", encoding="utf-8")

    def linking(session: Session, ids: list[int], draft: EvidenceDraft, **named: Any) -> int:  # noqa: ANN401 - handed on
        linked = link_evidence(session, ids, draft, **named)
        file.write_text("No deal was signed.\n", encoding="utf-8")
        return linked

    monkeypatch.setattr(evidence_commands, "link_evidence", linking)
    online("link", 1, file, *TOLD)
    assert {found.read_bytes().strip() for found in _files(path)} == {b"The deal was signed."}


def test_a_flipped_bit_is_named_and_ends_with_1(online: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "deal.bin"
    file.write_bytes(b"\0\1\2")
    online("link", 1, file, *TOLD)
    (stored,) = _files(path)
    stored.write_bytes(b"\0\1\3")
    answer = online("verify", "--json")
    assert answer.status == 1
    assert answer.document["ok"] is False
    assert stored.name in answer.document["problems"][0]
    assert answer.err == "Not as captured and logged: 1 problem.\n"
    assert stored.name in online("verify").out
    assert stored.read_bytes() == b"\0\1\3"


def test_verify_makes_no_database(run: Run, path: Path) -> None:
    assert run("verify").status == 1
    assert not path.exists()


def test_show_tells_what_was_captured_and_what_the_verdict_goes_against(
    online: Run, server: Server, path: Path
) -> None:
    server.answers["/deal"] = ServerAnswer(PAGE)
    online("link", 1, server.address("/deal"), *TOLD)
    online("rate", 1, "broken", "--reason", "A forgery.")
    shown = online("show", 1).out
    hashes = [found.name for found in _files(path)]
    assert any(f"(sha256:{name})" in shown for name in hashes)
    assert "against the evidence: a document fulfils it" in shown
