"""How cells are made, trained and refined: the published settings under their names.

What a paper gives is here as it gives it; what it does not give, or what we could not read, is ours and says
so. Numbers of points are those of the papers' millions of photographs: for smaller sets give smaller ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from theodolite.errors import InputError

Style = Literal["planet", "cplanet", "isns", "pigeon"]


@dataclass(frozen=True, slots=True)
class CellsConfig:
    """``least``, ``most``: points of a cell (``most``: one number a partition, coarse to fine).

    ``base``, ``classes``, ``partitions``: points of CPlaNet's S2 cells, classes of a coarse partition (0: a
    fifth of those cells) and how many partitions. ``optics``: pairs (min_samples, xi). ``deepest``: level of
    the smallest S2 cell. ``smoothing_km``: tau of the labels.
    """

    name: str
    style: Style
    least: int
    most: tuple[int, ...]
    base: int = 0
    classes: int = 0
    partitions: int = 1
    optics: tuple[tuple[int, float], ...] = ()
    deepest: int = 30
    smoothing_km: float | None = None
    refinement: Refinement | None = None


@dataclass(frozen=True, slots=True)
class Refinement:
    """PIGEON's refinement by prototypes within the best cells.

    ``top`` cells of the ``candidates`` best take part; ``temperature`` divides the Euclidean distance between
    embeddings; a point further than ``limit_km`` from the unrefined one is given up (None: never).
    """

    top: int
    candidates: int
    temperature: float
    limit_km: float | None


#: t1 = 10,000 and t2 = 50 (26,263 cells on its 91 M photographs).
PLANET = CellsConfig("planet", "planet", 50, (10_000,))
#: Five coarse partitions; the numbers of points and classes are ours.
CPLANET = CellsConfig("cplanet", "cplanet", 50, (10_000,), base=500, partitions=5)
#: Minimum 50; maximum 5000, 2000 and 1000.
ISNS = CellsConfig("isns", "isns", 50, (5000, 2000, 1000))
#: Street view: tau 75 km; the 5 best cells; T 1.6; limit 1000 km; cells of 30 to 60.
PIGEON = CellsConfig(
    "pigeon",
    "pigeon",
    30,
    (60,),
    optics=((8, 0.05), (10, 0.025), (15, 0.015)),
    smoothing_km=75.0,
    refinement=Refinement(5, 5, 1.6, 1000.0),
)
#: Photographs of the web, and the published row: tau 65 km; 40 of the 50 best; T 0.6; no limit; 1000 to 2000.
PIGEOTTO = CellsConfig(
    "pigeotto",
    "pigeon",
    1000,
    (2000,),
    optics=((300, 0.05), (400, 0.005), (1000, 0.0001)),
    smoothing_km=65.0,
    refinement=Refinement(40, 50, 0.6, None),
)

NAMED = {config.name: config for config in (PLANET, CPLANET, ISNS, PIGEON, PIGEOTTO)}


def named(
    name: str, *, least: int | None = None, most: tuple[int, ...] = (), base: int | None = None,
    classes: int | None = None, partitions: int | None = None,
) -> CellsConfig:  # fmt: skip
    """A named configuration with some numbers replaced; InputError for an unknown name or impossible ones."""
    if name not in NAMED:
        raise InputError(f"There is no style {name}. The styles are: {', '.join(NAMED)}.")
    config = NAMED[name]
    if most and config.style != "isns" and len(most) != 1:
        raise InputError(f"The style {name} has one maximum.")
    changed = replace(
        config,
        least=config.least if least is None else least,
        most=most or config.most,
        base=config.base if base is None else base,
        classes=config.classes if classes is None else classes,
        partitions=config.partitions if partitions is None else partitions,
    )
    if changed.least < 1 or changed.partitions < 1 or any(most < changed.least for most in changed.most):
        raise InputError("Cells need 1 <= min <= max points.")
    if list(changed.most) != sorted(set(changed.most), reverse=True):
        raise InputError("Nested cells need falling maxima, coarse to fine.")
    return changed
