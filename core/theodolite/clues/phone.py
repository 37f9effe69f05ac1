"""Phone numbers: with a country code they name a country; without, only the countries where they fit.

A word for the telephone before a number lets it count without a leading zero, and the script of the word
narrows the countries.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import phonenumbers
import regex

from theodolite.clues import phone_area, record
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.places import Lookup
from theodolite.clues.territories import country_codes, country_name
from theodolite.domain import Strength

METHOD = f"phonenumbers {phonenumbers.__version__}"

_INTERNATIONAL = regex.compile(r"(?<!\d)(?:\+|00(?=[1-9]))\s?\d[\d\s().\-/]{6,18}\d")
_NATIONAL = regex.compile(r"(?<![\d.,+])\(?0\d[\d\s().\-/]{6,14}\d(?![\d.,])")
_LABELLED = regex.compile(
    r"(?<!\p{L})(?P<cue>tel[eé]?(?:fono?|phone|foon|fon)?|tlf|tfno|phone|ph|call|fax|mob(?:ile)?|cel(?:ular)?|"
    r"тел(?:ефон)?|моб|τηλ(?:έφωνο)?|电话|電話|热线|熱線|전화|โทร(?:ศัพท์)?|هاتف|تلفن|جوال|טל(?:פון)?|फोन|फ़ोन|ফোন|☎|📞)"
    r"\s?[.:：№]*\s?(?:no\.?\s?)?(?P<number>\(?\d[\d\s().\-/]{5,16}\d)(?![\d.,])",
    flags=regex.IGNORECASE,
)
_AMERICAN = regex.compile(
    r"(?<![\d+.,-])(?:1[- .])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-.])\d{3}[-. ]\d{4}(?![\d.,-])"
)

_RUSSIAN = regex.compile(r"(?<![\d+.,-])8[\s-]?\(?\d{3,5}\)?[\s-]?\d{1,3}-\d{2}-\d{2}(?!\d)")

#: Countries where the word for telephone in a script of its own is written.
_CUES = {
    "тел": "RU UA BY KZ KG BG RS MK MN TJ UZ BA ME MD", "моб": "RU UA BY KZ BG", "τηλ": "GR CY",
    "电话": "CN SG MY", "電話": "JP TW HK MO", "热线": "CN", "熱線": "TW HK MO", "전화": "KR KP", "โทร": "TH",
    "تلفن": "IR AF", "هاتف": "EG SA AE SY IQ JO LB YE OM KW QA BH SD LY TN MA DZ PS MR",
    "جوال": "SA EG PS JO YE", "טל": "IL", "फोन": "IN NP", "फ़ोन": "IN", "ফোন": "BD IN",
}  # fmt: skip
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


def fits(raw: str) -> dict[str, float]:
    """Country -> weight for a number without a country code.

    Weight 1 where three groups of digits are those of the country, 0.7 where the area code is, else 0.2.
    """
    digits = regex.sub(r"\D", "", raw)
    weights: dict[str, float] = {}
    for country in _countries():
        try:
            number = phonenumbers.parse(digits, country)
        except phonenumbers.NumberParseException:
            continue
        if not number.national_number or not phonenumbers.is_valid_number_for_region(number, country):
            continue
        usual = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        if _groups(usual) == _groups(raw) and len(_groups(raw)) > 2:
            weights[country] = 1.0
        else:
            weights[country] = 0.7 if _area_code(usual) == _area_code(raw) else 0.2
    return weights


def national(text: str) -> list[tuple[str, dict[str, float], bool]]:
    """Numbers without a country code: (as read, country -> weight, whether a word says it is a phone)."""
    found: list[tuple[str, dict[str, float], bool]] = []
    taken: list[tuple[int, int]] = [match.span() for match in _INTERNATIONAL.finditer(text)]

    def take(raw: str, span: tuple[int, int], weights: dict[str, float], told: bool) -> None:
        if weights and not any(span[0] < last and first < span[1] for first, last in taken):
            found.append((raw, weights, told))
            taken.append(span)

    for match in _LABELLED.finditer(text):
        raw, cue = match["number"].strip(), match["cue"].lower()
        if 7 <= len(regex.sub(r"\D", "", raw)) <= 12 and not _DATE.match(raw):
            weights = fits(raw)
            homes = next((codes.split() for word, codes in _CUES.items() if cue.startswith(word)), [])
            kept = {code: weight for code, weight in weights.items() if code in homes}
            take(raw, match.span("number"), kept or weights, True)
    for match in _AMERICAN.finditer(text):
        raw = match.group()
        number = phonenumbers.parse("+1" + regex.sub(r"\D", "", raw).removeprefix("1"), None)
        region = phonenumbers.region_code_for_number(number)
        if phonenumbers.is_valid_number(number) and region and region != "001":
            take(raw, match.span(), {region: 1.0}, "(" in raw)
    for pattern in (_RUSSIAN, _NATIONAL):
        for match in pattern.finditer(text):
            raw = match.group().strip()
            digits = regex.sub(r"\D", "", raw)
            if _DATE.match(raw) or not 8 <= len(digits) <= 12 or (digits == raw and len(digits) < 9):
                continue
            take(raw, match.span(), fits(raw), False)
    return found


def _groups(text: str) -> list[str]:
    return list(regex.findall(r"\d+", text))


def _area_code(text: str) -> str:
    return str(regex.split(r"\D+", text.strip("("))[0])


def findings(lines: tuple[TextLine, ...], lookup: Lookup | None = None) -> list[Finding]:
    """Phone numbers of all lines; LIKELY with a country code (numbers travel on vans), else WEAK.

    ``lookup``: places by name, for the towns of area codes.
    """
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
            found += _area(line, raw, phonenumbers.parse(shown, None), regions[0], lookup)
        for raw, weights, told in national(line.text):
            found.append(
                Finding(
                    line.number,
                    "text.phone",
                    observation=f"phone number “{raw}” without a country code",
                    inference=f"fits {len(weights)} countries: {record.countries_in_words(weights)}"
                    if len(weights) > 1
                    else f"fits {country_name(next(iter(weights)))} only",
                    strength=Strength.LIKELY if told and len(weights) == 1 else Strength.WEAK,
                    method=METHOD,
                    key="phone:national:" + ",".join(sorted(weights)),
                    reach=record.graded("phone number format", weights),
                    confidence=line.confidence,
                )
            )
            if len(weights) == 1:
                country = next(iter(weights))
                found += _area(line, raw, phonenumbers.parse(raw, country), country, lookup)
    return found


def _area(line: TextLine, raw: str, number: Any, country: str, lookup: Lookup | None) -> list[Finding]:
    """What the area code says beyond the country."""
    said = phone_area.described(number, country)
    if not said:
        return []
    reach = phone_area.reach_of(said, country, lookup)
    where = "" if reach else " No single region or place of that name is known here, so it is not counted."
    return [
        Finding(
            line.number,
            "text.phone",
            observation=f"area code of “{raw}”",
            inference=f"given out in {said}, {country_name(country)}",
            strength=Strength.WEAK,
            method=f"{METHOD} geocoder",
            key=f"phone:area:{country}:{said}",
            reach=reach,
            confidence=line.confidence,
            note="Firms advertise far from their seat, and mobile numbers move." + where,
        )
    ]
