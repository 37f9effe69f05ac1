"""Words and fonts for the synthetic lines that the script classifier is trained on (train_scripts.py).

Words: native place names of the gazetteer pack, and the CLDR names of countries, languages, months, days and
currencies that babel carries. Fonts: what fontconfig knows, matched by the characters each font covers.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
import subprocess
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import regex

#: Class -> (Unicode scripts of its letters, CLDR locales to take words from).
CLASSES: dict[str, tuple[tuple[str, ...], str]] = {
    "Latn": (("Latin",), "en fr de es pt it pl tr vi cs ro hu sv fi id sw hr lt is az sq mt cy yo"),
    "Hani": (("Han", "Hiragana", "Katakana"), "zh zh_Hant ja yue"),
    "Hang": (("Hangul",), "ko"),
    "Cyrl": (("Cyrillic",), "ru uk bg sr mk be kk ky mn tg tt ce os"),
    "Grek": (("Greek",), "el"),
    "Armn": (("Armenian",), "hy"),
    "Geor": (("Georgian",), "ka"),
    "Hebr": (("Hebrew",), "he yi"),
    "Arab": (("Arabic",), "ar fa ur ps ckb sd ug ks"),
    "Deva": (("Devanagari",), "hi mr ne kok mai bho sa doi"),
    "Beng": (("Bengali",), "bn as"),
    "Guru": (("Gurmukhi",), "pa"),
    "Gujr": (("Gujarati",), "gu"),
    "Orya": (("Oriya",), "or"),
    "Taml": (("Tamil",), "ta"),
    "Telu": (("Telugu",), "te"),
    "Knda": (("Kannada",), "kn"),
    "Mlym": (("Malayalam",), "ml"),
    "Sinh": (("Sinhala",), "si"),
    "Thai": (("Thai",), "th"),
    "Laoo": (("Lao",), "lo"),
    "Mymr": (("Myanmar",), "my"),
    "Khmr": (("Khmer",), "km"),
    "Tibt": (("Tibetan",), "dz bo"),
    "Ethi": (("Ethiopic",), "am ti"),
    "Thaa": (("Thaana",), "dv"),
    "Tfng": (("Tifinagh",), "zgh shi"),
    "Cans": (("Canadian_Aboriginal",), "iu"),
    "Zyyy": ((), ""),
    "Zxxx": ((), ""),
}

#: Signs that are not writing: arrows, shapes, pictograms; drawn from symbol fonts for "Zxxx".
_RANGES = ((0x2190, 0x2200), (0x25A0, 0x27C0), (0x1F300, 0x1F600), (0x1F680, 0x1F6C6), (0x2B00, 0x2B50))
SYMBOLS = [chr(code) for start, end in _RANGES for code in range(start, end)]

_PARTS = regex.compile(r"[\p{L}\p{M}]+(?:[-'’·་][\p{L}\p{M}]+)*་?")
_HELD_OUT_SHARE = 4


@dataclass(frozen=True, slots=True)
class Font:
    """One face; ``family`` groups the widths, weights and hinted variants of one design."""

    path: str
    index: int
    family: str
    ranges: tuple[tuple[int, int], ...]

    def covers(self, text: str) -> bool:
        """Whether every character of ``text`` has a glyph; spaces and joiners need none."""
        for code in {ord(c) for c in text} - {0x20, 0x200C, 0x200D}:
            at = bisect_right(self.ranges, (code, 0x110000))
            if not at or self.ranges[at - 1][1] < code:
                return False
        return True


def fonts() -> list[Font]:
    """Every scalable font fontconfig knows, in a fixed order."""
    form = "%{file}\t%{index}\t%{family[0]}\t%{scalable}\t%{color}\t%{charset}\n"
    rows = subprocess.run(["fc-list", "--format", form], capture_output=True, text=True, check=True).stdout
    found = []
    for row in sorted(set(rows.splitlines())):
        path, index, family, scalable, color, charset = row.split("\t")
        if scalable != "True" or color == "True" or int(index) > 0xFFFF or "LastResort" in path:
            continue
        ranges = []
        for part in charset.split():
            low, _, high = part.partition("-")
            ranges.append((int(low, 16), int(high or low, 16)))
        found.append(Font(path, int(index), _design(family), tuple(sorted(ranges))))
    return found


def _design(family: str) -> str:
    """'Noto Sans Thai Looped Cond' -> 'Noto Sans Looped': what looks alike in every script counts as one."""
    words = family.split()
    if words[0] in ("Noto", "Lohit"):
        extra = [
            word for word in words[2:] if word in ("Looped", "Display", "Kufi", "Nastaliq", "Mono", "Rashi")
        ]
        return " ".join([*words[:2], *extra]) if words[0] == "Noto" else "Lohit"
    return " ".join(words[:2])


def split(usable: list[Font]) -> tuple[list[Font], list[Font]]:
    """Training and held-out fonts: one design in four is held out by its name, never Noto Sans."""
    names = {font.family for font in usable} - {"Noto Sans"}
    designs = sorted(names, key=lambda name: hashlib.sha1(name.encode()).hexdigest())
    held = set(designs[: max(1, len(designs) // _HELD_OUT_SHARE)])
    return [f for f in usable if f.family not in held], [f for f in usable if f.family in held]


def words(gazetteer: Path, limit: int = 6000) -> dict[str, list[str]]:
    """Class -> distinct words in its script, at most ``limit``, in a fixed order."""
    patterns = {
        name: regex.compile("[" + "".join(rf"\p{{Script={script}}}" for script in scripts) + "]")
        for name, (scripts, _) in CLASSES.items()
        if scripts
    }
    found: dict[str, set[str]] = defaultdict(set)
    texts = [*_place_names(gazetteer), *_cldr()]
    for text in texts:
        for word in _PARTS.findall(text):
            first = next((name for name, pattern in patterns.items() if pattern.match(word)), "")
            own = patterns.get(first)
            if own and len(word) >= 2 and all(own.match(c) or not c.isalpha() for c in word):
                found[first].add(word)
    generator = random.Random(1)
    for name, (scripts, _) in CLASSES.items():
        if scripts and len(found[name]) < 300:  # Thaana, syllabics: no word list of our own
            found[name] |= _invented(scripts[0], generator)
    result = {}
    for name, rows in sorted(found.items()):
        ordered = sorted(rows)
        random.Random(2).shuffle(ordered)
        result[name] = ordered[:limit]
    return result


def _place_names(gazetteer: Path) -> list[str]:
    with sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True) as database:
        return [text for (text,) in database.execute("select distinct text from name order by text")]


def _cldr() -> list[str]:
    from babel import Locale, UnknownLocaleError

    texts: list[str] = []
    for _, locales in CLASSES.values():
        for code in locales.split():
            try:
                locale = Locale.parse(code)
            except UnknownLocaleError:
                continue
            for table in (locale.territories, locale.languages, locale.currencies, locale.scripts):
                texts += [str(value) for value in table.values()]
            for calendar in (locale.months, locale.days):
                texts += [
                    str(v) for form in calendar.values() for kind in form.values() for v in kind.values()
                ]
    return texts


def _invented(script: str, generator: random.Random) -> set[str]:
    letters = [chr(c) for c in range(0x700, 0x3000) if regex.match(rf"\p{{Script={script}}}", chr(c))]
    base = [c for c in letters if c.isalpha()]
    marks = [c for c in letters if regex.match(r"\p{M}", c)]
    made = set()
    for _ in range(1500):
        size = generator.randint(2, 7)
        made.add(
            "".join(generator.choice(base) + (generator.choice(marks) if marks else "") for _ in range(size))
        )
    return made
