"""The tools above the comparison; what does not fit stands in a menu at the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.side_by_side import ANCHORS, MOST_PANES
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.views.controls import IconButton, VerticalRule, strip
from theodolite_desktop.views.label import Label


class CompareTools(QWidget):
    """Each signal is what a person asks for; the page answers by the ``show_...`` methods."""

    asked = Signal(str)
    panesAsked = Signal(int)
    opacityAsked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.row, self._layout = strip("tools", TOOLS, 6, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.row)
        self.panes = [self._pane_button(number) for number in range(1, MOST_PANES + 1)]
        self._rule()
        self.lock = self._button("lock", "lock-outline", tr("Lock the panes together"), "K", check=True)
        self.anchor = self._button(
            "anchor", "anchor", tr("Set an anchor in each pane"), "A", check=True, text=f"0/{ANCHORS}"
        )
        self.clear = self._button("clear", "link-off", tr("Remove the anchors"), "Shift+A")
        self.mark = self._button(
            "mark", "numeric-1-circle-outline", tr("Place the number of the chosen clue"), "P", check=True
        )
        self._rule()
        self.slider = self._button(
            "slider", "compare-horizontal", tr("Slider between A and B"), "S", check=True
        )
        self.ab = self._button("ab", "circle-half-full", tr("Show A or B"), "Space")
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as bars: more is to the right
        self.opacity.setRange(0, 100)
        self.opacity.setPageStep(10)
        self.opacity.setMinimumWidth(40)
        self.opacity.setMaximumWidth(96)
        self.opacity.setAccessibleName(tr("Opacity of the reference over the exhibit"))
        self.opacity.setToolTip(tr("Opacity of the reference over the exhibit (Shift+Left, Shift+Right)"))
        self.opacity.valueChanged.connect(self.opacityAsked)
        self._layout.addWidget(self.opacity, 1)
        self.opacity_text = Label(theme, "0", "meta", "text2")
        self.opacity_text.setMinimumWidth(self.opacity_text.fontMetrics().horizontalAdvance("100"))
        self._layout.addWidget(self.opacity_text)
        self.blink = self._button("blink", "layers-outline", tr("Blink between A and B"), "T", check=True)
        self.difference = self._button("difference", "vector-difference", tr("Difference"), "D", check=True)
        self.mirror = self._button("mirror", "flip-horizontal", tr("Mirror the reference"), "M")
        self.swap = self._button("swap", "swap-horizontal", tr("Swap references"), "X")
        self.keep = self._button("keep", "file-document-plus-outline", tr("Keep in the report"), "Ctrl+Enter")
        self._layout.addStretch(1)
        self.before = self._button("previous", "chevron-left", tr("Previous candidate"), "[")
        self.counter = Label(theme, "", "meta", "text2")
        self._layout.addWidget(self.counter)
        self.after = self._button("next", "chevron-right", tr("Next candidate"), "]")
        self.zoom = Label(theme, "", "meta", "text2")
        self._layout.addWidget(self.zoom)
        self.more = IconButton(theme, "dots-horizontal", tr("More tools"), action=self._open_more)
        self._layout.addWidget(self.more)
        #: In the order in which they give way.
        self._giving = (self.keep, self.clear, self.swap, self.mirror, self.ab, self.mark, self.blink)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit)
        self.more.hide()

    def _pane_button(self, number: int) -> QToolButton:
        name = tr("One picture") if number == 1 else tr("{number} pictures side by side", number=number)
        button = QToolButton()
        button.setText(str(number))
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({number})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False, number=number: self.panesAsked.emit(number))
        self._layout.addWidget(button)
        return button

    def _button(
        self, name: str, icon: str, title: str, key: str, *, check: bool = False, text: str = ""
    ) -> IconButton:
        button = IconButton(
            self._theme,
            icon,
            title,
            key=key,
            checkable=check,
            text=text,
            action=partial(self.asked.emit, name),
        )
        self._layout.addWidget(button)
        return button

    def _rule(self) -> None:
        self._layout.addWidget(VerticalRule(self._theme))

    # --- what is shown -----------------------------------------------------------------------------

    def show_panes(self, count: int) -> None:
        for number, button in enumerate(self.panes, 1):
            button.setChecked(number == count)

    def show_lock(self, locked: bool) -> None:
        self.lock.setChecked(locked)
        self.lock.set_icon("lock-outline" if locked else "lock-open-variant-outline")
        name = tr("Panes are locked together") if locked else tr("Panes move apart")
        self.lock.setAccessibleDescription(name)

    def show_anchors(self, pairs: int, *, setting: bool) -> None:
        self.anchor.setText(f"{pairs}/{ANCHORS}")
        self.anchor.setChecked(setting)
        self._fitting.start()

    def show_over(self, *, slider: bool, difference: bool, blink: bool, opacity: int) -> None:
        self.slider.setChecked(slider)
        self.difference.setChecked(difference)
        self.blink.setChecked(blink)
        self.opacity.blockSignals(True)
        self.opacity.setValue(opacity)
        self.opacity.blockSignals(False)
        self.opacity_text.setText(str(opacity))

    def show_step(self, at: int, count: int) -> None:
        """The candidate shown, from 1, of how many; 0 for none."""
        self.counter.setText(f"{at or '–'}/{count}" if count else "")
        for widget in (self.before, self.after):
            widget.setEnabled(count > 0)
        self._fitting.start()

    def show_zoom(self, percent: int | None) -> None:
        self.zoom.setText("" if percent is None else f"{percent} %")
        self._fitting.start()

    # --- room ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Put into the menu what has no room, last things first."""
        hidden = 0
        while hidden < len(self._giving) and self._wanted(hidden) > self.width():
            hidden += 1
        for number, button in enumerate(self._giving):
            button.setVisible(number >= hidden)
        self.more.setVisible(hidden > 0)

    def _wanted(self, hidden: int) -> int:
        """How wide the row is with the first ``hidden`` of those that give way in the menu."""
        gone = set(self._giving[:hidden])
        if not hidden:
            gone.add(self.more)
        layout: QHBoxLayout = self._layout
        total, count = 12, 0
        for at in range(layout.count()):
            item = layout.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is None or widget in gone:
                continue
            least = widget.minimumSizeHint().width()
            total += (
                40 if widget is self.opacity else max(least, widget.minimumWidth(), widget.sizeHint().width())
            )
            count += 1
        return total + layout.spacing() * count

    def menu(self) -> QMenu:
        """The tools that have no room in the row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._giving:
            if button.isHidden():
                action = menu.addAction(button.accessibleName(), button.click)
                action.setCheckable(button.isCheckable())
                action.setChecked(button.isChecked())
                action.setEnabled(button.isEnabled())
        return menu

    def _open_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
