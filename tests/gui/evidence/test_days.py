"""The days of evidence: clustered by pixel, counted without being gone through."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.vocabulary import Relation
from claimtracker.claims.weighing import FULFILLING
from claimtracker.gui.claim_list.axis import Scale
from claimtracker.gui.evidence.days import EvidenceDays
from claimtracker.gui.evidence.time_line import scale_of
from tests.gui.evidence.claims import LATEST, fulfilment
from tests.gui.rows import evidence_row

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def of(*days: date | None) -> EvidenceDays:
    return EvidenceDays.of([fulfilment(day, number) for number, day in enumerate(days)], LATEST)


@given(days=st.lists(DAYS, min_size=1, max_size=60), width=st.integers(1, 500))
def test_every_day_lies_in_the_one_cluster_of_its_pixel(days: list[date], width: int) -> None:
    scale = scale_of(days)
    clusters = list(of(*days).clusters(scale, width))
    assert sum(cluster.count for cluster in clusters) == len(days)
    pixels = [int(cluster.x) for cluster in clusters]
    assert pixels == sorted(set(pixels)), "one cluster a pixel"
    for day in days:
        (home,) = [cluster for cluster in clusters if cluster.holds(day)]
        assert int(scale.middle_of(day, width)) == int(home.x)


@given(days=st.lists(st.none() | DAYS, max_size=60))
def test_late_and_undated_ones_are_counted_as_one_by_one(days: list[date | None]) -> None:
    found = of(*days)
    assert found.late == sum(1 for day in days if day and day > LATEST)
    assert found.undated == sum(1 for day in days if day is None)


def test_there_are_never_more_clusters_than_pixels() -> None:
    start = date(2000, 1, 1)
    many = of(*(start + timedelta(days=number // 2) for number in range(20_000)))
    clusters = list(many.clusters(Scale(start, start + timedelta(days=10_000)), 300))
    assert len(clusters) <= 300
    assert sum(cluster.count for cluster in clusters) == 20_000


@pytest.mark.parametrize("relation", [one for one in Relation if one not in FULFILLING])
def test_only_a_fulfilment_can_be_late(relation: Relation) -> None:
    rows: list[EvidenceRow] = [evidence_row(relation=relation, published_on=date(2025, 5, 20))]
    assert EvidenceDays.of(rows, LATEST).late == 0


def test_a_cluster_leads_to_the_row_of_its_first_day_in_whatever_order_they_come() -> None:
    found = of(date(2025, 4, 30), None, date(2025, 4, 20))
    first, second = found.clusters(Scale(date(2025, 4, 1), date(2025, 4, 30)), 300)
    assert (first.row, second.row) == (2, 0)
    assert (first.late, second.late) == (0, 1)


def test_evidence_at_the_ends_of_the_calendar_is_drawn_too() -> None:
    days = (date.min, date.max)
    assert len(list(of(*days).clusters(scale_of(list(days)), 300))) == 2
