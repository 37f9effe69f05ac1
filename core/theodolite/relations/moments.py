"""When and where exhibits claim to be from, as far as two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from theodolite.chronology.spans import AHEAD, BEHIND
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
    """The claimed instant, where the file states one: local time with its offset, else satellite time.

    A receiver that no civil time zone reconciles with the camera's clock is not believed: some are days off.
    """
    shown = taken(exhibit)
    if shown is not None and shown.tzinfo is not None:
        return shown.astimezone(UTC)
    try:
        found = datetime.fromisoformat(exhibit.metadata.gps_utc).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if shown is not None and not -BEHIND <= shown.replace(tzinfo=UTC) - found <= AHEAD:
        return None
    return found


def moments(exhibits: Iterable[Exhibit], camera: str) -> list[Moment]:
    """The times of exhibits of one camera, earliest first.

    When each of them states its offset the instants are compared, else what the clock showed: a traveller's
    clock that was set anew between two pictures moves them apart without notice.
    """
    shown = [(item, at) for item in exhibits if (at := taken(item)) is not None]
    if all(at.tzinfo is not None for _, at in shown):
        found = [Moment(item, at.astimezone(UTC), "UTC") for item, at in shown]
    else:
        found = [Moment(item, at.replace(tzinfo=None), camera) for item, at in shown]
    return in_order(found)


def instants(exhibits: Iterable[Exhibit]) -> list[Moment]:
    """The instants that exhibits of any camera state, earliest first."""
    return in_order(Moment(item, at, "UTC") for item in exhibits if (at := utc(item)) is not None)


def in_order(found: Iterable[Moment]) -> list[Moment]:
    return sorted(found, key=lambda moment: (moment.at, moment.exhibit.id))
