"""PMTiles version 3 (its specification, version 3.6), read with the library of its authors.

The library believes what a file says; here each length is compared with the file and each compressed part is
unpacked under a limit first. Runs in the child only.
"""

from __future__ import annotations

import gzip
import json
import os
from collections import OrderedDict
from pathlib import Path
from typing import Any

from pmtiles.tile import (
    Compression,
    Entry,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

from theodolite.errors import TilesDamaged, TilesRefused, TilesTooLarge, TilesUnsupported, TilesVersion
from theodolite.tiles.content import tile
from theodolite.tiles.inflate import LARGEST_STORED, gunzipped
from theodolite.tiles.values import MapFacts, Tile, checked, names, plain

_HEADER = 127
_LARGEST_DIRECTORY = 4 << 20
_LARGEST_METADATA = 4 << 20
_DEPTH = 4
_DIRECTORIES_KEPT = 48
_KINDS = {
    TileType.MVT: "mvt",
    TileType.PNG: "png",
    TileType.JPEG: "jpeg",
    TileType.WEBP: "webp",
    TileType.AVIF: "avif",
}


class Pmtiles:
    """An open archive. Raises TilesRefused kinds; each names the file."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            self._size = os.fstat(self._file).st_size
            self._header = self._read_header()
            self._directories: OrderedDict[int, list[Entry]] = OrderedDict()
            self.facts = self._facts()
            self._directory(self._header["root_offset"], self._header["root_length"])
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def tile(self, z: int, x: int, y: int) -> Tile | None:
        """The tile, or None where the archive has none."""
        header = self._header
        wanted = zxy_to_tileid(z, x, y)
        offset, length = header["root_offset"], header["root_length"]
        for _ in range(_DEPTH):
            entry = find_tile(self._directory(offset, length), wanted)
            if entry is None:
                return None
            if entry.run_length > 0:
                return self._content(entry, f"The tile {z}/{x}/{y} of {self.name}")
            offset, length = header["leaf_directory_offset"] + entry.offset, entry.length
        raise TilesDamaged(f"{self.name} nests its directories more than {_DEPTH} deep.")

    def sample(self, most: int = 8) -> None:
        """Look into some tiles; the same errors as :meth:`tile`."""
        entries = self._directory(self._header["root_offset"], self._header["root_length"])
        whole = [entry for entry in entries if entry.run_length > 0]
        for entry in whole[:: max(1, len(whole) // most)][:most]:
            self._content(entry, f"A tile of {self.name}")
        leaf = next((entry for entry in entries if entry.run_length == 0), None)
        if leaf is not None:
            self._directory(self._header["leaf_directory_offset"] + leaf.offset, leaf.length)

    # --- parts -------------------------------------------------------------------------------------

    def _read_header(self) -> Any:
        head = os.pread(self._file, _HEADER, 0)
        try:
            if len(head) < _HEADER and head.startswith(b"PMTiles"):
                raise TilesDamaged(f"{self.name} is cut short. Nothing was installed.")
            header = deserialize_header(head)
        except (MagicNumberNotFound, UnicodeDecodeError) as error:
            raise TilesRefused(f"{self.name} is no PMTiles file. Nothing was installed.") from error
        except SpecVersionUnsupported as error:
            raise TilesVersion(
                f"{self.name} is PMTiles version {head[7]}; this program reads version 3. "
                "Nothing was installed."
            ) from error
        except ValueError as error:
            raise TilesUnsupported(
                f"{self.name} is packed in a way or holds tiles of a kind that this program does not read. "
                "Nothing was installed."
            ) from error
        for part in ("root", "metadata", "leaf_directory", "tile_data"):
            if header[f"{part}_offset"] + header[f"{part}_length"] > self._size:  # type: ignore[literal-required]
                raise TilesDamaged(f"{self.name} is cut short or damaged. Nothing was installed.")
        if header["internal_compression"] not in (Compression.NONE, Compression.GZIP):
            raise self._packed(header["internal_compression"])
        if header["tile_compression"] in (Compression.BROTLI, Compression.ZSTD):
            raise self._packed(header["tile_compression"])
        if header["tile_type"] not in _KINDS:
            raise TilesUnsupported(
                f"{self.name} holds tiles of the kind {header['tile_type'].name}, which this program "
                "does not draw. Nothing was installed."
            )
        return header

    def _packed(self, how: Compression) -> TilesUnsupported:
        return TilesUnsupported(
            f"{self.name} is packed with {how.name.lower()}; this program reads gzip. Convert it, for "
            "example with pmtiles convert. Nothing was installed."
        )

    def _facts(self) -> MapFacts:
        header = self._header
        table = self._metadata()
        layers = table.get("vector_layers")
        return checked(
            MapFacts(
                format="pmtiles",
                tiles=_KINDS[header["tile_type"]],
                min_zoom=header["min_zoom"],
                max_zoom=header["max_zoom"],
                west=header["min_lon_e7"] / 1e7,
                south=header["min_lat_e7"] / 1e7,
                east=header["max_lon_e7"] / 1e7,
                north=header["max_lat_e7"] / 1e7,
                name=plain(table.get("name"), 100),
                credits=plain(table.get("attribution")),
                layers=names(layers) if isinstance(layers, list) else (),
                count=min(header["addressed_tiles_count"], 1 << 60),
            ),
            self.name,
        )

    def _metadata(self) -> dict[str, Any]:
        header = self._header
        if header["metadata_length"] == 0:
            return {}
        raw = self._part(
            header["metadata_offset"], header["metadata_length"], _LARGEST_METADATA, "The description"
        )
        try:
            table = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise TilesDamaged(f"The description in {self.name} cannot be read.") from error
        return table if isinstance(table, dict) else {}

    def _directory(self, offset: int, length: int) -> list[Entry]:
        found = self._directories.get(offset)
        if found is not None:
            self._directories.move_to_end(offset)
            return found
        raw = self._part(offset, length, _LARGEST_DIRECTORY, "A directory")
        try:
            # The library takes packed directories only; ours has been unpacked under a limit.
            entries = deserialize_directory(gzip.compress(raw, compresslevel=0, mtime=0))
        except (EOFError, ValueError, IndexError, OverflowError) as error:
            raise TilesDamaged(f"A directory of {self.name} is damaged.") from error
        while len(self._directories) >= _DIRECTORIES_KEPT:
            self._directories.popitem(last=False)
        self._directories[offset] = entries
        return entries

    def _part(self, offset: int, length: int, most: int, what: str) -> bytes:
        """A part of the file, unpacked if the file packs its parts."""
        if length > most:
            raise TilesTooLarge(f"{what} of {self.name} is larger than {most >> 20} MB: refused.")
        if offset + length > self._size:
            raise TilesDamaged(f"{self.name} is cut short or damaged.")
        raw = os.pread(self._file, length, offset)
        if self._header["internal_compression"] == Compression.GZIP:
            return gunzipped(raw, most, f"{what} of {self.name}")
        return raw

    def _content(self, entry: Entry, what: str) -> Tile:
        offset = self._header["tile_data_offset"] + entry.offset
        if entry.offset < 0 or offset + entry.length > self._size:
            raise TilesDamaged(f"{what} lies outside of the file.")
        if entry.length > LARGEST_STORED:
            raise TilesTooLarge(f"{what} has {entry.length >> 20} MB; no tile of a map needs that.")
        return tile(os.pread(self._file, entry.length, offset), self.facts.tiles, what)
