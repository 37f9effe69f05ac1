"""From a reading of the text to the clues of an exhibit: which line carries what, and what counts once.

Every line of text is one root (posterior.md, Dependence). Twenty lines in one language are still one sign or
one street, so each conclusion counts once in an exhibit, on its *anchor* line, where it shares one doubt
with the other conclusions drawn from that line; the other lines are recorded without reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from theodolite.clues import (
    codes,
    conclusions,
    currency,
    dates,
    domains,
    language,
    orthography,
    phone,
    places,
    plates,
    postal,
    record,
    roads,
    scripts,
    streets,
    units,
)
from theodolite.clues.corrections import Correction, applied
from theodolite.clues.finding import Finding
from theodolite.clues.language import Detector, LanguageReading, detected
from theodolite.clues.linetext import line_texts
from theodolite.clues.recognise.lines import Reading, TextLine, Unreadable
from theodolite.clues.timing import Stopwatch
from theodolite.domain import Clue, Exhibit, LineText, Origin, Strength, source_of

#: Places where text could not be read that are recorded, the largest first.
MAX_UNREADABLE = 8

#: Lines nothing is concluded from that are recorded: a photographed page of print has hundreds.
MAX_PLAIN = 100

#: Sources of numbers and codes: each module has METHOD, KIND and findings(lines).
CODE_SOURCES = (plates, units, dates, roads, codes)

_ORDER = (
    "text.script", "text.orthography", "text.language", "text.street", "text.place", "text.phone",
    "text.domain", "text.currency", "text.postal", "text.plate", "text.unit", "text.date", "text.road",
    "text.code", "text.line",
)  # fmt: skip

#: kind of clue -> what its absence is called, and the method that looked for it.
_SILENT = {
    "text.street": ("No street-type word was found in the text", streets.METHOD),
    "text.place": ("No name of a known place was found in the text", places.METHOD),
    "text.phone": ("No phone number was found in the text", phone.METHOD),
    "text.domain": ("No internet address of a country was found in the text", domains.METHOD),
    "text.currency": ("No amount of money was found in the text", currency.METHOD),
    "text.postal": ("No postal code was found in the text", postal.METHOD),
    "text.plate": ("Nothing in the text has the form of a vehicle plate", plates.METHOD),
    "text.unit": ("No unit of measure that tells countries apart was found in the text", units.METHOD),
    "text.date": ("No date was found in the text", dates.METHOD),
    "text.road": ("No road number was found in the text", roads.METHOD),
    "text.code": ("No airline, rail or emergency code was found in the text", codes.METHOD),
    "text.script": ("No line has a word in letters of one script", "Unicode scripts"),
    "text.orthography": (
        "No letter that only some languages write was found",
        orthography.METHOD,
    ),
    "text.language": ("The text is too short or too mixed to tell its language", "lingua and letters"),
}

#: Kinds of the records of what was not found in the writing.
SILENT_KINDS = frozenset({"none.text", *(kind.replace("text.", "none.") for kind in _SILENT)})


def text_clues(
    exhibit: Exhibit,
    reading: Reading,
    lookup: places.Lookup | None,
    *,
    method: str,
    detect: Detector = detected,
    corrections: Sequence[Correction] = (),
    watch: Stopwatch | None = None,
) -> list[Clue]:
    """All clues of the text in one exhibit; ``watch`` times each source.

    ``lookup`` None: no gazetteer is installed, which is said. ``corrections``: what the investigator reads
    instead (:mod:`theodolite.clues.corrections`); the findings follow it, each clue keeps both readings.
    """
    lines, corrected, unreadable = applied(reading, corrections)
    found = unreadable_clues(exhibit, unreadable, method)
    if not lines:
        reason = "Writing was seen but none could be read" if unreadable else "No text was found"
        return [*found, record.nothing(exhibit, "text", reason, method=method)]
    watch = watch or Stopwatch()
    with watch.of("language"):
        readings = language.read_languages(lines, detect)
    findings = findings_of(lines, readings, lookup, watch)
    written = line_texts(lines, readings, {number: item.text for number, item in corrected.items()})
    by_number = {line.number: line for line in lines}
    for finding in findings:
        number = finding.line
        by = corrected.get(number)
        found.append(_clue(exhibit, finding, by_number[number], written[number], method, by))
    found += _silent(exhibit, findings, lookup is None)
    return found


def findings_of(
    lines: Sequence[TextLine],
    readings: Sequence[LanguageReading],
    lookup: places.Lookup | None,
    watch: Stopwatch | None = None,
) -> list[Finding]:
    """Findings of every source in reading order, each conclusion counted once."""
    rows, watch, found = tuple(lines), watch or Stopwatch(), list[Finding]()

    def add(source: str, find: Callable[[], Iterable[Finding]]) -> None:
        with watch.of(source):
            found.extend(find())

    add("street", lambda: conclusions.street_findings(rows, readings))
    add("phone", lambda: phone.findings(rows, lookup))
    add("domain", lambda: domains.findings(rows))
    add("currency", lambda: currency.findings(rows))
    # A plain number is a postal code only beside a town that is known.
    add("postal", lambda: postal.findings(rows, lookup))
    for source in CODE_SOURCES:
        add(source_of(source.KIND), lambda source=source: source.findings(rows))  # type: ignore[misc]
    if lookup is not None:
        beside = places.agreement(item.reach for item in found if item.active)
        add("place", lambda: places.findings(rows, lookup, homes(rows, readings), beside))
    anchors = {reading.lines: anchor(reading, rows, found) for reading in readings}
    add("language", lambda: conclusions.language_findings(rows, readings, anchors))
    add("script", lambda: conclusions.script_findings(rows, anchors.values()))
    add("orthography", lambda: conclusions.letter_findings(rows, readings))
    found = once(found, set(anchors.values()))
    spoken = {finding.line for finding in found}
    plain = [conclusions.plain_finding(line, readings, anchors) for line in rows if line.number not in spoken]
    found += plain[:MAX_PLAIN]
    return sorted(
        found, key=lambda finding: (finding.line, _place_in_order(finding.kind), finding.observation)
    )


def _place_in_order(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def homes(lines: Sequence[TextLine], readings: Sequence[LanguageReading]) -> dict[int, places.Home]:
    """Line -> P(its language | country). English beside another language gives way to that language."""
    named = conclusions.named(readings)
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


def _clue(
    exhibit: Exhibit, finding: Finding, line: TextLine, written: LineText, method: str, by: Correction | None
) -> Clue:
    reader = f"corrected by {by.operator}" if by else line.recogniser or method
    made = record.clue(
        exhibit,
        finding.kind,
        observation=finding.observation,
        inference=finding.inference,
        strength=finding.strength,
        method=f"{reader}; {finding.method}" if finding.method else reader,
        root=record.text_root(exhibit.sha256, finding.line),
        reach=finding.reach,
        box=line.box,
        confidence=finding.confidence,
        note=finding.note,
        active=finding.active,
        when=finding.when,
        inputs=by.inputs if by else (),
    )
    if by:
        # What stands there rests on the eyes of a person as well.
        made = replace(made, origins=(*made.origins, Origin("person", by.operator)))
    return replace(made, line=written)


def _silent(exhibit: Exhibit, findings: Sequence[Finding], no_gazetteer: bool) -> list[Clue]:
    """The sources that found nothing in the text, each with its reason."""
    kinds = {finding.kind for finding in findings}
    rows = []
    for kind, (reason, method) in _SILENT.items():
        source = kind.removeprefix("text.")
        if source == "place" and no_gazetteer:
            reason = "Place names were not looked up: the gazetteer pack is not installed"
            note = "Get it with: theodolite packs fetch gazetteer"
            rows.append(record.nothing(exhibit, source, reason, method=method, note=note))
        elif kind not in kinds:
            if kind == "text.orthography" and "text.language" in kinds:
                reason = "The letters are part of the language that is named, and are not counted again"
            rows.append(record.nothing(exhibit, source, reason, method=method))
    return rows
