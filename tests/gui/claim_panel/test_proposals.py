"""A claim is offered criteria or a review date while it is entered; nothing is filled in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claim_panel.form import ClaimForm
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.claim_panel.proposals import Proposals
from claimtracker.gui.claim_panel.saving import NO_DATE
from claimtracker.gui.desk import Desk
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter, Rate

Settle = Callable[[], None]


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> ClaimForm:
    shown = ClaimForm(desk)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _type(form: ClaimForm, **texts: str) -> None:
    for name, text in texts.items():
        form.fields[name].set_text(text)


def _offered(proposals: Proposals) -> tuple[bool, bool]:
    """Whether criteria and a review date are offered."""
    return not proposals.write.isHidden(), not proposals.take.isHidden()


def test_an_empty_form_is_left_in_peace(form: ClaimForm) -> None:
    assert form.proposals.isHidden()


def test_a_claim_without_a_deadline_is_offered_a_review_date(form: ClaimForm, desk: Desk) -> None:
    _type(form, summary="Sign the deal")
    assert _offered(form.proposals) == (False, True)
    assert form.proposals.take.text() == "&Review on Thu 22 May"
    assert form.texts()["review_on"] == "", "it is only offered"
    form.proposals.take.click()
    assert form.texts()["review_on"] == "2025-05-22"
    assert form.proposals.isHidden()
    assert form.draft().review_on == date(2025, 5, 22)


def test_the_days_until_then_are_a_setting(form: ClaimForm, desk: Desk) -> None:
    desk.use_settings(replace(desk.settings, look_again_days=7))
    _type(form, summary="Sign the deal")
    assert form.proposals.review_on == date(2025, 5, 8)


def test_words_that_name_no_time_are_offered_one_too(qtbot: QtBot, form: ClaimForm) -> None:
    _type(form, summary="Sign the deal", deadline_wording="very quickly")
    qtbot.waitUntil(lambda: _offered(form.proposals) == (False, True))


def test_a_claim_with_a_deadline_is_offered_to_write_criteria_down(
    qtbot: QtBot, form: ClaimForm
) -> None:
    form.activateWindow()
    _type(form, summary="Sign the deal", deadline_wording="within two weeks")
    qtbot.waitUntil(lambda: _offered(form.proposals) == (True, False))
    form.proposals.write.click()
    qtbot.waitUntil(form.fields["criteria"].hasFocus)
    _type(form, criteria="Both have signed")
    assert form.proposals.isHidden()


def test_dates_set_by_hand_are_a_deadline(qtbot: QtBot, form: ClaimForm) -> None:
    _type(form, summary="Sign the deal", due_on="2025-06-01")
    qtbot.waitUntil(lambda: _offered(form.proposals) == (True, False))


def test_criteria_of_afterwards_are_not_offered(qtbot: QtBot, form: ClaimForm) -> None:
    with qtbot.waitSignal(form.preview.answered, check_params_cb=bool):
        _type(form, summary="Sign", stated_on="2025-04-01", deadline_wording="within days")
    assert form.proposals.isHidden()


def test_a_settled_claim_needs_nothing(
    form: ClaimForm, session: Session, enter: Enter, rate: Rate, as_of: AsOf
) -> None:
    claim_id = enter()
    form.show_claim(show_claim(session, claim_id, as_of))
    assert _offered(form.proposals) == (False, True)
    rate(claim_id, Verdict.WITHDRAWN)
    form.show_claim(show_claim(session, claim_id, as_of))
    assert form.proposals.isHidden()
    session.rollback()


def test_tab_goes_past_the_proposals(form: ClaimForm) -> None:
    _type(form, summary="Sign the deal")
    for button in (form.proposals.take, form.proposals.write):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "Claim entered. It has no deadline and no review date: W looks again after a while"),
        ({"review_on": "2025-06-01"}, "Claim entered"),
        ({"deadline_wording": "next week"}, "Claim entered"),
    ],
)
def test_a_claim_that_would_never_come_up_again_says_so_when_it_is_saved(
    qtbot: QtBot, desk: Desk, texts: dict[str, str], said: str
) -> None:
    panel = ClaimPanel(desk)
    qtbot.addWidget(panel)
    panel.new_claim()
    _type(panel.form, summary="Sign the deal", **texts)
    heard: list[str] = []
    desk.changes.said.connect(heard.append)
    with qtbot.waitSignal(panel.saved):
        panel.save()
    assert heard == [said]


def test_criteria_changed_after_the_deadline_are_marked_beside_their_field(
    form: ClaimForm, session: Session, enter: Enter, as_of: AsOf
) -> None:
    marked = enter(due_on=date(2025, 4, 25), criteria="Both have signed")
    form.show_claim(show_claim(session, marked, as_of))
    assert "after the deadline (Fri 25 Apr)" in form.criteria_mark.text()
    assert not form.criteria_mark.isHidden()
    form.show_claim(show_claim(session, enter(criteria="Both have signed"), as_of))
    assert form.criteria_mark.isHidden()
    form.start_new()
    assert form.criteria_mark.isHidden()
    session.rollback()


def test_saving_words_without_a_date_says_what_brings_them_to_mind(
    qtbot: QtBot, panel: ClaimPanel, desk: Desk, settled: Settle
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    panel.new_claim()
    words = "within a week of the ceasefire"
    _type(panel.form, summary="Sign", deadline_wording=words, condition="if it holds")
    _type(panel.form, stated_on="2025-04-01")
    told = panel.form.preview.remarks
    qtbot.waitUntil(lambda: "Events (Ctrl+6) is where “ceasefire” gets its day." in told.text())
    assert panel.form.proposals.offers_review
    panel.save()
    settled()
    assert said == [f"Claim entered{NO_DATE}"]
