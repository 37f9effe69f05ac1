"""Material Design icons out of the font inside qtawesome's wheel, drawn as outlines.

The font file alone is read: importing qtawesome brings a dozen fonts and Qt modules that the window has no
use for, a tenth of a second before the first icon.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

FONT = "materialdesignicons6-webfont-[0-9]*.ttf"
NAMES = "materialdesignicons6-webfont-charmap-*.json"
EM = 256.0
FILLED = 0.875
"""How much of the icon's square the em square of the font takes, as in qtawesome."""


def icon(name: str, colour: str, disabled: str) -> QIcon:
    """The icon ``name`` in ``colour``, or in ``disabled`` where its button is. KeyError: no such icon."""
    return QIcon(GlyphEngine(outline(name), QColor(colour), QColor(disabled)))


def folder() -> Path:
    """Where the wheel has its fonts."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qtawesome is not installed: the icons are in its wheel")
    return Path(spec.origin).parent / "fonts"


@cache
def _font() -> QRawFont:
    return QRawFont(str(next(folder().glob(FONT))), EM)


@cache
def names() -> dict[str, str]:
    """The code point of each icon, in hexadecimal."""
    read: dict[str, str] = json.loads(next(folder().glob(NAMES)).read_text(encoding="utf-8"))
    return read


@cache
def outline(name: str) -> QPainterPath:
    """The shape of an icon, centred on the origin in a square of side 1."""
    font = _font()
    glyph = font.glyphIndexesForString(chr(int(names()[name], 16)))[0]
    middle = QPointF(EM / 2, (font.descent() - font.ascent()) / 2)
    return QTransform.fromScale(1 / EM, 1 / EM).map(font.pathForGlyph(glyph).translated(-middle))


class GlyphEngine(QIconEngine):
    """Fills the outline at whatever size is asked for."""

    def __init__(self, shape: QPainterPath, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._shape, self._colour, self._disabled = shape, colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = FILLED * min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x() + rect.width() / 2, rect.y() + rect.height() / 2)
        painter.scale(side, side)
        painter.fillPath(self._shape, self._disabled if mode == QIcon.Mode.Disabled else self._colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> GlyphEngine:
        return GlyphEngine(self._shape, self._colour, self._disabled)
