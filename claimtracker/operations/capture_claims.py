"""Take candidates from an article: claims with their source, its text, and their places in it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import of_claims
from claimtracker.deadlines import Reading
from claimtracker.operations.add_claim import insert_claim
from claimtracker.operations.chain_links import add_move
from claimtracker.operations.claim_of_candidate import source_draft, wording_of
from claimtracker.operations.claim_parts import named, source_id
from claimtracker.operations.move_deadline import with_what_stays
from claimtracker.operations.quoted_words import quote_of
from claimtracker.operations.read_deadline import IN_ITS_SENTENCE, settle_window
from claimtracker.storage.captured_articles import said_in, source_ids_of_text
from claimtracker.storage.change_log import kept_id, recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Occurrence

Span = tuple[int, int]


@dataclass(frozen=True)
class Taking:
    """A candidate that a person takes, with the fields as edited.

    It becomes a new claim; or a further occurrence of the claim `said_again_of`; or a new claim
    to which the deadline of the claim `moves_deadline_of` was moved.
    """

    candidate: Candidate
    draft: ClaimDraft
    said_again_of: int | None = None
    moves_deadline_of: int | None = None

    def __post_init__(self) -> None:
        """Refuse what the window never offers: both at once."""
        if self.said_again_of is not None and self.moves_deadline_of is not None:
            raise ValueError("said again and moved at once")


@dataclass(frozen=True)
class Captured:
    """The claim of each taking, in their order, and the action that stored them.

    There is no action where all of it was stored before.
    """

    claim_ids: tuple[int, ...]
    action_id: int | None


def capture_claims(
    session: Session,
    article: Article,
    takings: Sequence[Taking],
    *,
    by: str,
    candidates: Sequence[Candidate] = (),
) -> Captured:
    """Store what is taken as one action; return what became of it.

    `candidates` are all that the scan found: those that say the same as a taken one become
    occurrences of its claim. Words of this article that were taken before give the claim that
    they became. Raises ClaimTrackerError, with nothing stored, where one cannot be taken.
    """
    title = named(article.title) if article.title.strip() else "an article"
    with recorded(session, f"took {of_claims(len(takings))} from {title}", by) as action:
        capture = _Capture(session, article, takings, candidates)
        claim_ids = tuple(map(capture.take, takings))
    return Captured(claim_ids, kept_id(session, action))


class _Capture:
    """One article being taken from: what is taken already, and where."""

    def __init__(
        self,
        session: Session,
        article: Article,
        takings: Sequence[Taking],
        candidates: Sequence[Candidate],
    ) -> None:
        self._session = session
        self._article = article
        self._candidates = candidates
        self._source = _source(article, takings)
        self._at: dict[Span, list[tuple[int, str]]] = defaultdict(list)
        for said in said_in(session, source_ids_of_text(session, article.text_hash)):
            if said.span_start is not None and said.span_end is not None:
                place = (said.span_start, said.span_end)
                self._at[place].append((said.claim_id, said.deadline_wording))
        all_told = {*candidates, *(taking.candidate for taking in takings)}
        self._told_at = Counter(map(_span, all_told))

    def take(self, taking: Taking) -> int:
        """Store one candidate with the others that say the same; return its claim."""
        same = list(self._same(taking.candidate))
        known = self._known(taking, same)
        if known is None:
            again = taking.said_again_of
            known = self._new(taking) if again is None else _standing(self._session, again)
        elif taking.said_again_of not in (None, known):
            raise ClaimTrackerError(
                f"These words were taken as claim {known}: mark it as a restatement there."
            )
        wording = taking.draft.deadline_wording
        for candidate in same:
            self._add_occurrence(known, candidate, wording)
        return known

    def _same(self, candidate: Candidate) -> Iterator[Candidate]:
        """The candidate, and all that say the same."""
        yield candidate
        if candidate not in self._candidates:
            return
        first = candidate.occurrence_of
        if first is None:
            first = self._candidates.index(candidate)
        for number, other in enumerate(self._candidates):
            if first in (number, other.occurrence_of) and other != candidate:
                yield other

    def _known(self, taking: Taking, same: Sequence[Candidate]) -> int | None:
        """The claim that these words became before.

        Two claims may stand in one sentence: then the words of the deadline tell them apart.
        """
        wordings = {taking.draft.deadline_wording}
        wordings.update(wording_of(candidate, self._article) for candidate in same)
        for candidate in same:
            is_alone = self._told_at[_span(candidate)] == 1
            for claim_id, wording in self._at[_span(candidate)]:
                if is_alone or wording in wordings:
                    return claim_id
        return None

    def _new(self, taking: Taking) -> int:
        draft = _with_days_as_read(self._session, taking, self._article)
        draft = draft.model_copy(update={"source": self._source})
        earlier = taking.moves_deadline_of
        if earlier is not None:
            draft = with_what_stays(self._session, draft, _standing(self._session, earlier))
        start, end = _span(taking.candidate)
        claim_id = insert_claim(self._session, draft, span_start=start, span_end=end)
        self._at[start, end].append((claim_id, draft.deadline_wording))
        if earlier is not None:
            add_move(self._session, earlier, claim_id)
        return claim_id

    def _add_occurrence(self, claim_id: int, candidate: Candidate, wording: str) -> None:
        place = _span(candidate)
        if claim_id in (known for known, _ in self._at[place]):
            return
        self._session.add(
            Occurrence(
                claim_id=claim_id,
                source_id=source_id(self._session, self._source),
                words=quote_of(candidate, self._article).words,
                span_start=candidate.start,
                span_end=candidate.end,
                stated_on=candidate.stated_on,
            )
        )
        self._at[place].append((claim_id, wording))


def _standing(session: Session, claim_id: int) -> int:
    """Return the id of a claim that somebody named; one in the bin has to be restored first."""
    if find_claim(session, claim_id).binned_at is not None:
        raise ClaimTrackerError(f"Claim {claim_id} is in the bin: restore it first.")
    return claim_id


def _span(candidate: Candidate) -> Span:
    return candidate.start, candidate.end


def _source(article: Article, takings: Sequence[Taking]) -> SourceDraft:
    """The article with its text, called as the first of the drafts calls it."""
    told = takings[0].draft.source if takings else SourceDraft()
    known = source_draft(article) if told.is_empty else told
    fixed = {"text": article.text, "canonical_url": source_draft(article).canonical_url}
    return SourceDraft.of(**known.model_dump() | fixed)


def _with_days_as_read(session: Session, taking: Taking, article: Article) -> ClaimDraft:
    """Keep the days that the whole sentence gave, unless somebody touched what gives them.

    The words of the deadline alone may read otherwise: "before 2027" in "not before 2027".
    """
    draft, candidate = taking.draft, taking.candidate
    is_untouched = (
        candidate.deadline is not None
        and (draft.deadline_wording, draft.stated_on, draft.claimant)
        == (wording_of(candidate, article), candidate.stated_on, candidate.claimant)
        and not (draft.rule or draft.window_by_hand.is_dated)
    )
    settled = settle_window(session, draft)
    if candidate.deadline is None or not is_untouched:
        return settled
    reading = candidate.deadline.reading
    days = Window(reading.opens_on, reading.due_on, reading.latest_on)
    return settled if settled.window_by_hand == days else _as_read(draft, reading)


def _as_read(draft: ClaimDraft, reading: Reading) -> ClaimDraft:
    read = {name: getattr(reading, name) for name in ("opens_on", "due_on", "latest_on")}
    read |= {"precision": reading.precision or "", "rule": f"{reading.rule}{IN_ITS_SENTENCE}"}
    return draft.model_copy(update=read)
