"""What happens to each claim: entered, said again, backed, judged, moved, merged, corrected.

Of 100 claims: 10 undated, 12 conditional, 25 edited since, 10 said again, 50 with evidence, 33
judged, 10 moved, 2 merged into another one and in the bin; 60 carry a tag. Ten share a source.
"""

from datetime import date, timedelta
from random import Random

from claimtracker.claims.vocabulary import ConditionOutcome, Relation, Verdict
from tests.benchmarks.generated.diary import Diary, Fields
from tests.benchmarks.generated.words import (
    WORDINGS,
    article_of,
    condition_of,
    quote_of,
    summary_of,
    window_of,
)

TODAY = date(2025, 5, 26)
CLAIMANTS = 200
_TAGS = 40
_DAYS = 900  # in which the claims were made
_SEED = 7
_BY = ("Ada", "Ben", "Chiara")
_JUDGED = (Verdict.KEPT, Verdict.BROKEN, Verdict.KEPT, Verdict.STALLED, Verdict.PARTLY_KEPT)


class Casebook:
    """Writes claim after claim into a diary, each with all that happens to it."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._chance = Random(_SEED)
        self._by = _BY[0]

    def write(self, claims: int) -> None:
        """Write everything; the diary still has to write its last batch."""
        self._names()
        for number in range(1, claims + 1):
            self._by = _BY[number % len(_BY)]
            self._claim(number)

    def _names(self) -> None:
        for number in range(1, CLAIMANTS + 1):
            told = {"name": f"Speaker {number}", "role": "Minister", "organisation": ""}
            term = {"term_began_on": None, "term_ended_on": None, "aliases": ""}
            self._diary.add("claimant", None, {**told, **term})
            self._end(f"claimant Speaker {number}")
        for number in range(1, _TAGS + 1):
            self._diary.add("tag", None, {"name": f"subject {number}"})
            self._end(f"tag subject {number}")
        for number in range(1, 13):
            told = {"name": f"summit {number}", "aliases": f"meeting {number}"}
            days = {"starts_on": f"2025-{number:02}-10", "ends_on": f"2025-{number:02}-12"}
            self._diary.add("event", None, {**told, **days})
            self._end(f"event summit {number}")

    def _claim(self, number: int) -> None:
        stated_on = TODAY - timedelta(days=self._chance.randrange(_DAYS))
        summary = summary_of(number, self._chance)
        entered = self._entered(number, stated_on, summary)
        changed = _changes(number, stated_on)
        source_id = self._source(number, stated_on)
        final: Fields = {key: value for after in changed.values() for key, value in after.items()}
        self._diary.add("claim", None, entered, final)
        self._said(number, source_id, stated_on, str(entered["quote"]))
        if number % 5 < 3:
            tag = {"claim_id": number, "tag_id": number % _TAGS + 1}
            self._diary.add("claim_tag", number, tag)
        self._end(f"new claim '{summary}'")
        if number % 10 == 4:
            self._said(number, source_id, TODAY - timedelta(days=3), "As I said: it will be done.")
            self._end(f"note where '{summary}' was said")
        evidence_id = self._evidence(number, stated_on) if number % 2 == 0 else 0
        self._changed(number, summary, entered, changed, evidence_id)
        if number % 20 in (2, 3):  # chains of three
            self._diary.add(
                "move", number - 1, {"from_claim_id": number - 1, "to_claim_id": number}
            )
            self._end(f"move '{summary}'")

    def _entered(self, number: int, stated_on: date, summary: str) -> Fields:
        wording = self._chance.choice(WORDINGS) if number % 10 else ""
        condition = condition_of(number) if number % 8 == 0 else ""
        reading = window_of(wording, stated_on)
        review_on = None if reading["latest_on"] else TODAY + timedelta(days=number % 90 - 9)
        return {
            "summary": summary,
            "quote": quote_of(summary, wording, condition),
            "claimant_id": number % CLAIMANTS + 1,
            "stated_on": stated_on.isoformat(),
            "deadline_wording": wording,
            **(reading if wording else _UNREAD),
            "condition": condition,
            "condition_outcome": ConditionOutcome.OPEN.value,
            "condition_outcome_on": None,
            "criteria": "",
            "review_on": review_on and review_on.isoformat(),
            "notes": "",
            "verdict": Verdict.NOT_YET_RATED.value,
            "assessed_on": None,
            "kept_on": None,
            "binned_at": None,
            "restates_id": None,
            "created_at": self._diary.moment,
        }

    def _source(self, number: int, stated_on: date) -> int:
        """Ten claims share a source; the first of them brings it."""
        if number % 10 != 1:
            return self._diary.next_id("source") - 1
        text, text_hash = article_of(number)
        url = f"https://example.org/briefings/{number}"
        told = {"title": f"Briefing {number}", "publisher": "The Record", "url": url}
        captured = {"text": text, "canonical_url": url, "text_hash": text_hash}
        fields = {**told, "published_on": stated_on.isoformat(), **captured}
        return self._diary.add("source", None, fields)

    def _said(self, number: int, source_id: int, stated_on: date, words: str) -> None:
        place = {"claim_id": number, "source_id": source_id, "words": words}
        span = {"span_start": None, "span_end": None, "stated_on": stated_on.isoformat()}
        self._diary.add("occurrence", number, {**place, **span})

    def _evidence(self, number: int, stated_on: date) -> int:
        relation = Relation.FULFILS if number % 3 == 0 else Relation.CONTEXT
        published_on = min(TODAY, stated_on + timedelta(days=number % 200))
        moment = self._diary.moment
        told = {
            **_EMPTY_DOCUMENT,
            "url": f"https://example.org/evidence/{number}",
            "title": f"Report {number}",
            "publisher": "The Gazette",
            "excerpt": "The work was begun on Monday, the ministry said, and goes on until spring.",
            "published_on": published_on.isoformat(),
            "captured_at": moment,
            "captured_by": self._by,
        }
        evidence_id = self._diary.add("evidence", None, told)
        link = {"claim_id": number, "evidence_id": evidence_id, "relation": relation.value}
        told_of = {"note": "", "passage": "", "linked_at": moment}
        self._diary.add("evidence_link", number, {**link, **told_of})
        self._end(f"link 'Report {number}'")
        return evidence_id

    def _changed(
        self,
        number: int,
        summary: str,
        entered: Fields,
        changed: dict[str, Fields],
        evidence_id: int,
    ) -> None:
        for name, after in changed.items():
            before = {key: entered[key] for key in after}
            self._diary.tell("claim", number, number, before, after)
            if name == "verdict":
                self._assessment(number, after, evidence_id)
            self._end(f"{name} '{summary}'")

    def _assessment(self, number: int, judged: Fields, evidence_id: int) -> None:
        reason = {"reason": "The text was published and does what was said.", "assessor": self._by}
        fields = {"claim_id": number, **judged, **reason}
        assessment_id = self._diary.add("assessment", number, fields)
        if evidence_id:
            rests = {"assessment_id": assessment_id, "evidence_id": evidence_id}
            self._diary.add("assessment_evidence", None, rests)

    def _end(self, name: str) -> None:
        self._diary.end(name, self._by)


def _changes(number: int, stated_on: date) -> dict[str, Fields]:
    """What is changed of a claim's own columns, action by action."""
    changed: dict[str, Fields] = {}
    if number % 4 == 1:
        criteria = "The text is published in the official journal before the day named."
        changed["edit"] = {"criteria": criteria, "notes": "Asked the ministry twice; no answer."}
    if number % 16 == 0:
        outcome_on = min(TODAY, stated_on + timedelta(days=20)).isoformat()
        outcome = ConditionOutcome.MET if number % 32 else ConditionOutcome.FAILED
        said = {"condition_outcome": outcome.value, "condition_outcome_on": outcome_on}
        changed["condition of"] = dict(said)
    if number % 3 == 0:
        verdict = _JUDGED[number // 3 % len(_JUDGED)].value
        assessed_on = min(TODAY, stated_on + timedelta(days=120)).isoformat()
        changed["verdict"] = {"verdict": verdict, "assessed_on": assessed_on, "kept_on": None}
    if number % 50 == 7:
        binned_at = f"{TODAY}T09:00:00+00:00"
        changed["merge"] = {"binned_at": binned_at, "restates_id": number - 1}
    return changed


_UNREAD: Fields = {
    "opens_on": None,
    "due_on": None,
    "latest_on": None,
    "precision": "",
    "rule": "",
}
_EMPTY_DOCUMENT: Fields = {
    "url": "",
    "title": "",
    "publisher": "",
    "published_on": None,
    "excerpt": "",
    "archive_url": "",
    "method": "linked",
    "captured_at": "",
    "canonical_url": "",
    "place": "",
    "archived_at": None,
    "captured_by": "",
    "retrieved_at": None,
    "failure": "",
    "text_sha256": "",
    "content_sha256": "",
    "file_name": "",
    "mime_type": "",
    "size": None,
    "sha256": "",
}
