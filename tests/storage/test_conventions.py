"""Conventions that differ from their defaults are stored as texts and never stop the program."""

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from claimtracker.deadlines import DEFAULT_POLICY, changed_texts
from claimtracker.storage.change_log import recorded
from claimtracker.storage.conventions import keep_texts, kept_policy, kept_texts
from claimtracker.storage.tables import Change, ChangedConvention
from claimtracker.storage.undo import redo_oldest, undo_newest
from tests.conftest import Dump

TWO = {"week_starts_on": "Sunday", "vague: days": "3 days, latest 10 days"}


def _keep(session: Session, changed: dict[str, str]) -> None:
    with recorded(session, "conventions", "Ada"):
        keep_texts(session, changed)


def _store(session: Session, key: str, held: object) -> None:
    """Write past every check, as another program or a newer one might."""
    asked = text("INSERT INTO changed_convention (key, text) VALUES (:key, :text)")
    session.connection().execute(asked, {"key": key, "text": held})
    session.commit()


def test_without_any_stored_the_policy_is_the_default(session: Session) -> None:
    assert kept_texts(session) == {}
    assert changed_texts(kept_policy(session)) == {}


def test_what_is_kept_comes_back(session: Session) -> None:
    _keep(session, TWO)
    assert kept_texts(session) == TWO
    assert changed_texts(kept_policy(session)) == TWO


def test_what_is_left_out_goes_back_to_its_default(session: Session) -> None:
    _keep(session, TWO)
    _keep(session, {"week_starts_on": "Saturday"})
    assert kept_texts(session) == {"week_starts_on": "Saturday"}
    _keep(session, {})
    assert kept_texts(session) == {}


def test_each_change_is_logged_and_undone(session: Session, dump: Dump) -> None:
    _keep(session, TWO)
    before = dump()
    _keep(session, {"week_starts_on": "Saturday", "day_first": "yes"})
    after = dump()
    lines = session.exec(select(Change).where(Change.action_id == 2)).all()
    assert {line.table for line in lines} == {"changed_convention"}
    for _ in range(2):
        undo_newest(session, "Ada")
        assert dump() == before
        redo_oldest(session, "Ada")
        assert dump() == after


def test_keeping_the_same_again_is_no_change(session: Session) -> None:
    _keep(session, TWO)
    rows = session.exec(select(ChangedConvention)).all()
    _keep(session, dict(reversed(TWO.items())))
    assert session.exec(select(ChangedConvention)).all() == rows
    assert session.exec(select(Change).where(Change.action_id != 1)).all() == []


def test_a_key_of_a_newer_program_stays_and_counts_for_nothing(session: Session) -> None:
    _store(session, "moon_phase", "full")
    assert changed_texts(kept_policy(session)) == {}
    _keep(session, TWO)
    _keep(session, {})
    assert kept_texts(session) == {"moon_phase": "full"}


@pytest.mark.parametrize("bad", ["", "Caturday", "9" * 5_000, "\0", b"\xff", 7])
def test_a_text_that_cannot_be_read_counts_as_the_default(bad: object, session: Session) -> None:
    _store(session, "week_starts_on", bad)
    _store(session, "day_first", "yes")
    assert kept_policy(session).week_starts_on == DEFAULT_POLICY.week_starts_on
    assert changed_texts(kept_policy(session)) == {"day_first": "yes"}


def test_a_text_that_cannot_be_read_is_mended_by_the_next_one(session: Session) -> None:
    _store(session, "week_starts_on", "Caturday")
    _keep(session, {"week_starts_on": "Sunday"})
    assert kept_texts(session) == {"week_starts_on": "Sunday"}


def test_a_pair_that_fits_together_comes_back_though_one_alone_would_not(session: Session) -> None:
    pair = {"early_month": "18, latest 20", "mid_month": "22, latest 24"}
    keep_texts(session, pair)
    assert changed_texts(kept_policy(session)) == pair


def test_two_that_contradict_each_other_count_as_the_defaults(session: Session) -> None:
    other = {"day_first": "yes"}
    keep_texts(session, other | {"early_month": "12, latest 14", "mid_month": "13, latest 20"})
    assert changed_texts(kept_policy(session)) == other
