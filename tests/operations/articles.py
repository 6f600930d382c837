"""An article to take claims from, and candidates made by hand, as a scan would find them."""

from dataclasses import replace
from datetime import date

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind
from claimtracker.deadlines import read

PRINTED = date(2025, 4, 18)
SIGN = "“We will sign the port deal next week,” Jane Doe said on Friday."
STRIKE = "The cranes would be repaired within days unless there is a strike, she added."
AGAIN = "“The port deal gets signed next week,” Doe repeated."
UNDATED = "“We may well ban the trawlers,” she warned."
TEXT = f"Port deal near\n\n{SIGN} {STRIKE}\n\nNobody asked about 😀 fish. {UNDATED} {AGAIN}\n"
ARTICLE = Article(
    TEXT,
    title="Port deal near",
    publisher="The Harbour",
    published_on=PRINTED,
    url="https://example.org/port?from=mail",
    canonical_url="https://example.org/port",
)


def candidate(
    sentence: str,
    wording: str = "",
    *,
    text: str = TEXT,
    stated_on: date | None = PRINTED,
    condition: str = "",
    occurrence_of: int | None = None,
) -> Candidate:
    """The sentence as a candidate, with the deadline that it words so."""
    start = text.index(sentence)
    found = Candidate(
        Kind.COMMITMENT,
        sentence,
        start,
        start + len(sentence),
        claimant="Jane Doe",
        stated_on=stated_on,
        condition=condition,
        occurrence_of=occurrence_of,
    )
    if not wording:
        return found
    place = start + sentence.index(wording)
    reading = read(wording, stated_on or PRINTED)
    return replace(found, deadline=FoundDeadline(place, place + len(wording), reading))


SIGNED = candidate(SIGN, "next week")
REPAIRED = candidate(STRIKE, "within days", condition="unless there is a strike")
BANNED = candidate(UNDATED)
SIGNED_AGAIN = candidate(AGAIN, "next week", occurrence_of=0)
CANDIDATES = (SIGNED, REPAIRED, BANNED, SIGNED_AGAIN)
