"""What is concluded from the text as a whole: its languages, scripts, letters, and plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from theodolite.clues import language, orthography, record, scripts, streets
from theodolite.clues.finding import Finding
from theodolite.clues.language import LanguageReading
from theodolite.clues.recognise.lines import TextLine
from theodolite.clues.territories import country_name, script_weights, size_rank
from theodolite.domain import Strength

#: The lines of a reading -> the line its conclusions count on.
Anchors = Mapping[tuple[int, ...], int]

#: The largest countries are named where at least this share of their signs is so.
LARGE, PART = 12, 0.02

_SCRIPT_NAMES = {"Hira": "Hiragana", "Kana": "Katakana", "Hani": "Han characters", "Latn": "Latin letters"}
_FOREIGN = frozenset({"en", *language.NOWHERE})


def named(readings: Iterable[LanguageReading]) -> list[LanguageReading]:
    """Readings whose language is told with at least half of the distribution."""
    return [reading for reading in readings if reading.best[1] >= language.NAMED]


def local(readings: Iterable[LanguageReading]) -> bool:
    """Whether a language other than English (or that of inscriptions) is named."""
    return any(reading.best[0] not in _FOREIGN for reading in named(readings))


def _countries(weights: dict[str, float]) -> str:
    """'Sri Lanka, parts of India': with the largest countries where few signs are so, many all the same."""
    top = max(weights.values(), default=0.0)
    names = [
        country_name(code)
        for code, weight in sorted(weights.items(), key=lambda item: size_rank(item[0]))
        if size_rank(code) < LARGE and PART <= weight < 0.25 * top
    ]
    parts = f", parts of {' and '.join(names[:2])}" if names and len(weights) <= 40 else ""
    return record.countries_in_words(weights) + parts


def street_findings(lines: tuple[TextLine, ...], readings: Sequence[LanguageReading]) -> list[Finding]:
    """Street-type words; an English one beside another language ('Yuyuan Rd.') is a translation."""
    japanese = any(reading.best[0] == "ja" for reading in named(readings))
    found = streets.findings(lines, japanese=japanese)
    if not local(readings):
        return found
    note = "English street words are common translations; not counted."
    return [replace(item, reach=None, note=note) if item.key == "street:en" else item for item in found]


def letter_findings(lines: tuple[TextLine, ...], readings: Sequence[LanguageReading]) -> list[Finding]:
    """Telling letters of lines for which no language is named: else they are part of that already.

    Latin letters beside a named language of another script ('Café') are names and translations.
    """
    found = []
    known = named(readings)
    beside = any(reading.script not in ("", "Latn") and reading.best[0] not in _FOREIGN for reading in known)
    scripts_of = {line.number: scripts.dominant(line.text) for line in lines}
    for item in orthography.findings(lines):
        script = scripts_of[item.line]
        own = next((r for r in known if item.line in r.lines and r.script in ("", script)), None)
        if own is not None and item.key != "orthography:yue":
            continue
        if script == "Latn" and beside:
            note = "Latin letters beside another script are often foreign names; not counted."
            item = replace(item, reach=None, note=note)
        found.append(item)
    return found


def language_findings(
    lines: Sequence[TextLine], readings: Sequence[LanguageReading], anchors: Anchors
) -> list[Finding]:
    """One finding a named language, on its anchor line."""
    text = {line.number: line.text for line in lines}
    beside = local(readings)
    found = []
    for reading in named(readings):
        code, share = reading.best
        weights = reading.weights()
        number = anchors[reading.lines]
        silent = ""
        if code == "en" and beside:
            silent = "English beside another language says little"
        elif code in language.NOWHERE:
            silent = "inscriptions in it stand in many countries"
        others = f", judged over {len(reading.lines)} lines" if len(reading.lines) > 1 else ""
        found.append(
            Finding(
                number,
                "text.language",
                observation=f"“{text[number]}” reads as {reading.name} ({share:.0%}{others})",
                inference=silent or f"on signs of {_countries(weights)}",
                strength=Strength.LIKELY if share >= 0.8 and code != "en" else Strength.WEAK,
                method=reading.method,
                key=f"language:{code}",
                reach=None if silent else record.graded("language", weights),
                confidence=share,
            )
        )
    return found


def script_findings(lines: Sequence[TextLine], anchors: Iterable[int]) -> list[Finding]:
    """One finding a script: on an anchor line that has it, else on its longest line."""
    best: dict[str, tuple[tuple[bool, int, int], TextLine]] = {}
    preferred = set(anchors)
    for line in lines:
        code = scripts.dominant(line.text)
        if not code or not scripts.is_word(line.text) or scripts.ambiguous(line.text):
            continue
        rank = (line.number in preferred, sum(scripts.counts(line.text).values()), -line.number)
        if code not in best or rank > best[code][0]:
            best[code] = (rank, line)
    if set(best) - {"Latn"}:
        best.pop("Latn", None)  # Latin letters beside another script say nothing more
    if "Hira" in best:
        best.pop("Kana", None)
    if "Hira" in best or "Kana" in best:
        best.pop("Hani", None)
    rows = []
    for code, (_, line) in sorted(best.items()):
        weights = script_weights(code)
        name = _SCRIPT_NAMES.get(code, f"{scripts.SCRIPTS[code]} letters")
        rows.append(
            Finding(
                line.number,
                "text.script",
                observation=f"“{line.text}” is written in {name}",
                inference=f"written in {_countries(weights)}",
                strength=Strength.WEAK if code == "Latn" else Strength.LIKELY,
                method="Unicode scripts",
                key=f"script:{code}",
                reach=record.graded("script", weights),
                confidence=line.confidence,
            )
        )
    return rows


def plain_finding(line: TextLine, readings: Sequence[LanguageReading], anchors: Anchors) -> Finding:
    """The record of a line nothing more was concluded from."""
    inference = "says nothing about the place by itself"
    for reading in named(readings):
        if line.number in reading.lines:
            inference = f"part of the {reading.name} text, counted with line {anchors[reading.lines]}"
    if scripts.ambiguous(line.text):
        inference = "these capitals look the same in Latin, Cyrillic and Greek letters; not decided"
    return Finding(
        line.number,
        "text.line",
        observation=f"“{line.text}”",
        inference=inference,
        strength=Strength.WEAK,
        method="",
        key=f"line:{line.number}",
        confidence=line.confidence,
    )
