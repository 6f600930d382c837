"""Lists: what introduces them, which lines are their items, and whose promises those are."""

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.lists import Leads, promises
from claimtracker.articles.sentences import lines_of, sentences_of
from tests.articles.scanned import candidates_in, wording_of


def leads_in(text: str) -> dict[str, str | None]:
    """Return the line that introduces each sentence of a text."""
    lines = lines_of(text)
    leads = Leads(lines)
    found = {}
    for sentence in sentences_of(lines):
        number = leads.of(sentence)
        found[sentence.text] = None if number is None else lines[number].text
    return found


@pytest.mark.parametrize(
    ("lead", "is_promise"),
    [
        ("We will:", True),
        ("Ada Brook would:", True),
        ("Our promises:", True),
        ("Pledges for the first year", True),
        ("We are committed to:", True),
        ("The pool has:", False),
        ("Opening hours:", False),
    ],
)
def test_a_lead_promises_by_its_words(lead: str, is_promise: bool) -> None:
    assert promises(lead) is is_promise


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1) "])
def test_a_colon_introduces_the_items_below_it(bullet: str) -> None:
    found = leads_in(f"We will:\n{bullet}open the pool\n{bullet}mend the road")
    assert list(found.values()) == [None, "We will:", "We will:"]


def test_a_heading_introduces_bullets() -> None:
    found = leads_in("Our pledges\n- open the pool\n- mend the road")
    assert found["- mend the road"] == "Our pledges"


def test_items_without_bullets_go_on_as_long_as_they_look_like_headings() -> None:
    found = leads_in("We will:\nOpen the pool\nMend the road\nThe rest is not known yet.")
    assert found["Open the pool"] == found["Mend the road"] == "We will:"
    assert found["The rest is not known yet."] is None


def test_a_paragraph_ends_the_list() -> None:
    found = leads_in("We will:\n- open the pool\nThe pool is old. It leaks.\n- a later item")
    assert found["The pool is old."] is None
    assert found["It leaks."] is None
    assert found["- a later item"] is None


def test_a_text_without_a_lead_has_no_items() -> None:
    assert set(leads_in("The pool is old.\nIt leaks.").values()) == {None}


PLEDGES = """Northgate Council press release

Within its term the council will:

- open the pool by 1 June 2026
- plant trees within a year
- mend Mill Road
"""


def test_each_item_is_a_commitment_of_the_issuer() -> None:
    found = candidates_in(PLEDGES)[-3:]
    assert [one.kind for one in found] == [Kind.COMMITMENT] * 3
    assert {one.claimant for one in found} == {"Northgate Council"}
    assert [wording_of(one, PLEDGES) for one in found] == ["by 1 June 2026", "within a year", None]


def test_items_belong_to_the_speaker_who_introduces_them() -> None:
    text = "Ada Brook said she would:\n\n- open the pool by June\n- mend Mill Road\n"
    found = candidates_in(text)
    assert [(one.sentence, one.claimant) for one in found[-2:]] == [
        ("- open the pool by June", "Ada Brook"),
        ("- mend Mill Road", "Ada Brook"),
    ]


def test_items_of_a_list_that_promises_nothing_are_not_taken() -> None:
    text = "Ada Brook said the pool has:\n\n- a slide\n- a sauna\n"
    assert candidates_in(text) == ()


def test_measures_are_those_of_who_spoke_last() -> None:
    text = (
        "Ada Brook said the budget would pass in May.\n\nKey measures so far\n"
        "- Fuel duty cut by 4 per cent from June\n- New school by July\n\nThe hall was full."
    )
    assert [one.claimant for one in candidates_in(text)] == ["Ada Brook"] * 3
    apart = text.replace("\n\nKey", "\n\nTom Reed swam.\n\nKey")
    assert [one.claimant for one in candidates_in(apart) if one.kind is Kind.COMMITMENT] == [
        "Ada Brook"
    ]
