"""Areas that the map draws besides regions: sun bands, camera wedges, error ellipses. No Qt, no web."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Ring = tuple[tuple[float, float], ...]
#: Decimals of a degree: a band is never as fine as 10 m, an ellipse can be.
DECIMALS = {"sun": 3, "overlap": 3, "wedge": 6, "ellipse": 7}


@dataclass(frozen=True, slots=True)
class Shape:
    """``polygons``: outer ring, then holes, of (longitude, latitude). ``line``: the bearing, from the camera.

    A shape with an ``apex`` (latitude, longitude) is drawn larger round it where it would be too small to
    see; its form stays. ``clue``: the clue it shows, '' for what is no clue.
    """

    kind: Literal["sun", "overlap", "wedge", "ellipse"]
    label: str
    polygons: tuple[tuple[Ring, ...], ...] = ()
    line: Ring = ()
    apex: tuple[float, float] | None = None
    clue: str = ""

    def to_plain(self) -> dict[str, Any]:
        """The page's form."""
        n = DECIMALS[self.kind]
        return {
            "kind": self.kind,
            "label": self.label,
            "clue": self.clue,
            "polygons": [
                [[[round(x, n), round(y, n)] for x, y in ring] for ring in rings] for rings in self.polygons
            ],
            "line": [[round(x, n), round(y, n)] for x, y in self.line],
            "apex": None if self.apex is None else [round(v, n) for v in self.apex],
        }
