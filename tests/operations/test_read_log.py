"""The log of everything: what each filter finds, the newest first, and what a row tells."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import DocumentDraft, SourceDraft
from claimtracker.claims.log import MOST_COUNTED, Kind, LogFilter, LoggedRow, Standing
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations import read_log
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.empty_bin import empty_bin
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.undo import redo, undo
from claimtracker.storage.change_log import recorded
from claimtracker.storage.tables import Action, Claimant
from tests.conftest import Enter, Rate

DAY = date(2025, 4, 1)


def _names(session: Session, **wanted: object) -> list[str]:
    ids = read_log.ids(session, LogFilter(**wanted))  # type: ignore[arg-type]  # the caller names the fields
    rows = read_log.rows(session, ids)
    return [rows[action_id].name for action_id in ids]


def _newest(session: Session) -> LoggedRow:
    ids = read_log.ids(session, LogFilter(), 1)
    return read_log.rows(session, ids)[ids[0]]


@pytest.fixture
def busy(session: Session, enter: Enter, rate: Rate) -> None:
    """One action of most kinds, by two people."""
    claim_id = enter("Sign", source=SourceDraft.of(title="Remarks"), deadline_wording="next week")
    enter("Talk about it", claimant="Rubio", tags=("ukraine",))
    rate(claim_id, Verdict.BROKEN)
    keep_evidence(session, [(DocumentDraft(title="Leak"), None)], by="Bob")
    move_deadline(session, claim_id, "by June", DAY, by="Bob")
    undo(session, by="Ada")


def test_everything_is_listed_the_newest_first(session: Session, busy: None) -> None:
    assert _names(session) == [
        "undo: moved deadline of 'Sign'",
        "moved deadline of 'Sign'",
        "captured 1 document",
        "verdict broken on 'Sign'",
        "new claim 'Talk about it'",
        "new claim 'Sign'",
    ]


def test_words_are_looked_for_in_the_action_and_in_its_claims(
    session: Session, busy: None, enter: Enter
) -> None:
    assert _names(session, words="TALK") == ["new claim 'Talk about it'"]
    assert _names(session, words="verdict sign") == ["verdict broken on 'Sign'"]
    ids = [enter("Peace talks"), enter("Ceasefire")]
    bin_claims(session, ids, by="Ada")
    assert _names(session, words="ceasefire bin") == ["bin 2 claims"]
    assert _names(session, words="100% '; DROP") == []


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (Kind.VERDICTS, ["verdict broken on 'Sign'"]),
        (Kind.EVIDENCE, ["captured 1 document"]),
        (Kind.MOVES, ["undo: moved deadline of 'Sign'", "moved deadline of 'Sign'"]),
        (Kind.TAGS, ["new claim 'Talk about it'"]),
        (Kind.CLAIMANTS, ["new claim 'Talk about it'"]),
        (
            Kind.PLACES,
            ["undo: moved deadline of 'Sign'", "moved deadline of 'Sign'", "new claim 'Sign'"],
        ),
        (Kind.EVENTS, []),
        (Kind.CONVENTIONS, []),
    ],
)
def test_a_kind_is_told_by_what_was_changed(
    session: Session, busy: None, kind: Kind, found: list[str]
) -> None:
    assert _names(session, kind=kind) == found


def test_who_did_it_and_everybody_who_did_something(session: Session, busy: None) -> None:
    assert _names(session, by="Bob") == ["moved deadline of 'Sign'", "captured 1 document"]
    assert read_log.people(session) == ["Ada", "Bob"]


def test_what_stands_and_what_was_undone(session: Session, busy: None) -> None:
    assert _names(session, standing=Standing.UNDONE) == ["moved deadline of 'Sign'"]
    assert _names(session, standing=Standing.STANDS)[0] == "captured 1 document"
    redo(session, by="Ada")
    assert _names(session, standing=Standing.UNDONE) == []


def test_days_are_those_of_this_place_and_both_included(session: Session, enter: Enter) -> None:
    for hour in (0, 12, 23):
        enter(f"At {hour}")
        at = datetime(2025, 4, 1, hour, 59).astimezone()
        action = session.exec(select(Action).order_by(col(Action.id).desc())).first()
        assert action is not None
        action.at = at
        session.add(action)
        session.commit()
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    assert len(_names(session, first_on=DAY, last_on=DAY)) == 3
    assert _names(session, last_on=before) == _names(session, first_on=after) == []
    assert len(_names(session, first_on=date.min, last_on=date.max)) == 3


def test_the_actions_of_one_claim(session: Session, busy: None) -> None:
    talk = session.exec(select(Action.id)).all()
    assert len(talk) == 6
    assert _names(session, claim_id=2) == ["new claim 'Talk about it'"]
    assert _names(session, claim_id=1)[-1] == "new claim 'Sign'"
    assert _names(session, claim_id=99) == []


def test_a_row_tells_its_first_claim_that_still_is_there(session: Session, enter: Enter) -> None:
    ids = [enter("Sign"), enter("Talk")]
    bin_claims(session, ids, by="Ada")
    row = _newest(session)
    assert (row.claim_id, row.claim, row.change_count, row.stands) == (ids[0], "Sign", 2, True)
    empty_bin(session, by="Ada", claim_ids=ids[:1])
    found = read_log.rows(session, [row.id])[row.id]
    assert (found.claim_id, found.claim) == (ids[1], "Talk")


def test_very_many_changes_are_counted_no_further_than_it_matters(session: Session) -> None:
    with recorded(session, "many", "Ada"):
        session.add_all(Claimant(name=f"Person {number}") for number in range(MOST_COUNTED + 1))
    row = _newest(session)
    assert (row.change_count, row.claim_id) == (MOST_COUNTED, None)
    assert len(read_log.change_ids(session, row.id)) == MOST_COUNTED + 1
    assert len(read_log.first_changes(session, row.id, 3)) == 3


def test_an_action_that_is_not_there_has_no_changes(session: Session) -> None:
    assert read_log.rows(session, [99]) == {}
    assert list(read_log.change_ids(session, 99)) == []
    assert read_log.change_rows(session, [99]) == {}
