"""Masks: boxes over what no copy may show. The original and the picture in the window stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from theodolite.domain import Box, Exhibit, Mask
from theodolite_desktop import wording
from theodolite_desktop.covering import Cover, label
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.pictures import Picture
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views import fields
from theodolite_desktop.views.canvas import Canvas, MarkBox
from theodolite_desktop.views.label import Label

KINDS = (
    (mark("Face"), "face"),
    (mark("Number plate"), "plate"),
    (mark("Name or writing"), "name"),
    (mark("Other region"), "region"),
)
WORD = {kind: text for text, kind in KINDS}
NEXT = mark("Draw a box over what copies must not show. The fill is solid; the original is never changed.")


class RedactDialog(QDialog):
    """Left exhibits, centre the picture, right its masks. Each step is recorded and undoable."""

    pictureAsked = Signal(str)
    drawn = Signal(str, object, str, str)
    kept = Signal(str)
    removed = Signal(str)
    proposeAsked = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        exhibits: Sequence[Exhibit],
        masks: Sequence[Mask],
        current: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Masks"))
        fields.fit(self, fields.scaled(1040), fields.scaled(680))
        self._theme = theme
        self._exhibits = tuple(e for e in exhibits if e.readable)
        self._masks: tuple[Mask, ...] = tuple(masks)
        self._cover = Cover()
        layout = fields.column(self)
        layout.addWidget(Label(theme, tr("Mask faces, plates and regions"), "title"))
        layout.addWidget(Label(theme, tr(NEXT), "body", "text2", wrap=True))
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._left(theme, current))
        self.canvas = Canvas(theme, tr("Picture to mask"))
        self.canvas.boxDrawn.connect(self._on_box)
        self.canvas.markPicked.connect(self._pick)
        body.addWidget(self.canvas, 1)
        body.addWidget(self._right(theme))
        layout.addLayout(body, 1)
        self.note = Label(theme, "", "meta", "text2", wrap=True)
        self.note.hide()
        layout.addWidget(self.note)
        self.problem = fields.problem(theme)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        self.search = fields.button(tr("Find faces and plates"))
        self.search.clicked.connect(lambda _checked=False: self.proposeAsked.emit(self.exhibit))
        row.addWidget(self.search)
        row.addStretch(1)
        done = fields.button(tr("Done"), primary=True)
        done.clicked.connect(self.accept)
        row.addWidget(done)
        layout.addLayout(row)

    def _left(self, theme: Theme, current: str) -> QListWidget:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Exhibits"))
        self.list.setObjectName("rows")
        self.list.setFixedWidth(fields.scaled(176))
        self.list.addItems([""] * len(self._exhibits))
        names = [e.id for e in self._exhibits]
        self.list.setCurrentRow(names.index(current) if current in names else 0)
        self.list.currentRowChanged.connect(lambda _row: self.begin())
        self._label_rows()
        return self.list

    def _right(self, theme: Theme) -> QWidget:
        side = QWidget()
        side.setFixedWidth(fields.scaled(256))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(theme, tr("What the next box covers"), "meta", "text2"))
        self.kind = fields.choice(theme, tr("Kind of region"), [(tr(t), v) for t, v in KINDS])
        column.addWidget(self.kind)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("why; printed in the list of redactions"))
        column.addWidget(self.reason)
        column.addSpacing(8)
        column.addWidget(Label(theme, tr("Masks of this exhibit"), "meta", "text2"))
        self.shown = QListWidget()
        self.shown.setAccessibleName(tr("Masks of this exhibit"))
        self.shown.setObjectName("rows")
        self.shown.setWordWrap(True)
        self.shown.currentRowChanged.connect(lambda _row: self._draw())
        column.addWidget(self.shown, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep, self.remove = fields.button(tr("Keep")), fields.button(tr("Remove"))
        self.keep.clicked.connect(lambda _checked=False: self._tell(self.kept))
        self.remove.clicked.connect(lambda _checked=False: self._tell(self.removed))
        row.addWidget(self.keep, 1)
        row.addWidget(self.remove, 1)
        column.addLayout(row)
        return side

    # --- what is shown ---------------------------------------------------------------------------------

    @property
    def exhibit(self) -> str:
        row = self.list.currentRow()
        return self._exhibits[row].id if 0 <= row < len(self._exhibits) else ""

    def begin(self) -> None:
        """Show the chosen exhibit; its picture comes later."""
        fields.say(self.problem, "")
        self.canvas.set_picture(None)
        self._list_masks()
        if self.exhibit:
            self.pictureAsked.emit(self.exhibit)

    def show_picture(self, exhibit: str, picture: object) -> None:
        if exhibit == self.exhibit and isinstance(picture, Picture):
            self.canvas.set_picture(picture)
            self.set_covered(self._cover)
            self.canvas.set_drawing(True)

    def set_covered(self, cover: Cover) -> None:
        self._cover = cover
        self.canvas.set_cover(cover.hides(self.exhibit), label(self.exhibit))

    def show_masks(self, masks: Sequence[Mask]) -> None:
        if tuple(masks) != self._masks:
            fields.say(self.problem, "")
            self._masks = tuple(masks)
            self._label_rows()
            self._list_masks()

    def show_notes(self, notes: Sequence[str]) -> None:
        """What can be proposed here, and what is left to the person's own eye."""
        fields.say(self.note, " ".join(notes))

    def show_problem(self, text: str) -> None:
        fields.say(self.problem, text)

    def _label_rows(self) -> None:
        for number, item in enumerate(self._exhibits):
            count = sum(1 for mask in self._masks if mask.exhibit == item.id)
            open_ = any(mask.proposed for mask in self._masks if mask.exhibit == item.id)
            said = trn("%n masks", count, one="%n mask") if count else tr("no mask")
            row = self.list.item(number)
            if row is not None:
                row.setText(f"{item.id}  {tr('{masks}, undecided', masks=said) if open_ else said}")
                row.setSizeHint(QSize(0, fields.scaled(28)))
                row.setToolTip(plain_tip(wording.visible(item.name, 200)))

    @property
    def _mine(self) -> tuple[Mask, ...]:
        return tuple(mask for mask in self._masks if mask.exhibit == self.exhibit)

    def _list_masks(self) -> None:
        before = self.shown.currentRow()
        self.shown.clear()
        for number, mask in enumerate(self._mine, 1):
            what = f"{number}  {tr(WORD.get(mask.kind, mask.kind))}"
            state = tr("proposed: keep or remove") if mask.proposed else wording.visible(mask.reason, 120)
            self.shown.addItem(f"{what}\n{state}")
        if self._mine:
            self.shown.setCurrentRow(min(max(before, 0), len(self._mine) - 1))
        self._draw()

    def _draw(self) -> None:
        chosen = self._chosen()
        self.keep.setEnabled(chosen is not None and chosen.proposed)
        self.remove.setEnabled(chosen is not None)
        self.canvas.set_marks(
            tuple(MarkBox(mask.id, number, mask.box) for number, mask in enumerate(self._mine, 1)),
            chosen.id if chosen else "",
        )

    def _chosen(self) -> Mask | None:
        row = self.shown.currentRow()
        return self._mine[row] if 0 <= row < len(self._mine) else None

    def _pick(self, mask: str) -> None:
        names = [one.id for one in self._mine]
        if mask in names:
            self.shown.setCurrentRow(names.index(mask))

    # --- what a person does ------------------------------------------------------------------------------

    def _on_box(self, box: Box) -> None:
        self.drawn.emit(self.exhibit, box, str(self.kind.currentData()), self.reason.text().strip())

    def _tell(self, signal: object) -> None:
        chosen = self._chosen()
        if chosen is not None:
            signal.emit(chosen.id)  # type: ignore[attr-defined]

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():  # type: ignore[attr-defined]
            self._tell(self.removed)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]
