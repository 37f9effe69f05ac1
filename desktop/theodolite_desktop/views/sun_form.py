"""'Sun and shadow': how high and where the sun stood, when, and how sure; read by the store thread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from theodolite.domain import Strength
from theodolite_desktop.drafts import Ground, Shadow, SunDraft, SunStart
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.fields import NumberRow, named
from theodolite_desktop.views.label import Label

WARNING = mark(
    "Pixel lengths are true only when object and shadow are equally far away and the ground is seen "
    "squarely. Type metres for both if you know them."
)
ON_GROUND = mark(
    "Measured on the level ground of the horizon {clue}, in heights of the camera; the field of view is the "
    "one the file claims. Tolerances follow from the clicks."
)
GROUNDLESS = mark("The horizon does not help here. {why}")
OFFSET = "offset"
HEIGHTS = (
    (mark("Object and its shadow"), "lengths"),
    (mark("Sun elevation in degrees"), "elevation"),
    (mark("Not measured"), "none"),
)
WAYS = (
    (mark("Not measured"), "none"),
    (mark("Camera bearing and shadow direction"), "camera"),
    (mark("Sun azimuth in degrees"), "azimuth"),
)
ZONES = (
    ("UTC", "utc"),
    (mark("Offset from UTC"), OFFSET),
    (mark("Civil time of the place"), "place"),
    (mark("Zone unknown"), "unknown"),
)
CLAIMED = mark("Claimed by the file: camera clocks are often wrong, zones often unset.")


class SunForm(QDialog):
    """``submitted`` and ``timesAsked`` carry a SunDraft; a refusal comes back by :meth:`show_problem`."""

    submitted = Signal(object)
    timesAsked = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        exhibit: str,
        start: SunStart,
        shadow: Shadow | None = None,
        size: tuple[int, int] = (0, 0),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sun and shadow"))
        fields.at_least(self, 580)
        self._shadow, self._start = shadow, start
        self._pixels = ("", "")
        self._build(theme, exhibit)
        self._ground = start.ground if shadow is not None else None
        if self._ground is not None:
            self._fill_ground(self._ground)
        elif shadow is not None:
            self._pixels = tuple(f"{length:.1f}" for length in shadow.lengths(*size))  # type: ignore[assignment]
            self.height_row.value.setText(self._pixels[0])
            self.shadow_row.value.setText(self._pixels[1])
        self._prefill(start)
        self._arrange()

    def _build(self, theme: Theme, exhibit: str) -> None:
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Sun and shadow in {exhibit}", exhibit=exhibit), "title"))
        self.height_by = fields.choice(
            theme, tr("How the sun's height was measured"), [(tr(t), v) for t, v in HEIGHTS]
        )
        self.height_row = NumberRow(theme, tr("Object height"), "", "5", "%")
        self.shadow_row = NumberRow(theme, tr("Shadow length"), "", "5", "%")
        self.elevation_row = NumberRow(theme, tr("Sun elevation"), "°", "2", "°")
        self.warning = Label(theme, tr(WARNING), "meta", "warn", wrap=True)
        layout.addWidget(named(theme, tr("Height of the sun"), self.height_by))
        for row in (self.height_row, self.shadow_row, self.elevation_row, self.warning, Rule()):
            layout.addWidget(row)
        self.way_by = fields.choice(
            theme, tr("How the sun's direction was measured"), [(tr(t), v) for t, v in WAYS]
        )
        self.bearing_row = NumberRow(theme, tr("Camera bearing"), tr("° true"), "10", "°")
        self.direction_row = NumberRow(theme, tr("Shadow direction"), "°", "5", "°")
        self.azimuth_row = NumberRow(theme, tr("Sun azimuth"), tr("° true"), "10", "°")
        self.way_help = Label(
            theme,
            tr(
                "Seen from above, clockwise from the way the camera looks: 0 away from it, 90 to the right, "
                "180 towards it."
            ),
            "meta",
            "text2",
            wrap=True,
        )
        layout.addWidget(named(theme, tr("Direction"), self.way_by))
        for row in (self.bearing_row, self.direction_row, self.way_help, self.azimuth_row, Rule()):
            layout.addWidget(row)
        self.time = fields.line(tr("Time"), "2024-06-21 14:30", 176)
        self.zone = fields.choice(theme, tr("Time zone"), [(tr(t), v) for t, v in ZONES])
        self.offset = fields.line(tr("Offset from UTC"), "+02:00", 80)
        self.minutes = fields.line(tr("Clock tolerance in minutes, 95 %"), "0", 72)
        self.claim = Label(theme, tr(CLAIMED), "meta", "warn", wrap=True)
        layout.addWidget(named(theme, tr("Time"), self.time, self.zone, self.offset))
        layout.addWidget(
            named(theme, tr("Clock off by ±"), self.minutes, Label(theme, tr("minutes"), "meta", "text2"))
        )
        layout.addWidget(self.claim)
        layout.addWidget(Rule())
        self.strength = fields.strengths(theme)
        layout.addWidget(named(theme, tr("Strength"), self.strength))
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.times = fields.button(tr("Times at a place…"))
        self.times.setToolTip(tr("When the sun stood so at a known place"))
        self.times.clicked.connect(lambda: self.timesAsked.emit(self.draft()))
        cancel = fields.button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add = fields.button(tr("Add clue"), primary=True)
        self.add.clicked.connect(lambda: self.submitted.emit(self.draft()))
        buttons.addWidget(self.times)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add)
        layout.addLayout(buttons)
        for box in (self.height_by, self.way_by, self.zone):
            box.currentIndexChanged.connect(self._arrange)
        for row in (self.height_row, self.shadow_row):
            row.value.textChanged.connect(self._arrange)
        self.time.textChanged.connect(self._arrange)

    def _fill_ground(self, ground: Ground) -> None:
        """What was measured on the ground; the ratio's tolerance stands with the shadow."""
        self.height_row.value.setText(ground.height)
        self.height_row.tolerance.setText("0")
        self.shadow_row.value.setText(ground.shadow)
        self.shadow_row.tolerance.setText(ground.ratio_tolerance)
        self.direction_row.value.setText(ground.direction)
        self.direction_row.tolerance.setText(ground.direction_tolerance)

    def _prefill(self, start: SunStart) -> None:
        self.time.setText(start.time)
        named_zone = start.zone in ("utc", "place", "unknown")
        self.zone.setCurrentIndex(self.zone.findData(start.zone if named_zone else OFFSET))
        self.offset.setText("" if named_zone else start.zone)
        if start.bearing:
            self.bearing_row.value.setText(start.bearing)
            if self._ground is not None:
                self.way_by.setCurrentIndex(self.way_by.findData("camera"))

    def _arrange(self) -> None:
        """Show what counts for the choices made."""
        height, way = self.height_by.currentData(), self.way_by.currentData()
        for row in (self.height_row, self.shadow_row):
            row.setVisible(height == "lengths")
            row.unit.setText("pixels" if self.pixels else "")
        self.elevation_row.setVisible(height == "elevation")
        why = self._start.groundless
        if self.on_ground and self._ground is not None:
            self.warning.setText(tr(ON_GROUND, clue=self._ground.clue))
            self.warning.set_tone("text2")
        elif self.pixels:
            self.warning.setText(f"{tr(GROUNDLESS, why=why)} {tr(WARNING)}" if why else tr(WARNING))
        self.warning.setVisible(height == "lengths" and (self.pixels or self.on_ground))
        for widget in (self.bearing_row, self.direction_row, self.way_help):
            widget.setVisible(way == "camera")
        self.azimuth_row.setVisible(way == "azimuth")
        self.offset.setVisible(self.zone.currentData() == OFFSET)
        self.claim.setVisible(self.claimed)
        self.adjustSize()

    @property
    def pixels(self) -> bool:
        """Whether the lengths are still those drawn."""
        typed = (self.height_row.value.text(), self.shadow_row.value.text())
        return self._shadow is not None and typed == self._pixels

    @property
    def on_ground(self) -> bool:
        """Whether the lengths are still those measured on the ground."""
        typed = (self.height_row.value.text(), self.shadow_row.value.text())
        return self._ground is not None and typed == (self._ground.height, self._ground.shadow)

    @property
    def claimed(self) -> bool:
        return bool(self._start.time) and self.time.text().strip() == self._start.time

    def draft(self) -> SunDraft:
        zone = self.zone.currentData()
        return SunDraft(
            height_by=self.height_by.currentData(),
            height=self.height_row.read(),
            shadow=self.shadow_row.read(),
            elevation=self.elevation_row.read(),
            way_by=self.way_by.currentData(),
            bearing=self.bearing_row.read(),
            direction=self.direction_row.read(),
            azimuth=self.azimuth_row.read(),
            time=self.time.text().strip(),
            zone=self.offset.text().strip() or "?" if zone == OFFSET else zone,
            minutes=self.minutes.text(),
            claimed=self.claimed,
            pixels=self.pixels,
            ground=self._ground.clue if self._ground is not None and self.on_ground else "",
            strength=Strength(self.strength.currentData()),
            box=self._shadow.box if self._shadow else None,
            shape=self._shadow.shape if self._shadow else None,
        )

    def show_problem(self, text: str) -> None:
        """Why it was not taken; what was typed stays."""
        fields.say(self.problem, text)
        self.adjustSize()
