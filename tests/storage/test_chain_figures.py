"""The list's figure of a chain: the same at each of its claims, and cheap for a page."""

from datetime import date

from sqlmodel import Session

from claimtracker.claims.chains import ChainFigure
from claimtracker.claims.state import AsOf
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.storage.chain_figures import chain_figures
from claimtracker.storage.claim_list import rows
from claimtracker.storage.tables import Claim, Move
from tests.conftest import Enter
from tests.storage.chains import counted, lay_chain

SAID = date(2025, 4, 1)
TODAY = AsOf(date(2025, 5, 1))


def test_every_claim_of_a_chain_shows_the_whole_of_it(session: Session, enter: Enter) -> None:
    chain = [enter(stated_on=SAID, deadline_wording="by 2025-04-20")]
    for wording in ("by 2025-04-10", "by 2025-05-30"):
        chain.append(move_deadline(session, chain[-1], wording, SAID, by="Ada"))
    alone = enter("Another")
    figures = {key: row.chain for key, row in rows(session, [*chain, alone], TODAY).items()}
    assert figures == dict.fromkeys(chain, ChainFigure(2, 40)) | {alone: None}


def test_the_rest_of_the_chain_may_stand_on_other_pages(session: Session) -> None:
    ids = lay_chain(session, 5)
    assert chain_figures(session, [ids[2]]) == {ids[2]: ChainFigure(4, 4)}


def test_a_deadline_that_was_given_up_has_no_date_now(session: Session, enter: Enter) -> None:
    first = enter(stated_on=SAID, deadline_wording="by 2025-04-20")
    move_deadline(session, first, "no specific number of days", SAID, by="Ada")
    assert chain_figures(session, [first])[first] == ChainFigure(1, None, is_dated=False)


def test_two_chains_on_a_page_are_kept_apart(session: Session) -> None:
    long, short = lay_chain(session, 4), lay_chain(session, 2)
    found = chain_figures(session, [*short, *long])
    assert {found[key].moves for key in long} == {3}
    assert {found[key].moves for key in short} == {1}


def test_a_page_of_a_chain_of_10_000_steps_takes_one_statement(session: Session) -> None:
    ids = lay_chain(session, 10_000)
    with counted(session) as sent:
        found = chain_figures(session, ids[3_000:3_200])
    assert len(sent) == 1
    assert len(found) == 200
    assert set(found.values()) == {ChainFigure(9_999, 9_999)}


def test_the_page_of_the_list_takes_one_statement_more(session: Session) -> None:
    session.add_all(Claim(summary=str(number)) for number in range(200))
    session.commit()
    with counted(session) as sent:
        rows(session, range(1, 201), TODAY)
    assert len(sent) == 2


def test_a_circle_and_a_claim_that_follows_itself_are_marked(
    session: Session, enter: Enter
) -> None:
    ids, alone = lay_chain(session, 3, is_circle=True), enter()
    session.add(Move(from_claim_id=alone, to_claim_id=alone))
    found = chain_figures(session, [ids[1], alone])
    assert found[ids[1]] == ChainFigure(3, None, is_circle=True)
    assert found[alone].is_circle
