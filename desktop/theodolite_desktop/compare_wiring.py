"""Connects the comparison to the case: pictures, candidates, map views, what is kept, and its commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer
from PySide6.QtGui import QImage

from theodolite.domain import Comparison
from theodolite_desktop import comparing, viewing, wording
from theodolite_desktop.comparing import MapShot, Stop, Subject
from theodolite_desktop.controller import Controller
from theodolite_desktop.language import tr, trn
from theodolite_desktop.operations import comparing as operations
from theodolite_desktop.operations import reading
from theodolite_desktop.pictures import Picture, of_image
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.compare_keep import KeepDialog
from theodolite_desktop.views.shell import Shell

VIEW = "compare"
THUMB = 128
MOST_THUMBS = 16
TURN = 90.0


class CompareWiring(QObject):
    """Draws each snapshot in the Compare tab and does what is asked there."""

    def __init__(self, shell: Shell, controller: Controller) -> None:
        super().__init__(shell)
        self.shell, self.controller = shell, controller
        self._shots: dict[str, Picture] = {}
        self._place: MapShot | None = None
        self._taking = 0
        self._wanted = ""
        self._thumbs: set[str] = set()
        self._making = False
        self._keep = self._timer(400, self._keep_view)
        self._later = self._timer(250, self._next_thumb)
        page = shell.compare
        page.subjectChosen.connect(self.open)
        page.chooseAsked.connect(self._choose)
        page.mapViewAsked.connect(self._ask_map_view)
        page.keepAsked.connect(self.keep)
        page.edited.connect(self._keep.start)
        page.said.connect(shell.status.say)
        shell.inspector.candidates.compareAsked.connect(self.compare_candidate)
        shell.centreChanged.connect(lambda _name: self._later.start())
        shell.map.made.connect(self._map_made)
        controller.snapshotChanged.connect(self.show)
        controller.pictureOpened.connect(self._picture)
        controller.viewRestored.connect(self._restore)
        controller.caseOpened.connect(lambda _path: self._forget())
        controller.caseClosed.connect(self._forget)
        controller.caseLeaving.connect(self._leave)

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def table(self) -> dict[str, Callable[[], object]]:
        page, board = self.shell.compare, self.shell.compare.board
        over, placing, standing = page.over, page.placing, page.standing
        return {
            "compare.lock": page.toggle_lock,
            "compare.as_lying": board.keep_lying,
            "compare.anchor": partial(page.do, "anchor"),
            "compare.clear": partial(page.do, "clear"),
            "compare.mark": partial(page.do, "mark"),
            "compare.mark_aligned": placing.place_aligned,
            "compare.unmark": placing.remove,
            "compare.ab": over.toggle_ab,
            "compare.slider": lambda: over.toggle_mode("slider"),
            "compare.difference": lambda: over.toggle_mode("difference"),
            "compare.blink": over.toggle_blink,
            "compare.more": lambda: over.fade(10),
            "compare.less": lambda: over.fade(-10),
            "compare.mirror": board.mirror,
            "compare.turn": lambda: board.turn(TURN),
            "compare.turn_back": lambda: board.turn(-TURN),
            "compare.swap": standing.swap,
            "compare.choose": page.open_chooser,
            "compare.next": lambda: page.step(1),
            "compare.previous": lambda: page.step(-1),
            "compare.next_subject": lambda: standing.step_subject(1),
            "compare.previous_subject": lambda: standing.step_subject(-1),
            "compare.in": lambda: board.zoom(viewing.STEP),
            "compare.out": lambda: board.zoom(1 / viewing.STEP),
            "compare.fit": board.fit,
            **{f"compare.panes{n}": partial(page.set_panes, n) for n in (1, 2, 3, 4)},
            "compare.map_view": self.take_map_view,
            "compare.keep": page.keep,
        }

    # --- drawing -------------------------------------------------------------------------------------

    def show(self, snapshot: Snapshot) -> None:
        page, current = self.shell.compare, snapshot.current
        found = comparing.subjects(snapshot, self._known_shots(snapshot))
        stops = comparing.stops(snapshot, found)
        page.show_subjects(snapshot.exhibit, current.name if current else "", found, stops)
        page.show_clues(snapshot.clues)
        self._later.start()
        if self._wanted:
            self.found(self._wanted)

    def _known_shots(self, snapshot: Snapshot) -> tuple[MapShot, ...]:
        """Map views taken now, standing beside the exhibit, or in comparisons that are kept."""
        setup = self.shell.compare.setup
        kept = (pane.subject for c in snapshot.state.comparisons for pane in c.panes)
        keys = (*self._shots, *setup.subjects, *(name for name, _ in setup.sides), *kept)
        return tuple(s for s in map(comparing.shot_of, dict.fromkeys(keys)) if s is not None)

    def open(self, subject: Subject) -> None:
        """Have the pictures of the exhibit and of ``subject`` opened."""
        c, exhibit = self.controller, self.controller.exhibit
        kind, _, name = subject.key.partition(":")
        failed = partial(self._failed, subject)
        if subject.key in self._shots:
            self.shell.compare.show_right(subject.key, self._shots[subject.key])
        elif kind == "map":
            make = partial(operations.map_view, desk=c.desk, exhibit=exhibit, subject=subject.key)
            c.runner.start("", make, partial(self._show_right, subject.key), failed)
        elif kind == "filed":
            filed = partial(operations.filed_picture, desk=c.desk, reference=name)
            c.runner.start("", filed, partial(self._show_right, subject.key), failed)
        else:
            c.open_picture(subject.key, subject.path)
        c.open_picture(f"exhibit:{exhibit}")

    def _show_right(self, key: str, picture: Picture) -> None:
        self.shell.compare.show_right(key, picture)

    def _failed(self, subject: Subject, text: str) -> None:
        words = tr("{name} could not be opened: {why}", name=subject.short, why=text)
        self.shell.status.say(words, "error")

    def _picture(self, key: str, picture: Picture) -> None:
        page = self.shell.compare
        kind, _, name = key.partition(":")
        if kind == "exhibit":
            page.show_left(name, picture)
        page.show_right(key, picture)

    def _choose(self) -> None:
        """The empty view's button: what stands for the best candidate, else the first subject."""
        page = self.shell.compare
        page.step(1)
        if not page.current:
            page.standing.step_subject(1)
        page.setFocus()

    def compare_candidate(self, candidate: str) -> None:
        """The reference nearest to a candidate beside the exhibit."""
        self.shell.show_centre("Compare")
        page = self.shell.compare
        if not page.compare_candidate(candidate):
            self.shell.status.say(tr("No reference photograph near this candidate."))
        page.setFocus()

    # --- small pictures for the strip ------------------------------------------------------------------

    def _next_thumb(self) -> None:
        """One at a time while the comparison is in view, so that nothing waits behind them."""
        page = self.shell.compare
        if self._making or not page.isVisible() or not self.controller.path:
            return
        stop = next((s for s in page.strip.stops[:MOST_THUMBS] if s.key and s.key not in self._thumbs), None)
        if stop is not None:
            self._make_thumb(stop)

    def _make_thumb(self, stop: Stop) -> None:
        self._thumbs.add(stop.key)
        subject = self.shell.compare.standing.subjects.get(stop.key)
        kind, _, name = stop.key.partition(":")
        c = self.controller
        if stop.key in self._shots:
            self._made_thumb(c.path, stop.key, self._shots[stop.key])
        elif kind == "reference" and subject is not None and subject.path:
            make = partial(reading.reference_picture, desk=c.desk, path=subject.path, max_side=THUMB)
            self._run_thumb(stop.key, make)
        elif kind == "filed":
            self._run_thumb(
                stop.key, partial(operations.filed_picture, desk=c.desk, reference=name, max_side=THUMB)
            )
        else:
            self._later.start()

    def _run_thumb(self, key: str, make: Callable[[], Any]) -> None:
        self._making = True
        done = partial(self._made_thumb, self.controller.path, key)
        self.controller.runner.start("", make, done, lambda _text: self._thumb_ended())

    def _made_thumb(self, path: str, key: str, picture: Picture) -> None:
        if path == self.controller.path:
            self.shell.compare.strip.show_pictures({key: picture.coarse})
        self._thumb_ended()

    def _thumb_ended(self) -> None:
        self._making = False
        self._later.start()

    # --- map views ---------------------------------------------------------------------------------------

    def _map_made(self, view: Any) -> None:
        if hasattr(view, "viewMoved"):
            view.viewMoved.connect(self._map_moved)

    def _map_moved(self, lat: float, lon: float, zoom: float) -> None:
        self._place = MapShot(round(lat, 5), round((lon + 180) % 360 - 180, 5), round(zoom, 1))

    def _ask_map_view(self, number: int) -> None:
        self._taking = number
        self.take_map_view()

    def take_map_view(self) -> None:
        """The map as it is seen, beside the exhibit; where it is not seen, it is shown first."""
        view = self.shell.map.map
        if view is None or not view.isVisible() or self._place is None:
            self.shell.show_centre("Map")
            self.shell.status.say(tr("Bring the place into view, then choose Compare with this map view."))
            return
        seen = view.picture() if hasattr(view, "picture") else view.grab()
        self.put_map_view(self._place, seen.toImage())

    def put_map_view(self, shot: MapShot, image: QImage) -> None:
        """``image`` of the map at ``shot`` stands beside the exhibit, and is kept with the case."""
        page, snapshot = self.shell.compare, self.controller.snapshot
        if snapshot is None or not snapshot.exhibit:
            return
        self._shots[shot.key] = of_image(image)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        keep = partial(
            operations.keep_map_view,
            desk=self.controller.desk,
            exhibit=snapshot.exhibit,
            subject=shot.key,
            png=bytes(buffer.data().data()),
        )
        self.controller.runner.call(keep, lambda _none: None)
        self.shell.show_centre("Compare")
        self.show(snapshot)
        page.choose(shot.key, self._taking)
        self._taking = 0
        page.setFocus()

    # --- keeping -------------------------------------------------------------------------------------------

    def keep(self, comparison: Comparison) -> None:
        """Ask what is concluded, then put the comparison on record for the report."""
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        kept = [c for c in snapshot.state.comparisons if c.exhibit == comparison.exhibit]
        names = [(c.id, self.words(c)) for c in kept]
        ask = KeepDialog(self.shell, self.shell.theme, self.lines(comparison), names)
        ask.shown.connect(lambda name: self._show_kept(next(c for c in kept if c.id == name)))
        ask.removed.connect(lambda name: self.controller.edit(operations.remove_comparison, comparison=name))
        if ask.exec():
            self.controller.edit(
                operations.put_comparison,
                lambda why: self.shell.status.say(why, "error"),
                lambda: self.shell.status.say(tr("Kept. The report prints this comparison.")),
                comparison=replace(comparison, note=ask.note),
            )

    def found(self, record: str) -> None:
        """What Find leads to: a kept comparison stands as it was kept, as soon as its exhibit is in view."""
        snapshot, self._wanted = self.controller.snapshot, ""
        kept = snapshot.state.comparisons if snapshot else ()
        chosen = next((one for one in kept if one.id == record), None)
        if snapshot is None or chosen is None:
            return
        if chosen.exhibit == snapshot.exhibit:
            self._show_kept(chosen)
        else:
            self._wanted = record

    def _show_kept(self, kept: Comparison) -> None:
        self.shell.compare.show_kept(kept)

    def words(self, comparison: Comparison) -> str:
        """A kept comparison in one line."""
        names = " + ".join(self._short(pane.subject) for pane in comparison.panes)
        return f"{names} · {wording.visible(comparison.note, 80)}" if comparison.note else names

    def lines(self, comparison: Comparison) -> list[str]:
        """What would be kept, in words."""
        found = [" · ".join(self._short(pane.subject) for pane in comparison.panes)]
        pairs = len(comparison.anchors[0]) if comparison.anchors else 0
        found.append(
            trn("Aligned by %n anchors", pairs, one="Aligned by %n anchor")
            if pairs
            else tr("Aligned by hand, without anchors")
        )
        if comparison.marks:
            found.append(
                trn(
                    "%n numbers stand on both pictures",
                    len(comparison.marks),
                    one="%n number stands on both pictures",
                )
            )
        return found

    def _short(self, key: str) -> str:
        kind, _, name = key.partition(":")
        return self.shell.compare.standing.name(key) or (name if kind != "reference" else tr("reference"))

    def _leave(self) -> None:
        if self._keep.isActive():
            self._keep.stop()
            self._keep_view()

    def _keep_view(self) -> None:
        self.controller.keep_view({VIEW: self.shell.compare.state()})

    def _restore(self, state: dict[str, Any]) -> None:
        self.shell.compare.restore(state.get(VIEW))

    def _forget(self) -> None:
        self._wanted = ""
        self._keep.stop()
        self._shots.clear()
        self._thumbs.clear()
        self._making = False
        self.shell.compare.forget()
