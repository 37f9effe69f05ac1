"""The state of a comparison as one frozen value: what the window keeps with the case, and what a person
keeps for the report. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from theodolite.domain import Comparison, CounterMark, MarkShape, PaneView
from theodolite_desktop.aligning import Point, Similarity, of_view
from theodolite_desktop.viewing import Viewport

Mode = Literal["side by side", "slider", "opacity", "difference"]
MODES: tuple[Mode, ...] = get_args(Mode)
ANCHORS, MOST_PANES, MOST_SIDES = 3, 4, 64


@dataclass(frozen=True, slots=True)
class Side:
    """What a person made of one subject beside the exhibit.

    ``aligned``: pixels of the exhibit to pixels of the subject, None until both pictures were seen.
    ``pinned``: the person made it, with anchors or by moving one pane, so that relocking resumes it.
    """

    aligned: Similarity | None = None
    pinned: bool = False
    anchors: tuple[Point, ...] = ()
    marks: tuple[CounterMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Setup:
    """The comparison of one exhibit. ``subjects``: of the panes after the exhibit's, in order. ``first``:
    where the exhibit lies, None while it is fitted. ``split``: where the slider stands, in [0, 1]."""

    subjects: tuple[str, ...] = ()
    panes: int = 2
    locked: bool = True
    mode: Mode = "side by side"
    opacity: int = 0
    split: float = 0.5
    first: Viewport | None = None
    anchors: tuple[Point, ...] = ()
    sides: tuple[tuple[str, Side], ...] = ()

    def side(self, subject: str) -> Side:
        return dict(self.sides).get(subject, Side())

    def with_side(self, subject: str, side: Side) -> Setup:
        """``side`` for ``subject``; the ones changed last are kept when there are too many."""
        kept = tuple(pair for pair in self.sides if pair[0] != subject)
        return replace(self, sides=(*kept, (subject, side))[-MOST_SIDES:])

    def marks_on(self, subject: str) -> tuple[CounterMark, ...]:
        return self.side(subject).marks

    def with_mark(self, placed: CounterMark) -> Setup:
        """One place of a clue on a subject: a new one replaces it."""
        side = self.side(placed.subject)
        others = tuple(one for one in side.marks if one.clue != placed.clue)
        return self.with_side(placed.subject, replace(side, marks=(*others, placed)))

    def without_mark(self, subject: str, clue: str) -> Setup:
        side = self.side(subject)
        return self.with_side(
            subject, replace(side, marks=tuple(one for one in side.marks if one.clue != clue))
        )


def like(setup: Setup) -> Setup:
    """A new comparison that is looked at as the one before was."""
    return Setup(
        panes=setup.panes,
        locked=setup.locked,
        mode=setup.mode,
        opacity=setup.opacity,
        split=setup.split,
    )


def kept(setup: Setup, exhibit: str, views: Sequence[PaneView], note: str) -> Comparison:
    """What goes on record: the panes as seen, all as if drawn in the first one's place; the pairs of anchors
    that all of them have; the marks."""
    shown = tuple(views)
    sides = [setup.side(view.subject) for view in shown[1:]]
    pairs = min((len(one) for one in (setup.anchors, *(side.anchors for side in sides))), default=0)
    return Comparison(
        id="",
        exhibit=exhibit,
        panes=shown,
        anchors=tuple(tuple(points[:pairs]) for points in (setup.anchors, *(s.anchors for s in sides)))
        if pairs and sides
        else (),
        locked=setup.locked,
        mode=setup.mode,
        opacity=setup.opacity,
        marks=tuple(one for side in sides for one in side.marks),
        note=note.strip(),
    )


def setup_of(kept: Comparison, now: Setup) -> Setup:
    """The state that shows a kept comparison; what was made of other subjects meanwhile stays."""
    first = view_of(kept.panes[0])
    setup = replace(
        now,
        subjects=tuple(pane.subject for pane in kept.panes[1:])[: MOST_PANES - 1],
        panes=min(MOST_PANES, len(kept.panes)),
        locked=kept.locked,
        mode=kept.mode,
        opacity=kept.opacity,
        first=first,
        anchors=kept.anchors[0][:ANCHORS] if kept.anchors else (),
    )
    for number, pane in enumerate(kept.panes[1:MOST_PANES], 1):
        side = Side(
            of_view(first).then(of_view(view_of(pane)).inverse()),
            True,
            kept.anchors[number][:ANCHORS] if kept.anchors else (),
            tuple(one for one in kept.marks if one.subject == pane.subject),
        )
        setup = setup.with_side(pane.subject, side)
    return setup


def view_of(pane: PaneView) -> Viewport:
    return Viewport(pane.scale, pane.left, pane.top, pane.angle % 360.0, pane.mirrored)


# --- to and from plain JSON --------------------------------------------------------------------------


def to_plain(setup: Setup) -> dict[str, Any]:
    first = setup.first
    return {
        "subjects": list(setup.subjects),
        "panes": setup.panes,
        "locked": setup.locked,
        "mode": setup.mode,
        "opacity": setup.opacity,
        "split": setup.split,
        "first": None
        if first is None
        else [first.scale, first.left, first.top, first.angle, int(first.mirrored)],
        "anchors": [list(point) for point in setup.anchors],
        "sides": {name: _side_to_plain(side) for name, side in setup.sides},
    }


def _side_to_plain(side: Side) -> dict[str, Any]:
    one = side.aligned
    return {
        "aligned": None
        if one is None
        else [one.factor.real, one.factor.imag, one.shift.real, one.shift.imag, int(one.mirrored)],
        "pinned": side.pinned,
        "anchors": [list(point) for point in side.anchors],
        "marks": [
            {"clue": m.clue, "subject": m.subject, "kind": m.shape.kind, "points": _lists(m.shape.points)}
            for m in side.marks
        ],
    }


def _lists(points: Sequence[Point]) -> list[list[float]]:
    return [list(point) for point in points]


def from_plain(value: object) -> Setup:
    """What was kept; whatever of it is damaged is as if it had not been there: it may come from anyone."""
    found = value if isinstance(value, Mapping) else {}
    first = _numbers(found.get("first"), 5)
    sides = found.get("sides")
    mode = found.get("mode")
    return Setup(
        subjects=tuple(s for s in _list(found.get("subjects")) if isinstance(s, str))[: MOST_PANES - 1],
        panes=min(MOST_PANES, max(1, _whole(found.get("panes"), 2))),
        locked=found.get("locked") is not False,
        mode=mode if mode in MODES else "side by side",
        opacity=min(100, max(0, _whole(found.get("opacity"), 0))),
        split=min(1.0, max(0.0, (_numbers([found.get("split")], 1) or (0.5,))[0])),
        first=Viewport(first[0], first[1], first[2], first[3] % 360.0, bool(first[4]))
        if first and 1e-6 < first[0] < 1e6
        else None,
        anchors=_points(found.get("anchors"))[:ANCHORS],
        sides=tuple((str(name), _side(side)) for name, side in sides.items() if isinstance(side, Mapping))[
            -MOST_SIDES:
        ]
        if isinstance(sides, Mapping)
        else (),
    )


def _side(found: Mapping[Any, Any]) -> Side:
    one = _numbers(found.get("aligned"), 5)
    aligned = None
    if one and 1e-9 < abs(complex(one[0], one[1])) < 1e9:
        aligned = Similarity(complex(one[0], one[1]), complex(one[2], one[3]), bool(one[4]))
    marks = tuple(m for m in (_mark(item) for item in _list(found.get("marks"))) if m is not None)
    return Side(
        aligned,
        aligned is not None and found.get("pinned") is True,
        _points(found.get("anchors"))[:ANCHORS],
        marks,
    )


def _mark(found: object) -> CounterMark | None:
    if not isinstance(found, Mapping):
        return None
    clue, subject, kind = found.get("clue"), found.get("subject"), found.get("kind")
    points = tuple((min(1.0, max(0.0, x)), min(1.0, max(0.0, y))) for x, y in _points(found.get("points")))
    least = {"point": 1, "line": 2, "polygon": 3}.get(str(kind), 0)
    if not (isinstance(clue, str) and isinstance(subject, str) and least and len(points) >= least):
        return None
    return CounterMark(clue, subject, MarkShape(kind, points))  # type: ignore[arg-type]


def _points(found: object) -> tuple[Point, ...]:
    pairs = (_numbers(item, 2) for item in _list(found))
    return tuple((pair[0], pair[1]) for pair in pairs if pair is not None)


def _numbers(found: object, count: int) -> tuple[float, ...] | None:
    """``count`` finite numbers, else None."""
    values = _list(found)
    if len(values) != count or not all(isinstance(v, int | float) for v in values):
        return None
    numbers = tuple(float(v) for v in values)
    return numbers if all(math.isfinite(v) and abs(v) < 1e12 for v in numbers) else None


def _list(found: object) -> list[Any]:
    return list(found) if isinstance(found, list | tuple) else []


def _whole(found: object, default: int) -> int:
    return int(found) if isinstance(found, int | float) and math.isfinite(found) else default
