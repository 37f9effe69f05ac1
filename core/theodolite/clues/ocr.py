"""Reading text in pixels: found by RapidOCR, told by script, read by the recogniser of that script.

RapidOCR's own models come inside its wheel and read Latin, Han and kana. Given anything else (Thai, Hangul,
Arabic, a pictogram) they do not say so: they return Latin or Han gibberish, mostly with low confidence. So
every line is first told by script from its pixels (recognise/classify.py) and, where another script is seen,
read by Tesseract with the data that is installed. What is not plainly read is kept as an *unreadable* place
on the image, with the script and the reason, and no text.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from theodolite.clues import scripts
from theodolite.clues.recognise import crops, tessdata, tesseract
from theodolite.clues.recognise.classify import NO_TEXT, Guess, classify
from theodolite.clues.recognise.crops import Cut
from theodolite.clues.recognise.lines import NOT_READ, Reading, TextLine, Unreadable, box_of
from theodolite.clues.recognise.plausible import plainly_read
from theodolite.clues.recognise.route import Verdict, also, asked, decide
from theodolite.errors import TheodoliteError
from theodolite.workers import threads

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

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
]

#: Longest side given to the reader, pixels: text smaller than this resolves is not readable anyway.
MAX_SIDE = 2000

#: Below this the recogniser saw no letters at all: pictograms, railings, leaves ...
SEEN = 0.30
#: ... unless the detector is this sure that something is written there: (small, large) on the image.
DETECTED = (0.80, 0.65)
#: A share of the image that is large for a line of text.
WIDE = 0.03
#: P(no writing) from which a place on the image is not worth a word, unless something was read there.
EMPTY = 0.60

#: Readings by Tesseract in one picture, the largest lines first: a page of print has hundreds of lines.
MAX_ASKED = 120
#: P(upside down) from which a line is read both ways.
TURNED = 0.30

#: A reading by Tesseract this sure makes other ways to hold the line needless.
SETTLED = 0.88

_MODELS = {
    "Det.model_path": "PP-OCRv6_det_small.onnx",
    "Rec.model_path": "PP-OCRv6_rec_small.onnx",
    "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
_OWN = "PP-OCRv6"

_log = logging.getLogger(__name__)


class ReaderMissing(TheodoliteError):
    """The text reader or one of its models is not installed."""

    code = "reader-missing"


def method() -> str:
    """Names and versions of reader and recognisers, for the record of each clue."""
    try:
        own = f"RapidOCR {metadata.version('rapidocr')}, PP-OCRv6 small"
    except metadata.PackageNotFoundError:
        return "RapidOCR (not installed)"
    other = tesseract.version()
    return f"{own}; Tesseract {other}" if other else own


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


@dataclass(slots=True)
class _Way:
    """One way to hold a found line, and what the readers made of it."""

    own: Cut
    cut: Cut
    guess: Guess
    text: str = ""
    confidence: float = 0.0
    reads: dict[str, tesseract.Read | None] = field(default_factory=dict)
    verdict: Verdict | None = None


@dataclass(slots=True)
class _Found:
    """A line as the detector found it: corners in pixels, its score, and the ways to hold it."""

    quad: Array
    seen: float
    ways: list[_Way]
    tall: bool


def read(pixels: Array, *, data: Sequence[Path] | None = None) -> Reading:
    """Read ``pixels`` (uint8 [height, width, 3], RGB, upright). Raises :class:`ReaderMissing`.

    ``data``: folders searched for Tesseract's data, None: those of the system and the person's own.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < 8:
        return Reading(())
    reader = engine()
    found = _detected(reader, _less_narrow(pixels))
    _read_own(reader, found)
    _read_others(found, tessdata.folders() if data is None else data)
    return _reading(found, width, height)


def _detected(reader: Any, image: Array) -> list[_Found]:
    """The lines of the picture, each cut out in every way it may have to be held."""
    from rapidocr.utils.process_img import map_boxes_to_original

    scaled, scaling = reader.preprocess_img(image[:, :, ::-1].copy())
    reader.use_cls = reader.use_rec = False
    detected, _, _, _ = reader.run_ocr_steps(scaled, scaling)
    if detected.boxes is None:
        return []
    boxes = list(map_boxes_to_original(detected.boxes, scaling, *image.shape[:2]))
    quads, scores = crops.joined(boxes, detected.scores)
    cuts = [crops.ways(image, quad) for quad in quads]
    guesses = iter(classify([cut.pixels for pairs in cuts for _, cut in pairs]))
    return [
        _Found(quad, float(seen), [_Way(own, cut, next(guesses)) for own, cut in pairs], len(pairs) > 1)
        for quad, seen, pairs in zip(quads, scores, cuts, strict=True)
    ]


def _read_own(reader: Any, found: list[_Found]) -> None:
    """The main reader on every way worth trying; ways that make no sense are dropped."""
    level = [line for line in found if not line.tall]
    heads = reader.cls_and_rotate([_bgr(line.ways[0].own) for line in level])[1].cls_res if level else []
    for line, (label, sure) in zip(level, heads, strict=True):
        way = line.ways[0]
        if way.guess.turned >= TURNED or ("180" in label and sure >= 0.9):
            line.ways.append(_Way(crops.upside_down(way.own), crops.upside_down(way.cut), way.guess))
        straight = crops.unrolled(way.cut.pixels)
        if straight is not None:
            bent = Cut(straight, way.cut.angle, "curved")
            line.ways.append(_Way(bent, bent, classify([straight])[0]))
    for line in found:
        if line.tall:
            line.ways.sort(key=lambda way: -_promise(way.guess))
    ways = [way for line in found for way in line.ways]
    if not ways:
        return
    recognised = reader.recognize_txt([_bgr(way.own) for way in ways])
    for way, text, score in zip(ways, recognised.txts, recognised.scores, strict=True):
        way.text, way.confidence = clean(str(text)), float(score)


def _promise(guess: Guess) -> float:
    """How much a way to hold a tall box looks like upright writing."""
    return guess.best[1] * guess.writing * (1 - guess.turned) if guess.best[0] != NO_TEXT else 0.01


def _read_others(found: list[_Found], folders: Sequence[Path]) -> None:
    """Tesseract on the lines whose script it knows, the largest first; then every way is judged."""
    desk = _Desk(folders)
    for line in sorted(found, key=lambda line: -_spread(line.quad, 1, 1)):
        settled = False
        for way in line.ways:
            if not settled and _promise(way.guess) >= 0.2 * _promise(line.ways[0].guess):
                desk.read(way, asked(way.guess, way.text, way.confidence))
                desk.read(way, also(way.guess, way.reads))
            way.verdict = decide(way.guess, way.text, way.confidence, way.reads)
            settled = settled or (not way.verdict.own and way.verdict.confidence >= SETTLED)
    near = _near(found)
    for line in found:
        for way in line.ways:
            if near and way.reads:
                way.verdict = decide(way.guess, way.text, way.confidence, way.reads, near=near)


def _near(found: list[_Found]) -> frozenset[str]:
    """The script most surely read by others than the main reader in this picture: its neighbours share it."""
    weights: dict[str, float] = {}
    for line in found:
        way = max(line.ways, key=_worth)
        if way.verdict is not None and way.verdict.text and not way.verdict.own:
            script = way.verdict.script
            made = way.reads.get(script)
            sure = way.guess.of(script) + 2 * (made.known if made else 0.0)
            weights[script] = weights.get(script, 0.0) + len(way.verdict.text) * sure
    return frozenset({max(weights, key=lambda script: (weights[script], script))}) if weights else frozenset()


class _Desk:
    """Tesseract's recognisers for one picture, asked a bounded number of times."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders, self._left, self._held = folders, MAX_ASKED, tesseract.recognisers()

    def read(self, way: _Way, wanted: Sequence[str]) -> None:
        """Have ``way`` read as each of the ``wanted`` scripts; None where the data is missing."""
        for script in wanted:
            data = tessdata.data(script, self._folders)
            if data is None:
                way.reads[script] = None
            elif self._left > 0:
                self._left -= 1
                tries = 4 if way.guess.of(script) >= 0.3 else 2
                way.reads[script] = self._held.read(way.cut.pixels, data, tries)


def _reading(found: list[_Found], width: int, height: int) -> Reading:
    """The best way of every line, in reading order."""
    lines: list[tuple[TextLine, str]] = []
    unread: list[Unreadable] = []
    for line in found:
        way = max(line.ways, key=_worth)
        verdict = way.verdict
        assert verdict is not None
        corners = tuple((float(x) / width, float(y) / height) for x, y in line.quad)
        if verdict.text:
            name = _OWN if verdict.own else f"Tesseract {verdict.script}"
            text, angle = clean(verdict.text), way.own.angle
            made = TextLine(0, text, verdict.confidence, corners, verdict.script, name, angle)
            lines.append((made, way.own.way))
        elif _worth_saying(line, way, width, height):
            unread.append(Unreadable(box_of(corners), verdict.script, verdict.reason, verdict.command))
    columns = sum(how == "column" for _, how in lines) * 2 > len(lines)
    turns = [round(line.angle / 90) % 4 for line, _ in lines] or [0]
    quarter = 1 if columns else max(range(4), key=turns.count)
    ordered = sorted((line for line, _ in lines), key=lambda line: _order(line, quarter))
    numbered = tuple(replace(line, number=n) for n, line in enumerate(ordered, 1))
    return Reading(numbered, tuple(sorted(unread, key=lambda item: (item.box.top, item.box.left))))


def _order(line: TextLine, quarter: int) -> tuple[float, float, str]:
    """From top and left as most lines stand (quarter turns clockwise); columns come from the right."""
    box = line.box
    level = (box.top, box.left), (-box.right, box.top), (-box.bottom, -box.right), (box.left, -box.bottom)
    return (*level[quarter], line.text)


def _worth(way: _Way) -> tuple[bool, bool, float]:
    verdict = way.verdict
    assert verdict is not None
    upright = 1 - way.guess.turned if way.own.way != "upright" else 0.5
    return bool(verdict.text), bool(verdict.script), verdict.confidence + 0.1 * upright


def _worth_saying(line: _Found, way: _Way, width: int, height: int) -> bool:
    """Whether what could not be read looks enough like writing to be pointed out."""
    if way.verdict is not None and way.verdict.script and way.verdict.reason != NOT_READ:
        return True
    if way.guess.of(NO_TEXT) >= EMPTY:
        return False
    return way.confidence >= SEEN or line.seen >= DETECTED[_spread(line.quad, width, height) >= WIDE]


def _bgr(cut: Cut) -> Array:
    return cut.pixels[:, :, ::-1].copy()


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


def clean(text: str) -> str:
    """White space made plain; Greek words freed of Latin look-alikes."""
    return scripts.unified(regex.sub(r"\s+", " ", text).strip())
