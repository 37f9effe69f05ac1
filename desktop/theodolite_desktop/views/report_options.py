"""The builder's left side: what is printed, what may leave the case, who signs, which files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import PROTECTED, Exhibit, Person, Protected
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr
from theodolite_desktop.report_draft import FORMATS, PRECISIONS, PROTECTION, Draft
from theodolite_desktop.tables.sections_model import SectionsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.views import fields
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.fields import problem, say
from theodolite_desktop.views.inspector import tab_row
from theodolite_desktop.views.label import ElidedLabel, Label

WIDTH = 248
STEPS = (mark("Contents"), mark("Protect"), mark("Form"), mark("Files"))
NOBODY = mark("nobody named")
LARGEST_LOGO, LOGOS = 512_000, (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


class SectionList(QListView):
    """Space or a click on the box puts a section in or out."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sections of the report"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setObjectName("rows")

    def toggle_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            on = index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:  # the command of that name does it, once
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReportOptions(QWidget):
    """Draws a :class:`Draft`; ``drafted`` carries the one that a person wants instead."""

    drafted = Signal(object)
    redactAsked = Signal()
    peopleAsked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.draft = Draft()
        self._quiet = False
        self._built = False
        self._case: tuple[Sequence[Exhibit], Sequence[Person], Sequence[str], str] = ((), (), (), "")
        theme.fix(self, width=WIDTH)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = SectionsModel(self)
        self.model.switchAsked.connect(lambda name, on: self._say(self.draft.switched(name, on)))
        self.list = SectionList()
        self.list.setParent(self)
        self.files = QVBoxLayout()
        self.list.setModel(self.model)

    def showEvent(self, event: QShowEvent) -> None:
        """The fields are made when they are first looked at: the window's first paint does not wait."""
        if not self._built:
            self._build()
            self._built = True
            self.show_draft(self.draft)
            self.show_case(*self._case)
        super().showEvent(event)

    def _build(self) -> None:
        self.bar = QTabBar()
        self.bar.setObjectName("narrow")
        self.bar.setFont(self._theme.font("meta"))
        self.bar.setAccessibleName(tr("Steps of the report"))
        self.bar.setExpanding(True)
        self._stack = QStackedLayout()
        for name, page in zip(
            STEPS, (self._contents(), self._protect(), self._form(), self._files()), strict=True
        ):
            self.bar.addTab(tr(name))
            self._stack.addWidget(page)
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tab_row(self.bar))
        layout.addLayout(self._stack, 1)

    def show_step(self, name: str) -> None:
        """Turn to one of :data:`STEPS`; nothing while nobody has looked here yet."""
        if not self._built:
            return
        self.bar.setCurrentIndex(STEPS.index(name))

    # --- the four pages --------------------------------------------------------------------------------

    def _contents(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        note = Label(
            self._theme,
            tr(
                "Claim, finding, limits, integrity and signatures are always printed, and so is what speaks "
                "against the finding."
            ),
            "meta",
            "text2",
            wrap=True,
        )
        self.scope = Choice(self._theme, tr("Exhibits answered for"))
        self.scope.activated.connect(
            lambda _at: self._say(
                replace(self.draft, exhibits=tuple(filter(None, [self.scope.currentData()])))
            )
        )
        framed = QVBoxLayout()
        framed.setContentsMargins(12, 4, 12, 4)
        framed.setSpacing(8)
        framed.addWidget(self.scope)
        framed.addWidget(note)
        column.addLayout(framed)
        self._theme.fix(self.list, min_height=120)
        column.addWidget(self.list, 1)
        return _scrolling(page, tr("Contents"))

    def _protect(self) -> QWidget:
        page, column = _page(tr("Protect"))
        column.addWidget(Label(self._theme, tr("Leaves the case only if ticked"), "strong", wrap=True))
        self.fields: dict[Protected, QCheckBox] = {}
        for field in PROTECTED:
            title, help_text = (tr(word) for word in PROTECTION[field])
            box = QCheckBox(title)
            box.setMinimumHeight(fields.scaled(28))
            box.toggled.connect(lambda on, field=field: self._say(self.draft.disclosing(field, on)))
            said = Label(self._theme, help_text, "caption", "text2", wrap=True)
            said.setContentsMargins(26, 0, 0, 0)
            box.setAccessibleDescription(help_text)
            both = QVBoxLayout()  # an explanation stands closer to its own box than to the next
            both.setSpacing(0)
            both.addWidget(box)
            both.addWidget(said)
            column.addLayout(both)
            self.fields[field] = box
        column.addSpacing(8)
        column.addWidget(Label(self._theme, tr("Precision of coordinates"), "strong"))
        self.precision = Choice(self._theme, tr("Precision of coordinates"))
        for _, text in PRECISIONS:
            self.precision.addItem(tr(text))
        self.precision.activated.connect(
            lambda at: self._say(replace(self.draft, precision_km=PRECISIONS[at][0]))
        )
        column.addWidget(self.precision)
        column.addSpacing(8)
        column.addWidget(Label(self._theme, tr("Masked regions"), "strong"))
        self.masks = QCheckBox(tr("Fill masks in copies"))
        self.masks.setMinimumHeight(fields.scaled(28))
        self.masks.toggled.connect(lambda on: self._say(replace(self.draft, masks=on)))
        column.addWidget(self.masks)
        self.masked = Label(self._theme, "", "meta", "text2", wrap=True)
        column.addWidget(self.masked)
        self.redact = QPushButton(tr("Faces, plates, regions…"))
        self.redact.clicked.connect(lambda _checked=False: self.redactAsked.emit())
        column.addWidget(self.redact)
        self.graphic = QCheckBox(tr("Show graphic exhibits"))
        self.graphic.setMinimumHeight(fields.scaled(28))
        self.graphic.setToolTip(tr("Otherwise gray and coarse, with their numbers"))
        self.graphic.toggled.connect(lambda on: self._say(replace(self.draft, graphic=on)))
        column.addWidget(self.graphic)
        column.addStretch(1)
        return page

    def _form(self) -> QWidget:
        page, column = _page(tr("Form"))
        column.addWidget(Label(self._theme, tr("Standing"), "strong"))
        self.final = Choice(self._theme, tr("Standing"))
        self.final.addItems([tr("Draft"), tr("Final")])
        self.final.activated.connect(lambda at: self._say(replace(self.draft, final=at == 1)))
        column.addWidget(self.final)
        self.lack = Label(self._theme, "", "meta", "text2", wrap=True)
        column.addWidget(self.lack)
        column.addSpacing(8)
        self.author, self.reviewer = Choice(self._theme, tr("Author")), Choice(self._theme, tr("Reviewer"))
        for name, choice in ((tr("Author"), self.author), (tr("Reviewer"), self.reviewer)):
            column.addWidget(Label(self._theme, name, "strong"))
            column.addWidget(choice)
        self.author.activated.connect(lambda _at: self._say(self._named()))
        self.reviewer.activated.connect(lambda _at: self._say(self._named()))
        people = QPushButton(tr("People of the case…"))
        people.clicked.connect(lambda _checked=False: self.peopleAsked.emit())
        column.addWidget(people)
        column.addSpacing(8)
        self.header, self.footer = QLineEdit(), QLineEdit()
        for name, field, example in (
            (tr("Head of each page"), self.header, tr("name of the house")),
            (tr("Foot of each page"), self.footer, tr("address or contact")),
        ):
            column.addWidget(Label(self._theme, name, "strong"))
            field.setAccessibleName(name)
            field.setPlaceholderText(example)
            field.editingFinished.connect(self._typed)
            column.addWidget(field)
        column.addWidget(Label(self._theme, tr("Logo"), "strong"))
        self.logo = QPushButton(tr("Choose…"))
        self.logo.setAccessibleName(tr("Choose a logo, PNG or JPEG"))
        self.logo.clicked.connect(lambda _checked=False: self._choose_logo())
        column.addWidget(self.logo)
        self.problem = problem(self._theme)
        column.addWidget(self.problem)
        column.addStretch(1)
        return page

    def _files(self) -> QWidget:
        page, column = _page(tr("Files"))
        column.addWidget(Label(self._theme, tr("Formats"), "strong"))
        self.formats: dict[str, QCheckBox] = {}
        for name, title, about in FORMATS:
            box, use = QCheckBox(title), tr(about)
            box.setMinimumHeight(fields.scaled(28))
            box.setToolTip(use)
            box.setAccessibleDescription(use)
            box.toggled.connect(lambda on, name=name: self._say(self.draft.with_format(name, on)))
            column.addWidget(box)
            self.formats[name] = box
        column.addSpacing(8)
        self.files.setSpacing(4)
        column.addLayout(self.files)
        column.addStretch(1)
        return page

    # --- what is shown ---------------------------------------------------------------------------------

    def show_draft(self, draft: Draft) -> None:
        """Draw ``draft`` without announcing it."""
        self.draft = draft
        self.model.set_rows(draft.sections)
        if not self._built:
            return
        self._quiet = True
        if not self.list.currentIndex().isValid() and draft.sections:
            self.list.setCurrentIndex(self.model.index(0))
        for field, box in self.fields.items():
            box.setChecked(field in draft.disclose)
        self.precision.setCurrentIndex([km for km, _ in PRECISIONS].index(draft.precision_km))
        self.masks.setChecked(draft.masks)
        self.graphic.setChecked(draft.graphic)
        self.final.setCurrentIndex(int(draft.final))
        self.header.setText(draft.header)
        self.footer.setText(draft.footer)
        self.logo.setText(tr("Remove the logo") if draft.logo else tr("Choose…"))
        for name, box in self.formats.items():
            box.setChecked(name in draft.formats)
        for choice, person in ((self.author, draft.author), (self.reviewer, draft.reviewer)):
            choice.setCurrentIndex(max(0, choice.findData(person)))
        self._quiet = False

    def show_case(
        self,
        exhibits: Sequence[Exhibit],
        persons: Sequence[Person],
        lacking: Sequence[str],
        masked: str,
    ) -> None:
        """``exhibits``: those that can be answered for. ``lacking``: what keeps the report a draft.
        ``masked``: how many regions are masked, in words."""
        self._case = (exhibits, persons, lacking, masked)
        if not self._built:
            return
        self.scope.clear()
        self.scope.addItem(tr("All exhibits ({exhibits})", exhibits=len(exhibits)), "")
        for item in exhibits:
            self.scope.addItem(f"{item.id} · {wording.visible(item.name, 40)}", item.id)
        one = self.draft.exhibits[0] if self.draft.exhibits else ""
        self.scope.setCurrentIndex(max(0, self.scope.findData(one)))
        for choice, chosen in ((self.author, self.draft.author), (self.reviewer, self.draft.reviewer)):
            choice.clear()
            choice.addItem(tr(NOBODY), "")
            for person in persons:
                choice.addItem(called(person), person.id)
            choice.setCurrentIndex(max(0, choice.findData(chosen)))
        needs = (
            tr("A final report still needs: {lacking}.", lacking=", ".join(lacking))
            if lacking
            else tr("Nothing is missing.")
        )
        self.lack.setText(needs)
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self._allow(self.final.model().index(1, 0), Qt.ItemFlag.NoItemFlags if lacking else able)
        self.masked.setText(masked)

    def _allow(self, index: QModelIndex, flags: Qt.ItemFlag) -> None:
        from PySide6.QtGui import QStandardItemModel

        model = self.final.model()
        if isinstance(model, QStandardItemModel):
            model.itemFromIndex(index).setFlags(flags)

    # --- what a person changes -------------------------------------------------------------------------

    def _say(self, draft: Draft) -> None:
        if not self._quiet and draft != self.draft:
            self.draft = draft
            self.drafted.emit(draft)

    def _named(self) -> Draft:
        return replace(
            self.draft,
            author=str(self.author.currentData() or ""),
            reviewer=str(self.reviewer.currentData() or ""),
        )

    def _typed(self) -> None:
        self._say(replace(self.draft, header=self.header.text().strip(), footer=self.footer.text().strip()))

    def _choose_logo(self) -> None:
        if self.draft.logo:
            self._say(replace(self.draft, logo=b""))
            return
        name, _ = QFileDialog.getOpenFileName(self, tr("Logo"), "", tr("Pictures (*.png *.jpg *.jpeg)"))
        if not name:
            return
        try:
            with Path(name).open("rb") as stream:
                data = stream.read(LARGEST_LOGO + 1)
        except OSError as error:
            say(self.problem, tr("The logo could not be read: {strerror}.", strerror=error.strerror))
            return
        if len(data) > LARGEST_LOGO or not data.startswith(LOGOS):
            say(self.problem, tr("The logo must be a PNG or JPEG picture of at most 500 kB."))
            return
        say(self.problem, "")
        self._say(replace(self.draft, logo=data))


def called(person: Person) -> str:
    """'P1 · A. Examiner'."""
    name = person.name or person.account
    return f"{person.id} · {wording.visible(name, 60)}" if name else person.id


def _page(name: str) -> tuple[QScrollArea, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(4)
    return _scrolling(page, name), column


def _scrolling(page: QWidget, name: str) -> QScrollArea:
    page.setObjectName("panel")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def hash_line(theme: Theme, sha256: str) -> ElidedLabel:
    """A SHA-256 that gives way in the middle and is whole in its tool tip."""
    label = ElidedLabel(theme, sha256, "mono", "text2")
    label.setToolTip(sha256)
    return label
