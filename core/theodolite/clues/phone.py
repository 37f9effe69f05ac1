"""Phone numbers: with a country code they name a country; without, only the countries where they fit."""

from __future__ import annotations

from functools import cache

import phonenumbers
import regex

from theodolite.clues import record
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import country_codes, country_name
from theodolite.domain import Strength

METHOD = f"phonenumbers {phonenumbers.__version__}"

_INTERNATIONAL = regex.compile(r"(?<!\d)(?:\+|00(?=[1-9]))\s?\d[\d\s().\-/]{6,18}\d")
_NATIONAL = regex.compile(r"(?<![\d.,+])\(?0\d[\d\s().\-/]{6,14}\d(?![\d.,])")
_DATE = regex.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$")


def international(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Valid numbers with a country code: (as read, countries, in international form)."""
    found: list[tuple[str, tuple[str, ...], str]] = []
    for match in _INTERNATIONAL.finditer(text):
        raw = match.group().strip()
        plain = "+" + raw[2:] if raw.startswith("00") else raw
        try:
            number = phonenumbers.parse(plain, None)
        except phonenumbers.NumberParseException:
            continue
        if not phonenumbers.is_valid_number(number):
            continue
        region = phonenumbers.region_code_for_number(number)
        if region and region != "001":
            shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            found.append((raw, (region,), shown))
    return found


@cache
def _countries() -> tuple[str, ...]:
    return tuple(sorted(country_codes() & set(phonenumbers.SUPPORTED_REGIONS)))


def national(text: str) -> list[tuple[str, dict[str, float]]]:
    """Numbers that begin with 0: (as read, country -> weight).

    Weight 1 where the area code is set off as that country does, else 0.3.
    """
    found = []
    for match in _NATIONAL.finditer(text):
        raw = match.group().strip()
        digits = regex.sub(r"\D", "", raw)
        if _DATE.match(raw) or not 8 <= len(digits) <= 12 or (digits == raw and len(digits) < 9):
            continue
        weights: dict[str, float] = {}
        for country in _countries():
            try:
                number = phonenumbers.parse(digits, country)
            except phonenumbers.NumberParseException:
                continue
            if not number.national_number or not phonenumbers.is_valid_number_for_region(number, country):
                continue
            usual = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
            weights[country] = 1.0 if _area_code(usual) == _area_code(raw) else 0.3
        if weights:
            found.append((raw, weights))
    return found


def _area_code(text: str) -> str:
    return str(regex.split(r"\D+", text.strip("("))[0])


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """Phone numbers of all lines; LIKELY with a country code (numbers travel on vans), else WEAK."""
    found = []
    for line in lines:
        for raw, regions, shown in international(line.text):
            weights = dict.fromkeys(regions, 1.0)
            found.append(
                Finding(
                    line.number,
                    "text.phone",
                    observation=f"phone number “{raw}”",
                    inference=f"{shown} is a valid number of {country_name(regions[0])}",
                    strength=Strength.LIKELY,
                    method=METHOD,
                    key=f"phone:{regions[0]}",
                    reach=record.graded("calling code", weights),
                    confidence=line.confidence,
                )
            )
        for raw, weights in national(line.text):
            found.append(
                Finding(
                    line.number,
                    "text.phone",
                    observation=f"phone number “{raw}” without a country code",
                    inference=f"fits {len(weights)} countries: {record.countries_in_words(weights)}",
                    strength=Strength.WEAK,
                    method=METHOD,
                    key="phone:national:" + ",".join(sorted(weights)),
                    reach=record.graded("phone number format", weights),
                    confidence=line.confidence,
                )
            )
    return found
