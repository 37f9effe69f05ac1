"""What the session in memory keeps of searched ground and of what leaves it: the real grids, no store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.desktop.fake_values import UTC
from theodolite.domain import Box, CaseState, Disclosure, SearchArea
from theodolite.engine.carrying import outline_of, rounded
from theodolite.errors import InputError, NotFound
from theodolite.geo import carrying, search_grid
from theodolite.jobs import Job, Progress


class Ground:
    """Mixed into the session; ``change`` is the session's."""

    state: CaseState
    numbers = 0

    def change(self, action: str, **parts: Any) -> Any:
        raise NotImplementedError

    def _area(self, name: str) -> SearchArea:
        found = next((area for area in self.state.areas if area.id == name), None)
        if found is None:
            raise NotFound(f"There is no search area {name} in this case.")
        return found

    def _put(self, area: SearchArea, action: str) -> Any:
        areas = tuple(area if one.id == area.id else one for one in self.state.areas)
        return self.change(action, areas=areas)

    def add_area(
        self, title: str, outline: Iterable[Sequence[float]], cell_m: float | None = None, note: str = ""
    ) -> Any:
        corners = search_grid.checked_outline(outline)
        size = search_grid.fitting_cell_m(corners) if cell_m is None else cell_m
        search_grid.grid(corners, size)
        self.numbers = max(self.numbers, len(self.state.areas)) + 1
        name = f"W{self.numbers}"
        area = SearchArea(name, title or f"Area {name[1:]}", corners, size, (), note)
        return self.change("search area drawn", areas=(*self.state.areas, area))

    def change_area(self, area: str, *, title: str, cell_m: float, note: str) -> Any:
        before = self._area(area)
        return self._put(replace(before, title=title, cell_m=cell_m, note=note), "search area changed")

    def judge_cells(self, area: str, cells: Iterable[tuple[int, int]], state: Any) -> Any:
        before = self._area(area)
        there = set(search_grid.grid(before.outline, before.cell_m).cells)
        judged = {(row, column): said for row, column, said in before.cells}
        for cell in cells:
            if cell not in there:
                raise InputError(f"{area} has no cell in row {cell[0]}, column {cell[1]}.")
            judged[cell] = state
        rows = tuple((*cell, said) for cell, said in sorted(judged.items()) if said is not None)
        return self._put(replace(before, cells=rows), "cells judged")

    def remove_area(self, area: str) -> Any:
        left = tuple(one for one in self.state.areas if one.id != area)
        return self.change("search area removed", areas=left)

    def _disclose(self, what: Any, service: str, km: float | None, form: Any, text: str, about: str) -> None:
        value = Disclosure(
            f"J{len(self.state.disclosures) + 1}", what, about, service, km, form, text, "tester", UTC
        )
        self.change("disclosure", disclosures=(*self.state.disclosures, value))

    def carry_link(self, lat: float, lon: float, service: str, km: float | None, about: str = "") -> str:
        text = carrying.address(service, *rounded(lat, lon, km), km)
        self._disclose("link", service, km, "text", text, about)
        return text

    def carry_coordinates(self, lat: float, lon: float, km: float | None, about: str = "") -> str:
        lat, lon = rounded(lat, lon, km)
        text = f"{lat:.{carrying.digits(km)}f}, {lon:.{carrying.digits(km)}f}"
        self._disclose("coordinates", "", km, "text", text, about)
        return text

    def carry_query(self, tags: Sequence[str], **where: Any) -> str:
        km = where["precision_km"]
        if where["outline"]:
            text = carrying.overpass(tags, outline=outline_of(where["outline"], km))
        else:
            lat, lon = rounded(where["point"][0], where["point"][1], km)
            text = carrying.overpass(tags, around=(lat, lon, where["radius_m"]))
        self._disclose("query", "Overpass", km, "text", text, where["about"])
        return text

    def carry_crop(self, exhibit: str, box: Box, out: Path | None = None) -> Job[str]:
        yield Progress("Cropping", waiting=True)
        data = f"{exhibit} {box}".encode()
        digest = hashlib.sha256(data).hexdigest()
        self._disclose("crop", "", None, "text" if out is None else "file", digest, exhibit)
        if out is None:
            return "data:image/png;base64,eA=="
        out.write_bytes(data)
        return digest

    def export_map(self, out: Path, data: bytes, what: str) -> Path:
        out.write_bytes(data)
        self.change("map exported")
        return out
