"""What a person does with candidates: take, drop, edit, take back; each by one key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from claimtracker.articles.article import Article
from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.article_window.body import ArticleBody
from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.edit_dialog import EditDialog
from claimtracker.gui.article_window.likenesses import Likenesses
from claimtracker.gui.article_window.review import Fields, Review, Standing, Step
from claimtracker.gui.article_window.selected_words import group_of_words
from claimtracker.gui.article_window.storing import Order, Stored, Undone, store, take_back
from claimtracker.gui.desk import Desk
from claimtracker.operations.claim_of_candidate import draft_of

NO_WORDS = "Select the words of the claim in the text first, then press C."
NOTHING_TO_UNDO = "Nothing was taken or dropped in this window yet."
ALL_DECIDED = "Every candidate is decided."


class Deciding(QObject):
    """Works on the current or selected candidates; nothing is stored before a person takes it."""

    said = Signal(str)
    refused = Signal(str)
    decided = Signal()  # some candidate stands otherwise
    claim_wanted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        review: Review,
        body: ArticleBody,
        likenesses: Likenesses,
        article: Callable[[], Article],
    ) -> None:
        super().__init__(body)
        self._desk = desk
        self._review = review
        self._body = body
        self._likenesses = likenesses
        self._article = article
        self._edited: CandidateGroup | None = None
        self._undoes_when_stored = False

    def take(self) -> None:
        """Take what is selected, each as a new claim, and go on."""
        chosen = self._body.list.selected()
        is_seen = len(chosen) == 1 and self._is_seen(chosen[0])
        self._store([self._order(group, may_resemble=is_seen) for group in chosen])

    def take_as_said_again(self) -> None:
        """Take the current candidate as one more occurrence of the claim that is named."""
        known, current = self._body.resemblance.chosen, self._body.current
        if known and current:
            self._store([self._order(current, said_again_of=known.claim_id, may_resemble=True)])

    def take_as_moved(self) -> None:
        """Take the current candidate as the later deadline of the claim that is named."""
        known, current = self._body.resemblance.chosen, self._body.current
        if known and current:
            order = self._order(current, moves_deadline_of=known.claim_id, may_resemble=True)
            self._store([order])

    def drop(self) -> None:
        """Put aside what is selected, and go on."""
        count = self._review.drop(self._body.list.selected())
        if count:
            self._go_on("1 candidate dropped" if count == 1 else f"{count} candidates dropped")

    def select_all(self) -> None:
        """Select every undecided candidate, for one key to take them all."""
        chosen = self._review.open_candidates()
        if not chosen:
            self.said.emit(ALL_DECIDED)
            return
        self._body.list.select(chosen)
        self.said.emit(f"{len(chosen)} selected. A takes them, X drops them.")

    def edit(self) -> None:
        """Open the fields of the current candidate; of a taken one, its claim."""
        current = self._body.current
        if current is None:
            return
        if claim_id := self._review.claim_id(current):
            self.claim_wanted.emit(claim_id)
        elif self._review.standing(current) is not Standing.TAKING:
            self._open_form(current, may_keep=True)

    def claim_from_words(self) -> None:
        """Open the fields of a claim of the words that are selected in the text."""
        span = self._body.text.selected_span()
        if span is None:
            self.refused.emit(NO_WORDS)
            return
        around = self._review.group_at(span[0])
        work = partial(
            group_of_words,
            article=self._article(),
            span=span,
            around=around.candidate if around else None,
        )
        self._desk.ask(work, self._open_own)

    def undo(self) -> None:
        """Take back what was taken or dropped last."""
        last = self._review.last_step
        if last is not None and last.is_on_its_way:
            self._undoes_when_stored = True
            return
        step = self._review.take_last_step()
        if step is None:
            self.said.emit(NOTHING_TO_UNDO)
        elif step.action_id is None:
            self._reopen(step)
        else:
            work = partial(take_back, step=step, by=self._desk.by)
            self._desk.carry_out(work, self._follow_undo)

    def _is_seen(self, group: CandidateGroup) -> bool:
        """Whether the person was shown what it resembles."""
        return self._likenesses.of(group) is not None

    def _order(
        self,
        group: CandidateGroup,
        *,
        may_resemble: bool,
        said_again_of: int | None = None,
        moves_deadline_of: int | None = None,
    ) -> Order:
        edits = self._review.edits(group)
        return Order(group, edits, said_again_of, moves_deadline_of, may_resemble)

    def _store(self, orders: Sequence[Order]) -> None:
        wanted = self._review.begin_taking([order.group for order in orders])
        if not wanted:
            return
        work = partial(
            store,
            article=self._article(),
            candidates=self._review.candidates,
            orders=[order for order in orders if order.group in wanted],
            today=self._desk.today,
            by=self._desk.by,
        )
        self._desk.carry_out(work, self._take_stored)
        self._go_on("")

    def _take_stored(self, stored: Stored) -> None:
        taken = [order.group for order in stored.orders if order.group.key in stored.taken]
        left = [order.group for order in stored.orders if order.group.key not in stored.taken]
        self._review.end_taking(taken, left, stored.action_id)
        self._likenesses.learn(stored.held_back)
        if stored.refusal:
            self.refused.emit(stored.refusal)
        elif stored.held_back:
            self.refused.emit(_held_back(len(stored.held_back)))
        self._tell(_taken(len(taken), is_new=stored.action_id is not None) if taken else "")
        if self._undoes_when_stored:
            self._undoes_when_stored = False
            last = self._review.last_step
            if stored.action_id is not None or (last is not None and last.is_on_its_way):
                self.undo()  # not the step before, where this one was refused

    def _go_on(self, words: str) -> None:
        is_more = self._body.list.go_to_next_open()
        self._tell(words if is_more else " · ".join(filter(None, (words, ALL_DECIDED))))

    def _follow_undo(self, undone: Undone) -> None:
        if undone.refusal:
            self._review.put_step_back(undone.step)
            self.refused.emit(undone.refusal)
        else:
            self._reopen(undone.step)

    def _reopen(self, step: Step) -> None:
        self._review.reopen(step)
        self._body.list.go_to(step.keys[0])
        count = len(step.keys)
        what = "the candidate is" if count == 1 else f"{count:,} candidates are"
        self._tell(f"Undone: {what} undecided again")

    def _tell(self, words: str) -> None:
        self._body.refresh()
        self.said.emit(words)
        self.decided.emit()

    def _open_form(self, group: CandidateGroup, *, may_keep: bool) -> None:
        draft = self._draft(group)
        if draft is None:
            return
        self._edited = group
        dialog = EditDialog(self._desk, draft, may_keep=may_keep, parent=self._body.window())
        dialog.take_wanted.connect(self._take_edited)
        dialog.kept.connect(self._keep_edited)
        dialog.open()

    def _draft(self, group: CandidateGroup) -> ClaimDraft | None:
        """The fields as found, with what was edited before; None where they are refused."""
        try:
            found = draft_of(group.candidate, self._article(), today=self._desk.today)
        except ClaimTrackerError as error:
            self.refused.emit(str(error))
            return None
        return found.model_copy(update=dict(self._review.edits(group)))

    def _open_own(self, group: CandidateGroup) -> None:
        self._open_form(group, may_keep=False)

    def _take_edited(self, edits: Fields) -> None:
        group = self._edited
        if group is None:
            return
        if group not in self._review.groups:
            self._review.add_own(group)
            self._body.show_review()
            self._body.list.go_to(group.key)
        self._review.keep_edits(group, edits)
        self._store([self._order(group, may_resemble=self._is_seen(group))])

    def _keep_edited(self, edits: Fields) -> None:
        if self._edited is not None:
            self._review.keep_edits(self._edited, edits)
            self._tell("Kept for when it is taken")


def _taken(count: int, *, is_new: bool) -> str:
    return f"{of_claims(count)} taken{'. U takes it back.' if is_new else ' before'}"


def _held_back(count: int) -> str:
    which = "This candidate resembles" if count == 1 else f"{count:,} candidates resemble"
    left = "was left" if count == 1 else "were left"
    return f"{which} a known claim and {left}: choose Said again, Deadline moved or New claim."
