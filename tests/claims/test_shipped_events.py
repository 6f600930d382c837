"""The events that come with the program: true to the calendar, and nobody's word for another."""

from datetime import date
from itertools import pairwise

import pytest

from claimtracker.claims.shipped_events import (
    events_from,
    shipped_events,
    shipped_events_in,
)
from claimtracker.deadlines import Event, read

SAID = date(2025, 4, 18)
HANGS_ON_THE_SPEAKER = (
    "inauguration", "election", "elections", "general election", "federal election", "summit",
    "end of term", "term", "campaign", "conference", "convention", "games", "vote", "G7", "G20",
    "NATO", "BRICS", "World", "Paris", "Munich", "Euro", "first 100 days", "first 24 hours",
)  # fmt: skip


def _names(event: Event) -> list[str]:
    return [event.name, *event.aliases]


@pytest.mark.parametrize("event", shipped_events(), ids=lambda event: event.name)
def test_each_event_is_dated_and_has_whole_names(event: Event) -> None:
    assert event.starts_on is not None and event.last_on is not None
    assert event.starts_on <= event.last_on
    assert date(2022, 1, 1) <= event.starts_on and event.last_on <= date(2030, 12, 31)
    assert all(name == " ".join(name.split()) != "" for name in _names(event))
    assert len({name.casefold() for name in _names(event)}) == len(_names(event))


def test_no_two_events_have_one_name() -> None:
    names = [event.name.casefold() for event in shipped_events()]
    assert len(set(names)) == len(names)
    aliases = {name.casefold() for event in shipped_events() for name in event.aliases}
    assert aliases.isdisjoint(names)


def test_events_that_share_a_name_never_overlap() -> None:
    for name in {name for event in shipped_events() for name in _names(event)}:
        bearing = [event for event in shipped_events() if name in _names(event)]
        days = sorted((event.starts_on or SAID, event.last_on or SAID) for event in bearing)
        assert all(last < first for (_, last), (first, _) in pairwise(days)), name


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("US midterm elections 2026", date(2026, 11, 3)),  # Tuesday after the first Monday
        ("US presidential election 2028", date(2028, 11, 7)),
        ("US presidential inauguration 2029", date(2029, 1, 20)),
        ("German federal election 2025", date(2025, 2, 23)),
        ("UK general election 2024", date(2024, 7, 4)),
    ],
)
def test_days_fixed_by_law_are_those_of_the_law(name: str, day: date) -> None:
    assert [event.starts_on for event in shipped_events() if event.name == name] == [day]


@pytest.mark.parametrize("words", HANGS_ON_THE_SPEAKER)
def test_what_hangs_on_the_speaker_names_no_event(words: str) -> None:
    wording = f"before the {words}"
    assert shipped_events_in(wording, SAID) == ()
    assert words.casefold() not in {
        name.casefold() for event in shipped_events() for name in _names(event)
    }


@pytest.mark.parametrize(
    ("wording", "count"),
    [
        ("before the midterms", 1),
        ("BEFORE THE  MIDTERM\nELECTIONS", 1),
        ("before the 2026 midterms", 1),
        ("by the midterms' end", 1),
        ("after COP30", 1),
        ("after COP300", 0),
        ("after COP29, before COP30", 2),
        ("before premidterms", 0),
        ("before the G7 summit in Canada", 1),
        ("", 0),
    ],
)
def test_only_events_named_in_full_are_handed_on(wording: str, count: int) -> None:
    assert len(shipped_events_in(wording, SAID)) == count


def test_an_event_comes_with_its_own_name_and_the_aliases_used() -> None:
    (found,) = shipped_events_in("before the 2026 midterms", SAID)
    assert (found.name, found.aliases) == ("US midterm elections 2026", ("2026 midterms",))


@pytest.mark.parametrize(
    ("stated_on", "names"),
    [
        (date(2022, 1, 1), ["US midterm elections 2022"]),
        (date(2022, 11, 8), ["US midterm elections 2022"]),
        (date(2022, 11, 9), ["US midterm elections 2026"]),
        (date(2026, 11, 4), ["US midterm elections 2030"]),
        (date(2030, 11, 6), []),
    ],
)
def test_a_name_that_several_bear_is_that_of_the_next_one_not_over(
    stated_on: date, names: list[str]
) -> None:
    found = shipped_events_in("before the midterms", stated_on)
    assert [event.name for event in found] == names


def test_a_name_that_one_bears_is_its_own_also_when_it_is_over() -> None:
    (found,) = shipped_events_in("since the 2022 midterms", date(2031, 1, 1))
    assert found.starts_on == date(2022, 11, 8)


def test_an_event_that_lasts_is_not_over_before_its_last_day() -> None:
    words, last = "during the Olympics", date(2026, 2, 22)
    years = [shipped_events_in(words, day)[0].name[-4:] for day in (last, last.replace(month=3))]
    assert years == ["2026", "2028"]


@pytest.mark.parametrize("alias", ["midterms", " MIDTERMS "])
def test_a_name_of_a_persons_own_event_is_that_ones_alone(alias: str) -> None:
    own = [Event("the vote at home", date(2025, 9, 9), aliases=(alias,))]
    assert shipped_events_in("before the midterms", SAID, own) == ()
    assert len(shipped_events_in("before the 2026 midterms", SAID, own)) == 1


def test_an_own_event_of_the_same_name_takes_its_place() -> None:
    own = [Event("cop30", date(2025, 12, 1))]
    assert shipped_events_in("after COP30", SAID, own) == ()
    assert shipped_events_in("after COP 30", SAID, own) == ()


def test_a_deadline_is_read_from_a_shipped_event() -> None:
    words = "before the 2026 midterms"
    found = read(words, SAID, events=shipped_events_in(words, SAID))
    assert found.latest_on == date(2026, 11, 2)
    assert "us midterm elections 2026" in f"{found.rule} {found.explanation}".casefold()


@pytest.mark.parametrize(
    "text",
    [
        '[[event]]\nname = "A"',
        '[[event]]\nname = " "\nstarts_on = 2025-01-01',
        '[[event]]\nname = "A"\nstarts_on = 2025-01-01\naliases = [""]',
        '[[event]]\nname = "A"\nstarts_on = 2025-01-02\nends_on = 2025-01-01',
        '[[event]]\nname = "A"\nstarts_on = 2025-01-02\ncolour = "red"',
        "[[event",
    ],
)
def test_a_file_that_holds_no_events_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        events_from(text)


def test_an_event_of_one_day_needs_no_end() -> None:
    (found,) = events_from('[[event]]\nname = "A"\nstarts_on = 2025-01-01')
    assert found == Event("A", date(2025, 1, 1))
