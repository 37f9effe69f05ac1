"""Reading text in pixels with RapidOCR's own models, which come inside its wheel.

The recogniser knows Latin, Han, kana and some Greek. Given anything else (Thai, Hangul, Arabic, a
pictogram) it does not say so: it returns Latin or Han gibberish, mostly with low confidence. What is not
plainly read is therefore kept as an *unreadable* place on the image, with no text.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from theodolite.clues import scripts
from theodolite.clues.recognise.lines import Reading, TextLine, Unreadable, box_of
from theodolite.domain import Box
from theodolite.errors import TheodoliteError
from theodolite.workers import threads

if TYPE_CHECKING:
    import numpy as np

#: Longest side given to the reader, pixels: text smaller than this resolves is not readable anyway.
MAX_SIDE = 2000

#: Confidence (0..1, mean over the characters) from which a line counts as read.
READ = 0.95
#: ... from which it counts as read when its shape supports it (several words, several Han characters).
SUPPORTED = 0.85
#: Below this the recogniser saw no letters at all: pictograms, railings, leaves ...
SEEN = 0.30
#: ... unless the detector is this sure that something is written there: (small, large) on the image.
DETECTED = (0.80, 0.65)
#: A share of the image that is large for a line of text.
WIDE = 0.03

_MODELS = {
    "Det.model_path": "PP-OCRv6_det_small.onnx",
    "Rec.model_path": "PP-OCRv6_rec_small.onnx",
    "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}

__all__ = [
    "MAX_SIDE",
    "ReaderMissing",
    "Reading",
    "TextLine",
    "Unreadable",
    "box_of",
    "clean",
    "method",
    "plainly_read",
    "read",
    "sort_out",
]


class ReaderMissing(TheodoliteError):
    """The text reader or one of its models is not installed."""

    code = "reader-missing"


def method() -> str:
    """Name and version of reader and recogniser, for the record of each clue."""
    try:
        return f"RapidOCR {metadata.version('rapidocr')}, PP-OCRv6 small"
    except metadata.PackageNotFoundError:
        return "RapidOCR (not installed)"


@cache
def engine() -> Any:
    """The reader, loaded once a process. Models are named by path, so nothing is ever downloaded."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ReaderMissing("The text reader (rapidocr) is not installed; text in pictures is not read.")
    folder = Path(spec.origin).parent / "models"
    paths = {key: folder / name for key, name in _MODELS.items()}
    missing = [path.name for path in paths.values() if not path.is_file()]
    if missing:
        raise ReaderMissing(f"The text reader lacks its model {missing[0]}; install rapidocr again.")
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return RapidOCR(
        params={
            **{key: str(path) for key, path in paths.items()},
            "Global.log_level": "critical",
            "Global.max_side_len": MAX_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads(),
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def read(pixels: np.ndarray) -> Reading:
    """Read ``pixels`` (uint8 [height, width, 3], RGB, upright). Raises :class:`ReaderMissing`."""
    height, width = pixels.shape[:2]
    if min(height, width) < 8:
        return Reading(())
    reader = engine()
    padded = _less_narrow(pixels)
    image, scaling = reader.preprocess_img(padded[:, :, ::-1].copy())
    detected, _, recognised, _ = reader.run_ocr_steps(image, scaling)
    if detected.boxes is None or recognised.txts is None:
        return Reading(())
    from rapidocr.utils.process_img import map_boxes_to_original

    boxes = map_boxes_to_original(detected.boxes, scaling, *padded.shape[:2])
    rows = zip(boxes, detected.scores, recognised.txts, recognised.scores, strict=True)
    lines = [
        TextLine(0, str(text), float(score), tuple((float(x) / width, float(y) / height) for x, y in box))
        for box, seen, text, score in rows
        if score >= SEEN or seen >= DETECTED[_spread(box, width, height) >= WIDE]
    ]
    return sort_out(lines)


def sort_out(lines: list[TextLine]) -> Reading:
    """Separate what was read from what only looked like text, and number the lines in reading order."""
    cleaned = [replace(line, text=clean(line.text)) for line in lines]
    kept = [line for line in cleaned if plainly_read(line.text, line.confidence)]
    refused = [line for line in cleaned if line not in kept]
    unread = sum(_area(line.box) for line in refused)
    if unread > sum(_area(line.box) for line in kept):
        # Most of the writing is in letters the reader does not know: what looks Latin beside it is
        # believed only without reservation.
        refused += [line for line in kept if line.confidence < 0.985]
        kept = [line for line in kept if line.confidence >= 0.985]
    kept.sort(key=lambda line: (line.box.top, line.box.left, line.text))
    boxes = sorted({line.box for line in refused}, key=lambda box: (box.top, box.left))
    lines = tuple(replace(line, number=n) for n, line in enumerate(kept, 1))
    return Reading(lines, tuple(Unreadable(box) for box in boxes))


def _less_narrow(pixels: np.ndarray) -> np.ndarray:
    """Pad a strip below or at its right to at most 3:1.

    The detector enlarges every image until its shorter side is 736 pixels, a line of text of 1618 x 208 to
    5700 x 736, which takes seconds and reads no better.
    """
    import numpy as np

    height, width = pixels.shape[:2]
    below, right = max(0, width // 3 - height), max(0, height // 3 - width)
    if not below and not right:
        return pixels
    edge = pixels[-1, :] if below else pixels[:, -1]
    colour = np.median(edge, axis=0).astype(np.uint8)
    padded = np.empty((height + below, width + right, 3), np.uint8)
    padded[:] = colour
    padded[:height, :width] = pixels
    return padded


def _spread(corners: Any, width: int, height: int) -> float:
    xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) / (width * height)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def clean(text: str) -> str:
    """White space made plain; Greek words freed of Latin look-alikes."""
    return scripts.unified(regex.sub(r"\s+", " ", text).strip())


_VOWELLESS = regex.compile(r"(?<!\p{L})[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{4,}(?!\p{L})")
_TRIPLE = regex.compile(r"(\p{Ll})\1\1", flags=regex.IGNORECASE)
_INSIDE = regex.compile(r"\p{Ll}\p{Lu}\p{L}*\p{Ll}\p{Lu}|\p{Ll}\p{Lu}\p{Ll}*$")


def plainly_read(text: str, confidence: float) -> bool:
    """Whether a line may be shown as text at all.

    Thresholds come from signs in scripts the reader does not know: Hangul, Thai, Hebrew, Arabic, Tamil,
    Armenian and Cyrillic came out below .85 nearly always, and up to .955 as one meaningless word.
    """
    letters = scripts.counts(text)
    total = sum(letters.values())
    digits = sum(character.isdigit() for character in text)
    if not total:
        return digits > 0 and confidence >= READ
    if len(text.replace(" ", "")) == 1:
        return confidence >= 0.98
    if _mixes_scripts(text, letters) or _implausible(text, letters):
        return False
    if confidence >= READ:
        return True
    words = regex.findall(r"\p{L}{2,}", text)
    several = len(words) >= 2 if letters.get("Latn", 0) * 2 >= total else total >= 3
    return several and confidence >= SUPPORTED


def _mixes_scripts(text: str, letters: dict[str, int]) -> bool:
    """Latin and Han in one unbroken word ('lo長lo') is no text, unless either is a whole part of it."""
    if not (letters.get("Latn") and letters.get("Hani")):
        return False
    return bool(regex.search(r"\p{Ll}\p{Han}\p{Ll}", text))


def _implausible(text: str, letters: dict[str, int]) -> bool:
    """Latin words that no language writes: no vowel, one letter three times, mIxEd capitals."""
    if letters.get("Latn", 0) < sum(letters.values()):
        return False
    words = regex.findall(r"\p{L}+", text)
    strange = sum(
        1
        for word in words
        if (_VOWELLESS.search(word) and word != word.upper())
        or (_TRIPLE.search(word) and word.lower() not in ("www", "iii"))
        or (len(word) <= 7 and _INSIDE.search(word) and not word.startswith(("Mc", "Mac", "De", "La", "Le")))
    )
    return bool(words) and strange * 2 > len(words)
