"""What a candidate proposes as a claim, before a person edits it."""

from dataclasses import replace
from datetime import date

import pytest

from claimtracker.articles.article import Article
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.neutral_summary import LONGEST_SUMMARY, neutral_summary
from tests.operations.articles import ARTICLE, BANNED, REPAIRED, SIGN, SIGNED, candidate


def test_the_quote_is_the_text_and_the_deadline_its_words() -> None:
    draft = draft_of(REPAIRED, ARTICLE)
    assert draft.quote == ARTICLE.text[REPAIRED.start : REPAIRED.end]
    assert (draft.deadline_wording, draft.condition) == ("within days", "unless there is a strike")
    assert (draft.claimant, draft.stated_on) == ("Jane Doe", date(2025, 4, 18))


def test_the_days_are_left_to_the_reading() -> None:
    draft = draft_of(SIGNED, ARTICLE)
    assert not draft.window_by_hand.is_dated
    assert (draft.rule, draft.precision, draft.review_on) == ("", "", None)


def test_words_broken_over_two_lines_are_one_wording() -> None:
    text = "They will sign next\n  week."
    found = candidate(text, "next\n  week", text=text)
    assert draft_of(found, Article(text)).deadline_wording == "next week"
    assert draft_of(found, Article(text)).quote == text


def test_the_source_is_the_article_without_its_text() -> None:
    source = draft_of(SIGNED, ARTICLE).source
    assert (source.title, source.publisher) == ("Port deal near", "The Harbour")
    assert (source.url, source.canonical_url) == (ARTICLE.url, ARTICLE.canonical_url)
    assert (source.published_on, source.text) == (date(2025, 4, 18), "")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://ada:secret@example.org/a", ""),
        ("file:///home/ada/a.html", ""),
        ("", ""),
    ],
)
def test_an_address_that_no_report_may_publish_is_left_out(url: str, kept: str) -> None:
    bare = replace(ARTICLE, url=url, canonical_url="")
    assert draft_of(SIGNED, bare).source.url == kept


def test_what_has_no_days_is_looked_at_again_30_days_after_it_was_said() -> None:
    assert draft_of(BANNED, ARTICLE).review_on == date(2025, 5, 18)


def test_without_a_day_said_the_review_counts_from_publication_then_from_today() -> None:
    unsaid = replace(BANNED, stated_on=None)
    today = date(2026, 1, 1)
    assert draft_of(unsaid, ARTICLE, today=today).review_on == date(2025, 5, 18)
    undated = replace(ARTICLE, published_on=None)
    assert draft_of(unsaid, undated, today=today).review_on == date(2026, 1, 31)


@pytest.mark.parametrize("length", [3_000, 30_000])
def test_lines_longer_than_a_field_are_cut(length: int) -> None:
    text = "The port will be rebuilt " + "and painted " * length
    long = replace(ARTICLE, text=text, title="x" * length)
    found = replace(SIGNED, start=0, end=len(text), claimant="y" * length, deadline=None)
    draft = draft_of(found, long)
    assert draft.quote == text
    assert len(draft.source.title) == len(draft.claimant) == 2_000
    assert len(draft.summary) <= LONGEST_SUMMARY + 1


@pytest.mark.parametrize(
    ("sentence", "summary"),
    [
        ("The port will open in May.", "The port will open in May."),
        ("The minister said on Friday that the port will open.", "The port will open."),
        ("“The port will open in May,” Jane Doe said in Paris.", "The port will open in May"),
        ("“The port will open in May,” said Doe.", "The port will open in May"),
        (
            "The port will open, US secretary of ports Jane Doe said in Paris after the talks.",
            "The port will open",
        ),
        ("Doe told the Harbour News that the port will open.", "The port will open."),
        ("Port will open: Doe", "Port will open"),
        ("The port will open, as Doe said.", "The port will open, as Doe said."),
        ("If he comes, what he said will count.", "If he comes, what he said will count."),
        (
            "Doe said on Friday she expected to sign a deal that will open the port.",
            "Doe said on Friday she expected to sign a deal that will open the port.",
        ),
        ("But we will open it.", "Jane Doe: We will open it."),
        ('Doe told reporters: "The port will open."', "Doe told reporters: The port will open."),
        ("The port will open, Doe said, if asked.", "The port will open, Doe said, if asked."),
        (SIGN, "Jane Doe: We will sign the port deal next week"),
        ("I'll open it\n myself.", "Jane Doe: I'll open it myself."),
        ("“…”", "…"),
        ("”", "”"),
    ],
)
def test_a_summary_is_the_sentence_without_marks_and_attribution(
    sentence: str, summary: str
) -> None:
    assert neutral_summary(sentence, "Jane Doe") == summary


def test_a_long_summary_ends_after_a_whole_word() -> None:
    found = neutral_summary("The port opens " + "again " * 60)
    assert found.endswith("again…")
    assert len(found) <= LONGEST_SUMMARY + 1
