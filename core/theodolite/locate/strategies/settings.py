"""The settings of a strategy, which arrive as text: read or refused with a sentence, never guessed."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from theodolite.errors import InputError

Given = Mapping[str, str]

#: Settings that name a pack to use instead of the installed one of its kind.
PACKS = ("model", "encoder", "language")


def known(strategy: str, given: Given, names: Collection[str]) -> None:
    """InputError for a setting that ``strategy`` does not have."""
    unknown = [name for name in given if name not in names]
    if unknown:
        raise InputError(f"{strategy} has no setting {unknown[0]!r}; it has {', '.join(sorted(names))}.")


def whole(strategy: str, given: Given, name: str, default: int, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``."""
    text = given.get(name, str(default)).strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10 and low <= int(text) <= high):
        raise InputError(
            f"The setting {name} of {strategy} is a whole number from {low} to {high}, not {text!r}."
        )
    return int(text)


def wholes(strategy: str, given: Given, name: str, low: int, high: int) -> tuple[int, ...]:
    """Whole numbers with commas between them; empty when the setting is not given."""
    text = given.get(name, "").strip()
    parts = [part.strip() for part in text.split(",")] if text else []
    return tuple(whole(strategy, {name: part}, name, low, low, high) for part in parts)


def real(strategy: str, given: Given, name: str, default: float, low: float, high: float) -> float:
    """A number from ``low`` to ``high``."""
    text = given.get(name, repr(default)).strip()
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise InputError(
            f"The setting {name} of {strategy} is a number from {low:g} to {high:g}, not {text!r}."
        )
    return value
