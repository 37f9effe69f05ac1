"""What the session in memory keeps of sun and camera: the real makers of clues, no store."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from theodolite.clues.geometry import resection_clue
from theodolite.clues.sun import sun_clue, sun_time_clues
from theodolite.domain import CaseState, Clue, Exhibit, MarkShape, Strength
from theodolite.errors import NotFound
from theodolite.geo.clock import Moment
from theodolite.geo.resection import Line, Sighting, resect
from theodolite.geo.shadow import SunObservation


class Measures:
    """Mixed into the session; ``change`` is the session's."""

    state: CaseState

    def change(self, action: str, **parts: Any) -> Any:
        raise NotImplementedError

    def exhibit(self, exhibit: str) -> Exhibit:
        for item in self.state.exhibits:
            if item.id == exhibit:
                return item
        raise NotFound(f"There is no exhibit {exhibit}.")

    def clue(self, clue: str) -> Clue:
        return next(item for item in self.state.clues if item.id == clue)

    def _keep(self, *made: Clue) -> Any:
        clues = list(self.state.clues)
        for clue in made:
            mark = 1 + max((c.mark or 0 for c in clues), default=0) if clue.box else None
            clues.append(replace(clue, id=f"C{len(clues) + 1}", mark=mark))
        return self.change("clue added", clues=tuple(clues))

    def add_sun(
        self,
        exhibit: str,
        observation: SunObservation,
        moment: Moment,
        *,
        strength: Strength,
        shape: MarkShape | None = None,
        **rest: Any,
    ) -> Any:
        made = sun_clue(self.exhibit(exhibit), observation, moment, "tester", strength=strength, **rest)
        return self._keep(replace(made, shape=shape))

    def add_sun_times(
        self,
        exhibit: str,
        observation: SunObservation,
        lat: float,
        lon: float,
        start: datetime,
        end: datetime,
        *,
        strength: Strength,
    ) -> Any:
        item = self.exhibit(exhibit)
        return self._keep(*sun_time_clues(item, observation, lat, lon, start, end, "tester"))

    def add_resection(
        self,
        exhibit: str,
        *,
        lines: tuple[Line, ...],
        sightings: tuple[Sighting, ...],
        heading: tuple[float, float] | None,
        strength: Strength,
    ) -> Any:
        found = resect(lines, sightings, heading)
        item = self.exhibit(exhibit)
        return self._keep(
            resection_clue(item, found, "tester", lines=lines, sightings=sightings, heading=heading)
        )
