"""What a look through all that is kept can find: that it is as it was captured, or where not."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verification:
    """What was checked and what is wrong with it, a sentence a problem."""

    files: int
    actions: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether everything is as it was captured and logged."""
        return not self.problems
