"""People by their names: titles taken off, surnames made full, organisations kept apart."""

import pytest

from claimtracker.articles.people import People, is_person, without_title

TWO_BROOKS = "Ada Brook met Tom Brook. Then Ada Brook left."


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("Ada Brook", "Ada Brook"),
        ("Mr Brook", "Brook"),
        ("Dr. Ada Brook", "Ada Brook"),
        ("Sir Tom Reed", "Tom Reed"),
        ("Prime Minister Ada Brook", "Ada Brook"),
        ("US Press Secretary Dana Finch", "Dana Finch"),
        ("Ada Brook’s", "Ada Brook"),
        ("Ada Brook's", "Ada Brook"),
        ("But Ada Brook", "Ada Brook"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("  Ada Brook ", "Ada Brook"),
        ("Ada Brook KC", "Ada Brook"),
        ("Chief Executive Officer Ada Brook", "Ada Brook"),
        ("Detective Superintendent Ada Brook", "Ada Brook"),
        ("Director-General Ada Brook", "Ada Brook"),
        ("Texas-based Stormline", "Stormline"),
        ("Rival Stormline", "Stormline"),
        ("Rear Admiral Ada Brook", "Ada Brook"),
        ("FURIOUS Ada Brook", "Ada Brook"),
        ("The", ""),
        ("", ""),
    ],
)
def test_a_name_is_left_when_titles_and_first_words_are_taken_off(named: str, name: str) -> None:
    assert without_title(named) == name


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ada Brook", True),
        ("Émile O’Neil Zorn", True),
        ("Ursula von der Leyen", True),
        ("Northgate Council", False),
        ("Harbour Trust", False),
        ("White House", False),
        ("Monday", False),
        ("NORTHGATE", False),
        ("A B C D E F", False),  # more words than a name has
        ("", False),
    ],
)
def test_an_office_a_day_or_a_shout_is_no_person(name: str, person: bool) -> None:
    assert is_person(name) is person


@pytest.mark.parametrize(
    ("text", "named", "full_name"),
    [
        ("Ada Brook came.", "Brook", "Ada Brook"),
        ("Ada Brook came.", "Mayor Brook", "Ada Brook"),
        ("Ada Brook came.", "Mrs. Brook’s", "Ada Brook"),
        ("Ada Brook came.", "BROOK", "Ada Brook"),
        ("Mayor Ada Brook came.", "Brook", "Ada Brook"),
        ("Ursula von der Leyen came.", "Leyen", "Ursula von der Leyen"),
        ("Émile Zorn came.", "Zorn", "Émile Zorn"),
        ("Ada Brook came.", "Reed", "Reed"),
        ("Northgate Council met.", "Council", "Council"),
        ("Ada Brook came.", "", ""),
        ("", "Brook", "Brook"),
    ],
)
def test_a_surname_becomes_the_full_name_where_the_text_has_it(
    text: str, named: str, full_name: str
) -> None:
    assert People(text).full_name(named, len(text)) == full_name


@pytest.mark.parametrize(
    ("place", "full_name"),
    [
        pytest.param(5, "Ada Brook", id="only she is named so far"),
        pytest.param(20, "Tom Brook", id="he was named last"),
        pytest.param(0, "Ada Brook", id="nobody before: the first after"),
    ],
)
def test_of_two_people_of_one_surname_it_is_the_one_named_last(place: int, full_name: str) -> None:
    assert People(TWO_BROOKS).full_name("Brook", place) == full_name


def test_a_first_name_beside_the_surname_decides() -> None:
    assert People(TWO_BROOKS).full_name("Ada Brook", 40) == "Ada Brook"
    assert People(TWO_BROOKS).full_name("Tom Brook", 0) == "Tom Brook"


def test_a_surname_may_come_before_the_full_name() -> None:
    assert People("Brook came. The mayor is Ada Brook.").full_name("Brook", 0) == "Ada Brook"


def test_only_full_names_of_people_are_known() -> None:
    people = People("Ada Brook left Northgate Council on Monday.")
    assert people.knows("Ada Brook")
    for other in ("Brook", "Tom Brook", "Northgate Council", "Monday", ""):
        assert not people.knows(other)


def test_initials_are_those_of_the_first_who_has_them() -> None:
    people = People("Ada Brook spoke to Tom Reed. Amy Bell listened.")
    assert people.with_initials("AB") == "Ada Brook"
    assert people.with_initials("T.R.") == "Tom Reed"
    assert people.with_initials("XY") == ""


def test_a_body_is_no_person_whatever_its_name() -> None:
    people = People("Helion Reach met Ada Brook.", {"Helion Reach"})
    assert people.knows("Ada Brook")
    assert not people.knows("Helion Reach")
