"""What each command does in the window: dialogs in front, operations behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from theodolite.domain import Candidate, Status
from theodolite_desktop import rows, wording
from theodolite_desktop.assistant_commands import AssistantCommands
from theodolite_desktop.camera_commands import CameraCommands
from theodolite_desktop.clue_commands import ClueCommands
from theodolite_desktop.custody_commands import CustodyCommands
from theodolite_desktop.desk_commands import DeskCommands
from theodolite_desktop.drafting import Drafts
from theodolite_desktop.find_commands import FindCommands
from theodolite_desktop.ground_commands import GroundCommands
from theodolite_desktop.help_commands import HelpCommands
from theodolite_desktop.image_commands import ImageCommands
from theodolite_desktop.index_commands import IndexCommands
from theodolite_desktop.inspector_commands import InspectorCommands
from theodolite_desktop.job_commands import JobCommands
from theodolite_desktop.keeping_commands import KeepingCommands
from theodolite_desktop.language import mark, tr
from theodolite_desktop.layout_commands import LayoutCommands
from theodolite_desktop.map_commands import MapCommands
from theodolite_desktop.merge_commands import MergeCommands
from theodolite_desktop.opening import Opening
from theodolite_desktop.operations import candidates, cases
from theodolite_desktop.outgoing_commands import OutgoingCommands
from theodolite_desktop.packs_install import PacksInstall
from theodolite_desktop.place_commands import PlaceCommands
from theodolite_desktop.report_commands import ReportCommands
from theodolite_desktop.review_commands import ReviewCommands
from theodolite_desktop.settings import Settings
from theodolite_desktop.settings_commands import SettingsCommands
from theodolite_desktop.sign_commands import SignCommands
from theodolite_desktop.strategy_commands import StrategyCommands
from theodolite_desktop.sun_commands import SunCommands
from theodolite_desktop.theme.theme import Appearance
from theodolite_desktop.views.dialogs import Question
from theodolite_desktop.views.palette import Palette
from theodolite_desktop.views.verdict_dialog import VerdictDialog
from theodolite_desktop.wiring import Wiring

SUFFIXES = "jpg jpeg png webp tif tiff gif heic heif avif jxl dng arw"
IMAGES = mark("Images ({suffixes});;All files (*)")


class Commands(QObject):
    """Binds every record of actions.py to a function; asks the person where a question is due."""

    def __init__(self, wiring: Wiring, settings: Settings) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self.packs = PacksInstall(self.shell, self.controller)
        self.clues, self.image = ClueCommands(wiring), ImageCommands(wiring)
        self.sun, self.camera, self.places = (
            SunCommands(wiring),
            CameraCommands(wiring),
            PlaceCommands(wiring),
        )
        self.strategies = StrategyCommands(wiring)
        self.assistant = AssistantCommands(wiring)
        self.reports = ReportCommands(wiring)
        self.signing, self.reviews = SignCommands(wiring), ReviewCommands(wiring, self.reports)
        self.merging, self.indexes = MergeCommands(wiring), IndexCommands(wiring)
        self.opening, self.keeping = Opening(wiring), KeepingCommands(wiring)
        self.custody = CustodyCommands(wiring, self.keeping)
        self.shell.image.deriveAsked.connect(self.custody.derive)
        self.drafts, self.find = Drafts(wiring), FindCommands(wiring)
        self.ground = GroundCommands(wiring, self.packs)
        self.inspecting, self.help = InspectorCommands(wiring), HelpCommands(wiring)
        self.layout, self.settings = LayoutCommands(wiring), SettingsCommands(wiring, settings)
        self.jobs, self.outgoing = JobCommands(wiring), OutgoingCommands(wiring)
        self.maps = MapCommands(wiring, self.places, self.keeping)
        for found in (self.maps.found, wiring.compare.found):
            self.find.recordWanted.connect(found)
        self.desk = DeskCommands(wiring, self.find, self.keeping)
        self.keeping.destroying.connect(self.drafts.drop)
        self.keeping.coverChanged.connect(self.reports.set_cover)
        self.packs.ended.connect(self.strategies.refresh)
        self.packs.ended.connect(self.assistant.refresh)
        self._recent = QMenu(tr("Recent cases"), self.shell)
        self._recent.aboutToShow.connect(self._fill_recent)
        case_menu = self.shell.menus["Case"]
        case_menu.insertMenu(self.shell.commands.actions["case.close"], self._recent)
        self.shell.commands.bind(self._table())
        self.shell.commands.set_case_open(False)
        tabs = self.shell.inspector
        tabs.candidates.verdictAsked.connect(self.judge)
        self.shell.conversation.identity.packsAsked.connect(self.packs.show)
        self.shell.exhibits.addAsked.connect(self.add_files)
        self.shell.image.addAsked.connect(self.add_files)
        self.shell.packs.newCaseAsked.connect(self.opening.new_case)
        self.shell.packs.openAsked.connect(self.opening.open_case)
        self.shell.packs.sampleAsked.connect(self.help.tour.open_sample)

    def _table(self) -> dict[str, Callable[[], object]]:
        shell, c = self.shell, self.controller
        tabs = shell.inspector
        return {
            "case.close": c.close_case,
            "case.question": self.reports.fill_in,
            **self.indexes.table(),
            **self.ground.table(),
            **self.outgoing.table(),
            "case.report": self.reports.export,
            "case.redact": self.reports.redact,
            "report.include": self.reports.include,
            **self.signing.table(),
            **self.reviews.table(),
            **self.merging.table(),
            "case.verify": c.verify_integrity,
            "packs.show": self.packs.show,
            "app.quit": shell.close,
            "edit.undo": lambda: c.edit(cases.undo),
            "edit.redo": lambda: c.edit(cases.redo),
            "edit.paste": self.paste,
            "edit.hint": shell.hint_line.setFocus,
            "edit.palette": self.palette,
            "exhibit.add": self.add_files,
            "exhibit.add_folder": self.add_folder,
            "exhibit.examine": c.examine,
            "exhibit.one_place": self.clues.link_selected,
            "clues.switch": tabs.clues.switch_current,
            "clues.reject": tabs.clues.reject_current,
            "clues.region": tabs.clues.show_current,
            "clues.correct": self.clues.correct_current,
            "case.sources": self.clues.show_sources,
            "candidates.verify": lambda: tabs.candidates.judge(Status.VERIFIED),
            "candidates.review": lambda: tabs.candidates.judge(Status.UNDER_REVIEW),
            "candidates.reject": lambda: tabs.candidates.judge(Status.REJECTED),
            "candidates.compare": tabs.candidates.compare,
            "candidates.map": tabs.candidates.show_on_map,
            "candidates.expand": tabs.candidates.expand,
            **self.wiring.compare.table(),
            **self.layout.table(),
            **self.settings.table(),
            **self.jobs.table(),
            **self.help.table(),
            **self.find.table(),
            **self.desk.table(),
            **self.inspecting.table(),
            **self.image.table(),
            **self.sun.table(),
            **self.camera.table(),
            **self.places.table(),
            **self.maps.table(),
            **self.strategies.table(),
            **self.assistant.table(),
            **self.opening.table(),
            **self.keeping.table(),
            **self.custody.table(),
        }

    # --- cases -----------------------------------------------------------------------------------------

    def _fill_recent(self) -> None:
        self._recent.clear()
        self._recent.addAction(tr("Reading…")).setEnabled(False)
        self.controller.runner.call(partial(cases.recent, desk=self.controller.desk), self._show_recent)

    def _show_recent(self, paths: Sequence[str]) -> None:
        self._recent.clear()
        for path in paths[:10]:
            self._recent.addAction(
                wording.visible(path, 120).replace("&", "&&"), partial(self.controller.open_case, Path(path))
            )
        if not paths:
            self._recent.addAction(tr("None yet")).setEnabled(False)

    # --- exhibits --------------------------------------------------------------------------------------

    def add_files(self) -> None:
        kinds = tr(IMAGES, suffixes=" ".join(f"*.{s}" for s in SUFFIXES.split()))
        names, _ = QFileDialog.getOpenFileNames(self.shell, tr("Add exhibits"), "", kinds)
        if names:
            self.controller.add_files([Path(name) for name in names])

    def add_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.shell, tr("Add a folder of photographs"))
        if folder:
            self.controller.add_files([Path(folder)])

    def paste(self) -> None:
        """Files, an image, or coordinates as a candidate of the exhibit in view."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # None where nothing was ever copied
        local = tuple(Path(u.toLocalFile()) for u in mime.urls() if u.isLocalFile())
        if local:
            self.controller.add_files(local)
        elif mime.hasImage():
            self.controller.add_image(QImage(mime.imageData()))
        elif mime.hasText() and mime.text().strip() and self.controller.path:
            self.places.paste(mime.text().strip()[:2000])
        else:
            self.shell.status.say(tr("The clipboard holds no image and no coordinates."))

    # --- judgements ------------------------------------------------------------------------------------

    def judge(self, status: Status, chosen: tuple[Candidate, ...]) -> None:
        """The dialog names person, place and radius; under review by its key alone does not ask."""
        reason = ""
        if status is not Status.UNDER_REVIEW:
            snapshot = self.controller.snapshot
            person = snapshot.state.case.operator if snapshot else ""
            counts = rows.independent(snapshot, chosen[0]) if snapshot and len(chosen) == 1 else ""
            ask = VerdictDialog(self.shell, self.theme, chosen, status, person, counts)
            if not ask.exec():
                return
            status, reason = ask.status, ask.reason
        self._judge(status, chosen, reason, False)

    def _judge(self, status: Status, chosen: tuple[Candidate, ...], reason: str, override: bool) -> None:
        self.controller.edit(
            candidates.set_verdict,
            partial(self._refused, status, chosen, override),
            exhibit=self.controller.exhibit,
            candidates=chosen,
            status=status,
            reason=reason,
            override=override,
        )

    def _refused(self, status: Status, chosen: tuple[Candidate, ...], override: bool, why: str) -> None:
        if status is not Status.VERIFIED or override:
            self.shell.status.say(why, "error")
            return
        ask = Question(
            self.shell,
            self.theme,
            tr("Not verified"),
            [why],
            tr("Override"),
            reasons=(),
            needs_reason=True,
            no=tr("Leave it"),
        )
        if ask.exec():
            self._judge(status, chosen, ask.reason, True)

    # --- view ------------------------------------------------------------------------------------------

    def appear(self, appearance: Appearance) -> None:
        self.settings.appear(appearance)

    def palette(self) -> None:
        box = Palette(self.shell, self.theme, self.shell.commands.actions)
        box.chosen.connect(self.shell.commands.run)
        box.exec()
