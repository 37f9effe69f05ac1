"""The part of the engine in memory that concerns comparisons: kept, removed, filed pictures and map views."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.desktop.fake_values import Changes, Pixels
from theodolite.domain import CaseState, Comparison
from theodolite.errors import InputError, NotFound
from theodolite.jobs import Job, Progress


class Comparing:
    state: CaseState
    map_views: dict[tuple[str, str], bytes]

    def change(self, action: str, **parts: Any) -> Changes:
        raise NotImplementedError

    def put_comparison(self, comparison: Comparison) -> Changes:
        if len(comparison.panes) < 2:
            raise InputError("A comparison has two to four pictures. Choose something beside the exhibit.")
        made = replace(comparison, id=f"B{len(self.state.comparisons) + 1}")
        return self.change("comparison kept", comparisons=(*self.state.comparisons, made))

    def remove_comparison(self, comparison: str) -> Changes:
        rest = tuple(one for one in self.state.comparisons if one.id != comparison)
        return self.change("comparison removed", comparisons=rest)

    def keep_map_view(self, exhibit: str, subject: str, png: bytes) -> None:
        self.__dict__.setdefault("map_views", {})[exhibit, subject] = png

    def map_view(self, exhibit: str, subject: str) -> Job[Pixels]:
        yield Progress("Opening", waiting=True)
        if (exhibit, subject) not in self.__dict__.get("map_views", {}):
            raise NotFound("There is no derived file of this map view.")
        return Pixels(320, 200, bytes((10, 200, 30)) * (320 * 200))

    def filed_pixels(self, reference: str, max_side: int | None = None) -> Job[Pixels]:
        yield Progress("Opening", waiting=True)
        return Pixels(240, 180, bytes((200, 200, 30)) * (240 * 180))
