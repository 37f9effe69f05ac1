"""From a reading of the text to the clues of an exhibit: which line carries what, and what counts once.

Every line of text is one root (posterior.md, Dependence). Twenty lines in one language are still one sign or
one street, so each conclusion counts once in an exhibit, on its *anchor* line, where it shares one doubt
with the other conclusions drawn from that line; the other lines are recorded without reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from theodolite.clues import currency, domains, language, phone, places, record, scripts, streets
from theodolite.clues.finding import Finding
from theodolite.clues.language import Detector, LanguageReading, latin_language
from theodolite.clues.ocr import Reading, TextLine, Unreadable
from theodolite.clues.territories import language_name, script_weights
from theodolite.domain import Box, Clue, Exhibit, Strength

#: Places where text could not be read that are recorded, the largest first.
MAX_UNREADABLE = 8

#: Lines nothing is concluded from that are recorded: a photographed page of print has hundreds.
MAX_PLAIN = 100

_ORDER = (
    "text.script", "text.language", "text.street", "text.place", "text.phone", "text.domain", "text.currency",
    "text.line",
)  # fmt: skip

_REASONS = {
    "street": ("text.street", "No street-type word was found in the text", streets.METHOD),
    "place": ("text.place", "No name of a known place was found in the text", places.METHOD),
    "phone": ("text.phone", "No phone number was found in the text", phone.METHOD),
    "domain": ("text.domain", "No internet address of a country was found in the text", domains.METHOD),
    "currency": ("text.currency", "No amount of money was found in the text", currency.METHOD),
}


def text_clues(
    exhibit: Exhibit,
    reading: Reading,
    lookup: places.Lookup | None,
    *,
    method: str,
    detect: Detector = latin_language,
) -> list[Clue]:
    """All clues of the text in one exhibit. ``lookup`` None: no gazetteer is installed, which is said."""
    found = unreadable_clues(exhibit, reading.unreadable, method)
    if not reading.lines:
        reason = "Writing was seen but none could be read" if reading.unreadable else "No text was found"
        return [*found, record.nothing(exhibit, "text", reason, method=method)]
    readings = language.read_languages(reading.lines, detect)
    findings = findings_of(reading.lines, readings, lookup)
    boxes = {line.number: line.box for line in reading.lines}
    for finding in findings:
        found.append(_clue(exhibit, finding, boxes[finding.line], method))
    found += _silent(exhibit, findings, lookup is None)
    return found


def findings_of(
    lines: Sequence[TextLine], readings: Sequence[LanguageReading], lookup: places.Lookup | None
) -> list[Finding]:
    """Findings of every source in reading order, each conclusion counted once."""
    rows = tuple(lines)
    found = [
        *_streets(rows, readings),
        *phone.findings(rows),
        *domains.findings(rows),
        *currency.findings(rows),
    ]
    if lookup is not None:
        beside = places.agreement(item.reach for item in found if item.active)
        found += places.findings(rows, lookup, homes(rows, readings), beside)
    anchors = {reading.lines: anchor(reading, rows, found) for reading in readings}
    found += _languages(rows, readings, anchors)
    found += _scripts(rows, anchors.values(), found)
    found = once(found, set(anchors.values()))
    spoken = {finding.line for finding in found}
    plain = [_plain(line, readings, anchors) for line in rows if line.number not in spoken]
    found += plain[:MAX_PLAIN]
    return sorted(found, key=lambda finding: (finding.line, _ORDER.index(finding.kind), finding.observation))


def _streets(lines: tuple[TextLine, ...], readings: Sequence[LanguageReading]) -> list[Finding]:
    """Street-type words; an English one beside another language ('Yuyuan Rd.') is a translation."""
    japanese = any(reading.best[0] == "ja" and reading.best[1] >= language.NAMED for reading in readings)
    found = streets.findings(lines, japanese=japanese)
    if not _local(readings):
        return found
    english = "street:en"
    note = "English street words are common translations; not counted."
    return [replace(item, reach=None, note=note) if item.key == english else item for item in found]


def homes(lines: Sequence[TextLine], readings: Sequence[LanguageReading]) -> dict[int, places.Home]:
    """Line -> P(its language | country). English beside another language gives way to that language."""
    named = [reading for reading in readings if reading.best[1] >= language.NAMED]
    local = [reading for reading in named if reading.best[0] != "en"]
    found: dict[int, places.Home] = {}
    for line in lines:
        own = next((reading for reading in named if line.number in reading.lines), None)
        if own is None or own.best[0] == "en":
            own = local[0] if local else own
        if own is not None:
            found[line.number] = own.weights()
    return found


def anchor(reading: LanguageReading, lines: Sequence[TextLine], found: Sequence[Finding]) -> int:
    """The line of a reading that carries most else, so that all of it shares one root."""
    by_number = {line.number: line for line in lines}

    def weight(number: int) -> tuple[int, int, int, int]:
        here = [finding for finding in found if finding.line == number and finding.active]
        counted = scripts.counts(by_number[number].text)
        east = sum(counted.get(code, 0) for code in ("Hira", "Kana", "Hani"))
        kana = counted.get("Hira", 0) + counted.get("Kana", 0)
        letters = kana * 100 + east if east else sum(counted.values())
        kinds = {finding.kind for finding in here if finding.reach is not None}
        return ("text.place" in kinds, len(kinds), letters, -number)

    return max(reading.lines, key=weight)


def _local(readings: Sequence[LanguageReading]) -> bool:
    """Whether a language other than English (or that of inscriptions) is named."""
    foreign = {"en", *language.NOWHERE}
    return any(reading.best[0] not in foreign and reading.best[1] >= language.NAMED for reading in readings)


def _languages(
    lines: Sequence[TextLine], readings: Sequence[LanguageReading], anchors: dict[tuple[int, ...], int]
) -> list[Finding]:
    text = {line.number: line.text for line in lines}
    local = _local(readings)
    found = []
    for reading in readings:
        code, share = reading.best
        if share < language.NAMED:
            continue
        weights = reading.weights()
        number = anchors[reading.lines]
        silent = ""
        if code == "en" and local:
            silent = "English beside another language says little"
        elif code in language.NOWHERE:
            silent = "inscriptions in it stand in many countries"
        others = f", judged over {len(reading.lines)} lines" if len(reading.lines) > 1 else ""
        found.append(
            Finding(
                number,
                "text.language",
                observation=f"“{text[number]}” reads as {language_name(code)} ({share:.0%}{others})",
                inference=silent or f"on signs of {record.countries_in_words(weights)}",
                strength=Strength.LIKELY if share >= 0.8 and code != "en" else Strength.WEAK,
                method="national character sets" if code in ("ja", "zh_Hans", "zh_Hant", "el") else "lingua",
                key=f"language:{code}",
                reach=None if silent else record.graded("language", weights),
                confidence=share,
            )
        )
    return found


_SCRIPT_NAMES = {"Hira": "Hiragana", "Kana": "Katakana", "Hani": "Han characters", "Latn": "Latin letters"}


def _scripts(lines: Sequence[TextLine], anchors: Iterable[int], found: Sequence[Finding]) -> list[Finding]:
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
    if any(code in best for code in ("Hira", "Kana", "Hani", "Grek")):
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
                inference=f"written in {record.countries_in_words(weights)}",
                strength=Strength.WEAK if code == "Latn" else Strength.LIKELY,
                method="Unicode scripts",
                key=f"script:{code}",
                reach=record.graded("script", weights),
                confidence=line.confidence,
            )
        )
    return rows


def once(found: Sequence[Finding], anchors: set[int]) -> list[Finding]:
    """Of findings that say the same thing, one keeps its reach: on an anchor line, else the surest."""
    best: dict[str, Finding] = {}
    for finding in found:
        if finding.reach is None or not finding.active:
            continue
        held = best.get(finding.key)
        if held is None or _rank(finding, anchors) > _rank(held, anchors):
            best[finding.key] = finding
    result = []
    for finding in found:
        counted = best.get(finding.key)
        if counted is not None and finding is not counted and finding.reach is not None:
            note = f"Says the same as line {counted.line}, where it counts."
            finding = replace(finding, reach=None, note=note, active=True)
        result.append(finding)
    return result


def _rank(finding: Finding, anchors: set[int]) -> tuple[bool, bool, float, int]:
    sure = finding.strength is not Strength.WEAK
    return (finding.line in anchors, sure, finding.confidence or 0.0, -finding.line)


def _plain(
    line: TextLine, readings: Sequence[LanguageReading], anchors: dict[tuple[int, ...], int]
) -> Finding:
    """The record of a line nothing more was concluded from."""
    inference = "says nothing about the place by itself"
    for reading in readings:
        code, share = reading.best
        if line.number in reading.lines and share >= language.NAMED:
            inference = f"part of the {language_name(code)} text, counted with line {anchors[reading.lines]}"
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


def unreadable_clues(exhibit: Exhibit, seen: Sequence[Unreadable], method: str) -> list[Clue]:
    """Where something is written that could not be read: for a person to look at, the script named."""

    def area(item: Unreadable) -> float:
        return (item.box.right - item.box.left) * (item.box.bottom - item.box.top)

    # What a command would make readable comes before what only looks like writing.
    largest = sorted(seen, key=lambda item: (not item.command, -area(item)))[:MAX_UNREADABLE]
    return [
        record.nothing(exhibit, "text", item.observation, method=method, box=item.box, note=item.note)
        for item in sorted(largest, key=lambda item: (item.box.top, item.box.left))
    ]


def _clue(exhibit: Exhibit, finding: Finding, box: Box, method: str) -> Clue:
    return record.clue(
        exhibit,
        finding.kind,
        observation=finding.observation,
        inference=finding.inference,
        strength=finding.strength,
        method=f"{method}; {finding.method}" if finding.method else method,
        root=record.text_root(exhibit.sha256, finding.line),
        reach=finding.reach,
        box=box,
        confidence=finding.confidence,
        note=finding.note,
        active=finding.active,
    )


def _silent(exhibit: Exhibit, findings: Sequence[Finding], no_gazetteer: bool) -> list[Clue]:
    """The sources that found nothing in the text, each with its reason."""
    kinds = {finding.kind for finding in findings}
    rows = []
    for source, (kind, reason, method) in _REASONS.items():
        if source == "place" and no_gazetteer:
            reason = "Place names were not looked up: the gazetteer pack is not installed"
            note = "Get it with: theodolite packs fetch gazetteer"
            rows.append(record.nothing(exhibit, source, reason, method=method, note=note))
        elif kind not in kinds:
            rows.append(record.nothing(exhibit, source, reason, method=method))
    if "text.language" not in kinds:
        reason = "The text is too short or too mixed to tell its language"
        rows.append(record.nothing(exhibit, "language", reason, method="lingua"))
    return rows
