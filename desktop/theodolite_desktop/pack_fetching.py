"""What the program that fetches packs prints, as values; and what stands in line. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Phase = Literal["waiting", "running", "failed"]

BAR: Final = re.compile(
    r"\[[#.]*\]\s*(?P<share>\d+)%\s+(?P<text>.*), (?P<done>[\d.]+) of (?P<total>[\d.]+)(?P<mb> MB)?$"
)
OWN_NAME: Final = "theodolite: "


@dataclass(frozen=True, slots=True)
class Fetch:
    """A pack on its way: ``done`` of ``total`` bytes (0: not known), ``text`` what happens or went wrong."""

    phase: Phase = "waiting"
    text: str = ""
    done: int = 0
    total: int = 0


def read_line(line: str) -> Fetch | None:
    """A line of progress; None for one that says nothing of it."""
    line = line.strip()
    found = BAR.match(line)
    if found is not None:
        unit = 1e6 if found["mb"] else 1
        done, total = (round(float(found[name]) * unit) for name in ("done", "total"))
        return Fetch("running", found["text"].strip()[:200], done, total)
    return Fetch("running", line[:200]) if line and not line.startswith(OWN_NAME) else None


def problem(tail: str, otherwise: str) -> str:
    """Why it failed, out of the last line it printed."""
    return tail.strip().removeprefix(OWN_NAME)[:400] or otherwise
