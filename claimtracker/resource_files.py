"""Finds the files of resources/, in a checkout and installed alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder() -> Path:
    """The wheel carries resources/ inside the package; a checkout keeps it beside the package."""
    shipped = _PACKAGE / "resources"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of a resource ("icons/add.svg"); FileNotFoundError if there is none."""
    path = _folder() / name
    if not path.exists():
        raise FileNotFoundError(f"ClaimTracker is incomplete: {path} is missing")
    return path
