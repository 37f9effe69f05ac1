"""Whether the clocks of a case agree: its log, its files, and the time stamps over it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from theodolite.domain import Exhibit, LogRecord, Stamp

#: A clock that is set by the network is moved by less than this.
TOLERANCE = timedelta(seconds=2)
#: How far a Bitcoin block's time may be off (consensus rule on block times).
BLOCK = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class ClockWarning:
    """``about``: a record's number as text, an exhibit's or a stamp's id."""

    about: str
    text: str


def warnings(
    log: Sequence[LogRecord], exhibits: Iterable[Exhibit], stamps: Iterable[Stamp], now: datetime
) -> tuple[ClockWarning, ...]:
    """Everything about times that cannot all be right. ``now``: an aware datetime."""
    times = {record.sequence: time for record in log if (time := moment(record.utc))}
    heads = {record.hash: times[record.sequence] for record in log if record.sequence in times}
    return (
        *_backwards(log, times),
        *_ahead(log, times, now),
        *_files(exhibits),
        *_stamped(stamps, heads),
    )


def _backwards(log: Sequence[LogRecord], times: Mapping[int, datetime]) -> Iterable[ClockWarning]:
    latest: tuple[datetime, int] | None = None
    for record in log:
        time = times.get(record.sequence)
        if time is None:
            yield ClockWarning(
                str(record.sequence), f"Record {record.sequence} has a time that cannot be read."
            )
            continue
        if latest and time < latest[0] - TOLERANCE:
            yield ClockWarning(
                str(record.sequence),
                f"The clock went backwards: record {record.sequence} says {record.utc}, "
                f"{latest[0] - time} before record {latest[1]}.",
            )
        latest = (time, record.sequence)


def _ahead(log: Sequence[LogRecord], times: Mapping[int, datetime], now: datetime) -> Iterable[ClockWarning]:
    late = [record for record in log if times.get(record.sequence, now) > now + TOLERANCE]
    if late:
        yield ClockWarning(
            str(late[0].sequence),
            f"{len(late)} records, from {late[0].sequence} on, are later than this machine's clock "
            f"({now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}): the clock was or is wrong.",
        )


def _files(exhibits: Iterable[Exhibit]) -> Iterable[ClockWarning]:
    for item in exhibits:
        changed, added = moment(item.file_time), moment(item.added_utc)
        if changed and added and changed > added + TOLERANCE:
            yield ClockWarning(
                item.id,
                f"The file of {item.id} says that it was changed at {item.file_time}, "
                f"after it was taken into custody at {item.added_utc}: one clock is wrong.",
            )


def _stamped(stamps: Iterable[Stamp], heads: Mapping[str, datetime]) -> Iterable[ClockWarning]:
    """A head cannot be stamped before it was written."""
    for stamp in stamps:
        written, stated = heads.get(stamp.head), moment(stamp.stamped_utc)
        slack = BLOCK if stamp.kind == "opentimestamps" else TOLERANCE
        if stamp.state != "invalid" and written and stated and stated < written - slack:
            yield ClockWarning(
                stamp.id,
                f"{stamp.id} says that the log's head existed at {stamp.stamped_utc}, but the log says "
                f"that it was written at {written:%Y-%m-%dT%H:%M:%SZ}: this machine's clock was ahead.",
            )


def moment(text: str) -> datetime | None:
    """An ISO 8601 time as an aware datetime, UTC where it states no zone; None when it cannot be read."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
