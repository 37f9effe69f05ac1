"""Vehicle plates by the order of their letters and digits; colour and shape are left to the eye.

Many countries share a form, so a plate is evidence graded over all that use it. A plate of two parts
('ABC 1234') looks like any product number: it is recorded switched off, for a person to judge. A car can be
far from home; the region of its plate more often so.
"""

from __future__ import annotations

import regex

from theodolite.clues import plate_forms, record
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.plate_forms import Match
from theodolite.clues.territories import country_name
from theodolite.domain import AreaReach, Strength

METHOD = "forms of vehicle plates"
KIND = "text.plate"

#: Letters and digits of a plate, all together.
LEAST, MOST = 4, 12

#: How much heavier a country must be than the next for its region codes to be read.
CLEAR = 2.5

_SHAPE = regex.compile(r"[\p{Lu}\p{Lo}\p{M}\d \-–—·•∙・./]+")
_SIGN = regex.compile(r"^(?P<sign>[A-Z]{1,3})[ |:](?P<rest>.+)$")

#: International signs of countries, as on the blue band (Vienna Convention on Road Traffic, annex 3).
SIGNS = {
    "A": "AT", "AL": "AL", "AND": "AD", "B": "BE", "BG": "BG", "BIH": "BA", "BY": "BY", "CH": "CH",
    "CY": "CY", "CZ": "CZ", "D": "DE", "DK": "DK", "E": "ES", "EST": "EE", "F": "FR", "FIN": "FI",
    "FL": "LI", "GB": "GB", "UK": "GB", "GE": "GE", "GR": "GR", "H": "HU", "HR": "HR", "I": "IT",
    "IRL": "IE", "IS": "IS", "L": "LU", "LT": "LT", "LV": "LV", "M": "MT", "MD": "MD", "MNE": "ME",
    "MK": "MK", "NMK": "MK", "N": "NO", "NL": "NL", "P": "PT", "PL": "PL", "RKS": "XK", "RO": "RO",
    "RUS": "RU", "S": "SE", "SK": "SK", "SLO": "SI", "SRB": "RS", "TR": "TR", "UA": "UA", "AM": "AM",
    "AZ": "AZ", "KZ": "KZ", "UZ": "UZ", "KG": "KG", "MA": "MA", "TN": "TN",
}  # fmt: skip

#: Letters that stand alone beside a number on other things than plates ...
_THINGS_WORDS = """
ISO DIN EN IEC ANSI ASTM RPM KWH MWH KVA BTU SPF PIN PO TEL FAX NO NR LINE BMW VW GTI GTX RTX USB HDMI LED
LCD CPU RAM SSD DVD COVID FIFA UEFA NATO UN EU USA UK FM AM PM BC AD CE MP KM CM MM VAT TVA GST SKU EXP MFG
REF ART MOD MODEL TYPE SIZE SN ID ISBN ISSN IBAN BIC ATM WC VIP KFC HSBC GPS SMS PDF WIN MAC IOS IP MAX MIN
VOL DN PN WD HP SINCE ANNO EST
"""
_THINGS = frozenset(_THINGS_WORDS.split())
#: ... and those that no plate is read from wherever they stand.
_NEVER_WORDS = """
BLK BUS APT UNIT ROOM GATE EXIT STE FLAT LOT BOX ROW SEAT XL XXL GB TB HZ KHZ MHZ GHZ ML LBS PCS KCAL OZ FT
MPH KMH RPM KWH VOL TEL FAX ISBN STK MWST WXGA FHD UHD
"""
_NEVER = frozenset(_NEVER_WORDS.split())
_OIL = regex.compile(r"\d{1,2}W[ -]?\d{2}")


def plausible(text: str) -> bool:
    """Whether a whole line may be a plate: capitals and digits, of the length of one, no known word."""
    if not _SHAPE.fullmatch(text) or not regex.search(r"\d", text):
        return False
    if not regex.search(r"\p{L}", text) or regex.search(r"  |--|\.\.|[-./]$|^[-./]", text):
        return False
    letters = regex.findall(r"\p{L}+", text)
    count = len(regex.findall(r"[\p{L}\d]", text))
    native = any(not run.isascii() for run in letters)
    if any(run in _NEVER for run in letters) or (len(letters) == 1 and letters[0] in _THINGS):
        return False
    if _OIL.fullmatch(text):
        return False
    return LEAST <= count <= MOST + (4 if native else 0)


def read(text: str) -> tuple[list[Match], bool]:
    """(forms the line fits, whether the country's sign stands beside it); nothing when it is no plate."""
    text = text.strip(" |.,:;'\"*°")
    if not plausible(text):
        return [], False
    signed = _SIGN.match(text)
    if signed and signed["sign"] in SIGNS and plausible(signed["rest"]):
        country = SIGNS[signed["sign"]]
        own = [match for match in plate_forms.matches(signed["rest"]) if match.form.country == country]
        if own:
            return own, True
    found = plate_forms.matches(text)
    if not found:
        found = [match for match in plate_forms.misread(text) if _telling(match)]
    return found, False


def _telling(match: Match) -> bool:
    """Whether a form is one that hardly anything but a plate has."""
    return match.form.groups >= 3 or match.form.native or (match.exact and match.form.marks >= 2)


def weights_of(found: list[Match]) -> dict[str, float]:
    """Country -> weight of its best form."""
    weights: dict[str, float] = {}
    for match in found:
        weights[match.form.country] = max(weights.get(match.form.country, 0.0), match.weight)
    return weights


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """Lines that read like a plate, and the region of its code where the country is clear."""
    found: list[Finding] = []
    for line in lines:
        fits, signed = read(line.text)
        if fits:
            found += _findings(line, fits, signed)
    return found


def _findings(line: TextLine, fits: list[Match], signed: bool) -> list[Finding]:
    weights = weights_of(fits)
    ordered = sorted(weights.values(), reverse=True)
    clear = len(ordered) == 1 or ordered[0] >= CLEAR * ordered[1]
    best = fits[0]
    telling = any(_telling(match) for match in fits) or signed
    sure = telling and clear and (best.exact or best.form.native) and line.confidence >= 0.9
    shown = line.text.strip()
    result = [
        Finding(
            line.number,
            KIND,
            observation=f"“{shown}” has the form of a vehicle plate",
            inference=f"reads like a plate of {record.countries_in_words(weights)}",
            strength=Strength.LIKELY if sure and (signed or len(weights) <= 2) else Strength.WEAK,
            method=METHOD,
            key=f"plate:{','.join(sorted(weights))}",
            reach=record.graded("vehicle plate", weights),
            confidence=line.confidence,
            note="" if telling else "Product numbers look the same. Switch it on if it stands on a vehicle.",
            active=telling,
        )
    ]
    region, name = plate_forms.region_of(best.form.country, best.code) if best.code and clear else ("", "")
    if region:
        result.append(
            Finding(
                line.number,
                KIND,
                observation=f"“{shown}” begins or ends with the code “{best.code}”",
                inference=f"plates with it are issued in {name}, {country_name(best.form.country)}",
                strength=Strength.WEAK,
                method=METHOD,
                key=f"plate:{region}",
                reach=AreaReach("admin1", (region,)),
                confidence=line.confidence,
                note="Cars travel, and many keep the code of where they were first registered.",
                active=telling,
            )
        )
    return result
