"""Captured files: the same bytes once, under their hash and nothing else."""

import hashlib
import os
from pathlib import Path

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage import file_store
from claimtracker.storage.file_store import FileState, FileStore, StoredFile


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "claims.db")


def _original(tmp_path: Path, name: str = "page.html", held: bytes = b"<p>Deal") -> Path:
    folder = tmp_path / "found"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(held)
    return path


def _kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_hash(store: FileStore, tmp_path: Path) -> None:
    sha256 = hashlib.sha256(b"<p>Deal").hexdigest()
    assert store.keep(_original(tmp_path)) == StoredFile(sha256, 7)
    place = tmp_path / "files" / sha256[:2] / sha256[2:4] / sha256
    assert store.path_of(sha256) == place
    assert place.read_bytes() == b"<p>Deal"


def test_the_same_bytes_are_kept_once(store: FileStore, tmp_path: Path) -> None:
    first = store.keep(_original(tmp_path, "a.html"))
    assert store.keep(_original(tmp_path, "b.pdf")) == first
    assert len(_kept(tmp_path)) == 1


@pytest.mark.parametrize("name", ["..", "con", "a\nb", "é 🕊", "-rf", "a" * 200])
def test_no_name_from_outside_becomes_a_path(name: str, store: FileStore, tmp_path: Path) -> None:
    stored = store.keep(_original(tmp_path, f"{name}.html"))
    assert _kept(tmp_path) == [store.path_of(stored.sha256)]


def test_an_empty_file_and_one_of_several_pieces_are_whole(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_store, "_PIECE_BYTES", 3)
    assert store.keep(_original(tmp_path, held=b"")).size == 0
    stored = store.keep(_original(tmp_path, held=b"0123456789"))
    assert store.path_of(stored.sha256).read_bytes() == b"0123456789"


def test_the_original_stays_where_it_was(store: FileStore, tmp_path: Path) -> None:
    original = _original(tmp_path)
    store.keep(original)
    assert original.read_bytes() == b"<p>Deal"


@pytest.mark.parametrize("name", ["none.html", ".", "a" * 300])
def test_what_is_no_file_is_refused_and_nothing_kept(
    name: str, store: FileStore, tmp_path: Path
) -> None:
    with pytest.raises(ClaimTrackerError, match=r"\.$"):
        store.keep(tmp_path / name)
    assert not (tmp_path / "files").exists()


def test_a_file_that_cannot_be_read_is_refused(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated: permissions do not bind root, as whom tests may run."""
    original = _original(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(
        ClaimTrackerError, match=r"cannot be kept in .*files: permission is missing"
    ):
        store.keep(original)
    assert _kept(tmp_path) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_halfway_leaves_no_half_file(
    step: str, store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(ClaimTrackerError, match="disk is full; make room"):
        store.keep(_original(tmp_path))
    assert _kept(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="only POSIX flushes folders")
def test_the_name_is_flushed_like_the_bytes(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut a row must not name a file that never reached its folder."""
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    place = store.path_of(store.keep(_original(tmp_path)).sha256)
    inodes = [folder.stat().st_ino for folder in (place, *place.parents[:4])]
    assert flushed == inodes


def test_bytes_are_kept_as_a_file_is(store: FileStore, tmp_path: Path) -> None:
    stored = store.keep_bytes(b"<p>Deal")
    assert stored == store.keep(_original(tmp_path))
    assert store.content_of(stored.sha256) == b"<p>Deal"


def test_a_file_tells_what_became_of_it(store: FileStore) -> None:
    stored = store.keep_bytes(b"<p>Deal")
    assert store.state_of(stored.sha256) is FileState.UNCHANGED
    store.path_of(stored.sha256).write_bytes(b"<p>deal")
    assert store.state_of(stored.sha256) is FileState.CHANGED
    with pytest.raises(ClaimTrackerError, match="was changed since"):
        store.content_of(stored.sha256)
    store.path_of(stored.sha256).unlink()
    assert store.state_of(stored.sha256) is FileState.MISSING
    with pytest.raises(ClaimTrackerError, match="cannot be read"):
        store.content_of(stored.sha256)
    store.path_of(stored.sha256).mkdir()
    assert store.state_of(stored.sha256) is FileState.UNREADABLE


def test_a_changed_file_is_not_repaired_without_a_word(store: FileStore, tmp_path: Path) -> None:
    stored = store.keep_bytes(b"<p>Deal")
    store.path_of(stored.sha256).write_bytes(b"<p>deal")
    with pytest.raises(ClaimTrackerError, match="was changed since"):
        store.keep(_original(tmp_path))
    assert [path.read_bytes() for path in _kept(tmp_path)] == [b"<p>deal"]


def test_a_file_that_cannot_be_read_is_not_replaced_without_a_word(
    store: FileStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store.keep_bytes(b"<p>Deal")
    monkeypatch.setattr(FileStore, "state_of", lambda *_: FileState.UNREADABLE)
    with pytest.raises(ClaimTrackerError, match="cannot be read"):
        store.keep_bytes(b"<p>Deal")
    assert [path.read_bytes() for path in _kept(tmp_path)] == [b"<p>Deal"]


def test_a_file_that_is_there_unchanged_is_not_written_again(
    store: FileStore, tmp_path: Path
) -> None:
    place = store.path_of(store.keep_bytes(b"<p>Deal").sha256)
    before = place.stat()
    assert store.keep_bytes(b"<p>Deal").size == 7
    assert (place.stat().st_ino, place.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert _kept(tmp_path) == [place]


def test_a_file_that_is_missing_is_stored_again(store: FileStore) -> None:
    stored = store.keep_bytes(b"<p>Deal")
    store.path_of(stored.sha256).unlink()
    assert store.keep_bytes(b"<p>Deal") == stored
    assert store.state_of(stored.sha256) is FileState.UNCHANGED


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 32 + "\n"])
def test_what_is_no_hash_is_no_path(store: FileStore, name: str) -> None:
    with pytest.raises(ClaimTrackerError, match="no SHA-256"):
        store.path_of(name)
    assert store.state_of(name) is FileState.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("put", ["pipe", "link", "folder"])
def test_what_was_put_in_a_files_place_holds_nobody_up(
    store: FileStore, tmp_path: Path, put: str
) -> None:
    stored = store.keep_bytes(b"<p>Deal")
    place = store.path_of(stored.sha256)
    place.unlink()
    if put == "pipe":
        os.mkfifo(place)
    elif put == "link":
        place.symlink_to("/dev/zero")
    else:
        place.mkdir()
    assert store.state_of(stored.sha256) is FileState.UNREADABLE
    with pytest.raises(ClaimTrackerError, match="cannot be read"):
        store.content_of(stored.sha256)
    with pytest.raises(ClaimTrackerError, match="cannot be read"):
        store.keep_bytes(b"<p>Deal")


def test_what_a_broken_copy_left_over_is_taken_away_after_a_day(
    store: FileStore, tmp_path: Path
) -> None:
    stored = store.keep_bytes(b"<p>Deal")
    old, new = (tmp_path / "files" / f".part-{name}" for name in ("old", "new"))
    for copy in (old, new):
        copy.write_bytes(b"half")
    os.utime(old, (0, 0))
    store.remove_left_over()
    assert set(_kept(tmp_path)) == {new, store.path_of(stored.sha256)}


def test_where_the_folder_of_the_database_is_away_none_is_made(tmp_path: Path) -> None:
    away = FileStore(tmp_path / "drive" / "claims.db")
    with pytest.raises(ClaimTrackerError, match="its folder is gone; bring it back"):
        away.keep_bytes(b"page")
    assert not (tmp_path / "drive").exists()
