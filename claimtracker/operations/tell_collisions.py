"""Say in words what an undo would write over: each field with both texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from claimtracker.claims.change_words import Telling, owner_words
from claimtracker.claims.errors import Collision
from claimtracker.claims.field_words import REFERENCES, field_label
from claimtracker.storage.change_names import Key, names_of
from claimtracker.storage.last_written import last_written

Names = dict[str, str]
Written = tuple[str, datetime]


@dataclass(frozen=True)
class ToldCollision:
    """A field with the text that undo would write there, and the one that stands there now.

    `written` tells who wrote the latter, and when; None where no log knows.
    """

    key: tuple[str, int, str]
    claim_id: int | None
    owner: str
    label: str
    restored: str
    present: str
    written: Written | None = None


def tell_collisions(
    session: Session, collisions: Sequence[Collision], telling: Telling
) -> list[ToldCollision]:
    """Return the fields in words, numbers as the names of what they stand for."""
    found = names_of(session, (key for each in collisions for key in _keys(each)))
    names = {f"{table} {row_id}": name for (table, row_id), name in found.items()}
    written = last_written(session, (each.key for each in collisions))
    return [_told(each, telling, names, written.get(each.key)) for each in collisions]


def _keys(collision: Collision) -> list[Key]:
    own = [(collision.table, collision.row_id)]
    if collision.field in REFERENCES:
        values = (collision.restored, collision.present)
        own += [(REFERENCES[collision.field], each) for each in values if isinstance(each, int)]
    return own


def _told(
    collision: Collision, telling: Telling, names: Names, written: Written | None
) -> ToldCollision:
    name = names.get(f"{collision.table} {collision.row_id}", "")
    return ToldCollision(
        key=collision.key,
        claim_id=collision.claim_id,
        owner=owner_words(collision.table, name),
        label=field_label(collision.field),
        restored=_text(collision.field, collision.restored, telling, names),
        present=_text(collision.field, collision.present, telling, names),
        written=written,
    )


def _text(field: str, value: object, telling: Telling, names: Names) -> str:
    """What stands in a field as it would be read there, the empty text for nothing."""
    if value in (None, ""):
        return ""
    held = value if isinstance(value, str | int) else str(value)
    words = telling.value(field, held, names)
    return words[1:-1] if words[:1] == "“" and words[-1:] == "”" else words
