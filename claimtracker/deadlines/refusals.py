"""Why words name no deadline: the reasons, and the value that stands for one in a pattern."""

from typing import NamedTuple

from .items import kinds
from .units import NotDated

_REFUSAL = kinds("REFUSAL")


class Refusal(NamedTuple):
    """A reason why words of time are no deadline."""

    rule: str
    why: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _REFUSAL

    def as_not_dated(self) -> NotDated:
        """Return the reason in the form in which readings carry it."""
        return NotDated(self.rule, self.why)


NO_WORDS = Refusal("no words", "There are no words to read.")
NO_MEASURE = Refusal("no measure", "No measure of time can be read in the words.")
FOREIGN = Refusal(
    "another language", "Some of the words are not of the language in which they are read."
)
UNDISCLOSED = Refusal("not a deadline: undisclosed", "The time meant is not disclosed.")
ENDURED = Refusal(
    "not a deadline: endured", "A time to be endured, not one by which something is promised."
)
DENIED = Refusal("not a deadline: denied", "Somebody denies having promised this time.")
LOOKS_LIKE = Refusal("not a deadline: look-alike", "A word that only looks like a date.")
OF_A_DEED = Refusal("not a deadline: names an event", "The date names something that happened.")
NOT_DATED_CONDITION = Refusal("condition without a date", "A condition is named, but no date.")
OVER = Refusal("already over", "The time named lies before the day it was said.")
PAST = Refusal("not a deadline: past", "A time that lies behind the day it was said.")
AMBIGUOUS = Refusal("ambiguous", "The words are read in two ways; neither is taken.")
TOO_LONG = Refusal("too long", "The text is too long to be the wording of one deadline.")
BY_NAME = {"no measure": NO_MEASURE, "undisclosed": UNDISCLOSED, "endured": ENDURED}
