"""Change the conventions by which deadlines are read, and read anew what the person chose."""

from collections.abc import Callable, Sequence

from sqlmodel import Session

from claimtracker.claims.vocabulary import of_claims
from claimtracker.deadlines import Policy, changed_texts
from claimtracker.operations.read_anew import read_anew
from claimtracker.operations.what_would_change import never, no_progress
from claimtracker.storage.change_log import recorded
from claimtracker.storage.conventions import keep_texts

NAME = "how deadlines are read"


def set_policy(
    session: Session,
    policy: Policy,
    *,
    by: str,
    reread_ids: Sequence[int] = (),
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> int:
    """Store the policy and read these claims anew by it; return how many read otherwise now.

    Both are one action that one undo takes back. Every claim is read as it stands at this moment:
    one edited meanwhile by its new words, one set by hand meanwhile or put into the bin not at
    all. Raises RereadingCancelled, and then nothing is changed.
    """
    with recorded(session, NAME, by) as action:
        keep_texts(session, changed_texts(policy))
        count = read_anew(session, reread_ids, on_progress, is_cancelled, policy=policy)
        if count:
            action.name = f"{NAME}, {of_claims(count)} re-read"
    return count
