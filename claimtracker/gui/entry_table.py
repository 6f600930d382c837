"""A table of two-line entries, for lists that may be long."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from claimtracker.gui.claim_panel.entry_painter import EntryPainter
from claimtracker.gui.row_table import RowTable


class EntryTable(RowTable):
    """One column as wide as the table, every row as high as the painter makes an entry."""

    def paint_by(self, painter: EntryPainter) -> None:
        """Have the entries of the model painted, which has been set before."""
        self.setItemDelegate(painter)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.fix_row_height(painter.sizeHint(option, QModelIndex()).height())
