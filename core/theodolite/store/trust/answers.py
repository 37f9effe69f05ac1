"""What a time stamp turned out to be worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["confirmed", "pending", "invalid"]


@dataclass(frozen=True, slots=True)
class Answer:
    """``head``: the log head that is stamped; ``stamped_utc``: the time that is stated, '' for none."""

    state: State
    head: str
    stamped_utc: str
    text: str
