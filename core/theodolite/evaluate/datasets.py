"""Images whose place is known: the public benchmarks as they lie on disk, and any table of image, lat, lon.

What each benchmark ships with was read in the code that uses it:

- IM2GPS3k: ``im2gps3k_places365.csv`` (IMG_ID, AUTHOR, LAT, LON, ...; GeoEstimation, G3), images in
  ``images/`` (G3) or ``im2gps3ktest/`` (the authors' archive). An early release has the headers exchanged.
- YFCC4k: ``yfcc4k_places365.csv`` (G3; the same columns) or the authors' ``yfcc4k.txt`` (tab-separated rows
  of YFCC100M after a row number, no header), images in ``images/`` or ``yfcc4k/``.
- GWS15k: the original list ``gws15k.csv`` (path, lat, lon: ``gsv_0.jpg`` ...); its images were never
  released. Rebuilt from OSV-5M: ``gws15k_osv5m.csv``, ids (column ``id``) beside OSV-5M's ``test.csv``.
- OSV-5M: ``test.csv`` (id, latitude, longitude, country, region, sub-region, city, ...), images
  ``images/test/**/ID.jpg`` (the hub's archives, unpacked) or ``test/test/ID.jpg`` (its training code).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from theodolite.errors import InputError, NotFound, legible
from theodolite.evaluate.lists import LAT, LON, SUFFIXES, Item, Rows, column_of, parsed, read

SAMPLE_SEED = 7


@dataclass(frozen=True, slots=True)
class Dataset:
    """``kind``: a key of :data:`KINDS`. ``whole``: all images, of which ``limit`` took a sample.

    ``sha256``: over names, coordinates and labels in order. ``named``: grains that the list has a column for.
    ``notes``: what a reader of the results must know.
    """

    kind: str
    title: str
    folder: str
    items: tuple[Item, ...]
    sha256: str
    whole: tuple[Item, ...]
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A benchmark: names of its list, folders of its images, and the number of images that is published."""

    title: str
    lists: tuple[str, ...]
    images: tuple[str, ...]
    published: int | None = None


KINDS: Mapping[str, Kind] = {
    "im2gps3k": Kind(
        "IM2GPS3k", ("im2gps3k_places365.csv",), ("images", "im2gps3ktest", "im2gps3ktest/im2gps3ktest"), 2997
    ),
    "yfcc4k": Kind(
        "YFCC4k", ("yfcc4k_places365.csv", "yfcc4k.txt"), ("images", "yfcc4k", "yfcc4k/yfcc4k"), 4536
    ),
    "gws15k": Kind("GWS15k (original list)", ("gws15k.csv",), ("images", "gws15k", "GS10k")),
    "gws15k-osv5m": Kind(
        "GWS15k (rebuilt from OSV-5M)", ("gws15k_osv5m.csv",), ("images/test", "test", "test/test", "images")
    ),
    "osv5m": Kind(
        "OSV-5M test", ("test.csv", "test/test.csv"), ("images/test", "test/test", "test", "images")
    ),
    "table": Kind("own table", (), ()),
}


def open_dataset(path: Path, kind: str = "", limit: int | None = None) -> Dataset:
    """The images at ``path``: a folder of a benchmark, or a CSV, TSV or Parquet table.

    ``kind`` says which benchmark; '' recognises it by its files. ``limit`` takes a random sample of so many
    images, always the same one. Raises NotFound or InputError, which name what is missing or the bad row.
    """
    if kind and kind not in KINDS:
        raise InputError(f"There is no dataset layout {kind!r}. Known: {', '.join(KINDS)}.")
    if not path.exists():
        raise NotFound(f"There is no dataset at {path}.")
    kind = kind or ("table" if path.is_file() else _recognised(path))
    found = _table(path) if kind == "table" else _benchmark(path, kind)
    if not found.items:
        raise InputError(f"{path} lists no image.")
    if not any(Path(item.path).is_file() for item in found.items):
        raise InputError(f"Not one image of {path} is there; the first would be {found.items[0].path}.")
    return _sampled(found, limit)


def _sampled(found: Dataset, limit: int | None) -> Dataset:
    if limit is None or limit >= len(found.items):
        return found
    if limit < 1:
        raise InputError("A limit is at least 1.")
    chosen = np.sort(np.random.default_rng(SAMPLE_SEED).choice(len(found.items), limit, replace=False))
    items = tuple(found.items[int(i)] for i in chosen)
    note = f"A random sample of {limit} of its {len(found.whole)} images (always the same one)."
    return replace(found, items=items, sha256=_digest(found.kind, items), notes=(*found.notes, note))


def _recognised(folder: Path) -> str:
    for kind, layout in KINDS.items():
        if any((folder / name).is_file() for name in layout.lists):
            return kind
    known = "; ".join(f"{kind}: {' or '.join(k.lists)}" for kind, k in KINDS.items() if k.lists)
    raise InputError(
        f"{folder} holds no list that is known. A folder needs one of these ({known}); "
        "or name a CSV or Parquet table with the columns image, lat and lon."
    )


# --- benchmarks -----------------------------------------------------------------------------------------


def _benchmark(folder: Path, kind: str) -> Dataset:
    layout = KINDS[kind]
    lists = [folder / name for name in layout.lists if (folder / name).is_file()]
    if not lists:
        raise InputError(f"{layout.title} needs {' or '.join(layout.lists)} in {folder}; it is not there.")
    pictures = _pictures(folder, layout)
    if lists[0].name == "yfcc4k.txt":
        rows: Rows = _yfcc(lists[0])
    elif kind == "gws15k-osv5m":
        rows = _rebuilt(lists[0], folder)
    else:
        rows = read(lists[0])
    items, named, notes = parsed(lists[0], rows, pictures, exchange=kind == "im2gps3k")
    if layout.published not in (None, len(items)):
        notes += (
            f"{len(items)} images; published results are for {layout.published}. Rows are not comparable "
            "where the images differ.",
        )
    if kind == "gws15k":
        notes += ("The original images were never released: these are pictures found again for its list.",)
    return Dataset(kind, layout.title, legible(str(folder)), items, _digest(kind, items), items, named, notes)


def _pictures(folder: Path, layout: Kind) -> Callable[[str], str]:
    """Path of an image by its name, anywhere below the first image folder that is there."""
    root = next((folder / name for name in layout.images if (folder / name).is_dir()), None)
    if root is None:
        wanted = ", ".join(f"{name}/" for name in layout.images)
        raise InputError(f"{layout.title} needs its images in one of {wanted} of {folder}; none is there.")
    known: dict[str, str] = {}
    for place, _, files in os.walk(root):
        for name in files:
            known.setdefault(name, os.path.join(place, name))  # noqa: PTH118 (200,000 of them)

    def path_of(name: str) -> str:
        last = name.rsplit("/", 1)[-1]
        found = known.get(last) or next((known[last + s] for s in SUFFIXES if last + s in known), None)
        return found or str(root / last)

    return path_of


def _yfcc(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of YFCC100M after a row number, tab-separated, without a header."""
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        for number, line in enumerate(stream, 1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) < 15:
                raise InputError(f"Row {number} of {path.name} has {len(cells)} columns, not 25.")
            yield (
                number,
                {
                    "image": f"{cells[1]}.jpg",
                    "lon": cells[12],
                    "lat": cells[13],
                    "author": cells[3],
                    "day": cells[5],
                },
            )


def _rebuilt(path: Path, folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """A list of OSV-5M ids; coordinates and names from its own columns or, by id, from ``test.csv``."""
    wanted = {str(row.get("id", "")): (number, row) for number, row in read(path)}
    if "" in wanted:
        raise InputError(f"{path.name} needs a column id with ids of OSV-5M's test set.")
    if all(column_of(row, LAT) and column_of(row, LON) for _, row in wanted.values()):
        for number, row in wanted.values():
            yield number, dict(row)
        return
    source = next((folder / n for n in KINDS["osv5m"].lists if (folder / n).is_file()), None)
    if source is None:
        raise InputError(f"{path.name} has no coordinates, and OSV-5M's test.csv is not in {folder}.")
    seen = set()
    for _, row in read(source):
        if row.get("id", "") in wanted:
            seen.add(row["id"])
            yield wanted[row["id"]][0], dict(row)
    if len(seen) < len(wanted):
        first = next(identity for identity in wanted if identity not in seen)
        raise InputError(
            f"{len(wanted) - len(seen)} ids of {path.name} are not in {source.name}: {first} ..."
        )


# --- tables ---------------------------------------------------------------------------------------------


def _table(path: Path) -> Dataset:
    if path.is_dir():
        raise InputError(f"{path} is a folder; name its table of image, lat and lon.")
    folder = path.parent

    def path_of(name: str) -> str:
        found = folder / name
        if not found.suffix and not found.is_file():
            return str(next((p for s in SUFFIXES if (p := Path(f"{found}{s}")).is_file()), found))
        return str(found)

    items, named, notes = parsed(path, read(path), path_of)
    title = legible(path.name)
    return Dataset("table", title, legible(str(folder)), items, _digest("table", items), items, named, notes)


def _digest(kind: str, items: Sequence[Item]) -> str:
    whole = hashlib.sha256(kind.encode())
    for item in items:
        cells = (item.row, item.name, item.lat, item.lon, item.country, item.region, item.area, item.city)
        whole.update(repr(cells).encode("utf-8", "backslashreplace"))
    return whole.hexdigest()
