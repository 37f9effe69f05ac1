"""The row above the picture: which exhibit it is, how it is seen, and what is drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.sketching import Kind
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import TOOLS
from theodolite_desktop.views.controls import IconButton, VerticalRule, strip
from theodolite_desktop.views.label import ElidedLabel, Label

PENS: tuple[tuple[Kind, str, str, str], ...] = (
    ("point", "map-marker-plus-outline", mark("Mark a point"), "P"),
    ("box", "vector-square-plus", mark("Mark a box"), "B"),
    ("line", "vector-polyline-plus", mark("Mark a line"), "L"),
    ("polygon", "vector-polygon", mark("Mark a polygon"), "G"),
)
HORIZON: tuple[Kind, str, str, str] = ("horizon", "image-filter-hdr", mark("Draw the horizon"), "H")

NAMES = (120, 48)
"""Kept for the name of the exhibit, in pixels of the design: before the zoom makes way, and the rest."""


class ImageTools(QWidget):
    """``acts``: what the buttons of the view do, by name; ``draw`` takes a pen, or puts it down."""

    def __init__(
        self,
        theme: Theme,
        acts: Mapping[str, Callable[[], object]],
        draw: Callable[[Kind, bool], None],
        measure: Callable[[], object],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._spare: list[QWidget] = []
        row, layout = strip("tools", TOOLS)
        self._row = layout
        self.name = ElidedLabel(theme, "", "body")
        self.kind = Label(theme, "", "meta", "text2")
        self.zoom_text = Label(theme, "", "meta", "text2")
        layout.addWidget(self.name, 1)
        layout.addWidget(self.kind)
        layout.addSpacing(8)
        layout.addWidget(self.zoom_text)
        later: dict[str, QWidget] = {}
        for icon, name, key, act in (
            ("magnify-minus-outline", tr("Zoom out"), "-", "out"),
            ("magnify-plus-outline", tr("Zoom in"), "+", "in"),
            ("fit-to-page-outline", tr("Fit to view"), "0", "fit"),
            ("numeric-1-box-outline", tr("100 %"), "1", "full"),
            ("", "", "", ""),
            ("rotate-right", tr("Rotate view"), "R", "turn"),
            ("flip-horizontal", tr("Mirror view"), "M", "mirror"),
        ):
            if not icon:
                layout.addWidget(VerticalRule(theme))
                continue
            button = IconButton(theme, icon, name, key=key, action=acts[act])
            layout.addWidget(button)
            if act in ("out", "in"):
                self._spare.append(button)
            later[act] = button
        self.adjust_button = IconButton(
            theme, "tune-variant", tr("Adjust the view: rotation and levels"), action=acts["adjust"]
        )
        layout.addWidget(self.adjust_button)
        layout.addWidget(VerticalRule(theme))
        self.pens: dict[Kind, IconButton] = {}
        for kind, icon, text, key in (*PENS, HORIZON):
            button = IconButton(theme, icon, tr(text), key=key, checkable=True)
            button.clicked.connect(lambda on, kind=kind: draw(kind, on))
            self.pens[kind] = button
        for kind in ("point", "box", "line", "polygon"):
            layout.addWidget(self.pens[kind])
        self._last_rule = VerticalRule(theme)
        layout.addWidget(self._last_rule)
        self.shadow_button = IconButton(
            theme, "white-balance-sunny", tr("Measure a shadow"), key="S", checkable=True, action=measure
        )
        layout.addWidget(self.shadow_button)
        layout.addWidget(self.pens["horizon"])
        self._spare += (self.zoom_text, later["mirror"], self.adjust_button)
        self._spare += (self.shadow_button, self.pens["horizon"], later["full"], later["fit"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow some make way; the menu, keys and the status bar serve as well."""
        super().resizeEvent(event)
        for spare in self._spare:
            spare.show()
        for number, spare in enumerate(self._spare):
            name = self._theme.scaled(NAMES[0] if number < 2 else NAMES[1])
            if self._row.minimumSize().width() + name <= self.width():
                break
            spare.hide()
        self._last_rule.setHidden(self.pens["horizon"].isHidden())

    def show_pen(self, kind: Kind | None) -> None:
        """Which pen is in hand."""
        for name, button in self.pens.items():
            button.setChecked(name == kind)
