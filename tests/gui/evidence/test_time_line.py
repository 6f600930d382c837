"""The time line of a claim: what it marks, what it says."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimtracker.claims.rows import AssessmentRow, ClaimDetails
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.gui.evidence.days import EvidenceDays
from claimtracker.gui.evidence.time_line import TimeLine, reach_of
from claimtracker.gui.evidence.time_line_words import cluster_words
from claimtracker.gui.theme import LOOK, colour
from tests.gui.evidence.claims import LATEST, TODAY, claim_with, fulfilment
from tests.gui.rows import evidence_row

GIVEN = AssessmentRow(1, Verdict.KEPT_LATE, "Seen.", "Ada", TODAY, date(2025, 4, 30))


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    before = LOOK.scheme
    LOOK.scheme = request.param
    yield LOOK.scheme
    LOOK.scheme = before


@pytest.fixture
def line(qtbot: QtBot) -> TimeLine:
    shown = TimeLine()
    qtbot.addWidget(shown)
    shown.resize(360, shown.sizeHint().height())
    return shown


def show(line: TimeLine, details: ClaimDetails) -> EvidenceDays:
    days = EvidenceDays.of(details.report.evidence, details.report.latest_on)
    line.show_claim(details, days, TODAY)
    return days


def inks(line: TimeLine) -> set[str]:
    image: QImage = line.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixel(x, y)).name() for x, y in points}


def test_late_evidence_has_the_colour_of_grace(line: TimeLine, scheme: str) -> None:
    show(line, claim_with([fulfilment(LATEST)]))
    assert colour("grace").name() not in inks(line)
    assert colour("kept").name() in inks(line)
    show(line, claim_with([fulfilment(date(2025, 4, 30))]))
    assert colour("grace").name() in inks(line)


def test_what_contradicts_the_claim_is_not_in_the_colour_of_kept(
    line: TimeLine, scheme: str
) -> None:
    against = evidence_row(relation=Relation.CONTRADICTS, published_on=LATEST)
    show(line, claim_with([against]))
    assert colour("kept").name() not in inks(line)


def test_the_day_that_the_list_points_at_is_marked(line: TimeLine, scheme: str) -> None:
    show(line, claim_with([fulfilment(LATEST)], opens_on=None, due_on=None, latest_on=None))
    before = line.grab().toImage()
    line.mark(LATEST)
    assert line.grab().toImage() != before
    line.mark(None)
    assert line.grab().toImage() == before


def test_a_day_without_evidence_is_never_marked(line: TimeLine) -> None:
    show(line, claim_with([fulfilment(LATEST)]))
    line.mark(date(1999, 1, 1))
    assert line.marked == date(1999, 1, 1)
    line.grab()  # draws nothing, and does not fail


def test_a_click_on_a_diamond_leads_to_its_row(qtbot: QtBot, line: TimeLine) -> None:
    rows = [fulfilment(date(2025, 4, 20), 1), fulfilment(date(2025, 4, 30), 2)]
    days = show(line, claim_with(rows))
    line.show()
    cluster = list(days.clusters(line._scale, line._box().width()))[1]
    place = QPoint(round(line._box().left() + cluster.x), line._box().center().y())
    with qtbot.waitSignal(line.row_wanted) as wanted:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [1]
    assert line.cluster_at(place.x() - 40) is None


def test_everything_on_it_is_said_in_words(line: TimeLine) -> None:
    rows = [fulfilment(date(2025, 4, 20)), fulfilment(date(2025, 4, 30)), fulfilment(None)]
    show(line, claim_with(rows, [GIVEN]))
    assert line.accessibleDescription() == (
        "Said Thu 17 Apr. Window Mon 21 – Sun 27 Apr. "
        "Evidence: 3 pieces, Sun 20 – Wed 30 Apr, 1 late, 1 without a day. "
        "Verdict kept late, given Thu 1 May. Today Thu 1 May."
    )


def test_diamonds_that_would_cover_each_other_are_smaller(line: TimeLine) -> None:
    apart = show(line, claim_with([fulfilment(date(2025, 4, day)) for day in (18, 26)]))
    close = show(line, claim_with([fulfilment(date(2025, 4, day)) for day in range(1, 31)]))
    width = line._box().width()
    scale = line._scale
    large, small = (reach_of(list(days.clusters(scale, width))) for days in (apart, close))
    assert small < large
    assert reach_of([]) == large


def test_nothing_known_is_said_too(line: TimeLine) -> None:
    show(line, claim_with(stated_on=None, opens_on=None, due_on=None, latest_on=None))
    assert line.accessibleDescription() == (
        "Said on a day not known. Window not dated. No evidence. Today Thu 1 May."
    )
    line.grab()


def test_a_cluster_is_told_with_its_days(line: TimeLine) -> None:
    days = EvidenceDays.of([fulfilment(date(2025, 4, 30))] * 3, LATEST)
    (cluster,) = days.clusters(line._scale, 300)
    assert cluster_words(cluster, TODAY) == "3 pieces: Wed 30 Apr, 3 late"


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_is_no_crash(line: TimeLine, day: date) -> None:
    show(line, claim_with([fulfilment(day)], stated_on=day))
    line.grab()
