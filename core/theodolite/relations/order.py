"""One camera, one series of captures, the order in time: as the files claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from theodolite.domain import Exhibit
from theodolite.relations.moments import Moment, camera_of, instants, moments, one_camera
from theodolite.relations.relation import Relation, listed

#: Captures of one camera this near to each other are one series.
GAP = timedelta(minutes=10)
#: ... or these many file numbers apart, where no times speak against it.
NUMBERS = 5
_NUMBERED = re.compile(r"^(?P<stem>.*?)(?P<number>\d{3,8})$")


def groups(exhibits: Sequence[Exhibit]) -> list[list[Exhibit]]:
    """Exhibits by claimed camera, at least two each.

    Where serial numbers are given for one make and model, each serial is a camera, and exhibits without a
    number join none of several.
    """
    models: dict[str, dict[str, list[Exhibit]]] = {}
    for item in exhibits:
        if item.metadata.camera:
            serials = models.setdefault(item.metadata.camera, {})
            serials.setdefault(item.metadata.serial or "", []).append(item)
    found: list[list[Exhibit]] = []
    for serials in models.values():
        numbered = [members for serial, members in serials.items() if serial]
        if len(numbered) == 1:
            mine = {item.id for item in (*numbered[0], *serials.get("", []))}
            found.append([item for item in exhibits if item.id in mine])
        else:
            found += [*numbered, serials.get("", [])]
    return [members for members in found if len(members) > 1]


def cameras(exhibits: Sequence[Exhibit]) -> list[Relation]:
    found = []
    for members in groups(exhibits):
        names = tuple(item.id for item in members)
        serials = {item.metadata.serial for item in members}
        same_serial = len(serials) == 1 and None not in serials
        camera = camera_of(members[0]) if same_serial else members[0].metadata.camera
        how = "one camera by make, model and serial number" if same_serial else "one make and model of camera"
        found.append(
            Relation(
                "same camera",
                names,
                f"{listed(names)} claim {how}: {camera}",
                "" if same_serial else "without a serial number of each it may be two cameras of one model",
                ("make, model and serial number" if same_serial else "make and model",),
                () if same_serial else ("many cameras share a make and model",),
                origin=True,
            )
        )
    return found


def series(exhibits: Sequence[Exhibit]) -> list[Relation]:
    """Runs of captures of one camera: within ten minutes of each other, or by consecutive file numbers."""
    found = []
    for members in groups(exhibits):
        timed = moments(members, camera_of(members[0]))
        runs = _runs(timed)
        covered = {item.exhibit.id for run in runs for item in run}
        for run in runs:
            names = tuple(moment.exhibit.id for moment in run)
            span = run[-1].at - run[0].at
            text = f"{listed(names)} claim to be one series of captures: {duration(span)} by one camera"
            detail = ", ".join(f"{m.exhibit.id} {m.at:%Y-%m-%d %H:%M:%S}" for m in run)
            found.append(
                Relation("series", names, text, detail, ("camera and times", *_numbers(run)), origin=True)
            )
        found += _by_number(members, covered)
    return found


def _runs(timed: Sequence[Moment]) -> list[list[Moment]]:
    runs: list[list[Moment]] = []
    for moment in timed:
        if runs and moment.at - runs[-1][-1].at <= GAP:
            runs[-1].append(moment)
        else:
            runs.append([moment])
    return [run for run in runs if len(run) > 1]


def _numbers(run: Sequence[Moment]) -> tuple[str, ...]:
    found = [numbered(moment.exhibit.name) for moment in run]
    if any(one is None for one in found) or len({one[0] for one in found if one}) != 1:
        return ()
    values = [one[1] for one in found if one]
    return ("file numbers in the same order",) if values == sorted(values) else ()


def numbered(name: str) -> tuple[str, int] | None:
    """Stem and number of a camera's file name, ('dscn', 42) of 'DSCN0042.JPG'; None without a number."""
    match = _NUMBERED.match(name.rpartition(".")[0] or name)
    return (match["stem"].casefold(), int(match["number"])) if match else None


def _by_number(members: Sequence[Exhibit], covered: set[str]) -> list[Relation]:
    """Consecutive file numbers of one camera where a time is missing."""
    rows = [(key, item) for item in members if (key := numbered(item.name)) is not None]
    rows.sort(key=lambda row: (row[0], row[1].id))
    found: list[Relation] = []
    for (first, one), (second, other) in pairwise(rows):
        near = first[0] == second[0] and 0 < second[1] - first[1] <= NUMBERS
        untimed = not (one.metadata.taken_at and other.metadata.taken_at)
        if near and untimed and not {one.id, other.id} <= covered and one_camera(one, other):
            names = (one.id, other.id)
            found.append(
                Relation(
                    "series",
                    names,
                    f"{listed(names)} may be one series of captures: their file names are {one.name} and "
                    f"{other.name}, by one claimed camera",
                    "no times to compare",
                    ("file numbers and camera",),
                    ("anyone can rename a file",),
                    origin=True,
                )
            )
    return found


def in_time(exhibits: Sequence[Exhibit]) -> list[Relation]:
    """The order in time: of all that state an instant, and of each camera's by its own clock."""
    found = []
    said: set[tuple[str, ...]] = set()
    absolute = instants(exhibits)
    lists = [absolute, *(moments(members, camera_of(members[0])) for members in groups(exhibits))]
    for timed in lists:
        names = tuple(moment.exhibit.id for moment in timed)
        if len(timed) < 2 or names in said:
            continue
        said.add(names)
        clock = timed[0].clock
        by = "UTC as claimed" if clock == "UTC" else f"the clock of {clock}, zone unknown"
        found.append(
            Relation(
                "time order",
                names,
                f"By {by}: first {timed[0].exhibit.id}, last {timed[-1].exhibit.id}, "
                f"{duration(timed[-1].at - timed[0].at)} in all",
                ", ".join(f"{moment.exhibit.id} {moment.at:%Y-%m-%d %H:%M:%S}" for moment in timed),
                ("times claimed by the files",),
            )
        )
    return found


def duration(span: timedelta) -> str:
    """'18 min 14 s', '2 h 5 min', '3 days 4 h', '0 s'."""
    seconds = int(abs(span.total_seconds()))
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = [
        (days, "day" if days == 1 else "days"),
        (hours, "h"),
        (minutes, "min"),
        (seconds, "s"),
    ]
    shown = [(value, unit) for value, unit in parts if value][:2]
    return " ".join(f"{value} {unit}" for value, unit in shown) or "0 s"
