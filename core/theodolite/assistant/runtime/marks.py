"""Names of special tokens in text from outside: they are cut, so that they stay text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: Names of tokens by the character that they begin with.
Marks = Mapping[str, tuple[str, ...]]


def of(names: Iterable[str]) -> Marks:
    """Names as :func:`pieces` needs them. Blanks alone mean themselves, and so does a single character."""
    found: dict[str, list[str]] = {}
    for name in set(names):
        if len(name) > 1 and not name.isspace():
            found.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(others)) for first, others in found.items()}


def pieces(text: str, marks: Marks) -> tuple[str, ...]:
    """``text`` cut behind the first character of every name in it, those that overlap too: no piece holds a
    whole one. Joined they are ``text``."""
    cuts = [at + 1 for at, first in enumerate(text) if first in marks and text.startswith(marks[first], at)]
    return tuple(text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))
