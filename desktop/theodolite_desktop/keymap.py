"""Which keys a command has after a person has changed some, and which two would answer the same key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from theodolite_desktop.command_table.record import Command

Keys = tuple[str, ...]
TEXT_FIELD = ("Ctrl+A", "Ctrl+C", "Ctrl+X", "Tab", "Shift+Tab", "Shift+F10")
"""Keys that Qt itself needs in every field and list: no command of the window may take them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """``key`` would be answered by ``other`` too, where ``command`` acts."""

    key: str
    command: str
    other: str


def is_single(key: str) -> bool:
    """A letter, digit or sign without Ctrl, Alt or Meta: what speech input and a slip of the hand produce."""
    bare = key.removeprefix("Shift+")
    return len(bare) == 1


def assigned(
    commands: Sequence[Command], changed: Mapping[str, Keys], *, single: bool = True
) -> dict[str, Keys]:
    """The keys in force of each command; without ``single``, those of one letter are off."""
    found = {c.id: changed.get(c.id, c.keys) for c in commands}
    if single:
        return found
    return {name: tuple(key for key in keys if not is_single(key)) for name, keys in found.items()}


def meet(first: Command, second: Command) -> bool:
    """Whether both can act with the same focus."""
    return first.scope == second.scope or "window" in (first.scope, second.scope)


def conflicts(commands: Sequence[Command], keys: Mapping[str, Keys]) -> tuple[Conflict, ...]:
    """Each pair of commands that meet and share a key, once."""
    found = []
    for number, first in enumerate(commands):
        for second in commands[number + 1 :]:
            if meet(first, second):
                shared = set(keys.get(first.id, ())) & set(keys.get(second.id, ()))
                found += [Conflict(key, first.id, second.id) for key in sorted(shared)]
    return tuple(found)


def taken_by(
    commands: Sequence[Command], keys: Mapping[str, Keys], command: Command, key: str
) -> Command | None:
    """Who else answers ``key`` where ``command`` acts."""
    others = (c for c in commands if c.id != command.id and meet(c, command))
    return next((c for c in others if key in keys.get(c.id, ())), None)


def with_key(
    changed: Mapping[str, Keys], command: Command, key: str, *, give_up: Command | None = None
) -> dict[str, Keys]:
    """``command`` answers ``key`` alone ('' for none); ``give_up`` no longer answers it."""
    result = dict(changed)
    result[command.id] = (key,) if key else ()
    if give_up is not None:
        kept = result.get(give_up.id, give_up.keys)
        result[give_up.id] = tuple(k for k in kept if k != key)
    return without_default(result, (command, *([give_up] if give_up else [])))


def without_default(changed: Mapping[str, Keys], commands: Sequence[Command]) -> dict[str, Keys]:
    """What is as at first is no change."""
    defaults = {c.id: c.keys for c in commands}
    return {name: keys for name, keys in changed.items() if defaults.get(name) != keys}
