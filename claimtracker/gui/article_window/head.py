"""Over the text: title, publisher and day of publication as found, to be corrected."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from claimtracker.articles.article import Article
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.fields import LineField
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import buddy_label, plain_tooltip, wrapped_label

NO_DAY = (
    "The day of publication is not known. Nothing can be counted from it until you enter it above."
)
DAY_OF_TEXT = "No day of publication is entered; what the text itself gives is counted from, {}."
_ONE_LINE_CHARACTERS = 110  # narrower than this many letters the fields take two lines
_TITLE, _PUBLISHER, _DAY = range(3)


class ArticleHead(QWidget):
    """Tells when the day changed, which is what everything is counted from."""

    day_changed = Signal(object)  # a date, or None

    def __init__(self, article: Article, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "article_head", "Article")
        self._article = article
        self._desk = desk
        self._day_of_text: date | None = None
        self._told_day = article.published_on
        self.title = LineField("article_title", "Title", "Headline of the article")
        self.publisher = LineField("article_publisher", "Publisher", "Who published it")
        self.published_on = DayField("published_on", "Published on", desk)
        self.source = wrapped_label("article_source", "muted")
        self.known = wrapped_label("article_known", "muted")
        self.warning = wrapped_label("article_warning", "muted")
        self.warning.setProperty("tone", "caution")
        self._labels = [
            buddy_label("&Title", self.title),
            buddy_label("P&ublisher", self.publisher),
            buddy_label("Published &on", self.published_on),
        ]
        self._grid = QGridLayout()
        self._is_wide: bool | None = None
        self._lay_out()
        self._fill(article)
        self.published_on.edited.connect(self._tell_day)

    def article(self) -> Article:
        """The article as the fields have it; a day that cannot be read counts as none."""
        return replace(
            self._article,
            title=self.title.text().strip(),
            publisher=self.publisher.text().strip(),
            published_on=self.published_on.day_or_none(),
        )

    def say_known(self, words: str) -> None:
        """Say what is known of this article from before."""
        self.known.setText(words)
        self.known.setVisible(bool(words))

    def use_day_of_text(self, day: date | None) -> None:
        """Hear from which day the scan counted where none was entered."""
        self._day_of_text = day
        self._warn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields side by side where there is room for it."""
        super().resizeEvent(event)
        self._place_fields()

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        for line in (self.warning, self.known, self.source):
            column.addWidget(line)
        self._place_fields()

    def _place_fields(self) -> None:
        letters = self.width() / max(self.fontMetrics().averageCharWidth(), 1)
        is_wide = letters > _ONE_LINE_CHARACTERS
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        fields = (self.title, self.publisher, self.published_on)
        for number, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            row, column, span = _place(number, is_wide=is_wide)
            self._grid.addWidget(label, row, column, 1, span)
            self._grid.addWidget(field, row + 1, column, 1, span)
        for column, stretch in enumerate((5, 2, 3) if is_wide else (2, 3, 0)):
            self._grid.setColumnStretch(column, stretch)

    def _fill(self, article: Article) -> None:
        self.title.set_text(article.title)
        self.publisher.set_text(article.publisher)
        self.published_on.set_day(article.published_on)
        address = article.canonical_url or article.url
        self.source.setText(address)
        self.source.setToolTip(plain_tooltip(address))
        self.source.setVisible(bool(address))
        self.known.hide()
        self._warn()

    def _tell_day(self) -> None:
        day: date | None = self.published_on.day_or_none()
        self._warn()
        if day != self._told_day:
            self._told_day = day
            self.day_changed.emit(day)

    def _warn(self) -> None:
        is_known = self.published_on.day_or_none() is not None
        day = self._day_of_text
        words = DAY_OF_TEXT.format(day_text(day, self._desk.today)) if day else NO_DAY
        self.warning.setText("" if is_known else words)
        self.warning.setVisible(not is_known)


def _place(number: int, *, is_wide: bool) -> tuple[int, int, int]:
    """Row, column and width of a field in the grid."""
    if is_wide:
        return 0, number, 1
    return (0, 0, 2) if number == _TITLE else (2, number - _PUBLISHER, 1)
