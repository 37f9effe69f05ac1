"""Tesseract's recognisers, one held ready per script, on one rectified line at a time."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from theodolite.clues.recognise.classify import grey
from theodolite.clues.recognise.tessdata import Data

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: Heights a line is scaled to, pixels, and whether the search for base lines is left out (it fails on short
#: words); the next only where the one before was not surely read.
TRIES = ((48, False), (34, False), (64, False), (48, True))
#: A reading this sure (0..1) needs no second look.
SURE = 0.90
#: Recognisers held at once: each takes 10 to 60 MB.
HELD = 6

#: Look-alikes of another block that Tesseract's data puts into words.
_FOLDED = str.maketrans({"µ": "μ", "‘": "'", "’": "'", "“": '"', "”": '"', "\u200e": "", "\u200f": ""})


#: What the frame of a sign and the rim of a crop are taken for, at either end of a line.
_EDGE = regex.compile(r"^[\s|\[\]{}_~\\/<>=*^`'\"—–-]+|[\s|\[\]{}_~\\/<>=*^`—–-]+$")


#: A joiner that joins nothing.
_LOOSE = regex.compile(r"[\u200c\u200d](?![\p{L}\p{M}])")


@dataclass(frozen=True, slots=True)
class Read:
    """``words``: (text, confidence 0..1) in reading order; ``known``: share of letters in known words."""

    text: str
    confidence: float
    words: tuple[tuple[str, float], ...] = ()
    known: float = 0.0


class Recognisers:
    """The recognisers in use, the least recently used released first. Not for several threads."""

    def __init__(self, held: int = HELD) -> None:
        self._held = held
        self._open: OrderedDict[Data, Any] = OrderedDict()

    def read(self, line: Array, data: Data, tries: int = len(TRIES)) -> Read:
        """Read one upright line, uint8 [h, w, 3]; an empty text when nothing was found."""
        api = self._api(data)
        prepared = ink_on_paper(line)
        best = Read("", 0.0)
        for height, raw in TRIES[:tries]:
            found = _recognised(api, prepared, height, raw)
            if found.confidence > best.confidence:
                best = found
            if best.confidence >= SURE:
                break
        api.Clear()
        return best

    def close(self) -> None:
        for api in self._open.values():
            api.End()
        self._open.clear()

    def _api(self, data: Data) -> Any:
        api = self._open.pop(data, None)
        if api is None:
            while len(self._open) >= self._held:
                _, old = self._open.popitem(last=False)
                old.End()
            api = _opened(data)
        self._open[data] = api
        return api


@cache
def recognisers() -> Recognisers:
    """One set a process."""
    return Recognisers()


def version() -> str:
    """Version of the engine inside tesserocr, '' when that is not installed."""
    try:
        import tesserocr
    except ImportError:
        return ""
    return str(tesserocr.tesseract_version()).split()[1]


def _opened(data: Data) -> Any:
    os.environ["OMP_THREAD_LIMIT"] = "1"  # read when the library starts its first parallel region
    import tesserocr

    return tesserocr.PyTessBaseAPI(
        path=str(data.folder),
        lang="+".join(data.languages),
        psm=tesserocr.PSM.SINGLE_LINE,
        oem=tesserocr.OEM.LSTM_ONLY,
        variables={"tessedit_do_invert": "0", "user_defined_dpi": "150"},
    )


def _recognised(api: Any, prepared: Array, height: int, raw: bool) -> Read:
    import cv2
    import numpy as np
    import tesserocr
    from PIL import Image

    wide = min(3000, max(8, round(prepared.shape[1] * height / prepared.shape[0])))
    method = cv2.INTER_AREA if prepared.shape[0] > height else cv2.INTER_CUBIC
    scaled = cv2.resize(prepared, (wide, height), interpolation=method)
    edge = float(np.median(np.concatenate([scaled[0], scaled[-1], scaled[:, 0], scaled[:, -1]])))
    framed = cv2.copyMakeBorder(scaled, 12, 12, 16, 16, cv2.BORDER_CONSTANT, value=edge)
    api.SetPageSegMode(tesserocr.PSM.RAW_LINE if raw else tesserocr.PSM.SINGLE_LINE)
    api.SetImage(Image.fromarray(np.clip(framed, 0, 255).astype(np.uint8)))
    text = tidy(api.GetUTF8Text())
    rows = _words(api) if text else []
    while rows and _stray(rows[0]):
        text = text.removeprefix(rows.pop(0)[0]).lstrip()
    while rows and _stray(rows[-1]):
        text = text.removesuffix(rows.pop()[0]).rstrip()
    total = sum(len(word) for word, _, _ in rows)
    if not total:
        return Read("", 0.0)
    confidence = sum(len(word) * share for word, share, _ in rows) / total
    letters = [(len(word), known) for word, _, known in rows if len(word) >= 3]
    known = sum(size for size, listed in letters if listed) / max(1, sum(size for size, _ in letters))
    return Read(text, round(confidence, 4), tuple((w, share) for w, share, _ in rows), round(known, 3))


def _stray(row: tuple[str, float, bool]) -> bool:
    """A sign or digit at the end of a line that was hardly read: a screw, an arrow, the edge of the board."""
    word, share, _ = row
    return share < 0.7 and not regex.search(r"\p{L}", word)


def _words(api: Any) -> list[tuple[str, float, bool]]:
    """Word, confidence 0..1, and whether it is in the dictionary of the data, for every word found."""
    import tesserocr

    found = []
    iterator = api.GetIterator()
    for item in tesserocr.iterate_level(iterator, tesserocr.RIL.WORD) if iterator else ():
        word = tidy(item.GetUTF8Text(tesserocr.RIL.WORD))
        share = min(max(item.Confidence(tesserocr.RIL.WORD) / 100, 0.0), 1.0)
        if word:
            found.append((word, round(share, 4), bool(item.WordIsFromDictionary())))
    return found


def tidy(text: str) -> str:
    """White space made plain, look-alike punctuation and direction marks folded."""
    plain = regex.sub(r"\s+", " ", _LOOSE.sub("", text.translate(_FOLDED))).strip()
    return str(_EDGE.sub("", plain))


def ink_on_paper(line: Array) -> Array:
    """Grey, dark letters on light ground: what most of the rim shows is ground. float32 [h, w], 0..255."""
    import numpy as np

    tone = grey(line)
    rim = np.concatenate([tone[:2].ravel(), tone[-2:].ravel(), tone[:, :2].ravel(), tone[:, -2:].ravel()])
    ground, middle = float(np.median(rim)), float((np.percentile(tone, 2) + np.percentile(tone, 98)) / 2)
    return 255.0 - tone if ground < middle else tone
