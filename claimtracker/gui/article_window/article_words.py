"""What the window says of the article as a whole: what is known of it, counted, read anew."""

from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.article_window.review import Review, Standing
from claimtracker.operations.known_articles import KnownArticle


def known_words(known: KnownArticle | None) -> str:
    """What is known of the article from before; nothing of a new one."""
    if known is None:
        return ""
    count = len({said.claim_id for said in known.claims})
    what = "This article" if known.is_same_text else "Another text of this address"
    taken = f"{of_claims(count)} taken from it" if count else "no claim of it is kept"
    return f"{what} was opened before: {taken}."


def counted_words(review: Review) -> str:
    """How many candidates there are, and what became of them."""
    scanned = sum(not group.is_not_taken for group in review.groups)
    candidates = "1 candidate" if scanned == 1 else f"{scanned:,} candidates"
    taken, dropped = (review.count(each) for each in (Standing.TAKEN, Standing.DROPPED))
    return f"{candidates} · {taken:,} taken · {dropped:,} dropped"


def read_anew_words(review: Review) -> str:
    """What another day of publication changed, and that it left what is stored alone."""
    taken = review.count(Standing.TAKEN)
    if not taken:
        return "Deadlines read anew"
    stay = "the one taken stays as it was" if taken == 1 else "those taken stay as they were"
    return f"Deadlines read anew; {stay}"
