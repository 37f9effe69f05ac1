"""A conflict that was shown stays in the report after its hint was taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from theodolite.codec import to_plain
from theodolite.domain import Contradiction, LogRecord
from theodolite.report import html, seen
from theodolite.report.value import Report
from theodolite.store import log

HINT = {"hint": "H3", "exhibits": ["E1"]}


def shown(contradiction: Contradiction, times: int) -> list[LogRecord]:
    """Records as the store writes them."""
    payload = {"changes": [], "detail": HINT | to_plain(contradiction, exact=True)}
    found: list[LogRecord] = []
    for _ in range(times):
        found.append(log.following(found[-1] if found else None, "A. Examiner", seen.CONFLICT_SHOWN, payload))
    return found


def test_a_shown_conflict_is_read_back_once(contradiction: Contradiction) -> None:
    (row,) = seen.conflicts(shown(contradiction, 2))
    assert (row.sequence, row.exhibits) == (1, ("E1",))
    assert row.conflict.text == contradiction.text
    assert row.conflict.first_ranking == (("Florence", "0.910"), ("Arezzo", "0.020"))


def test_it_is_in_the_page(make_report: Callable[..., Report], contradiction: Contradiction) -> None:
    records: Any = shown(contradiction, 1)
    page = html.render(make_report(log=records))
    assert "Conflicts shown during the work" in page
    assert contradiction.text in page
    assert "log record 1" in page
    assert "Conflicts shown during the work" not in html.render(make_report())
