"""Which backups are kept as time goes on, and how two databases are set side by side."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.backup_words import against_present, holds, lacking_words, size_words
from claimtracker.claims.backups import (
    DAILY,
    MONTHLY,
    MOST_OF_A_DAY,
    WEEKLY,
    Comparison,
    Summary,
    kept_moments,
)

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
MOMENTS = st.sets(
    st.datetimes(datetime(2023, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),
    min_size=1,
    max_size=200,
)


@given(MOMENTS)
def test_the_newest_is_always_kept_and_thinning_twice_takes_no_more(moments: set[datetime]) -> None:
    kept = kept_moments(moments)
    assert max(moments) in kept <= moments
    assert kept_moments(kept) == kept
    assert len(kept) <= DAILY + WEEKLY + MONTHLY + MOST_OF_A_DAY


@given(MOMENTS)
def test_each_of_the_last_days_weeks_and_months_keeps_its_newest(moments: set[datetime]) -> None:
    kept = kept_moments(moments)
    spans = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    for count, span in spans:
        for each in sorted({span(at) for at in moments}, reverse=True)[:count]:
            assert max(at for at in moments if span(at) == each) in kept


@given(MOMENTS)
def test_what_is_kept_is_the_newest_of_its_day_or_of_the_last_day(moments: set[datetime]) -> None:
    newest_of_days = {at.date(): at for at in sorted(moments)}.values()
    for at in kept_moments(moments):
        assert at in newest_of_days or max(moments) - at < timedelta(days=1)


def test_one_a_day_for_two_years_leaves_at_most_as_many_as_are_promised() -> None:
    every_day = [NOW - timedelta(days=day) for day in range(730)]
    kept = kept_moments(every_day)
    assert set(every_day[:DAILY]) <= kept
    assert DAILY + MONTHLY <= len(kept) <= DAILY + WEEKLY + MONTHLY
    assert min(kept) >= NOW - timedelta(days=31 * MONTHLY)


def test_one_before_an_import_outlives_the_next_start_of_the_same_day() -> None:
    moments = [NOW, NOW - timedelta(minutes=10), NOW - timedelta(minutes=20)]
    assert kept_moments(moments) == set(moments)


def test_no_backups_are_no_fault() -> None:
    assert kept_moments([]) == set()


def summary(claims: int = 2, changes: int = 9, last_hash: str = "ab") -> Summary:
    return Summary(claims, changes, NOW, 4, last_hash, "0005")


def test_a_backup_is_set_beside_the_present_in_words() -> None:
    assert holds(summary(1, 1)) == "1 claim, 1 change"
    fewer = Comparison(summary(), summary(3, 1_209, "cd"))
    assert against_present(fewer) == "Against now: 1 claim fewer, 1,200 changes fewer."
    more = Comparison(summary(4, 9, "cd"), summary())
    assert against_present(more) == "Against now: 2 claims more, as many changes."
    assert against_present(Comparison(summary(), summary())) == (
        "It holds what the database holds now."
    )
    assert against_present(Comparison(summary(), None)).startswith("There is no database")


def test_sizes_and_what_lacks_are_put_in_words() -> None:
    assert [size_words(size) for size in (0, 319_488, 3_100_000, 2_000_000_000)] == [
        "1 kB",
        "319 kB",
        "3.1 MB",
        "2.0 GB",
    ]
    assert lacking_words(0) == ""
    assert lacking_words(1) == "1 captured file is missing or changed; verify names them."
