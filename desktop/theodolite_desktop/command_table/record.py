"""One command as a record."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite_desktop.language import mark

#: Where a command's keys act -> the heading of such keys.
SCOPES = {
    "window": mark("Everywhere"),
    "exhibits": mark("Exhibits"),
    "image": mark("Image"),
    "clues": mark("Clues"),
    "candidates": mark("Candidates"),
    "compare": mark("Compare"),
    "map": mark("Map"),
    "report": mark("Report"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """``scope``: 'window', or the view that must have the focus. ``menu`` '' : not in the menu bar."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    scope: str = "window"
    menu: str = ""
    icon: str = ""
    needs_case: bool = False
    checkable: bool = False
    group: int = 0
