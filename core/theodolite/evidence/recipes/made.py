"""What the sandbox answers when it made a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """``data``: RGB, rows without padding, or a JPEG where one was asked for; sizes in pixels."""

    width: int
    height: int
    data: bytes
