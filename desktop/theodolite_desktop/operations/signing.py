"""Examiners' keys and signatures over the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key of this machine; ``kept``: 'file' (under a passphrase) or 'keyring'."""

    name: str
    public: str
    kept: str


def keys(*, desk: Desk) -> tuple[KeyRow, ...]:
    """The keys on this machine."""
    del desk
    from theodolite.store.trust import keys as examiner

    return tuple(KeyRow(one.name, one.public, one.kept) for one in examiner.list_())


def make_key(*, desk: Desk, name: str, passphrase: str, keyring: bool) -> str:
    """Make a key; its name."""
    del desk
    from theodolite.store.trust import keys as examiner

    return examiner.make(name, None if keyring else passphrase, keyring=keyring).name


def sign(*, desk: Desk, key: str, passphrase: str, about: str = "") -> Changes:
    """Sign the log as it is now; ``about``: a record that is meant beside it, such as R1."""
    from theodolite.store.trust import keys as examiner

    return desk.session.sign(about, key=examiner.load(key, passphrase or None))
