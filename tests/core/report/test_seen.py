"""A conflict that was shown stays in the report after its hint was taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from theodolite.codec import to_plain
from theodolite.domain import CaseState, Contradiction, LogRecord
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


def test_a_hint_that_was_taken_back_is_listed(
    make_report: Callable[..., Report], case_state: CaseState
) -> None:
    plain = to_plain(case_state.hints[0], exact=True) | {"id": "H9", "text": "in Florence, certain"}
    records: list[LogRecord] = []
    for before, after in ((None, plain), (plain, None)):
        change = {"kind": "hint", "id": "H9", "before": before, "after": after}
        payload: Any = {"changes": [change], "detail": {}}
        records.append(log.following(records[-1] if records else None, "A. Examiner", "hint", payload))
    (*kept, gone) = make_report(log=records).hints
    assert (gone.id, gone.text, gone.state) == ("H9", "in Florence, certain", "removed")
    assert [hint.id for hint in kept] == [hint.id for hint in case_state.hints]
    assert len(make_report(log=records[:1]).hints) == len(kept)
    assert "in Florence, certain" in html.render(make_report(log=records))


def test_clues_of_a_withdrawn_exhibit_do_not_count(
    make_report: Callable[..., Report], case_state: CaseState
) -> None:
    first = case_state.clues[0].exhibit
    exhibits = tuple(replace(e, withdrawn=e.id == first) for e in case_state.exhibits)
    report = make_report(replace(case_state, exhibits=exhibits))
    states = {clue.state for clue in report.clues if clue.exhibit == first}
    assert "withdrawn" in states and "counts" not in states
    assert "Withdrawn with its exhibit" in html.render(report)
