"""Undo appends the inverse, redo brings it back, and neither overwrites what others did."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.deadlines import Policy
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.link_evidence import link_evidence, unlink_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.set_review import set_review
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Action, Change, EvidenceLink, Tag
from claimtracker.storage.undo import redo_oldest, steps, undo_newest
from tests.conftest import Dump, Enter
from tests.storage.plans import each_statement

TOLD = {"stated_on": "2025-04-18", "quote": "within days", "tags": ("ukraine",)}
RUBIO = {"claimant": "Marco Rubio", "claimant_role": "Secretary", "due_on": "2025-04-20"}


def _edit(session: Session, claim_id: int, **fields: object) -> None:
    version = find_claim(session, claim_id).version
    draft = ClaimDraft.of(**{"summary": "Move on", "claimant": "Donald Trump", **fields})
    edit_claim(session, claim_id, draft, version=version, by="Ada")


def _rate(session: Session, *ids: int) -> None:
    draft = AssessmentDraft.of(verdict="kept", reason="Seen.", assessed_on="2025-05-01")
    rate_claims(session, ids, draft, by="Ada")


def _link(session: Session, *ids: int, relation: str = "fulfils") -> None:
    draft = EvidenceDraft.of(relation=relation, url="https://example.org/a", title="A")
    link_evidence(session, ids, draft, by="Ada")


def _unlink(session: Session) -> None:
    unlink_evidence(session, session.exec(select(EvidenceLink.id)).all()[0] or 0, by="Ada")


DAY = AssessmentDraft.of(verdict="kept", reason="-", assessed_on="2025-06-01").assessed_on

# Each begins with claims 1 and 2 and one piece of evidence on claim 1.
OPERATIONS: dict[str, Callable[[Session], object]] = {
    "add": lambda s: add_claim(s, ClaimDraft.of(summary="New", **TOLD, claimant="Ada L."), by="A"),
    "edit": lambda s: _edit(s, 1, tags=("peace",), source={"url": "https://example.org/s"}),
    "edit the tags alone": lambda s: _edit(s, 2, **{**TOLD, **RUBIO, "tags": ("peace",)}),
    "rate": lambda s: _rate(s, 1, 2),
    "link": lambda s: _link(s, 1, 2),
    "unlink": _unlink,
    "move": lambda s: move_deadline(s, 1, "2025-05-30", DAY, by="Ada"),
    "review": lambda s: set_review(s, [1, 2], DAY, by="Ada"),
    "restate": lambda s: restate_claim(s, 1, 2, by="Ada"),
    "bin": lambda s: bin_claims(s, [1, 2], by="Ada"),
    "policy": lambda s: set_policy(s, Policy(week_starts_on=6), by="Ada", reread_ids=[1, 2]),
    "restore": lambda s: restore_claims(s, [2], by="Ada"),
}


@pytest.fixture
def two_claims(session: Session, enter: Enter) -> None:
    enter("Sign the deal", **TOLD, **RUBIO, source={"url": "https://example.org/1"})
    enter("Sign it soon", **TOLD, **RUBIO)
    _link(session, 1, relation="progress")


@pytest.mark.usefixtures("two_claims")
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_undone_and_redone_gives_the_same_rows(
    name: str, session: Session, dump: Dump
) -> None:
    if name == "restore":
        bin_claims(session, [2], by="Ada")
    before = dump()
    OPERATIONS[name](session)
    after = dump()
    assert after != before
    for _ in range(2):
        undo_newest(session, "Ada")
        assert dump() == before
        redo_oldest(session, "Ada")
        assert dump() == after


@pytest.mark.usefixtures("two_claims")
def test_everything_can_be_undone_to_the_empty_database(session: Session, dump: Dump) -> None:
    for operation in OPERATIONS.values():
        operation(session)
    while undo_newest(session, "Ada"):
        pass
    assert all(rows == [] for rows in dump().values())


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(session: Session) -> None:
    assert undo_newest(session, "Ada") is None
    assert redo_oldest(session, "Ada") is None
    assert (steps(session).undo, steps(session).redo) == (None, None)


def _tag(session: Session, name: str) -> None:
    with recorded(session, name, "Ada"):
        session.add(Tag(name=name))


def _tags(session: Session) -> list[str]:
    return sorted(session.exec(select(Tag.name)).all())


def test_the_next_steps_are_named_before_they_are_taken(session: Session) -> None:
    _tag(session, "a")
    _tag(session, "b")
    undo_newest(session, "Ada")
    undo, redo = steps(session).undo, steps(session).redo
    assert undo is not None and redo is not None
    assert (undo.name, redo.name) == ("a", "b")


def test_all_actions_are_looked_through_for_one_to_redo_only_after_an_undo(
    session: Session,
) -> None:
    def is_looked_through() -> bool:
        asked: list[str] = []
        with each_statement(session, lambda _by, _at, asks, *_more: asked.append(asks)):
            steps(session)
        return any("undone_by_id > " in each for each in asked)

    _tag(session, "a")
    assert not is_looked_through()
    undo_newest(session, "Ada")
    assert is_looked_through()


def test_something_new_ends_what_could_be_redone(session: Session) -> None:
    _tag(session, "a")
    undo_newest(session, "Ada")
    _tag(session, "b")
    assert redo_oldest(session, "Ada") is None
    assert _tags(session) == ["b"]


def test_what_was_given_up_stays_so_when_the_new_thing_is_undone_too(session: Session) -> None:
    _tag(session, "a")
    undo_newest(session, "Ada")
    _tag(session, "b")
    undo_newest(session, "Ada")
    redo_oldest(session, "Ada")
    assert _tags(session) == ["b"]
    assert redo_oldest(session, "Ada") is None


def test_undo_is_written_into_the_log_and_takes_nothing_out(session: Session) -> None:
    _tag(session, "a")
    undo_newest(session, "Bea")
    done, undone = session.exec(select(Action)).all()
    assert (undone.name, undone.by, undone.is_undoable) == ("undo: a", "Bea", False)
    assert done.undone_by_id == undone.id
    added, removed = session.exec(select(Change)).all()
    assert (added.after, removed.before) == ({"name": "a"}, {"name": "a"})


def test_what_is_not_undoable_is_passed_over(session: Session) -> None:
    _tag(session, "a")
    with recorded(session, "sample", "Ada", is_undoable=False):
        session.add(Tag(name="b"))
    undo_newest(session, "Ada")
    assert _tags(session) == ["b"]


@pytest.mark.parametrize(
    "meanwhile", ["UPDATE tag SET name = 'c'", "DELETE FROM tag"], ids=["changed", "gone"]
)
def test_what_others_changed_since_is_not_overwritten(
    meanwhile: str, session: Session, dump: Dump
) -> None:
    _tag(session, "a")
    session.execute(text(meanwhile))
    session.commit()
    before = dump()
    with pytest.raises(UndoConflict, match=r"^This cannot be undone: .*\.$") as refused:
        undo_newest(session, "Ada")
    assert isinstance(refused.value, ClaimTrackerError)
    assert dump() == before
    assert len(session.exec(select(Action)).all()) == 1


def test_a_row_that_came_back_otherwise_is_not_doubled_by_redo(session: Session) -> None:
    _tag(session, "a")
    undo_newest(session, "Ada")
    session.add(Tag(id=1, name="other"))
    session.commit()
    with pytest.raises(UndoConflict):
        redo_oldest(session, "Ada")
    assert _tags(session) == ["other"]


def test_undo_takes_back_what_another_desktop_did_last(
    session: Session, second_desktop: Session
) -> None:
    _tag(session, "a")
    _tag(second_desktop, "b")
    undo_newest(session, "Ada")
    assert _tags(second_desktop) == ["a"]
