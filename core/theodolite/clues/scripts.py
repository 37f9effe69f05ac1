"""Writing systems of a text: which script a letter belongs to, and look-alike letters read in the wrong one.

The recogniser knows Latin, Han, kana and Greek, but no Cyrillic: it returns МОСКВА as 'MOCKBA' with full
confidence. Such text is ambiguous and is treated so (:func:`other_readings`), not believed.
"""

from __future__ import annotations

from functools import cache

import regex

#: ISO 15924 code -> name of the Unicode script property.
SCRIPTS = {
    "Latn": "Latin",
    "Hira": "Hiragana",
    "Kana": "Katakana",
    "Hani": "Han",
    "Grek": "Greek",
    "Cyrl": "Cyrillic",
    "Hang": "Hangul",
    "Thai": "Thai",
    "Arab": "Arabic",
    "Hebr": "Hebrew",
    "Deva": "Devanagari",
    "Beng": "Bengali",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Geor": "Georgian",
    "Armn": "Armenian",
    "Khmr": "Khmer",
    "Laoo": "Lao",
    "Mymr": "Myanmar",
    "Ethi": "Ethiopic",
    "Sinh": "Sinhala",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Knda": "Kannada",
    "Mlym": "Malayalam",
    "Orya": "Oriya",
    "Thaa": "Thaana",
    "Tibt": "Tibetan",
    "Mong": "Mongolian",
}

_LETTERS = regex.compile(r"\p{L}")
_BY_SCRIPT = {code: regex.compile(rf"\p{{Script={name}}}") for code, name in SCRIPTS.items()}

#: Capital letters that look alike, Latin to Cyrillic and Latin to Greek.
_TO_CYRILLIC = dict(zip("ABCEHIKMOPTXY3", "АВСЕНІКМОРТХУЗ", strict=True))
#: Capitals that Latin and Cyrillic share in shape, of either.
_SHARED = frozenset("ABCEHIKMOPTXYАВСЕНІКМОРТХУ")
_TO_GREEK = dict(zip("ABEHIKMNOPTXYZ", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
_GREEK_LOWER = dict(zip("oóíávuúéw", "οόίάνυύέω", strict=True))
#: Greek letters that Cyrillic has as well.
_GREEK_TO_CYRILLIC = dict(zip("ΓΛΠΦ", "ГЛПФ", strict=True))


@cache
def script_of(letter: str) -> str:
    """ISO 15924 code of one letter, '' for what is no letter or shared between scripts."""
    if not _LETTERS.match(letter):
        return ""
    for code, pattern in _BY_SCRIPT.items():
        if pattern.match(letter):
            return code
    return ""


def counts(text: str) -> dict[str, int]:
    """How many letters of each script ``text`` holds; the prolonged sound mark and digits do not count."""
    found: dict[str, int] = {}
    for letter in text:
        code = script_of(letter)
        if code:
            found[code] = found.get(code, 0) + 1
    return found


def dominant(text: str) -> str:
    """The script that says most about the place: kana before Han before others before Latin; '' if none."""
    found = counts(text)
    kana = found.get("Hira", 0) + found.get("Kana", 0)
    if kana >= 2 or (kana and found.get("Hani")):
        return "Hira" if found.get("Hira", 0) >= found.get("Kana", 0) else "Kana"
    if found.get("Hani"):
        return "Hani"
    others = {code: n for code, n in found.items() if code not in ("Latn", "Hira", "Kana")}
    if others:
        return max(others, key=lambda code: (others[code], code))
    return "Latn" if found.get("Latn") else ""


def is_word(text: str) -> bool:
    """At least two letters, or one Han character: enough to be language at all."""
    found = counts(text)
    return sum(found.values()) >= 2 or bool(found.get("Hani"))


def unified(text: str) -> str:
    """Words that mix Greek with Latin look-alikes, written in Greek: KAΦENEIO with a Latin K is Greek."""
    return " ".join(_unified_word(word) for word in text.split(" "))


def _unified_word(word: str) -> str:
    found = counts(word)
    if not found.get("Grek") or not found.get("Latn"):
        return word
    if all(c in _TO_CYRILLIC or c in _GREEK_TO_CYRILLIC for c in word):
        return word  # КАФЕ is read as KAΦE too: either script
    folded = "".join(_TO_GREEK.get(c, _GREEK_LOWER.get(c, c)) for c in word)
    return folded if not counts(folded).get("Latn") else word


def other_readings(word: str) -> tuple[str, ...]:
    """Readings in Cyrillic or Greek of a word whose every letter exists there too; () when it has none.

    ``word`` as read, in capitals (small letters of the scripts differ enough to be told apart).
    """
    if len(word) < 3 or word != word.upper():
        return ()
    readings = []
    if all(c in _TO_CYRILLIC or c in _GREEK_TO_CYRILLIC for c in word):
        readings.append("".join(_TO_CYRILLIC.get(c) or _GREEK_TO_CYRILLIC[c] for c in word))
    if all(c in _TO_GREEK or script_of(c) == "Grek" for c in word):
        readings.append("".join(_TO_GREEK.get(c, c) for c in word))
    return tuple(reading for reading in readings if reading != word)


def ambiguous(text: str) -> bool:
    """True when every word of three letters and more could as well be Cyrillic or Greek capitals.

    Where no word is so long ("В ММ 1534"), every letter has to be one that Latin and Cyrillic share.
    """
    words = [word for word in regex.findall(r"[\p{L}\p{N}]+", text) if counts(word)]
    long = [word for word in words if len(word) >= 3]
    if long:
        return all(other_readings(word) for word in long)
    return bool(words) and all(c in _SHARED for word in words for c in word if c.isalpha())


# --- kinds of Han characters ----------------------------------------------------------------------------

_CHARSETS = {"zh_Hans": "gb2312", "zh_Hant": "big5", "ja": "shift_jis"}


@cache
def _has(letter: str, charset: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def han_kinds(text: str) -> dict[str, float]:
    """P(kind | characters) for simplified Chinese, traditional Chinese and Japanese, equal before.

    The national character sets tell them apart: 东 stands in GB 2312 only, 學 in Big5 and JIS, 区 in
    GB 2312 and JIS. A character outside the set of a kind is taken to occur there once in a hundred, one of
    JIS level 2 (mostly the forms Japan gave up in 1946) once in ten in Japanese. Kana settle it for
    Japanese; Japanese without any becomes the less likely the longer the text is.
    """
    likelihood = dict.fromkeys(_CHARSETS, 1.0)
    letters = [(letter, script_of(letter)) for letter in text]
    han = [letter for letter, code in letters if code == "Hani"]
    kana = sum(code in ("Hira", "Kana") for _, code in letters)
    if not han and not kana:
        return {}
    for letter in han:
        for kind, charset in _CHARSETS.items():
            likelihood[kind] *= 1.0 if _has(letter, charset) else 0.01
        likelihood["ja"] *= 0.1 if _jis_level_2(letter) else 1.0
        top = max(likelihood.values())
        likelihood = {kind: max(value / top, 1e-12) for kind, value in likelihood.items()}
    if kana:
        likelihood = {
            kind: value * (1.0 if kind == "ja" else 0.01 ** min(kana, 6))
            for kind, value in likelihood.items()
        }
    else:
        likelihood["ja"] *= max(0.02, 0.85 ** len(han))
    total = sum(likelihood.values())
    return {kind: value / total for kind, value in likelihood.items()}


@cache
def _jis_level_2(letter: str) -> bool:
    try:
        return letter.encode("shift_jis")[0] >= 0x99
    except UnicodeEncodeError:
        return False
