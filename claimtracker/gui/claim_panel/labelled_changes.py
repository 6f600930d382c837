"""The log keeps the codes of verdicts: what a person reads of it has the house's labels."""

from collections.abc import Mapping
from dataclasses import replace

from claimtracker.claims.rows import ChangeRow
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.claims.vocabulary import Verdict

_VERDICT = "verdict"
_CODES = frozenset(Verdict)
Fields = Mapping[str, str | int | None]


def with_labels(change: ChangeRow, labels: VerdictLabels) -> ChangeRow:
    """Return the change with verdicts as the house calls them; all else as it is."""
    if _VERDICT not in (change.before or ()) and _VERDICT not in (change.after or ()):
        return change
    return replace(
        change, before=_labelled(change.before, labels), after=_labelled(change.after, labels)
    )


def _labelled(fields: Fields | None, labels: VerdictLabels) -> dict[str, str | int | None] | None:
    if fields is None:
        return None
    code = fields.get(_VERDICT)
    is_known = isinstance(code, str) and code in _CODES
    return {**fields, _VERDICT: labels.within(Verdict(str(code))) if is_known else code}
