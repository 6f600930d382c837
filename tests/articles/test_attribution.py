"""Words that name a speaker: before what is said, behind it, as a label, as a participle."""

import pytest

from claimtracker.articles.attribution import (
    Attribution,
    attributions_in,
    label_of,
    outermost,
    participles_in,
)
from claimtracker.articles.speech_verbs import Act


def only_attribution(narration: str, *, is_heading: bool = False) -> Attribution:
    found = attributions_in(narration, is_heading=is_heading)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("narration", "subject"),
    [
        ("Ada Brook said it would rain.", "Ada Brook"),
        ("She said it would rain.", "She"),
        ("Mayor Ada Brook said it would rain.", "Mayor Ada Brook"),
        ("The mayor said it would rain.", "The mayor"),
        ("The ministry said it would rain.", "The ministry"),
        ("The company told reporters it would pay.", "The company"),
        (
            "A spokesman for Northgate Council said it would pay.",
            "A spokesman for Northgate Council",
        ),
        ("Brook’s office said it would pay.", "Brook’s office"),
        ("Ada Brook has repeatedly said it would rain.", "Ada Brook"),
        ("Ada Brook later said it would rain.", "Ada Brook"),
        ("Ada Brook, who swims daily, said rain would come.", "Ada Brook"),
        ("Ada Brook (North) said it would rain.", "Ada Brook"),
    ],
)
def test_a_speaker_is_named_before_what_is_said(narration: str, subject: str) -> None:
    found = only_attribution(narration)
    assert found.subject == subject
    assert found.is_leading
    assert narration[found.subject_start :].startswith(subject)


@pytest.mark.parametrize(
    ("narration", "subject"),
    [
        ("It will rain, said Ada Brook.", "Ada Brook"),
        ("It will rain,” said the mayor.", "the mayor"),
        ("It will rain!’ added Ada Brook.", "Ada Brook"),
        ("It will rain, according to Ada Brook.", "Ada Brook"),
        ("It will rain, according to the ministry.", "the ministry"),
    ],
)
def test_a_speaker_is_named_behind_what_is_said(narration: str, subject: str) -> None:
    found = only_attribution(narration)
    assert (found.subject, found.is_leading) == (subject, False)


def test_according_to_at_the_beginning_leads() -> None:
    found = only_attribution("According to Ada Brook, it will rain.")
    assert (found.subject, found.act, found.is_leading) == ("Ada Brook", Act.SAY, True)


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("said", Act.SAY),
        ("announced", Act.SAY),
        ("warned", Act.SAY),
        ("promised", Act.COMMIT),
        ("pledged", Act.COMMIT),
        ("vowed", Act.COMMIT),
        ("agreed", Act.COMMIT),
        ("gave an undertaking", Act.COMMIT),
        ("made a promise", Act.COMMIT),
        ("threatened", Act.THREATEN),
        ("demanded", Act.DEMAND),
        ("urged", Act.DEMAND),
        ("denied", Act.DENY),
    ],
)
def test_the_verb_tells_what_is_done_by_speaking(verb: str, act: Act) -> None:
    found = only_attribution(f"Ada Brook {verb} to open the pool.")
    assert (found.verb, found.act) == (verb, act)


@pytest.mark.parametrize(
    "narration",
    [
        "The pool opened in May.",
        "Ada Brook swam.",
        "The plan promised by the council failed.",  # said of the plan, not by it
        "",
    ],
)
def test_where_nobody_speaks_there_is_no_attribution(narration: str) -> None:
    assert attributions_in(narration, is_heading=False) == []


def test_attributions_stand_from_the_left() -> None:
    found = attributions_in("Ada Brook said Tom Reed promised to pay.", is_heading=False)
    assert [one.subject for one in found] == ["Ada Brook", "Tom Reed"]


def test_a_name_behind_a_colon_speaks_in_a_heading_only() -> None:
    heading = "Pool to open in May: Ada Brook"
    assert only_attribution(heading, is_heading=True).subject == "Ada Brook"
    assert attributions_in(heading, is_heading=False) == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("MS. BROOK: We will go.", "MS. BROOK"),
        ("Ada Brook: We will go.", "Ada Brook"),
        ("Ada Brook (North): We will go.", "Ada Brook"),
        ("Q: Will you go?", "Q"),
        ("[10:15] Ada Brook: We will go.", "Ada Brook"),
        ("10:15 Ada Brook: We will go.", "Ada Brook"),
    ],
)
def test_a_line_of_a_transcript_begins_with_a_label(line: str, label: str) -> None:
    found = label_of(line)
    assert found is not None
    assert found.subject.strip() == label
    assert line[found.end :].startswith(("We will go.", "Will you go?"))


@pytest.mark.parametrize(
    "line",
    ["We said this: go.", "Ada Brook:", "Ada Brook will go.", "", "at 10:15 we go"],
)
def test_other_lines_have_no_label(line: str) -> None:
    assert label_of(line) is None


@pytest.mark.parametrize(
    ("narration", "act"),
    [
        ("Ada Brook left, threatening tougher fines.", Act.THREATEN),
        ("Ada Brook left, promising lower fees.", Act.COMMIT),
        ("Ada Brook left, saying fees would fall.", Act.SAY),
        ("Ada Brook met farmers and promised lower fees.", Act.COMMIT),
    ],
)
def test_a_participle_belongs_to_the_subject_of_its_sentence(narration: str, act: Act) -> None:
    found = participles_in(narration)
    assert [(one.act, one.subject, one.is_leading) for one in found] == [(act, "", True)]


def test_other_participles_say_nothing() -> None:
    assert participles_in("Ada Brook left, carrying a towel.") == []


@pytest.mark.parametrize(
    ("narration", "subject"),
    [
        ("The two parties also plan to merge the tax offices.", "The two parties"),
        ("Ministers pledge to open it.", "Ministers"),
        ("Ada Brook has announced plans to open it.", "Ada Brook"),
        ("Ada Brook has given residents her word that it will open.", "Ada Brook"),
        ("The council has set a target date of May for it.", "The council"),
        ("The council is fully committed to opening it.", "The council"),
        ("The group is on track to open it.", "The group"),
        ("Italy’s federation promised to open it.", "Italy’s federation"),
        ("They plan to open it.", "They"),
    ],
)
def test_a_promise_may_be_a_noun_or_a_state_or_that_of_several(
    narration: str, subject: str
) -> None:
    found = only_attribution(narration)
    assert (found.subject, found.act) == (subject, Act.COMMIT)


@pytest.mark.parametrize(
    "narration",
    [
        "It was a hall planned for May.",
        "He told of a list of what he promised.",
        "The council has no plans to open it.",
    ],
)
def test_words_that_only_describe_are_no_promise(narration: str) -> None:
    assert [
        one for one in attributions_in(narration, is_heading=False) if one.act is Act.COMMIT
    ] == []


def test_anybody_may_tell_of_it_behind_it() -> None:
    assert only_attribution("It will open in June, his agent confirmed.").subject == "his agent"


def test_what_is_said_in_a_relative_clause_stands_apart() -> None:
    found = only_attribution("The hall, which the council plans to open in May, is dry.")
    assert found.is_relative
    assert outermost("The hall, which the council plans to open in May, is dry.", [found]) == []


def test_what_is_said_inside_of_what_others_say_is_not_theirs() -> None:
    narration = "Ada Brook was careful, saying only that the group was on track to open it."
    assert outermost(narration, attributions_in(narration, is_heading=False)) == []


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    found = participles_in("Qatar offered to host both and promised to pay.")
    assert [(one.verb, one.is_joined, one.is_led) for one in found] == [("promised", True, False)]


def test_a_headline_says_it_without_more() -> None:
    found = participles_in("Liberals seal pact, vow to halve fares", is_heading=True)
    assert [(one.verb, one.act) for one in found] == [("vow", Act.COMMIT)]
    assert participles_in("Liberals seal pact, vow to halve fares") == []
