"""Strategies: named ways from a photograph to ranked points, all of one signature.

``STRATEGIES`` holds all of them by name, those whose packs are missing too: each says itself what it lacks.
"""

from collections.abc import Mapping
from types import MappingProxyType

from theodolite.errors import NotFound
from theodolite.locate.strategies.fusion import Fusion
from theodolite.locate.strategies.g3 import G3
from theodolite.locate.strategies.geocell import Geocell
from theodolite.locate.strategies.geoclip import GeoClip
from theodolite.locate.strategies.img2loc import Img2Loc
from theodolite.locate.strategies.knn import Knn
from theodolite.locate.strategies.signature import Asked, Runs, Strategy, Tools

__all__ = ["STRATEGIES", "Asked", "Runs", "Strategy", "Tools", "find"]

_ALL: tuple[Strategy, ...] = (Fusion(), G3(), GeoClip(), Img2Loc(), Knn(), Geocell())

STRATEGIES: Mapping[str, Strategy] = MappingProxyType({one.name: one for one in _ALL})


def find(name: str) -> Strategy:
    """The strategy of that name; NotFound that lists those there are."""
    try:
        return STRATEGIES[name]
    except KeyError as error:
        raise NotFound(f"There is no strategy {name!r}; there are {', '.join(STRATEGIES)}.") from error
