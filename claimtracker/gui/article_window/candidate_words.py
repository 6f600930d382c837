"""Put a candidate into words: what its row, its details and a screen reader say of it."""

from datetime import date

from claimtracker.articles.candidate import Candidate, FoundDeadline
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import label
from claimtracker.deadlines import Reading
from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.review import Standing
from claimtracker.gui.claim_panel.reading_words import (
    Answer,
    Question,
    headline,
    remarks,
    rule_line,
)
from claimtracker.gui.dates import day_text, window_text

NO_CLAIMANT = "Claimant not known"
NO_DAY = "day not known"
NO_DEADLINE = "No deadline named"
CHOSEN_BY_HAND = "Words that were chosen by hand"
_STANDING_WORDS = {
    Standing.OPEN: "",
    Standing.TAKING: "Taking…",
    Standing.TAKEN: "Taken",
    Standing.DROPPED: "Dropped",
}


def who_and_when(candidate: Candidate, today: date) -> str:
    """Who said it and on which day: "Marco Rubio · said Fri 18 Apr"."""
    return f"{candidate.claimant or NO_CLAIMANT} · {said_on(candidate, today)}"


def said_on(candidate: Candidate, today: date) -> str:
    """The day it was said, or the words where they name no single day."""
    if candidate.stated_on:
        return f"said {day_text(candidate.stated_on, today)}"
    return f"said “{candidate.stated_wording}”" if candidate.stated_wording else NO_DAY


def deadline_line(candidate: Candidate, today: date) -> str:
    """The words of the deadline with the days they mean, on one line."""
    if candidate.deadline is None:
        return NO_DEADLINE
    reading = candidate.deadline.reading
    window = Window(reading.opens_on, reading.due_on, reading.latest_on)
    days = window_text(window, today) if window.is_dated else "no date"
    return f"“{reading.wording}” · {days}"


def first_line(group: CandidateGroup, today: date) -> str:
    """The upper line of a row: who said it, when, and how often where that is not once."""
    count = len(group.occurrences)
    said = who_and_when(group.candidate, today)
    return f"{said} · {count} times" if count > 1 else said


def third_line(group: CandidateGroup, today: date) -> str:
    """The last line of a row: the deadline, or why the candidate is not taken."""
    candidate = group.candidate
    if group.is_not_taken:
        return sentence(candidate.reason) or "No reason is given"
    if group.is_own and candidate.deadline is None:
        return CHOSEN_BY_HAND
    deadline = deadline_line(candidate, today)
    return f"{deadline} · conditional" if candidate.condition else deadline


def said_times(group: CandidateGroup) -> str:
    """How often the same was said; nothing for once."""
    count = len(group.occurrences)
    return f"said {count} times" if count > 1 else ""


def standing_words(standing: Standing, claim_id: int | None, *, is_edited: bool) -> str:
    """What became of it, for the right end of a row."""
    words = _STANDING_WORDS[standing]
    if standing is Standing.TAKEN and claim_id is not None:
        return f"{words}, claim {claim_id}"
    return "Edited" if not words and is_edited else words


def reading_lines(deadline: FoundDeadline, today: date) -> tuple[str, str, str]:
    """The days, the rule, and what else a reader of the window has to know."""
    found = _answer(deadline.reading)
    return headline(found, today), rule_line(found), "\n".join(remarks(found, today))


def score_words(candidate: Candidate) -> str:
    """The score with what it is made of, for the details: "0.86: verb of commitment, …"."""
    reasons = ", ".join(candidate.score_reasons)
    return f"{candidate.score:.2f}: {reasons}" if reasons else f"{candidate.score:.2f}"


def told(group: CandidateGroup, standing: str, today: date) -> str:
    """Everything about a candidate: the tooltip of its row, and what a screen reader says."""
    candidate = group.candidate
    parts = (
        f"{label(candidate.kind)}: {' '.join(candidate.sentence.split())}",
        standing,
        who_and_when(candidate, today),
        f"Reason: {candidate.reason}" if candidate.reason else "",
        deadline_line(candidate, today),
        f"Condition: {candidate.condition}" if candidate.condition else "",
        sentence(said_times(group)),
        CHOSEN_BY_HAND if group.is_own else f"Score {score_words(candidate)}",
    )
    return "\n".join(part for part in parts if part)


def sentence(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]


def _answer(reading: Reading) -> Answer:
    window = Window(reading.opens_on, reading.due_on, reading.latest_on)
    return Answer(Question(reading.wording, reading.stated_on), reading, window)
