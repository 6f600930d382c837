"""Backups without a window: made anywhere, restored after a look, and made before much changes."""

import shutil
from pathlib import Path

import pytest

from claimtracker.settings import Settings, save, settings_path
from tests.command_line.conftest import Run
from tests.storage.backed_up import every_row


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "case.db"


def _claims(path: Path) -> int:
    return len(every_row(path)["claim"])


def test_a_backup_is_a_database_with_its_files_beside_it(
    ready: Run, path: Path, stick: Path, tmp_path: Path
) -> None:
    ready("add", "--summary", "Sign the deal")
    (tmp_path / "deal.pdf").write_bytes(b"%PDF")
    ready("link", 1, tmp_path / "deal.pdf", "--relation", "context")
    answer = ready("backup", stick)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"Backed up to {stick}, with 1 captured file.\n"
    assert every_row(stick) == every_row(path)
    assert ready("--database", stick, "verify").status == 0


def test_a_file_that_is_there_is_replaced_only_when_asked(ready: Run, stick: Path) -> None:
    ready("add", "--summary", "Sign the deal")
    stick.write_bytes(b"of somebody")
    answer = ready("backup", stick)
    assert (answer.status, answer.err) == (1, f"{stick} is there already; nothing was changed.\n")
    assert stick.read_bytes() == b"of somebody"
    assert ready("backup", stick, "--replace").status == 0
    assert _claims(stick) == 1


def test_what_a_backup_lacks_is_told(ready: Run, path: Path, stick: Path, tmp_path: Path) -> None:
    ready("add", "--summary", "Sign the deal")
    (tmp_path / "deal.pdf").write_bytes(b"%PDF")
    ready("link", 1, tmp_path / "deal.pdf", "--relation", "context")
    shutil.rmtree(path.parent / "files")
    answer = ready("backup", stick)
    assert answer.status == 0
    assert answer.err == "1 captured file is missing or changed; verify names them.\n"


def test_restoring_is_looked_at_first_and_keeps_what_was_there(
    ready: Run, path: Path, stick: Path
) -> None:
    ready("add", "--summary", "Sign the deal")
    ready("backup", stick)
    ready("add", "--summary", "Another")
    look = ready("restore", stick, "--dry-run")
    assert look.status == 0
    backup, now, against = look.out.splitlines()
    assert backup.startswith("The backup: 1 claim, ") and now.startswith("Now: 2 claims, ")
    assert against.startswith("Against now: 1 claim fewer, ")
    assert _claims(path) == 2
    done = ready("restore", stick)
    assert done.status == 0
    assert done.out.startswith(f"Restored to {path}: 1 claim, ")
    (aside,) = path.parent.glob("claims.before-restore-*.db")
    assert f"What was there is kept as {aside}.\n" in done.out
    assert (_claims(path), _claims(aside)) == (1, 2)


def test_a_backup_is_restored_where_no_database_is(run: Run, ready: Run, stick: Path) -> None:
    ready("add", "--summary", "Sign the deal")
    ready("backup", stick)
    elsewhere = stick.with_name("new.db")
    look = run("--database", elsewhere, "restore", stick, "--dry-run")
    assert look.out.endswith("There is no database now that can be read.\n")
    assert run("--database", elsewhere, "restore", stick).status == 0
    assert every_row(elsewhere) == every_row(stick)


@pytest.mark.parametrize("held", [None, b"no database"])
def test_what_is_no_backup_is_refused_in_one_sentence(
    ready: Run, path: Path, stick: Path, held: bytes | None
) -> None:
    if held:
        stick.write_bytes(held)
    before = path.read_bytes()
    answer = ready("restore", stick)
    assert answer.status == 1
    assert answer.err.count("\n") == 1 and str(stick) in answer.err
    assert path.read_bytes() == before


def test_an_import_makes_a_backup_before(ready: Run, path: Path, tmp_path: Path) -> None:
    ready("add", "--summary", "Sign the deal")
    table = tmp_path / "table.csv"
    table.write_text("summary\nAnother\n")
    ready("import", table, "--dry-run")
    assert not (path.parent / "backups").exists()
    assert ready("import", table).status == 0
    (made,) = (path.parent / "backups").glob("*.db")
    assert (_claims(made), _claims(path)) == (1, 2)


def test_the_settings_switch_that_off(ready: Run, path: Path, tmp_path: Path) -> None:
    save(Settings(backs_up=False), settings_path())
    ready("add", "--summary", "Sign the deal")
    table = tmp_path / "table.csv"
    table.write_text("summary\nAnother\n")
    assert ready("import", table).status == 0
    assert not (path.parent / "backups").exists()


@pytest.mark.parametrize(("count", "backups"), [(20, 0), (21, 1)])
def test_emptying_a_full_bin_makes_a_backup_before(
    ready: Run, path: Path, tmp_path: Path, count: int, backups: int
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("summary\n" + "".join(f"Claim {number}\n" for number in range(count)))
    ready("import", table)
    ready("bin", *range(1, count + 1))
    assert ready("empty-bin").status == 0
    assert len(list((path.parent / "backups").glob("*.db"))) == backups


def test_what_can_be_read_of_a_damaged_database_is_salvaged_with_its_numbers(
    ready: Run, path: Path, tmp_path: Path
) -> None:
    ready("add", "--summary", "Sign the deal")
    with path.open("r+b") as file:
        file.write(b"x" * 100)
    assert ready("list").status == 1
    new = tmp_path / "new.db"
    answer = ready("salvage", path, "--into", new)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"Salvaged to {new}; {path} is as it was.\nRead: 1 claim, ")
    assert "\n  claims: 1 read\n" in answer.out
    assert ready("--database", new, "verify").status == 0


def test_a_salvage_of_what_is_no_database_is_refused_in_one_sentence(
    ready: Run, tmp_path: Path
) -> None:
    other = tmp_path / "letter.txt"
    other.write_bytes(b"Dear Ada")
    answer = ready("salvage", other)
    assert answer.status == 1
    told = f"Nothing of a ClaimTracker database can be read in {other}.\n"
    assert answer.err == told
