"""The fields of one document: where it lies, what is told of it, and what of it counts."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimtracker.claims.archive_links import snapshot_of
from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import DocumentRow
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.drops import Dropped, copied
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.path_field import PathField
from claimtracker.gui.dialogs.picture_row import PictureRow
from claimtracker.gui.plain_text import PlainLabel, buddy_label
from claimtracker.gui.text_box import TextBox
from claimtracker.operations.keep_evidence import check_address

TEXT_HEIGHT = 56


class AddressLine(QLineEdit):
    """An address; what is pasted and is more than that is handed on."""

    pasted = Signal(list)  # the Dropped, where they are no single address or text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the clipboard before it is pasted as one line of text."""
        if event.matches(QKeySequence.StandardKey.Paste):
            found = copied(QGuiApplication.clipboard().mimeData())
            if len(found) > 1 or any(each.image or each.file or each.text for each in found):
                self.pasted.emit(found)
                return
        super().keyPressEvent(event)


class DocumentFields(QWidget):
    """Fields for a new document, or for what is told of a stored one."""

    edited = Signal()

    def __init__(
        self, desk: Desk, *, is_stored: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_stored = is_stored
        self._stored: dict[str, tuple[str, str]] = {}  # by field: what is stored, and as it shows
        self.url = named(AddressLine(placeholderText="https://"), "url", "Address")
        self.file = PathField("file", "File, copied into the store", saves=False)
        self.picture = PictureRow()
        self.title = named(QLineEdit(), "title", "Title")
        self.publisher = named(QLineEdit(), "publisher", "Publisher")
        self.published_on = DayField("published_on", "Published on", desk)
        self.place = named(QLineEdit(placeholderText="page 4"), "place", "Place in the document")
        self.archive_url = named(QLineEdit(placeholderText="https://"), "archive_url")
        self.archive_url.setAccessibleName("Archive link")
        self.snapshot = PlainLabel("")
        self.snapshot.setObjectName("snapshot")
        self.snapshot.setProperty("role", "muted")
        self.snapshot.setWordWrap(True)
        self.excerpt = long_field("excerpt", "Excerpt", "The passage, word for word")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        self._file_label = buddy_label("or a &file, copied into the store", self.file)
        if not self._is_stored:
            self._add_row((buddy_label("&Address", self.url), self.url, 1))
            self._add_row((self._file_label, self.file, 1))
            self._column.addWidget(self.picture)
        self._add_row((buddy_label("&Title", self.title), self.title, 1))
        self._add_row(
            (buddy_label("&Publisher", self.publisher), self.publisher, 2),
            (buddy_label("Published &on", self.published_on), self.published_on, 3),
        )
        self._add_row(
            (buddy_label("P&lace", self.place), self.place, 2),
            (buddy_label("Arc&hive link", self.archive_url), self.archive_url, 3),
        )
        self._column.addWidget(self.snapshot)
        self._add_row((buddy_label("&Excerpt", self.excerpt), self.excerpt, 1))
        self._column.addStretch()

    def _add_row(self, *fields: tuple[QWidget, QWidget, int]) -> None:
        """Put fields side by side, each under its label."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, field, stretch in fields:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
            column.addStretch()
            row.addLayout(column, stretch)
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addLayout(row)

    def _connect(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # the dialog takes them: a file is no text of a line
        for line in (self.url, self.title, self.archive_url, self.file.line):
            line.textChanged.connect(self._follow)
        self.excerpt.textChanged.connect(self._follow)
        self.picture.changed.connect(self._follow)

    def _follow(self) -> None:
        self.snapshot.setText(_snapshot_words(self.url.text(), self.archive_url.text()))
        self.snapshot.setVisible(bool(self.snapshot.text()))
        has_picture = self.picture.image is not None
        self.picture.setVisible(has_picture and not self._is_stored)
        for field in (self._file_label, self.file):
            field.setVisible(not has_picture and not self._is_stored)
        self.edited.emit()

    def show_document(self, row: DocumentRow) -> None:
        """Show what is told of a stored document."""
        self.url.setText(row.url)
        self.title.setText(row.title)
        self.publisher.setText(row.publisher)
        self.published_on.set_day(row.published_on)
        self.place.setText(row.place)
        self.archive_url.setText(row.archive_url)
        self.excerpt.setPlainText(row.excerpt)
        self._stored = {
            field.objectName(): (getattr(row, field.objectName()), _text_in(field))
            for field in (self.title, self.publisher, self.place, self.excerpt)
        }

    def fits(self, found: Dropped) -> bool:
        """Whether it can be filled in without a word of what stands here being lost."""
        has_file = bool(self.file.line.text().strip()) or self.picture.image is not None
        is_kept = (
            (found.url and self.url.text().strip())
            or ((found.file or found.image) and has_file)
            or (found.text and self.excerpt.toPlainText().strip())
        )
        return not is_kept

    def fill_in(self, found: Dropped) -> None:
        """Put what was dropped or pasted into the fields that it is for."""
        if found.url:
            self.url.setText(found.url)
        if found.file:
            self.file.set_path(found.file)
        if found.image is not None:
            self.picture.show_image(found.image)
        if found.text:
            self.excerpt.setPlainText(found.text)
        if found.title and not self.title.text():
            self.title.setText(found.title)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep yet."""
        return self.fits(Dropped(url="x", file=Path("x"), text="x"))

    def text(self) -> str:
        """What the document says, as far as it is written here."""
        return f"{self.title.text()}\n{self.excerpt.toPlainText()}".strip()

    def given_file(self) -> Path | QImage | None:
        """The file or picture to be kept, if any."""
        return self.picture.image if self.picture.image is not None else self.file.path()

    def draft(self) -> DocumentDraft:
        """Check what was entered; raises FieldError or ClaimTrackerError."""
        for field in (self.url, self.archive_url):
            try:
                check_address(field.text().strip())
            except ClaimTrackerError as error:
                raise FieldError(field.objectName(), str(error)) from error
        if self.is_empty and not self._is_stored:
            raise FieldError("url", "Evidence needs an address, a file or an excerpt.")
        return DocumentDraft.of(
            url=self.url.text(),
            title=self._words(self.title),
            publisher=self._words(self.publisher),
            published_on=self.published_on.checked_day(),
            excerpt=self._words(self.excerpt),
            place=self._words(self.place),
            archive_url=self.archive_url.text(),
        )

    def _words(self, field: QLineEdit | TextBox) -> str:
        """What a field says. Qt makes plain blanks of hard ones: what nobody touched stays."""
        stored, as_shown = self._stored.get(field.objectName(), ("", ""))
        text = _text_in(field)
        return stored if text == as_shown else text


def _text_in(field: QLineEdit | TextBox) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def long_field(name: str, label: str, hint: str) -> TextBox:
    """A field for a few lines of text."""
    field = named(TextBox(placeholderText=hint, tabChangesFocus=True), name, label)
    field.setFixedHeight(TEXT_HEIGHT)
    field.setAcceptDrops(False)  # the dialog takes them, and knows the page of a text
    return field


def _snapshot_words(url: str, archive_url: str) -> str:
    """What an archive address says of itself."""
    snapshot = snapshot_of(archive_url.strip() or url.strip())
    if snapshot is None:
        return ""
    if snapshot.taken_at is None:
        return f"A copy at {snapshot.service}; its address does not say when it was taken."
    moment = f"{snapshot.taken_at:%Y-%m-%d %H:%M} UTC"
    return f"A copy at {snapshot.service}, taken {moment}."
