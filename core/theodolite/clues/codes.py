"""Codes: aircraft registrations, numbers of railway vehicles, airports, firms, charging points, emergency.

What moves (aircraft, wagons) says where it is registered, not where it is. Freight containers (ISO 6346)
say nothing at all about a place and are not read.
"""

from __future__ import annotations

from functools import cache

import regex

from theodolite.clues import checksums, emergency, record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import country_codes, country_name
from theodolite.domain import PointReach, Reach, Strength

METHOD = "registrations and numbers with check digits"
KIND = "text.code"

#: Standard deviation of a place named by its airport, km.
AIRPORT_SD_KM = 25.0

_WAGON = regex.compile(
    r"(?<![\d.,/-])(?P<n>(?P<kind>\d{2})\s?(?P<country>\d{2})\s?(?:\d{4}\s?\d{3}|\d{3}\s?\d{4}|\d\s?\d{3}\s?\d{3}))"
    r"\s?[-–]\s?(?P<check>\d)(?!\d)"
)
_AIR = regex.compile(
    r"(?<!\p{L})(?:airport|airlines?|airways|flights?|boarding|departures?|arrivals?|iata|terminal|flughafen|"
    r"aéroport|aeropuerto|aeroporto|lotnisko|аэропорт|机场|機場|空港|공항)(?!\p{L})",
    flags=regex.IGNORECASE,
)
_IATA = regex.compile(r"(?<![\p{L}\d-])(?P<code>[A-Z]{3})(?![\p{L}\d-])")


@cache
def _aircraft() -> tuple[tuple[regex.Pattern[str], str], ...]:
    return tuple((regex.compile(row["pattern"]), row["country"]) for row in tables.rows("aircraft"))


@cache
def _airports() -> dict[str, tuple[str, str, float, float]]:
    return {
        row["code"]: (row["city"], row["country"], float(row["lat"]), float(row["lon"]))
        for row in tables.rows("airports")
    }


@cache
def _railways() -> dict[str, str]:
    return {row["number"]: row["country"] for row in tables.rows("uic")}


@cache
def _identifiers() -> tuple[tuple[str, regex.Pattern[str], str, dict[str, float], str], ...]:
    return tuple(
        (
            row["key"],
            regex.compile(row["pattern"]),
            row["check"],
            tables.weights(row["countries"]),
            row["meaning"],
        )
        for row in tables.rows("identifiers")
    )


def _found(
    line: TextLine,
    shown: str,
    inference: str,
    key: str,
    reach: Reach | None,
    *,
    strength: Strength = Strength.WEAK,
    note: str = "",
    active: bool = True,
) -> Finding:
    return Finding(
        line.number,
        KIND,
        observation=f"“{shown}”",
        inference=inference,
        strength=strength if line.confidence >= 0.8 else Strength.WEAK,
        method=METHOD,
        key=f"code:{key}",
        reach=reach,
        confidence=line.confidence,
        note=note,
        active=active,
    )


def _registrations(line: TextLine, context: str) -> list[Finding]:
    """A line that is an aircraft registration and nothing else; one that can be spoken needs a cue."""
    text = line.text.strip()
    countries = {country: 1.0 for pattern, country in _aircraft() if pattern.fullmatch(text)}
    if not countries:
        return []
    suffix = text.partition("-")[2] or text[1:]
    spoken = suffix.isalpha() and regex.search(r"[AEIOUY]", suffix) is not None
    # N, HL and JA numbers carry no hyphen and look like any model number.
    active = bool(_AIR.search(context)) or ("-" in text and not spoken)
    return [
        _found(
            line,
            text,
            f"reads like an aircraft registered in {record.countries_in_words(countries)}",
            f"aircraft:{','.join(sorted(countries))}",
            record.graded("aircraft registration", countries),
            note="Aircraft fly everywhere."
            if active
            else "Other things are written so. Switch it on if it stands on an aircraft.",
            active=active,
        )
    ]


def _wagons(line: TextLine) -> list[Finding]:
    found = []
    for match in _WAGON.finditer(line.text):
        country = _railways().get(match["country"])
        if country is None or not checksums.luhn(match["n"] + match["check"]):
            continue
        engine = match["kind"].startswith("9")
        found.append(
            _found(
                line,
                match.group(),
                f"a railway vehicle registered in {country_name(country)}",
                f"rail:{country}",
                record.graded("railway vehicle", {country: 1.0}),
                strength=Strength.LIKELY if engine else Strength.WEAK,
                note="The check digit is right. Wagons and coaches run abroad; engines seldom far.",
            )
        )
    return found


def _firms(line: TextLine) -> list[Finding]:
    found = []
    for key, pattern, check, weights, meaning in _identifiers():
        for match in pattern.finditer(line.text):
            if not checksums.CHECKS[check](match["n"]):
                continue
            country = match.groupdict().get("country") or ""
            if country and country not in country_codes():
                continue
            places = {country: 1.0} if country else weights
            right = "" if check in ("none", "evse") else "The check digit is right. "
            found.append(
                _found(
                    line,
                    match.group(),
                    f"{meaning}: {record.countries_in_words(places)}",
                    f"{key}:{','.join(sorted(places))}",
                    record.graded(meaning, places),
                    strength=Strength.LIKELY,
                    note=right + ("" if key == "EVSE" else "The firm may have its seat elsewhere."),
                )
            )
    return found


def _airport_codes(line: TextLine, context: str) -> list[Finding]:
    """IATA codes on a line of their own or beside the word, where the picture speaks of air travel."""
    if not _AIR.search(context) or tables.words(line.text) > 4:
        return []
    found = []
    for match in _IATA.finditer(line.text):
        known = _airports().get(match["code"])
        if known and (line.text.strip() == match["code"] or _AIR.search(line.text)):
            city, country, lat, lon = known
            found.append(
                _found(
                    line,
                    match["code"],
                    f"the code of an airport of {city}, {country_name(country)}",
                    f"airport:{match['code']}",
                    PointReach(lat, lon, AIRPORT_SD_KM, f"{match['code']}, {city}"),
                    note="Departure boards and luggage tags name places far away.",
                )
            )
    return found


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """All codes of all lines."""
    found: list[Finding] = []
    for line in lines:
        context = tables.near(lines, line)
        found += _registrations(line, context)
        found += _wagons(line)
        found += _firms(line)
        found += _airport_codes(line, context)
        found += emergency.findings_of(line, context)
    return found
