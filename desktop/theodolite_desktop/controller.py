"""Between views and engine: keeps the snapshot fresh, opens pictures, runs operations."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from theodolite.jobs import Progress
from theodolite_desktop import file_rows
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr
from theodolite_desktop.operations import cases, clues, exhibits, hints, reading, together
from theodolite_desktop.picture_opening import PictureOpening
from theodolite_desktop.runner import Runner
from theodolite_desktop.snapshot import FUSION, Snapshot

RELATE_AFTER_MS = 700


class Controller(QObject):
    """One a window. Every slot returns at once; what follows comes as a signal."""

    caseOpened = Signal(str)
    caseLeaving = Signal()
    caseClosed = Signal()
    snapshotChanged = Signal(object)
    thumbnailMade = Signal(str, object)
    pictureOpened = Signal(str, object)
    pictureFailed = Signal(str, str)
    noticed = Signal(str, str)
    verified = Signal(object)
    verifying = Signal(object)
    clueTaken = Signal()
    clueRefused = Signal(str)
    hintRefused = Signal(str, str)
    verdictRefused = Signal(str, object, object)
    summaryMade = Signal(str)
    viewRestored = Signal(object)
    passphraseAsked = Signal(str, str)
    readOnlyAsked = Signal(str, str)
    openFailed = Signal(str)
    storageFailed = Signal(str)
    written = Signal()

    def __init__(self, runner: Runner, desk: Desk, cases_folder: Path) -> None:
        super().__init__(runner)
        self.runner, self.desk, self.cases_folder = runner, desk, cases_folder
        self.snapshot: Snapshot | None = None
        self.exhibit, self.strategy = "", FUSION
        self.path = ""
        self._pictures = PictureOpening(self)
        self.thumbnails: dict[str, QImage] = {}
        self._unmade: deque[str] = deque()
        self._making = False
        self._refreshing = self._stale = self._preparing = False
        self._checking = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self.refresh)
        self._relate = QTimer(self)
        self._relate.setSingleShot(True)
        self._relate.setInterval(RELATE_AFTER_MS)
        self._relate.timeout.connect(self._find_relations)
        runner.failed.connect(lambda text: self.noticed.emit(text, "error"))
        runner.storageFailed.connect(self.storageFailed)

    # --- reading -------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the case again; calls that come meanwhile become one more read."""
        if not self.path:
            return
        if self._refreshing:
            self._stale = True
            return
        self._refreshing = True
        asked = (self.exhibit, self.strategy)
        make = partial(reading.snapshot, desk=self.desk, exhibit=self.exhibit, strategy=self.strategy)
        self.runner.call(make, partial(self._show, asked), self._not_shown)

    def _show(self, asked: tuple[str, str], snapshot: Snapshot) -> None:
        """Draw it, unless case, exhibit or strategy is another one by now."""
        self._refreshing = False
        if not self.path or Path(snapshot.state.path).resolve() != Path(self.path).resolve():
            return
        if self._stale:
            self._stale = False
            self.refresh()
        if asked != (self.exhibit, self.strategy):
            self.refresh()
            return
        self.snapshot, self.exhibit = snapshot, snapshot.exhibit
        self.snapshotChanged.emit(snapshot)
        self._want_thumbnails(snapshot)
        current = snapshot.current
        if current is not None and current.readable:
            self.open_picture(f"exhibit:{current.id}")
        if snapshot.unrelated:  # while exhibits keep coming, this waits
            self._relate.start()

    def _not_shown(self, text: str) -> None:
        self._refreshing = False
        self.noticed.emit(text, "error")

    def _find_relations(self) -> None:
        """Those of a case with hundreds of exhibits, found when nothing has changed for a moment."""
        if self.path:
            find = partial(together.relate, desk=self.desk)
            self.runner.call(find, lambda _none: self.refresh(), lambda _text: None)

    def _want_thumbnails(self, snapshot: Snapshot) -> None:
        for item in snapshot.exhibits:
            if item.readable and item.id not in self.thumbnails:
                self.thumbnails[item.id] = QImage()
                self._unmade.append(item.id)
        if not self._making:
            self._next_thumbnail()

    def _next_thumbnail(self) -> None:
        """One at a time, so that what a person does never waits behind a hundred of them."""
        self._making = bool(self._unmade)
        if self._unmade:
            exhibit = self._unmade.popleft()
            make = partial(reading.thumbnail, desk=self.desk, exhibit=exhibit)
            path = self.path
            self.runner.call(
                make, partial(self._made_thumbnail, path, exhibit), lambda _text: self._next_thumbnail()
            )

    def _made_thumbnail(self, path: str, exhibit: str, image: QImage) -> None:
        if path == self.path:
            self.thumbnails[exhibit] = image
            self.thumbnailMade.emit(exhibit, image)
        self._next_thumbnail()

    def open_picture(self, key: str, path: str = "") -> None:
        """Decode 'exhibit:E1' or 'reference:…' (its ``path``); comes as pictureOpened, at once if kept.

        What is large comes twice: first from its thumbnail or a small decoding, then in full.
        """
        self._pictures.open(key, path)

    def forget_picture(self, exhibit: str) -> None:
        """Let go of what was decoded of an exhibit."""
        self._pictures.drop(f"exhibit:{exhibit}")
        self.thumbnails.pop(exhibit, None)

    def select_exhibit(self, exhibit: str) -> None:
        if exhibit and exhibit != self.exhibit:
            self.exhibit = exhibit
            self.refresh()

    def read_summary(self) -> None:
        if self.path:
            make = partial(reading.summary, desk=self.desk, exhibit=self.exhibit)
            self.runner.call(make, self.summaryMade.emit, lambda _text: self.summaryMade.emit(""))

    # --- cases ---------------------------------------------------------------------------------------

    def open_case(self, folder: Path, passphrase: str | None = None, *, read_only: bool = False) -> None:
        """Open it, or say by a signal what it needs first."""
        self._leave()
        make = partial(
            cases.open_case, desk=self.desk, folder=folder, passphrase=passphrase, read_only=read_only
        )
        self.runner.call(make, partial(self._opening, folder), self.openFailed.emit)

    def _opening(self, folder: Path, opened: cases.Opened) -> None:
        if opened.needs == "passphrase":
            self.passphraseAsked.emit(str(folder), opened.why)
        elif opened.needs == "read-only":
            self.readOnlyAsked.emit(str(folder), opened.why)
        else:
            self._opened(opened.path)

    def new_case(self, folder: Path, **fields: Any) -> None:
        self._leave()
        self.runner.call(partial(cases.new_case, desk=self.desk, folder=folder, **fields), self._opened)

    def _leave(self) -> None:
        """Before another case takes its place: what is written with a delay is written now."""
        if self.path:
            self.caseLeaving.emit()

    def close_case(self) -> None:
        self._leave()
        self.stop_verifying()
        self.runner.call(partial(cases.close_case, desk=self.desk), lambda _none: self._closed())

    def _closed(self) -> None:
        self._forget()
        self.path, self.snapshot, self.exhibit, self.strategy = "", None, "", FUSION
        self.caseClosed.emit()

    def _forget(self) -> None:
        self._pictures.clear()
        self.thumbnails.clear()
        self._unmade.clear()

    def _opened(self, path: str, then: Callable[[], None] | None = None) -> None:
        self._forget()
        self.path, self.exhibit, self._refreshing = path, "", False
        self.caseOpened.emit(path)
        self.runner.call(
            partial(reading.view_state, desk=self.desk), self._restore, lambda _text: self.refresh()
        )
        self.prepare()
        if then is not None:
            then()
        self.verify_integrity()

    def _restore(self, state: dict[str, Any]) -> None:
        self.exhibit = self.exhibit or str(state.get("exhibit", ""))
        self.refresh()
        self.viewRestored.emit(state)

    def prepare(self) -> None:
        """Open the places of the world, once a session; candidates come when it is done."""
        if self.desk.prepared or self._preparing:
            return
        self._preparing = True

        def failed(_text: str) -> None:
            self._preparing = False
            self.refresh()

        def ended(_result: object) -> None:
            failed("")
            self.runner.start("", partial(cases.warm, desk=self.desk), None, lambda _text: None)

        self.runner.start(
            tr("Opening the places of the world"),
            partial(cases.prepare, desk=self.desk),
            ended,
            failed,
            quiet=True,
        )

    def keep_view(self, values: dict[str, Any]) -> None:
        if self.path:
            self.runner.call(
                partial(reading.keep_view_state, desk=self.desk, values=values), None, lambda _text: None
            )

    # --- exhibits ------------------------------------------------------------------------------------

    def add_files(self, files: Sequence[Path]) -> None:
        """Into the open case, or into an untitled one."""
        self._with_case(partial(self._add_files, tuple(files)))

    def add_image(self, image: QImage) -> None:
        """A pasted image, kept as the PNG it was given as."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        data = bytes(buffer.data().data())
        self._with_case(partial(self._add_image, data))

    def _with_case(self, then: Callable[[], None]) -> None:
        if self.path:
            then()
        else:
            make = partial(cases.untitled_case, desk=self.desk, parent=self.cases_folder)
            self.runner.call(make, lambda path: self._opened(path, then))

    def _add_files(self, files: tuple[Path, ...]) -> None:
        make = partial(exhibits.add_files, desk=self.desk, files=files)
        self.runner.start(tr("Adding exhibits"), make, self._added, progressed=self._soon)

    def _add_image(self, data: bytes) -> None:
        make = partial(exhibits.add_image, desk=self.desk, data=data, name="pasted.png")
        self.runner.start(tr("Adding the pasted image"), make, lambda one: self._added((one,)))

    def _added(self, intakes: Sequence[Any]) -> None:
        first = next((i.exhibit_id for i in intakes if i.exhibit_id), None)
        if first and not self.exhibit:
            self.exhibit = first
        if intakes:
            self.noticed.emit(*file_rows.taken_in(intakes))
        self.refresh()
        if any(i.stored for i in intakes):
            self.examine()
            self.verify_integrity()

    def _soon(self, _progress: Progress) -> None:
        if not self._later.isActive():
            self._later.start()

    def examine(self, only: Sequence[str] = ()) -> None:
        """Read clues and search references of what was not yet."""
        make = partial(exhibits.examine, desk=self.desk, exhibits=only)
        self.runner.start(tr("Reading exhibits"), make, self.changed, progressed=self._soon)

    # --- edits ---------------------------------------------------------------------------------------

    def edit(
        self,
        operation: Callable[..., Any],
        failed: Callable[[str], None] | None = None,
        done: Callable[[], None] | None = None,
        **values: Any,
    ) -> None:
        """Run a short operation and draw what it changed."""

        def finished(changes: object) -> None:
            self.changed(changes)
            if done is not None:
                done()

        self.runner.call(partial(operation, desk=self.desk, **values), finished, failed)

    def changed(self, _changes: object) -> None:
        self.written.emit()
        self.refresh()

    def say(self, text: str) -> None:
        failed = partial(self.hintRefused.emit, text)
        self.edit(hints.say, failed, text=text, exhibit=self.exhibit)

    def add_clue(self, draft: Any) -> None:
        self.edit(
            clues.add_clue,
            self.clueRefused.emit,
            self.clueTaken.emit,
            exhibit=self.exhibit,
            observation=draft.observation,
            inference=draft.inference,
            source=draft.source,
            supports=draft.supports,
            strength=draft.strength,
            box=draft.box,
            shape=draft.shape,
            place_text=draft.place_text,
            when_text=draft.when_text,
        )

    def verify_integrity(self) -> None:
        """Hash everything again, in the background; one check at a time, the newest."""
        self.stop_verifying()
        self._checking = self.runner.start(
            tr("Verifying"),
            partial(reading.verify, desk=self.desk),
            self._verified,
            self._could_not_verify,
            progressed=self.verifying.emit,
            stopped=self._not_verified,
            quiet=True,
        )

    def stop_verifying(self) -> None:
        if self._checking:
            number, self._checking = self._checking, 0
            self.runner.cancel(number)

    def _could_not_verify(self, text: str) -> None:
        self._checking = 0
        self.noticed.emit(text, "error")
        self.verifying.emit(None)

    def _not_verified(self) -> None:
        if not self._checking:  # else it gave way to a newer check
            self.verifying.emit(None)

    def _verified(self, result: object) -> None:
        self._checking = 0
        self.verified.emit(result)
        self.refresh()

    def shut(self) -> None:
        """Close the case and end the workers, on their own thread."""
        self.runner.close(self.desk.clear)
