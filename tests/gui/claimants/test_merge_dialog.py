"""Of two claimants the one that stays keeps its own, and is given what it lacks."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.claims.claimants import ClaimantDraft, ClaimantRow
from claimtracker.gui.claimants.merge_dialog import MergeDialog
from claimtracker.gui.desk import Desk

BEGAN = date(2025, 1, 21)
EARLIER = (date(2011, 1, 3), BEGAN)


def _row(name: str, claims: int = 1, **told: object) -> ClaimantRow:
    draft = ClaimantDraft.of(name=name, **told).model_dump()
    return ClaimantRow(id=len(name), claim_count=claims, **draft)


def _proposed(qtbot: QtBot, desk: Desk, stays: ClaimantRow, goes: ClaimantRow) -> ClaimantDraft:
    dialog = MergeDialog(desk, goes, stays)
    qtbot.addWidget(dialog)
    assert dialog.stays == stays
    return dialog.draft()


def test_a_merge_fills_in_what_the_one_that_stays_lacks(qtbot: QtBot, desk: Desk) -> None:
    stays = _row("Marco Rubio", 2, role="Senator", aliases=("Marco",))
    goes = _row("Rubio", role="Secretary", organisation="State Department", term_began_on=BEGAN)
    merged = _proposed(qtbot, desk, stays, goes)
    assert (merged.role, merged.organisation) == ("Senator", "State Department")
    assert merged.term_began_on == BEGAN
    assert merged.aliases == ("Marco", "Rubio")


@pytest.mark.parametrize(("own", "kept"), [((None, None), EARLIER), ((BEGAN, None), (BEGAN, None))])
def test_a_term_is_taken_whole(
    own: tuple[date | None, date | None],
    kept: tuple[date | None, date | None],
    qtbot: QtBot,
    desk: Desk,
) -> None:
    stays, goes = (
        _row(name, claims, term_began_on=began, term_ended_on=ended)
        for name, claims, (began, ended) in (("Marco Rubio", 2, own), ("Rubio", 1, EARLIER))
    )
    merged = _proposed(qtbot, desk, stays, goes)
    assert (merged.term_began_on, merged.term_ended_on) == kept


def test_earlier_terms_go_with_the_term_that_is_chosen(qtbot: QtBot, desk: Desk) -> None:
    stays, goes = _row("Marco Rubio", 2), _row("Rubio", earlier_terms=(EARLIER,))
    assert _proposed(qtbot, desk, stays, goes).earlier_terms == (EARLIER,)
