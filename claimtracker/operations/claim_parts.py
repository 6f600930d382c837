"""The rows that a claim's draft touches: its claimant, source and tags, found or made."""

from sqlmodel import Session, SQLModel, col, func, select

from claimtracker.articles.article import Article
from claimtracker.claims.conditions import is_same_condition
from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.storage.claimants import claimant_named
from claimtracker.storage.tables import (
    Claim,
    Claimant,
    ClaimTag,
    Occurrence,
    Source,
    Tag,
)

NAME_LENGTH = 60


def named(summary: str) -> str:
    """The claim's summary as the undo menu and the log quote it."""
    line = " ".join(summary.split())
    return f"'{line}'" if len(line) <= NAME_LENGTH else f"'{line[: NAME_LENGTH - 1]}…'"


def write_fields(session: Session, claim: Claim, draft: ClaimDraft) -> None:
    """Put what the draft says into the claim's own columns.

    What became of a condition was said of its words: with other words it is open again.
    """
    if not is_same_condition(claim.condition, draft.condition):
        claim.condition_outcome, claim.condition_outcome_on = ConditionOutcome.OPEN.value, None
    for name in OWN_COLUMNS:
        setattr(claim, name, getattr(draft, name))
    claim.claimant_id = claimant_id(session, draft.claimant, draft.claimant_role)


OWN_COLUMNS = (
    "summary",
    "quote",
    "stated_on",
    "deadline_wording",
    "opens_on",
    "due_on",
    "latest_on",
    "precision",
    "rule",
    "condition",
    "criteria",
    "review_on",
    "notes",
)


def new_id(session: Session, row: SQLModel) -> int:
    """Add a row and return the id it was given."""
    session.add(row)
    session.flush()
    row_id: int = row.id  # type: ignore[attr-defined]  # every table here has one
    return row_id


def add_occurrence(
    session: Session,
    claim: Claim,
    source: SourceDraft,
    *,
    words: str,
    **place: int | None,
) -> None:
    """Note one place where the claim was said, if anything is known of it."""
    if source.is_empty and not words and claim.stated_on is None:
        return
    session.add(
        Occurrence(
            claim_id=claim.id or 0,
            source_id=source_id(session, source),
            words=words,
            stated_on=claim.stated_on,
            **place,
        )
    )


def source_id(session: Session, draft: SourceDraft) -> int | None:
    """The id of this source, which is one row however many claims were made there.

    A captured text makes it the same source, whatever else is said of it.
    """
    if draft.is_empty:
        return None
    wanted = draft.model_dump()
    if draft.text:
        wanted["text_hash"] = Article(draft.text).text_hash
    known_by = ["text_hash"] if draft.text else list(wanted)
    asked = select(Source).where(*(getattr(Source, name) == wanted[name] for name in known_by))
    found = session.exec(asked.order_by(col(Source.id))).first()
    return found.id if found else new_id(session, Source(**wanted))


def is_captured_as(source: Source, told: SourceDraft) -> bool:
    """Whether a person who corrects it still means the document whose text was captured."""
    is_named = bool(told.title or told.url)
    return bool(source.text) and is_named and source.url in ("", told.url)


def write_tags(session: Session, claim_id: int, wanted: tuple[str, ...]) -> None:
    """Make these the claim's tags; case does not make two of one."""
    names = {name.casefold(): name for name in wanted}
    carried = session.exec(
        select(ClaimTag, Tag)
        .join(Tag, col(Tag.id) == ClaimTag.tag_id)
        .where(col(ClaimTag.claim_id) == claim_id)
    ).all()
    for link, tag in carried:
        if names.pop(tag.name.casefold(), None) is None:
            session.delete(link)
    for name in names.values():
        session.add(ClaimTag(claim_id=claim_id, tag_id=tag_id(session, name)))


def tag_id(session: Session, name: str) -> int:
    """The id of this tag, made where there is none; case does not make two of one."""
    same = select(Tag.id).where(func.casefold(Tag.name) == name.casefold())
    asked = (select(Tag.id).where(col(Tag.name) == name), same)  # the first has an index
    known = next((found for sql in asked if (found := session.exec(sql).first())), None)
    return known or new_id(session, Tag(name=name))


def claimant_id(session: Session, name: str, role: str) -> int | None:
    """The id of this claimant, made where there is none; a role that is told is written down."""
    if not name:
        return None
    claimant = claimant_named(session, name)
    if claimant is None:
        return new_id(session, Claimant(name=name, role=role))
    if role and claimant.role != role:
        claimant.role = role
    return claimant.id
