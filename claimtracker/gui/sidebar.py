"""The standing views with their counts."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
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
        self._write(painter, option, index, box.adjusted(10, 0, -10, 0))
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRect
    ) -> None:
        count = str(index.data(_COUNT))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = box.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count) - 8, 0)
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(colour("muted"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, count)


class Sidebar(QWidget):
    """Where the person chooses what is listed."""

    view_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setMinimumWidth(150)
        self._model = _ViewModel(self)
        self._list = QListView(self)
        self._list.setObjectName("views")
        self._list.setAccessibleName("Views")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_ViewDelegate(self._list))
        self._list.setModel(self._model)
        self._list.selectionModel().currentChanged.connect(self._choose_index)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.addWidget(self._list)

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

    def take_focus(self) -> None:
        """Let the keyboard choose a view."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view_chosen.emit(VIEWS[index.row()])
