"""'Where did the camera stand': map points that line up in the photograph, or stand at picked columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from theodolite.domain import Strength
from theodolite_desktop.drafts import CameraDraft, CameraFound, PairDraft, SightDraft
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import IconButton, Rule
from theodolite_desktop.views.fields import NumberRow, named
from theodolite_desktop.views.label import Label

LEAD = mark(
    "Two pairs of map points that line up fix a place; so do three points picked in the photograph, or two "
    "with a known heading. Coordinates in any format."
)
FORMAT = "43.4682, 11.8802"


class PairRow(QWidget):
    """[near][far][remove]."""

    removeAsked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.near = fields.line(tr("Near point of the pair"), tr("near: {format}", format=FORMAT))
        self.far = fields.line(tr("Far point, exactly behind it"), tr("far, exactly behind it"))
        _row(self, theme, tr("Remove this pair"), lambda: self.removeAsked.emit(self), self.near, self.far)

    def draft(self) -> PairDraft:
        return PairDraft(self.near.text().strip(), self.far.text().strip())

    @property
    def filled(self) -> bool:
        return bool(self.near.text().strip() or self.far.text().strip())


class SightRow(QWidget):
    """[place][pick in the photograph][remove]; the pick is a fraction of the picture."""

    removeAsked = Signal(object)
    pickAsked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.at: tuple[float, float] | None = None
        self.place = fields.line(tr("Map point"), tr("point: {format}", format=FORMAT))
        self.pick = fields.button(tr("Pick in photo"))
        self.pick.setFixedWidth(fields.scaled(136))
        self.pick.clicked.connect(lambda: self.pickAsked.emit(self))
        _row(self, theme, tr("Remove this point"), lambda: self.removeAsked.emit(self), self.place, self.pick)

    def set_at(self, at: tuple[float, float], size: tuple[int, int]) -> None:
        """Where the point stands, as a fraction; shown in pixels of a picture of ``size``."""
        self.at = at
        self.pick.setText(f"x {at[0] * size[0]:.0f}, y {at[1] * size[1]:.0f}")
        self.pick.setAccessibleName(tr("Picked at {text}; pick again", text=self.pick.text()))

    def draft(self) -> SightDraft:
        return SightDraft(self.place.text().strip(), *(self.at or (None, None)))

    @property
    def filled(self) -> bool:
        return bool(self.place.text().strip() or self.at)


def _row(parent: QWidget, theme: Theme, name: str, remove: object, *widgets: QWidget) -> None:
    layout = QHBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    layout.addWidget(IconButton(theme, "close", name, size=16, action=remove))  # type: ignore[arg-type]


class CameraForm(QDialog):
    """Not modal, so that the photograph can be clicked. ``tried`` and ``submitted`` carry a CameraDraft."""

    tried = Signal(object)
    submitted = Signal(object)
    pickAsked = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme, exhibit: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Where did the camera stand?"))
        fields.fit(self, fields.scaled(600), fields.scaled(640))
        self._theme, self._size = theme, size
        self._pairs: list[PairRow] = []
        self._sights: list[SightRow] = []
        self._picking: SightRow | None = None
        layout = fields.column(self)
        layout.addWidget(
            Label(theme, tr("Where did the camera of {exhibit} stand?", exhibit=exhibit), "title", wrap=True)
        )
        layout.addWidget(Label(theme, tr(LEAD), "body", "text2", wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Measurements"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._measurements(theme))
        layout.addWidget(area, 1)
        self.outcome = Label(theme, "", "body", "evidence", wrap=True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        self.warning = Label(theme, "", "meta", "warn", wrap=True)
        self.warning.hide()
        self.problem = fields.problem(theme)
        for label in (self.outcome, self.warning, self.problem):
            layout.addWidget(label)
        layout.addLayout(self._buttons())
        self.add_pair()
        self.add_pair()

    def _measurements(self, theme: Theme) -> QWidget:
        page = QWidget()
        page.setObjectName("panel")
        column = fields.column(page, (12, 12, 12, 12))
        self._pair_rows, self._sight_rows = QVBoxLayout(), QVBoxLayout()
        for title, rows, text, add in (
            (tr("Pairs that line up in the photograph"), self._pair_rows, tr("Add a pair"), self.add_pair),
            (tr("Points picked in the photograph"), self._sight_rows, tr("Add a point"), self.add_sight),
        ):
            rows.setSpacing(4)
            column.addWidget(Label(theme, title, "strong"))
            column.addLayout(rows)
            more = fields.button(text)
            more.clicked.connect(lambda _checked=False, add=add: add())
            line = QHBoxLayout()
            line.addWidget(more)
            line.addStretch(1)
            column.addLayout(line)
            column.addWidget(Rule())
        self.field = Label(theme, "", "meta", "text2", wrap=True)
        self.focal = fields.line(tr("Focal length in terms of 35 mm film"), tr("as the file"), 96)
        self.heading_row = NumberRow(theme, tr("Camera heading"), tr("° true"), "5", "°")
        self.points = fields.line(tr("Tolerance of map points in metres, one sd"), "5", 72)
        self.angles = fields.line(tr("Tolerance of angles in degrees, one sd"), "0.2", 72)
        column.addWidget(
            named(theme, tr("Focal length, 35 mm"), self.focal, Label(theme, "mm", "meta", "text2"))
        )
        column.addWidget(self.field)
        column.addWidget(self.heading_row)
        column.addWidget(
            named(
                theme,
                tr("One sd of"),
                Label(theme, tr("map points"), "meta", "text2"),
                self.points,
                Label(theme, tr("m   angles"), "meta", "text2"),
                self.angles,
                Label(theme, "°", "meta", "text2"),
            )
        )
        self.strength = fields.strengths(theme)
        column.addWidget(named(theme, tr("Strength"), self.strength))
        column.addStretch(1)
        return page

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.seek = fields.button(tr("Find the place"))
        self.seek.clicked.connect(lambda: self.tried.emit(self.draft()))
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add = fields.button(tr("Add clue"), primary=True)
        self.add.clicked.connect(lambda: self.submitted.emit(self.draft()))
        row.addWidget(self.seek)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.add)
        return row

    # --- rows --------------------------------------------------------------------------------------

    def add_pair(self) -> PairRow:
        row = PairRow(self._theme)
        row.removeAsked.connect(self._remove)
        self._pairs.append(row)
        self._pair_rows.addWidget(row)
        return row

    def add_sight(self) -> SightRow:
        row = SightRow(self._theme)
        row.removeAsked.connect(self._remove)
        row.pickAsked.connect(self._on_pick)
        self._sights.append(row)
        self._sight_rows.addWidget(row)
        row.place.setFocus()
        return row

    def _remove(self, row: QWidget) -> None:
        self._pairs = [one for one in self._pairs if one is not row]
        self._sights = [one for one in self._sights if one is not row]
        row.hide()
        row.deleteLater()

    def _on_pick(self, row: SightRow) -> None:
        self._picking = row
        self.hide()
        self.pickAsked.emit()

    def picked(self, at: tuple[float, float] | None) -> None:
        """The form comes back with the point that was clicked; None: with nothing changed."""
        if at is not None and self._picking is not None:
            self._picking.set_at(at, self._size)
        self._picking = None
        self.show()
        self.activateWindow()

    @property
    def is_picking(self) -> bool:
        return self._picking is not None

    # --- reading -----------------------------------------------------------------------------------

    def draft(self) -> CameraDraft:
        """Everything but rows that are empty."""
        return CameraDraft(
            pairs=tuple(row.draft() for row in self._pairs if row.filled),
            sights=tuple(row.draft() for row in self._sights if row.filled),
            focal=self.focal.text(),
            heading=self.heading_row.read(),
            points=self.points.text(),
            angles=self.angles.text(),
            strength=Strength(self.strength.currentData()),
        )

    def show_field(self, text: str) -> None:
        """The field of view that the file claims, or what it does not state."""
        fields.say(self.field, text)

    def show_found(self, found: CameraFound) -> None:
        fields.say(self.outcome, "\n".join((tr("Camera at {place}", place=found.place), *found.lines)))
        fields.say(self.warning, "\n".join(found.warnings))
        fields.say(self.problem, "")

    def show_problem(self, text: str) -> None:
        for label in (self.outcome, self.warning):
            fields.say(label, "")
        fields.say(self.problem, text)
