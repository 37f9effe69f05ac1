"""One command as a record."""

from __future__ import annotations

from dataclasses import dataclass

SCOPES = ("window", "exhibits", "image", "clues", "candidates", "compare", "map", "report")


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
