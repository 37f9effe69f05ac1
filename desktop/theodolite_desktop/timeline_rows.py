"""The log as a timeline: what happened to one exhibit, or in the whole case, day by day. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import LogLine

#: The first word of an action that is met decides its icon and colour rule.
LOOKS: tuple[tuple[str, str, str], ...] = (
    ("destroy", "delete-forever-outline", "error"),
    ("withdraw", "archive-arrow-down-outline", "warn"),
    ("exhibit added", "tray-arrow-down", "accent"),
    ("viewed", "eye-outline", "text2"),
    ("examined", "text-recognition", "text2"),
    ("exhibit read", "text-recognition", "text2"),
    ("verdict", "scale-balance", "accent"),
    ("sign", "draw-pen", "ok"),
    ("stamp", "clock-check-outline", "ok"),
    ("report", "file-document-outline", "accent"),
    ("export", "export-variant", "accent"),
    ("bundle", "archive-outline", "accent"),
    ("carried", "export-variant", "accent"),
    ("derived", "image-edit-outline", "text2"),
    ("hint", "message-text-outline", "text2"),
    ("message", "forum-outline", "text2"),
    ("clue", "label-outline", "text2"),
    ("candidate", "map-marker-outline", "text2"),
    ("note", "note-text-outline", "text2"),
    ("lead", "format-list-checks", "text2"),
    ("reference", "image-search-outline", "text2"),
    ("search", "image-search-outline", "text2"),
    ("review", "account-eye-outline", "text2"),
    ("conflict", "alert-outline", "warn"),
    ("undo", "undo", "text2"),
    ("redo", "redo", "text2"),
)
OTHER = ("circle-medium", "text2")


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A step, or with ``day`` the heading of a day (UTC)."""

    key: str
    day: str = ""
    time: str = ""
    who: str = ""
    action: str = ""
    text: str = ""
    icon: str = ""
    tone: str = "text2"
    number: int = 0

    @property
    def spoken(self) -> str:
        """The row in words, for screen readers and tool tips."""
        if self.day:
            return self.day
        lead = tr("record {number}, {time} UTC", number=self.number, time=self.time)
        return "\n".join(part for part in (f"{lead}, {self.who}", self.action, self.text) if part)


def time_rows(log: Sequence[LogLine], exhibit: str = "") -> tuple[TimeRow, ...]:
    """Oldest first. ``exhibit``: only records that name it; '' for all."""
    named = re.compile(rf"(?<!\w){re.escape(exhibit)}(?!\w)") if exhibit else None
    rows: list[TimeRow] = []
    day = ""
    for line in sorted(log, key=lambda one: one.sequence):
        if named is not None and not named.search(line.text):
            continue
        if line.utc[:10] != day:
            day = line.utc[:10]
            rows.append(TimeRow(f"day {day} {line.sequence}", day=tr("{day}, UTC", day=day)))
        icon, tone = look(line.action)
        rows.append(
            TimeRow(
                key=str(line.sequence),
                time=line.utc[11:19],
                who=line.operator,
                action=line.action,
                text=line.text,
                icon=icon,
                tone=tone,
                number=line.sequence,
            )
        )
    return tuple(rows)


def look(action: str) -> tuple[str, str]:
    """Icon and colour rule of an action; the words always stand beside them."""
    found = ((icon, tone) for word, icon, tone in LOOKS if word in action)
    return next(found, OTHER)
