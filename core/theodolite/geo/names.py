"""How names of places are compared: one folding for the gazetteer's keys and for what is asked of it.

Everything here is pure. Two names with equal :func:`fold` are one name; :func:`ocr_fold` further joins
what reading machines confuse (0/o, 1/l/i, rn/m ...) and is used only to score, never as a key.
"""

from __future__ import annotations

import re
import unicodedata

#: Letters that do not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        **{"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŀ": "l"},
        **{"ħ": "h", "ŋ": "n", "ə": "a", "ё": "е", "ґ": "г"},
        # Arabic script: carriers of hamza, Persian and Urdu forms, tatweel.
        **{"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ـ": ""},
        # Marks that transliterations write or leave out at will, and joiners that do not show.
        **dict.fromkeys("'’‘ʻʼʹ`´ʿʾ′", ""),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    }
)

#: Combining marks of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs. Vowel signs of Indic
#: scripts and kana voicing marks carry meaning and stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_EAST = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3006\U00020000-\U0003ffff"
_EAST_GAP = re.compile(f"(?<=[{_EAST}])\\s+(?=[{_EAST}])")
EAST_RUN = re.compile(f"[{_EAST}]+")
_CONFUSED = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b", "j": "l", "q": "g"})

#: What signs add to a name, by script: written onto the end without a space ...
ADDED_ENDINGS = (
    *("駅前", "駅", "站", "市", "区", "區", "町", "村", "県", "縣", "县", "省", "州", "郡", "都", "府", "城"),
    *("특별시", "광역시", "시", "군", "구", "역", "읍"),
)
#: ... or as words before or after it.
_ADDED_WORDS = frozenset(
    (
        *("city", "town", "village", "station", "municipality", "district", "county", "airport", "port"),
        *("prefecture", "ward", "commune", "gare", "mairie", "ville", "bahnhof", "hauptbahnhof", "hbf"),
        *("stadt", "gemeinde", "estacion", "municipio", "ayuntamiento", "ciudad", "stazione", "comune"),
        *("citta", "dworzec", "miasto", "stad", "kommune", "kommun", "shi", "ku", "machi", "mura", "eki"),
        *("si", "gun", "gu", "oblast", "город", "вокзал", "станция", "місто", "град"),
    )
)
_LINKS = frozenset(
    (*("of", "de", "del", "di", "da", "do", "du", "des"), *("d", "der", "van", "von", "the", "la", "le"))
)


def fold(text: str) -> str:
    """Case, diacritics, punctuation and width aside: 'São  Paulo' -> 'sao paulo', '港 区' -> '港区'.

    Never raises; '' when nothing is left.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    text = text.translate(_LETTERS)
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" or c == "ー" else " " for c in text)
    return _EAST_GAP.sub("", " ".join(kept.split()))


def ocr_fold(key: str) -> str:
    """A folded key with look-alikes joined: 'torin0', 'torlno' and 'torino' agree; 'rn' is 'm'."""
    return key.replace("rn", "m").replace("vv", "w").replace("cl", "d").translate(_CONFUSED)


def is_east(text: str) -> bool:
    """Whether the text is written in Han, kana: scripts without spaces between words."""
    return bool(EAST_RUN.search(text))


def is_latin(text: str) -> bool:
    """Whether every letter of it is Latin."""
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or not c.isalpha() for c in text)


def without_additions(key: str) -> str:
    """A folded key without what signs add to a name ('横浜駅' -> '横浜', 'gare de lyon' -> 'lyon').

    The key itself when nothing was added or too little would be left.
    """
    for ending in ADDED_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 2:
            return key[: -len(ending)]
    words = key.split()
    while len(words) > 1 and words[-1] in _ADDED_WORDS:
        words.pop()
    if len(words) > 1 and words[0] in _ADDED_WORDS:
        words.pop(0)
        while len(words) > 1 and words[0] in _LINKS:
            words.pop(0)
    return " ".join(words)
