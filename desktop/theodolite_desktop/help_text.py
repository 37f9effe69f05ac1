"""The pages of the local help: read from resources/help, taken apart into plain blocks. Pure but for reading.

A page is a Markdown file of its own small kind: ``# title``, ``## section``, paragraphs, ``- items``,
``1. steps`` and a last line ``See also: points, clues``. Nothing else is markup; text is drawn as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from theodolite import paths
from theodolite.finding.words import folded, parse

FIRST = "start"
KEYS = "keys"
#: The order of the list of pages; what is missing here follows by title.
ORDER = (
    *("start", "exhibits", "image", "metadata", "clues", "hints", "candidates", "points", "likelihood"),
    *("strategies", "references", "compare", "map", "coordinates", "notes", "find", "model", "custody"),
    *("report", "packs"),
)
_STEP = re.compile(r"(\d+)\. (.*)")
_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an item with its ``sign`` (a bullet or a number)."""

    kind: Literal["text", "item"]
    text: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """``name`` is what ``topic#name`` calls it, '' for what stands above the first heading."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``also``: names of pages that say more."""

    name: str
    title: str
    sections: tuple[Section, ...]
    also: tuple[str, ...] = ()

    def text(self) -> str:
        """Everything on it as lines."""
        lines = [self.title]
        for section in self.sections:
            lines += [section.title, *(block.text for block in section.blocks)]
        return "\n".join(line for line in lines if line)


def slug(title: str) -> str:
    return folded(title).replace(" ", "-")


def read(name: str, text: str) -> Page:
    """A page out of its file. Raises ValueError where it has no title."""
    title, also = "", ()
    sections: list[tuple[str, list[Block]]] = [("", [])]
    paragraph: list[str] = []

    def end() -> None:
        if paragraph:
            sections[-1][1].append(Block("text", " ".join(paragraph)))
            paragraph.clear()

    for line in (*text.splitlines(), ""):
        plain = line.strip().replace("**", "").replace("`", "")
        step = _STEP.fullmatch(plain)
        if plain.startswith("# ") and not title:
            title = plain[2:]
        elif plain.startswith("## "):
            end()
            sections.append((plain[3:], []))
        elif plain.startswith("- ") or step:
            end()
            sign, said = (f"{step[1]}.", step[2]) if step else ("•", plain[2:])
            sections[-1][1].append(Block("item", said, sign))
        elif plain.startswith("See also:"):
            end()
            also = tuple(_NAME.findall(plain.removeprefix("See also:")))
        elif plain:
            paragraph.append(plain)
        else:
            end()
    if not title:
        raise ValueError(f"The help page {name} has no title.")
    made = tuple(Section(slug(head) if head else "", head, tuple(b)) for head, b in sections if head or b)
    return Page(name, title, made, also)


@lru_cache(maxsize=8)
def pages(language: str = "en", folder: Path | None = None) -> tuple[Page, ...]:
    """All pages in their order; one that is not translated is in English."""
    where = folder or paths.resources() / "help"
    found = {}
    for file in sorted(where.glob("*.md")):
        own = where / language / file.name
        chosen = own if language != "en" and own.is_file() else file
        found[file.stem] = read(file.stem, chosen.read_text(encoding="utf-8"))
    known = [found.pop(name) for name in ORDER if name in found]
    return (*known, *sorted(found.values(), key=lambda page: page.title))


def search(all_pages: Iterable[Page], words: str) -> tuple[tuple[Page, Section], ...]:
    """Pages that hold every word, those first whose title or heading does; each with its best section."""
    wanted = [word.text for word in parse(words)]
    found = []
    for place, page in enumerate(all_pages):
        whole = folded(page.text())
        if wanted and all(word in whole for word in wanted):
            section = max(page.sections, key=lambda one: _weight(one, wanted))
            heads = sum(word in folded(page.title) for word in wanted)
            found.append((-heads, -_weight(section, wanted), place, page, section))
    return tuple((page, section) for *_, page, section in sorted(found, key=lambda one: one[:3]))


def _weight(section: Section, wanted: list[str]) -> int:
    body = folded(" ".join(block.text for block in section.blocks))
    return sum(4 * (word in folded(section.title)) + body.count(word) for word in wanted)
