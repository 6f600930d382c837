"""An undo that collides: both texts in words, and the log keeps whichever is not chosen."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.change_words import Telling
from claimtracker.claims.errors import Collision, UndoConflict
from claimtracker.operations import read_log
from claimtracker.operations.set_review import set_review
from claimtracker.operations.tell_collisions import tell_collisions
from claimtracker.operations.undo import take_back
from claimtracker.storage.tables import Action, Claim, Claimant
from tests.conftest import Enter


def test_both_texts_are_told_as_they_would_be_read(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign")
    set_review(session, [claim_id], date(2025, 6, 1), by="Ada")
    set_review(session, [claim_id], date(2025, 7, 1), by="Bob")
    first = session.exec(select(Action.id).where(Action.name.contains("2025-06-01"))).one()  # type: ignore[attr-defined]  # a column
    with pytest.raises(UndoConflict) as refused:
        take_back(session, first or 0, by="Ada")
    (told,) = tell_collisions(session, refused.value.collisions, Telling())
    assert (told.label, told.owner) == ("Review date", "“Sign”")
    assert (told.restored, told.present) == ("", "2025-07-01")
    take_back(session, first or 0, by="Ada", keeping=())
    assert session.get_one(Claim, claim_id).review_on is None
    newest = read_log.first_changes(session, first + 2 if first else 0, 5)
    assert [(line.before, line.after) for line in newest] == [
        ({"review_on": "2025-07-01"}, {"review_on": None})
    ]


def test_numbers_are_told_as_names(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign", claimant="Rubio")
    rubio = session.exec(select(Claimant.id)).one()
    given = [
        Collision("claim", claim_id, claim_id, "claimant_id", None, rubio),
        Collision("claimant", rubio or 0, None, "role", "Senator", "Secretary"),
        Collision("claim", claim_id, claim_id, "verdict", "not_yet_rated", "kept_late"),
    ]
    told = tell_collisions(session, given, Telling())
    assert [(each.label, each.restored, each.present) for each in told] == [
        ("Claimant", "", "Rubio"),
        ("Role", "Senator", "Secretary"),
        ("Verdict", "not yet rated", "kept late"),
    ]
    assert told[1].owner == "Claimant “Rubio”"
    assert [each.key for each in told] == [each.key for each in given]


def test_who_wrote_what_stands_there_now_is_told(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign")
    set_review(session, [claim_id], date(2025, 6, 1), by="Ada")
    set_review(session, [claim_id], date(2025, 7, 1), by="Bob")
    given = [
        Collision("claim", claim_id, claim_id, "review_on", "2025-06-01", "2025-07-01"),
        Collision("claim", claim_id + 1, None, "notes", "", "from nowhere"),
    ]
    told = tell_collisions(session, given, Telling())
    assert [each.written[0] if each.written else None for each in told] == ["Bob", None]
