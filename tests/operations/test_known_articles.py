"""An article opened again is known, and its claims stand where they stood."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.state import AsOf
from claimtracker.operations import undo as history
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.known_articles import article_of_claim, known_article
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter
from tests.operations.articles import ARTICLE, BANNED, CANDIDATES, SIGNED, SIGNED_AGAIN, TEXT


def _take(session: Session, *found: Candidate) -> list[int]:
    takings = [Taking(it, draft_of(it, ARTICLE)) for it in found]
    captured = capture_claims(session, ARTICLE, takings, by="Ada", candidates=CANDIDATES)
    return list(captured.claim_ids)


def _edit(session: Session, claim_id: int, **source: object) -> None:
    """Save the claim's form with this source, as the form knows it: without the text."""
    draft = draft_of(SIGNED, ARTICLE)
    told = SourceDraft.of(**{**draft.source.model_dump(), "canonical_url": "", **source})
    version = show_claim(session, claim_id, AsOf(date(2025, 5, 1))).version
    edited = ClaimDraft.of(**{**dict(draft), "source": told})
    edit_claim(session, claim_id, edited, version=version, by="Ada")


def test_a_place_is_shown_where_it_stands_not_where_the_claim_was_said_first(
    session: Session,
) -> None:
    (signed,) = _take(session, SIGNED)
    for place in show_claim(session, signed, AsOf(date(2025, 5, 1))).report.occurrences:
        view = article_of_claim(session, signed, place.id)
        assert view is not None and len(view.spans) == 1
        assert place.words in TEXT[slice(*view.spans[0])]


def test_an_article_never_taken_from_is_not_known(session: Session, enter: Enter) -> None:
    enter(source={"title": ARTICLE.title})
    assert known_article(session, ARTICLE) is None


def test_the_same_text_is_known_wherever_it_comes_from(session: Session) -> None:
    signed, banned = _take(session, SIGNED, BANNED)
    known = known_article(session, Article(TEXT))
    assert known is not None
    assert known.is_same_text
    places = [(it.claim_id, it.span_start, it.span_end) for it in known.claims]
    assert places == [
        (signed, SIGNED.start, SIGNED.end),
        (banned, BANNED.start, BANNED.end),
        (signed, SIGNED_AGAIN.start, SIGNED_AGAIN.end),
    ]


@pytest.mark.parametrize(
    "page",
    [Article("", url=ARTICLE.canonical_url), Article("", canonical_url=ARTICLE.canonical_url)],
)
def test_another_text_of_the_same_page_is_known_with_the_words_it_still_holds(
    page: Article, session: Session
) -> None:
    signed, banned = _take(session, SIGNED, BANNED)
    changed = replace(page, text=f"Corrected. {SIGNED.sentence}")
    known = known_article(session, changed)
    assert known is not None
    assert not known.is_same_text
    places = {(it.claim_id, it.span_start) for it in known.claims}
    assert places == {(signed, 11), (banned, None), (signed, None)}


def test_in_another_text_it_is_the_sentence_that_is_looked_for_not_the_quote(
    session: Session,
) -> None:
    (signed,) = _take(session, SIGNED)
    assert show_claim(session, signed, AsOf(date(2025, 5, 1))).report.quote != SIGNED.sentence
    known = known_article(session, replace(ARTICLE, text=f"Corrected. {SIGNED.sentence}"))
    assert known is not None
    place = (11, 11 + len(SIGNED.sentence))
    assert place in [(it.span_start, it.span_end) for it in known.claims]


def test_no_address_is_not_the_same_address(session: Session, enter: Enter) -> None:
    enter(source={"title": "A speech"})
    assert known_article(session, Article("Another speech.")) is None


def test_claims_undone_or_in_the_bin_are_not_taken(session: Session) -> None:
    signed, banned = _take(session, SIGNED, BANNED)
    bin_claims(session, [banned], by="Ada")
    known = known_article(session, ARTICLE)
    assert known is not None
    assert {it.claim_id for it in known.claims} == {signed}
    history.undo(session, by="Ada")
    history.undo(session, by="Ada")
    assert known_article(session, ARTICLE) is None


def test_a_claim_shows_its_article_and_its_places(session: Session) -> None:
    (signed,) = _take(session, SIGNED)
    view = article_of_claim(session, signed)
    assert view is not None
    assert view.article == ARTICLE
    assert view.spans == (
        (SIGNED.start, SIGNED.end),
        (SIGNED_AGAIN.start, SIGNED_AGAIN.end),
    )


def test_a_claim_entered_by_hand_has_no_article(session: Session, enter: Enter) -> None:
    assert article_of_claim(session, enter(source={"title": "A speech"})) is None
    assert article_of_claim(session, 99) is None


def test_a_claim_in_the_bin_shows_its_article_too(session: Session) -> None:
    (signed,) = _take(session, SIGNED)
    bin_claims(session, [signed], by="Ada")
    view = article_of_claim(session, signed)
    assert view is not None
    assert view.spans[0] == (SIGNED.start, SIGNED.end)


def test_a_restated_claim_hands_its_places_over(session: Session, enter: Enter) -> None:
    (signed,) = _take(session, SIGNED)
    original = enter("Sign the port deal")
    restate_claim(session, signed, original, by="Ada")
    known = known_article(session, ARTICLE)
    assert known is not None
    assert {it.claim_id for it in known.claims} == {original}
    assert _take(session, SIGNED) == [original]


def test_the_text_stays_when_the_form_corrects_title_or_address(session: Session) -> None:
    (signed,) = _take(session, SIGNED)
    _edit(session, signed, title="The port deal is near")
    view = article_of_claim(session, signed)
    assert view is not None
    assert view.article == replace(ARTICLE, title="The port deal is near")
    assert view.spans[0] == (SIGNED.start, SIGNED.end)


@pytest.mark.parametrize("source", [{"url": "https://example.org/b"}, {"url": "", "title": ""}])
def test_another_source_in_the_form_is_another_document(
    source: dict[str, str], session: Session
) -> None:
    (signed,) = _take(session, SIGNED)
    _edit(session, signed, **source)
    view = article_of_claim(session, signed)
    assert view is not None
    assert view.spans == ((SIGNED_AGAIN.start, SIGNED_AGAIN.end),)
