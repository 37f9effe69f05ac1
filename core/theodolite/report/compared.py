"""Comparisons that a person kept: the exhibit, what stood beside it, the same numbers on both. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from theodolite.domain import CaseState, Clue, Comparison, CounterMark, PaneView
from theodolite.geo import coordinates
from theodolite.report.rows import picture
from theodolite.report.value import KeptRow, Mark, SideRow
from theodolite.report.wording import say

#: Subject of a pane to its picture (JPEG) and the SHA-256 of the file it was made from, '' for none.
Pictures = Mapping[str, tuple[bytes, str]]
KINDS = {
    "exhibit": "Exhibit",
    "reference": "Similar photograph",
    "filed": "Filed reference",
    "derived": "Made from an exhibit",
    "map": "Map view",
}


def rows(state: CaseState, exact: CaseState) -> tuple[KeptRow, ...]:
    """Texts as ``state`` has them, free of what is held back; where points lie as ``exact`` does: a point of
    a picture is no place. Comparisons of withdrawn exhibits are left out with them."""
    shown = {item.id for item in state.exhibits if not item.withdrawn}
    texts = {one.id: one for one in state.comparisons}
    return tuple(
        _row(state, texts[one.id], one)
        for one in exact.comparisons
        if one.exhibit in shown and one.id in texts
    )


def subjects(state: CaseState) -> tuple[tuple[str, str], ...]:
    """(exhibit, subject) of every picture that :func:`rows` wants beside those of the exhibits."""
    found = (
        (one.exhibit, pane.subject)
        for one in state.comparisons
        for pane in one.panes[1:]
        if not pane.subject.startswith("exhibit:")
    )
    return tuple(dict.fromkeys(found))


def with_pictures(
    found: tuple[KeptRow, ...], pictures: Pictures, exhibits: Mapping[str, bytes], *, maps: bool = True
) -> tuple[KeptRow, ...]:
    """``exhibits``: pictures by exhibit id, masked as the report's others. ``maps`` False: places are coarse,
    and the picture of a map view would give the fine one away."""

    def shown(side: SideRow) -> SideRow:
        kind, _, name = side.subject.partition(":")
        if kind == "map" and not maps:
            return side
        data, digest = (
            (exhibits.get(name, b""), "") if kind == "exhibit" else pictures.get(side.subject, (b"", ""))
        )
        width, height = jpeg_size(data)
        return replace(
            side, thumbnail=picture(data), width=width, height=height, sha256=side.sha256 or digest
        )

    return tuple(replace(row, sides=tuple(shown(side) for side in row.sides)) for row in found)


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height in a JPEG's frame header (ISO/IEC 10918-1, B.2.2); (0, 0) for anything else."""
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def _row(state: CaseState, text: Comparison, exact: Comparison) -> KeptRow:
    clues = {clue.id: clue for clue in state.clues if clue.rejected_reason is None}
    sides = tuple(
        _side(state, shown.subject, exact.panes[0], pane, _marks(exact.marks, pane.subject, clues))
        for shown, pane in zip(text.panes[1:], exact.panes[1:], strict=True)
    )
    numbers = sorted({mark.number for side in sides for mark in side.marks})
    return KeptRow(
        id=text.id,
        exhibit=text.exhibit,
        sides=sides,
        anchors=len(exact.anchors[0]) if exact.anchors else 0,
        numbers=tuple(numbers),
        note=text.note,
    )


def _marks(placed: tuple[CounterMark, ...], subject: str, clues: Mapping[str, Clue]) -> tuple[Mark, ...]:
    found = []
    for one in placed:
        clue = clues.get(one.clue)
        if one.subject == subject and clue is not None and clue.mark is not None:
            xs, ys = [x for x, _ in one.shape.points], [y for _, y in one.shape.points]
            found.append(
                Mark(clue.mark, min(xs), min(ys), max(xs), max(ys), one.shape.kind, one.shape.points)
            )
    return tuple(sorted(found, key=lambda mark: mark.number))


def _side(
    state: CaseState, subject: str, first: PaneView, pane: PaneView, marks: tuple[Mark, ...]
) -> SideRow:
    """``subject`` as it may be printed; ``pane`` as it lies."""
    kind, _, name = pane.subject.partition(":")
    row = SideRow(pane.subject, say(KINDS[kind]), name, "", "", "", "", "", _view(first, pane), marks)
    if kind == "reference":
        for ref in (r for search in state.searches for r in search.references if r.id == name):
            dd = coordinates.format_dd(ref.lat, ref.lon)
            return replace(row, name=ref.name, provider=ref.provider, imagery_date=ref.taken_on, dd=dd)
    elif kind == "filed":
        for item in (one for one in state.filed if one.id == name):
            there = item.lat is not None and item.lon is not None
            return replace(
                row,
                name=f"{item.id} {item.title}",
                provider=item.provider,
                imagery_date=item.imagery_date,
                licence=item.licence,
                dd=coordinates.format_dd(item.lat or 0.0, item.lon or 0.0) if there else "",
                sha256=item.sha256,
            )
    elif kind == "derived":
        for made in (one for one in state.derived if one.id == name):
            return replace(row, name=f"{made.id} {made.title}", sha256=made.sha256)
    elif kind == "exhibit":
        for shown in (one for one in state.exhibits if one.id == name):
            return replace(row, name=f"{shown.id} {shown.name}", sha256=shown.sha256)
    elif kind == "map":
        place = subject.partition(":")[2].rpartition(",")
        name = say("map view at zoom {zoom}", zoom=place[2])
        return replace(row, kind="", name=name, dd=place[0].replace(",", ", "))
    return row


def _view(first: PaneView, pane: PaneView) -> str:
    """How the picture lay over the exhibit: scale, turn and mirror relative to it."""
    turn = (pane.angle - first.angle) * (-1 if first.mirrored else 1)
    turn = (turn + 180.0) % 360.0 - 180.0
    parts = [say("at {percent} % of the exhibit's scale", percent=f"{100 * pane.scale / first.scale:.1f}")]
    if abs(turn) >= 0.05:
        way = "turned {degrees}° clockwise" if turn > 0 else "turned {degrees}° anticlockwise"
        parts.append(say(way, degrees=f"{abs(turn):.1f}"))
    if pane.mirrored != first.mirrored:
        parts.append(say("mirrored"))
    return ", ".join(parts)
