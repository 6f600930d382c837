"""Fields of the form that say one thing together: half of it is never mixed with the other side."""

from collections.abc import Set as AbstractSet
from datetime import date

from claimtracker.claims.vocabulary import ConditionOutcome, label
from claimtracker.gui.claim_panel.form_fields import OUTCOME, field_label
from claimtracker.gui.claim_panel.form_texts import WINDOW_FIELDS, Texts, both_texts
from claimtracker.gui.dates import day_text
from claimtracker.gui.dialogs.conflict import Difference

Group = tuple[str, ...]
_GROUPS: tuple[Group, ...] = (("deadline_wording", *WINDOW_FIELDS), ("condition", OUTCOME))


def group_of(name: str) -> Group:
    """Return the fields that go with this one, itself among them."""
    return next((group for group in _GROUPS if name in group), (name,))


def clashing(stored: Texts, mine: Texts, theirs: Texts, touched: AbstractSet[str]) -> list[Group]:
    """Return the groups that were changed here and elsewhere, and read otherwise now."""
    return [
        group
        for group in dict.fromkeys(map(group_of, theirs))
        if touched & set(group)
        and any(theirs[name] != stored[name] for name in group)
        and any(mine[name] != theirs[name] for name in group if name != OUTCOME)
    ]


def difference(group: Group, mine: Texts, theirs: Texts, today: date) -> Difference:
    """Return what is asked of a group: one choice, with all that either side says in it."""
    first = group[0]
    is_open = theirs.get(OUTCOME) == ConditionOutcome.OPEN
    has_both = OUTCOME not in group or is_open  # what was judged is not to stand on for more words
    return Difference(
        first,
        field_label(first),
        _in_words(group, mine, today),
        _in_words(group, theirs, today),
        both_texts(first, theirs[first], mine[first]) if has_both else "",
        together={name: (mine[name], theirs[name]) for name in group},
    )


def _in_words(group: Group, texts: Texts, today: date) -> str:
    first, *others = group
    told = [_line(name, texts[name], today) for name in others]
    return "\n".join(part for part in (texts[first], *told) if part)


def _line(name: str, text: str, today: date) -> str:
    if name != OUTCOME:
        return f"{field_label(name)}: {text}" if text else ""
    outcome, _space, day = text.partition(" ")
    if outcome == ConditionOutcome.OPEN:
        return ""
    on = f" on {day_text(date.fromisoformat(day), today)}" if day else ""
    return f"{label(ConditionOutcome(outcome))}{on}"
