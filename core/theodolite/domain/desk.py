"""What an investigator keeps beside the evidence: marks, leads, filed references, searched ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LeadState = Literal["open", "in work", "done", "dropped"]
CellState = Literal["searched", "excluded", "unclear"]


@dataclass(frozen=True, slots=True)
class MarkShape:
    """What was drawn for a numbered mark: one point, a line of two points or more, a polygon of three or
    more (closed by itself). Points are (x, y) fractions of the upright picture, in [0, 1]."""

    kind: Literal["point", "line", "polygon"]
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """Something still to be done. ``owner``: a person code (P1) or ''. ``about``: records that it concerns
    (E1, C4, K2, F1, W1), each shown with the lead and the lead with each."""

    id: str
    text: str
    state: LeadState = "open"
    owner: str = ""
    about: tuple[str, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class FiledReference:
    """A photograph, map view or street view that a place is compared with, kept as a record.

    ``provider`` is never ''. Dates are ISO 8601 as far as they are known ('2019', '2019-07', '2019-07-04'),
    ``imagery_date`` of the scene shown, ``captured_utc`` of when the picture of it was taken over.
    ``heading`` degrees clockwise from north, ``pitch`` degrees above the horizon, ``field_of_view`` degrees
    across, each None where unknown. ``address``: where it was found, as text; nothing ever opens it.
    ``sha256``: of the picture kept in the vault, '' for none.
    """

    id: str
    kind: Literal["photograph", "satellite", "street view", "map"]
    title: str
    provider: str
    lat: float | None = None
    lon: float | None = None
    heading: float | None = None
    pitch: float | None = None
    field_of_view: float | None = None
    zoom: float | None = None
    imagery_date: str = ""
    captured_utc: str = ""
    licence: str = ""
    address: str = ""
    sha256: str = ""
    media_type: str = ""
    width: int = 0
    height: int = 0
    note: str = ""
    about: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class SearchArea:
    """Ground to be searched: ``outline`` (lat, lon) corners, gridded in cells of about ``cell_m`` metres.

    Cells are counted from the south-west corner of the outline's bounding box: ``cells`` holds (row, column,
    state) of those that were judged; the others are still to be searched.
    """

    id: str
    title: str
    outline: tuple[tuple[float, float], ...]
    cell_m: float
    cells: tuple[tuple[int, int, CellState], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaneView:
    """One pane of a comparison. ``subject``: 'exhibit:E1', 'reference:…', 'filed:F1', 'derived:D1',
    'map:LAT,LON,ZOOM'. Image point p is drawn at scale * R(angle) * M * p + (left, top), with M mirroring
    left and right where ``mirrored`` and R turning clockwise by ``angle`` degrees; logical pixels."""

    subject: str
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    angle: float = 0.0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class CounterMark:
    """Where the numbered mark of ``clue`` is found again in ``subject`` of a comparison."""

    clue: str
    subject: str
    shape: MarkShape


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison as it was kept for the report: the panes (the exhibit first), the pairs of anchors (image
    pixels, one tuple a pane, equally long), whether they were locked, and what a person concludes."""

    id: str
    exhibit: str
    panes: tuple[PaneView, ...]
    anchors: tuple[tuple[tuple[float, float], ...], ...] = ()
    locked: bool = True
    mode: Literal["side by side", "slider", "opacity", "difference"] = "side by side"
    opacity: int = 0
    marks: tuple[CounterMark, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Something carried out of the case by hand: a link, a query or a crop, as text or file.

    ``service``: which map service the text is for, '' for none. ``precision_km``: how far the coordinate in
    it was rounded, None where it holds none. ``text`` is what was handed over, or for a file its SHA-256.
    """

    id: str
    what: Literal["link", "query", "crop", "coordinates"]
    about: str
    service: str
    precision_km: float | None
    form: Literal["text", "file"]
    text: str
    person: str
    utc: str


@dataclass(frozen=True, slots=True)
class NamedMoment:
    """``name`` was given to the case as it was after record ``records``, whose hash is ``head``.

    ``sequence``, ``utc``, ``operator``: of the record that says so.
    """

    name: str
    head: str
    records: int
    sequence: int
    utc: str
    operator: str
