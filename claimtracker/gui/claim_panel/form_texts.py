"""Between a claim and the texts of its form: one text a field, a day in ISO form."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.claim_panel.day_words import day_from
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.reading_words import Kept, Question
from claimtracker.operations.read_deadline import SET_BY_HAND
from claimtracker.operations.settle_edited import read_from

Texts = dict[str, str]

WINDOW_FIELDS = ("opens_on", "due_on", "latest_on")
DAY_FIELDS = ("stated_on", *WINDOW_FIELDS, "review_on")
_PLAIN = (
    "summary",
    "quote",
    "claimant",
    "claimant_role",
    "deadline_wording",
    "condition",
    "criteria",
    "notes",
)
_JOINABLE = frozenset({"condition", "criteria", "notes"})  # the quote is one person's words
_SOURCE = {"source_title": "title", "source_url": "url"}
_SOURCE_FIELDS = {part: name for name, part in _SOURCE.items()}
OPEN = ConditionOutcome.OPEN.value


def texts_of_claim(details: ClaimDetails) -> Texts:
    """The texts of a stored claim; its dates only where they were set by hand."""
    report = details.report
    is_by_hand = report.rule == SET_BY_HAND
    texts = {name: str(getattr(report, name)) for name in (*_PLAIN, *_SOURCE)}
    for name in DAY_FIELDS:
        is_shown = is_by_hand or name not in WINDOW_FIELDS
        texts[name] = _iso(getattr(report, name)) if is_shown else ""
    on = _iso(details.condition_outcome_on)
    outcome = f"{details.condition_outcome.value} {on}".strip()
    return texts | {"tags": ", ".join(report.tags), "condition_outcome": outcome}


def texts_of_draft(draft: ClaimDraft) -> Texts:
    """The texts of a claim that is not stored yet."""
    texts = {name: str(getattr(draft, name)) for name in _PLAIN}
    texts |= {name: _iso(getattr(draft, name)) for name in DAY_FIELDS}
    texts |= {name: str(getattr(draft.source, part)) for name, part in _SOURCE.items()}
    return texts | {"tags": ", ".join(draft.tags), "condition_outcome": OPEN}


def empty_texts(stated_on: date) -> Texts:
    """The texts of a new claim: nothing but the day."""
    blank = dict.fromkeys((*_PLAIN, *_SOURCE, *DAY_FIELDS, "tags"), "")
    return blank | {"stated_on": stated_on.isoformat(), "condition_outcome": OPEN}


def draft_of(
    texts: Mapping[str, str], today: date, base: ClaimDetails | None, source: SourceDraft
) -> ClaimDraft:
    """The claim as the form has it; what the form does not show stays as in `base` and `source`.

    Raises FieldError naming the field that a person has to mend.
    """
    if not texts["summary"].strip():
        raise FieldError("summary", "A claim needs a summary.")
    fields = {name: texts[name] for name in _PLAIN}
    is_same_role = base is not None and base.report.claimant_role == fields["claimant_role"]
    if is_same_role and not fields["claimant"].strip():
        fields["claimant_role"] = ""  # it stays with the person who is taken off
    days = {name: _day(texts, name, today) for name in DAY_FIELDS}
    _check_order(days)
    try:
        return ClaimDraft.of(
            **(fields | days | _reading_kept(texts, base)),
            source=_source(texts, source),
            tags=tags_from(texts["tags"]),
        )
    except ClaimTrackerError as error:
        raise FieldError(_field_named_in(str(error)), str(error)) from error


def tags_from(text: str) -> tuple[str, ...]:
    """The tags between the commas, each once."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))


def both_texts(name: str, theirs: str, mine: str) -> str:
    """The two texts of a field together; empty where it can hold only one of them."""
    if name == "tags":
        known = {tag.casefold() for tag in tags_from(theirs)}
        own = (tag for tag in tags_from(mine) if tag.casefold() not in known)
        return ", ".join((*tags_from(theirs), *own))
    return f"{theirs}\n{mine}" if name in _JOINABLE and theirs and mine else ""


def question_of(texts: Mapping[str, str], today: date, base: ClaimDetails | None) -> Question:
    """What is to be read, for the preview: a day that is half typed counts as none."""
    return Question(
        wording=texts["deadline_wording"].strip(),
        stated_on=_day_or_none(texts["stated_on"], today),
        claimant=texts["claimant"].strip(),
        by_hand=Window(*(_day_or_none(texts[name], today) for name in WINDOW_FIELDS)),
        kept=_kept(texts, base),
        claim_id=base.report.id if base else None,
        condition=texts["condition"],
    )


def _kept(texts: Mapping[str, str], base: ClaimDetails | None) -> Kept | None:
    """The stored reading, while nothing that it was read from has changed.

    An imported reading, or one made under another policy, is not to change by an edit of a note.
    """
    if base is None:
        return None
    report, before = base.report, texts_of_claim(base)
    read_by = (*read_from(report.rule, base.condition_outcome_on), *WINDOW_FIELDS)
    if any(texts[name] != before[name] for name in read_by):
        return None
    window = Window(report.opens_on, report.due_on, report.latest_on)
    return Kept(window, report.precision, report.rule)


def _reading_kept(texts: Mapping[str, str], base: ClaimDetails | None) -> dict[str, object]:
    kept = _kept(texts, base)
    if kept is None:
        return {}
    days = {name: getattr(kept.window, name) for name in WINDOW_FIELDS}
    return days | {"precision": kept.precision, "rule": kept.rule}


def source_of(details: ClaimDetails) -> SourceDraft:
    """Where a stored claim was first said."""
    if not details.report.occurrences:
        return SourceDraft()
    first = details.report.occurrences[0]
    return SourceDraft(
        title=first.title,
        url=first.url,
        publisher=first.publisher,
        published_on=first.published_on,
    )


def _source(texts: Mapping[str, str], known: SourceDraft) -> SourceDraft:
    """The source; its publisher, day and text stay while it is still the same one."""
    title, url = texts["source_title"].strip(), texts["source_url"].strip()
    is_other = bool(known.url) and known.url != url
    is_taken_away = bool(known.title or known.url) and not (title or url)
    if is_other or is_taken_away:
        return SourceDraft.of(title=title, url=url)
    return SourceDraft.of(**{**known.model_dump(), "title": title, "url": url})


def _day(texts: Mapping[str, str], name: str, today: date) -> date | None:
    try:
        return day_from(texts[name], today)
    except ClaimTrackerError as error:
        raise FieldError(name, str(error)) from error


def _day_or_none(text: str, today: date) -> date | None:
    try:
        return day_from(text, today)
    except ClaimTrackerError:
        return None


def _check_order(days: Mapping[str, date | None]) -> None:
    known = [(day, name) for name in WINDOW_FIELDS if (day := days[name])]
    for (earlier, _before), (later, name) in pairwise(known):
        if later < earlier:
            raise FieldError(
                name, "The window must open before it is due and be due before its latest day."
            )


def _field_named_in(sentence: str) -> str:
    """The field that pydantic's sentence begins with; a source's part is "source title"."""
    name = sentence.partition(":")[0].strip().replace(" ", "_")
    return "tags" if name.startswith("tags") else _SOURCE_FIELDS.get(name, name)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
