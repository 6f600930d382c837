"""What an import met once stays known; what was not there is looked for again after a write."""

from sqlmodel import Session

from claimtracker.storage.change_log import recorded
from claimtracker.storage.known_rows import KnownRows, SourceKey
from claimtracker.storage.tables import Claimant, Source
from tests.storage.plans import plans_of


def test_a_claimant_that_was_missed_is_found_once_rows_were_written(session: Session) -> None:
    known = KnownRows(session)
    assert known.claimant("Ada") is None
    with recorded(session, "add", "Eve"):
        session.add(Claimant(name="Ada", aliases="Countess"))
    known.forget_missed()
    found = known.claimant("Ada")
    assert found is not None
    assert known.claimant("countess") == found


def test_a_source_is_looked_for_by_its_address_though_hardly_any_names_itself(
    session: Session,
) -> None:
    at = SourceKey("https://example.org/1", "Page")
    with recorded(session, "add", "Eve"):
        session.add(Source(url=at.url, title=at.title))
    known = KnownRows(session)
    known.sources(SourceKey("https://example.org/2", "Page"))
    with plans_of(session) as plans:
        assert known.sources(at)
    assert plans == ["SEARCH source USING INDEX ix_source_url (url=?)"]


def test_where_nothing_was_nothing_is_looked_for_until_all_is_forgotten(session: Session) -> None:
    known, at = KnownRows(session), SourceKey("https://example.org/2", "Page")
    known.sources(SourceKey("https://example.org/1", "Page"))
    with recorded(session, "add", "Eve"):
        session.add(source := Source(url=at.url, title=at.title))
    assert known.sources(at) == []
    known.forget()
    assert known.sources(at) == [source.id]


def test_a_source_that_says_more_of_itself_is_another_one(session: Session) -> None:
    at = "https://example.org/1"
    with recorded(session, "add", "Eve"):
        session.add(Source(url=at, title="Page", canonical_url=at))
        session.add(plain := Source(url=at, title="Page"))
    assert KnownRows(session).sources(SourceKey(at, "Page")) == [plain.id]
