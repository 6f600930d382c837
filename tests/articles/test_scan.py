"""A scan as a whole: candidates in the order of the text, counted from the right days."""

import threading
from dataclasses import replace
from datetime import date

import pytest

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind, Scan
from claimtracker.articles.scan import scan
from claimtracker.deadlines import DEFAULT_POLICY, Event, Term
from tests.articles.scanned import FRIDAY, candidates_in, wording_of

NEWS = """Northgate pool to open in May

Mayor Ada Brook said on Thursday that the Northgate pool would open in May.

“We will mend Mill Road by 1 June 2026 unless it rains,” she added.

Fees could fall within weeks. Brook’s predecessor, Tom Reed, promised during the campaign to sell \
the pool within a year.

The council meets on Monday.
"""


def found_in(article: Article) -> tuple[Candidate, ...]:
    return scan(article).candidates


def test_an_article_is_told_as_a_whole() -> None:
    found = candidates_in(NEWS)
    assert [(one.kind, one.claimant, wording_of(one, NEWS)) for one in found] == [
        (Kind.COMMITMENT, "Ada Brook", "in May"),
        (Kind.COMMITMENT, "Ada Brook", "in May"),
        (Kind.COMMITMENT, "Ada Brook", "by 1 June 2026"),
        (Kind.NOT_TAKEN, "", "within weeks"),
        (Kind.COMMITMENT, "Tom Reed", "within a year"),
        (Kind.NOT_TAKEN, "", "on Monday"),
    ]
    assert [one.condition for one in found if one.condition] == ["unless it rains"]
    assert [one.stated_wording for one in found if one.stated_wording] == ["during the campaign"]
    assert [one.occurrence_of for one in found] == [None, 0, None, None, None, None]


def test_candidates_stand_in_the_order_of_the_text() -> None:
    starts = [one.start for one in candidates_in(NEWS)]
    assert starts == sorted(starts)


def test_every_candidate_is_its_place_in_the_text() -> None:
    for one in candidates_in(NEWS):
        assert NEWS[one.start : one.end] == one.sentence


@pytest.mark.parametrize("before", ["🏊🏊 ", "\u0301", "Ünïcödé. ", "𐌰𐌱𐌲. ", "\ufeff"])
def test_places_count_code_points(before: str) -> None:
    text = f"{before}\n\n“We will open the 🏊 in May,” Ada Brook said."
    found = candidates_in(text)[-1]
    assert text[found.start : found.end] == found.sentence
    assert wording_of(found, text) == "in May"


def test_a_sentence_broken_over_lines_keeps_its_place() -> None:
    text = "Ada Brook said the pool\nwould open within\ntwo weeks."
    (found,) = candidates_in(text)
    assert text[found.start : found.end].replace("\n", " ") == found.sentence
    assert (wording_of(found, text) or "").replace("\n", " ") == "within two weeks"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "A pool.", "Ada Brook swims."])
def test_a_text_that_promises_nothing_has_no_candidates(text: str) -> None:
    assert scan(Article(text)) == Scan(None, "", ())


SAID = "Ada Brook said the pool would open within two weeks."


def test_the_title_and_day_of_the_article_are_given_on() -> None:
    found = scan(Article(SAID, title="Pool news", published_on=FRIDAY))
    assert (found.title, found.published_on) == ("Pool news", FRIDAY)


@pytest.mark.parametrize(
    "heading",
    ["18 April 2025", "Published: 18 April 2025", "NORTHGATE, April 18, 2025 (Example) - Rain."],
)
def test_the_day_of_publication_is_read_from_the_text_where_no_other_is_known(heading: str) -> None:
    found = scan(Article(f"{heading}\n\n{SAID}"))
    assert found.published_on == FRIDAY
    assert found.candidates[-1].stated_on == FRIDAY


def test_a_day_of_publication_that_is_known_comes_before_that_of_the_text() -> None:
    found = scan(Article(f"18 April 2025\n\n{SAID}", published_on=date(2025, 4, 20)))
    assert found.published_on == date(2025, 4, 20)
    assert found.candidates[-1].stated_on == date(2025, 4, 20)


def test_without_any_day_of_publication_there_is_none() -> None:
    found = scan(Article(SAID))
    assert found.published_on is None
    assert found.candidates[0].stated_on is None
    deadline = found.candidates[0].deadline
    assert deadline is not None
    assert not deadline.reading.is_dated


def test_conventions_events_and_terms_are_leant_on() -> None:
    text = "Ada Brook promised to open the pool by 01/02/2026."
    article = Article(text, published_on=FRIDAY)
    latest = []
    for day_first in (True, False):
        policy = replace(DEFAULT_POLICY, day_first=day_first)
        (found,) = scan(article, policy=policy).candidates
        assert found.deadline is not None
        latest.append(found.deadline.reading.latest_on)
    assert latest == [date(2026, 2, 1), date(2026, 1, 2)]

    article = Article("Ada Brook promised to open the pool before the fair.", published_on=FRIDAY)
    (found,) = scan(article, events=[Event("fair", date(2025, 6, 10))]).candidates
    assert found.deadline is not None
    assert found.deadline.reading.latest_on == date(2025, 6, 9)


def test_a_term_of_office_is_that_of_the_claimant_only() -> None:
    text = "Ada Brook promised to open the pool in her first 100 days in office."
    mine = candidates_in(text, claimants={"Ada Brook": Term(date(2025, 1, 20))})[0].deadline
    other = candidates_in(text, claimants={"Tom Reed": Term(date(2025, 1, 20))})[0].deadline
    assert mine is not None
    assert other is not None
    assert (mine.reading.is_dated, other.reading.is_dated) == (True, False)


def test_the_publisher_speaks_in_a_release_without_a_name() -> None:
    text = "Press release\n\nThe pool will open in May."
    (found,) = found_in(Article(text, publisher="Northgate Times", published_on=FRIDAY))
    assert (found.kind, found.claimant) == (Kind.COMMITMENT, "Northgate Times")


def test_a_scan_of_the_same_article_is_the_same() -> None:
    article = Article(NEWS, published_on=FRIDAY)
    assert scan(article) == scan(article)


def test_a_scan_that_is_stopped_leaves_the_rest_of_the_text() -> None:
    text = "Ada Brook said the pool would open by June.\n" * 3
    stop = threading.Event()
    assert len(scan(Article(text, published_on=FRIDAY), stop=stop).candidates) == 3
    stop.set()
    assert scan(Article(text, published_on=FRIDAY), stop=stop).candidates == ()


def test_a_headline_in_the_middle_is_the_title_of_a_text_without_one() -> None:
    text = (
        "It rained on the march.\n\nNorthgate will open pool by June: Brook\n\nAda Brook said so."
    )
    assert (
        scan(Article(text, published_on=FRIDAY)).title == "Northgate will open pool by June: Brook"
    )
    assert scan(Article(text, title="Rain", published_on=FRIDAY)).title == "Rain"
    assert scan(Article("It rained.", published_on=FRIDAY)).title == ""
