"""Whose own text it is: a release, a manifesto, a speech; a report is nobody's."""

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.issuer import Issuer, issuer_of, without_article
from claimtracker.articles.people import People
from claimtracker.articles.sentences import lines_of
from tests.articles.scanned import candidates_in


def issuer_in(text: str, publisher: str = "") -> Issuer | None:
    return issuer_of(lines_of(text), People(text), publisher)


OPENS = "The pool will open in May."


@pytest.mark.parametrize(
    "heading",
    [
        "Speech by Ada Brook at the pool",
        "Speech by Governor Ada Brook at the pool",
        "Remarks by Ada Brook",
        "Address by the mayor Ada Brook",
        "Keynote by Ada Brook",
    ],
)
def test_a_speech_is_its_speakers_own(heading: str) -> None:
    assert issuer_in(f"{heading}\n\n{OPENS}") == Issuer("Ada Brook", is_person=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Northgate Council press release\n\n", "Northgate Council"),
        ("Press release\n\nNorthgate Water announced a plan today.\n", "Northgate Water"),
        ("For immediate release\n\nThe Pool Trust today announced a plan.\n", "Pool Trust"),
        ("Northgate Party manifesto\n\n", "Northgate Party"),
        ("Northgate Council\n\n", "Northgate Council"),
        ("Ministry of Transport\n\n", "Ministry of Transport"),
    ],
)  # fmt: skip
def test_a_release_is_its_issuers_own(text: str, name: str) -> None:
    assert issuer_in(text + OPENS) == Issuer(name, is_person=False)


def test_a_release_without_a_name_is_its_publishers() -> None:
    text = f"Press release\n\n{OPENS}"
    assert issuer_in(text, "Northgate Times") == Issuer("Northgate Times", is_person=False)
    assert issuer_in(text) is None


def test_a_text_that_says_we_will_outside_of_quotations_is_its_issuers_own() -> None:
    ours = "Pool Trust is proud.\n\nWe will open the pool in May.\n\nWe will mend the road."
    assert issuer_in(ours) == Issuer("Pool Trust", is_person=False)
    assert issuer_in(ours.replace("We will", "“We will")) is None


@pytest.mark.parametrize(
    "text",
    [
        OPENS,
        f"Pool news\n\nAda Brook said on Monday: “{OPENS}”",
        f"Pool news\n\nAda Brook gave a speech. {OPENS}",
        "“We will open the pool,” she said.\n\n“We will mend it,” he said.",
        "",
    ],
)
def test_a_report_is_nobodys_own(text: str) -> None:
    assert issuer_in(text, "Northgate Times") is None


def test_lines_of_the_issuer_are_its_commitments() -> None:
    (found,) = candidates_in(f"Northgate Council press release\n\n{OPENS}")
    assert (found.kind, found.claimant) == (Kind.COMMITMENT, "Northgate Council")


def test_the_same_line_of_a_report_is_not_taken() -> None:
    (found,) = candidates_in(f"Pool news\n\n{OPENS}")
    assert (found.kind, found.claimant) == (Kind.NOT_TAKEN, "")


def test_states_that_last_are_promises_of_their_issuer() -> None:
    (found,) = candidates_in("Northgate Water manifesto\n\nFees are frozen until June 2026.")
    assert (found.kind, found.claimant) == (Kind.COMMITMENT, "Northgate Water")


def test_rows_of_the_issuers_table_are_its_commitments() -> None:
    text = "Northgate Council press release\n\nPool | by June 2026\nRoad | by July 2026\n"
    found = candidates_in(text)
    assert [one.kind for one in found] == [Kind.COMMITMENT, Kind.COMMITMENT]
    assert {one.claimant for one in found} == {"Northgate Council"}


def test_who_is_quoted_in_a_release_speaks_himself() -> None:
    text = f"Northgate Council press release\n\n{OPENS}\n\n“I will swim by June,” said Ada Brook."
    assert [one.claimant for one in candidates_in(text)] == ["Northgate Council", "Ada Brook"]


def test_in_a_speech_the_first_person_is_the_speaker() -> None:
    text = (
        "Speech by Ada Brook at the pool\n\nI will open it in May. We will mend the road by June."
    )
    assert [one.claimant for one in candidates_in(text)] == ["Ada Brook", "Ada Brook"]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("The Ministry of Transport", "Ministry of Transport"),
        ("the council", "council"),
        (" Northgate Council ", "Northgate Council"),
        ("Northgate Council’s", "Northgate Council"),
        ("Theatre Trust", "Theatre Trust"),
    ],
)
def test_a_name_stands_without_its_article(name: str, bare: str) -> None:
    assert without_article(name) == bare
