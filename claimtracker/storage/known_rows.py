"""Rows that many claims share, known again by what they say: each is looked for once.

For an import, which may bring a hundred thousand claims: what was found or made stays known until
it is forgotten. What has no address is read as a whole, since the index of addresses would give
all of it for each question.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Executable, Row, bindparam, func, select, text
from sqlmodel import Session, col

from claimtracker.storage.change_log import table_of
from claimtracker.storage.claimants import told_of_claimant
from claimtracker.storage.no_index import by_no_index
from claimtracker.storage.tables import Evidence, Source, Tag


class KnownClaimant(NamedTuple):
    """A claimant with the name that the one looked for leads to."""

    id: int
    name: str
    role: str


class SourceKey(NamedTuple):
    """What a table tells of a source; another one of the same words says more of itself."""

    url: str
    title: str


class DocumentKey(NamedTuple):
    """What a table tells of a document."""

    url: str
    title: str
    published_on: date | None
    sha256: str


_TAG = select(col(Tag.id), col(Tag.name)).where(
    (col(Tag.name) == bindparam("name")) | (func.casefold(Tag.name) == bindparam("folded"))
)
# Asked for every address of a table: what passes the ORM by takes half the time.
_SOURCE, _EVIDENCE = table_of(Source).c, table_of(Evidence).c
_SOURCES = (
    select(_SOURCE.id, _SOURCE.url, _SOURCE.title)
    .where(
        _SOURCE.publisher == "",
        _SOURCE.published_on.is_(None),
        _SOURCE.text == "",
        by_no_index(Source, "canonical_url") == "",  # hardly any has one: the address is the key
        _SOURCE.url == bindparam("url"),
    )
    .order_by(_SOURCE.id)
)
_DOCUMENTS = (
    select(_EVIDENCE.id, _EVIDENCE.url, _EVIDENCE.title, _EVIDENCE.published_on, _EVIDENCE.sha256)
    .where(_EVIDENCE.url == bindparam("url"))
    .order_by(_EVIDENCE.id)
)


class KnownRows:
    """Finds rows by what they say; whoever makes a new one notes it here."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.forget()

    def forget(self) -> None:
        """Look again for everything: somebody else may have written since."""
        self._claimants: dict[str, KnownClaimant | None] = {}
        self._tags: dict[str, int] = {}
        self._sources: dict[SourceKey, list[int]] = defaultdict(list)
        self._documents: dict[DocumentKey, list[int]] = defaultdict(list)
        self._addresses: dict[str, set[str]] = {"source": set(), "evidence": set()}
        self._were_there: dict[str, bool] = {}  # any rows, by the table

    def forget_missed(self) -> None:
        """Look again for the claimants that were not there: rows were written since."""
        self._claimants = {name: known for name, known in self._claimants.items() if known}
        self._were_there.pop("claimant", None)

    def claimant(self, name: str) -> KnownClaimant | None:
        """The claimant that this name leads to, None where there is none."""
        if name not in self._claimants:
            is_asked = self._has_any("claimant")
            found = told_of_claimant(self._session, name) if is_asked else None
            self._claimants[name] = None if found is None else KnownClaimant(*found)
        return self._claimants[name]

    def note_claimant(self, known: KnownClaimant) -> None:
        """Know a claimant that was made, or has another role now."""
        of_old = [name for name, each in self._claimants.items() if each and each.id == known.id]
        self._claimants |= dict.fromkeys([known.name, *of_old], known)

    def tag(self, name: str) -> int | None:
        """The id of a tag whatever the case; one of exactly this name goes before."""
        folded = name.casefold()
        if name not in self._tags and folded not in self._tags:
            asked = {"name": name, "folded": folded}
            for tag_id, called in self._session.execute(_TAG, asked):
                self._tags[called] = tag_id
                self._tags.setdefault(folded, tag_id)
        return self._tags.get(name, self._tags.get(folded))

    def note_tag(self, name: str, tag_id: int) -> None:
        """Know a tag that was made."""
        self._tags[name.casefold()] = tag_id

    def sources(self, key: SourceKey) -> list[int]:
        """The ids of the sources of which only this is known; a new one is put in by the caller."""
        for row in self._asked("source", _SOURCES, key.url):
            self._sources[SourceKey(row.url, row.title)].append(row.id)
        return self._sources[key]

    def documents(self, key: DocumentKey) -> list[int]:
        """The same for documents."""
        for row in self._asked("evidence", _DOCUMENTS, key.url):
            told = DocumentKey(row.url, row.title, row.published_on, row.sha256)
            self._documents[told].append(row.id)
        return self._documents[key]

    def _asked(self, table: str, asked: Executable, url: str) -> Iterator[Row[Any]]:
        """What has this address, where that was not asked before."""
        if url not in self._addresses[table]:
            self._addresses[table].add(url)
            if self._has_any(table):
                self._session.flush()
                yield from self._session.connection().execute(asked, {"url": url}).all()

    def _has_any(self, table: str) -> bool:
        """Whether there were any rows: the first import into a database looks for none in vain.

        What is put in since is noted by the caller; whatever else writes calls `forget`.
        """
        if table not in self._were_there:
            self._session.flush()
            asked = text(f"SELECT EXISTS (SELECT 1 FROM {table})")
            self._were_there[table] = bool(self._session.execute(asked).scalar())
        return self._were_there[table]
