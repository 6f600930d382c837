"""Evidence in words: marks, custody, citation."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.gui.evidence.citation import citation
from claimtracker.gui.evidence.entries import evidence_entry, shelved_entry
from claimtracker.gui.evidence.words import (
    METHODS,
    custody_lines,
    late_words,
    size_text,
    told_lines,
)
from tests.gui.evidence.claims import LATEST, MOMENT, OPENS, TODAY, fulfilment
from tests.gui.rows import evidence_row, shelved_row

WINDOW = Window(OPENS, LATEST, LATEST)
ERROR_PAGE = evidence_row(
    url="https://example.org/a",
    title="",
    method=CaptureMethod.FETCHED,
    failure="The page is not there (404).",
    sha256="a" * 64,
    content_sha256="c" * 64,
)
SNAPSHOT = "https://web.archive.org/web/20250501100000/https://example.org/a"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 4, 30), "3 days late"),
        (date(2025, 4, 28), "1 day late"),
        (LATEST, ""),
        (OPENS, ""),
        (date(2025, 4, 20), "before it opens"),
        (None, ""),
    ],
)
def test_evidence_is_marked_late_or_early_by_its_day(day: date | None, words: str) -> None:
    assert late_words(fulfilment(day), WINDOW) == words


def test_without_a_window_nothing_is_late_or_early() -> None:
    assert late_words(fulfilment(date(2025, 4, 30)), Window()) == ""


def test_the_basis_of_a_verdict_and_a_failure_are_marked_with_the_reason() -> None:
    found = fulfilment(LATEST, is_basis=True, failure="The page is not there (404).")
    entry = evidence_entry(found, WINDOW, TODAY)
    assert [sign.words for sign in entry.signs] == [
        "not captured: The page is not there (404)",
        "basis of the verdict",
    ]
    assert "The page is not there (404)." in entry.told
    assert "the newest one rests on it" in entry.told


def test_an_entry_names_relation_publisher_and_day() -> None:
    found = fulfilment(date(2025, 4, 30), publisher="BBC")
    assert evidence_entry(found, WINDOW, TODAY).note == "Fulfils · BBC · Wed 30 Apr"


def test_custody_is_told_line_by_line() -> None:
    found = evidence_row(
        url="https://example.org/a",
        canonical_url="https://example.org/b",
        archive_url=SNAPSHOT,
        method=CaptureMethod.FETCHED,
        retrieved_at=MOMENT,
        captured_at=MOMENT,
        mime_type="text/html",
        size=12_345,
        sha256="a" * 64,
        content_sha256="c" * 64,
    )
    told = dict(custody_lines(found, TODAY))
    assert told["Address"] == "https://example.org/a"
    assert told["Names itself"] == "https://example.org/b"
    assert told["How"] == METHODS[CaptureMethod.FETCHED]
    assert told["Captured by"].startswith("Ada, ")
    assert told["Retrieved"].endswith("12:00 UTC)")
    assert told["Type"] == "Page, text/html"
    assert told["SHA-256 of the document"] == "c" * 64
    size = "12.3 kB (12,345 bytes)"
    assert told["Stored as"] == f"web archive (.warc.gz), {size}, SHA-256 {'a' * 64}"
    assert "Size" not in told, "that of the archive is not the document's"
    assert SNAPSHOT in told["Archive"]
    assert "Wayback Machine" in told["Archive"]
    assert "10:00" in told["Archive"]


def test_a_file_that_lies_in_the_store_as_it_is_has_one_hash() -> None:
    found = evidence_row(method=CaptureMethod.FILE, size=3, sha256="a" * 64)
    for row in (found, replace(found, content_sha256="a" * 64)):
        told = dict(custody_lines(row, TODAY))
        assert (told["SHA-256 of the document"], told["Size"]) == ("a" * 64, "3 bytes")
        assert "Stored as" not in told


def test_the_hash_of_an_error_page_is_not_called_the_documents() -> None:
    told = dict(custody_lines(ERROR_PAGE, TODAY))
    assert told["SHA-256 of what the server answered"] == "c" * 64
    assert "SHA-256 of the document" not in told


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"method": CaptureMethod.LINKED}, "Linked by"),
        ({"method": CaptureMethod.ARCHIVE}, "Linked by"),
        ({"method": CaptureMethod.PASTED}, "Captured by"),
        ({"method": CaptureMethod.FETCHED, "sha256": "a" * 64}, "Captured by"),
    ],
)
def test_only_what_has_content_was_captured_by_somebody(
    fields: dict[str, object], name: str
) -> None:
    told = dict(custody_lines(evidence_row(**fields), TODAY))
    assert told[name].startswith("Ada, ")
    assert len({"Linked by", "Captured by"} & set(told)) == 1


def test_a_fetched_picture_is_called_a_picture_everywhere() -> None:
    found = shelved_row(
        method=CaptureMethod.FETCHED,
        url="https://example.org/a.png",
        mime_type="image/png",
        sha256="a" * 64,
    )
    entry = shelved_entry(found, TODAY)
    assert "Picture" in entry.note
    assert "page" not in entry.told.lower()


@pytest.mark.parametrize("method", CaptureMethod)
def test_every_method_is_said_in_words(method: CaptureMethod) -> None:
    assert dict(custody_lines(evidence_row(method=method), TODAY))["How"] == METHODS[method]


@pytest.mark.parametrize("method", CaptureMethod)
def test_a_document_is_listed_however_it_came(method: CaptureMethod) -> None:
    entry = shelved_entry(shelved_row(method=method, publisher="BBC", sha256="a" * 64), TODAY)
    assert entry.note.startswith("BBC · no date · ")
    assert METHODS[method] in entry.told


@pytest.mark.parametrize(("count", "words"), [(0, "no claim yet"), (1, "1 claim"), (2, "2 claims")])
def test_a_document_in_the_list_of_all_says_what_it_bears_on(count: int, words: str) -> None:
    found = shelved_row(claim_count=count, url="https://example.org/a")
    entry = shelved_entry(found, TODAY)
    assert entry.mark == words
    assert entry.note == "no date · Only a link · https://example.org/a"
    assert dict(told_lines(found, Window(), TODAY))["Bears on"] == words


def test_nothing_is_ever_called_authentic() -> None:
    found = fulfilment(LATEST, sha256="a" * 64, mime_type="image/png", size=3)
    told = evidence_entry(found, WINDOW, TODAY).told
    assert "authentic" not in told.lower()


def test_an_address_stands_as_it_is_opened_and_one_that_is_not_opened_says_so() -> None:
    told = dict(custody_lines(evidence_row(url="https://\u0430pple.com/a"), TODAY))
    assert told["Address"] == "https://xn--pple-43d.com/a"
    told = dict(custody_lines(evidence_row(url="https://ada:secret@example.org/"), TODAY))
    assert told["Address"].endswith("(is not opened)")


def test_passage_note_and_place_are_told() -> None:
    found = evidence_row(note="Late", passage="on Wednesday", excerpt="Signed", place="page 2")
    told = dict(told_lines(found, WINDOW, TODAY))
    assert (told["Note"], told["Passage"]) == ("Late", "“on Wednesday”")
    assert (told["Excerpt"], told["Place"]) == ("“Signed”", "page 2")


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1_500_000, "1.5 MB (1,500,000 bytes)")]
)
def test_a_size_is_said_as_people_say_it_and_to_the_byte(size: int, words: str) -> None:
    assert size_text(size) == words


def test_a_citation_is_one_line_with_everything_that_finds_it_again() -> None:
    found = evidence_row(
        title="Deal\nsigned \u202eexe.fdp",
        publisher="BBC",
        url="https://example.org/a",
        published_on=date(2025, 4, 30),
        archive_url=SNAPSHOT,
        archived_at=datetime(2025, 5, 1, 10, tzinfo=UTC),
        method=CaptureMethod.FETCHED,
        sha256="a" * 64,
        content_sha256="b" * 64,
        retrieved_at=MOMENT,
        relation=Relation.CONTEXT,
    )
    assert citation(found) == (
        "BBC, “Deal signed exe.fdp”, 30 April 2025, https://example.org/a, "
        f"archived 2025-05-01 10:00 UTC at {SNAPSHOT}, captured 2025-05-01 12:00 UTC, "
        f"SHA-256 {'b' * 64}"
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert citation(evidence_row(title="Signed")) == "“Signed”"


def test_a_page_that_was_not_captured_is_cited_with_the_reason_and_no_hash() -> None:
    told = "https://example.org/a, not captured: The page is not there (404)"
    assert citation(ERROR_PAGE) == told
    assert citation(replace(ERROR_PAGE, sha256="", content_sha256="")) == told


def test_a_passage_alone_is_cited_in_quotation_marks() -> None:
    found = evidence_row(title="", excerpt="They signed\non Wednesday.")
    assert citation(found) == "“They signed on Wednesday.”"
    assert citation(replace(found, passage="They signed")) == "“They signed”"
    assert citation(shelved_row(title="", excerpt="They signed.")) == "“They signed.”"


def test_the_hash_of_an_archive_alone_is_not_cited_as_the_documents() -> None:
    found = replace(ERROR_PAGE, failure="", content_sha256="")
    assert citation(found).endswith(f"SHA-256 of its web archive {'a' * 64}")
    assert "SHA-256 of the document" not in dict(custody_lines(found, TODAY))


def test_only_a_fulfilment_can_come_before_the_window_opens() -> None:
    step = fulfilment(date(2025, 4, 20), relation=Relation.PROGRESS)
    assert late_words(step, WINDOW) == ""
