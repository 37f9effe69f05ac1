"""The size of text: lengths of the design in the multiple that the person reads best."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

SCALES: Final = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""What the settings offer."""

PROPERTY: Final = "designed"

QT_FONT: Final = "_q_styleSheetWidgetFont"
"""Where a style sheet keeps the font that it gives back to a widget at each new polish."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Bounds of a widget in pixels of the design; None: left to its layout."""

    min_width: int | None = None
    max_width: int | None = None
    min_height: int | None = None
    max_height: int | None = None


def bounded(scale: float) -> float:
    return min(max(scale, SCALES[0]), SCALES[-1])


def fix(widget: QWidget, scale: float, fixed: Fixed) -> None:
    """Set the bounds at ``scale``, and leave them on the widget for :func:`rescale`."""
    widget.setProperty(PROPERTY, [-1 if n is None else n for n in astuple(fixed)])
    _bound(widget, scale)


def _bound(widget: QWidget, scale: float) -> None:
    setters = (
        widget.setMinimumWidth,
        widget.setMaximumWidth,
        widget.setMinimumHeight,
        widget.setMaximumHeight,
    )
    for number, set_ in zip(widget.property(PROPERTY), setters, strict=True):
        if number >= 0:
            set_(round(number * scale))


def designed(pixels: int, scale: float) -> int:
    """The length of the design that ``round(length * scale)`` came from; exact for scales from 1 on."""
    return round(pixels / scale)


def rescale(widgets: Iterable[QWidget], before: float, now: float) -> None:
    """Fonts that were set on a widget, and bounds that :func:`fix` gave it, at another scale."""
    for widget in widgets:
        if not isValid(widget):
            continue
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().pixelSize() > 0:
            font = _resized(widget.font(), before, now)
            widget.setFont(font)
            if widget.property(QT_FONT) is not None:
                widget.setProperty(QT_FONT, font)
        if widget.property(PROPERTY) is not None:
            _bound(widget, now)


def _resized(font: QFont, before: float, now: float) -> QFont:
    font.setPixelSize(round(designed(font.pixelSize(), before) * now))
    return font
