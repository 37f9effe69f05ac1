"""All rows of the bench on one planted world, with intervals: retrieval, the gallery, whole procedures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tests.planted import answerers, procedure
from tests.planted.trained import MOST_REFERENCES, Trained, nearest, training, units
from tests.planted.world import F4, F8, I8, World
from theodolite.evaluate import bootstrap
from theodolite.evaluate.bootstrap import Interval
from theodolite.evaluate.metrics import error_km, hits

KM = (25.0, 200.0, 750.0)

UNALIGNED = "x alone, not aligned"
CEILING = "x without nuisance (ceiling)"
LAYOUT = "[x; f_text; f_gps], G3's layout"
X_GPS = "[x; f_gps]"
TEXT = "f_text alone"
GPS = "f_gps alone"
GALLERY = "GPS-encoded references, argmax"
GALLERY_NO_TEXT = "GPS-encoded references, trained without text"
PERMUTED = "f_gps alone, coordinates permuted"
PERMUTED_LAYOUT = "G3's layout, coordinates permuted"


@dataclass(frozen=True)
class Rows:
    """``km`` [n] of each row by its name, in the order in which they are printed. ``gallery``: row and score
    of the best reference with and without the text loss; ``outcomes`` by answerer and procedure."""

    seed: int
    km: dict[str, F8] = field(default_factory=dict)
    gallery: dict[str, tuple[I8, F4]] = field(default_factory=dict)
    outcomes: dict[tuple[str, str], procedure.Outcome] = field(default_factory=dict)

    def share(self, name: str) -> tuple[float, ...]:
        """Percent of photographs within 25, 200, 750 km."""
        return tuple(100.0 * hits(self.km[name], KM).mean(axis=0))

    def gain(self, better: str, worse: str) -> tuple[Interval, ...]:
        """Points by which one row is better than another at 25, 200, 750 km, paired by photograph."""
        one, two = hits(self.km[better], KM), hits(self.km[worse], KM)
        return tuple(_percent(bootstrap.paired(one[:, k], two[:, k])) for k in range(len(KM)))


def row(answerer: str, name: str) -> str:
    return f"{answerer}: {name}"


def measure(world: World, folder: Path, *, threads: int = 1) -> Rows:
    """Train three times (with text, without, on permuted coordinates) and measure every row."""
    trained = training(world, folder / "text", threads=threads)
    rows = measure_trained(trained)
    gallery(rows, trained, GALLERY)
    gallery(rows, training(world, folder / "no-text", text=False, threads=threads), GALLERY_NO_TEXT)
    control = training(world, folder / "permuted", permuted=True, threads=threads)
    _retrieved(rows, world, PERMUTED, nearest(control.asked_gps, control.known_gps))
    _retrieved(rows, world, PERMUTED_LAYOUT, nearest(*control.g3))
    return rows


def measure_trained(trained: Trained) -> Rows:
    """The rows that need this one training: retrieval, and whole procedures with both answerers."""
    world = trained.world
    rows = Rows(world.seed)
    plain = units(world.asked.x), units(world.known.x)
    bare = units(world.asked.bare), units(world.known.bare)
    similar = {is_g3: nearest(*of, MOST_REFERENCES) for is_g3, of in ((True, trained.g3), (False, plain))}
    _retrieved(rows, world, UNALIGNED, similar[False])
    _retrieved(rows, world, CEILING, nearest(*bare))
    _retrieved(rows, world, LAYOUT, similar[True])
    part = trained.asked_gps.shape[1]
    without_text = [np.delete(side, np.s_[-2 * part : -part], axis=1) for side in trained.g3]
    _retrieved(rows, world, X_GPS, nearest(*without_text))
    _retrieved(rows, world, TEXT, nearest(*(side[:, -2 * part : -part] for side in trained.g3)))
    _retrieved(rows, world, GPS, nearest(trained.asked_gps, trained.known_gps))
    least = {
        is_g3: nearest(-asked, known, MOST_REFERENCES)
        for is_g3, (asked, known) in ((True, trained.g3), (False, plain))
    }
    for answerer in (answerers.A, answerers.B):
        draws = answerers.draw(world, answerer)
        for name, how in procedure.PROCEDURES.items():
            in_g3 = procedure.aligned(how)
            found = procedure.run(trained, draws, how, similar[in_g3], least[in_g3])
            rows.outcomes[answerer.name, name] = found
            rows.km[row(answerer.name, name)] = found.km
    return rows


def table(rows: Rows) -> str:
    """Every row with its 95 % intervals, what it costs to leave a part out, and what the pools held."""
    lines = [f"seed {rows.seed}: % within 25 / 200 / 750 km, top 1 [95 % bootstrap interval by photograph]"]
    every = np.concatenate([hits(km, KM) for km in rows.km.values()], axis=1)
    intervals = [_percent(one) for one in bootstrap.columns(every)]
    for number, name in enumerate(rows.km):
        lines.append(f"  {name:46s} {_written(intervals[3 * number : 3 * number + 3], sign=False)}")
    lines.append("points, paired by photograph")
    for text, better, worse in _compared():
        lines.append(f"  {text:46s} {_written(rows.gain(better, worse), sign=True)}")
    lines.append("within 200 km: the pool holds a right candidate; it is chosen where the pool holds one")
    for (answerer, name), found in rows.outcomes.items():
        held, right = found.nearest_km < KM[1], found.km < KM[1]
        lines.append(
            f"  {row(answerer, name):46s} {100 * held.mean():5.1f}   {100 * right[held].mean():5.1f}"
            f"   ({found.invalid} of {found.answers} answers invalid)"
        )
    return "\n".join(lines)


WHY_A = """\
Why answerer A can do better without alignment: it is right to the city or state half of the time on its
own, so that its pool nearly always holds a right candidate, whatever references it was shown. References
retrieved by f_gps are wrong where f_gps is wrong, and there the verifier, which is the same f_gps, prefers
them: fewer of the right candidates are chosen (last block). References retrieved by x alone err at random,
and the verifier puts them last. Answerer B seldom knows the place: without aligned references its pool
often lacks a right candidate, and that costs more than the shared errors."""


def _compared() -> list[tuple[str, str, str]]:
    found = [
        ("G3's layout - not aligned", LAYOUT, UNALIGNED),
        ("ceiling - f_gps alone", CEILING, GPS),
        ("not aligned - permuted f_gps", UNALIGNED, PERMUTED),
    ]
    for answerer in ("A", "B"):
        full = row(answerer, "full")
        found += [(f"{answerer}: cost of {n}", full, row(answerer, n)) for n in ("w/o A", "w/o D", "w/o V")]
    return found


def _retrieved(rows: Rows, world: World, name: str, found: I8) -> None:
    known, first = world.known, found[:, 0]
    rows.km[name] = error_km(known.lat[first], known.lon[first], world.asked.lat, world.asked.lon)


def gallery(rows: Rows, trained: Trained, name: str) -> None:
    """The references as a GPS gallery: their coordinates encoded, the best of them for each photograph."""
    known = trained.world.known
    encoded = trained.places(known.lat, known.lon)
    found = nearest(trained.asked_gps, encoded)
    rows.gallery[name] = found[:, 0], np.einsum("nd,nd->n", trained.asked_gps, encoded[found[:, 0]])
    _retrieved(rows, trained.world, name, found)


def _percent(one: Interval) -> Interval:
    return Interval(100.0 * one.value, 100.0 * one.low, 100.0 * one.high)


def _written(intervals: Sequence[Interval], *, sign: bool) -> str:
    form = "+5.1f" if sign else "5.1f"
    return "   ".join(f"{i.value:{form}} [{i.low:{form}}, {i.high:{form}}]" for i in intervals)
