"""German wordings by family: a language is a table of words, read by the same patterns."""

from datetime import date

import pytest

from claimtracker.deadlines import Direction, Event, Policy, Term, find, read
from tests.deadlines.cases import FRIDAY, Case, check

GERMAN = Policy(language="de")
DAYS: tuple[Case, ...] = (
    ("heute", "04-18 04-18 04-18", "der Tag selbst"),
    ("morgen", "04-19 04-19 04-19", "der nächste Tag"),
    ("übermorgen", "04-20 04-20 04-20", "zwei Tage weiter"),
    ("über Nacht", "04-19 04-19 04-19", "bis zum nächsten Tag"),
    ("am Montag", "04-21 04-21 04-21", "der nächste nach dem Tag"),
    ("bis Freitag", "04-18 04-25 04-25", "an einem Freitag gesagt: eine Woche später"),
    ("diesen Freitag", "04-18 04-18 04-18", "dieser kann heute sein"),
    ("nächsten Freitag", "04-25 04-25 04-25", "der der nächsten Woche"),
    ("kommenden Montag", "04-21 04-21 04-21", "der erste, der kommt"),
    ("bis spätestens Sonntag", "04-18 04-20 04-20", "spätestens heißt bis"),
    ("vor Montag", "04-18 04-20 04-20", "am Tag davor"),
    ("ab Montag", "04-21 - -", "von da an, ohne letzten Tag"),
    ("frühestens am Montag", "04-21 - -", "von da an, ohne letzten Tag"),
    ("bis Mitternacht", "04-18 04-18 04-18", "eine Uhrzeit verschiebt keinen Tag"),
)  # fmt: skip
DATES: tuple[Case, ...] = (
    ("bis zum 3. Mai", "04-18 05-03 05-03", "der Punkt macht den Tag"),
    ("am 3. Mai 2026", "2026-05-03 2026-05-03 2026-05-03", "mit einem Jahr"),
    ("bis 24.12.2025", "04-18 12-24 12-24", "mit Punkten kommt der Tag zuerst"),
    ("bis 24.12.", "04-18 12-24 12-24", "ohne Jahr das nächste Mal"),
    ("bis 2026-05-03", "04-18 2026-05-03 2026-05-03", "ISO 8601"),
    ("bis 17 Uhr am 5. Mai", "04-18 05-05 05-05", "eine Uhrzeit verschiebt keinen Tag"),
    ("im Mai", "05-01 05-31 05-31", "der ganze Monat"),
    ("bis Mai", "04-18 05-31 05-31", "bis zu seinem letzten Tag"),
    ("vor dem Juli", "04-18 06-30 06-30", "am Tag davor"),
    ("nach dem 1. Juli", "07-02 - -", "einen Tag später, ohne letzten Tag"),
    ("ab dem 1. Juli", "07-01 - -", "von da an, ohne letzten Tag"),
    ("ab Jänner 2026", "2026-01-01 - -", "der österreichische Name"),
    ("Mai oder Juni", "05-01 05-31 06-30", "das Ende des einen, spätestens des anderen"),
    ("von Mai bis Juli", "05-01 07-31 07-31", "eine Spanne"),
    ("zwischen Mai und Juli", "05-01 07-31 07-31", "eine Spanne"),
)  # fmt: skip
PERIODS: tuple[Case, ...] = (
    ("diese Woche", "04-18 04-20 04-20", "ihr letzter Tag"),
    ("nächste Woche", "04-21 04-27 04-27", "Montag bis Sonntag"),
    ("nächsten Monat", "05-01 05-31 05-31", "der ganze nächste"),
    ("nächstes Jahr", "2026-01-01 2026-12-31 2026-12-31", "das ganze nächste"),
    ("heuer", "04-18 12-31 12-31", "dieses Jahr"),
    ("bis Ende der Woche", "04-18 04-18 04-20", "Freitag, spätestens Sonntag"),
    ("bis zum Ende des Monats", "04-18 04-30 04-30", "sein letzter Tag"),
    ("bis Jahresende", "04-18 12-31 12-31", "ein Wort"),
    ("bis Quartalsende", "04-18 06-30 06-30", "ein Wort"),
    ("Ende Mai", "05-21 05-31 05-31", "wie spät im Monat"),
    ("Anfang Mai", "05-01 05-10 05-10", "bis zum zehnten"),
    ("Mitte Mai", "05-11 05-15 05-20", "bis zum 15., spätestens 20."),
    ("Anfang nächster Woche", "04-21 04-22 04-23", "Dienstag, spätestens Mittwoch"),
    ("Ende nächster Woche", "04-25 04-25 04-27", "Freitag, spätestens Sonntag"),
    ("im dritten Quartal", "07-01 09-30 09-30", "ein Kalenderquartal"),
    ("im zweiten Halbjahr 2026", "2026-07-01 2026-12-31 2026-12-31", "sechs Monate"),
    ("im Sommer", "06-01 08-31 09-22", "meteorologisch, spätestens astronomisch"),
    ("im Frühjahr 2026", "2026-03-01 2026-05-31 2026-06-20", "mit einem Jahr"),
    ("vor dem Sommer", "04-18 05-31 06-20", "vor beiden Anfängen"),
    ("am Wochenende", "04-19 04-19 04-20", "Samstag, spätestens Sonntag"),
    ("bis 2030", "04-18 2030-12-31 2030-12-31", "sein letzter Tag"),
    ("Q3 2026", "2026-07-01 2026-09-30 2026-09-30", "in Buchstaben"),
)  # fmt: skip
LENGTHS: tuple[Case, ...] = (
    ("in zwei Wochen", "05-02 05-02 05-02", "an diesem Tag"),
    ("innerhalb von zwei Wochen", "04-18 05-02 05-02", "bis zu diesem Tag"),
    ("binnen 30 Tagen", "04-18 05-18 05-18", "bis zu diesem Tag"),
    ("in höchstens drei Monaten", "04-18 07-18 07-18", "bis zu diesem Tag"),
    ("in zwei bis drei Wochen", "05-02 05-02 05-09", "zwei, spätestens drei"),
    ("in ein paar Tagen", "04-18 04-20 04-20", "zwei"),
    ("in einigen Wochen", "04-18 05-09 05-16", "drei, spätestens vier"),
    ("in mehreren Monaten", "04-18 08-18 11-18", "vier, spätestens sieben"),
    ("in den kommenden Tagen", "04-18 04-20 04-25", "zwei, spätestens sieben Tage"),
    ("in den nächsten Wochen", "04-18 05-02 05-18", "zwei Wochen, spätestens ein Monat"),
    ("innerhalb von 24 Stunden", "04-18 04-19 04-19", "bis zum nächsten Tag"),
    ("in einem halben Jahr", "10-18 10-18 10-18", "sechs Monate"),
    ("mindestens zwei Wochen", "05-02 - -", "von da an, ohne letzten Tag"),
    ("in etwa vier Wochen", "05-16 05-16 05-23", "ein Viertel mehr"),
    ("in fünf Werktagen", "04-25 04-25 04-25", "Montag bis Freitag"),
)  # fmt: skip
HOLIDAYS: tuple[Case, ...] = (
    ("bis Weihnachten", "04-18 12-25 12-25", "der 25."),
    ("vor Ostern", "04-18 04-19 04-19", "Ostersonntag ist der 20. April"),
    ("bis Pfingsten", "04-18 06-08 06-08", "sieben Wochen nach Ostern"),
    ("bis zum Jahreswechsel", "04-18 12-31 2026-01-01", "am Tag davor, spätestens an ihm"),
    ("bis Silvester", "04-18 12-31 12-31", "der letzte Tag"),
)  # fmt: skip
HELD: tuple[Case, ...] = (
    ("keine Entlassungen bis Jahresende", "04-18 12-31 12-31", "bis dahin gehalten"),
    ("die Preise bleiben bis 2027 unverändert", "04-18 2027-12-31 2027-12-31", "bis zum letzten"),
)  # fmt: skip


@pytest.mark.parametrize(
    "case", [*DAYS, *DATES, *PERIODS, *LENGTHS, *HOLIDAYS], ids=lambda case: case[0]
)
def test_a_german_wording_has_the_days_of_the_same_conventions(case: Case) -> None:
    check(case, policy=GERMAN)


@pytest.mark.parametrize("case", HELD, ids=lambda case: case[0])
def test_a_german_promise_to_hold_ends_with_its_period(case: Case) -> None:
    check(case, policy=GERMAN)
    assert read(case[0], FRIDAY, policy=GERMAN).rule.startswith("holds")


@pytest.mark.parametrize(
    ("wording", "rule"),
    [
        ("bald", "no measure"),
        ("so schnell wie möglich", "no measure"),
        ("niemand sagt, dass es bis Freitag geht", "not a deadline: denied"),
        ("nach der Bundestagswahl", "event not dated: bundestagswahl"),
        ("sobald die Waffenruhe hält", "condition without a date"),
        ("vor drei Wochen", "not a deadline: past"),
    ],
)
def test_what_is_no_deadline_in_german_says_why(wording: str, rule: str) -> None:
    found = read(wording, FRIDAY, policy=GERMAN)
    assert not found.is_dated
    assert found.rule == rule


def test_events_and_terms_of_office_are_known_in_german() -> None:
    events = [Event("Bundestagswahl", date(2025, 9, 28))]
    case = ("vor der Bundestagswahl", "04-18 09-27 09-27", "am Tag davor")
    check(case, policy=GERMAN, events=events)
    term = Term(date(2025, 5, 6), date(2029, 5, 6))
    case = ("bis zum Ende seiner Amtszeit", "04-18 2029-05-06 2029-05-06", "ihr letzter Tag")
    check(case, policy=GERMAN, claimant=term)


def test_german_mentions_look_where_their_verbs_do() -> None:
    text = "Er kündigte am Mittwoch an, dass die Brücke im Juli öffnen wird. Sie war im März zu."
    found = [
        (mention.text, mention.direction, str(mention.reading.latest_on))
        for mention in find(text, FRIDAY, policy=GERMAN)
    ]
    assert found == [
        ("am Mittwoch", Direction.BACK, "2025-04-16"),
        ("im Juli", Direction.AHEAD, "2025-07-31"),
        ("im März", Direction.BACK, "2025-03-31"),
    ]


def test_german_words_are_no_english_ones() -> None:
    assert not read("bis Freitag", FRIDAY).is_dated
    assert not read("by next Friday week", FRIDAY, policy=GERMAN).is_dated
