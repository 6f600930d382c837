"""The day of publication in a text: in labels, by-lines, datelines; never in a sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.articles.published import published_day

DAY = date(2025, 4, 18)

STATED = [
    " date 2025-04-18 Both sides showed up for talks",
    "date 2025-04-18Both sides showed up",
    "2025-04-18T10:00:00Z",
    "2025-04-18 Both sides showed up",
    "18 April 2025\n\nThe minister said",
    "April 18, 2025",
    "Friday, 18 April 2025",
    "Fri 18 Apr 2025 09.00 CEST",
    "Friday 18 April 2025 10.15 BST",
    "18th April 2025",
    "18. April 2025",
    "18.04.2025",
    "18/04/2025",
    "4/18/2025",
    "April 18, 2025 / 10:00 AM",
    "April 18, 2025 at 3:44 p.m.",
    "Minister promises homes\nPublished: 18 April 2025",
    "Minister promises homes\nPublished Fri 18 Apr 2025 09.00 BST",
    "Minister promises homes\nFirst published on Fri 18 Apr 2025 05.00 BST",
    "Published 18 April 2025 Last updated 20 April 2025",
    "PUBLISHED: April 18, 2025 at 3:44 p.m. | UPDATED: April 19, 2025 at 1:00 p.m.",
    "Posted at 9:00 AM on April 18, 2025",
    "Minister promises homes\n\nIssued on: April 18, 2025\n",
    "Date: Fri, 18 Apr 2025 10:00:00 +0200",
    "Sent: Friday, April 18, 2025 10:12 AM",
    "For immediate release: April 18, 2025",
    "FOR IMMEDIATE RELEASE\nApril 18, 2025\n\nAcme said",
    "Press release | 18 April 2025",
    "Speech by Governor Jane Doe at the Economic Club, London, 18 April 2025",
    "Remarks by the chair\nLondon, 18 April 2025\nLadies and gentlemen",
    "Washington, D.C. | April 18, 2025",
    "By Jane Doe | April 18, 2025",
    "By Jane Doe and John Roe, 18 April 2025 10:30",
    "Homes promised\nBy JANE DOE\nUpdated 10:00\nApril 18, 2025",
    "Jane Doe • 18 April 2025 • 4 min read",
    "Title\nAnn Smith, Political editor\n18 April 2025, 10:00 BST\nThe minister",
    "KYIV, April 18, 2025 (Example) - The minister said",
    "WASHINGTON, April 18, 2025 /Example Wire/ -- Acme today",
    "CHICAGO, IL – April 18, 2025 – Acme said",
    "NEW YORK--(EXAMPLE WIRE)--Apr. 18, 2025--Acme said",
    "MOSCOW. April 18, 2025 (Example) - The minister",
    "LONDON (Example), 18 April 2025 - The minister",
    "(LONDON) 18 April 2025 — The minister",
    "Paris, 18 April 2025 – The minister",
    "April 18, 2025 - Acme Inc. today announced",
    "\ufeff\n\n18 April 2025\n",
    "18-04-2025",
    "2025/04/18",
    "Date of publication: 18 April 2025",
    "Published on April 18, 2025 by Jane Doe",
    "April 18, 2025 | By Jane Doe",
    "By May Smith, 18 April 2025",
    "Frankfurt am Main, 18 April 2025",
    "Washington, D.C., April 18, 2025 — The minister",
    "SAN FRANCISCO (April 18, 2025) - The minister",
    "BRUSSELS, Belgium – 18 April 2025 – The minister",
]

NOT_STATED = [
    "",
    "By 1 May 2025 the ministry will publish the list.",
    "By 1 May 2025",
    "By April 18, 2025, the company will pay.",
    "LONDON, April 18 (Example) - The minister said",
    "April 18 - The minister said",
    "Government to ban cars by 1 May 2025",
    "Strike called for 18 April 2025",
    "Unions call strike for Friday, 18 April 2025",
    "Updated: 18 April 2025",
    "Last updated 18 April 2025",
    "On April 18, 2025, the minister said so.",
    "The minister said on 18 April 2025 that",
    "1 May 2025 marks the day",
    "The deadline is 18 April 2025.",
    "Since April 18, 2025 - a Friday - the",
    "Acme will open its plant in Ohio on 18 April 2025 - a year late",
    "From 1 May 2025 the tax rises",
    "Starting 1 May 2025: new rules",
    "Applications close: 30 June 2025",
    "Deadline: 30 June 2025",
    "Due date 30 June 2025",
    "Effective date: 30 June 2025",
    "Released on 18 April 2025, the film made",
    "Published on 18 April 2025, the report says that",
    "Vote on Tuesday, 18 April 2025: what to expect",
    "30 June 2025: the day the plant closes",
    "Plan by Ministry of Health - 1 May 2025 at the latest",
    "Ministers agreed on 18 April 2025.",
    "Born on 18 April 2025",
    "04/05/2025",  # in which country?
    "04-05-2025",
    "30 June 2025 Deadline for applications",
    "By Friday, 18 April 2025",
    "Date of entry into force: 30 June 2025",
    "31 April 2025",
    "18 April 1025",
]


@pytest.mark.parametrize("text", STATED)
def test_what_the_beginning_states_is_the_day(text: str) -> None:
    assert published_day(text) == DAY


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_other_day_is_taken_for_it(text: str) -> None:
    assert published_day(text) is None


def test_a_line_of_its_own_counts_only_before_the_text_has_begun() -> None:
    paragraph = "The minister spoke of many things and of homes above all. " * 5
    assert published_day(f"Title\n18 April 2025\n{paragraph}") == DAY
    assert published_day(f"Title\n{paragraph}\n18 April 2025\n{paragraph}") is None


def test_a_label_counts_a_little_below_the_beginning_too() -> None:
    paragraph = "The minister spoke of many things and of homes above all. " * 5
    assert published_day(f"Title\n{paragraph}\nPublished: 18 April 2025") == DAY
    assert published_day("A line.\n" * 200 + "Published: 18 April 2025") is None


@given(st.text(alphabet="By ,.-–—()|/0123456789AprilMay2025\n:"))
def test_any_text_is_looked_through(text: str) -> None:
    assert published_day(text) is None or isinstance(published_day(text), date)


@pytest.mark.parametrize("piece", ["A ", "By Aaa, ", "- ", "(A ", "1 ", "18 April ", "A. "])
def test_no_text_holds_it_up(piece: str) -> None:
    """Looks at the beginning only; a pattern that tries every way would not end here."""
    assert published_day(piece * 100_000) is None
    assert published_day((piece * 200 + "\n") * 100) is None
