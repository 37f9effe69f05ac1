"""The fixed words of a report and how values are spelled. Pure."""

from __future__ import annotations

import unicodedata

from theodolite.domain import Strength
from theodolite.likelihood import likelihood as likelihood
from theodolite.report.wording import say

# The scale is closed: a finding carries exactly one of these words, with its definition beside it.
SCALE: dict[str, str] = {
    "confirmed": "Verified by a person on independent clues, and by a second examiner who had not seen "
    "that verdict and disputes none of these clues.",
    "probable": "Verified by a person on at least two supporting clues that share no origin; no two "
    "sources contradict each other.",
    "possible": "The evidence favours it over other places, but no person has verified it on two "
    "independent clues, or sources contradict each other.",
    "not established": "The evidence does not single out a place. This says nothing against any place.",
    "refuted": "A person rejected it, with a stated reason.",
}

_DIRECTION = {0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = {0x200B, 0x2060, 0xFEFF, 0x00AD, 0x2028, 0x2029}
LONGEST = 4096


def strength(value: Strength) -> str:
    return f"{value.dots} {say(value.value)}"


def radius(km: float) -> str:
    """'about 1 km'; metres below one."""
    if km < 1:
        return say("about {distance} m", distance=f"{max(10, round(km * 100) * 10):,}")
    return say("about {distance} km", distance=f"{km:,.0f}")


def size(number: int) -> str:
    """Exact, as custody needs it: '136,101 bytes'."""
    return say("{count} bytes", count=f"{number:,}")


def listed(names: tuple[str, ...] | list[str]) -> str:
    """'E1', 'E1 and E2', 'E1, E2 and E3'."""
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def hidden(character: str) -> bool:
    """Characters that change how a line reads without being seen: controls, direction marks, surrogates."""
    code = ord(character)
    return code in _DIRECTION or code in _INVISIBLE or unicodedata.category(character) in ("Cc", "Cs")


def parts(text: str, *, lines: bool = False) -> list[tuple[bool, str]]:
    """``text`` cut into (hidden, shown): a hidden character becomes its code point, 'U+202E'.

    ``lines`` keeps line feeds and tabs. Longer than 4,096 characters is elided.
    """
    found: list[tuple[bool, str]] = []
    for character in text[:LONGEST]:
        if hidden(character) and not (lines and character in "\n\t"):
            found.append((True, f"U+{ord(character):04X}"))
        elif found and not found[-1][0]:
            found[-1] = (False, found[-1][1] + character)
        else:
            found.append((False, character))
    if len(text) > LONGEST:
        found.append((False, f"… ({len(text):,} characters)"))
    return found
