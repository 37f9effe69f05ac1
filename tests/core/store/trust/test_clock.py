"""Clocks that cannot all be right are named."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from theodolite.domain import Exhibit, LogRecord, Stamp
from theodolite.store.trust import clock

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def record(number: int, utc: str) -> LogRecord:
    return LogRecord(number, utc, "P1", "viewed", "{}", "", hashlib.sha256(bytes([number])).hexdigest())


LOG = tuple(record(n, f"2026-03-01T10:0{n}:00.000Z") for n in range(1, 6))
ITEM = Exhibit("E1", "a.jpg", "", "", 1, "image/jpeg", "", "2026-03-01T10:01:00Z", "P1", True)
STAMP = Stamp("Z1", "rfc3161", LOG[3].hash, "", "", "confirmed", "2026-03-01T10:05:00Z", "", "")


def test_clocks_that_agree_say_nothing() -> None:
    item = replace(ITEM, file_time="2008-10-22T16:46:53Z")
    assert clock.warnings(LOG, [item, ITEM], [STAMP], NOW) == ()


def test_time_that_goes_backwards_is_named_once_where_it_jumps() -> None:
    log = (*LOG[:3], record(4, "2026-03-01T09:00:00.000Z"), record(5, "2026-03-01T09:01:00.000Z"))
    (found,) = clock.warnings(log, [], [], NOW)
    assert found.about == "4" and "1:03:00 before record 3" in found.text


def test_a_second_of_correction_is_no_jump_and_nonsense_is_named() -> None:
    log = (record(1, "2026-03-01T10:00:01.500Z"), record(2, "2026-03-01T10:00:00.000Z"))
    assert clock.warnings(log, [], [], NOW) == ()
    (found,) = clock.warnings((*log, record(3, "yesterday")), [], [], NOW)
    assert found.about == "3" and "cannot be read" in found.text


def test_a_log_from_the_future_is_named() -> None:
    (found,) = clock.warnings(LOG, [], [], datetime(2026, 3, 1, 10, 3, 30, tzinfo=UTC))
    assert found.about == "4" and "2 records" in found.text


def test_a_file_changed_after_it_was_taken_is_named() -> None:
    (found,) = clock.warnings(LOG, [replace(ITEM, file_time="2026-03-02T00:00:00Z")], [], NOW)
    assert found.about == "E1" and "one clock is wrong" in found.text


def test_a_head_stamped_before_it_was_written_shows_a_clock_ahead() -> None:
    early = replace(STAMP, stamped_utc="2026-03-01T10:00:00Z")
    (found,) = clock.warnings(LOG, [], [early], NOW)
    assert found.about == "Z1" and "clock was ahead" in found.text
    block = replace(early, kind="opentimestamps")  # a block's time may be two hours off
    assert clock.warnings(LOG, [], [block, replace(early, state="invalid")], NOW) == ()
    assert clock.warnings(LOG, [], [replace(block, stamped_utc="2026-03-01T07:00:00Z")], NOW)
