"""Internet addresses: the top-level domain of a country names it, unless it is sold to everybody."""

from __future__ import annotations

import regex

from theodolite.clues import record
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import country_codes, country_name
from theodolite.domain import Strength

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
#: Country domains that also end the names of files.
_FILE_ENDINGS = frozenset(["py", "md", "pl", "rs", "ps", "sh", "so", "cc", "in", "pm", "ml"])

_HOST = regex.compile(
    r"(?<![\p{L}\d.-])(?P<lead>https?://|www\.|[\p{L}\d._-]+@)?"
    r"(?P<labels>(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,4})(?P<top>[a-z]{2,4})(?![\p{L}\d-])",
    flags=regex.IGNORECASE,
)
_LEVELS = "co com ac gov gob gouv go gv org net edu ne or nic"
_SECOND = frozenset(_LEVELS.split())


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
        if top in GENERIC and not second_level:
            continue
        country = _OTHER.get(top, top.upper())
        if top in _INSTITUTIONS:
            country = _INSTITUTIONS[top]
        if country in country_codes():
            found.append((match.group(), country, plain))
    return found


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """Addresses of all lines: LIKELY when plainly an address, WEAK when only a dot makes it one."""
    return [
        Finding(
            line.number,
            "text.domain",
            observation=f"internet address “{shown}”",
            inference=f"its top-level domain belongs to {country_name(country)}",
            strength=Strength.LIKELY if plain else Strength.WEAK,
            method=METHOD,
            key=f"domain:{country}",
            reach=record.graded("internet domain", {country: 1.0}),
            confidence=line.confidence,
        )
        for line in lines
        for shown, country, plain in hosts(line.text)
    ]
