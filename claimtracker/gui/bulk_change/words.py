"""A change to many claims in words: before and after, how many, and what was done."""

from datetime import date

from claimtracker.claims.bulk_change import BulkChange, BulkRow, ChangeKind
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_list.words import verdict_text
from claimtracker.gui.claim_panel.entries import Entry, Sign
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.plain_text import one_line
from claimtracker.operations.change_claims import Preview

MEANINGS = {
    ChangeKind.ADD_TAGS: "Put one or more on",
    ChangeKind.TAKE_OFF_TAGS: "Where a claim carries them",
    ChangeKind.CLAIMANT: "Known or new, or none",
    ChangeKind.REVIEW_DATE: "The day to look again, or none",
    ChangeKind.VERDICT: "One verdict for one reason",
    ChangeKind.BIN: "Nothing is lost there",
}
_NOTHING = {
    ChangeKind.ADD_TAGS: "no tag",
    ChangeKind.TAKE_OFF_TAGS: "no tag",
    ChangeKind.CLAIMANT: "no claimant",
    ChangeKind.REVIEW_DATE: "no review date",
}
_LONGEST = 60


def change_entry(
    row: BulkRow, change: BulkChange, today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> Entry:
    """A claim, with what tells it from others of its summary, before and after the change."""
    before, after = before_and_after(row, change, today, labels)
    claim = row.claim
    said = day_text(claim.stated_on, today)
    which = (claim.claimant, f"said {said}" if said else "", window_text(claim.window, today))
    note = " · ".join(one_line(part, _LONGEST) for part in which if part)
    change_words = f"{before}  →  {after}"
    whole = "\n".join(part for part in (claim.summary, note, change_words) if part)
    signs = (Sign(change_words, "text"),)
    return Entry(claim.summary, note, whole=whole, key=claim.id, signs=signs)


def before_and_after(
    row: BulkRow, change: BulkChange, today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> tuple[str, str]:
    """What stands in the claim, and what would."""
    claim, nothing = row.claim, _NOTHING.get(change.kind, "")
    match change.kind:
        case ChangeKind.ADD_TAGS | ChangeKind.TAKE_OFF_TAGS:
            tags = (", ".join(row.tags), ", ".join(_tags_after(row.tags, change)))
            return tags[0] or nothing, tags[1] or nothing
        case ChangeKind.CLAIMANT:
            return claim.claimant or nothing, change.claimant or nothing
        case ChangeKind.REVIEW_DATE:
            days = (day_text(day, today) for day in (claim.review_on, change.review_on))
            before, after = (day or nothing for day in days)
            return before, after
        case ChangeKind.VERDICT if change.assessment is not None:
            return verdict_text(claim, labels), labels.of(change.assessment.verdict)
    return ("in the bin" if claim.is_binned else "in the list"), "in the bin"


def preview_words(preview: Preview) -> str:
    """How many would change, and how many are like that already."""
    count, alike = len(preview.ids), preview.alike
    if not count:
        return "Nothing would change: " + (
            "the claim is like that already."
            if alike == 1
            else f"all {alike:,} are like that already."
        )
    would = f"{of_claims(count)} would change"
    if not alike:
        return f"{would}."
    verb = "is" if alike == 1 else "are"
    if preview.change.kind is ChangeKind.VERDICT:
        has, get = ("has", "gets") if alike == 1 else ("have", "get")
        return f"{would}; {alike:,} of them {has} this verdict already and {get} it anew."
    return f"{would}, {alike:,} {verb} like that already."


def done_words(change: BulkChange, count: int, left_out: int = 0) -> str:
    """What the status line says afterwards; of those left out, why they were."""
    claims, tags = of_claims(count), one_line(", ".join(change.tags), _LONGEST)
    name = one_line(change.claimant, _LONGEST)
    told = {
        ChangeKind.ADD_TAGS: f"{tags} put on {claims}",
        ChangeKind.TAKE_OFF_TAGS: f"{tags} taken off {claims}",
        ChangeKind.CLAIMANT: f"Claimant {name or 'taken away'} for {claims}",
        ChangeKind.REVIEW_DATE: f"Review date {change.review_on or 'taken away'} for {claims}",
        ChangeKind.VERDICT: f"Verdict given on {claims}",
        ChangeKind.BIN: f"{claims} moved to the bin",
    }
    others = f" {of_claims(left_out)} judged meanwhile stay as they are." if left_out > 1 else ""
    others = " 1 claim judged meanwhile stays as it is." if left_out == 1 else others
    return f"{told[change.kind]}.{others}{' Ctrl+Z takes it back.' if count else ''}"


def _tags_after(tags: tuple[str, ...], change: BulkChange) -> tuple[str, ...]:
    named = {tag.casefold(): tag for tag in change.tags}
    if change.kind is ChangeKind.TAKE_OFF_TAGS:
        return tuple(tag for tag in tags if tag.casefold() not in named)
    carried = {tag.casefold() for tag in tags}
    return (*tags, *(tag for folded, tag in named.items() if folded not in carried))
