"""An article of our own, with candidates as a scan would find them."""

from datetime import date

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind, Scan
from claimtracker.claims.said_rows import SaidInArticle
from claimtracker.deadlines import read
from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.reading import OpenedArticle

FRIDAY = date(2025, 4, 18)
MONDAY = date(2025, 4, 14)
TRAM = "The north line will open next week, Mayor Ada Byron said on Monday."
AGAIN = "“It opens next week,” Byron said."
FEES = "Byron warned that fees will double by June unless drivers leave the centre."
HALL = "Byron said she will paint the hall."
DEPOT = "The council could sell the depot 🚋 next year."
TEXT = f"Trams at last\n{TRAM} {AGAIN}\n{FEES}\n{DEPOT} {HALL}\n"
ARTICLE = Article(TEXT, title="Trams at last", publisher="The Bugle", published_on=FRIDAY)


def candidate(
    words: str, kind: Kind = Kind.COMMITMENT, wording: str = "", **fields: object
) -> Candidate:
    """The candidate that these words of the text are, with the deadline that is named."""
    start = TEXT.index(words)
    deadline = None
    if wording:
        at = TEXT.index(wording, start)
        deadline = FoundDeadline(at, at + len(wording), read(wording, FRIDAY))
    told: dict[str, object] = {"claimant": "Ada Byron", "stated_on": FRIDAY, "score": 0.8, **fields}
    return Candidate(kind, words, start, start + len(words), deadline=deadline, **told)  # type: ignore[arg-type]  # the caller names the fields


TRAM_FOUND = candidate(
    TRAM,
    wording="next week",
    stated_on=MONDAY,
    score=0.86,
    score_reasons=("verb of commitment", "names a time"),
)
AGAIN_FOUND = candidate(AGAIN, wording="next week", occurrence_of=0)
FEES_FOUND = candidate(FEES, Kind.THREAT, "by June", condition="unless drivers leave the centre")
DEPOT_FOUND = candidate(
    DEPOT, Kind.NOT_TAKEN, "next year", claimant="", reason="speculation: “could”"
)
HALL_FOUND = candidate(HALL)
EVERY = (TRAM_FOUND, AGAIN_FOUND, FEES_FOUND, DEPOT_FOUND, HALL_FOUND)
SCAN = Scan(FRIDAY, ARTICLE.title, EVERY)
OPENED = OpenedArticle(ARTICLE, SCAN)

TRAM_GROUP = CandidateGroup(TRAM_FOUND, (AGAIN_FOUND,))
FEES_GROUP, DEPOT_GROUP, HALL_GROUP = map(CandidateGroup, (FEES_FOUND, DEPOT_FOUND, HALL_FOUND))


def said(claim_id: int, found: Candidate, wording: str = "") -> SaidInArticle:
    """A stored claim of this candidate's words."""
    return SaidInArticle(claim_id, "Summary", wording, found.sentence, found.start, found.end)
