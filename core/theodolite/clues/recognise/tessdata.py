"""Where Tesseract's data lies, which data reads which script, and how to get what is missing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from theodolite import paths

#: Script -> data that reads it, wanted first. All that are installed are used together, up to three.
LANGUAGES: dict[str, tuple[str, ...]] = {
    "Cyrl": ("rus", "ukr", "srp", "bul", "kaz"),
    "Grek": ("ell",),
    "Armn": ("hye",),
    "Geor": ("kat",),
    "Hebr": ("heb",),
    "Arab": ("ara", "fas", "urd"),
    "Deva": ("hin", "mar", "nep"),
    "Beng": ("ben", "asm"),
    "Guru": ("pan",),
    "Gujr": ("guj",),
    "Orya": ("ori",),
    "Taml": ("tam",),
    "Telu": ("tel",),
    "Knda": ("kan",),
    "Mlym": ("mal",),
    "Sinh": ("sin",),
    "Thai": ("tha",),
    "Laoo": ("lao",),
    "Mymr": ("mya",),
    "Khmr": ("khm",),
    "Tibt": ("bod", "dzo"),
    "Ethi": ("amh", "tir"),
    "Hang": ("kor",),
    "Thaa": ("div",),
    "Cans": ("iku",),
}

#: Scripts the main reader knows by itself.
OWN = ("Latn", "Hani", "Zyyy")

#: Script -> name of the data of a whole script, used when no language of it is installed.
WHOLE = {
    "Cyrl": "Cyrillic", "Grek": "Greek", "Armn": "Armenian", "Geor": "Georgian", "Hebr": "Hebrew",
    "Arab": "Arabic", "Deva": "Devanagari", "Beng": "Bengali", "Guru": "Gurmukhi", "Gujr": "Gujarati",
    "Orya": "Oriya", "Taml": "Tamil", "Telu": "Telugu", "Knda": "Kannada", "Mlym": "Malayalam",
    "Sinh": "Sinhala", "Thai": "Thai", "Laoo": "Lao", "Mymr": "Myanmar", "Khmr": "Khmer", "Tibt": "Tibetan",
    "Ethi": "Ethiopic", "Hang": "Hangul", "Thaa": "Thaana", "Cans": "Canadian_Aboriginal",
}  # fmt: skip

_SYSTEM = ("/usr/share/tesseract-ocr", "/usr/share", "/usr/local/share", "/opt/homebrew/share")


@dataclass(frozen=True, slots=True)
class Data:
    """Data that is there: ``languages`` as Tesseract wants them joined by +, all in ``folder``."""

    folder: Path
    languages: tuple[str, ...]


def folders() -> tuple[Path, ...]:
    """Folders that may hold ``*.traineddata``, the person's own first; existing ones only."""
    found = [paths.home() / "tessdata"]
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        found += [Path(prefix), Path(prefix) / "tessdata"]
    for base in map(Path, _SYSTEM):
        found += [*sorted(base.glob("[0-9]*/tessdata"), reverse=True), base / "tessdata"]
    return tuple(folder for folder in dict.fromkeys(found) if folder.is_dir())


def data(script: str, searched: Sequence[Path]) -> Data | None:
    """The data for ``script`` in the first of the ``searched`` folders that has any."""
    for folder in searched:
        there = [name for name in LANGUAGES.get(script, ()) if _has(folder, name)]
        if there:
            return Data(folder, tuple(there[:MOST]))
        whole = WHOLE.get(script, "")
        for name in (whole, f"script/{whole}"):
            if whole and _has(folder, name):
                return Data(folder, (name,))
    return None


#: Languages loaded together: each takes its time on every line.
MOST = 4


def _has(folder: Path, name: str) -> bool:
    return (folder / f"{name}.traineddata").is_file()


def how_to_get(script: str) -> str:
    """The one command that gets the data of ``script`` on Debian and Ubuntu; '' when there is none."""
    languages = LANGUAGES.get(script)
    return f"sudo apt-get install tesseract-ocr-{languages[0]}" if languages else ""


def by_hand(script: str) -> str:
    """What to do where there is no Debian package: one sentence; '' when no data exists."""
    languages = LANGUAGES.get(script)
    if not languages:
        return ""
    return f"Elsewhere, copy {languages[0]}.traineddata into {paths.home() / 'tessdata'}."
