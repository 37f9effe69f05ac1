"""The writing of each line beside its clues: letters, romanisation, meaning of sign words. Never evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theodolite.clues import glossary, scripts
from theodolite.clues.language import NAMED, LanguageReading
from theodolite.clues.recognise.lines import TextLine
from theodolite.clues.romanise import romanised
from theodolite.domain import LineText

_EAST = ("Hira", "Kana", "Hani")
#: A language with this share may lend the meaning of a word.
_POSSIBLE = 0.15
#: The kind of Han characters of one line is believed from here.
_SURE = 0.95
#: Lines that are romanised and looked up: the first of a page.
MAX_HELPED = 100


def line_texts(
    lines: Sequence[TextLine], readings: Sequence[LanguageReading], as_read: Mapping[int, tuple[str, str]]
) -> dict[int, LineText]:
    """Line number -> its writing. ``as_read``: for corrected lines what the machine read and its reader.

    A line's own text is the corrected one there; :class:`LineText` keeps both.
    """
    found = {}
    for place, line in enumerate(lines):
        script = scripts.dominant(line.text)
        possible = _languages(line, script, readings)
        helped = place < MAX_HELPED
        latin, by = romanised(line.text, possible[0] if possible else "") if helped else ("", "")
        read, reader = as_read.get(line.number, (line.text, line.recogniser))
        found[line.number] = LineText(
            number=line.number,
            text=read,
            script=script or line.script,
            recogniser=reader,
            corrected=line.text if line.number in as_read else "",
            romanised=latin,
            romanised_by=by,
            meaning=glossary.meaning(line.text, possible) if helped else "",
        )
    return found


def _languages(line: TextLine, script: str, readings: Sequence[LanguageReading]) -> list[str]:
    """Languages the line may be in, the likeliest first; none when nothing is known."""
    if script == "Hani":
        # On a wall of several signs one line of Chinese characters is judged by its own.
        kind, share = max(scripts.han_kinds(line.text).items(), key=lambda item: item[1])
        if share >= _SURE:
            return [kind]
    wanted = _EAST if script in _EAST else (script,)
    own = [reading for reading in readings if line.number in reading.lines and reading.script in wanted]
    own.sort(key=lambda reading: len(reading.lines))
    for reading in own:
        if reading.best[1] >= NAMED or len(reading.lines) == 1:
            best = reading.best[0]
            kept = [code for code, share in reading.distribution if share >= _POSSIBLE and code != "other"]
            return [best, *(code for code in kept if code not in (best, "en"))]
    return []
