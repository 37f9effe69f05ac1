"""Carrying work out by hand: addresses, queries, coordinates and crops, each put on record as it leaves.

Nothing is opened and nothing is sent: a text is handed back for the clipboard, or a file is written. The
record (:class:`~theodolite.domain.Disclosure`) comes first, so that nothing leaves without one.
"""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from theodolite.domain import Box, Disclosure, Step
from theodolite.engine.engine import utc_now
from theodolite.engine.picturing import Picturing
from theodolite.engine.writing import whole
from theodolite.errors import InputError, StorageFailed
from theodolite.evidence import recipes
from theodolite.geo import carrying
from theodolite.geo.coordinates import checked
from theodolite.jobs import Job
from theodolite.report.redact.precision import KM_PER_DEGREE, cell

LARGEST_PRECISION_KM = 1000.0
LARGEST_TEXT = 4_000_000
"""Bytes of a crop that may leave as text."""


class Carrying(Picturing):
    """The part of a session that lets things out, one at a time, and remembers which."""

    def carry_link(
        self, lat: float, lon: float, service: str, precision_km: float | None, about: str = ""
    ) -> str:
        """The address of a place at a map service, as text; recorded."""
        self._may_leave()
        lat, lon = rounded(lat, lon, precision_km)
        text = carrying.address(service, lat, lon, precision_km)
        self._disclose("link", about, carrying.service(service).name, precision_km, "text", text)
        return text

    def carry_coordinates(self, lat: float, lon: float, precision_km: float | None, about: str = "") -> str:
        """A coordinate in decimal degrees, no finer than ``precision_km``; recorded."""
        self._may_leave()
        lat, lon = rounded(lat, lon, precision_km)
        places = carrying.digits(precision_km)
        text = f"{lat:z.{places}f}, {lon:z.{places}f}"
        self._disclose("coordinates", about, "", precision_km, "text", text)
        return text

    def carry_query(
        self,
        tags: Sequence[str],
        *,
        point: tuple[float, float] | None = None,
        radius_m: float = 1000.0,
        outline: Sequence[tuple[float, float]] = (),
        precision_km: float | None = None,
        about: str = "",
    ) -> str:
        """An Overpass query for features round ``point`` or inside ``outline``; recorded.

        With a reduced precision the radius grows by it, so that the true place stays inside, and an area
        becomes a box of the coarse grid round it.
        """
        self._may_leave()
        places = carrying.digits(precision_km)
        if point is not None:
            lat, lon = rounded(*point, precision_km)
            wider = radius_m + 1000.0 * (precision_km or 0.0)
            text = carrying.overpass(tags, around=(lat, lon, wider), places=places)
        else:
            text = carrying.overpass(tags, outline=outline_of(outline, precision_km), places=places)
        self._disclose("query", about, "Overpass", precision_km, "text", text)
        return text

    def carry_crop(self, exhibit: str, box: Box, out: Path | None = None) -> Job[str]:
        """A part of an exhibit as PNG of its pixels alone: no metadata, no thumbnail, masks filled in.

        Written to ``out``, whose SHA-256 comes back; without it the picture comes back as a ``data:`` text.
        The exhibit is hashed again first. InputError for an empty region, and for text beyond 4 MB.
        """
        self._may_leave()
        item = self.exhibit(self.original_of(exhibit))
        if not item.readable:
            raise InputError(f"{item.id} has no readable image.")
        sides = (("left", box.left), ("top", box.top), ("right", box.right), ("bottom", box.bottom))
        step = Step("crop", tuple((name, repr(float(value))) for name, value in sides))
        covering = tuple(recipes.cover_step(mask.box) for mask in self.masks_of(item.id))
        _, packed = yield from self._made(item, recipes.check((*covering, step)))
        digest = hashlib.sha256(packed).hexdigest()
        if out is not None:
            self._disclose("crop", item.id, "", None, "file", digest)
            try:
                whole(out, packed, ".crop-")
            except OSError as error:
                raise StorageFailed(f"The crop could not be written to {out}: {error.strerror}.") from error
            return digest
        if len(packed) > LARGEST_TEXT:
            raise InputError("This crop is too large for a text. Write it to a file, or draw a smaller one.")
        self._disclose("crop", item.id, "", None, "text", digest)
        return "data:image/png;base64," + base64.b64encode(packed).decode("ascii")

    def export_map(self, out: Path, data: bytes, what: str) -> Path:
        """Write what the map shows (``data``) to ``out``; the log says what left and under which hash."""
        try:
            whole(out, data, ".map-")
        except OSError as error:
            raise StorageFailed(f"The map could not be written to {out}: {error.strerror}.") from error
        if not self.store.read_only:
            detail = {"file": out.name, "of": what, "sha256": hashlib.sha256(data).hexdigest()}
            self.store.record("map exported", detail)
        return out

    def _may_leave(self) -> None:
        if self.store.read_only:
            raise InputError(
                "This case is open read-only, so what leaves it could not be put on record. "
                "Open it for writing first."
            )

    def _disclose(
        self,
        what: Literal["link", "query", "crop", "coordinates"],
        about: str,
        service: str,
        precision_km: float | None,
        form: Literal["text", "file"],
        text: str,
    ) -> None:
        person = self.state.case.operator
        value = Disclosure("", what, about, service, precision_km, form, text, person, utc_now())
        self.store.add("disclosure", value, f"{what} carried out", undoable=False)


def outline_of(outline: Sequence[tuple[float, float]], km: float | None) -> tuple[tuple[float, float], ...]:
    """The corners as they may leave: with a precision a box of the coarse grid that holds them all."""
    if km is None:
        return tuple(outline)
    coarse = [rounded(lat, lon, km) for lat, lon in outline]
    south, north = min(lat for lat, _ in coarse), max(lat for lat, _ in coarse)
    first = coarse[0][1]
    east = [first + (lon - first + 180.0) % 360.0 - 180.0 for _, lon in coarse]
    high = km / KM_PER_DEGREE
    wide = high / max(0.01, math.cos(math.radians(max(abs(south), abs(north)))))
    south, north = max(-85.0, south - high), min(85.0, north + high)
    west, over = min(east) - wide, max(east) + wide
    return ((south, west), (south, over), (north, over), (north, west))


def rounded(lat: float, lon: float, precision_km: float | None) -> tuple[float, float]:
    """The point as it may leave: the middle of its cell of a fixed grid, or as it is without a precision.

    The grid does not depend on the point, so that asking twice tells nothing more.
    """
    lat, lon = checked(lat, (lon + 180.0) % 360.0 - 180.0)
    if precision_km is None:
        return lat, lon
    if not 0.0 < precision_km <= LARGEST_PRECISION_KM:
        raise InputError("The precision of places is above 0 and at most 1,000 kilometres.")
    return cell(lat, lon, precision_km)
