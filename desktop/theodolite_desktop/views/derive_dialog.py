"""A picture made from an original, step by step: what it would be on the left, the recipe on the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Box, Step
from theodolite_desktop.language import mark, tr
from theodolite_desktop.pictures import Picture
from theodolite_desktop.recipe_rows import TITLES, size_after
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.canvas import Canvas, MarkBox
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.derive_tools import FORMS, AnnotateForm, CropForm, PerspectiveForm, ToolForm
from theodolite_desktop.views.fields import fit
from theodolite_desktop.views.label import ElidedLabel, Label
from theodolite_desktop.views.passphrases import buttons

QUIET_MS = 150
SIDE = 320
NEXT = mark("Choose a step, set its values or draw in the picture, then add it to the recipe.")
LEAD = mark("The original is never touched. What is kept is the recipe and the hash of what it gives.")


def _nothing_chosen(theme: Theme) -> QWidget:
    """What stands where the form of a step will be."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Label(theme, tr(NEXT), "meta", "text2", wrap=True))
    column.addStretch(1)
    return page


class DeriveDialog(QDialog):
    """``previewAsked`` carries the steps to draw; ``madeAsked`` steps and title. Open until made."""

    previewAsked = Signal(object)
    madeAsked = Signal(object, str)
    coverAsked = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, name: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._steps: list[Step] = []
        self._asked: tuple[Step, ...] | None = None
        self._lines: tuple[str, ...] = ()
        self._tool: ToolForm | None = None
        self.setWindowTitle(tr("Make a picture from {name}", name=name))
        fields.scroll_if_needed(self)
        fit(self, 1040, 720)
        self.canvas = Canvas(theme, tr("What the recipe gives"))
        self.canvas.setMinimumSize(320, 240)
        self.canvas.boxDrawn.connect(self._on_box)
        self.canvas.pointPicked.connect(self._on_point)
        uncover = QShortcut(QKeySequence("F9"), self)
        uncover.activated.connect(self.coverAsked)
        self.size_text = ElidedLabel(theme, "", "meta", "text2")
        self.tools: dict[str, QPushButton] = {}
        self.forms = QStackedWidget()
        self.forms.addWidget(_nothing_chosen(theme))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Steps of the recipe"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(96)
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("what it shows, for example: the sign, enlarged"))
        self.title.textChanged.connect(lambda _text: self._able())
        self.problem = Label(theme, "", "meta", "error", wrap=True)
        self.problem.hide()
        self.add_button = QPushButton(tr("Add step"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        self.remove_button = QPushButton(tr("Remove step"))
        self.remove_button.setObjectName("small")
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self._remove)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._ask)
        self._lay_out()
        self._able()

    def _lay_out(self) -> None:
        theme = self._theme
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.canvas, 1)
        left.addWidget(self.size_text)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(Label(theme, self.windowTitle(), "subhead", wrap=True))
        right.addWidget(Label(theme, tr(LEAD), "meta", "text2", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(4)
        for kind in FORMS:
            form = kind(theme)
            form.changed.connect(partial(self._changed, form))
            self.forms.addWidget(form)
            button = QPushButton(tr(TITLES[form.operation]))
            button.setObjectName("small")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, form))
            button.ensurePolished()
            self.tools[form.operation] = button
            if isinstance(form, AnnotateForm):
                form.shapeChosen.connect(lambda _shape: self._arm())
        widest = max(button.sizeHint().width() for button in self.tools.values()) + grid.spacing()
        columns = max(1, min(4, theme.scaled(SIDE) // widest))
        for number, button in enumerate(self.tools.values()):
            grid.addWidget(button, number // columns, number % columns)
        right.addLayout(grid)
        right.addWidget(self.forms)
        right.addWidget(self.add_button)
        right.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Label(theme, tr("Recipe"), "strong"), 1)
        head.addWidget(self.remove_button)
        right.addLayout(head)
        right.addWidget(self.list, 1)
        right.addWidget(Label(theme, tr("Title"), "meta", "text2"))
        right.addWidget(self.title)
        right.addWidget(self.problem)
        row, self.yes, no = buttons(tr("Make picture"))
        self.yes.clicked.connect(self._make)
        no.clicked.connect(self.reject)
        right.addLayout(row)
        side = QWidget()
        side.setFixedWidth(theme.scaled(SIDE))
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addWidget(side)

    # --- what is shown -----------------------------------------------------------------------------

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    @property
    def pending(self) -> Step | None:
        """What the form says and is not yet a step; crops and marks are drawn over the picture instead."""
        return self._tool.ready() if self._tool is not None else None

    def begin(self, steps: Sequence[Step] = ()) -> None:
        """Ask for the picture as it is, or with the steps that the recipe begins with."""
        self._steps = list(steps)
        self._able()
        self._ask()

    def show_preview(self, steps: Sequence[Step], picture: Picture, lines: Sequence[str]) -> None:
        """What was asked for last; an older answer is not drawn."""
        if tuple(steps) != self._asked:
            return
        self.canvas.set_picture(picture, keep_view=False)
        width, height = size_after(self._size, steps)
        self.size_text.setText(tr("about {width} × {height} pixels", width=width, height=height))
        self._lines = tuple(lines)
        self._list()
        self._mark()
        self._able()

    def _list(self) -> None:
        """The steps that are settled; what the form says now is only drawn."""
        settled = list(self._lines[: len(self._steps)])
        if [self.list.item(n).text() for n in range(self.list.count())] != settled:
            self.list.clear()
            self.list.addItems(settled)
            self.list.setCurrentRow(self.list.count() - 1)

    def show_problem(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.show()
        self._able()

    def cover(self, covered: bool, text: str) -> None:
        """Graphic content stays covered here too."""
        self.canvas.set_cover(covered, text)

    # --- tools -------------------------------------------------------------------------------------

    def choose(self, operation: str) -> ToolForm:
        """Take a tool in hand, as its button does."""
        form = next(f for f in self._forms() if f.operation == operation)
        self._choose(form)
        return form

    def _forms(self) -> list[ToolForm]:
        found = (self.forms.widget(n) for n in range(self.forms.count()))
        return [form for form in found if isinstance(form, ToolForm)]

    def _choose(self, form: ToolForm, _on: bool = True) -> None:
        self._tool = form
        for operation, button in self.tools.items():
            button.setChecked(operation == form.operation)
        self.forms.setCurrentWidget(form)
        if isinstance(form, PerspectiveForm):
            form.pixels = size_after(self._size, self._steps)
        self._arm()
        self._changed(form)

    def _arm(self) -> None:
        """What a click or a drag in the picture means now."""
        form = self._tool
        drawn = isinstance(form, CropForm) or (isinstance(form, AnnotateForm) and form.drawn)
        self.canvas.set_pointing(
            isinstance(form, PerspectiveForm) or (isinstance(form, AnnotateForm) and not form.drawn)
        )
        self.canvas.set_drawing(drawn)

    def _on_box(self, box: object) -> None:
        assert isinstance(box, Box)
        if isinstance(self._tool, CropForm):
            self._tool.set_box(box)
        elif isinstance(self._tool, AnnotateForm):
            self._tool.put([(box.left, box.top), (box.right, box.bottom)])

    def _on_point(self, x: float, y: float) -> None:
        width, height = self.canvas.size_of_image
        point = (min(1.0, max(0.0, x / width)), min(1.0, max(0.0, y / height)))
        if isinstance(self._tool, PerspectiveForm):
            self._tool.add(point)
        elif isinstance(self._tool, AnnotateForm):
            kept = self._tool.points if len(self._tool.points) < self._tool.needed else []
            self._tool.put([*kept, point])

    def _changed(self, form: ToolForm) -> None:
        if form is self._tool:
            self.problem.hide()
            self._mark()
            self._able()
            self._quiet.start()

    def _mark(self) -> None:
        """The crop is drawn as a frame, corners as numbers: the picture under them stays as it is."""
        form = self._tool
        box = form.box if isinstance(form, CropForm) else None
        self.canvas.set_marks((MarkBox("crop", 0, box),) if box is not None else (), "crop")
        points = form.corners if isinstance(form, PerspectiveForm) else []
        width, height = self.canvas.size_of_image
        self.canvas.set_anchors(tuple((x * width, y * height) for x, y in points))

    def _able(self) -> None:
        self.add_button.setEnabled(self.pending is not None)
        self.remove_button.setEnabled(bool(self._steps))
        self.yes.setEnabled(bool(self._steps) and bool(self.title.text().strip()))

    # --- the recipe --------------------------------------------------------------------------------

    def _add(self) -> None:
        found = self.pending
        if found is not None:
            self._steps.append(found)
            self._let_go()

    def _remove(self) -> None:
        at = self.list.currentRow()
        if self._steps:
            del self._steps[at if 0 <= at < len(self._steps) else -1]
            self._let_go()

    def _let_go(self) -> None:
        """The next step begins with no tool in hand."""
        self._tool = None
        for button in self.tools.values():
            button.setChecked(False)
        for form in self._forms():
            if isinstance(form, PerspectiveForm):
                form.clear()
            elif isinstance(form, CropForm):
                form.set_box(Box(0.0, 0.0, 1.0, 1.0))
            elif isinstance(form, AnnotateForm):
                form.points = []
        self.forms.setCurrentIndex(0)
        self._arm()
        self._mark()
        self._able()
        self._ask()

    def _ask(self) -> None:
        """A crop that is being drawn, and corners, are shown as marks on the picture before them."""
        drawn = isinstance(self._tool, CropForm | PerspectiveForm)
        found = None if drawn else self.pending
        steps = (*self._steps, *([found] if found is not None else []))
        if steps != self._asked:
            self._asked = steps
            self.previewAsked.emit(steps)
        else:
            self._list()  # drawn already: what was looked at has become a step

    def _make(self) -> None:
        self.yes.setEnabled(False)
        self.problem.hide()
        self.madeAsked.emit(self.steps, self.title.text().strip())
