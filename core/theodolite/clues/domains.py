"""Internet addresses: the top-level domain of a country, a region or a city, unless it is sold to everybody.

Domains of cities are sold to anybody who likes the name, so they are weak.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from theodolite.clues import record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import country_codes, country_name
from theodolite.domain import AreaReach, PointReach, Reach, Strength

METHOD = "country top-level domain"

#: Country domains sold as generic ones; they say nothing.
_SOLD = """
ac ag ai am as bz cc cd co cx dj fm ga gg gl gs im io je la ly me ms mu nu pw sc sh so st
tf tk to tv vc vg ws
"""
GENERIC = frozenset(_SOLD.split())
#: Country domains whose letters are not the ISO code; not sovereign states' domains are left out.
_OTHER = {"uk": "GB", "su": "RU"}
#: Domains of one country's institutions.
_INSTITUTIONS = {"gov": "US", "mil": "US", "edu": "US"}
#: Short addresses of services used everywhere: their top-level domain is only part of a word.
_SHORT = """
youtu.be redd.it spoti.fi linktr.ee lin.ee pin.it flic.kr qrco.de lnkd.in telegra.ph chng.it rb.gy
shorturl.at disq.us del.icio.us bbc.in amzn.eu trib.al instagr.am tinyurl.is taplink.cc adobe.ly
"""
WORLDWIDE = frozenset(_SHORT.split())
#: Country domains that also end the names of files.
_FILE_ENDINGS = frozenset(["py", "mk", "md", "pl", "rs", "ps", "sh", "so", "cc", "in", "pm", "ml"])

_HOST = regex.compile(
    r"(?<![\p{L}\d.-])(?P<lead>https?://|www\.|[\p{L}\d._-]+@)?"
    r"(?P<labels>(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,4})(?P<top>[a-z]{2,4})(?![\p{L}\d-])",
    flags=regex.IGNORECASE,
)
_LEVELS = "co com ac gov gob gouv go gv org net edu ne or nic"
_SECOND = frozenset(_LEVELS.split())


_LOCAL = regex.compile(
    r"(?<![\p{L}\d.-])(?P<lead>https?://|www\.|[\p{L}\d._-]+@)?"
    r"(?P<labels>(?:[\p{L}\p{M}\d](?:[\p{L}\p{M}\d-]{0,40}[\p{L}\p{M}\d])?\.){1,4})(?P<top>[\p{L}\p{M}]{2,12})"
    r"(?![\p{L}\p{M}\d-])",
    flags=regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LocalTop:
    """A top-level domain of a city or region, or of a country in its own letters (name '')."""

    country: str
    name: str
    reach: Reach | None


@cache
def local_tops() -> dict[str, LocalTop]:
    """The table ``domains.csv`` by top-level domain."""
    found = {}
    for row in tables.rows("domains"):
        reach: Reach | None = record.graded("internet domain", {row["country"]: 1.0})
        if row["lat"]:
            reach = PointReach(float(row["lat"]), float(row["lon"]), float(row["sd_km"]), f".{row['top']}")
        elif row["region"]:
            reach = AreaReach("admin1", (row["region"],))
        found[row["top"]] = LocalTop(row["country"], row["name"], reach)
    return found


def local_hosts(text: str) -> list[tuple[str, LocalTop, bool]]:
    """Addresses under such a domain: (as read, domain, whether it is plainly an address).

    'Hotel.Berlin' is a full stop without a space: only small letters, www, @ or http make an address.
    """
    found = []
    for match in _LOCAL.finditer(text):
        top = local_tops().get(match["top"].lower())
        lower = match.group() == match.group().lower() and len(match["labels"]) >= 4
        own = not match["top"].isascii()
        alone = text.strip() == match.group()  # "ende.paris" in a sentence is a lost space
        if top is not None and (match["lead"] or (alone and lower and (own or match["labels"].isascii()))):
            found.append((match.group(), top, bool(match["lead"])))
    return found


def hosts(text: str) -> list[tuple[str, str, bool]]:
    """Addresses in a line that name a country: (as read, ISO alpha-2, whether it is plainly an address)."""
    found = []
    for match in _HOST.finditer(text):
        top = match["top"].lower()
        labels = match["labels"].lower().rstrip(".").split(".")
        plain = bool(match["lead"]) or (len(labels) >= 2 and labels[-1] in _SECOND)
        if not plain and (
            len(labels[-1]) < 3 or top in _FILE_ENDINGS or not regex.search(r"[a-z]{2}", labels[-1])
        ):
            continue
        second_level = len(labels) >= 2 and labels[-1] in _SECOND
        if ".".join([*labels, top][-2:]) in WORLDWIDE or (top in GENERIC and not second_level):
            continue
        country = _OTHER.get(top, top.upper())
        if top in _INSTITUTIONS:
            country = _INSTITUTIONS[top]
        if country in country_codes():
            found.append((match.group(), country, plain))
    return found


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """Addresses of all lines: LIKELY when plainly an address, WEAK when only a dot makes it one."""
    found = [
        _finding(
            line,
            shown,
            f"its top-level domain belongs to {country_name(country)}",
            country,
            record.graded("internet domain", {country: 1.0}),
            Strength.LIKELY if plain else Strength.WEAK,
        )
        for line in lines
        for shown, country, plain in hosts(line.text)
    ]
    for line in lines:
        for shown, top, plain in local_hosts(line.text):
            place = f"{top.name}, {country_name(top.country)}" if top.name else country_name(top.country)
            found.append(
                _finding(
                    line,
                    shown,
                    f"its top-level domain is that of {place}",
                    f"{top.country}{':' + top.name if top.name else ''}",
                    top.reach,
                    Strength.LIKELY if plain and not top.name else Strength.WEAK,
                )
            )
    return found


def _finding(
    line: TextLine, shown: str, inference: str, key: str, reach: Reach | None, strength: Strength
) -> Finding:
    return Finding(
        line.number,
        "text.domain",
        observation=f"internet address “{shown}”",
        inference=inference,
        strength=strength,
        method=METHOD,
        key=f"domain:{key}",
        reach=reach,
        confidence=line.confidence,
    )
