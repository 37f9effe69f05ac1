"""Every colour, size and font role of the window, in one place. Contrast is recomputed by a test."""

from __future__ import annotations

from typing import Final

from theodolite.domain import source_of

LIGHT: Final[dict[str, str]] = {
    "window": "#F3F5F7",
    "panel": "#FFFFFF",
    "raised": "#E9EDF1",
    "selected": "#DCEBFA",
    "canvas": "#D5DAE0",
    "border": "#C3CAD2",
    "control": "#77828E",
    "text": "#17202A",
    "text2": "#4A5664",
    "accent": "#0B5CAD",
    "on-accent": "#FFFFFF",
    "focus": "#0B5CAD",
    "for": "#0B66A8",
    "against": "#B3450B",
    "model": "#6A3FA0",
    "evidence": "#5B5140",
    "warn": "#8A5A00",
    "error": "#B3261E",
    "ok": "#14703B",
    "suggested": "#0B5CAD",
    "under review": "#8A5A00",
    "verified": "#14703B",
    "rejected": "#5C6670",
    "map-water": "#D6E2EC",
    "map-land": "#F6F4EE",
    "map-border": "#6C7884",
    "map-label": "#2F3943",
    "map-nodata": "#E3E6EA",
}

DARK: Final[dict[str, str]] = {
    "window": "#14181D",
    "panel": "#1C2229",
    "raised": "#262E37",
    "selected": "#1D3A56",
    "canvas": "#0C0F13",
    "border": "#36414C",
    "control": "#7C8996",
    "text": "#E8EDF2",
    "text2": "#A9B5C1",
    "accent": "#6CB4F5",
    "on-accent": "#0B1620",
    "focus": "#8CC6FA",
    "for": "#62B5F0",
    "against": "#F2995C",
    "model": "#C3A3F0",
    "evidence": "#CDBF9F",
    "warn": "#E8B44A",
    "error": "#FF8A80",
    "ok": "#62CB8C",
    "suggested": "#6CB4F5",
    "under review": "#E8B44A",
    "verified": "#62CB8C",
    "rejected": "#98A4B0",
    "map-water": "#0F161D",
    "map-land": "#232B33",
    "map-border": "#6F7C89",
    "map-label": "#D3DBE3",
    "map-nodata": "#1A2027",
}

GROUNDS: Final = ("window", "panel", "raised", "selected")

MARKS: Final = ("#0D826F", "#BC1FAD", "#4D1814", "#907036", "#3129D3", "#3C2155")
"""Fills of numbered marks, in turn; digits on them are white."""

ANNOTATED: Final = "#E8112D"
"""What a person draws on a copy, unless another of the marks' colours is chosen."""

POINTED: Final = "#3C2155"
"""Where a model points: a dashed frame in this on white, and its word in white on this."""

# role: (size px, line px, semibold)
FONTS: Final[dict[str, tuple[int, int, bool]]] = {
    "caption": (11, 16, False),
    "meta": (12, 16, False),
    "body": (13, 20, False),
    "strong": (13, 20, True),
    "subhead": (15, 22, True),
    "title": (18, 26, True),
    "page": (24, 32, True),
    "mono": (12, 18, False),
}

# grid, logical pixels: (wide 1440x900, compact 1024x700)
MENU: Final = 28
TOOLBAR: Final = (44, 40)
STATUS: Final = (28, 24)
LEFT: Final = (256, 64)
RIGHT: Final = (360, 320)
CONVERSATION: Final = 320
HINT_LINE: Final = 44
TABS: Final = 36
TOOLS: Final = 36
SPLITTER: Final = 4
COMPACT_BELOW: Final = 1280
MINIMUM: Final = (960, 600)

STATUS_WORD: Final = {
    "suggested": "Suggested",
    "under review": "Under review",
    "verified": "Verified",
    "rejected": "Rejected",
}

CLUE_ICONS: Final = {
    "exif.gps": "crosshairs-gps",
    "exif.time": "clock-outline",
    "exif.camera": "camera-outline",
    "metadata": "file-document-outline",
    "conflict": "alert-outline",
    "provenance": "file-certificate-outline",
    "video": "map-marker-path",
    "copies": "content-copy",
    "filename": "calendar-text-outline",
    "script": "translate",
    "orthography": "translate",
    "language": "translate",
    "street": "text-recognition",
    "place": "text-recognition",
    "text": "text-recognition",
    "phone": "phone-outline",
    "domain": "web",
    "currency": "currency-usd",
    "postal": "mailbox-outline",
    "plate": "car-outline",
    "unit": "ruler",
    "date": "calendar-outline",
    "road": "road-variant",
    "code": "airplane",
    "sun": "white-balance-sunny",
    "geometry": "angle-acute",
    "retrieval": "image-search-outline",
    "alignment": "earth",
    "answers": "comment-question-outline",
    "hand": "note-text-outline",
}


def mark_colour(number: int) -> str:
    """The fill of mark ``number``, counted from one; six colours in turn."""
    return MARKS[(number - 1) % len(MARKS)]


def clue_icon(kind: str) -> str:
    """The icon of a clue's source; kinds 'none.<source>' and unknown ones have one too."""
    if kind.startswith("none."):
        return "minus-circle-outline"
    return CLUE_ICONS.get(kind) or CLUE_ICONS.get(source_of(kind), "note-text-outline")
