"""What a clock showed, and which instants that can have been.

Offsets come from the time zone database that is installed with the program (tzdata), never from the
system's, so that a case says the same on every machine.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from theodolite.errors import InputError

#: Zones a clock reading can be in, beside an offset such as '+05:30'.
NAMED = ("utc", "place", "unknown")
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_TIME = re.compile(
    r"(\d{4})[-:](\d{2})[-:](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A reading of a clock. ``shown`` has no zone of its own.

    ``zone``: 'utc'; an offset '+05:30'; 'place' (the civil time where the photograph was taken); 'unknown'
    (some civil time of the world). ``tolerance_minutes``: half of the 95 % interval of the reading.
    """

    shown: datetime
    zone: str = "utc"
    tolerance_minutes: float = 0.0


def moment(text: str, zone: str = "", tolerance_minutes: float = 0.0) -> Moment:
    """Read '2024-06-21 14:30', with 'Z' or an offset or none; raises InputError when the zone is missing.

    ``zone``: one of NAMED, 'local' (the same as 'place'), or an offset. A zone in the text and another in
    ``zone`` contradict each other.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise InputError(f"{text!r} is not a time. Write it as 2024-06-21 14:30.")
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    try:
        shown = datetime(year, month, day, hour, minute, int(found[6] or 0))  # noqa: DTZ001
    except ValueError as error:
        raise InputError(f"{text!r} is not a time: {error}.") from error
    if not (math.isfinite(tolerance_minutes) and tolerance_minutes >= 0):
        raise InputError("The tolerance of a time is a number of minutes, 0 or more.")
    written = zone_of(found[7]) if found[7] else ""
    given = zone_of(zone) if zone else ""
    if written and given and written != given:
        raise InputError(f"{text!r} names one time zone and {zone!r} another: use one of them.")
    if not (written or given):
        raise InputError(
            "A time needs its zone: UTC, an offset such as +02:00, the civil time of the place, or unknown."
        )
    return Moment(shown, written or given, tolerance_minutes)


def zone_of(text: str) -> str:
    """One of NAMED, or an offset as '+05:30'; raises InputError for anything else."""
    plain = text.strip().lower()
    if plain in ("z", "utc", "gmt"):
        return "utc"
    if plain in ("place", "local"):
        return "place"
    if plain == "unknown":
        return "unknown"
    found = _OFFSET.fullmatch(plain)
    minutes = int(found[2]) * 60 + int(found[3] or 0) if found else 0
    if found is None or minutes > 14 * 60:
        raise InputError(f"{text!r} is no time zone. Write utc, local, unknown or an offset such as +05:30.")
    return f"{found[1]}{minutes // 60:02}:{minutes % 60:02}"


def minutes_of(zone: str) -> int:
    """'+05:30' to 330, 'utc' to 0."""
    if zone == "utc":
        return 0
    hours, minutes = zone[1:].split(":")
    return (-1 if zone[0] == "-" else 1) * (int(hours) * 60 + int(minutes))


def offset_text(minutes: int) -> str:
    """330 to '+05:30'."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def offsets(moment_: Moment) -> tuple[int, ...]:
    """Minutes east of UTC that the clock can have been set to: one, or all in civil use at that time."""
    if moment_.zone in ("place", "unknown"):
        return civil_offsets(moment_.shown)
    return (minutes_of(moment_.zone),)


def instant(moment_: Moment, offset_minutes: int) -> datetime:
    """The instant (UTC) at which a clock of that offset shows the time; raises InputError outside years
    1 to 9999."""
    try:
        return moment_.shown.replace(tzinfo=UTC) - timedelta(minutes=offset_minutes)
    except OverflowError as error:
        raise InputError(f"{moment_.shown:%H:%M} at that offset lies outside years 1 to 9999.") from error


def civil(moment_: Moment, name: str) -> datetime:
    """The instant (UTC) at which the clocks of zone ``name`` show the time.

    Raises InputError for an hour that was skipped when clocks went forward, and for one that was shown twice.
    """
    both = {_minutes(moment_.shown.replace(tzinfo=zone(name), fold=fold).utcoffset()) for fold in (0, 1)}
    instants = [instant(moment_, minutes) for minutes in sorted(both, reverse=True)]
    if len(instants) == 1:
        return instants[0]
    shown = f"{moment_.shown:%Y-%m-%d %H:%M}"
    texts = " or ".join(offset_text(minutes) for minutes in sorted(both, reverse=True))
    if any(at.astimezone(zone(name)).replace(tzinfo=None) == moment_.shown for at in instants):
        raise InputError(f"{name} showed {shown} twice, as the clocks changed: write the offset, {texts}.")
    raise InputError(f"{name} never showed {shown}: the clocks were put forward over it.")


@lru_cache(maxsize=64)
def civil_offsets(shown: datetime) -> tuple[int, ...]:
    """Every offset that some zone's clocks had while showing ``shown``, in minutes, ascending."""
    found: set[int] = set()
    for name in names():
        for fold in (0, 1):
            local = shown.replace(tzinfo=zone(name), fold=fold)
            found.add(_minutes(local.utcoffset()))
    return tuple(sorted(found))


@lru_cache(maxsize=512)
def offsets_at(zones: tuple[str, ...], utc: str) -> tuple[int, ...]:
    """Minutes east of UTC of each of ``zones`` at the instant ``utc`` (ISO 8601, Z)."""
    at = datetime.fromisoformat(utc)
    return tuple(_minutes(at.astimezone(zone(name)).utcoffset()) for name in zones)


def _minutes(offset: timedelta | None) -> int:
    assert offset is not None
    return round(offset.total_seconds() / 60.0)


@cache
def names() -> tuple[str, ...]:
    """Every zone of the database, ordered, without those that stand for no country's clocks."""
    from importlib import resources

    listed = (resources.files("tzdata") / "zones").read_text(encoding="ascii").split()
    return tuple(sorted(name for name in listed if "/" in name and not name.startswith("Etc/")))


@cache
def zone(name: str) -> ZoneInfo:
    """The zone of that name; raises InputError when the database has none."""
    from importlib import resources

    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z][A-Za-z0-9_+-]*){0,2}", name):
        raise InputError(f"{name!r} is no name of a time zone.")
    file = resources.files("tzdata") / "zoneinfo"
    for part in name.split("/"):
        file = file / part
    try:
        with file.open("rb") as opened:
            return ZoneInfo.from_file(opened, key=name)
    except (OSError, ValueError) as error:
        raise InputError(f"There is no time zone {name!r} in the database.") from error


def nautical(lon: float) -> str:
    """The zone of a ship at longitude ``lon``, for places on nobody's land (signs of Etc are reversed)."""
    hours = round(lon / 15.0)
    return "Etc/GMT" if hours == 0 else f"Etc/GMT{'-' if hours > 0 else '+'}{abs(hours)}"


def known(zones: Sequence[str]) -> tuple[str, ...]:
    """Those of ``zones`` that the database has."""
    kept = []
    for name in zones:
        try:
            zone(name)
        except InputError:
            continue
        kept.append(name)
    return tuple(kept)
