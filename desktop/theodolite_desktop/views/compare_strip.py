"""The candidates as a strip below the comparison: each with its shape and what stands for it here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from theodolite.domain import Status
from theodolite_desktop.comparing import Stop
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import STATUS_WORD
from theodolite_desktop.views.shapes import draw_status

Index = QModelIndex | QPersistentModelIndex
STOP = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT, THUMB = 196, 60, 44


class StopsModel(QAbstractListModel):
    """Adapts the list of stops; ``pictures``: small images by subject key."""

    def __init__(self, parent: CandidateStrip) -> None:
        super().__init__(parent)
        self.stops: tuple[Stop, ...] = ()
        self.pictures: dict[str, QImage] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not (index.isValid() and 0 <= index.row() < len(self.stops)):
            return None
        stop = self.stops[index.row()]
        if role == STOP:
            return stop
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{stop.rank} {stop.name}, {tr(STATUS_WORD[stop.status])}, {stop.detail}"
        return None

    def set_stops(self, stops: tuple[Stop, ...]) -> None:
        if stops != self.stops:
            self.beginResetModel()
            self.stops = stops
            self.endResetModel()

    def set_picture(self, key: str, image: QImage) -> None:
        self.pictures[key] = image
        for row, stop in enumerate(self.stops):
            if stop.key == key:
                self.dataChanged.emit(self.index(row), self.index(row))


class StopDelegate(QStyledItemDelegate):
    """[picture][shape rank name | what stands here]."""

    def __init__(self, theme: Theme, parent: CandidateStrip) -> None:
        super().__init__(parent)
        self._theme, self._strip = theme, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.scaled(WIDTH), self._theme.scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        stop = index.data(STOP)
        if not isinstance(stop, Stop):
            return
        theme, rect, way = self._theme, option.rect, option.direction
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, theme.color("selected" if chosen else "panel"))
        if chosen:
            painter.fillRect(rect.adjusted(0, 0, 0, 3 - rect.height()), theme.color("accent"))
        side, pad = theme.scaled(THUMB), 8
        top = rect.top() + (rect.height() - side) // 2
        inner = rect.adjusted(pad, 0, -pad, 0)
        box = QStyle.visualRect(way, inner, inner.adjusted(0, 0, side - inner.width(), 0))
        frame = QRectF(box.left(), top, side, side)
        self._picture(painter, frame, stop)
        text = QStyle.visualRect(way, inner, inner.adjusted(side + pad, 0, 0, 0))
        line = rect.height() // 2
        first = text.adjusted(0, 6, 0, -line + 2)
        second = text.adjusted(0, line, 0, -6)
        shape = theme.scaled(12)
        at = QStyle.visualRect(way, first, first.adjusted(0, 0, shape - first.width(), 0))
        draw_status(
            painter,
            theme,
            Status(stop.status),
            QRectF(at.left(), first.center().y() - shape / 2 + 1, shape, shape),
        )
        name = QStyle.visualRect(way, first, first.adjusted(shape + 6, 0, 0, 0))
        flags = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
        for role, tone, place, words in (
            ("strong" if chosen else "body", "text", name, f"{stop.rank}  {stop.name}"),
            ("meta", "text2", second, stop.detail),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(tone))
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, flags, elided)
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRectF, stop: Stop) -> None:
        image = self._strip.picture_of(stop.key)
        painter.fillRect(frame, self._theme.color("raised"))
        if image is None or image.isNull():
            name = "map-marker-outline" if not stop.key else "image-outline"
            inner = frame.toRect().adjusted(10, 10, -10, -10)
            self._theme.icon(name, "text2").paint(painter, inner)
            return
        side = min(image.width(), image.height())
        source = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, image, source)


class CandidateStrip(QListView):
    """``chosen`` carries a candidate that a person picked here."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._covered: frozenset[str] = frozenset()
        self.stops_model = StopsModel(self)
        self.setModel(self.stops_model)
        self.setItemDelegate(StopDelegate(theme, self))
        self.setAccessibleName(tr("Candidates to compare with"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def stops(self) -> tuple[Stop, ...]:
        return self.stops_model.stops

    def picture_of(self, key: str) -> QImage | None:
        return None if key in self._covered else self.stops_model.pictures.get(key)

    def show_stops(self, stops: tuple[Stop, ...], current: str) -> None:
        """The candidates in their order; nothing is announced."""
        if stops != self.stops:
            selection = self.selectionModel()
            selection.blockSignals(True)
            self.stops_model.set_stops(stops)
            selection.blockSignals(False)
        self.setVisible(bool(stops))
        self.select(current)

    def show_pictures(self, pictures: Mapping[str, QImage]) -> None:
        for key, image in pictures.items():
            self.stops_model.set_picture(key, image)

    def set_covered(self, keys: frozenset[str]) -> None:
        """Subjects whose pictures are not shown."""
        self._covered = keys
        self.viewport().update()

    def select(self, candidate: str) -> None:
        """Choose one from outside; nothing is announced."""
        row = next((n for n, stop in enumerate(self.stops) if stop.candidate == candidate), -1)
        selection = self.selectionModel()
        selection.blockSignals(True)
        if row < 0:
            selection.clear()
        else:
            self.setCurrentIndex(self.stops_model.index(row))
        selection.blockSignals(False)
        if row >= 0:
            self.scrollTo(self.stops_model.index(row))
        self.viewport().update()

    def current(self) -> str:
        stop = self.currentIndex().data(STOP)
        return stop.candidate if isinstance(stop, Stop) else ""

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        stop = index.data(STOP)
        if isinstance(stop, Stop):
            self.chosen.emit(stop.candidate)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click on the one that is chosen brings what stands for it back."""
        stop = index.data(STOP)
        if isinstance(stop, Stop):
            self.chosen.emit(stop.candidate)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.scaled(HEIGHT))
        self.scheduleDelayedItemsLayout()
