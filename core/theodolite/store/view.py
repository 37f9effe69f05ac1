"""How the window looked when the case was last shown: no part of the evidence, and on no record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from theodolite.store import faults
from theodolite.store.database import Database


def read(db: Database) -> dict[str, Any]:
    """What was kept; {} where it cannot be read, as a default window is then the right answer."""
    unreadable: tuple[type[BaseException], ...] = (ValueError, *faults.database_errors("OperationalError"))
    try:
        return {key: json.loads(value) for key, value in db.execute("SELECT key, value FROM view")}
    except unreadable:
        return {}


def write(db: Database, state: Mapping[str, Any]) -> None:
    """Keep ``state`` instead; the caller holds the transaction."""
    db.execute("DELETE FROM view")
    for key, value in state.items():
        db.execute("INSERT INTO view VALUES (?, ?)", (key, json.dumps(value)))
