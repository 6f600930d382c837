"""Who is meant by a pronoun, a surname, an office, a spokesman, a label."""

import pytest

from tests.articles.scanned import speakers_in, statements_in, words_of

ADA = "Ada Brook said the road would reopen. "


@pytest.mark.parametrize(
    "goes_on",
    [
        "She added that it would be free.",
        "Brook said it would be free.",
        "Ms Brook said it would be free.",
        "“It will be free for all of us,” she said.",
        "“It will be free for all of us,” said Brook.",
        "It will be free, Brook said.",
    ],
)
def test_the_last_speaker_goes_on_under_a_pronoun_or_surname(goes_on: str) -> None:
    assert speakers_in(ADA + goes_on) == ["Ada Brook", "Ada Brook"]


def test_a_pronoun_means_whoever_spoke_last() -> None:
    text = ADA + "Tom Reed said it would not. He added that it would cost too much."
    assert speakers_in(text) == ["Ada Brook", "Tom Reed", "Tom Reed"]


def test_somebody_who_only_acts_is_meant_by_the_next_pronoun() -> None:
    text = "Ada Brook came to the pool on Monday. She said it would open in May."
    assert speakers_in(text)[-1] == "Ada Brook"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Brook said it would be free.", "Tom Brook"),
        ("Mr Tom Brook said it would be free.", "Tom Brook"),
        ("Minister Tom Brook said it would be free.", "Tom Brook"),
        ("The minister Tom Brook said it would be free.", "Tom Brook"),
        ("Prime Minister Tom Brook said it would be free.", "Tom Brook"),
        ("The finance minister, Tom Brook, said it would be free.", "Tom Brook"),
    ],
)
def test_a_speaker_goes_by_the_full_name_without_title(text: str, speaker: str) -> None:
    assert speakers_in(text) == [speaker]


def test_of_two_people_of_one_surname_the_one_named_last_speaks() -> None:
    text = "Ada Brook arrived. Tom Brook left. Brook said the pool would open."
    assert speakers_in(text)[-1] == "Tom Brook"
    text = "Tom Brook left. Ada Brook arrived. Brook said the pool would open."
    assert speakers_in(text)[-1] == "Ada Brook"


def test_a_full_name_decides_between_two_of_one_surname() -> None:
    text = "Ada Brook arrived. Tom Brook left. Ada Brook said the pool would open."
    assert speakers_in(text)[-1] == "Ada Brook"


@pytest.mark.parametrize("mark", ["’", "'"])
def test_the_office_of_somebody_stays_an_organisation(mark: str) -> None:
    assert (
        speakers_in(ADA + f"Brook{mark}s office said it would pay.")[-1] == f"Brook{mark}s office"
    )


@pytest.mark.parametrize(
    "named",
    [
        "A spokesman for Northgate Council",
        "A spokeswoman for Northgate Council",
        "A spokesperson for Northgate Council",
        "A spokesman for the Northgate Council",
        "Northgate Council’s spokesman",
        "An official at Northgate Council",
        "The Northgate Council",
        "Northgate Council",
    ],
)
def test_a_nameless_spokesman_gives_the_organisation(named: str) -> None:
    assert speakers_in(f"{named} said the pool would reopen.") == ["Northgate Council"]


def test_a_named_spokesman_speaks_himself() -> None:
    text = "A spokesman for Northgate Council, Tom Reed, said the pool would reopen."
    assert speakers_in(text) == ["Tom Reed"]


@pytest.mark.parametrize("named", ["The council", "It"])
def test_an_organisation_goes_on_as_such(named: str) -> None:
    text = f"Northgate Council said the pool would reopen. {named} added that it would be free."
    assert speakers_in(text) == ["Northgate Council", "Northgate Council"]


def test_people_and_organisations_are_remembered_apart() -> None:
    text = ADA + "Northgate Council said it would pay. She added that it would be soon."
    assert speakers_in(text) == ["Ada Brook", "Northgate Council", "Ada Brook"]


def test_where_nobody_is_named_there_is_no_speaker() -> None:
    assert speakers_in("The pool will open in May.") == [""]


TRANSCRIPT = """Interview at the pool

Q: When will the pool open?
ADA BROOK: We will open it in May.
It will be free.
Q: And the road?
BROOK: We will mend it.
"""


def test_the_labels_of_a_transcript_tell_who_speaks() -> None:
    said = {words_of(one): (one.speaker, one.is_question) for one in statements_in(TRANSCRIPT)}
    assert said["We will open it in May."] == ("Ada Brook", False)
    assert said["We will mend it."][0].endswith("Brook")
    assert said["When will the pool open?"] == ("", True)
    assert said["And the road?"] == ("", True)


def test_a_line_without_a_label_goes_on_with_the_speaker_before() -> None:
    said = {words_of(one): one.speaker for one in statements_in(TRANSCRIPT)}
    assert said["It will be free."] == "Ada Brook"


def test_who_mostly_asks_in_a_transcript_is_the_one_who_asks() -> None:
    text = (
        "TOM REED: Will the pool open?\nADA BROOK: It will open in May.\n"
        "TOM REED: Will it be free?\nADA BROOK: It will be free.\n"
    )
    asked = [(one.speaker, one.is_question) for one in statements_in(text)]
    assert asked == [("", True), ("Ada Brook", False), ("", True), ("Ada Brook", False)]


def test_a_single_label_makes_no_transcript() -> None:
    found = statements_in("Note: The pool will open in May.\nIt is old.")
    assert [one.speaker for one in found] == ["", ""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Helion Reach, a start-up, won. Ada Brook won. The company said it would go.",
            "Helion Reach",
        ),
        ("Norda, the bank, has lost. Ada Brook won. The ministry said it would go.", "ministry"),
        ("Norda plans to open it, its chairwoman Ada Brook said.", "Ada Brook"),
        ("Norda Air plans to open it, the Danish carrier said.", "Norda Air"),
        ("It will open in May, his agent confirmed.", "agent"),
        ("The Miners’ Union said it would go.", "Miners’ Union"),
        ("Italy’s federation said it would go.", "Italy’s federation"),
        ("The rail union TRU said it would go.", "TRU"),
        ("Tom Reed rose. The European Union said it would go.", "European Union"),
        ("The delegation announced it would go.", "delegation"),
        ("“It will go in May,” said Ada Brook of Green Coast.", "Ada Brook"),
        ("“It will go in May,” said co-founder Ada Brook.", "Ada Brook"),
    ],
)
def test_a_speaker_is_whoever_the_text_says_it_is(text: str, speaker: str) -> None:
    assert speakers_in(text)[-1] == speaker


def test_the_initials_of_a_label_are_those_of_whom_the_text_names() -> None:
    text = (
        "Lucia Ferr spoke to Martin Obel.\n\nMO: Will it open?\n\nLF: It will open in May.\n\n"
        "MO: When?\n\nLF: In May."
    )
    assert speakers_in(text)[-1] == "Lucia Ferr"


def test_two_verbs_with_one_subject_have_one_speaker() -> None:
    text = "Qatar offered to host both sides this weekend and promised to pay $40 million in May."
    assert speakers_in(text) == ["Qatar", "Qatar"]
    found = [words_of(one) for one in statements_in(text)]
    assert found == ["to host both sides this weekend", "to pay $40 million in May."]


def test_a_pronoun_goes_on_with_what_was_promised_before_it() -> None:
    text = "Norda Air has agreed to lease four jets. It will hire 200 pilots by June."
    assert speakers_in(text) == ["Norda Air", "Norda Air"]
    other = "Norda Air has agreed to lease four jets. Rain will fall by June."
    assert speakers_in(other)[-1] == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Brook rose. His agent said it would go.", "agent"),
        ("Norda Bank lost. Its director said it would go.", "Norda Bank"),
        ("A spokesman for Norda Bank said it would go. Ada Brook rose. He said.", "Ada Brook"),
        ("Ada Brook rose. A spokesman for Norda Bank said so. He said it would go.", "Norda Bank"),
        (
            "Norda Rovers lost. Tom Fry and the Fans’ Trust met. A club spokesman said.",
            "Norda Rovers",
        ),
        ("The grid operator Nordnet said it would go.", "Nordnet"),
        ("Ada Brook rose. On 5 February Brook said it would go.", "Ada Brook"),
        ("Six countries agreed to go.", "Six countries"),
        ("European regulators agreed to go.", "European regulators"),
        (
            "A spokesman for Norda Water, which has 60,000 clients, said so.",
            "Norda Water",
        ),
        ("Minister Ada Brook TD rose. Minister Brook said it would go.", "Ada Brook"),
        ("The Governor, Ms Brook, informed them that it would go.", "Brook"),
        ("Norda Council met. Members agreed to go.", "Norda Council"),
    ],
)
def test_who_speaks_for_whom_is_told_by_what_he_is(text: str, speaker: str) -> None:
    assert speakers_in(text)[-1] == speaker
