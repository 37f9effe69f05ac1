"""Cases of records for the tests of finding; what is random comes from the seed."""

from __future__ import annotations

import json
import random
from dataclasses import replace

from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Exhibit,
    LineText,
    LogRecord,
    Metadata,
    Strength,
)

UTC = "2026-01-01T00:00:00Z"


def exhibit(number: int, fields: tuple[tuple[str, str], ...] = (), **values: object) -> Exhibit:
    name = f"E{number}"
    made = Exhibit(
        name, f"IMG_{number}.jpg", f"{number:064x}", "0" * 32, 1, "image/jpeg", "/x", UTC, "t", True
    )
    return replace(made, metadata=Metadata(fields=fields), **values)  # type: ignore[arg-type]


def clue(number: int, of: str, text: str, romanised: str = "", **values: object) -> Clue:
    line = LineText(1, text, "", "reader", romanised=romanised)
    made = Clue(
        f"C{number}", of, "text.street", text, "a street", Strength.LIKELY, "m", "1", "r", (), line=line
    )
    return replace(made, **values)  # type: ignore[arg-type]


def state(**parts: object) -> CaseState:
    return CaseState("/x", Case("t", "q", "o", UTC), **parts)  # type: ignore[arg-type]


def record(number: int, action: str, **detail: object) -> LogRecord:
    return LogRecord(number, UTC, "ann", action, json.dumps({"detail": detail}), "", f"{number:064x}")


def large(seed: int, exhibits: int = 500, fields: int = 90, clues: int = 10, log: int = 6000):  # type: ignore[no-untyped-def]
    """(state, log, a word that stands in it) of a case with that many exhibits."""
    rng = random.Random(seed)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(rng.choice(letters) for _ in range(rng.randint(3, 9))) for _ in range(4000)]

    def text(count: int) -> str:
        return " ".join(rng.choice(words) for _ in range(count))

    items = tuple(
        exhibit(n + 1, tuple((f"EXIF {rng.choice(words)}", text(4)) for _ in range(fields)))
        for n in range(exhibits)
    )
    found = tuple(
        clue(
            clues * n + k + 1,
            f"E{n + 1}",
            text(3) if k else f"улица Ленина {n}",
            "" if k else "ulitsa Lenina",
        )
        for n in range(exhibits)
        for k in range(clues)
    )
    records = [record(n + 1, "clue added", observation=text(6), inference=text(8)) for n in range(log)]
    return state(exhibits=items, clues=found), records, rng.choice(words)
