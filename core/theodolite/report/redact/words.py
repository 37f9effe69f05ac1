"""Words that were read under a covered region go with it: a plate that is painted over is not spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from theodolite.domain import Box, CaseState, Clue, LogRecord, Mask
from theodolite.report.redact.texts import Rewriter

T = TypeVar("T")

COVERED = "[covered]"
_TOUCHED = 0.05  # share of a clue's own box under a mask from which it counts as covered
_SHORTEST = 3
_WORD = re.compile(r"\w[\w.\-]*\w", re.UNICODE)


def covered(state: CaseState) -> CaseState:
    """The case as its copies may say it.

    A clue that lies under a mask keeps its kind, weight and direction and loses what was read or seen. Its
    writing is taken out of every other text of the case too; of a plate or a name each word is.
    """
    hidden = {clue.id: mask for clue in state.clues if (mask := _mask_over(clue, state.masks)) is not None}
    if not hidden:
        return state
    clean: CaseState = _Cleaner(covered_words(state)).value(state)
    clues = tuple(
        _blank(clean_clue, hidden[clean_clue.id]) if clean_clue.id in hidden else clean_clue
        for clean_clue in clean.clues
    )
    return replace(clean, clues=clues, masks=state.masks)


def covered_log(state: CaseState, log: Iterable[LogRecord]) -> tuple[LogRecord, ...]:
    """The records with the same words taken out of their payloads; their hashes stay those of the case."""
    words = covered_words(state)
    if not words:
        return tuple(log)
    cleaner = _Cleaner(words)
    return tuple(replace(record, payload=cleaner.payload(record.payload)) for record in log)


def covered_words(state: CaseState) -> tuple[str, ...]:
    """What was read under masks, the longest first; of plates and names the single words as well."""
    found: set[str] = set()
    for clue in state.clues:
        mask = _mask_over(clue, state.masks)
        if mask is None or mask.kind == "face":
            continue
        lines = [text for text in _read(clue) if len(text) >= _SHORTEST]
        found.update(lines)
        if mask.kind in ("plate", "name"):
            for line in lines:
                found.update(word for word in _WORD.findall(line) if len(word) > _SHORTEST)
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def _read(clue: Clue) -> tuple[str, ...]:
    line = clue.line
    if line is None:
        return ()
    return tuple(
        text.strip() for text in (line.text, line.corrected, line.romanised, line.meaning) if text.strip()
    )


def _mask_over(clue: Clue, masks: Iterable[Mask]) -> Mask | None:
    if clue.box is None:
        return None
    over = [m for m in masks if m.exhibit == clue.exhibit and _share(clue.box, m.box) >= _TOUCHED]
    return max(over, key=lambda m: _share(clue.box, m.box)) if over else None


def _share(box: Box | None, mask: Box) -> float:
    """How much of ``box`` lies under ``mask``, [0, 1]; a box without area counts when it lies inside."""
    assert box is not None
    across = min(box.right, mask.right) - max(box.left, mask.left)
    down = min(box.bottom, mask.bottom) - max(box.top, mask.top)
    if across < 0 or down < 0:
        return 0.0
    area = (box.right - box.left) * (box.bottom - box.top)
    return across * down / area if area > 0 else 1.0


def _blank(clue: Clue, mask: Mask) -> Clue:
    line = clue.line and replace(
        clue.line, text=COVERED, corrected="", romanised="", meaning="", romanised_by=""
    )
    return replace(
        clue,
        observation=f"covered in copies ({mask.id})",
        note=COVERED if clue.note else "",
        line=line,
        inputs=tuple((name, COVERED) for name, _ in clue.inputs),
    )


class _Cleaner(Rewriter):
    """Takes given words out of every text of a value; case and runs of blanks do not matter."""

    def __init__(self, words: tuple[str, ...]) -> None:
        spaced = (r"\s+".join(re.escape(part) for part in word.split()) for word in words)
        joined = "|".join(f"(?<!\\w){word}(?!\\w)" for word in spaced)
        self._pattern = re.compile(joined, re.IGNORECASE) if joined else None

    def text(self, text: str) -> str:
        return self._pattern.sub(COVERED, text) if self._pattern else text
