"""Claims are found by what is typed, and suggested by what a document says."""

from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.find_claims import (
    MOST_SUGGESTED,
    also_bears_on,
    claims_like,
    find_claims,
)
from tests.conftest import Enter, Rate

TEXT = "Minerals deal signed in Washington: Kyiv and the US sign the minerals agreement"


def test_every_word_typed_must_be_there_and_the_last_may_be_unfinished(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    enter("Build a bridge")
    wanted = enter("Sign the minerals deal")
    assert [row.id for row in find_claims(session, "sign miner", as_of)] == [wanted]
    assert find_claims(session, "sign bridge", as_of) == []


def test_without_words_the_newest_said_come_first(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    older = enter("A", stated_on="2025-04-01")
    newer = enter("B", stated_on="2025-04-18")
    assert [row.id for row in find_claims(session, "", as_of)] == [newer, older]
    assert [row.id for row in find_claims(session, "", as_of, without=[newer])] == [older]


def test_the_claims_most_like_a_document_are_suggested(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    likely = enter("Sign a minerals agreement with Kyiv", claimant="Donald Trump")
    enter("Cut the wage tax", claimant="Donald Trump")
    assert [row.id for row in also_bears_on(session, TEXT, as_of)] == [likely]
    assert also_bears_on(session, TEXT, as_of, without=[likely]) == []
    assert also_bears_on(session, "", as_of) == []


def test_what_is_settled_or_in_the_bin_is_not_suggested(
    session: Session, enter: Enter, rate: Rate, as_of: AsOf
) -> None:
    rate(enter("Sign a minerals agreement with Kyiv"), Verdict.BROKEN)
    bin_claims(session, [enter("Sign the minerals agreement with Kyiv")], by="Ada")
    assert also_bears_on(session, TEXT, as_of) == []


def test_an_open_claim_is_suggested_behind_any_number_of_settled_ones(
    session: Session, enter: Enter, rate: Rate, as_of: AsOf
) -> None:
    wanted = enter("Sign an agreement with Kyiv", claimant="Donald Trump")
    nearer = [enter(f"Sign the minerals agreement with Kyiv {number}") for number in range(70)]
    for claim_id in nearer[:35]:
        rate(claim_id, Verdict.KEPT)
    bin_claims(session, nearer[35:], by="Ada")
    assert [row.id for row in also_bears_on(session, TEXT, as_of)] == [wanted]


def test_only_a_few_are_suggested(session: Session, enter: Enter, as_of: AsOf) -> None:
    for number in range(MOST_SUGGESTED + 3):
        enter(f"Sign minerals agreement {number} with Kyiv")
    assert len(also_bears_on(session, TEXT, as_of)) == MOST_SUGGESTED


def test_claims_like_another_come_first_and_the_newest_after_them(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    told = enter("Sign the minerals agreement with Kyiv", stated_on="2025-04-01")
    old = enter("Build a railway", stated_on="2025-04-02")
    new = enter("Cut the wage tax", stated_on="2025-04-03")
    asked = enter("Sign a minerals agreement", stated_on="2025-04-04")
    found = [row.id for row in claims_like(session, asked, as_of, without=[asked])]
    assert found == [told, new, old]


def test_what_lies_in_the_bin_is_not_offered_as_like_it(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    told, asked = enter("Sign the minerals agreement"), enter("Sign a minerals agreement")
    bin_claims(session, [told], by="Ada")
    assert claims_like(session, asked, as_of, without=[asked]) == []
