"""The standing views with their counts."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from claimtracker.claims.listing import Counts
from claimtracker.gui.theme import colour
from claimtracker.gui.views import ALL, VIEWS, View

ROW_PIXELS = 28
LEAST_PIXELS, MOST_PIXELS = 150, 240  # the sidebar, which no count cuts a name off in
BESIDE_PIXELS = 42  # of a view, beside its name and its count
RADIUS = 5
FOCUS_PIXELS = 2
Index = QModelIndex | QPersistentModelIndex
_COUNT = Qt.ItemDataRole.UserRole


class _ViewModel(QAbstractListModel):
    """The views and how many claims each holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts = Counts({}, 0)

    def show_counts(self, counts: Counts) -> None:
        """Take new counts."""
        self._counts = counts
        self.dataChanged.emit(self.index(0), self.index(len(VIEWS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row a view."""
        return 0 if parent.isValid() else len(VIEWS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        """Name, count, or both in words for a screen reader."""
        view = VIEWS[index.row()]
        count = view.count(self._counts)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return view.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{view.name}, {count}"
            case _ if role == _COUNT:
                return count
        return None


class _ViewDelegate(QStyledItemDelegate):
    """Name to the left, count to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A fixed height."""
        return QSize(option.rect.width(), ROW_PIXELS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one view."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(2, 1, -2, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selection"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), FOCUS_PIXELS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        ink = option.palette.color(QPalette.ColorRole.Text)
        count = int(index.data(_COUNT))
        write_counted(painter, box.adjusted(8, 0, -6, 0), str(index.data()), count, ink)
        painter.restore()


class InboxButton(QAbstractButton):
    """Leads to the evidence that bears on no claim yet; drawn as the views above it are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_inbox_button")
        self.setToolTip("Documents that bear on no claim yet  (Ctrl+I)")
        self._count = 0
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
        self.setText("Evidence inbox")
        self.setAccessibleName(f"Evidence inbox, {count}")
        self.update()

    @property
    def count(self) -> int:
        """How many there are."""
        return self._count

    def sizeHint(self) -> QSize:
        """As high as a view."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 48, ROW_PIXELS)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it at rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(2, 1, -2, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selection"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), FOCUS_PIXELS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        ink = self.palette().color(QPalette.ColorRole.Text)
        write_counted(painter, box.adjusted(8, 0, -6, 0), self.text(), self._count, ink)


def write_counted(painter: QPainter, box: QRect, name: str, count: int, ink: QColor) -> None:
    """Write a name to the left and its count to the right."""
    middle = Qt.AlignmentFlag.AlignVCenter
    metrics = painter.fontMetrics()
    room = box.adjusted(0, 0, -metrics.horizontalAdvance(str(count)) - 6, 0)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.setPen(ink)
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, shown)
    painter.setPen(colour("muted"))
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, str(count))


class ViewList(QListView):
    """The list of the views."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to what the view lists."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Sidebar(QWidget):
    """Where the person chooses what is listed."""

    view_chosen = Signal(object)
    list_wanted = Signal()  # a person chose, and goes on to the claims
    inbox_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setMinimumWidth(LEAST_PIXELS)
        self._model = _ViewModel(self)
        self._list = ViewList(self)
        self._list.setObjectName("views")
        self._list.setAccessibleName("Views")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_ViewDelegate(self._list))
        self._list.setModel(self._model)
        self._list.left.connect(self.list_wanted)
        self._list.selectionModel().currentChanged.connect(self._choose_index)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.addWidget(self._list, 1)
        self.inbox_button = InboxButton()
        self.inbox_button.clicked.connect(self.inbox_wanted)
        column.addWidget(self.inbox_button)

    @property
    def view(self) -> View:
        """The view that is chosen."""
        index = self._list.currentIndex()
        return VIEWS[index.row()] if index.isValid() else ALL

    def choose(self, key: str) -> None:
        """Choose a view by its key; an unknown key chooses all claims."""
        keys = [view.key for view in VIEWS]
        self._list.setCurrentIndex(self._model.index(keys.index(key if key in keys else ALL.key)))

    def choose_all(self) -> None:
        """Choose all claims."""
        self.choose(ALL.key)

    def show_counts(self, counts: Counts) -> None:
        """Show how many claims each view holds."""
        self._model.show_counts(counts)
        metrics = self._list.fontMetrics()
        told = (f"{view.name}{view.count(counts)}" for view in VIEWS)
        widest = max(map(metrics.horizontalAdvance, told)) + BESIDE_PIXELS
        self.setMinimumWidth(min(max(widest, LEAST_PIXELS), MOST_PIXELS))

    def show_inbox_count(self, count: int) -> None:
        """Show how many documents bear on no claim."""
        self.inbox_button.show_count(count)

    def take_focus(self) -> None:
        """Let the keyboard choose a view."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view_chosen.emit(VIEWS[index.row()])
