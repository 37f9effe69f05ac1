"""Whether what a recogniser returned is writing of the script that was seen, or gibberish.

Every recogniser answers in its own letters whatever it is shown. Nothing is reported as text on confidence
alone: the letters must be of the script the line was told to be in, and stand as words do.
"""

from __future__ import annotations

import regex

from theodolite.clues import scripts
from theodolite.clues.recognise.tesseract import Read

#: Confidence (0..1, mean over the characters) from which a line counts as read by the main reader.
READ = 0.95
#: ... from which it counts as read when its shape supports it (several words, several Han characters).
SUPPORTED = 0.85

#: The same for Tesseract: words its dictionary knows, long lines, short lines.
KNOWN, LONG, SHORT = 0.70, 0.82, 0.88

_VOWELLESS = regex.compile(r"(?<!\p{L})[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{4,}(?!\p{L})")
_TRIPLE = regex.compile(r"(\p{Ll})\1\1", flags=regex.IGNORECASE)
_INSIDE = regex.compile(r"\p{Ll}\p{Lu}\p{L}*\p{Ll}\p{Lu}|\p{Ll}\p{Lu}\p{Ll}*$")
_THRICE = regex.compile(r"([\p{L}\p{M}])\1\1")
_DIGIT_INSIDE = regex.compile(r"[\p{L}\p{M}]\p{N}+[\p{L}\p{M}]")
#: A bracket after a letter and before another, as only a misread letter stands ("Фарџаке(о").
_BRACKET_INSIDE = regex.compile(r"[\p{L}\p{M}][(\[{<|][\p{L}\p{M}]")
_WORD = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+")

#: Scripts in which one character is a syllable, so that two make a word.
_SYLLABIC = ("Hang", "Ethi", "Hani")


def plainly_read(text: str, confidence: float) -> bool:
    """Whether a line of the main reader may be shown as text at all, whatever its script looks like.

    Thresholds come from signs in scripts the reader does not know: Hangul, Thai, Hebrew, Arabic, Tamil,
    Armenian and Cyrillic came out below .85 nearly always, and up to .955 as one meaningless word.
    """
    letters = scripts.counts(text)
    total = sum(letters.values())
    digits = sum(character.isdigit() for character in text)
    if not total:
        return digits > 0 and confidence >= READ
    if len(text.replace(" ", "")) == 1:
        return confidence >= 0.98
    if _mixes_scripts(text, letters) or _implausible(text, letters):
        return False
    if confidence >= READ:
        return True
    words = regex.findall(r"\p{L}{2,}", text)
    several = len(words) >= 2 if letters.get("Latn", 0) * 2 >= total else total >= 3
    return several and confidence >= SUPPORTED


def _mixes_scripts(text: str, letters: dict[str, int]) -> bool:
    """Latin and Han in one unbroken word ('lo長lo') is no text, unless either is a whole part of it."""
    if not (letters.get("Latn") and letters.get("Hani")):
        return False
    return bool(regex.search(r"\p{Ll}\p{Han}\p{Ll}", text))


def _implausible(text: str, letters: dict[str, int]) -> bool:
    """Latin words that no language writes: no vowel, one letter three times, mIxEd capitals."""
    if letters.get("Latn", 0) < sum(letters.values()):
        return False
    words = regex.findall(r"\p{L}+", text)
    strange = sum(
        1
        for word in words
        if (_VOWELLESS.search(word) and word != word.upper())
        or (_TRIPLE.search(word) and word.lower() not in ("www", "iii"))
        or (len(word) <= 7 and _INSIDE.search(word) and not word.startswith(("Mc", "Mac", "De", "La", "Le")))
    )
    return bool(words) and strange * 2 > len(words)


def family(text: str) -> str:
    """The script of a text as the classifier names it: kana are "Hani", no letters "Zyyy"."""
    found = scripts.dominant(text)
    return "Hani" if found in ("Hira", "Kana") else found or "Zyyy"


def well_formed(text: str, script: str) -> bool:
    """Whether ``text`` is made of words of ``script``: its letters, few signs, no digits inside words."""
    letters = {code: n for code, n in scripts.counts(text).items() if code}
    own = letters.get(script, 0) + (letters.get("Hani", 0) if script == "Hang" else 0)
    total = sum(letters.values())
    if own < 2 or own < 0.6 * total:
        return False
    if _DIGIT_INSIDE.search(text) or _THRICE.search(text):
        return False
    if _BRACKET_INSIDE.search(text) and not regex.search(r"[)\]}>]", text):
        return False
    words = _WORD.findall(text)
    if any(len(set(filter(None, map(scripts.script_of, word)))) > 1 for word in words):
        return False
    if any(regex.match(r"\p{M}", word) for word in words):
        return False
    signs = sum(
        1 for c in text if not (c.isspace() or c.isdigit() or regex.match(r"[\p{L}\p{M}\u200c\u200d]", c))
    )
    if signs > 1 + 0.2 * len(text):
        return False
    single = sum(1 for word in words if scripts.counts(word).get(script, 0) == 1 and len(word) == 1)
    return script in _SYLLABIC or script == "Thai" or single * 2 <= len(words)


def plausible(read: Read, script: str, share: float) -> bool:
    """Whether a reading by the recogniser of ``script`` may be shown, ``share`` = P(script | pixels).

    The less sure the script, the surer the reading has to be.
    """
    if not well_formed(read.text, script):
        return False
    size = sum(1 for c in read.text if scripts.script_of(c) == script)
    floor = SHORT if size <= 4 else LONG
    if read.known >= 0.6 and size >= 4:
        floor = KNOWN
    if share < 0.5:
        floor = max(floor, 0.90 if read.known >= 0.6 else 0.94)
    elif share < 0.8:
        floor = max(floor, 0.80)
    weak = sum(len(word) for word, sure in read.words if sure < 0.35)
    return read.confidence >= floor and weak * 3 <= len(read.text)
