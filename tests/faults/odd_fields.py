"""Every text field of every draft: how a draft is stored, and what of it is read back.

A new field is covered by itself; a new draft joins by a line in `STORED`; a test fails before.
"""

import importlib
import pkgutil
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pydantic import BeforeValidator
from sqlmodel import Session, col, select

from claimtracker import claims
from claimtracker.claims import drafts
from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.claims.drafts import Draft
from claimtracker.claims.events import EventDraft
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.operations import list_claimants, list_claims, list_evidence
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.add_place import add_place
from claimtracker.operations.change_claims import change_claims
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.edit_claimant import edit_claimant
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.link_evidence import change_bearing, link_evidence
from claimtracker.operations.list_events import own_events
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage.tables import Claimant, EvidenceLink, Occurrence, Source
from tests.faults.odd_watching import Pairs

DAY = date(2025, 5, 1)
AS_OF = AsOf(DAY)
BY = "Ada"
FIRST, SECOND = 1, 2  # the claims that every case begins with
# These follow from the days: what is entered beside days set by hand does not count.
COMPUTED = frozenset({(drafts.ClaimDraft, "precision"), (drafts.ClaimDraft, "rule")})
ON_ONE_LINE = frozenset({(EventDraft, "name"), (EventDraft, "aliases"), (ClaimantDraft, "aliases")})
# An empty one says nothing: the role of a known person stays, and no source is stored.
SAYS_NOTHING = frozenset({(drafts.ClaimDraft, "claimant_role"), (drafts.SourceDraft, "title")})
_WINDOW = {"opens_on": DAY, "due_on": DAY, "latest_on": DAY}


@dataclass(frozen=True)
class Store:
    """What a draft needs beside the field, and how it is stored and read back in every way."""

    store: Callable[[Session, typing.Any], list[object]]
    needs: dict[str, object]


def every_draft() -> list[type[Draft]]:
    """Every kind of draft that there is."""
    for module in pkgutil.iter_modules(claims.__path__, f"{claims.__name__}."):
        importlib.import_module(module.name)
    return sorted(_below(Draft), key=lambda kind: kind.__name__)


def _below(kind: type[Draft]) -> set[type[Draft]]:
    return {each for sub in kind.__subclasses__() for each in (sub, *_below(sub))}


def text_fields(kind: type[Draft]) -> Iterator[str]:
    """The fields of a draft that take a text, or several."""
    for name, found in kind.model_fields.items():
        if str in _parts(found.annotation):
            yield name


def _parts(annotation: object) -> list[object]:
    inner = typing.get_args(annotation)
    return [part for each in inner for part in _parts(each)] if inner else [annotation]


def put(session: Session, kind: type[Draft], name: str, text: str) -> Pairs:
    """Store a draft with this text in this field, and read it back wherever it can be read."""
    is_several = typing.get_origin(kind.model_fields[name].annotation) is tuple
    told = STORED[kind].needs | {name: (text,) if is_several else text}
    draft = kind.of(**told)
    wanted = getattr(draft, name)
    kept = wanted if is_several else (wanted or "",)
    yield kept in ((), *((each,) for each in _tidied(kind, name, text))), True
    yield getattr(kind.of(**told | {name: wanted}), name), wanted  # nothing is left to be tidied
    rows = STORED[kind].store(session, draft)
    is_read = (kind, name) not in (COMPUTED if wanted else COMPUTED | SAYS_NOTHING)
    if is_read:
        found = [getattr(row, name) for row in rows if hasattr(row, name)]
        yield bool(found), True
        for each in found:
            yield _plain(wanted), _plain(each)


def _tidied(kind: type[Draft], name: str, text: str) -> tuple[str, ...]:
    """What a text may become: what is verbatim stays, a line loses the blanks around it."""
    if (kind, name) in ON_ONE_LINE:
        return (" ".join(text.split()),)
    field = kind.model_fields[name]
    is_tidied = any(isinstance(each, BeforeValidator) for each in _told((field, field.annotation)))
    return (text.strip() if is_tidied else text,)


def _told(annotation: object) -> Iterator[object]:
    """All that an annotation tells of a field, however deep."""
    for each in getattr(annotation, "metadata", getattr(annotation, "__metadata__", ())):
        yield each
    inner = annotation if isinstance(annotation, tuple) else typing.get_args(annotation)
    for each in inner:
        yield from _told(each)


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else value or ""


def _claim(session: Session, draft: drafts.ClaimDraft) -> list[object]:
    claim_id = add_claim(session, draft, by=BY)
    return [show_claim(session, claim_id, AS_OF).report, *_listed(session, claim_id)]


def _listed(session: Session, claim_id: int) -> list[object]:
    row = list_claims.rows(session, [claim_id], AS_OF)[claim_id]
    return [row, *list_claims.report_of(session, [claim_id], AS_OF)]


def _place(session: Session, draft: drafts.OccurrenceDraft) -> list[object]:
    add_place(session, FIRST, draft, by=BY)
    return [show_claim(session, FIRST, AS_OF).report.occurrences[-1]]


def _source(session: Session, draft: drafts.SourceDraft) -> list[object]:
    place = drafts.OccurrenceDraft.of(source=draft, words="there", stated_on=DAY)
    shown = _place(session, place)
    newest = select(Source).join(Occurrence).order_by(col(Occurrence.id).desc())
    return [session.exec(newest).first(), *shown]


def _later(session: Session, told: drafts.LaterWords) -> list[object]:
    claim_id = move_deadline(session, FIRST, "next week", DAY, by=BY, told=told)
    return [show_claim(session, claim_id, AS_OF).report]


def _document(session: Session, draft: drafts.DocumentDraft) -> list[object]:
    (evidence_id,) = keep_evidence(session, [(draft, None)], by=BY)
    return list(list_evidence.rows(session, [evidence_id]).values())


def _evidence(session: Session, draft: drafts.EvidenceDraft) -> list[object]:
    evidence_id = link_evidence(session, [FIRST], draft, by=BY)
    rows = show_claim(session, FIRST, AS_OF).report.evidence
    return [row for row in rows if row.evidence_id == evidence_id]


def _bearing(session: Session, bearing: drafts.Bearing) -> list[object]:
    link = session.exec(select(EvidenceLink).order_by(col(EvidenceLink.id))).first()
    link_id, claim_id = (link.id or 0, link.claim_id) if link else (0, 0)
    change_bearing(session, link_id, bearing, by=BY)
    rows = show_claim(session, claim_id, AS_OF).report.evidence
    return [row for row in rows if row.id == link_id]


def _assessment(session: Session, draft: drafts.AssessmentDraft) -> list[object]:
    rate_claims(session, [FIRST], draft, by=BY)
    return [show_claim(session, FIRST, AS_OF).assessments[0]]


def _bulk(session: Session, change: BulkChange) -> list[object]:
    kind = ChangeKind.ADD_TAGS if change.tags else ChangeKind.CLAIMANT
    change_claims(session, [SECOND], change.model_copy(update={"kind": kind}), by=BY)
    report = show_claim(session, SECOND, AS_OF).report
    added = tuple(tag for tag in report.tags if tag in change.tags)
    return [replace(report, tags=added)]


def _event(session: Session, draft: EventDraft) -> list[object]:
    EventChange(draft).carry_out(session, by=BY)
    return [own_events(session)[-1].event]


def _claimant(session: Session, draft: ClaimantDraft) -> list[object]:
    key = session.exec(select(Claimant.id).order_by(col(Claimant.id))).first() or 0
    edit_claimant(session, key, draft, by=BY)
    return list(list_claimants.rows(session, [key]).values())


STORED: dict[type[Draft], Store] = {
    drafts.ClaimDraft: Store(_claim, {"summary": "Sign it", "claimant": "Bo", **_WINDOW}),
    drafts.SourceDraft: Store(_source, {"title": "Page"}),
    drafts.OccurrenceDraft: Store(_place, {"source": {"title": "Page"}, "stated_on": DAY}),
    drafts.LaterWords: Store(_later, {}),
    drafts.DocumentDraft: Store(_document, {"published_on": DAY}),
    drafts.EvidenceDraft: Store(_evidence, {"relation": Relation.CONTEXT}),
    drafts.Bearing: Store(_bearing, {"relation": Relation.CONTEXT}),
    drafts.AssessmentDraft: Store(
        _assessment, {"verdict": Verdict.STALLED, "assessed_on": DAY, "reason": "Seen."}
    ),
    BulkChange: Store(_bulk, {"kind": ChangeKind.CLAIMANT}),
    EventDraft: Store(_event, {"name": "summit"}),
    ClaimantDraft: Store(_claimant, {"name": "Speaker"}),
}
