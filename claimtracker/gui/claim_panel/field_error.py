"""An error that knows its field."""

from claimtracker.claims.errors import ClaimTrackerError


class FieldError(ClaimTrackerError):
    """One sentence about one field, which then gets the focus."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
