"""The list's questions beside the bare SQL on the same file."""

import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.operations import list_claims
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated import TODAY
from tests.benchmarks.scale.bare import all_of, bare_connection
from tests.benchmarks.scale.bare_list import BY_STATE, SHELF, STATE
from tests.benchmarks.scale.comparing import Figures, compared

AS_OF = AsOf(TODAY)
_PAGE = 200
_BARE = "the bare SQL"

_VERDICTS = (
    "CASE verdict WHEN 'not_yet_rated' THEN 0 WHEN 'kept' THEN 1 WHEN 'broken' THEN 2"
    " WHEN 'stalled' THEN 3 ELSE 4 END"
)
_LINKED = "(SELECT count(*) FROM evidence_link WHERE claim_id = claim.id)"
_FOUND = "SELECT rowid FROM claim_search WHERE claim_search MATCH"
SORTED = {
    SortKey.STATE: BY_STATE,
    SortKey.CLAIM: f"{SHELF} ORDER BY lower(summary), id",
    SortKey.DEADLINE: f"{SHELF} ORDER BY latest_on NULLS LAST, id",
    SortKey.STATED: f"{SHELF} ORDER BY stated_on NULLS LAST, id",
    SortKey.VERDICT: f"{SHELF} ORDER BY {_VERDICTS}, id",
    SortKey.EVIDENCE: f"{SHELF} ORDER BY {_LINKED}, id",
}
_BY_DAY = "ORDER BY latest_on NULLS LAST, id"
_FILTERED = {
    "state:passed": f"{SHELF} AND {STATE} = 0 {_BY_DAY}",
    "claimant:77": f"{SHELF} AND claimant_id = 77 {_BY_DAY}",
    'tag:"subject 7"': f"{SHELF} AND id IN (SELECT claim_id FROM claim_tag WHERE tag_id = 7)"
    f" {_BY_DAY}",
    "verdict:broken": f"{SHELF} AND verdict = 'broken' {_BY_DAY}",
    "has:evidence": f"{SHELF} AND EXISTS (SELECT 1 FROM evidence_link WHERE claim_id = claim.id)"
    f" {_BY_DAY}",
    "moved:yes": f"{SHELF} AND (EXISTS (SELECT 1 FROM move WHERE from_claim_id = claim.id) OR"
    f" EXISTS (SELECT 1 FROM move WHERE to_claim_id = claim.id)) {_BY_DAY}",
    "due:<2025-01-01": f"{SHELF} AND due_on < '2025-01-01' {_BY_DAY}",
}
_SEARCHED = {
    "treaty": f"{SHELF} AND id IN ({_FOUND} '\"treaty\"*') {_BY_DAY}",
    "railway kyiv": f'{SHELF} AND id IN ({_FOUND} \'"railway"* AND "kyiv"*\') {_BY_DAY}',
    '"the treaty for Lima"': f"{SHELF} AND id IN ({_FOUND} '\"the treaty for lima\"*') {_BY_DAY}",
}
_COUNTED = f"SELECT {STATE}, count(*) FROM claim WHERE binned_at IS NULL GROUP BY 1"
_BINNED = "SELECT count(*) FROM claim WHERE binned_at IS NOT NULL"


def listing_figures(path: Path, _claims: int) -> Figures:
    """The first page, the orders, the filters, full-text search, and the counts of the sidebar."""
    database = open_database(path)
    with bare_connection(path) as bare, database.session() as session:
        yield from _pages(session, bare)
        for key, sql in SORTED.items():
            ours = partial(list_claims.ids, session, Listing(AS_OF, sort_key=key))
            yield compared(f"sort by {key}", ours, partial(all_of, bare, sql), _BARE)
        for kind, asked in (("filter", _FILTERED), ("full-text search", _SEARCHED)):
            for query, sql in asked.items():
                listing = Listing(AS_OF, parse(query), SortKey.DEADLINE)
                ours = partial(list_claims.ids, session, listing)
                yield compared(f"{kind} {query}", ours, partial(all_of, bare, sql), _BARE)
        counts = partial(list_claims.counts, session, AS_OF)
        yield compared("counts of the sidebar", counts, partial(_counted, bare), _BARE)
    database.close()


def _pages(session: Session, bare: sqlite3.Connection) -> Figures:
    listing = Listing(AS_OF)
    ids = list_claims.ids(session, listing)
    for name, start in (("first page", 0), ("a page in the middle", len(ids) // 2)):
        page = ids[start : start + _PAGE]
        ours = partial(list_claims.rows, session, page, AS_OF)
        yield compared(f"{name}, its rows", ours, partial(_page, bare, page), _BARE)


def _page(bare: sqlite3.Connection, ids: Sequence[int]) -> list[object]:
    """All that a page shows: the claims, the counts beside them, and the chains they are in."""
    slots = ", ".join("?" * len(ids))
    newest = (
        "SELECT max(published_on) FROM evidence JOIN evidence_link"
        " ON evidence_id = evidence.id WHERE claim_id = claim.id AND relation = 'fulfils'"
    )
    said = "SELECT count(*) FROM occurrence WHERE claim_id = claim.id"
    asked = (
        f"SELECT claim.*, claimant.name, {_LINKED}, ({newest}), ({said}), earlier.id, later.id"
        " FROM claim LEFT JOIN claimant ON claimant.id = claimant_id"
        " LEFT JOIN move earlier ON earlier.to_claim_id = claim.id"
        " LEFT JOIN move later ON later.from_claim_id = claim.id"
        f" WHERE claim.id IN ({slots})"
    )
    return bare.execute(asked, list(ids)).fetchall()


def _counted(bare: sqlite3.Connection) -> None:
    all_of(bare, _COUNTED)
    all_of(bare, _BINNED)
