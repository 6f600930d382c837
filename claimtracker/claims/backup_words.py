"""What a backup holds, and how that differs from the present, in words."""

from claimtracker.claims.backups import Comparison, Summary
from claimtracker.claims.vocabulary import of_claims

NOTHING_THERE = "There is no database now that can be read."
AS_NOW = "It holds what the database holds now."


def of_changes(count: int) -> str:
    """How many lines of the change log: "1 change", "1,200 changes"."""
    return "1 change" if count == 1 else f"{count:,} changes"


def of_captured(count: int) -> str:
    """How many captured files: "1 captured file", "1,200 captured files"."""
    return "1 captured file" if count == 1 else f"{count:,} captured files"


def holds(summary: Summary) -> str:
    """How much is in it: "12 claims, 40 changes"."""
    return f"{of_claims(summary.claims)}, {of_changes(summary.changes)}"


def size_words(size: int) -> str:
    """A size as people say it: "900 kB", "3.1 MB"."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{max(round(size / 1e3), 1)} kB"


def against_present(found: Comparison) -> str:
    """How the backup differs from what is there now, in one sentence."""
    present, backup = found.present, found.backup
    if present is None:
        return NOTHING_THERE
    if backup.is_as(present):
        return AS_NOW
    claims = _difference(backup.claims - present.claims, "claim")
    changes = _difference(backup.changes - present.changes, "change")
    return f"Against now: {claims}, {changes}."


def lacking_words(lacking: int) -> str:
    """That captured files are not in a backup, or not brought back; the empty text for none."""
    if not lacking:
        return ""
    verb = "is" if lacking == 1 else "are"
    return f"{of_captured(lacking)} {verb} missing or changed; verify names them."


def _difference(count: int, one: str) -> str:
    if not count:
        return f"as many {one}s"
    unit = one if abs(count) == 1 else f"{one}s"
    return f"{abs(count):,} {unit} {'more' if count > 0 else 'fewer'}"
