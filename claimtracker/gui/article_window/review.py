"""What a person decides about the candidates of one article; survives another scan of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimtracker.articles.candidate import Candidate, Kind, Scan
from claimtracker.claims.said_rows import SaidInArticle
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Key, Span, grouped

Fields = Mapping[str, object]


class Standing(StrEnum):
    """What became of a candidate."""

    OPEN = "open"
    TAKING = "taking"  # on its way into the database
    TAKEN = "taken"
    DROPPED = "dropped"


@dataclass
class Step:
    """One decision that can be taken back; a stored one by the number of its action."""

    keys: Sequence[Key]
    is_on_its_way: bool = False
    action_id: int | None = None


class Review:
    """The groups of a scan, candidates before those that are not taken, and how each stands."""

    def __init__(self, scan: Scan) -> None:
        self._standings: dict[Key, Standing] = {}
        self._claim_ids: dict[Key, int] = {}
        self._edits: dict[Key, Fields] = {}
        self._own: dict[Key, CandidateGroup] = {}
        self._steps: list[Step] = []
        self.use_scan(scan)

    def use_scan(self, scan: Scan) -> None:
        """Go on with another scan of the same text: what was decided stays where places agree."""
        self.candidates = scan.candidates
        self._scanned = grouped(scan.candidates)
        self._order()

    @property
    def groups(self) -> Sequence[CandidateGroup]:
        """Every group in the order of the list."""
        return self._groups

    def group_at(self, point: int) -> CandidateGroup | None:
        """The candidate in whose words this code point stands.

        Where several do: the one whose deadline it is, then the narrowest.
        """
        there = [
            (not _is_in_deadline(candidate, point), candidate.end - candidate.start, number)
            for number, group in enumerate(self._groups)
            for candidate in group.occurrences
            if candidate.start <= point < candidate.end
        ]
        return self._groups[min(there)[2]] if there else None

    def standing(self, group: CandidateGroup) -> Standing:
        """How it stands."""
        return self._standings.get(group.key, Standing.OPEN)

    def claim_id(self, group: CandidateGroup) -> int | None:
        """The claim it was stored as, None while it is not."""
        return self._claim_ids.get(group.key)

    def edits(self, group: CandidateGroup) -> Fields:
        """The fields of the claim's draft that a person edited."""
        return self._edits.get(group.key, {})

    def keep_edits(self, group: CandidateGroup, fields: Fields) -> None:
        """Keep edited fields for when it is taken, with those edited before."""
        if fields:
            self._edits[group.key] = {**self.edits(group), **fields}

    def forget_edits(self) -> None:
        """Let go of all edited fields."""
        self._edits = {}

    @property
    def unused_edits(self) -> int:
        """How many edited candidates are not stored."""
        used = (Standing.TAKEN, Standing.TAKING)
        return sum(self._standings.get(key) not in used for key in self._edits)

    def count(self, standing: Standing) -> int:
        """How many candidates stand so."""
        return sum(self.standing(group) is standing for group in self._groups)

    def open_candidates(self) -> list[CandidateGroup]:
        """What "take all" is about: undecided, and no group that the scan advises against."""
        return [
            group
            for group in self._groups
            if not group.is_not_taken and self.standing(group) is Standing.OPEN
        ]

    def drop(self, groups: Sequence[CandidateGroup]) -> int:
        """Drop what is open; return how many that were."""
        dropped = [group for group in groups if self.standing(group) is Standing.OPEN]
        if dropped:
            self._steps.append(Step([group.key for group in dropped]))
            self._set(dropped, Standing.DROPPED)
        return len(dropped)

    def begin_taking(self, groups: Sequence[CandidateGroup]) -> list[CandidateGroup]:
        """Note what is on its way to be stored; return it without what is stored already."""
        done = (Standing.TAKING, Standing.TAKEN)
        wanted = [group for group in groups if self.standing(group) not in done]
        if wanted:
            self._steps.append(Step([group.key for group in wanted], is_on_its_way=True))
        self._set(wanted, Standing.TAKING)
        return wanted

    def end_taking(
        self,
        taken: Sequence[CandidateGroup],
        left: Sequence[CandidateGroup],
        action_id: int | None = None,
    ) -> None:
        """Some of what was on its way is stored now, by one action; the rest is undecided.

        Without an action it was stored before, and there is nothing to take back.
        """
        ended = {group.key for group in (*taken, *left)}
        for step in self._steps:
            if step.is_on_its_way and ended.issuperset(step.keys):
                step.keys = [group.key for group in taken] if action_id is not None else []
                step.is_on_its_way, step.action_id = False, action_id
        self._steps = [step for step in self._steps if step.keys]
        self._set(taken, Standing.TAKEN)
        self._set(left, Standing.OPEN)

    def add_own(self, group: CandidateGroup) -> None:
        """Show a candidate of the person's own words too."""
        self._own[group.key] = group
        self._order()

    def use_known(self, claims: Sequence[SaidInArticle]) -> None:
        """Follow the database: what is stored is taken, what was taken back is open again.

        Stored words that are no candidate of this scan are shown as the person's own, until they
        are taken back.
        """
        found: dict[Key, int] = {}
        at = self._groups_by_span()
        for said in claims:
            if said.span_start is not None and said.span_end is not None:
                group = _told_of(said, at.get((said.span_start, said.span_end), ()))
                self._own.setdefault(group.key, group)
                found[group.key] = said.claim_id
        stored = {key for key, each in self._standings.items() if each is Standing.TAKEN}
        self._standings |= dict.fromkeys(stored - found.keys(), Standing.OPEN)
        self._standings |= dict.fromkeys(found, Standing.TAKEN)
        self._forget_steps_taken_back()
        for key in (stored | self._claim_ids.keys()) - found.keys() - self._edits.keys():
            self._own.pop(key, None)  # but edited words are not lost with their claim
        self._claim_ids = found
        self._order()

    @property
    def last_step(self) -> Step | None:
        """What undo would take back."""
        return self._steps[-1] if self._steps else None

    def take_last_step(self) -> Step | None:
        """Hand over what undo takes back; it is no step any more."""
        return self._steps.pop() if self._steps else None

    def put_step_back(self, step: Step) -> None:
        """It could not be taken back."""
        self._steps.append(step)

    def reopen(self, step: Step) -> None:
        """What this step decided is undecided again."""
        self._standings |= dict.fromkeys(step.keys, Standing.OPEN)

    def _forget_steps_taken_back(self) -> None:
        """What the main window has undone is no step of this window any more."""
        self._steps = [
            step
            for step in self._steps
            if step.action_id is None
            or any(self._standings.get(key) is Standing.TAKEN for key in step.keys)
        ]

    def _set(self, groups: Iterable[CandidateGroup], standing: Standing) -> None:
        self._standings |= {group.key: standing for group in groups}

    def _order(self) -> None:
        every = {**self._own, **{group.key: group for group in self._scanned}}
        self._groups = sorted(every.values(), key=lambda group: (group.is_not_taken, group.key))

    def _groups_by_span(self) -> dict[Span, list[CandidateGroup]]:
        found: dict[Span, list[CandidateGroup]] = {}
        for group in (*self._scanned, *self._own.values()):
            for span in group.spans:
                found.setdefault(span, []).append(group)
        return found


def _is_in_deadline(candidate: Candidate, point: int) -> bool:
    found = candidate.deadline
    return found is not None and found.start <= point < found.end


def _told_of(said: SaidInArticle, there: Sequence[CandidateGroup]) -> CandidateGroup:
    """The candidate that a stored claim was; two in one sentence differ by their deadlines."""
    for group in there:
        deadline = group.candidate.deadline
        wording = deadline.reading.wording if deadline else ""
        if len(there) == 1 or wording.split() == said.deadline_wording.split():
            return group
    return there[0] if there else _own_words(said.words, said.span_start or 0, said.span_end or 0)


def _own_words(words: str, start: int, end: int) -> CandidateGroup:
    """A candidate that a person found, not the scan."""
    return CandidateGroup(Candidate(Kind.COMMITMENT, words, start, end), is_own=True)
