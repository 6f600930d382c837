"""What the world can cause, as against our own bugs."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtracker.claims.without_secrets import without_secrets

BROKEN_CHARACTER = "A text holds a broken character (half of a surrogate pair)."
LONGEST_SENTENCE = 600
_KEPT_END = 120  # what is wrong often stands behind the words that are


class ClaimTrackerError(Exception):
    """One clear sentence for the person; everything else that is raised is a bug.

    It may quote what the person typed, never what opens a door: sentences are sent and kept.
    Whatever words it repeats, it stands on one line, steers no terminal, turns no direction, holds
    no half of a character, and has an end.
    """

    def __init__(self, sentence: str = "") -> None:
        super().__init__(_clear(without_secrets(sentence)))


def _clear(sentence: str) -> str:
    if len(sentence) > LONGEST_SENTENCE:
        kept = LONGEST_SENTENCE - _KEPT_END
        sentence = f"{sentence[:kept]}…{sentence[-_KEPT_END:]}"
    if sentence.isprintable():
        return sentence
    return "".join(each if each.isprintable() else " " for each in sentence)


class Damaged(ClaimTrackerError):
    """A file is no database, or not a whole one: a backup may take its place."""


class NotFound(ClaimTrackerError):
    """What was asked for is not in the database."""


class EditConflict(ClaimTrackerError):
    """The claim was changed by someone else since it was read.

    ``differing`` maps each field whose two texts differ to (theirs, ours).
    """

    def __init__(self, claim_id: int, differing: dict[str, tuple[str, str]]) -> None:
        fields = ", ".join(sorted(differing)) or "nothing that this form changed"
        super().__init__(f"Claim {claim_id} was changed elsewhere meanwhile ({fields}).")
        self.claim_id = claim_id
        self.differing = differing


@dataclass(frozen=True)
class Collision:
    """One field that undo would write although a later change wrote it, too.

    `restored` is what undo would write there, `present` what stands there now, both as the log
    holds them: days and moments as ISO text.
    """

    table: str
    row_id: int
    claim_id: int | None
    field: str
    restored: object
    present: object

    @property
    def key(self) -> tuple[str, int, str]:
        """Which field it is."""
        return self.table, self.row_id, self.field


class UndoConflict(ClaimTrackerError):
    """What would be undone was changed again since; nothing was written.

    With `collisions` a person can choose for each of these fields; without, the sentence says why
    it cannot be undone at all.
    """

    def __init__(self, sentence: str, action_id: int, collisions: Sequence[Collision] = ()) -> None:
        super().__init__(sentence)
        self.action_id = action_id
        self.collisions = tuple(collisions)


class ChangedMeanwhile(ClaimTrackerError):
    """What somebody is about to change was changed by someone else since it was shown.

    `stored` is what the field holds now, `theirs` the same in words.
    """

    def __init__(self, field: str, theirs: str, stored: object = None) -> None:
        told = f"changed to “{theirs}”" if theirs else "taken away"
        super().__init__(f"Meanwhile the {field} was {told}.")
        self.field = field
        self.stored = stored
