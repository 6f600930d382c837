"""The conventions that readings were made by, set out for whoever doubts one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import conventions_differ, label, of_claims
from claimtracker.deadlines import CONVENTIONS, DEFAULT_POLICY, Policy, texts_of

_MARK, _NO_MARK = "* ", "  "


@dataclass(frozen=True)
class ListedConvention:
    """One convention with the value it has and the one it has by default."""

    key: str
    section: str
    label: str
    value: str
    default: str

    @property
    def is_changed(self) -> bool:
        """Whether it differs from its default."""
        return self.value != self.default


def convention_rows(policy: Policy) -> list[ListedConvention]:
    """Return every convention of the policy, in the order of the table."""
    values, defaults = texts_of(policy), texts_of(DEFAULT_POLICY)
    return [
        ListedConvention(it.key, it.section, it.label, values[it.key], defaults[it.key])
        for it in CONVENTIONS
    ]


def conventions_text(
    policy: Policy,
    report: str,
    as_of: date,
    read_otherwise: Sequence[int],
    labels: VerdictLabels = DEFAULT_LABELS,
) -> Iterator[str]:
    """Yield the lines that go with a report: its conventions, and the claims that depart from them.

    `read_otherwise` are the ids of claims whose stored reading is another one, as it stays when
    the conventions were changed afterwards or the reading came with an import. What verdicts are
    called stands at the end, where it is not what the program calls them.
    """
    rows = convention_rows(policy)
    yield f"How the deadlines in {report} were read"
    yield f"As of {as_of.isoformat()}. The report names the rule of each reading beside its days."
    yield ""
    yield _changed_line(sum(row.is_changed for row in rows))
    for section, listed in groupby(rows, key=lambda row: row.section):
        yield ""
        yield section
        yield from map(_line, listed)
    yield ""
    yield "Days with the rule “set by hand” were entered by a person and not read from the words."
    if read_otherwise:
        ids = ", ".join(map(str, read_otherwise))
        yield f"{of_claims(len(read_otherwise))} kept another reading than these conventions give."
        yield f"Their ids: {ids}"
    yield from _label_lines(labels)


def _label_lines(labels: VerdictLabels) -> Iterator[str]:
    """The labels that differ from the defaults, and the order if it does; the table has codes."""
    own = [row for row in labels.rows if labels.has_own(row.verdict)]
    is_ordered = labels.order != DEFAULT_LABELS.order
    if own or is_ordered:
        yield ""
        yield "What the verdicts are called"
    for verdict, called in own:
        yield f"{_MARK}{verdict.value}: {called} (default: {label(verdict)})"
    if is_ordered:
        yield f"{_MARK}In this order: {', '.join(row.label for row in labels.rows)}"


def _changed_line(count: int) -> str:
    if not count:
        return "Every convention has its default."
    return f"{conventions_differ(count)}, marked with an asterisk."


def _line(row: ListedConvention) -> str:
    if row.is_changed:
        return f"{_MARK}{row.label}: {row.value} (default: {row.default})"
    return f"{_NO_MARK}{row.label}: {row.value}"
