"""How the window is divided at a size and a text scale: arithmetic on frozen values, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from theodolite_desktop.theme import tokens

Mode = Literal["wide", "compact", "small"]
SMALL_BELOW: Final = 860
SPLIT_FROM: Final = 1680
LEAST_CENTRE: Final = 320
LEAST_SIDE: Final = 280


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Logical pixels; ``toolbar`` and ``status`` those of the design, for text of the usual size.

    ``wide``: list, centre and both panels at the end. ``compact``: the list is a rail and the conversation a
    tab. ``small``: the inspector is a rail too, and opens over the centre.
    """

    mode: Mode
    left: int
    right: int
    conversation: int
    toolbar: int
    status: int
    overlay_left: int
    overlay_right: int


def arrangement(width: int, scale: float = 1.0) -> Arrangement:
    """Of a window ``width`` logical pixels wide whose text is shown in ``scale`` times its size."""
    seen = width / scale
    mode: Mode = "wide" if seen >= tokens.COMPACT_BELOW else "compact" if seen >= SMALL_BELOW else "small"
    which = 0 if mode == "wide" else 1
    right = round(tokens.RIGHT[which] * scale)
    return Arrangement(
        mode=mode,
        left=round(tokens.LEFT[0] * scale) if mode == "wide" else tokens.LEFT[1],
        right=right,
        conversation=round(tokens.CONVERSATION * scale),
        toolbar=tokens.TOOLBAR[which],
        status=tokens.STATUS[which],
        overlay_left=min(round(tokens.LEFT[0] * scale), width - 64),
        overlay_right=min(round(tokens.RIGHT[0] * scale), width - 64),
    )


def splits_by_default(width: int, scale: float = 1.0) -> bool:
    """Whether image and map stand side by side unless the person has chosen otherwise."""
    return width / scale >= SPLIT_FROM


def halves(width: int, ratio: float, least: int = LEAST_CENTRE) -> tuple[int, int]:
    """Widths of the two parts beside a splitter; neither is less than ``least`` where there is room."""
    room = max(2, width - tokens.SPLITTER)
    least = min(least, room // 2)
    first = min(max(round(room * ratio), least), room - least)
    return first, room - first
