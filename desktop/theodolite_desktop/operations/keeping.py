"""Custody: withdrawal, graphic content, tags, destruction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def restore(*, desk: Desk, exhibit: str) -> Changes:
    """Take a withdrawn exhibit into consideration again."""
    return desk.session.restore(exhibit)


def withdraw(*, desk: Desk, exhibits: Sequence[str]) -> Changes:
    """Take exhibits out of consideration; each is a step that undo takes back."""
    changes = None
    for name in exhibits:
        made = desk.session.withdraw(name)
        changes = made if changes is None else changes | made
    assert changes is not None
    return changes


def set_graphic(*, desk: Desk, exhibits: Sequence[str], on: bool) -> Changes:
    """Cover exhibits, or no longer."""
    changes = None
    for name in exhibits:
        made = desk.session.set_graphic(name, on)
        changes = made if changes is None else changes | made
    assert changes is not None
    return changes


def toggle_tag(*, desk: Desk, exhibits: Sequence[str], tag: int) -> Changes:
    """Give all of them the tag, or take it from all when all have it. ``tag`` 0: clear."""
    items = [desk.session.exhibit(name) for name in exhibits]
    everyone = all(tag in item.tags for item in items)
    changes = None
    for item in items:
        tags = set() if tag == 0 else ({*item.tags} - {tag} if everyone else {*item.tags, tag})
        made = desk.session.set_tags(item.id, tags)
        changes = made if changes is None else changes | made
    assert changes is not None
    return changes


def destruction_of(*, desk: Desk, exhibit: str) -> tuple[str, ...]:
    """What would go with an exhibit, in words."""
    return desk.session.destruction_of(exhibit)


def destroy(*, desk: Desk, exhibit: str, reason: str, confirmed: str) -> Job[Changes]:
    """Destroy the bytes and words of an exhibit for good; ``confirmed``: the first 8 of its SHA-256."""
    return desk.session.destroy(exhibit, reason, confirmed=confirmed)


def record_view(*, desk: Desk, exhibit: str) -> bool:
    """Put the first view of an original on record; whether this was it."""
    return desk.session.record_view(exhibit)
