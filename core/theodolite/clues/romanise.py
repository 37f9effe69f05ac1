"""Lines in other letters, in Latin ones: for a reader who does not know the script. Never evidence.

The method follows the language, because uroman reads every Han character as Chinese:

- Chinese: pypinyin (MIT), Hanyu Pinyin with tones. Fails on characters with several readings in names.
- Japanese: SudachiPy with its small dictionary (both Apache-2.0) gives the readings of words, written in
  modified Hepburn here. Fails on names of people and places, whose reading no dictionary settles.
- all others: uroman (Apache-2.0; this project uses the universal romanizer software 'uroman' written by
  Ulf Hermjakob, USC Information Sciences Institute, 2015-2020). It writes letters, not sounds: vowels that
  Arabic and Hebrew leave out stay out, and no national standard (BGN/PCGN, Revised Romanization) is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import metadata
from importlib.util import find_spec
from typing import Any

import regex

from theodolite.clues import scripts

_EAST = ("Hira", "Kana", "Hani")


def romanised(text: str, language: str = "") -> tuple[str, str]:
    """(``text`` in Latin letters, by which method); ('', '') for Latin text and where nothing can do it.

    ``language``: code of the language where it is known ('ja', 'zh_Hans'): it decides how Han is read.
    """
    script = scripts.dominant(text)
    if script in ("", "Latn"):
        return ("", "")
    package = _package(script, language)
    version = _version(package)
    if not version:
        return ("", f"not romanised: {package} is not installed")
    by: dict[str, Callable[[str], str]] = {
        "sudachipy": _japanese,
        "pypinyin": _chinese,
        "uroman": _universal,
    }
    latin = by[package](text)
    return (regex.sub(r"\s+", " ", latin).strip(), _METHODS[package].format(version))


@cache
def _version(package: str) -> str:
    """The version of ``package``, '' when it or its dictionary is not installed."""
    missing = any(find_spec(name) is None for name in _NEEDS[package])
    return "" if missing else metadata.version(package)


_NEEDS = {
    "sudachipy": ("sudachipy", "sudachidict_small"),
    "pypinyin": ("pypinyin",),
    "uroman": ("uroman",),
}
_METHODS = {
    "sudachipy": "SudachiPy {}, Hepburn; names may be read otherwise",
    "pypinyin": "pypinyin {}, Hanyu Pinyin; names may be read otherwise",
    "uroman": "uroman {}; by letters, not by sound",
}


def _package(script: str, language: str) -> str:
    if script in ("Hira", "Kana") or (script == "Hani" and language == "ja"):
        return "sudachipy"
    return "pypinyin" if script == "Hani" else "uroman"


@cache
def _uroman() -> Any:
    from uroman import Uroman

    return Uroman()


@lru_cache(maxsize=512)
def _universal(text: str) -> str:
    return str(_uroman().romanize_string(text))


def _chinese(text: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return " ".join(part.strip() for part in lazy_pinyin(text, style=Style.TONE))


# --- Japanese ---------------------------------------------------------------------------------------------


@cache
def _sudachi() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="small").tokenizer()


def _japanese(text: str) -> str:
    """Readings of the words; particles joined as they are spoken (は 'wa', へ 'e', を 'o')."""
    parts: list[str] = []
    for word in _sudachi().tokenize(text):
        surface, kind = str(word.surface()), str(word.part_of_speech()[0])
        if not set(scripts.counts(surface)) & set(_EAST):
            parts.append(surface)
            continue
        spoken = _PARTICLES.get(surface) if kind == "助詞" else None
        latin = spoken or hepburn(str(word.reading_form()))
        if parts and kind in ("助動詞", "接尾辞") and parts[-1][-1:].isalpha():
            parts[-1] += ("-" if kind == "接尾辞" else "") + latin
        else:
            parts.append(latin)
    return str(regex.sub(r"\s+([!?.,、。！？])", r"\1", " ".join(part for part in parts if part)))


_PARTICLES = {"は": "wa", "へ": "e", "を": "o"}

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ",
    "z": "ザジズゼゾ", "d": "ダヂヅデド",
    "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_KANA = {kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, "aiueo", strict=True)}
_KANA |= {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n", "ヴ": "vu",
    "ヰ": "i", "ヱ": "e",
}  # fmt: skip
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o"}
_SMALL_VOWEL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_LONG = str.maketrans("aiueo", "āīūēō")


def hepburn(kana: str) -> str:
    """Katakana in modified Hepburn: シュ 'shu', ッ doubles, ー and おう are long ('Tōkyō')."""
    out: list[str] = []
    double = False
    for letter in kana:
        if letter == "ッ":
            double = True
        elif letter == "ー":
            out[-1:] = [out[-1][:-1] + out[-1][-1].translate(_LONG)] if out else []
        elif letter in _SMALL_Y and out:
            out[-1] = _palatal(out[-1], _SMALL_Y[letter])
        elif letter in _SMALL_VOWEL and out:
            out[-1] = (
                out[-1].rstrip("aiueo") + _SMALL_VOWEL[letter]
                if out[-1] != "u"
                else "w" + _SMALL_VOWEL[letter]
            )
        else:
            latin = _KANA.get(letter, letter)
            if out and out[-1] == "n" and latin[:1] in "aiueoy" and latin.isalpha():
                out[-1] = "n'"
            out.append(("t" if latin.startswith("ch") else latin[0]) + latin if double and latin else latin)
            double = False
    joined = "".join(out)
    return str(regex.sub(r"o[ou]|uu", lambda match: "ō" if match.group()[0] == "o" else "ū", joined))


def _palatal(syllable: str, vowel: str) -> str:
    """キ and a small ャ: 'kya'; シ, チ and ジ lose the y: 'sha'."""
    stem = syllable[:-1]
    return stem + vowel if stem.endswith(("sh", "ch", "j")) else stem + "y" + vowel
