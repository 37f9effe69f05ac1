"""What each step of a recipe asks for: a small form a tool. ``stepped`` carries what the form says now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Box, Step
from theodolite_desktop import recipe_rows
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import ANNOTATED, MARKS
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import Label

COLOURS = (
    (mark("Red"), ANNOTATED),
    *zip(
        (mark("Teal"), mark("Magenta"), mark("Brown"), mark("Ochre"), mark("Blue"), mark("Violet")),
        MARKS,
        strict=True,
    ),
)
SHAPES = {
    "arrow": mark("Arrow"),
    "box": mark("Box"),
    "ring": mark("Ring"),
    "line": mark("Line"),
    "label": mark("Label"),
}
EDGES = {"left": mark("Left"), "top": mark("Top"), "right": mark("Right"), "bottom": mark("Bottom")}


class ToolForm(QWidget):
    """``ready`` None: the form is waiting for the picture."""

    changed = Signal()

    def __init__(self, theme: Theme, operation: str) -> None:
        super().__init__()
        self.operation = operation
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.guide = Label(theme, tr(recipe_rows.GUIDES[operation]), "meta", "text2", wrap=True)
        self.column.addWidget(self.guide)
        self._theme = theme

    def ready(self) -> Step | None:
        raise NotImplementedError

    def field(self, grid: QGridLayout, row: int, name: str, widget: QWidget) -> None:
        widget.setAccessibleName(name)
        grid.addWidget(Label(self._theme, name, "body", "text2"), row, 0)
        grid.addWidget(widget, row, 1)


class CropForm(ToolForm):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "crop")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self.edges: dict[str, QDoubleSpinBox] = {}
        for number, name in enumerate(EDGES):
            spin = _real(0.0, 100.0, 0.0 if number < 2 else 100.0, " %")
            spin.valueChanged.connect(lambda _value: self.changed.emit())
            self.edges[name] = spin
            self.field(grid, number, tr(EDGES[name]), spin)
        self.column.addLayout(grid)

    def set_box(self, box: Box) -> None:
        for name in EDGES:
            self.edges[name].blockSignals(True)
            self.edges[name].setValue(100 * getattr(box, name))
            self.edges[name].blockSignals(False)
        self.changed.emit()

    @property
    def box(self) -> Box | None:
        left, top, right, bottom = (self.edges[name].value() / 100 for name in EDGES)
        return Box(left, top, right, bottom) if right > left and bottom > top else None

    def ready(self) -> Step | None:
        box = self.box
        return recipe_rows.crop(box) if box is not None and box != Box(0.0, 0.0, 1.0, 1.0) else None


class RotateForm(ToolForm):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "rotate")
        self.degrees = _real(-360.0, 360.0, 90.0, "°")
        self.degrees.valueChanged.connect(lambda _value: self.changed.emit())
        grid = QGridLayout()
        self.field(grid, 0, tr("Clockwise"), self.degrees)
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, value in ((tr("90° left"), -90.0), ("180°", 180.0), (tr("90° right"), 90.0)):
            button = QPushButton(text)
            button.setObjectName("small")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, value=value: self.degrees.setValue(value))
            row.addWidget(button)
        self.column.addLayout(grid)
        self.column.addLayout(row)

    def ready(self) -> Step | None:
        return recipe_rows.step("rotate", degrees=self.degrees.value()) if self.degrees.value() else None


class MirrorForm(ToolForm):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "mirror")
        self.axis = Choice(theme, tr("Direction"))
        self.axis.addItem(tr("Left and right change places"), "horizontal")
        self.axis.addItem(tr("Top and bottom change places"), "vertical")
        self.axis.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.column.addWidget(self.axis)

    def ready(self) -> Step | None:
        return recipe_rows.step("mirror", axis=self.axis.currentData())


class LevelsForm(ToolForm):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "levels")
        self.black, self.white = _whole(0, 254, 0), _whole(1, 255, 255)
        self.gamma = _real(0.1, 10.0, 1.0, "", 0.1)
        grid = QGridLayout()
        for number, (name, spin) in enumerate(((tr("Black"), self.black), (tr("White"), self.white))):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
            self.field(grid, number, name, spin)
        self.gamma.valueChanged.connect(lambda _value: self.changed.emit())
        self.field(grid, 2, tr("Gamma"), self.gamma)
        self.column.addLayout(grid)

    def ready(self) -> Step | None:
        black, white, gamma = self.black.value(), self.white.value(), self.gamma.value()
        if black >= white or (black, white, gamma) == (0, 255, 1.0):
            return None
        return recipe_rows.step("levels", black=black, white=white, gamma=gamma)


class GrayForm(ToolForm):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "gray")

    def ready(self) -> Step | None:
        return recipe_rows.step("gray")


class PerspectiveForm(ToolForm):
    """Takes its four corners from clicks in the picture."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "perspective")
        self.corners: list[recipe_rows.Point] = []
        self.pixels = (1, 1)
        self.count = Label(theme, "", "body")
        again = QPushButton(tr("Start again"))
        again.setObjectName("small")
        again.setAutoDefault(False)
        again.clicked.connect(self.clear)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(again, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.clear()

    def clear(self) -> None:
        self.corners.clear()
        self._say()

    def add(self, point: recipe_rows.Point) -> None:
        if len(self.corners) < recipe_rows.CORNERS:
            self.corners.append(point)
        self._say()

    def _say(self) -> None:
        self.count.setText(tr("{done} of {all} corners", done=len(self.corners), all=recipe_rows.CORNERS))
        self.changed.emit()

    def ready(self) -> Step | None:
        full = len(self.corners) == recipe_rows.CORNERS
        return recipe_rows.perspective(self.corners, self.pixels) if full else None


class EnlargeForm(ToolForm):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "enlarge")
        self.factor = Choice(theme, tr("Times"))
        for factor in (2, 3, 4, 8):
            self.factor.addItem(tr("{factor} times", factor=factor), factor)
        self.method = Choice(theme, tr("Method"))
        self.method.addItem("Lanczos", "lanczos")
        self.method.addItem(tr("Nearest pixel"), "nearest")
        grid = QGridLayout()
        for number, (name, choice) in enumerate(((tr("Times"), self.factor), (tr("Method"), self.method))):
            choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
            self.field(grid, number, name, choice)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def ready(self) -> Step | None:
        factor, method = float(self.factor.currentData()), self.method.currentData()
        return recipe_rows.step("enlarge", factor=factor, method=method)


class AnnotateForm(ToolForm):
    """Shape, colour and words; where, the picture says."""

    shapeChosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "annotate")
        self.points: list[recipe_rows.Point] = []
        self.shape, self.colour = Choice(theme, tr("Shape")), Choice(theme, tr("Colour"))
        for shape, text in SHAPES.items():
            self.shape.addItem(tr(text), shape)
        for name, colour in COLOURS:
            swatch = QPixmap(16, 16)
            swatch.fill(QColor(colour))
            self.colour.addItem(QIcon(swatch), tr(name), colour)
        self.text = QLineEdit()
        self.text.setMaxLength(80)
        self.text.setPlaceholderText(tr("in Latin letters"))
        grid = QGridLayout()
        for number, (name, widget) in enumerate(
            ((tr("Shape"), self.shape), (tr("Colour"), self.colour), (tr("Words"), self.text))
        ):
            self.field(grid, number, name, widget)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.colour.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.shape.currentIndexChanged.connect(self._chose)
        self._chose()

    @property
    def drawn(self) -> bool:
        """Whether it takes a box that is dragged, not points that are clicked."""
        return self.shape.currentData() in ("box", "ring")

    @property
    def needed(self) -> int:
        return 1 if self.shape.currentData() == "label" else 2

    def put(self, points: list[recipe_rows.Point]) -> None:
        self.points = points
        self.changed.emit()

    def _chose(self, _at: int = 0) -> None:
        self.text.setEnabled(self.shape.currentData() == "label")
        self.points = []
        self.shapeChosen.emit(str(self.shape.currentData()))
        self.changed.emit()

    def ready(self) -> Step | None:
        shape, words = str(self.shape.currentData()), self.text.text().strip()
        if len(self.points) < self.needed or (shape == "label" and not words):
            return None
        end = self.points[1] if len(self.points) > 1 else None
        return recipe_rows.annotate(shape, str(self.colour.currentData()), self.points[0], end, words)


FORMS: tuple[Callable[[Theme], ToolForm], ...] = (
    CropForm,
    RotateForm,
    MirrorForm,
    LevelsForm,
    GrayForm,
    PerspectiveForm,
    EnlargeForm,
    AnnotateForm,
)


def _real(low: float, high: float, value: float, unit: str, by: float = 1.0) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(low, high)
    spin.setDecimals(2)
    spin.setSingleStep(by)
    spin.setSuffix(unit)
    spin.setValue(value)
    spin.setMinimumHeight(32)
    return spin


def _whole(low: int, high: int, value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(low, high)
    spin.setValue(value)
    spin.setMinimumHeight(32)
    return spin
