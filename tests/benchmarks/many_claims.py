"""A database of any size, the same one each time: claims with sources, evidence and verdicts."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.storage.engine import WRITING, Database, open_database
from claimtracker.storage.tables import (
    Assessment,
    Claim,
    Claimant,
    Evidence,
    EvidenceLink,
    Occurrence,
    Source,
)

TODAY = date(2025, 5, 26)
_CLAIMANTS = 200
_BATCH = 5_000
_VERBS = ("Sign", "Publish", "Build", "Cut", "Raise", "End", "Open", "Reform", "Ban", "Fund")
_THINGS = (
    "treaty",
    "budget",
    "railway",
    "tax",
    "wage",
    "war",
    "hospital",
    "law",
    "weapon",
    "school",
)
_PLACES = ("Kyiv", "Paris", "London", "the north", "the coast", "Geneva", "every county", "Berlin")
_WORDINGS = (
    "within days",
    "next week",
    "by April or May",
    "by the end of the year",
    "in two weeks",
)


def make_database(path: Path, claims: int) -> Database:
    """Make a database with this many claims at `path`; a tenth undated, a third settled."""
    database = open_database(path, create=True)
    chance = random.Random(claims)
    with database.session() as session:
        session.connection(execution_options=WRITING)
        _fill(session, Claimant, _claimants())
        _fill(session, Source, _sources())
        _fill(session, Claim, (_claim(number, chance) for number in range(1, claims + 1)))
        _fill(session, Occurrence, (_occurrence(number) for number in range(1, claims + 1)))
        _fill(session, Evidence, (_evidence(number) for number in range(1, claims // 2 + 1)))
        _fill(session, EvidenceLink, (_link(number) for number in range(1, claims // 2 + 1)))
        _fill(session, Assessment, (_assessment(number) for number in range(3, claims + 1, 3)))
        session.commit()
    return database


def _fill(session: Session, table: type[SQLModel], rows: Iterator[dict[str, Any]]) -> None:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            session.execute(insert(table), batch)
            batch.clear()
    if batch:
        session.execute(insert(table), batch)


def _claimants() -> Iterator[dict[str, Any]]:
    for number in range(1, _CLAIMANTS + 1):
        yield {"id": number, "name": f"Speaker {number}", "role": "Minister", "organisation": ""}


def _sources() -> Iterator[dict[str, Any]]:
    for number in range(1, _CLAIMANTS + 1):
        url = f"https://example.org/{number}"
        yield {"id": number, "title": f"Briefing {number}", "publisher": "", "url": url, "text": ""}


def _claim(number: int, chance: random.Random) -> dict[str, Any]:
    stated_on = TODAY - timedelta(days=chance.randrange(900))
    due_on = stated_on + timedelta(days=chance.randrange(1, 1200))
    is_dated = number % 10 != 0
    summary = f"{chance.choice(_VERBS)} the {chance.choice(_THINGS)} for {chance.choice(_PLACES)}"
    return {
        "id": number,
        "version": 1,
        "summary": f"{summary}, part {number}",
        "quote": f"We will {summary.lower()}.",
        "claimant_id": number % _CLAIMANTS + 1,
        "stated_on": stated_on,
        "deadline_wording": chance.choice(_WORDINGS) if is_dated else "",
        "opens_on": stated_on if is_dated else None,
        "due_on": due_on if is_dated else None,
        "latest_on": due_on + timedelta(days=number % 30) if is_dated else None,
        "precision": "day",
        "rule": "generated",
        "condition": "",
        "condition_outcome": "open",
        "criteria": "",
        "notes": "",
        "review_on": None if is_dated else TODAY + timedelta(days=number % 60),
        "verdict": (Verdict.KEPT if number % 3 == 0 else Verdict.NOT_YET_RATED).value,
    }


def _occurrence(number: int) -> dict[str, Any]:
    return {"claim_id": number, "source_id": number % _CLAIMANTS + 1, "words": ""}


def _evidence(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "url": f"https://example.org/evidence/{number}",
        "title": f"Report {number}",
        "publisher": "",
        "excerpt": "",
        "archive_url": "",
        "file_name": "",
        "mime_type": "",
        "sha256": "",
        "published_on": TODAY,
    }


def _link(number: int) -> dict[str, Any]:
    relation = Relation.FULFILS if number % 3 == 0 else Relation.CONTEXT
    return {
        "claim_id": number * 2,
        "evidence_id": number,
        "relation": relation.value,
        "note": "",
    }


def _assessment(number: int) -> dict[str, Any]:
    return {
        "claim_id": number,
        "verdict": Verdict.KEPT.value,
        "reason": "Done.",
        "assessor": "generator",
        "assessed_on": TODAY,
    }
