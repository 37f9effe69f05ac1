"""What the investigator does to clues: adding, rejecting, switching, weighing; each one recorded step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from theodolite.chronology import parse_span
from theodolite.domain import (
    CLUE_SOURCES,
    Box,
    Clue,
    MarkShape,
    Origin,
    PointReach,
    Reach,
    SourceSetting,
    Strength,
)
from theodolite.engine.changes import Changes
from theodolite.engine.marking import Marking, region
from theodolite.errors import InputError
from theodolite.geo import coordinates

if TYPE_CHECKING:
    from datetime import datetime

    from theodolite.geo.clock import Moment
    from theodolite.geo.resection import Line, Sighting
    from theodolite.geo.shadow import SunObservation


class ClueEdits(Marking):
    """The writing half of a session that concerns clues."""

    def add_clue(
        self,
        exhibit: str,
        observation: str,
        inference: str,
        source: str,
        *,
        supports: bool = True,
        strength: Strength = Strength.LIKELY,
        box: Box | None = None,
        shape: MarkShape | None = None,
        place_text: str = "",
        when_text: str = "",
    ) -> Changes:
        """A clue made by hand; ``place_text`` (a place or coordinate) lets it count in the ranking.

        ``when_text`` ('before 2015', 'summer 2019'): what it says about the time, apart from the place.
        ``box`` or ``shape``: where it is seen; of a shape the box is its bounding box.
        """
        item = self.exhibit(exhibit)
        if not observation.strip():
            raise InputError("Write what you observed.")
        if not source.strip():
            raise InputError("Name the source of the inference, for example a printed guide.")
        reach = self.read_place(place_text) if place_text.strip() else None
        box, shape = region(box, shape)
        clue = Clue(
            id="",
            exhibit=item.id,
            kind="hand",
            observation=observation.strip(),
            inference=inference.strip(),
            strength=strength,
            method=f"observed by {self.state.case.operator}",
            version="1",
            root=f"hand:{item.sha256}:{source.strip().casefold()}",
            origins=(Origin("reference", source.strip().casefold()),),
            reach=reach,
            supports=supports,
            box=box,
            shape=shape,
            by_person=True,
            when=parse_span(when_text) if when_text.strip() else None,
            inputs=(("time", when_text.strip()),) if when_text.strip() else (),
        )
        self.store.add_clue(clue)
        return Changes(clues=True, candidates=True)

    def read_place(self, text: str) -> Reach:
        """A coordinate, or a place the hint parser understands as a point or area; changes nothing."""
        try:
            lat, lon = coordinates.parse(text)
        except InputError:
            from theodolite.assistant import hints

            parsed = hints.parse(f"in {text}", self.engine.world, self.engine.gazetteer)
            return parsed[0].reach
        return PointReach(lat, lon, 0.3, text)

    def reject_clue(self, clue: str, reason: str) -> Changes:
        if not reason.strip():
            raise InputError("Say why the clue is rejected.")
        self.store.update_clue(
            replace(self.clue(clue), active=False, rejected_reason=reason.strip()), "clue rejected"
        )
        return Changes(clues=True, candidates=True)

    def set_clue(self, clue: str, active: bool) -> Changes:
        self.store.update_clue(
            replace(self.clue(clue), active=active, rejected_reason=None), "clue on" if active else "clue off"
        )
        return Changes(clues=True, candidates=True)

    def set_clue_strength(self, clue: str, strength: Strength) -> Changes:
        self.store.update_clue(replace(self.clue(clue), strength=strength), "clue strength changed")
        return Changes(clues=True, candidates=True)

    def add_sun(
        self,
        exhibit: str,
        observation: SunObservation,
        moment: Moment,
        *,
        strength: Strength = Strength.LIKELY,
        box: Box | None = None,
        shape: MarkShape | None = None,
        note: str = "",
    ) -> Changes:
        """A measured shadow or sun angle at a time: a band of places (theodolite.clues.sun)."""
        from theodolite.clues.sun import sun_clue

        item = self.exhibit(exhibit)
        number = 1 + sum(c.kind == "sun.shadow" and c.exhibit == item.id for c in self.state.clues)
        by = self.state.case.operator
        box, shape = region(box, shape)
        clue = sun_clue(item, observation, moment, by, number=number, strength=strength, box=box, note=note)
        self.store.add_clue(replace(clue, shape=shape))
        return Changes(clues=True, candidates=True)

    def add_sun_times(
        self,
        exhibit: str,
        observation: SunObservation,
        lat: float,
        lon: float,
        start: datetime,
        end: datetime,
        *,
        strength: Strength = Strength.LIKELY,
    ) -> Changes:
        """When the picture can have been taken, if at this place between ``start`` and ``end`` (UTC).

        Raises InputError when the sun never stood so there.
        """
        from theodolite.clues.sun import sun_time_clues

        item = self.exhibit(exhibit)
        roots = {c.root for c in self.state.clues if c.kind.startswith("sun.") and c.exhibit == item.id}
        by = self.state.case.operator
        for clue in sun_time_clues(
            item, observation, lat, lon, start, end, by, number=1 + len(roots), strength=strength
        ):
            self.store.add_clue(clue)
        return Changes(clues=True, candidates=True)

    def add_resection(
        self,
        exhibit: str,
        *,
        lines: tuple[Line, ...] = (),
        sightings: tuple[Sighting, ...] = (),
        heading: tuple[float, float] | None = None,
        strength: Strength = Strength.LIKELY,
    ) -> Changes:
        """Where the camera stood, from points of the map that line up or are seen at angles.

        Raises InputError for too few points, Degenerate where they fix no place.
        """
        from theodolite.clues.geometry import resection_clue
        from theodolite.geo.resection import resect

        item = self.exhibit(exhibit)
        number = 1 + sum(c.kind == "geometry.resection" and c.exhibit == item.id for c in self.state.clues)
        clue = resection_clue(
            item,
            resect(lines, sightings, heading),
            self.state.case.operator,
            lines=lines,
            sightings=sightings,
            heading=heading,
            number=number,
            strength=strength,
        )
        self.store.add_clue(clue)
        return Changes(clues=True, candidates=True)

    # --- sources -----------------------------------------------------------------------------------

    def source_setting(self, source: str) -> SourceSetting:
        """How a clue source counts in this case."""
        if source not in CLUE_SOURCES:
            raise InputError(f"There is no clue source {source!r}; there are: {', '.join(CLUE_SOURCES)}.")
        for setting in self.state.case.sources:
            if setting.source == source:
                return setting
        return SourceSetting(source)

    def set_source(self, source: str, *, on: bool | None = None, weight: float | None = None) -> Changes:
        """Switch a clue source, or weigh it in [0, 1]; its clues stay listed. Raises InputError."""
        setting = self.source_setting(source)
        if weight is not None and not 0.0 <= weight <= 1.0:
            raise InputError(f"A weight lies between 0 and 1; {weight:g} does not.")
        setting = replace(
            setting,
            on=setting.on if on is None else on,
            weight=setting.weight if weight is None else weight,
        )
        case = self.state.case
        others = tuple(one for one in case.sources if one.source != source)
        ordered = sorted((*others, setting), key=lambda one: list(CLUE_SOURCES).index(one.source))
        self.store.set_case(replace(case, sources=tuple(ordered)))
        return Changes(case=True, clues=True, candidates=True)
