"""Comparisons that a person keeps for the report, and the map views that stand in them."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace

from theodolite.domain import Comparison, CounterMark, PaneView
from theodolite.engine.changes import Changes, Pixels
from theodolite.engine.recorded import Recorded
from theodolite.errors import InputError, NotFound, legible
from theodolite.jobs import Job

KEPT, CHANGED, REMOVED = "comparison kept", "comparison changed", "comparison removed"
MOST_PANES = 4
KINDS = ("exhibit", "reference", "filed", "derived", "map")
#: A picture of a map view is as large as a window at most.
LARGEST_VIEW = 32 << 20


class Comparing(Recorded):
    """The part of a session that concerns pictures side by side."""

    def put_comparison(self, comparison: Comparison) -> Changes:
        """Keep a comparison for the report (id ''), or change one that is kept (B1); undoable.

        InputError for panes that name nothing of this case, for marks of clues that are not the exhibit's,
        and for numbers that are none.
        """
        value = self._sound(comparison)
        if value.id:
            self.comparison(value.id)
            self.store.change("comparison", value.id, value, CHANGED, undoable=True)
        else:
            self.store.add("comparison", value, KEPT, undoable=True)
        return Changes(references=True)

    def remove_comparison(self, comparison: str) -> Changes:
        """Take a comparison out of the case and the report; the log keeps it, and undo brings it back."""
        self.comparison(comparison)
        self.store.change("comparison", comparison, None, REMOVED, undoable=True)
        return Changes(references=True)

    def comparison(self, comparison: str) -> Comparison:
        for item in self.state.comparisons:
            if item.id == comparison:
                return item
        raise NotFound(f"There is no comparison {comparison} in this case.")

    # --- map views ---------------------------------------------------------------------------------

    def keep_map_view(self, exhibit: str, subject: str, png: bytes) -> None:
        """Keep the picture of a map view ('map:LAT,LON,ZOOM') beside an exhibit, so that it comes back.

        It is derived and on no record: what is on record of a map view is where and how close it was.
        """
        if not png.startswith(b"\x89PNG") or len(png) > LARGEST_VIEW:
            raise InputError("A map view is kept as a PNG picture of at most 32 MB.")
        if not self.store.read_only:
            self.store.keep(self.exhibit(exhibit).sha256, _view_name(subject), png)

    def map_view(self, exhibit: str, subject: str) -> Job[Pixels]:
        """The picture of a map view, decoded in the sandbox; NotFound where the case has none."""
        name = _view_name(subject)
        with self.store.kept_path(self.exhibit(exhibit).sha256, name) as path:
            array = yield from self.engine.decoder.pixels_job(path, None)
        return Pixels(array.shape[1], array.shape[0], array.tobytes())

    def map_view_jpeg(self, exhibit: str, subject: str, side: int) -> bytes:
        """The same as a small JPEG, for a report."""
        with self.store.kept_path(self.exhibit(exhibit).sha256, _view_name(subject)) as path:
            return self.engine.decoder.thumbnail(path, side)

    # --- inside ------------------------------------------------------------------------------------

    def _sound(self, value: Comparison) -> Comparison:
        state = self.state
        self.exhibit(value.exhibit)
        if not 2 <= len(value.panes) <= MOST_PANES:
            raise InputError("A comparison has two to four pictures. Choose something beside the exhibit.")
        if value.panes[0].subject != f"exhibit:{value.exhibit}":
            raise InputError("The exhibit comes first in its comparison.")
        known = {
            "exhibit": {item.id for item in state.exhibits},
            "filed": {item.id for item in state.filed},
            "derived": {item.id for item in state.derived},
            "reference": {ref.id for search in state.searches for ref in search.references},
        }
        for pane in value.panes:
            kind, _, name = pane.subject.partition(":")
            if kind not in KINDS or (kind in known and name not in known[kind]):
                raise InputError(f"There is no {pane.subject} in this case to compare with.")
            _check_view(pane)
        clues = {clue.id for clue in state.clues if clue.exhibit == value.exhibit}
        shown = {pane.subject for pane in value.panes}
        for mark in value.marks:
            _check_mark(mark, clues, shown)
        counts = {len(points) for points in value.anchors}
        if value.anchors and (len(value.anchors) != len(value.panes) or len(counts) != 1):
            raise InputError("Anchors are pairs: each picture has as many as the others.")
        if not all(math.isfinite(v) for points in value.anchors for point in points for v in point):
            raise InputError("An anchor is a point of the picture.")
        return replace(value, note=legible(value.note).strip(), opacity=min(100, max(0, value.opacity)))


def _check_view(pane: PaneView) -> None:
    numbers = (pane.scale, pane.left, pane.top, pane.angle)
    if not all(math.isfinite(number) for number in numbers) or pane.scale <= 0:
        raise InputError("A picture of the comparison lies nowhere. Fit it to the view and keep it again.")


def _check_mark(mark: CounterMark, clues: set[str], shown: set[str]) -> None:
    if mark.clue not in clues:
        raise InputError(f"There is no clue {mark.clue} on this exhibit.")
    if mark.subject not in shown:
        raise InputError(f"The mark of {mark.clue} is on a picture that is not shown.")
    if not mark.shape.points or not all(0 <= v <= 1 for point in mark.shape.points for v in point):
        raise InputError("A mark lies on the picture.")


def _view_name(subject: str) -> str:
    return f"map-{hashlib.sha256(subject.encode('utf-8', 'replace')).hexdigest()[:24]}.png"
