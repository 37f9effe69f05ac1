"""``coords``: a place in every format."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from theodolite.cli.output import Output, Result
from theodolite.geo import formats


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("text", nargs="+", metavar="TEXT", help="a coordinate, code, geo: URI or map address")
    leaf.add_argument("--near", metavar="TEXT", help="a place near it, for short Plus Codes")
    leaf.add_argument("--precision", type=float, metavar="METRES", help="write no finer than this")


def coords(options: Namespace, out: Output) -> Result:
    """Read one coordinate in any format and write it in all of them; ambiguity is asked back."""
    near = formats.read(options.near) if options.near else None
    found = formats.read(" ".join(options.text), (near.lat, near.lon) if near else None)
    precision = found.precision_m if options.precision is None else options.precision
    written = formats.formats_of(found.lat, found.lon, precision)
    missing = formats.missing(found.lat)
    data = {
        "lat": found.lat,
        "lon": found.lon,
        "format": found.format,
        "precision_m": found.precision_m,
        "note": found.note,
        "formats": dict(written),
        "missing": missing,
    }
    lines = [f"{name:9}  {text}" for name, text in written]
    lines.append(f"Read as {found.format}; its last digit spans {_length(found.precision_m)}. Datum WGS84.")
    lines += [f"{note[0].upper()}{note[1:]}" for note in (found.note, missing) if note]
    return Result(data, "\n".join(lines))


def _length(metres: float) -> str:
    return f"{metres / 1000:.3g} km" if metres >= 1000 else f"{metres:.3g} m"
