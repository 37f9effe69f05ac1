"""Small drawn things that appear in several views: numbered marks, status shapes, hatched bars."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPolygonF

from theodolite.domain import Status
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import POINTED, mark_colour


def draw_mark(painter: QPainter, centre: QPointF, number: int, font: QFont, diameter: float = 20) -> None:
    """A numbered disc: its colour, a 2 px white ring, 1 px black outside, so that it shows on any photo."""
    device = painter.device()
    image = _disc(number, diameter, font.toString(), device.devicePixelRatioF() if device else 1.0)
    painter.drawImage(centre - QPointF(diameter / 2 + 1, diameter / 2 + 1), image)


@lru_cache(maxsize=512)
def _disc(number: int, diameter: float, face: str, ratio: float) -> QImage:
    """The disc of :func:`draw_mark` once, with a pixel of room round it: fifty are drawn in each frame."""
    side = math.ceil((diameter + 2) * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter, half, font = QPainter(image), diameter / 2, QFont()
    font.fromString(face)
    centre = QPointF(half + 1, half + 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, colour in ((0.0, "#000000"), (1.0, "#FFFFFF"), (3.0, mark_colour(number))):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(centre, half - grow, half - grow)
    small = QFont(font)
    small.setPixelSize(11)
    small.setWeight(QFont.Weight.Bold)
    painter.setFont(small)
    painter.setPen(QColor("#FFFFFF"))
    box = QRectF(centre.x() - half, centre.y() - half, diameter, diameter)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))
    painter.end()
    return image


def draw_trace(painter: QPainter, points: list[QPointF], live: QPointF | None) -> None:
    """Lines from the first point to the others and to ``live``, with an end mark each; seen on any photo."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ends = [*points[1:], *([live] if live is not None else [])]
    for colour, width in (("#000000", 5.0), ("#FFFFFF", 3.0), (mark_colour(2), 1.5)):
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
        for end in ends:
            painter.drawLine(points[0], end)
    for point in points:
        for colour, radius in (("#000000", 6.0), ("#FFFFFF", 5.0), (mark_colour(2), 3.0)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(point, radius, radius)
    painter.restore()


def draw_label(painter: QPainter, view: QRectF, text: str, theme: Theme) -> None:
    """A word in the middle of ``view`` on a ground of its own, so that it is read over anything."""
    if not text:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("body"))
    width = min(view.width() - 16, painter.fontMetrics().horizontalAdvance(text) + 32)
    box = QRectF(view.center().x() - width / 2, view.center().y() - 16, width, 32)
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(theme.color("text"))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(width - 16))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()


def draw_status(painter: QPainter, theme: Theme, status: Status, box: QRectF) -> None:
    """Ring, diamond, checked square or cross, in the colour of the status."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color(status.value)
    inner = box.adjusted(1, 1, -1, -1)
    if status is Status.SUGGESTED:
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(inner)
    elif status is Status.UNDER_REVIEW:
        middle = box.center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )
    elif status is Status.VERIFIED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QPen(theme.color("panel"), 1.8))
        w, h = box.width(), box.height()
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(box.left() + 0.22 * w, box.top() + 0.52 * h),
                    QPointF(box.left() + 0.43 * w, box.top() + 0.74 * h),
                    QPointF(box.left() + 0.80 * w, box.top() + 0.28 * h),
                ]
            )
        )
    else:
        painter.setPen(QPen(colour, 2.4))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    painter.restore()


def draw_pointed(painter: QPainter, frame: QPolygonF, font: QFont) -> None:
    """Where a model points: a dashed frame and a word, unlike every numbered mark of a person."""
    painter.save()
    rect = frame.boundingRect()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#FFFFFF"), 5, j=Qt.PenJoinStyle.MiterJoin))
    painter.drawPolygon(frame)
    painter.setPen(QPen(QColor(POINTED), 2.5, Qt.PenStyle.DashLine, j=Qt.PenJoinStyle.MiterJoin))
    painter.drawPolygon(frame)
    painter.setFont(font)
    word = tr("model points here")
    metrics = painter.fontMetrics()
    tag = QRectF(0, 0, metrics.horizontalAdvance(word) + 12, metrics.height() + 4)
    tag.moveBottomLeft(rect.topLeft() + QPointF(-2, -4))
    if tag.top() < 0:
        tag.moveTop(rect.bottom() + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(POINTED))
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), word)
    painter.restore()


def draw_bar(
    painter: QPainter, theme: Theme, track: QRectF, value: float, scale: float, *, rtl: bool = False
) -> None:
    """A bar from the centre of ``track``; against is hatched at 45 degrees as well as coloured."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("raised"))
    painter.drawRect(track)
    share = max(-1.0, min(1.0, value / scale)) * (-1 if rtl else 1)
    middle, reach = track.center().x(), track.width() / 2
    if value != 0:
        width = max(1.0, abs(share) * reach)
        bar = QRectF(middle if share > 0 else middle - width, track.top() + 3, width, track.height() - 6)
        colour = theme.color("for" if value > 0 else "against")
        if value > 0:
            painter.setBrush(colour)
            painter.drawRect(bar)
        else:
            painter.setBrush(theme.color("panel"))
            painter.drawRect(bar)
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(colour, 1))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QPen(theme.color("control"), 1))
    painter.drawLine(QPointF(middle, track.top()), QPointF(middle, track.bottom()))
    painter.restore()
