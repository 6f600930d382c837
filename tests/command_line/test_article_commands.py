"""`claimtracker scan`: what an article may hold, as lines and as JSON; nothing is stored."""

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind, Scan
from claimtracker.command_line import article_commands
from tests.command_line.conftest import Run
from tests.operations.articles import BANNED, REPAIRED, SIGNED, SIGNED_AGAIN, TEXT

CANDIDATE_KEYS = [
    "kind",
    "sentence",
    "start",
    "end",
    "claimant",
    "stated_on",
    "stated_wording",
    "deadline",
    "condition",
    "occurrence_of",
    "score",
    "score_reasons",
    "reason",
]
DEADLINE_KEYS = [
    "wording",
    "stated_on",
    "opens_on",
    "due_on",
    "latest_on",
    "precision",
    "rule",
    "explanation",
    "start",
    "end",
]
FOUND = (
    replace(SIGNED, score=0.9, score_reasons=("a verb of commitment", "a deadline")),
    REPAIRED,
    replace(BANNED, kind=Kind.NOT_TAKEN, reason="speculation: may"),
    SIGNED_AGAIN,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every scan find the same candidates."""
    _find(monkeypatch, FOUND)


def _find(monkeypatch: pytest.MonkeyPatch, candidates: tuple[Candidate, ...]) -> None:
    def scan(article: Article, **_: object) -> Scan:
        return Scan(article.published_on, article.title, candidates)

    monkeypatch.setattr("claimtracker.articles.scan.scan", scan)


def _type(monkeypatch: pytest.MonkeyPatch, typed: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))


@pytest.mark.usefixtures("found")
def test_json_has_the_keys_in_their_order(run: Run, file: Path, path: Path) -> None:
    answer = run("scan", file, "--json")
    assert list(answer.document) == ["published_on", "title", "candidates"]
    first, second, third, fourth = answer.document["candidates"]
    assert list(first) == CANDIDATE_KEYS
    assert list(first["deadline"]) == DEADLINE_KEYS
    assert (first["kind"], first["stated_on"]) == ("commitment", "2025-04-18")
    assert (first["score"], first["score_reasons"]) == (0.9, list(FOUND[0].score_reasons))
    assert second["condition"] == "unless there is a strike"
    assert (third["kind"], third["deadline"]) == ("not_taken", None)
    assert (first["occurrence_of"], fourth["occurrence_of"]) == (None, 0)
    assert answer.err == ""
    assert not path.exists()


@pytest.mark.usefixtures("found")
def test_places_count_code_points_of_the_text_that_is_saved(
    run: Run, file: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "read.txt"
    found = run("scan", file, "--json", "--text-out", saved).document["candidates"][3]
    held = saved.read_bytes()
    assert not held.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in held
    text = held.decode("utf-8")
    assert text[found["start"] : found["end"]] == found["sentence"]
    deadline = found["deadline"]
    assert text[deadline["start"] : deadline["end"]] == deadline["wording"] == "next week"


def test_a_day_of_publication_that_nobody_knows_is_null(run: Run, file: Path) -> None:
    assert run("scan", file, "--json").document["published_on"] is None
    assert "Day of publication not known" in run("scan", file).out


def test_a_day_of_publication_that_is_told_wins(run: Run, file: Path) -> None:
    file.write_text(f"PARIS, 18 April 2025 - {TEXT}", encoding="utf-8")
    assert run("scan", file, "--json").document["published_on"] == "2025-04-18"
    told = run("scan", file, "--json", "--published-on", "2025-04-19")
    assert told.document["published_on"] == "2025-04-19"


@pytest.mark.usefixtures("found")
def test_lines_are_blocks_in_the_order_of_the_text_and_what_is_not_taken_apart(
    run: Run, file: Path
) -> None:
    lines = run("scan", file, "--published-on", "2025-04-18").out.splitlines()
    assert lines[1:4] == [
        "Published on 2025-04-18.",
        "2 commitments, 0 threats, 1 said again, 1 not taken.",
        "",
    ]
    assert lines[4:8] == [
        "   1  commitment: Jane Doe, 2025-04-18",
        f"      {SIGNED.sentence}",
        "      deadline: “next week”, from 2025-04-21, by 2025-04-27 (next week)",
        "      score: 0.90 (a verb of commitment, a deadline)",
    ]
    assert "      condition: unless there is a strike" in lines
    assert "   4  commitment, as 1 says: Jane Doe, 2025-04-18" in lines
    assert lines[-3:] == ["Not taken", "   3  speculation: may", f"      {BANNED.sentence}"]


def test_what_is_not_known_is_said_so(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _find(
        monkeypatch,
        (
            replace(BANNED, claimant="", stated_on=None, kind=Kind.THREAT),
            replace(BANNED, stated_on=None, stated_wording="during the campaign"),
        ),
    )
    out = run("scan", file).out
    assert "1 commitment, 1 threat, 0 said again, 0 not taken." in out
    assert "threat: claimant not known, day not known" in out
    assert "commitment: Jane Doe, during the campaign" in out


def test_a_text_cannot_steer_the_terminal(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = "a\x1b[31m \u202edettes\n" * 30
    _find(monkeypatch, (replace(SIGNED, sentence=odd, claimant=odd, condition=odd),))
    out = run("scan", file).out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert max(map(len, out.splitlines())) <= 96


def test_standard_input_is_read_as_bytes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><title>Port</title><body><p>Käse am Hafen, said Jane Doe.</p></body></html>"
    _type(monkeypatch, page.encode("latin-1").replace(b"<html>", b'<html><meta charset="latin-1">'))
    _find(monkeypatch, ())
    assert run("scan", "-", "--json").document["title"] == "Port"
    _type(monkeypatch, TEXT.encode())
    assert run("scan", "-", "--json").document["candidates"] == []


@pytest.mark.parametrize("typed", [b"", b" \n", bytes(range(256)) * 20])
def test_standard_input_without_a_text_is_refused(
    typed: bytes, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _type(monkeypatch, typed)
    answer = run("scan", "-", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    "target",
    [
        "missing.txt",
        "/",
        "",
        "-missing.txt",
        "--missing",
        "null\0byte.txt",
        "ftp://example.org/a",
        "http://127.0.0.1:1/",
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    target: str, run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("scan", target)
    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert not path.exists()


def test_a_file_whose_name_begins_with_a_dash_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-port.txt").write_text(TEXT, encoding="utf-8")
    assert run("scan", "-port.txt").status == 0
    assert run("scan", "--json", "--", "-port.txt").document["candidates"] is not None


@pytest.mark.parametrize(
    "words", [(), ("a.txt", "b.txt"), ("a.txt", "--published-on", "soon"), ("a.txt", "--jsn")]
)
def test_wrong_usage_is_told_apart(words: tuple[str, ...], run: Run) -> None:
    assert run("scan", *words).status == 2


def test_the_text_is_not_saved_over_the_article(run: Run, file: Path) -> None:
    answer = run("scan", file, "--text-out", file)
    assert answer.status == 1
    assert "is the article itself" in answer.err
    assert file.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("place", ["no/such/folder.txt", "."])
def test_a_text_that_cannot_be_saved_is_one_sentence(
    place: str, run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("scan", file, "--text-out", place)
    assert (answer.status, answer.out) == (1, "")
    assert "cannot be written" in answer.err


def test_the_conventions_of_the_database_are_named_and_can_be_left_out(
    ready: Run, file: Path
) -> None:
    ready("policy", "--set", "vague: days=3 days, latest 10 days")
    assert "1 convention changed" in ready("scan", file, "--json").err
    assert ready("scan", file, "--json", "--no-database").err == ""


def test_a_database_that_is_none_is_refused(run: Run, path: Path, file: Path) -> None:
    path.write_text("no database", encoding="utf-8")
    assert run("scan", file).status == 1
    assert run("scan", file, "--no-database").status == 0


def test_an_address_is_opened_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def open_address(url: str) -> Article:
        asked.append(url)
        return Article(TEXT, published_on=date(2025, 4, 18))

    monkeypatch.setattr(article_commands, "open_address", open_address)
    found = run("scan", "https://example.org/port", "--json").document
    assert (asked, found["published_on"]) == (["https://example.org/port"], "2025-04-18")
