"""Two values of the same kind, leaf by leaf. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theodolite.codec import to_plain
from theodolite.store.protected import DESTROYED, WITHHELD

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """``what`` is the place in the value ('clue C3: reach.lat'); ``then`` as recorded, ``now`` as it is."""

    what: str
    then: str
    now: str


def differences(then: Any, now: Any, what: str = "") -> Iterator[Difference]:
    """Every leaf that is not the same, numbers bit for bit; what is withheld here is not compared."""
    yield from _walk(to_plain(then, exact=True), to_plain(now, exact=True), what)


def leaves(value: Any) -> int:
    """How many values there are to compare."""
    plain = to_plain(value, exact=True)
    if isinstance(plain, dict):
        return sum(map(leaves, plain.values()))
    if isinstance(plain, list):
        return sum(map(leaves, plain))
    return 0 if isinstance(plain, str) and plain in (WITHHELD, DESTROYED) else 1


def _walk(then: Any, now: Any, what: str) -> Iterator[Difference]:
    if isinstance(then, str) and then in (WITHHELD, DESTROYED):
        return
    if isinstance(then, dict) and isinstance(now, dict):
        for name in sorted(set(then) | set(now)):
            yield from _walk(then.get(name, _ABSENT), now.get(name, _ABSENT), f"{what}.{name}".lstrip("."))
    elif isinstance(then, list) and isinstance(now, list):
        for number in range(max(len(then), len(now))):
            one, two = (side[number] if number < len(side) else _ABSENT for side in (then, now))
            yield from _walk(one, two, f"{what}[{number}]")
    elif type(then) is not type(now) or then != now:
        yield Difference(what, _shown(then), _shown(now))


def _shown(value: Any) -> str:
    text = "nothing" if value is _ABSENT or value is None else str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
