"""What is shown gray and blurred. Pure: one value says it for every view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from theodolite.domain import Exhibit
from theodolite_desktop.language import tr


@dataclass(frozen=True, slots=True)
class Cover:
    """``graphic``: exhibits that a person marked. ``marked``: cover those; ``everything``: cover all."""

    graphic: frozenset[str] = frozenset()
    marked: bool = True
    everything: bool = False

    def hides(self, exhibit: str) -> bool:
        """Whether the picture of ``exhibit`` ('' for what is no exhibit) is covered."""
        return self.everything or (self.marked and exhibit in self.graphic)

    def hides_key(self, key: str, beside: str = "") -> bool:
        """The same for the key of a picture: 'exhibit:E2', 'reference:…', 'derived:D1' (of ``beside``)."""
        kind, _, name = key.partition(":")
        return self.hides({"exhibit": name, "derived": beside}.get(kind, ""))


def graphic(exhibits: Iterable[Exhibit]) -> frozenset[str]:
    """Those marked, and what was made from them: the frames of a video are as graphic as it is."""
    items = tuple(exhibits)
    found = {item.id for item in items if item.graphic}
    while True:
        more = {item.id for item in items if item.parent in found} - found
        if not more:
            return frozenset(found)
        found |= more


def label(exhibit: str) -> str:
    """What stands on a covered picture, so that it is known which one it is."""
    return tr("{exhibit} · covered · F9 shows it", exhibit=exhibit) if exhibit else tr("Covered")
