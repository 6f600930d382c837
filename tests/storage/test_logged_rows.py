"""Many rows are changed at once, and each of them is a line of the log that undo takes back."""

from collections.abc import Iterable
from datetime import date

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from claimtracker.operations.verify import verify
from claimtracker.storage import logged_rows, plain_inserts
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import (
    add_rows,
    batches,
    change_rows,
    remove_rows,
    stored_rows,
)
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Action, Change, Claim, Event, Move, Tag
from claimtracker.storage.undo import redo_oldest, undo_newest
from tests.conftest import Dump, Enter

DAY = date(2025, 6, 1)


def _change(session: Session, ids: Iterable[int], **values: object) -> int:
    with recorded(session, "change", "Ada"):
        return change_rows(session, Claim, ids, values)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let three rows be more than one batch."""
    monkeypatch.setattr(logged_rows.batches, "__defaults__", (2,))


def test_rows_get_the_same_values_and_each_has_its_line(session: Session, enter: Enter) -> None:
    ids = [enter(), enter(notes="kept"), enter()]
    assert _change(session, ids, notes="kept", review_on=DAY) == 3
    lines = session.exec(select(Change).where(Change.table == "claim").order_by("id")).all()[-3:]
    assert [(line.claim_id, line.before, line.after) for line in lines] == [
        (ids[0], {"notes": "", "review_on": None}, {"notes": "kept", "review_on": "2025-06-01"}),
        (ids[1], {"review_on": None}, {"review_on": "2025-06-01"}),
        (ids[2], {"notes": "", "review_on": None}, {"notes": "kept", "review_on": "2025-06-01"}),
    ]


def test_what_is_like_that_already_is_left_alone(session: Session, enter: Enter) -> None:
    claim_id = enter(review_on=DAY)
    actions = len(session.exec(select(Action)).all())
    assert _change(session, [claim_id], review_on=DAY) == 0
    assert len(session.exec(select(Action)).all()) == actions


def test_a_row_that_is_not_there_or_named_twice_changes_nothing_more(
    session: Session, enter: Enter
) -> None:
    claim_id = enter()
    assert _change(session, [claim_id, 99, claim_id], notes="new") == 1


def test_each_change_counts_the_version_up_so_that_a_stale_form_is_refused(
    session: Session, enter: Enter
) -> None:
    claim_id = enter()
    before = session.get_one(Claim, claim_id).version
    _change(session, [claim_id], notes="new")
    assert session.get_one(Claim, claim_id).version == before + 1


def test_objects_that_somebody_holds_are_read_again(session: Session, enter: Enter) -> None:
    claim = session.get_one(Claim, enter())
    with recorded(session, "change", "Ada"):
        held = session.get_one(Claim, claim.id)
        change_rows(session, Claim, [claim.id or 0], {"notes": "new"})
        assert held.notes == "new"


def test_what_the_orm_still_holds_back_is_logged_first(session: Session, enter: Enter) -> None:
    claim_id = enter()
    with recorded(session, "change", "Ada"):
        session.get_one(Claim, claim_id).notes = "by the ORM"
        change_rows(session, Claim, [claim_id], {"notes": "at once"})
    lines = session.exec(select(Change.after).order_by("id")).all()[-2:]
    assert lines == [{"notes": "by the ORM"}, {"notes": "at once"}]


def test_added_rows_get_ids_that_were_never_given(session: Session) -> None:
    with recorded(session, "tags", "Ada"):
        assert add_rows(session, Tag, [{"name": name} for name in "abc"]) == range(1, 4)
    undo_newest(session, "Ada")
    with recorded(session, "tags", "Ada"):
        assert add_rows(session, Tag, [{"name": "d"}]) == range(4, 5)
        assert add_rows(session, Tag, []) == range(5, 5)


def test_removed_rows_are_logged_whole(session: Session) -> None:
    with recorded(session, "tags", "Ada"):
        add_rows(session, Tag, [{"name": name} for name in "abc"])
    with recorded(session, "untag", "Ada"):
        assert remove_rows(session, Tag, [1, 2, 3, 99]) == 3
    assert session.exec(select(Change.before).order_by("id")).all()[-1] == {"name": "c"}


def test_a_move_is_shown_in_the_history_of_the_claim_it_leads_from(
    session: Session, enter: Enter
) -> None:
    one, other = enter(), enter()
    with recorded(session, "move", "Ada"):
        add_rows(session, Move, [{"from_claim_id": one, "to_claim_id": other}])
    with recorded(session, "separate", "Ada"):
        remove_rows(session, Move, [1])
    assert session.exec(select(Change.claim_id).order_by("id")).all()[-2:] == [one, one]


def test_undo_and_redo_give_the_same_rows_and_the_log_verifies(
    session: Session, enter: Enter, dump: Dump
) -> None:
    ids = [enter(), enter(notes="old", review_on=date(2025, 5, 5)), enter()]
    before = dump()
    _change(session, ids, notes="new", review_on=DAY)
    after = dump()
    undo_newest(session, "Ada")
    assert dump() == before
    redo_oldest(session, "Ada")
    assert dump() == after
    assert verify(session).problems == ()


@pytest.mark.parametrize("most_text", [plain_inserts.MOST_TEXT, 10])
def test_many_rows_come_and_get_few_and_many_values_as_each_by_itself(
    session: Session, dump: Dump, most_text: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_inserts, "MOST_TEXT", most_text)
    monkeypatch.setattr(logged_rows.batches, "__defaults__", (5_000,))
    names = [f"tag {number}" for number in range(1_117)]  # 2 x 500, 2 x 50 and 17
    with recorded(session, "tags", "Ada"):
        keys = list(add_rows(session, Tag, [{"name": name} for name in names]))
    assert session.exec(select(Tag.name).order_by("id")).all() == names
    with recorded(session, "events", "Ada"):
        rows = [{**logged_rows.blank_row(Event), "name": name} for name in names[:60]]
        add_rows(session, Event, rows)
    before = dump()
    with recorded(session, "days", "Ada"):
        change_rows(session, Event, range(1, 41), {"starts_on": DAY})
        change_rows(session, Event, range(41, 44), {"starts_on": DAY, "aliases": "x"})
    with recorded(session, "day", "Ada"):
        change_rows(session, Event, range(1, 61), {"starts_on": date(2025, 7, 1)})
    with recorded(session, "no tags", "Ada"):
        remove_rows(session, Tag, keys)
    after = dump()
    for _step in range(3):
        undo_newest(session, "Ada")
    assert dump() == before
    for _step in range(3):
        redo_oldest(session, "Ada")
    assert dump() == after
    assert verify(session).problems == ()


def test_a_row_that_an_older_program_logged_comes_back_with_what_is_usual(
    session: Session,
) -> None:
    with recorded(session, "add", "Ada"):
        session.add(Event(name="summit", aliases="NATO", starts_on=DAY))
    with recorded(session, "remove", "Ada"):
        remove_rows(session, Event, [1])
    older = "UPDATE change SET before = json_remove(before, '$.aliases', '$.starts_on')"
    session.connection().exec_driver_sql(f"{older} WHERE after IS NULL")
    session.commit()
    undo_newest(session, "Ada")
    event_now = session.get_one(Event, 1)
    assert (event_now.name, event_now.aliases, event_now.starts_on) == ("summit", "", None)


def test_the_search_index_follows(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign the deal")
    _change(session, [claim_id], summary="Build the railway")
    found = session.connection().exec_driver_sql(
        "SELECT rowid FROM claim_search WHERE claim_search MATCH 'railway'"
    )
    assert found.scalars().all() == [claim_id]


def test_outside_an_action_nothing_is_written(session: Session, enter: Enter, dump: Dump) -> None:
    claim_id = enter()
    before = dump()
    with pytest.raises(RuntimeError, match="outside an action"):
        change_rows(session, Claim, [claim_id], {"notes": "new"})
    assert dump() == before


def test_as_many_rows_as_one_likes_are_asked_for_by_one_parameter(session: Session) -> None:
    with recorded(session, "tags", "Ada"):
        add_rows(session, Tag, [{"name": str(number)} for number in range(5)])
    asked = select(Tag.id).where(among(col(Tag.id), range(3, 100_000)))
    assert session.exec(asked).all() == [3, 4, 5]


def test_the_statements_grow_with_the_batches_not_with_the_rows(
    session: Session, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logged_rows.batches, "__defaults__", (100,))
    counts = []
    statements: list[str] = []
    event.listen(
        session.get_bind(), "before_cursor_execute", lambda *told: statements.append(told[2])
    )
    for rows in (2, 40):
        ids = [enter() for _ in range(rows)]
        statements.clear()
        _change(session, ids, notes="new")
        undo_newest(session, "Ada")
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_rows_that_are_alike_share_what_is_told_of_them(session: Session, enter: Enter) -> None:
    one, other = enter(), enter()
    rows = stored_rows(session, Claim, [one, other], ("notes", "review_on"))
    assert rows.fields[one] is rows.fields[other]


def test_batches_hold_everything_once_and_in_order() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([])) == []
