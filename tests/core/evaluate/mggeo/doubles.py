"""A reader that looks at no pixels, and clues that nothing was read for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from theodolite.domain import AreaReach, Clue, Reach, Strength
from theodolite.errors import DecodeFailed
from theodolite.evaluate.mggeo.seen import Seen
from theodolite.jobs import Job, Progress


def clue(number: int, reach: Reach | None, observation: str = "", strength: str = "likely") -> Clue:
    return Clue(
        id=f"C{number}",
        exhibit="E1",
        kind="text.language",
        observation=observation or f"observation {number}",
        inference=f"inference {number}",
        strength=Strength(strength),
        method="a test",
        version="1",
        root=f"text:test:{number}",
        origins=(),
        reach=reach,
    )


def in_country(number: int, *codes: str, strength: str = "certain") -> Clue:
    return clue(number, AreaReach("country", codes), strength=strength)


class Told:
    """Clues by file name; a file whose bytes are b'damaged' cannot be decoded."""

    def __init__(
        self,
        clues: Mapping[str, tuple[Clue, ...]] | None = None,
        gps: Mapping[str, tuple[float, float]] | None = None,
    ) -> None:
        self.clues, self.gps = clues or {}, gps or {}
        self.looked: list[str] = []

    def look(self, path: Path) -> Job[Seen]:
        yield Progress(f"Reading {path.name}")
        self.looked.append(path.name)
        data = path.read_bytes()
        if data == b"damaged":
            raise DecodeFailed(f"{path.name} is damaged.")
        return Seen(
            hashlib.sha256(data).hexdigest(), 40, 30, self.gps.get(path.name), self.clues.get(path.name, ())
        )
