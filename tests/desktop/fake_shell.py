"""Snapshots and printing of a case in memory."""

from __future__ import annotations

import json
from typing import Any

from theodolite.domain import NamedMoment
from theodolite.engine import naming
from theodolite.engine.changes import Changes


class Moments:
    """A mixin of the session in memory."""

    state: Any
    records: list[Any]

    def note_action(self, action: str, payload: str = "{}") -> Changes:
        raise NotImplementedError

    def snapshot(self, name: str) -> Changes:
        moment = {
            "name": naming.checked(name),
            "head": self.state.log_head,
            "records": self.state.log_length,
        }
        return self.note_action(naming.SNAPSHOT, json.dumps({"detail": moment}))

    def snapshots(self) -> tuple[NamedMoment, ...]:
        return naming.named(self.records)

    def printed(self, sha256: str, printer: str) -> Changes:
        return self.note_action("report printed", json.dumps({"sha256": sha256, "printer": printer}))
