"""What a model made of a photograph: the places it names, and its clues beside the clue records."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from theodolite.domain import Observations, Observed, Perceived, Perception
from theodolite_desktop import assistant_rows, wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views import fields
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.messages import TAG, CiteRow, EntryView
from theodolite_desktop.views.together import Icon

AS_STATED = mark("Probability as stated by the model, uncalibrated.")

#: standing -> icon, tone, word: shape and word carry it, colour only helps.
STANDINGS = {
    "confirmed": ("check-circle-outline", "ok", mark("Confirmed by")),
    "contradicted": ("close-octagon-outline", "error", mark("Contradicted by")),
    "own": ("rhombus-outline", "model", mark("The model's own: no clue record says so")),
}
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Share(QWidget):
    """A stated probability as a bar; the number stands beside it."""

    def __init__(self, theme: Theme, value: float) -> None:
        super().__init__()
        self._theme, self._value = theme, min(1.0, max(0.0, value))
        self.setFixedSize(QSize(56, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        track = QRectF(0, 7, self.width(), 6)
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(self._theme.color("model"))
        width = max(2.0, track.width() * self._value) if self._value else 0.0
        left = track.right() - width if self.isRightToLeft() else track.left()
        painter.drawRoundedRect(QRectF(left, 7, width, 6), 3, 3)
        painter.end()


class _Card(EntryView):
    """A reading of what a model wrote about one photograph."""

    def _left_out(self, dropped: tuple[tuple[str, int], ...]) -> None:
        text = assistant_rows.left_out(dropped)
        if text:
            self.say(text, "text2", "caption")


class PerceptionView(_Card):
    """Places best first, each with its stated probability; the scene."""

    placeChosen = Signal(float, float)
    exhibitChosen = Signal(str)

    def __init__(self, theme: Theme, found: Perception, utc: str) -> None:
        super().__init__(theme, model=True)
        self.head(f"{tr(TAG)} · {wording.visible(found.pack, 60)}", utc, "model")
        said = (
            tr("{exhibit} as a whole", exhibit=found.exhibit)
            if found.sees
            else tr("{exhibit} as a whole, without seeing the photograph", exhibit=found.exhibit)
        )
        self.say(said, role="strong")
        if found.scene:
            self.say(tr("Scene: {scene}", scene=wording.visible(found.scene, 80)), "text2")
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, place in enumerate(found.places):
            self._place(grid, row, place)
        self.column.addLayout(grid)
        if found.places:
            self.say(tr(AS_STATED), "text2", "caption")
        else:
            self.say(tr("The model names no place."), "text2")
        self._left_out(found.dropped)
        names = ", ".join(f"{assistant_rows.placed(p)} {p.stated:.2f}" for p in found.places)
        self.setAccessibleName(f"{tr(TAG)}. {said}: {names}. {tr(AS_STATED)}")

    def _place(self, grid: QGridLayout, row: int, place: Perceived) -> None:
        name = assistant_rows.placed(place)
        if place.lat is not None and place.lon is not None:
            button = QPushButton(name)
            button.setObjectName("rowlink")
            button.setAccessibleName(tr("Show {name} on the map", name=name))
            button.setToolTip(plain_tip(tr("Show {name} on the map", name=name)))
            button.setMinimumWidth(fields.scaled(60))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            lat, lon = place.lat, place.lon
            button.clicked.connect(lambda _checked=False: self.placeChosen.emit(lat, lon))
            grid.addWidget(button, row, 0)
        else:
            label = Label(self.theme, name, "body", wrap=True)
            label.setToolTip(tr("The gazetteer knows no such place, or more than one."))
            label.setMinimumHeight(fields.scaled(24))
            label.setContentsMargins(1, 0, 0, 0)
            grid.addWidget(label, row, 0)
        grid.addWidget(_Share(self.theme, place.stated), row, 1)
        grid.addWidget(Label(self.theme, f"{place.stated:.2f}", "body"), row, 2, END)


class ObservationsView(_Card):
    """Clues as the model puts them; each says whether the clue records confirm it."""

    regionChosen = Signal(str, object, str)

    def __init__(self, theme: Theme, found: Observations, utc: str) -> None:
        super().__init__(theme, model=True)
        self.head(f"{tr(TAG)} · {wording.visible(found.pack, 60)}", utc, "model")
        head = (
            tr("Clues in {exhibit}", exhibit=found.exhibit)
            if found.sees
            else tr("Clues in {exhibit}, without seeing the photograph", exhibit=found.exhibit)
        )
        self.say(head, role="strong")
        for clue in found.clues:
            self._clue(found.exhibit, clue)
        if not found.clues:
            self.say(tr("The model names no clue."), "text2")
        self._left_out(found.dropped)
        said = "; ".join(
            f"{c.observation}: {c.inference}, {tr(STANDINGS[c.standing][2])} {' '.join(c.cites)}"
            for c in found.clues
        )
        self.setAccessibleName(f"{tr(TAG)}. {head}: {wording.visible(said, 4000)}")

    def _clue(self, exhibit: str, clue: Observed) -> None:
        icon, tone, word = STANDINGS[clue.standing]
        word = tr(word)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 2)
        row.setSpacing(8)
        row.addWidget(Icon(self.theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        observed = Label(self.theme, f"“{wording.visible(clue.observation, 300)}”", "body", wrap=True)
        column.addWidget(observed)
        if clue.inference:
            column.addWidget(
                Label(self.theme, wording.visible(clue.inference, 300), "meta", "text2", wrap=True)
            )
        if clue.why:
            column.addWidget(Label(self.theme, wording.visible(clue.why, 300), "meta", "text2", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(4)
        if clue.cites:
            cites = CiteRow(self.theme, clue.cites, word)
            cites.citeChosen.connect(self.citeChosen)
            foot.addWidget(cites, 1)
        else:
            foot.addWidget(Label(self.theme, word, "meta", "text2", wrap=True), 1)
        if clue.box is not None:
            button = QPushButton(tr("Region"))
            button.setObjectName("link")
            name = tr(
                "Show where the model points for {observation}",
                observation=wording.visible(clue.observation, 80),
            )
            button.setAccessibleName(name)
            button.setToolTip(tr("Show on the image where the model points"))
            box, label = clue.box, wording.visible(clue.observation, 60)
            button.clicked.connect(lambda _checked=False: self.regionChosen.emit(exhibit, box, label))
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        row.addLayout(column, 1)
        self.column.addLayout(row)
