"""Hand a captured file to the system: only of types that cannot execute, as a copy of safe name.

Opened are PDF, pictures of pixels, and plain text. Not opened, only shown in their folder: pages
(scripts run in a browser), OpenDocument (one type with and without macros), Word and Excel files
(they fetch templates and data from elsewhere, and those may bring macros), and all that is unknown.
"""

import atexit
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from claimtracker.articles.mime_types import mime_type_of
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason

# The suffix by type, and how the bytes must begin: what calls itself a picture must be one.
_OPENED: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "application/pdf": (".pdf", (b"%PDF-",)),
    "image/png": (".png", (b"\x89PNG\r\n\x1a\n",)),
    "image/jpeg": (".jpg", (b"\xff\xd8\xff",)),
    "image/gif": (".gif", (b"GIF87a", b"GIF89a")),
    "image/webp": (".webp", (b"RIFF",)),
    "image/tiff": (".tif", (b"II*\0", b"MM\0*")),
    "image/bmp": (".bmp", (b"BM",)),
}
TEXT, TEXT_SUFFIX = "text/plain", ".txt"
SUFFIXES = frozenset({suffix for suffix, _begins in _OPENED.values()} | {TEXT_SUFFIX})
_STEM = "captured"
_HEAD_BYTES = 1 << 16
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f")) + b"\x7f"
# What a desktop or a shell takes for more than text, whatever the name says.
_STARTERS = (b"#!", b"[desktop entry]", b"mz", b"<", b"%!", b"{\\rtf")


def safe_suffix(data: bytes) -> str:
    """Return the suffix under which these bytes may be opened; empty where they may not.

    Only the bytes decide, never a name or a type told from outside.
    """
    mime_type = mime_type_of(data)
    if mime_type == TEXT:
        return TEXT_SUFFIX if _is_text(data) else ""
    suffix, begins = _OPENED.get(mime_type, ("", ()))
    return suffix if begins and data.startswith(begins) else ""


def copy_to_open(data: bytes) -> Path | None:
    """Write the bytes, for reading only, into a fresh folder; None for what is not opened.

    The folder is this person's alone and goes when the program ends. Raises ClaimTrackerError
    where nothing can be written.
    """
    suffix = safe_suffix(data)
    if not suffix:
        return None
    try:
        folder = Path(tempfile.mkdtemp(prefix="claimtracker-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        copy = folder / f"{_STEM}{suffix}"
        copy.write_bytes(data)
        copy.chmod(0o400)
    except OSError as error:
        raise ClaimTrackerError(f"No copy can be written to open: {reason(error)}.") from error
    return copy


def open_copy(copy: Path) -> bool:
    """Open what `copy_to_open` wrote; False for anything else, and where the system has nothing."""
    is_ours = copy.suffix in SUFFIXES and copy.stem == _STEM and copy.is_file()
    return is_ours and QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def show_folder(file: Path) -> bool:
    """Show the folder of a captured file in the system's file manager; the file is not opened."""
    folder = file.parent
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _is_text(data: bytes) -> bool:
    head = data[:_HEAD_BYTES]
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:16].lower()
    if not begin or begin.startswith(_STARTERS) or head.translate(None, _CONTROLS) != head:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
