"""What common words on signs mean: a help for a reader who does not know the language. Never evidence.

The table (``resources/clues/glossary.csv``: language, meaning, words separated by |) holds only such words
as stand on signs alone. A line is not translated; words that are not in the table are passed over.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Collection
from functools import cache

import regex

from theodolite import paths
from theodolite.clues import scripts

#: At most so many words of one line.
MAX_WORDS = 4
#: Scripts that set no spaces between words.
_JOINED = ("Hani", "Hira", "Kana", "Thai", "Hang")
#: Meanings of a single character that ends a name: 駅, 路, 역, 시.
_ENDINGS = frozenset({"station", "street", "city", "village", "port", "bridge", "shop"})
#: Words of the table that are English words of another meaning.
_ENGLISH = frozenset(
    ["market", "fare", "told", "drag", "tire", "post", "pare", "sale", "bolt", "stop", "karta"]
)
#: Languages that share one row of the table.
_ROWS = {"bs": "hr", "zh_Hans": "zh", "zh_Hant": "zh", "ms": "id"}

#: (folded word, meaning)
Entry = tuple[str, str]


@cache
def table() -> dict[str, tuple[Entry, ...]]:
    """Language -> (word, meaning), longest words first. Raises OSError when the table is missing."""
    path = paths.resources() / "clues" / "glossary.csv"
    found: dict[str, list[Entry]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            words = (plain(word) for word in row["words"].split("|"))
            found.setdefault(row["language"], []).extend((word, row["meaning"]) for word in words)
    return {code: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for code, rows in found.items()}


def plain(text: str) -> str:
    """Small letters; the Turkish ı as i, because its capital is that of i."""
    composed = unicodedata.normalize("NFC", text.replace("İ", "i").casefold())
    return composed.replace("ı", "i").replace("’", "'")


def _bare(text: str) -> str:
    """Without accents, as capitals are often set: ECOLE, ΦΑΡΜΑΚΕΙΟ."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def meaning(text: str, languages: Collection[str] = ()) -> str:
    """Meanings of the sign words in ``text``: 'pharmacy; exit', '' when none is known or it is English.

    ``languages``: codes the text may be in; without them every language of its script is tried, and a word
    that means different things is given all its meanings ('stop or stop sign').
    """
    script = scripts.dominant(text) or next(iter(scripts.counts(text)), "")
    if not script or "en" in languages:
        return ""
    asked = {_ROWS.get(code, code) for code in languages} & set(table())
    if script in ("Hira", "Kana"):
        asked = {"ja"}
    rows = _of_script(script)
    known = [code for code in rows if code in asked] or ([] if script == "Latn" and languages else list(rows))
    sure = bool(asked)
    found = _joined(text, rows, known) if script in _JOINED else _spaced(text, script, rows, known, sure=sure)
    return "; ".join(dict.fromkeys(found[:MAX_WORDS]))


@cache
def _of_script(script: str) -> dict[str, tuple[Entry, ...]]:
    wanted = ("Hani", "Hira", "Kana") if script in ("Hani", "Hira", "Kana") else (script,)
    found = {}
    for code, rows in table().items():
        own = tuple(row for row in rows if set(scripts.counts(row[0])) & set(wanted))
        if own:
            found[code] = own
    return found


def _joined(text: str, rows: dict[str, tuple[Entry, ...]], known: list[str]) -> list[str]:
    """Words inside unbroken runs, the longest first; one character only alone or ending a name."""
    rest, places = plain(text), []
    for word, said in sorted((entry for code in known for entry in rows[code]), key=lambda row: -len(row[0])):
        if len(word) > 1:
            at = rest.find(word)
        else:
            end = r"(?<=\p{L}{2})" if said in _ENDINGS else r"(?<!\p{L})"
            match = regex.search(rf"{end}{regex.escape(word)}(?!\p{{L}})", rest)
            alone = match or regex.search(rf"(?<!\p{{L}}){regex.escape(word)}(?!\p{{L}})", rest)
            at = alone.start() if alone else -1
        if at >= 0:
            places.append((at, said))
            rest = rest[:at] + "\n" * len(word) + rest[at + len(word) :]
    return [said for _, said in sorted(places)]


def _spaced(
    text: str, script: str, rows: dict[str, tuple[Entry, ...]], known: list[str], *, sure: bool
) -> list[str]:
    """Whole words; accents may be missing where the language is known."""
    shown = plain(text)
    if script == "Arab":
        shown = regex.sub(r"(?<!\p{L})ال(?=\p{L}{3})", "", shown)
    if sure and script in ("Latn", "Grek"):
        shown = _bare(shown)
    padded = " " + " ".join(regex.findall(r"[\p{L}\p{M}\u200c'.-]+", shown)) + " "
    spoken: dict[str, dict[str, int]] = {}
    for code in known:
        for word, said in rows[code]:
            form = regex.sub(r"^ال(?=\p{L}{3})", "", word) if script == "Arab" else word
            form = _bare(form) if sure and script in ("Latn", "Grek") else form
            if not sure and script == "Latn" and (len(form) < 4 or form in _ENGLISH or form == plain(said)):
                continue  # as well English
            if f" {form} " in padded or (not form.endswith(".") and f" {form}. " in padded):
                votes = spoken.setdefault(form, {})
                votes[said] = votes.get(said, 0) + 1
    found = []
    taken = ""
    for form in sorted(spoken, key=lambda word: (-len(word), word)):
        if f" {form} " in f" {taken} ":
            continue  # part of a longer one: 'salida' in 'salida de emergencia'
        taken += f" {form} |"
        votes = spoken[form]
        said = " or ".join(sorted(votes, key=lambda word: (-votes[word], word))[:3])
        found.append((padded.find(f" {form}"), said))
    return [said for _, said in sorted(found)]
