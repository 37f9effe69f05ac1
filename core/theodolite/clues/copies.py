"""Signs that a picture is a copy of a copy: mirrored, taken off a screen, framed, sent through a service.

Each is worded as a claim and says nothing about the place. A copy is no forgery: it means that metadata may
be gone, that the picture may be cropped or mirrored, and that an earlier file may exist somewhere.

Left out because they accuse too many honest pictures: traces of double JPEG compression, and quantisation
tables, which cameras share with programs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import regex

from theodolite.clues import filenames, record
from theodolite.clues.copies_frame import Bars, bars
from theodolite.clues.recognise.lines import Reading, TextLine
from theodolite.domain import Box, Clue, Exhibit, Strength

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

METHOD = "signs of copying"

#: Confidence from which a line counts in the comparison of both readings.
SURE = 0.93
#: Letters that must appear in the mirrored reading (a Han or kana character counts as two).
LEAST_LETTERS = 6
#: ... and how many times more than in the picture as it is.
TIMES = 3.0
#: Part of the width and height that is read with the boxes around it.
_MARGIN = 0.06

_CLOCK = regex.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[AaPp]\.?[Mm]\.?)?")
_STATUS_HEIGHT = 0.06
_TALL = 1.6

#: Screens in portrait, pixels, of telephones and tablets that no camera delivers as a picture size.
SCREENS = frozenset(
    {
        (640, 1136), (750, 1334), (828, 1792), (1125, 2436), (1170, 2532), (1179, 2556), (1206, 2622),
        (1242, 2208), (1242, 2688), (1284, 2778), (1290, 2796), (1320, 2868), (1620, 2160), (1640, 2360),
        (1668, 2388), (2048, 2732), (720, 1520), (720, 1560), (720, 1600), (1080, 2160), (1080, 2220),
        (1080, 2280), (1080, 2310), (1080, 2340), (1080, 2376), (1080, 2400), (1080, 2412), (1220, 2712),
        (1260, 2800), (1440, 2880), (1440, 2960), (1440, 3040), (1440, 3088), (1440, 3120), (1440, 3200),
    }
)  # fmt: skip
#: Sizes of screens that are sizes of photographs and films as well: counted for PNG files only.
SHARED_SCREENS = frozenset(
    {(720, 1280), (768, 1366), (800, 1280), (900, 1440), (1050, 1680), (1080, 1920), (1200, 1920),
     (1440, 2560), (1600, 2560), (1664, 2560), (1536, 2048), (1800, 2880), (2160, 3840)}
)  # fmt: skip
#: Longest side in pixels to which services reduce pictures that are sent through them.
LONGEST_SIDES = {
    1280: "Telegram",
    1600: "WhatsApp",
    2048: "Facebook, WhatsApp and X",
    4096: "WhatsApp (high quality) and X",
}
INSTAGRAM = frozenset({(1080, 1080), (1080, 1350), (1080, 566), (1080, 608), (1080, 1440), (1440, 1800)})


def copies_clues(
    exhibit: Exhibit,
    pixels: NDArray[np.uint8] | None,
    reading: Reading | None,
    read: Callable[[np.ndarray], Reading],
) -> list[Clue]:
    """Every sign of copying; one ``none.copies`` when there is none.

    ``pixels``: uint8 [height, width, 3], upright, the same that ``reading`` is of; None when not decoded.
    ``reading``: None when text could not be read at all. ``read`` is asked once more, on the mirrored
    picture, only where something was written that could not be read.
    """
    found = [_name(exhibit), _size(exhibit)]
    if pixels is not None:
        found.append(_bars(exhibit, bars(pixels)))
    if reading is not None:
        found.append(_status_bar(exhibit, reading))
        if pixels is not None and worth_mirroring(reading):
            found.append(_mirrored(exhibit, pixels, reading, read))
    signs = [clue for clue in found if clue is not None]
    if signs:
        return signs
    looked = "file name, picture size" + ("" if pixels is None else ", bars at the edges")
    looked += "" if reading is None else ", status bar and mirrored writing"
    return [
        record.nothing(
            exhibit,
            "copies",
            "No sign of a copy of a copy was found",
            method=METHOD,
            note=f"looked at: {looked}",
        )
    ]


def _clue(
    exhibit: Exhibit,
    kind: str,
    observation: str,
    inference: str,
    *,
    strength: Strength = Strength.WEAK,
    root: str = "pixels",
    note: str = "",
    box: Box | None = None,
    confidence: float | None = None,
) -> Clue:
    return record.clue(
        exhibit,
        f"copy.{kind}",
        observation=observation,
        inference=inference,
        strength=strength,
        method=METHOD,
        root=f"{root}:{exhibit.sha256}",
        note=note,
        box=box,
        confidence=confidence,
    )


# --- name and size --------------------------------------------------------------------------------------


def _name(exhibit: Exhibit) -> Clue | None:
    program = filenames.platform(exhibit.name)
    if not program:
        return None
    return _clue(
        exhibit,
        "name",
        f"The file name {exhibit.name!r} is of the kind {program} gives",
        f"claims to be a copy that went through {program}: such copies lose metadata and are reduced",
        root="name",
        note="anyone can rename a file",
    )


def _size(exhibit: Exhibit) -> Clue | None:
    """Sizes of screens and services; nothing where the file claims a camera or was made from an exhibit."""
    if not (exhibit.width and exhibit.height) or exhibit.metadata.camera or exhibit.parent:
        return None
    size = f"{exhibit.width} × {exhibit.height} pixels"
    portrait = (min(exhibit.width, exhibit.height), max(exhibit.width, exhibit.height))
    if portrait in SCREENS or (portrait in SHARED_SCREENS and exhibit.media_type == "image/png"):
        return _clue(
            exhibit,
            "screen_size",
            f"The picture is exactly as large as a common screen ({size}) and claims no camera",
            "may be a copy of a screen rather than a photograph",
        )
    if (exhibit.width, exhibit.height) in INSTAGRAM:
        service = "Instagram"
    elif exhibit.media_type in ("image/jpeg", "image/webp") and portrait[1] in LONGEST_SIDES:
        service = LONGEST_SIDES[portrait[1]]
    else:
        return None
    return _clue(
        exhibit,
        "service_size",
        f"The picture has a size to which {service} reduces pictures ({size}) and claims no camera",
        "may have been sent through a service; many programs use the same sizes",
    )


# --- edges ----------------------------------------------------------------------------------------------


def _bars(exhibit: Exhibit, found: Bars | None) -> Clue | None:
    if found is None:
        return None
    return _clue(
        exhibit,
        "bars",
        f"Even {found.colour} bars {found.where}, {100 * found.first:.0f} and {100 * found.second:.0f} % "
        f"of the {found.side}",
        "may be a frame of a film, a copy of a screen, or a picture fitted into another shape",
        box=found.inner,
    )


def _status_bar(exhibit: Exhibit, reading: Reading) -> Clue | None:
    """A clock alone at the upper edge of a tall picture, as telephones show it."""
    if exhibit.height < _TALL * exhibit.width:
        return None
    for line in reading.lines:
        if line.box.bottom <= _STATUS_HEIGHT and _CLOCK.fullmatch(line.text.strip()):
            return _clue(
                exhibit,
                "status_bar",
                f"“{line.text.strip()}” stands alone at the upper edge of a tall picture, as in the status "
                "bar of a telephone",
                "may be a copy of a telephone's screen; the clock would be that of the copying",
                strength=Strength.LIKELY,
                box=line.box,
                confidence=line.confidence,
            )
    return None


# --- mirrored writing -----------------------------------------------------------------------------------


def worth_mirroring(reading: Reading) -> bool:
    """Whether something is written of which at most half was plainly read."""
    plain = sum(1 for line in reading.lines if line.confidence >= SURE and letters((line,)) >= 3)
    everything = len(reading.lines) + len(reading.unreadable)
    return everything > 0 and 2 * plain <= everything


def letters(lines: Sequence[TextLine]) -> int:
    """Letters read for sure; Han and kana, of which a word needs few, count twice."""
    total = 0
    for line in lines:
        if line.confidence >= SURE:
            total += len(regex.findall(r"\p{L}", line.text))
            total += len(regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}]", line.text))
    return total


def _mirrored(
    exhibit: Exhibit,
    pixels: NDArray[np.uint8],
    reading: Reading,
    read: Callable[[np.ndarray], Reading],
) -> Clue | None:
    import numpy as np

    left, top, right, bottom = _written(reading)
    height, width = pixels.shape[:2]
    rows = slice(int(top * height), max(int(top * height) + 8, round(bottom * height)))
    columns = slice(int(left * width), max(int(left * width) + 8, round(right * width)))
    turned = read(np.ascontiguousarray(pixels[rows, columns][:, ::-1]))
    direct, mirrored = letters(reading.lines), letters(turned.lines)
    if mirrored < LEAST_LETTERS or mirrored < TIMES * direct:
        return None
    sure = [line for line in turned.lines if line.confidence >= SURE]
    best = max(sure, key=lambda line: (letters((line,)), line.confidence))
    shown = ", ".join(f"“{line.text}”" for line in sorted(sure, key=lambda line: -letters((line,)))[:3])
    return _clue(
        exhibit,
        "mirrored",
        f"The writing reads only when mirrored: {shown}",
        "the picture may have been mirrored left to right, as some programs do to pictures and selfies",
        strength=Strength.LIKELY,
        note=f"letters read for sure: {direct} as it is, {mirrored} mirrored; writing behind glass, on "
        "windscreens and in mirrors reads so too",
        box=_turned_back(best.box, left, top, right, bottom),
        confidence=best.confidence,
    )


def _written(reading: Reading) -> tuple[float, float, float, float]:
    """The part of the picture where something is written, as fractions, with a margin."""
    boxes = [*(line.box for line in reading.lines), *(place.box for place in reading.unreadable)]
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return (
        max(0.0, left - _MARGIN),
        max(0.0, top - _MARGIN),
        min(1.0, right + _MARGIN),
        min(1.0, bottom + _MARGIN),
    )


def _turned_back(box: Box, left: float, top: float, right: float, bottom: float) -> Box:
    """A box in the mirrored part -> on the picture."""
    wide, high = right - left, bottom - top
    return Box(
        round(right - wide * box.right, 5),
        round(top + high * box.top, 5),
        round(right - wide * box.left, 5),
        round(top + high * box.bottom, 5),
    )
