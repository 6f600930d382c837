"""The sample case: a dozen real claims, entered as a person would enter them."""

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlmodel import Session

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, EvidenceDraft, SourceDraft
from claimtracker.operations.add_claim import insert_claim
from claimtracker.operations.claim_parts import new_id, source_id
from claimtracker.operations.link_evidence import insert_evidence
from claimtracker.operations.rate_claim import rate
from claimtracker.storage.change_log import recorded
from claimtracker.storage.tables import Claimant, Event, Evidence, Move, Occurrence

BY = "sample case"

Entry = dict[str, Any]


def sample_day(path: Path) -> date:
    """The day on which the sample shows every state."""
    day: date = _read(path)["as_of"]
    return day


def enter_sample_case(session: Session, path: Path) -> int:
    """Enter the case that the TOML file holds; return the number of claims.

    Not undoable: an undo in the sample should take back what the person did there.
    """
    case = _read(path)
    with recorded(session, "sample case", BY, is_undoable=False) as action:
        # As of the day it is looked at: what is told of the log is then told of that day.
        action.at = datetime.combine(case["as_of"], time(12), UTC)
        for event in case["event"]:
            new_id(session, Event(**event))
        for claimant in case["claimant"]:
            new_id(session, Claimant(**claimant))
        ids: dict[str, int] = {}
        for entry in case["claim"]:
            ids[entry["key"]] = _enter(session, entry, ids)
    return len(ids)


def _read(path: Path) -> Entry:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _enter(session: Session, entry: Entry, ids: dict[str, int]) -> int:
    own = {name: entry[name] for name in entry if name not in _APART}
    source = SourceDraft.of(**entry.get("source", {}))
    claim_id = insert_claim(session, ClaimDraft.of(**own, source=source))
    if "moved_from" in entry:
        session.add(Move(from_claim_id=ids[entry["moved_from"]], to_claim_id=claim_id))
    for again in entry.get("said_again", ()):
        _say_again(session, claim_id, source, again)
    for found in entry.get("evidence", ()):
        draft = EvidenceDraft.of(**found)
        insert_evidence(
            session, [claim_id], draft.bearing, Evidence(**_document(draft), captured_by=BY)
        )
    for verdict in entry.get("verdict", ()):
        rate(session, [claim_id], AssessmentDraft.of(**verdict), BY)
    return claim_id


_APART = frozenset({"key", "moved_from", "source", "said_again", "evidence", "verdict"})


def _say_again(session: Session, claim_id: int, source: SourceDraft, again: Entry) -> None:
    session.add(
        Occurrence(
            claim_id=claim_id,
            source_id=source_id(session, source),
            words=again["words"],
            stated_on=again["stated_on"],
        )
    )


def _document(draft: EvidenceDraft) -> Entry:
    return draft.model_dump(exclude={"relation", "note"})
