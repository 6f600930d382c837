"""Headlines: those of the story are settled from it, those of other stories are not taken."""

from datetime import date

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.foreign_headlines import foreign_headlines
from claimtracker.articles.sentences import lines_of
from tests.articles.scanned import FRIDAY, candidates_in, wording_of

HEADLINE = "Northgate pool to open in May"
STORY = f"{HEADLINE}\n\nAda Brook said on Thursday that the Northgate pool would open in May.\n"


def test_a_headline_has_the_speaker_and_day_of_its_story() -> None:
    headline, body = candidates_in(STORY)
    assert headline.sentence == HEADLINE
    assert (headline.kind, headline.claimant) == (Kind.COMMITMENT, "Ada Brook")
    assert headline.stated_on == body.stated_on == date(2025, 4, 17)
    assert wording_of(headline, STORY) == "in May"


def test_the_story_says_its_headline_again() -> None:
    headline, body = candidates_in(STORY)
    assert (headline.occurrence_of, body.occurrence_of) == (None, 0)


def test_a_headline_is_settled_by_the_line_that_is_most_like_it() -> None:
    other = "Tom Reed said he would sell his bus."
    found = candidates_in(STORY.replace("\n\n", f"\n\n{other} "))
    assert found[0].claimant == "Ada Brook"


def test_a_headline_has_the_words_for_the_day_of_its_story() -> None:
    story = "Ada Brook promised during the campaign to open the Northgate pool in May 2026."
    headline = candidates_in(f"{HEADLINE} 2026\n\n{story}")[0]
    assert (headline.stated_on, headline.stated_wording) == (None, "during the campaign")


def test_a_headline_of_a_threat_is_one() -> None:
    text = "Brook threatens to close road\n\nAda Brook threatened to close the road by June."
    headline, body = candidates_in(text)
    assert headline.kind is body.kind is Kind.THREAT
    assert headline.claimant == "Ada Brook"


@pytest.mark.parametrize(
    "story",
    [
        pytest.param("The weather was fine. Ada Brook swam.", id="it promises nothing"),
        pytest.param("Tom Reed said he would sell every bus he had.", id="another promise"),
        pytest.param("", id="there is none"),
    ],
)  # fmt: skip
def test_a_headline_that_the_story_does_not_bear_out_is_left_out(story: str) -> None:
    found = candidates_in(f"{HEADLINE}\n\n{story}")
    assert HEADLINE not in [candidate.sentence for candidate in found]


def test_a_headline_with_a_day_only_needs_a_story_of_the_same_days() -> None:
    story = "Ada Brook said the Northgate pool would open in May 2025."
    (other,) = candidates_in(f"Northgate pool fair, May 2026\n\n{story}")
    assert other.sentence == story


def test_a_headline_that_asks_is_none() -> None:
    (body,) = candidates_in("When the pool will open\n\nAda Brook said it will open in May.")
    assert body.claimant == "Ada Brook"


FOREIGN = "Volcano threatens to bury island village tomorrow"


def lines_named(text: str) -> list[str]:
    lines = lines_of(text)
    return [lines[number].text for number in sorted(foreign_headlines(lines))]


LONG_STORY = (
    STORY + "The pool at Northgate is old, Brook said.\n\n" + FOREIGN + "\n\nThe pool is cold.\n"
)


def test_a_headline_that_shares_no_words_with_the_rest_is_of_another_story() -> None:
    assert lines_named(LONG_STORY) == [FOREIGN]


def test_what_another_story_promises_is_not_taken() -> None:
    (found,) = (one for one in candidates_in(LONG_STORY) if one.sentence == FOREIGN)
    assert found.kind is Kind.NOT_TAKEN
    assert found.reason.startswith("other story:")


def test_the_first_heading_is_never_foreign() -> None:
    assert lines_named(f"{FOREIGN}\n\nThe pool is old.\n\nThe pool is cold.") == []


@pytest.mark.parametrize("label", ["Read more", "Read also", "Also read", "Related", "See also"])
def test_a_teaser_is_of_another_story_whatever_its_words(label: str) -> None:
    teaser = f"{label}: {HEADLINE}"
    assert lines_named(f"{STORY}\n{teaser}\n") == [teaser]


def test_a_page_of_headlines_only_has_no_foreign_ones() -> None:
    page = "\n".join([HEADLINE, FOREIGN, "Council fights over the price of bread"])
    assert lines_named(page) == []
    assert not any(one.reason.startswith("other") for one in candidates_in(page))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Swim free", id="too short"),
        pytest.param("Zebra\tquartz\tvolcano\tjungle", id="a row of a table"),
        pytest.param("Zebras and quartz and volcano and jungle:", id="introduces something"),
        pytest.param("Zebras ran over volcano and jungle.", id="a sentence"),
        pytest.param("Northgate pool and Brook again", id="words of the story"),
    ],
)
def test_other_lines_are_not_foreign(line: str) -> None:
    assert lines_named(f"{STORY}\nThe pool at Northgate is cold.\n\n{line}\n") == []


def test_an_empty_text_has_no_headlines() -> None:
    assert foreign_headlines([]) == frozenset()
    assert candidates_in("", FRIDAY) == ()


def test_a_headline_that_names_who_promises_needs_no_story() -> None:
    text = "Norda Bank vows to open ten halls by June\n\nThe hall was full on Monday. Rain fell."
    found = [one for one in candidates_in(text) if one.kind is Kind.COMMITMENT]
    assert [(one.claimant, wording_of(one, text)) for one in found] == [("Norda Bank", "by June")]


def test_a_headline_is_that_of_the_claim_with_its_words_and_days() -> None:
    text = (
        "Mayor to open pool by June\n\nAda Brook said she would mend the road by May. "
        "Brook said the pool would open by June."
    )
    assert [one.occurrence_of for one in candidates_in(text)] == [None, None, 0]
