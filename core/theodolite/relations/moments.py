"""When and where exhibits claim to be from, as far as two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from theodolite.domain import Exhibit


@dataclass(frozen=True, slots=True)
class Moment:
    """A claimed time. ``clock``: what it can be compared with: 'UTC', or one camera's clock by its name."""

    exhibit: Exhibit
    at: datetime
    clock: str


def camera_of(exhibit: Exhibit) -> str:
    """Make and model as claimed, with the serial number where there is one; '' for none."""
    metadata = exhibit.metadata
    if not metadata.camera:
        return ""
    return f"{metadata.camera}, serial number {metadata.serial}" if metadata.serial else metadata.camera


def one_camera(first: Exhibit, second: Exhibit) -> bool:
    """Whether both claim one make and model, and not two serial numbers."""
    one, other = first.metadata, second.metadata
    if not one.camera or one.camera != other.camera:
        return False
    return not (one.serial and other.serial and one.serial != other.serial)


def taken(exhibit: Exhibit) -> datetime | None:
    """What the camera's clock showed, without a zone; with one where the file states its offset."""
    text = exhibit.metadata.taken_at
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def utc(exhibit: Exhibit) -> datetime | None:
    """The claimed instant, where the file states one: satellite time, or local time with its offset."""
    for text in (exhibit.metadata.taken_at, exhibit.metadata.gps_utc):
        try:
            found = datetime.fromisoformat(text) if text else None
        except ValueError:
            continue
        if found is not None and found.tzinfo is not None:
            return found.astimezone(UTC)
    return None


def moments(exhibits: Iterable[Exhibit], clock: str) -> list[Moment]:
    """The times of exhibits by one camera's clock, earliest first.

    When each of them states an instant these are compared, else what the clock showed: a traveller's clock
    that was set anew between two pictures moves them apart without notice.
    """
    chosen = list(exhibits)
    instants = [utc(item) for item in chosen]
    if chosen and all(instants):
        found = [Moment(item, at, "UTC") for item, at in zip(chosen, instants, strict=True) if at]
    else:
        shown = [(item, taken(item)) for item in chosen]
        found = [Moment(item, at.replace(tzinfo=None), clock) for item, at in shown if at is not None]
    return sorted(found, key=lambda moment: (moment.at, moment.exhibit.id))
