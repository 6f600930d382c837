"""Queries as SQL: each field finds its claims, and no text from outside is ever syntax."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, EvidenceDraft, SourceDraft
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import LONGEST_QUERY, QuerySyntaxError, parse
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.undo import undo
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_list import ids
from claimtracker.storage.tables import Claim, Claimant
from tests.conftest import Enter, Rate

TODAY = date(2025, 5, 1)
LATER = {"due_on": "2025-06-30", "latest_on": "2025-07-31"}


def found(session: Session, query: str) -> list[int]:
    return sorted(ids(session, Listing(AsOf(TODAY), parse(query))))


@pytest.mark.parametrize(
    "field", ["summary", "quote", "deadline_wording", "condition", "criteria", "notes", "claimant"]
)
def test_words_are_found_in_every_text_of_a_claim(
    field: str, session: Session, enter: Enter
) -> None:
    enter("Other")
    claim_id = enter(**{"summary": "Any", field: "ceasefire holds"})
    assert found(session, "ceasefire") == [claim_id]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("cease", True),
        ("CEASEFIRE", True),
        ("eternite", True),
        ("fire", False),
        ('"ceasefire holds"', True),
        ('"holds ceasefire"', False),
        ("holds ceasefire", True),
        ("holds war", False),
        ("-war", True),
        ("-ceasefire", False),
        ("holds -war", True),
    ],
)
def test_words_phrases_beginnings_and_negations(
    query: str, is_found: bool, session: Session, enter: Enter
) -> None:
    claim_id = enter("The ceasefire holds for eternité")
    assert found(session, query) == ([claim_id] if is_found else [])


@pytest.mark.parametrize(
    "word", ["COVID-19", "R&D", "O'Neil", "C++", "50%", "a*b", "NEAR(a b)", "AND", "summary:x", "🕊"]
)
def test_odd_words_are_only_words(word: str, session: Session, enter: Enter) -> None:
    claim_id = enter(f"About {word} today")
    assert claim_id in found(session, f'"{word}"') or word == "🕊"


@pytest.mark.parametrize("word", ["'", "&", "🕊", "\0", "a\0b", "*", "^", "(", "claimant :"])
def test_what_holds_no_letter_finds_nothing_and_breaks_nothing(
    word: str, session: Session, enter: Enter
) -> None:
    enter("Sign the deal")
    for query in (f'"{word}"', f'claimant:"{word}"', f'tag:"{word}"', f'source:"{word}"'):
        assert found(session, query) == []


@given(st.text(max_size=20))
def test_no_text_breaks_the_search(session: Session, typed: str) -> None:
    for query in (typed, f'"{typed}"', f'claimant:"{typed}"', f'source:"{typed}" -tag:"{typed}"'):
        try:
            assert found(session, query) == []
        except QuerySyntaxError:
            continue


def test_a_mark_of_interrogation_in_sql_is_no_sql(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign", tags=("a_b",), source={"title": "100 % sure_"})
    assert found(session, "tag:aXb") == []
    assert found(session, 'source:"100X%"') == []
    assert found(session, 'source:"% sure_"') == [claim_id]
    assert found(session, "source:' OR 1=1") == []


def test_the_index_follows_an_edit(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign the deal", claimant="Marco Rubio")
    draft = ClaimDraft.of(summary="Sign the treaty", claimant="Donald Trump")
    edit_claim(session, claim_id, draft, version=1, by="Ada")
    assert found(session, "deal") == found(session, "rubio") == []
    assert found(session, "treaty") == found(session, "claimant:trump") == [claim_id]


def test_the_index_follows_a_claimant_that_is_renamed(session: Session, enter: Enter) -> None:
    both = [enter("A", claimant="Kiew"), enter("B", claimant="Kiew")]
    with recorded(session, "rename", "Ada"):
        session.get_one(Claimant, 1).name = "Kyiv"
    assert found(session, "kiew") == []
    assert found(session, "kyiv") == both
    _check_index(session)


def test_the_index_follows_a_claim_that_is_undone(session: Session, enter: Enter) -> None:
    enter("Sign the deal", claimant="Marco Rubio")
    undo(session, by="Ada")
    assert found(session, "deal") == []
    _check_index(session)


def _check_index(session: Session) -> None:
    asked = "INSERT INTO claim_search(claim_search, rank) VALUES('integrity-check', 1)"
    session.execute(text(asked))


def test_control_without_its_triggers_the_index_is_found_wrong(session: Session) -> None:
    session.execute(text("DROP TRIGGER claim_search_insert"))
    session.add(Claim(summary="Sign the deal"))
    session.commit()
    with pytest.raises(DatabaseError, match="malformed"):
        _check_index(session)


def test_the_claimant_is_searched_apart_from_the_words(session: Session, enter: Enter) -> None:
    enter("Rubio will move on")
    claim_id = enter("Move on", claimant="Marco Rubio")
    assert found(session, "claimant:rubio") == [claim_id]
    assert found(session, 'claimant:"marco rub"') == [claim_id]
    assert found(session, "-claimant:rubio") == [1]


@pytest.mark.parametrize("asked", ["Économie", "économie", "ÉCONOMIE"])
def test_a_tag_is_found_whole_and_in_any_case(asked: str, session: Session, enter: Enter) -> None:
    claim_id = enter(tags=("Économie",))
    enter(tags=("Économies",))
    assert found(session, f"tag:{asked}") == [claim_id]


@pytest.mark.parametrize("part", ["title", "publisher", "url"])
def test_a_source_is_found_by_any_part_of_it(part: str, session: Session, enter: Enter) -> None:
    enter(source={part: "other"})
    claim_id = enter(source={part: "https://pbs.org/x"})
    assert found(session, "source:PBS.org") == [claim_id]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("due:2025-06-30", True),
        ("due:2025-06", True),
        ("due:<2025-06-30", False),
        ("due:<=2025-06-30", True),
        ("due:>2025-06-29", True),
        ("due:>=2025-07", False),
        ("-due:2025-06", False),
        ("-due:2024", True),
        ("latest:2025-07", True),
        ("stated:2025-04", True),
        ("opens:2025-04-18", True),
        ("review:2025-05", True),
    ],
)
def test_dates_are_compared_with_both_ends_included(
    query: str, is_found: bool, session: Session, enter: Enter
) -> None:
    claim_id = enter(stated_on="2025-04-18", review_on="2025-05-20", **LATER)
    assert found(session, query) == ([claim_id] if is_found else [])


def test_a_claim_without_the_date_fits_no_period_and_every_negated_one(
    session: Session, enter: Enter
) -> None:
    claim_id = enter()
    assert found(session, "due:<9999") == []
    assert found(session, "-due:<9999") == [claim_id]


def test_states_and_verdicts_are_found_each_or_any(
    session: Session, enter: Enter, rate: Rate
) -> None:
    passed, undated, settled = enter(due_on="2025-04-01"), enter(), enter(**LATER)
    rate(settled, Verdict.KEPT)
    assert found(session, "state:passed") == [passed]
    assert found(session, "state:passed,undated") == [passed, undated]
    assert found(session, "-state:passed") == [undated, settled]
    assert found(session, "verdict:kept") == [settled]
    assert found(session, "verdict:kept,not_yet_rated") == [passed, undated, settled]


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("deadline", {"deadline_wording": "soon", "rule": "no measure", "due_on": "2025-06-01"}),
        ("condition", {"condition": "if asked"}),
        ("criteria", {"criteria": "A signature"}),
        ("quote", {"quote": "We will."}),
        ("source", {"source": {"title": "Speech"}}),
        ("tag", {"tags": ("ukraine",)}),
    ],
)
def test_has_finds_what_is_filled_in(
    what: str, fields: dict[str, object], session: Session, enter: Enter
) -> None:
    without, with_it = enter(stated_on="2025-04-18"), enter(**fields)
    assert found(session, f"has:{what}") == [with_it]
    assert found(session, f"-has:{what}") == [without]


def test_has_evidence_and_moved_follow_the_links(session: Session, enter: Enter) -> None:
    plain, first = enter("A"), enter("B")
    link_evidence(session, [plain], EvidenceDraft.of(relation="context", title="T"), by="Ada")
    later = move_deadline(session, first, "2025-05-30", TODAY, by="Ada")
    assert found(session, "has:evidence") == [plain]
    assert found(session, "moved:yes") == [first, later]
    assert found(session, "moved:no") == [plain]


def test_the_bin_is_left_out_unless_asked_for(session: Session, enter: Enter) -> None:
    kept, binned = enter(), enter()
    bin_claims(session, [binned], by="Ada")
    assert found(session, "") == found(session, "-in:bin") == [kept]
    assert found(session, "in:bin") == [binned]
    assert found(session, "in:bin -in:bin") == []


@pytest.mark.parametrize(("query", "is_found"), [("id:1", True), ("id:2", False), ("-id:1", False)])
def test_a_claim_is_found_by_its_id(
    query: str, is_found: bool, session: Session, enter: Enter
) -> None:
    claim_id = enter()
    assert found(session, query) == ([claim_id] if is_found else [])


def test_an_id_too_long_for_the_database_is_only_not_found(session: Session, enter: Enter) -> None:
    enter()
    assert found(session, f"id:{10**30}") == []


def test_the_longest_query_that_is_read_can_be_answered(session: Session, enter: Enter) -> None:
    claim_id = enter("deal", tags=("a",))
    assert found(session, "deal " * 50 + "has:tag,source " * 50) == [claim_id]


@pytest.mark.parametrize("field", ["", "source:", "claimant:", "tag:"])
@pytest.mark.parametrize("letter", ["w", "%", "é", "🕊", "a-"])
def test_the_longest_query_is_still_one_that_the_database_takes(
    field: str, letter: str, session: Session, enter: Enter
) -> None:
    enter(source=SourceDraft(title="Post"), claimant="Ada", tags=("a",))
    words = (field + letter * LONGEST_QUERY)[:LONGEST_QUERY]
    assert found(session, words) == []
