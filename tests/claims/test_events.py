"""What may be entered of an event, and when two names are one."""

from datetime import date

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.events import EventDraft, EventRow, check_names, draft_of, merged
from claimtracker.deadlines import Event

MAY, JUNE = date(2025, 5, 10), date(2025, 6, 1)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "  "}, "An event needs a name."),
        ({"name": "truce", "aliases": ("",)}, "A further name is empty."),
        ({"name": "truce", "aliases": ("Truce",)}, "“Truce” stands twice among its names."),
        (
            {"name": "truce", "aliases": ("a  b", "A B")},
            "“A B” stands twice among its names.",
        ),
        (
            {"name": "truce", "starts_on": JUNE, "ends_on": MAY},
            "The event must not end before it starts.",
        ),
        ({"name": "truce", "ends_on": MAY}, "An event with a last day needs a first day."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    fields: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ClaimTrackerError) as refused:
        EventDraft.of(**fields)
    assert str(refused.value) == sentence


def test_an_event_without_a_day_and_one_of_a_day_are_sound() -> None:
    assert EventDraft.of(name="truce").event == Event("truce", None)
    assert EventDraft.of(name="truce", starts_on=MAY, ends_on=MAY).event.last_on == MAY


def test_blanks_around_names_go() -> None:
    draft = EventDraft.of(name=" truce ", aliases=(" armistice ",))
    assert (draft.name, draft.aliases) == ("truce", ("armistice",))


@pytest.mark.parametrize("name", ["Truce", "TRUCE", "armistice"])
def test_a_name_that_another_event_bears_is_refused(name: str) -> None:
    with pytest.raises(ClaimTrackerError, match=r"already a name of the event “truce”\.$"):
        check_names(EventDraft.of(name=name), [Event("truce", MAY, aliases=("armistice",))])


def test_further_names_count_as_names() -> None:
    other = [Event("truce", MAY)]
    with pytest.raises(ClaimTrackerError, match="“truce” is already"):
        check_names(EventDraft.of(name="ceasefire", aliases=("truce",)), other)
    check_names(EventDraft.of(name="ceasefire"), other)


def test_of_two_that_are_one_all_names_stay() -> None:
    kept = Event("ceasefire", MAY, JUNE, ("the Truce",))
    found = merged(kept, Event("Armistice", JUNE, aliases=("the truce", "halt")))
    assert found.event == Event("ceasefire", MAY, JUNE, ("the Truce", "Armistice", "halt"))


def test_an_undated_one_takes_over_the_days_of_the_other() -> None:
    found = merged(Event("ceasefire", None), Event("truce", MAY, JUNE))
    assert (found.starts_on, found.ends_on) == (MAY, JUNE)


def test_a_draft_of_an_event_is_that_event() -> None:
    event = Event("ceasefire", MAY, JUNE, ("truce",))
    assert draft_of(event).event == event
    assert EventRow(-1, event).is_shipped and not EventRow(1, event).is_shipped


def test_a_line_break_pasted_into_a_name_makes_no_two_names_of_it() -> None:
    draft = EventDraft.of(name="big\nweek", aliases=("the\n talks",))
    assert (draft.name, draft.aliases) == ("big week", ("the talks",))


@pytest.mark.parametrize("name", ["the", "Week", "next week", "the end", "a  month"])
def test_a_word_of_every_deadline_is_no_name_of_an_event(name: str) -> None:
    for told in ({"name": name}, {"name": "talks", "aliases": (name,)}):
        with pytest.raises(ClaimTrackerError, match="word of every deadline"):
            EventDraft.of(**told)


def test_a_name_that_holds_such_a_word_is_one() -> None:
    assert EventDraft.of(name="Climate Week").name == "Climate Week"
