"""Map packs: PMTiles and MBTiles archives, raster and vector, and files of boundaries.

Files come from anywhere, so nothing of them is read in this process: :class:`TileReader` asks a child under
limits (``child``), which knows the formats. What comes back is checked again here.
"""

from theodolite.tiles.reader import TileReader
from theodolite.tiles.values import SUFFIXES, MapFacts, Tile, is_boundaries, is_map

__all__ = ["SUFFIXES", "MapFacts", "Tile", "TileReader", "is_boundaries", "is_map"]
