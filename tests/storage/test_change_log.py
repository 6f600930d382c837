"""Every row that an action touches leaves its line; an action that fails leaves nothing."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, select

from claimtracker.storage.change_log import recorded, written_by_later_steps
from claimtracker.storage.logged_rows import remove_rows
from claimtracker.storage.tables import Action, Change, Claim, ClaimTag, Event, Reminder, Tag
from claimtracker.storage.undo import undo_newest
from tests.storage.plans import plans_of


def _lines(session: Session) -> list[Change]:
    newest = session.exec(select(Action)).all()[-1]
    return list(session.exec(select(Change).where(Change.action_id == newest.id)).all())


def _add_tag(session: Session, name: str = "ukraine") -> Tag:
    tag = Tag(name=name)
    with recorded(session, "tag", "Ada"):
        session.add(tag)
    return tag


def test_an_added_row_is_logged_with_all_it_holds(session: Session) -> None:
    tag = _add_tag(session)
    (line,) = _lines(session)
    assert (line.table, line.row_id) == ("tag", tag.id)
    assert (line.before, line.after) == (None, {"name": "ukraine"})


def test_a_changed_row_is_logged_with_what_differs(session: Session) -> None:
    event = Event(name="summit", starts_on=None, aliases="NATO")
    with recorded(session, "event", "Ada"):
        session.add(event)
    with recorded(session, "event", "Ada"):
        event.starts_on = date(2025, 6, 24)
    (line,) = _lines(session)
    assert (line.before, line.after) == ({"starts_on": None}, {"starts_on": "2025-06-24"})


def test_a_value_set_without_being_read_is_logged_with_what_was_there(session: Session) -> None:
    tag = _add_tag(session)
    with recorded(session, "tag", "Ada"):
        session.expire(tag)
        tag.name = "russia"
    (line,) = _lines(session)
    assert (line.before, line.after) == ({"name": "ukraine"}, {"name": "russia"})


def test_a_removed_row_is_logged_with_all_it_held(session: Session) -> None:
    tag = _add_tag(session)
    with recorded(session, "tag", "Ada"):
        session.delete(tag)
    (line,) = _lines(session)
    assert (line.before, line.after) == ({"name": "ukraine"}, None)


def test_an_action_that_changes_nothing_leaves_no_trace(session: Session) -> None:
    tag = _add_tag(session)
    with recorded(session, "set to what it was", "Ada"):
        tag.name = "ukraine"
    assert [action.name for action in session.exec(select(Action))] == ["tag"]


def test_bookkeeping_leaves_no_trace_in_the_log(session: Session) -> None:
    claim = Claim(summary="Sign the deal")
    with recorded(session, "claim", "Ada"):
        session.add(claim)
    (line,) = _lines(session)
    assert line.after is not None
    assert {"id", "version", "updated_at"}.isdisjoint(line.after)


def test_each_line_names_the_claim_whose_history_shows_it(session: Session) -> None:
    claim = Claim(summary="Sign the deal")
    with recorded(session, "claim", "Ada"):
        session.add(claim)
        session.flush()
        tag = Tag(name="ukraine")
        session.add(tag)
        session.flush()
        session.add(ClaimTag(claim_id=claim.id or 0, tag_id=tag.id or 0))
    of = {line.table: line.claim_id for line in _lines(session)}
    assert of == {"claim": claim.id, "tag": None, "claim_tag": claim.id}


def test_notices_are_not_part_of_what_was_said(session: Session) -> None:
    claim = Claim(summary="Sign the deal")
    with recorded(session, "claim", "Ada"):
        session.add(claim)
    with recorded(session, "notice", "Ada"):
        notice = Reminder(claim_id=claim.id or 0, kind="review", fell_on=date(2025, 5, 1))
        session.add(notice)
    assert _lines(session) == []


def test_an_action_that_fails_leaves_nothing(session: Session) -> None:
    with pytest.raises(ZeroDivisionError), recorded(session, "tag", "Ada"):
        session.add(Tag(name="ukraine"))
        session.flush()
        raise ZeroDivisionError
    assert session.exec(select(Tag)).all() == []
    assert session.exec(select(Action)).all() == []
    assert session.exec(select(Change)).all() == []


def test_after_a_failure_the_next_action_is_logged_once(session: Session) -> None:
    with pytest.raises(ZeroDivisionError), recorded(session, "tag", "Ada"):
        raise ZeroDivisionError
    _add_tag(session)
    assert len(_lines(session)) == 1


def test_an_action_says_who_when_and_what(session: Session) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    _add_tag(session)
    (action,) = session.exec(select(Action)).all()
    assert (action.by, action.name, action.is_undoable) == ("Ada", "tag", True)
    assert before <= action.at <= datetime.now(UTC)


def test_an_action_sees_what_another_program_wrote_before_it(
    session: Session, second_desktop: Session
) -> None:
    tag = _add_tag(session)
    with recorded(second_desktop, "tag", "Bea"):
        theirs = second_desktop.get_one(Tag, tag.id)
        theirs.name = "russia"
    with recorded(session, "tag", "Ada"):
        ours = session.get_one(Tag, tag.id)
        assert ours.name == "russia"


def test_a_save_over_another_version_is_stopped_by_the_database(
    session: Session, second_desktop: Session
) -> None:
    claim = Claim(summary="Sign the deal")
    session.add(claim)
    session.commit()
    theirs = second_desktop.get_one(Claim, claim.id)
    theirs.summary = "Sign it next week"
    second_desktop.commit()
    claim.summary = "Sign it today"
    with pytest.raises(StaleDataError):
        session.commit()


def test_days_and_moments_come_back_from_the_log_as_they_were(session: Session) -> None:
    moment = datetime(2025, 4, 18, 9, 30, 0, 5, tzinfo=UTC)
    claim = Claim(summary="a", stated_on=date(2025, 4, 18), created_at=moment)
    with recorded(session, "add", "Ada"):
        session.add(claim)
    asked = "SELECT stated_on, created_at, binned_at FROM claim"
    before = session.connection().exec_driver_sql(asked).all()
    with recorded(session, "remove", "Ada"):
        remove_rows(session, Claim, [claim.id or 0])
    undo_newest(session, "Ada")
    assert session.connection().exec_driver_sql(asked).all() == before


def test_a_moment_without_a_time_zone_is_a_bug(session: Session) -> None:
    session.add(Claim(summary="a", created_at=datetime(2025, 4, 18)))
    with pytest.raises(Exception, match="without a time zone"):
        session.flush()


def test_what_later_steps_wrote_is_asked_of_the_row_and_not_of_all_that_was_done(
    session: Session,
) -> None:
    tag = _add_tag(session)
    added = session.exec(select(Action.id)).one()
    with recorded(session, "tag", "Ada"):
        tag.name = "russia"
    with plans_of(session) as plans:
        assert written_by_later_steps(session, tag, added or 0) == {"name"}
    assert [plan for plan in plans if "change" in plan] == [
        "SEARCH change USING INDEX ix_change_row (table=? AND row_id=?)"
    ]
    assert plans[0].startswith("SEARCH change")
