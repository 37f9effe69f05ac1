"""Finding in a case in memory: the real index, without a worker for other letters."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from theodolite.finding import Found, Index
from theodolite.jobs import Job, Progress


class Finding:
    """Part of the session in memory."""

    state: Any
    records: list[Any]

    def find(self, query: str, kinds: Collection[str] = (), listed: int = 50) -> Found:
        index = Index()
        for _ in index.follow(self.state):
            pass
        index.add_log(self.records)
        return index.find(query, kinds, listed)

    def prepare_finding(self) -> Job[int]:
        yield Progress("Reading the case")
        return 0
