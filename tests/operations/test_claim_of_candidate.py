"""What a candidate proposes as a claim, before a person edits it."""

from dataclasses import replace
from datetime import date

import pytest

from claimtracker.articles.article import Article
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.neutral_summary import LONGEST_SUMMARY, neutral_summary
from tests.operations.articles import ARTICLE, BANNED, REPAIRED, SIGN, SIGNED, candidate


def test_without_a_quotation_the_quote_is_the_sentence_and_the_deadline_its_words() -> None:
    draft = draft_of(REPAIRED, ARTICLE)
    assert draft.quote == ARTICLE.text[REPAIRED.start : REPAIRED.end]
    assert (draft.deadline_wording, draft.condition) == ("within days", "unless there is a strike")
    assert (draft.claimant, draft.stated_on) == ("Jane Doe", date(2025, 4, 18))


def _quote(text: str, sentence: str, wording: str = "") -> str:
    return draft_of(candidate(sentence, wording, text=text), Article(text)).quote


@pytest.mark.parametrize(
    ("sentence", "wording", "quote"),
    [
        (
            "“We will open in May,” Doe said in Paris.",
            "in May",
            "We will open in May",
        ),
        (
            'Doe told us: "We will open in May."',
            "in May",
            "We will open in May.",
        ),
        (
            "‘It opens again in May’: Doe",
            "in May",
            "It opens again in May",
        ),
        (
            "“We may well ban the trawlers!” Doe warned.",
            "",
            "We may well ban the trawlers!",
        ),
        (
            "Asked about “the mess at the port”, Doe said: “We will open in May.”",
            "in May",
            "We will open in May.",
        ),
        (
            "“We will\n  open in May,” Doe said.",
            "in May",
            "We will\n  open in May",
        ),
    ],
)
def test_the_quote_is_what_stands_in_quotation_marks(
    sentence: str, wording: str, quote: str
) -> None:
    assert _quote(f"A port.\n{sentence}\nFish.", sentence, wording) == quote


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("Doe said the port would open “in the middle of May”.", "in the middle of May"),
        ("Doe vowed a port “without any of the old cranes” in May.", "in May"),
        ("“That is good news for us,” said Doe, who will open the port.", ""),
        ("“We will open,” Doe said, “in the middle of next May.”", "in the middle of next May"),
        ("“We will not,” Doe said, “be knocking anything down.”", ""),
        ("The “new port” will open in May.", "in May"),
        ("Doe will open the port in May.", "in May"),
    ],
)
def test_the_quote_is_the_sentence_where_the_reporter_says_a_part_of_it(
    sentence: str, wording: str
) -> None:
    assert _quote(f"A port.\n{sentence}\nFish.", sentence, wording) == sentence


def test_a_sentence_inside_a_longer_quotation_is_quoted_without_its_last_mark() -> None:
    last = "We will open it in May,” Doe said."
    text = f"“It is late. {last}"
    assert _quote(text, last, "in May") == "We will open it in May"


def test_a_quotation_that_began_long_before_is_found() -> None:
    last = "We will open it in May,” Doe said."
    text = f"Fish.\n“{'It is late. ' * 500}{last}"
    assert _quote(text, last, "in May") == "We will open it in May"


def test_the_speakers_he_is_not_the_speaker() -> None:
    first, second = "“He will quit in May. ", "He leaves. It is good,” Doe said."
    draft = draft_of(candidate("He leaves.", text=first + second), Article(first + second))
    assert draft.summary == "He leaves."
    assert draft_of(candidate(first.strip(), text=first), Article(first)).summary.startswith("He ")


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
        ("He put that off on taking office.", "Jane Doe put that off on taking office."),
        ("On Monday she named a new date.", "On Monday Jane Doe named a new date."),
        ("He added that he would open it.", "Jane Doe would open it."),
        ("He will quit, Doe said.", "He will quit"),
        ("He will quit, as Doe knows.", "He will quit, as Doe knows."),
        ("“He will quit.”", "He will quit."),
        ("The mayor said he would go.", "The mayor said he would go."),
        ("Here is when it opens.", "Here is when it opens."),
        ("In a speech, Doe vowed to open it.", "In a speech, Doe vowed to open it."),
        ("It will open, Doe said to reporters.", "It will open"),
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
