"""What the world can cause, as against our own bugs."""


class ClaimTrackerError(Exception):
    """One clear sentence for the person; everything else that is raised is a bug."""


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
