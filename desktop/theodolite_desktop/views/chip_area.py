"""The hints as chips, three rows of them at most, then they scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.rows import Chip
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.chips import ChipView, Flow

REVEAL_MS = 60  # by then the rows lie where they will stay


class ChipArea(QScrollArea):
    """Away while nothing was said."""

    hintApplied = Signal(str)
    hintSwitched = Signal(str, bool)
    hintRemoved = Signal(str)
    hintStrengthened = Signal(str, object)
    hintEdited = Signal(str)
    effectAsked = Signal(str)
    conflictAsked = Signal(str)
    jointAsked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self.setObjectName("chips")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Hints"))
        self.page = QWidget()
        self.page.setObjectName("panel")
        self._flow = Flow(self.page)
        self._flow.setContentsMargins(12, 8, 12, 8)
        self.setWidget(self.page)
        theme.changed.connect(self._fit)
        self.hide()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        if chips == self._chips:
            return
        known = {chip.id for chip in self._chips}
        focused = next((v.chip.id for v in self.views() if v.hasFocus()), "")
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = chips
        for chip in chips:
            view = ChipView(self._theme, chip)
            for signal, target in (
                (view.applied, self.hintApplied),
                (view.switched, self.hintSwitched),
                (view.removed, self.hintRemoved),
                (view.strengthened, self.hintStrengthened),
                (view.edited, self.hintEdited),
                (view.effectAsked, self.effectAsked),
                (view.conflictAsked, self.conflictAsked),
                (view.jointAsked, self.jointAsked),
            ):
                signal.connect(target)
            self._flow.addWidget(view)
            if chip.id == focused:
                view.setFocus()
        self.setVisible(bool(chips))
        self._fit()
        fresh = [view for view in self.views() if view.chip.id not in known]
        if fresh:
            QTimer.singleShot(REVEAL_MS, fresh[-1], lambda: self.ensureWidgetVisible(fresh[-1], 0, 8))

    def chips(self) -> tuple[Chip, ...]:
        return self._chips

    def views(self) -> list[ChipView]:
        return self.page.findChildren(ChipView)

    def focus(self, hint: str) -> bool:
        """Put the focus on the chip of ``hint``; whether there is one."""
        found = next((v for v in self.views() if v.chip.id == hint and not v.isHidden()), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(found)
        return found is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        height = self._flow.heightForWidth(max(200, self.width() - 12))
        px = self._theme.scaled
        self.setFixedHeight(min(px(117), max(px(45), height + 1)))
