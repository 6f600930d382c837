"""The commands on files and history: export, import, undo, redo, demo."""

import csv
from pathlib import Path

import pytest

from tests.command_line.conftest import NotedDesktop, Run

TABLE = "id,summary,due_on\n1,Sign,2025-04-20\n2,Talk,soon\n"


def test_export_writes_the_claims_that_fit(ready: Run, tmp_path: Path) -> None:
    ready("add", "--summary", "Sign")
    ready("add", "--summary", "Talk")
    file = tmp_path / "out.csv"
    told = f"1 claim written to {file}. How they were read: {file}.conventions.txt.\n"
    assert ready("export", file, "talk").out == told
    with file.open(encoding="utf-8-sig", newline="") as report:
        assert [row["id"] for row in csv.DictReader(report)] == ["2"]


@pytest.mark.parametrize("name", ["out.doc", "out", "none/out.csv", "."])
def test_export_refuses_a_place_it_cannot_write(name: str, ready: Run, tmp_path: Path) -> None:
    answer = ready("export", tmp_path / name)
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_export_refuses_a_wrong_query_before_it_writes(ready: Run, tmp_path: Path) -> None:
    assert ready("export", tmp_path / "out.csv", "due:soon").status == 1
    assert not (tmp_path / "out.csv").exists()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_import_tells_what_it_did(ready: Run, table: Path) -> None:
    found = ready("import", table, "--json").document
    reason = "due on: “soon” is no day such as 2025-04-18."
    refused = [{"line": 3, "reason": reason}]
    assert found == {"added": 1, "changed": 0, "skipped": 0, "refused": refused}
    assert ready("import", table).out == (
        f"0 added, 0 changed, 1 skipped, 1 refused.\nline 3: {reason}\n"
    )


def test_import_in_an_empty_place_makes_the_database(run: Run, table: Path, path: Path) -> None:
    answer = run("import", table)
    assert (answer.status, answer.err) == (0, f"New database at {path}.\n")


def test_a_dry_run_only_tells(ready: Run, table: Path) -> None:
    assert ready("import", table, "--dry-run").out.startswith("Would be: 1 added, ")
    assert ready("import", table, "--dry-run", "--json").document["added"] == 1
    assert ready("list", "--json").document == []


def test_columns_are_mapped_to_fields(ready: Run, table: Path) -> None:
    table.write_text("Promise,By\nSign,Rubio\n", encoding="utf-8")
    ready("import", table, "--map", "Promise=summary", "--map", "By=claimant")
    assert ready("list", "--json").document[0]["claimant"] == "Rubio"


def test_a_map_that_is_none_is_wrong_usage(ready: Run, table: Path) -> None:
    assert ready("import", table, "--map", "Promise").status == 2
    answer = ready("import", table, "--map", "Promise=vow")
    assert (answer.status, answer.err[:20]) == (1, "“vow” is no field; t")


@pytest.mark.parametrize("name", ["none.csv", "in.txt", "."])
def test_import_refuses_what_it_cannot_read(name: str, ready: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").touch()
    answer = ready("import", tmp_path / name)
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_undo_and_redo_name_what_they_took(ready: Run) -> None:
    ready("add", "--summary", "Sign")
    assert ready("undo").out == "Undone: new claim 'Sign'.\n"
    assert ready("list", "--json").document == []
    assert ready("redo").out == "Done again: new claim 'Sign'.\n"
    assert len(ready("list", "--json").document) == 1


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_with_nothing_to_take_back_it_refuses(verb: str, ready: Run) -> None:
    answer = ready(verb)
    assert (answer.status, answer.err) == (1, f"There is nothing to {verb}.\n")


def test_demo_opens_the_sample_or_paints_it(run: Run, desktop: NotedDesktop, path: Path) -> None:
    assert run("demo").status == 0
    assert run("demo", "--screenshot", "a.png", "--theme", "dark", "--size", "800x600").status == 0
    plain, painted = desktop.pictures
    assert (plain.file, plain.theme) == (None, "light")
    assert painted.file == Path("a.png")
    assert (painted.theme, painted.width, painted.height) == ("dark", 800, 600)
    assert not path.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--size", "big"),
        ("--size", "800x"),
        ("--size", "²x3"),
        ("--size", "0x600"),
        ("--size", "800x10001"),
        ("--size", f"{'9' * 5_000}x1"),
        ("--theme", "red"),
    ],
)
def test_a_picture_asked_for_wrongly_is_wrong_usage(words: tuple[str, str], run: Run) -> None:
    assert run("demo", *words).status == 2
