"""Every mention of time in a running text: where it stands, where it looks, and its days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from claimtracker.deadlines import Direction, Event, Mention, Policy, Term, find, read
from claimtracker.deadlines.grammar import LONGEST, Grammar, Part
from claimtracker.deadlines.items import Item
from tests.deadlines.cases import FRIDAY

THURSDAY, MONDAY = date(2025, 4, 17), date(2025, 4, 21)
TEXT = (
    "KYIV, April 18 — The minister said on Thursday that the İzmir “summit” would be held by the"
    " end of May.\n\nIt was signed two weeks ago, he’d told us; no\u2011one expects it to last for"
    " years.\nIf it fails, they’ll meet on 3 June. Shares rose 4.7 percent in March 🙂."
)


def found(text: str, said: date = FRIDAY) -> list[tuple[str, Direction]]:
    """Return the words of each mention and where it looks."""
    return [(mention.text, mention.direction) for mention in find(text, said)]


def only(text: str, said: date = FRIDAY) -> Mention:
    """Return the one mention of a text."""
    (mention,) = find(text, said)
    return mention


def days(mention: Mention) -> list[str]:
    """Return the days of a mention as text."""
    reading = mention.reading
    return [str(day) for day in (reading.opens_on, reading.due_on, reading.latest_on)]


def test_each_mention_is_the_text_at_its_place() -> None:
    mentions = find(TEXT, FRIDAY)
    assert len(mentions) >= 6
    for mention in mentions:
        assert TEXT[mention.start : mention.end] == mention.text
        assert mention.reading.wording == mention.text
        assert mention.reading.stated_on == FRIDAY


def test_the_mentions_stand_in_order_and_do_not_overlap() -> None:
    mentions = find(TEXT, FRIDAY)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_a_text_without_a_time_has_no_mentions() -> None:
    assert find("The minister wept.", FRIDAY) == []
    assert find("", FRIDAY) == []
    assert find("  \n\n ", FRIDAY) == []


AHEAD, BACK, NONE = Direction.AHEAD, Direction.BACK, Direction.NONE


@pytest.mark.parametrize(
    ("text", "said", "direction", "day"),
    [
        ("He said on Thursday it will end.", THURSDAY, BACK, "2025-04-17"),  # told that very day
        ("He said on Thursday it will end.", FRIDAY, BACK, "2025-04-17"),
        ("He said on Thursday it will end.", MONDAY, BACK, "2025-04-17"),
        ("He said Monday it will end.", FRIDAY, BACK, "2025-04-14"),
        ("On Thursday he said it will end.", FRIDAY, BACK, "2025-04-17"),
        ("Leaders signed it last Wednesday.", FRIDAY, BACK, "2025-04-16"),
        ("Leaders will sign it next Wednesday.", FRIDAY, AHEAD, "2025-04-23"),
        ("The talks collapsed on Monday.", FRIDAY, BACK, "2025-04-14"),
        ("They will meet on Monday.", FRIDAY, AHEAD, "2025-04-21"),
        ("They will meet on Friday.", FRIDAY, AHEAD, "2025-04-25"),
        ("They met on Monday and will meet again on Wednesday.", FRIDAY, BACK, "2025-04-14"),
        ("It will open on Monday, after it was shut for years.", FRIDAY, AHEAD, "2025-04-21"),
        ("Officials vowed to leave on Monday.", FRIDAY, AHEAD, "2025-04-21"),
        ("It happened yesterday.", FRIDAY, BACK, "2025-04-17"),
        ("It will end tomorrow.", FRIDAY, AHEAD, "2025-04-19"),
    ],
)
def test_a_weekday_looks_where_the_nearest_verb_does(
    text: str, said: date, direction: Direction, day: str
) -> None:
    mention = find(text, said)[0]
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, day)


@pytest.mark.parametrize(
    ("text", "direction", "latest"),
    [
        ("It began in March.", BACK, "2025-03-31"),
        ("It will begin in March.", AHEAD, "2026-03-31"),
        ("It collapsed in December.", BACK, "2024-12-31"),
        ("It will end in December.", AHEAD, "2025-12-31"),
        ("It was closed on 12 April.", BACK, "2025-04-12"),
        ("It closes on 5 May, officials announced.", AHEAD, "2025-05-05"),
        ("Officials said it was agreed for 5 May.", AHEAD, "2025-05-05"),  # near ahead, no year
        ("It was closed in May 2019.", BACK, "2019-05-31"),
        ("It will close in May 2029.", AHEAD, "2029-05-31"),
        ("It closed in 2019.", BACK, "2019-12-31"),
        ("Third-quarter results are out.", BACK, "2024-09-30"),
        ("It is due by 2030.", AHEAD, "2030-12-31"),
        ("By May it had collapsed.", AHEAD, "2025-05-31"),
        ("It will be signed in December.", AHEAD, "2025-12-31"),
        ("The law will get passed in March.", AHEAD, "2026-03-31"),
        ("It is to be finished in March.", AHEAD, "2026-03-31"),
    ],
)
def test_a_month_or_a_date_looks_where_the_nearest_verb_does(
    text: str, direction: Direction, latest: str
) -> None:
    mention = only(text)
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, latest)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It ended three days ago.", "three days ago", "2025-04-15", "2025-04-15"),
        ("It ended two weeks ago.", "two weeks ago", "2025-04-04", "2025-04-04"),
        ("It ended a month ago.", "a month ago", "2025-03-01", "2025-03-31"),
        ("It ended two years ago.", "two years ago", "2023-01-01", "2023-12-31"),
        ("It has been shut since May.", "since May", "2024-05-01", "2024-05-31"),
        ("It fell in the last two weeks.", "in the last two weeks", "2025-04-04", "2025-04-18"),
        ("It fell in the past year.", "in the past year", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_mention_that_looks_back_has_the_days_it_names(
    text: str, words: str, first: str, last: str
) -> None:
    mention = only(text)
    assert (mention.text, mention.direction) == (words, Direction.BACK)
    assert days(mention) == [first, last, last]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Third-quarter profit rose from a year earlier.", ["2024-09-30", "2023-09-30"]),
        ("Profit rose in the first quarter. A year ago it fell.", ["2025-03-31", "2024-03-31"]),
        ("Profit fell a year ago.", ["2024-12-31"]),  # no quarter is spoken of
        ("It fell in the third quarter. For the quarter it lost 3.", ["2024-09-30", "2024-09-30"]),
        ("It lost 3 in the quarter.", ["2025-03-31"]),  # the last whole one
        ("Third-quarter profit fell from a year earlier. It lost 3 in the quarter.",
         ["2024-09-30", "2023-09-30", "2024-09-30"]),  # what is compared with is not told of
        ("Third-quarter profit fell. He left a week ago.", ["2024-09-30", "2025-04-11"]),
    ],
)  # fmt: skip
def test_a_text_that_tells_of_a_quarter_compares_it_with_quarters(
    text: str, expected: list[str]
) -> None:
    assert [str(mention.reading.latest_on) for mention in find(text, FRIDAY)] == expected


def test_a_quarter_by_its_year_is_no_length() -> None:
    assert str(only("It lost 3 in the 1988 quarter.").reading.latest_on) == "1988-12-31"


@pytest.mark.parametrize(
    ("text", "direction", "latest"),
    [
        ("It was agreed in early March this year.", BACK, "2025-03-10"),  # not that of next year
        ("They will not be alone this summer, he said.", AHEAD, "2025-09-22"),
        ("It had been due to end on Tuesday.", BACK, "2025-04-15"),
        ("They missed the deadline of 1 April.", BACK, "2025-04-01"),
        ("They will vote when leaders meet on Wednesday, two diplomats said.", AHEAD, "2025-04-23"),
        ("He was shot next to the embassy on Tuesday.", BACK, "2025-04-15"),
    ],
)
def test_words_around_a_day_decide_where_it_lies(
    text: str, direction: Direction, latest: str
) -> None:
    mention = only(text)
    assert (mention.direction, str(mention.reading.latest_on)) == (direction, latest)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("They will have it on Thursday.", AHEAD),
        ("He would cut the tax on 1 January.", AHEAD),
        ("It said it would also set a price on Monday.", AHEAD),
        ("They have had it since they cut the tax on 1 January.", BACK),
        ("The plan put to the board on Monday was thin.", BACK),
    ],
)
def test_a_verb_behind_a_modal_looks_ahead_whatever_its_form(
    text: str, direction: Direction
) -> None:
    assert find(text, FRIDAY)[0].direction is direction


def test_a_period_ahead_is_named_whole_even_where_it_is_running() -> None:
    assert days(only("It will close this week.")) == ["2025-04-14", "2025-04-20", "2025-04-20"]
    assert days(only("It will end by Sunday.")) == ["2025-04-18", "2025-04-20", "2025-04-20"]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        (
            "No one is saying it can be done in 12 hours.",
            "in 12 hours",
            "not a deadline: denied",
        ),
        (
            "It cannot last for weeks and months on end.",
            "for weeks and months on end",
            "not a deadline: endured",
        ),
        ("It is the biggest tax cut in 50 years.", "in 50 years", "not a deadline: endured"),
        ("A 30-day truce took hold.", "30-day", "a length of time"),
        ("It ends after the referendum.", "after the referendum", "event not dated: referendum"),
        ("It ends in fiscal 2026.", "in fiscal 2026", "setting missing: fiscal year"),
        ("It ends on 31 June 2026.", "on 31 June 2026", "no such day"),
    ],
)
def test_a_mention_without_a_day_says_why(text: str, words: str, rule: str) -> None:
    mention = find(text, FRIDAY)[0]
    assert mention.text in (words, f"A {words}")
    assert mention.direction is Direction.NONE
    assert mention.reading.rule == rule
    assert not mention.reading.is_dated
    assert mention.reading.explanation.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Sun Microsystems rose.", "We may go.", "They march on the capital.", "He sat down.",
        "The second ballot was held.", "A boy was hurt.", "The 3rd place went to her.",
        "He told USA Today.", "A shop on 5th Avenue.", "Agenda 2010 split the party.",
        "Shares were up 4.7 percent.", "It cost $5 million.", "About 47% agreed.",
        "It rose by 13.8 points.", "A vote of 24 to 8.", "He fell for a second time.",
        "I mon going to the wed fair.", "Turn left at 10 Downing Street.", "He won 3-2.",
        "It rose 2.5 million to $24.8bn.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_no_mention(text: str) -> None:
    assert find(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We will decide within days whether it can be done in the next few weeks.",
            [("within days", AHEAD), ("in the next few weeks", AHEAD)],
        ),
        (
            "Talks began on Monday and will end by Friday.",
            [("on Monday", BACK), ("by Friday", AHEAD)],
        ),
        (
            "It opens on 5 May. It closed on 5 April.",
            [("on 5 May", AHEAD), ("on 5 April", BACK)],
        ),
        (
            "By Friday, by Monday and by June.",
            [("By Friday", AHEAD), ("by Monday", AHEAD), ("by June", AHEAD)],
        ),
    ],
)
def test_each_of_several_times_is_a_mention_of_its_own(
    text: str, expected: list[tuple[str, Direction]]
) -> None:
    assert found(text) == expected


def test_of_a_horizon_within_a_horizon_the_reader_takes_the_outer_one() -> None:
    wording = "we will decide within days whether it can be done in the next few weeks"
    inner, outer = find(wording, FRIDAY)
    assert days(inner) == ["2025-04-18", "2025-04-20", "2025-04-25"]
    assert days(outer) == ["2025-04-18", "2025-05-09", "2025-05-16"]
    assert read(wording, FRIDAY).latest_on == inner.reading.latest_on


EVENTS = (Event("NATO summit", date(2025, 6, 24), date(2025, 6, 25), ("the Hague meeting",)),)


@pytest.mark.parametrize(
    ("text", "words", "latest"),
    [
        ("It ends before the NATO Summit.", "before the NATO Summit", "2025-06-23"),
        ("It ends in May or by the Hague meeting.", "in May or by the Hague meeting", "2025-06-25"),
        (
            "It ends by the Hague meeting.", "by the Hague meeting", "2025-06-25"),
        ("It ends two weeks after the summit.", "two weeks after the summit", "2025-07-09"),
        ("It ends within 3 days of the NATO summit.", "within 3 days of the NATO summit",
         "2025-06-28"),
    ],
)  # fmt: skip
def test_a_known_event_dates_its_mention(text: str, words: str, latest: str) -> None:
    (mention,) = find(text, FRIDAY, events=EVENTS)
    assert (mention.text, str(mention.reading.latest_on)) == (words, latest)


def test_a_term_of_office_and_the_policy_count_as_they_do_for_a_reading() -> None:
    term, policy = Term(date(2025, 1, 20), date(2029, 1, 20)), Policy(day_first=True)
    text = "It ends by the end of his term, not on 03/05/2026."
    end, day = find(text, FRIDAY, claimant=term, policy=policy)
    assert (str(end.reading.latest_on), str(day.reading.due_on)) == ("2029-01-20", "2026-05-03")


@pytest.mark.parametrize("said", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(said: date) -> None:
    for mention in find(TEXT, said):
        assert mention.reading.rule


@pytest.mark.parametrize("offset", range(7))
def test_a_promise_looks_ahead_on_every_day_of_the_week(offset: int) -> None:
    said = MONDAY + timedelta(days=offset)
    for name in ("Monday", "Wednesday", "Saturday", "Sunday"):
        mention = only(f"They will leave by {name}.", said)
        assert mention.direction is Direction.AHEAD
        assert mention.reading.due_on is not None
        assert 1 <= (mention.reading.due_on - said).days <= 7


def test_a_text_is_read_the_same_each_time_and_with_other_texts_between() -> None:
    before = find(TEXT, FRIDAY)
    for text in ("in May", "Q4 will be good", "the 3rd of June or July"):
        find(text, FRIDAY)
    assert find(TEXT, FRIDAY) == before


PIECES = (
    "By Friday they will leave. ", "on Monday ", "next ", "April or ", "in two weeks he will ",
    "1-", "1.", "may or ", "hundred ", "if by May x, ", "not by May x ", "before the x ", "9", ",",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_twice_as_long_is_twice_the_work(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts what the grammar is asked to read, not seconds: machines differ, items do not."""
    asked: list[int] = []
    parts = Grammar.parts

    def counted(grammar: Grammar, items: list[Item], offset: int = 0) -> list[Part]:
        asked.append(len(items))
        return parts(grammar, items, offset)

    monkeypatch.setattr(Grammar, "parts", counted)
    work = []
    for times in (500, 1000):
        asked.clear()
        find(piece * times, FRIDAY)
        assert max(asked, default=0) <= LONGEST
        work.append(sum(asked))
    assert work[1] <= 2 * work[0] + LONGEST
