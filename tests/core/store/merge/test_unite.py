"""Uniting two states that part from one: what one side did is taken, what both did is never chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import (
    Case,
    Clue,
    ClueReach,
    Comparison,
    CounterMark,
    Exhibit,
    Hint,
    HintState,
    LinkReach,
    MarkShape,
    Message,
    Origin,
    PaneView,
    Person,
    Pin,
    PointReach,
    ReferenceSearch,
    Status,
    Strength,
    Tombstone,
    Verdict,
)
from theodolite.domain.reach import Box
from theodolite.store.kinds import KINDS, NUMBERED
from theodolite.store.merge import unite as module
from theodolite.store.merge.names import HOLDS, parts, renamed
from theodolite.store.merge.unite import Merged, Rows, unite

CASE = Case("Tower", "Where?", "A. Examiner", "2026")


def exhibit(key: str, data: str, **more: Any) -> Exhibit:
    return Exhibit(key, f"{data}.jpg", data, "", 1, "image/jpeg", f"/here/{data}", "2026", "A", True, **more)


def clue(key: str, of: str, text: str, **more: Any) -> Clue:
    origins = (Origin("file", "f"),)
    return Clue(key, of, "hand", text, "place", Strength.LIKELY, "m", "1", "r", origins, **more)


def hint(key: str, text: str, **more: Any) -> Hint:
    reach = more.pop("reach", PointReach(1.0, 2.0, 3.0))
    return Hint(key, text, text, reach, Strength.LIKELY, HintState.ON, "2026", **more)


def verdict(key: str, of: str, lat: float, status: Status) -> Verdict:
    return Verdict(key, of, lat, 11.0, "Arezzo", status, "because", "P1", "2026")


def state(*rows: Any, **keyed: Any) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {("case", "case"): CASE}
    kinds = {value: kind for kind, value in KINDS.items()}
    found |= {(kinds[type(row)], getattr(row, "id", "") or getattr(row, "exhibit", "")): row for row in rows}
    return found | {("case", "case"): keyed["case"]} if "case" in keyed else found


def used(rows: Rows) -> dict[str, int]:
    highest: dict[str, int] = {}
    for _, key in rows:
        letter, number = parts(key)
        if letter:
            highest[letter] = max(highest.get(letter, 0), number)
    return highest


def merge(base: Rows, ours: Rows, theirs: Rows, known: Mapping[str, str] | None = None) -> Merged:
    return unite(base, ours, theirs, known=known or {}, used=used({**base, **ours}))


def applied(ours: Rows, merged: Merged) -> dict[tuple[str, str], Any]:
    rows = dict(ours)
    for kind, key, value in merged.changes:
        if value is None:
            del rows[kind, key]
        else:
            rows[kind, key] = value
    return rows


BASE = state(exhibit("E1", "one"), exhibit("E2", "two"), clue("C1", "E1", "sign"), hint("H1", "in Italy"))


def test_a_number_given_on_both_sides_means_two_rows_and_what_names_them_follows() -> None:
    ours = {**BASE, **state(exhibit("E3", "mine"), clue("C2", "E3", "mine"))}
    their_own = state(
        exhibit("E3", "other"),
        exhibit("E4", "frame", parent="E3"),
        clue("C2", "E3", "tower", reach=ClueReach("C1"), box=Box(0, 0, 1, 1), mark=1),
        hint("H2", "one place", reach=LinkReach(("E1", "E3"), 1.0)),
        hint("H3", "C2 is wrong", reach=ClueReach("C2")),
        Message("M1", "system", "E3 shows C2.", "2026", cites=("E3", "C2", "C1")),
        ReferenceSearch("E3", (), "p", "s", 0, ()),
    )
    merged = merge(BASE, ours, {**BASE, **their_own})
    rows = applied(ours, merged)
    assert merged.conflicts == []
    assert merged.names == {"E3": "E5", "C2": "C3"}
    assert rows["exhibit", "E5"].sha256 == "other"
    assert rows["exhibit", "E4"].parent == "E5"
    assert rows["clue", "C3"].exhibit == "E5"
    assert rows["hint", "H2"].reach.exhibits == ("E1", "E5")
    assert rows["hint", "H3"].reach.clue == "C3"
    assert rows["message", "M1"].cites == ("E5", "C3", "C1")
    assert rows["message", "M1"].text == "E3 shows C2."  # what was said stays as it was said
    assert rows["search", "E5"].exhibit == "E5"
    assert rows["exhibit", "E3"].sha256 == "mine"


def test_panes_and_marks_of_a_comparison_follow_what_they_show() -> None:
    panes = tuple(
        PaneView(one) for one in ("exhibit:E2", "filed:F1", "derived:D1", "map:1.0,2.0,9", "reference:E2")
    )
    mark = CounterMark("C1", "filed:F1", MarkShape("point", ((0.5, 0.5),)))
    names = {"E2": "E3", "F1": "F4", "D1": "D2", "C1": "C7"}
    found = renamed(Comparison("B1", "E2", panes, marks=(mark,), note="E2 and F1"), names)
    shown = ["exhibit:E3", "filed:F4", "derived:D2", "map:1.0,2.0,9", "reference:E2"]
    assert [pane.subject for pane in found.panes] == shown
    assert (found.exhibit, found.marks[0].clue, found.marks[0].subject) == ("E3", "C7", "filed:F4")
    assert found.note == "E2 and F1", "what a person wrote stays as it was written"


def test_the_same_bytes_and_the_same_machine_clue_are_one_row() -> None:
    ours = {**BASE, **state(exhibit("E3", "x"), exhibit("E4", "same"), clue("C2", "E4", "seen", mark=1))}
    theirs = {
        **BASE,
        **state(
            exhibit("E3", "same", withdrawn=True), clue("C2", "E3", "seen", mark=7), clue("C3", "E3", "b")
        ),
    }
    merged = merge(BASE, ours, theirs)
    rows = applied(ours, merged)
    assert merged.names["E3"] == "E4"
    assert merged.names.get("C2", "C2") == "C2"
    assert rows["exhibit", "E4"].withdrawn  # only one side said anything about it
    assert rows["exhibit", "E4"].source == "/here/same"
    assert len([kind for kind, _ in rows if kind == "exhibit"]) == 4
    assert [one.key for one in merged.conflicts] == ["C2"]  # the mark that a person sees differs
    assert rows["clue", "C3"].exhibit == "E4"


def test_a_row_that_both_changed_is_a_conflict_and_stays_as_ours() -> None:
    ours = {**BASE, **state(hint("H1", "in Spain"))}
    theirs = {**BASE, **state(hint("H1", "in France"))}
    merged = merge(BASE, ours, theirs)
    assert merged.changes == []
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.key, conflict.chosen) == ("hint", "H1", "")
    assert json.loads(conflict.ours)["text"] == "in Spain"
    assert json.loads(conflict.theirs)["text"] == "in France"


def test_removed_there_and_changed_here_is_a_conflict_removed_there_alone_is_not() -> None:
    gone = {key: row for key, row in BASE.items() if key != ("hint", "H1")}
    merged = merge(BASE, {**BASE, **state(hint("H1", "in Spain"))}, gone)
    assert [(one.key, one.theirs) for one in merged.conflicts] == [("H1", "")]
    assert merge(BASE, BASE, gone).changes == [("hint", "H1", None)]
    assert merge(BASE, gone, {**BASE, **state(hint("H1", "in Spain"))}).conflicts[0].ours == ""


def test_fields_of_the_case_unite_one_by_one() -> None:
    ours = state(case=replace(CASE, title="Our tower", mandate="a court"))
    theirs = state(case=replace(CASE, title="Their tower", question="When?"))
    merged = merge(state(), ours, theirs)
    assert applied(ours, merged)["case", "case"] == replace(
        CASE, title="Our tower", mandate="a court", question="When?"
    )
    (conflict,) = merged.conflicts
    assert json.loads(conflict.theirs) == {"title": "Their tower"}


def test_two_verdicts_that_oppose_each_other_are_listed_and_none_wins_by_being_later() -> None:
    ours = {**BASE, **state(verdict("V1", "E1", 43.46, Status.REJECTED))}
    near = {**BASE, **state(verdict("V1", "E1", 43.47, Status.VERIFIED))}
    merged = merge(BASE, ours, near)
    assert merged.changes == []
    assert len(merged.conflicts) == 1
    far = {**BASE, **state(verdict("V1", "E1", 53.47, Status.VERIFIED))}
    merged = merge(BASE, ours, far)
    assert [(kind, key) for kind, key, _ in merged.changes] == [("verdict", "V2")]


def test_what_was_destroyed_on_one_side_does_not_come_back_and_is_not_destroyed_silently() -> None:
    stone = Tombstone("E2", "two", "a court order", "P1", "2026")
    without = {key: row for key, row in BASE.items() if key != ("exhibit", "E2")}
    theirs = {**BASE, **state(clue("C2", "E2", "late"), exhibit("E2", "two", graphic=True))}
    merged = merge(BASE, {**without, ("tombstone", "E2"): stone}, theirs)
    assert merged.changes == []
    assert len(merged.left_out) == 2
    merged = merge(BASE, BASE, {**without, ("tombstone", "E2"): stone})
    assert merged.changes == []
    assert [(one.kind, one.key) for one in merged.conflicts] == [("tombstone", "E2")]


def test_marks_of_one_exhibit_stay_distinct() -> None:
    ours = {**BASE, **state(clue("C2", "E1", "tower", by_person=True, box=Box(0, 0, 1, 1), mark=1))}
    theirs = {**BASE, **state(clue("C2", "E1", "sign", by_person=True, box=Box(0, 0, 1, 1), mark=1))}
    merged = merge(BASE, ours, theirs)
    assert merged.marks == [("C3", 1, 2)]
    assert applied(ours, merged)["clue", "C3"].mark == 2


def test_every_numbered_kind_is_united() -> None:
    assert set(module.NUMBERED) == NUMBERED | {"index"}


def test_every_field_that_is_called_like_a_row_is_known_to_hold_ids_or_not_to() -> None:
    texts = {
        ("Exhibit", "source"),
        ("GpsClaim", "source"),
        ("SourceRun", "source"),
        ("SourceSetting", "source"),
        ("RemarkReach", "about"),
        ("Note", "exhibit"),
    } - HOLDS
    named = {
        "exhibit",
        "exhibits",
        "clue",
        "cites",
        "exchange",
        "person",
        "parent",
        "told",
        "about",
        "source",
    }
    seen: set[type] = set()
    waiting = list(KINDS.values())
    found = set()
    while waiting:
        one = waiting.pop()
        if not is_dataclass(one) or one in seen:
            continue
        seen.add(one)
        hints = get_type_hints(one)
        for field in fields(one):
            if field.name in named:
                found.add((one.__name__, field.name))
            inner = [hints[field.name]]
            while inner:
                annotation = inner.pop()
                inner += get_args(annotation)
                if isinstance(annotation, type):
                    waiting.append(annotation)
    assert found - HOLDS - texts == set()


# --- any two histories -----------------------------------------------------------------------------

words = st.sampled_from(["a", "b", "c"])
edits = st.lists(
    st.one_of(
        st.tuples(st.just("exhibit"), words),
        st.tuples(st.just("hint"), words),
        st.tuples(st.just("pin"), words),
        st.tuples(st.just("person"), words),
        st.tuples(st.just("change"), st.integers(0, 5), words),
        st.tuples(st.just("remove"), st.integers(0, 5)),
        st.tuples(st.just("clue"), st.integers(0, 5), words),
    ),
    max_size=8,
)


class Copy:
    """One copy of a case while it is edited; numbers are given as the store gives them."""

    def __init__(self, rows: Rows, highest: Mapping[str, int]) -> None:
        self.rows, self.highest = dict(rows), dict(highest)

    def new(self, letter: str) -> str:
        self.highest[letter] = self.highest.get(letter, 0) + 1
        return f"{letter}{self.highest[letter]}"

    def edit(self, steps: list[Any]) -> Copy:
        for what, *rest in steps:
            if what == "exhibit" and all(getattr(r, "sha256", "") != rest[0] for r in self.rows.values()):
                self._put(exhibit(self.new("E"), rest[0]))
            elif what == "hint":
                self._put(hint(self.new("H"), rest[0]))
            elif what == "person":
                self._put(Person(self.new("P"), rest[0]))
            elif what == "pin":
                self._put(Pin(self.new("K"), "", 1.0, 2.0, 1.0, rest[0], "typed"))
            elif what == "clue":
                whole = [key for kind, key in sorted(self.rows) if kind == "exhibit"]
                if whole:
                    one = clue(self.new("C"), whole[rest[0] % len(whole)], rest[1], by_person=True)
                    self._put(one)
            elif what in ("change", "remove"):
                hints = [key for kind, key in sorted(self.rows) if kind == "hint"]
                if hints:
                    key = ("hint", hints[rest[0] % len(hints)])
                    if what == "remove":
                        del self.rows[key]
                    else:
                        self.rows[key] = replace(self.rows[key], text=rest[1])
        return self

    def _put(self, row: Any) -> None:
        kinds = {value: kind for kind, value in KINDS.items()}
        self.rows[kinds[type(row)], row.id] = row


def both(before: list[Any], mine: list[Any], other: list[Any]) -> tuple[Copy, Copy, Copy]:
    base = Copy(state(), {}).edit(before)
    return base, Copy(base.rows, base.highest).edit(mine), Copy(base.rows, base.highest).edit(other)


def told(rows: Rows) -> list[str]:
    """The rows without their numbers, exhibits named by their bytes."""
    bytes_of = {key: row.sha256 for (kind, key), row in rows.items() if kind == "exhibit"}
    return sorted(
        repr(replace(row, id="", **({"exhibit": bytes_of[row.exhibit]} if kind == "clue" else {})))
        for (kind, _), row in rows.items()
        if kind != "case"
    )


@given(edits, edits, edits)
def test_any_two_copies_unite_without_loss(before: list[Any], mine: list[Any], other: list[Any]) -> None:
    base, ours, theirs = both(before, mine, other)
    merged = unite(base.rows, ours.rows, theirs.rows, known={}, used=ours.highest)
    after = applied(ours.rows, merged)
    untouched = {key for key, row in ours.rows.items() if base.rows.get(key) != row}
    assert all(after.get(key) == ours.rows[key] for key in untouched), "what was done here stays"
    for (kind, key), row in theirs.rows.items():  # what was done there is here, or is listed
        if base.rows.get((kind, key)) == row:
            continue
        here = merged.names.get(key, key)
        same = after.get((kind, here))
        listed = any((one.kind, one.key) == (kind, here) for one in merged.conflicts)
        assert listed or (same is not None and same.id == here)
        if kind == "clue" and same is not None and not listed:
            where = after["exhibit", same.exhibit].sha256
            assert where == theirs.rows["exhibit", row.exhibit].sha256
    keys = [key for _, key in after if key != "case"]
    assert len(keys) == len(set(keys))


@given(edits, edits)
def test_a_copy_that_alone_went_on_is_taken_as_it_is(before: list[Any], other: list[Any]) -> None:
    base, ours, theirs = both(before, [], other)
    merged = unite(base.rows, ours.rows, theirs.rows, known={}, used=ours.highest)
    assert merged.conflicts == []
    assert merged.names == {}
    assert applied(ours.rows, merged) == theirs.rows
    assert unite(base.rows, theirs.rows, ours.rows, known={}, used=theirs.highest).changes == []


@given(edits, edits, edits)
def test_either_way_round_the_same_is_told(before: list[Any], mine: list[Any], other: list[Any]) -> None:
    base, ours, theirs = both(before, mine, other)
    one = unite(base.rows, ours.rows, theirs.rows, known={}, used=ours.highest)
    two = unite(base.rows, theirs.rows, ours.rows, known={}, used=theirs.highest)
    assert len(one.conflicts) == len(two.conflicts)
    if not one.conflicts:
        assert told(applied(ours.rows, one)) == told(applied(theirs.rows, two))


@given(edits, edits, edits, edits)
def test_a_second_merge_brings_only_what_is_new(
    before: list[Any], mine: list[Any], other: list[Any], later: list[Any]
) -> None:
    base, ours, theirs = both(before, mine, other)
    first = unite(base.rows, ours.rows, theirs.rows, known={}, used=ours.highest)
    after = applied(ours.rows, first)
    agreed = module.translated(theirs.rows, first.names)
    again = unite(agreed, after, theirs.rows, known=first.names, used=used(after))
    assert (again.changes, again.conflicts) == ([], [])
    highest = {**theirs.highest, **{k: max(v, theirs.highest.get(k, 0)) for k, v in used(after).items()}}
    further = Copy(theirs.rows, theirs.highest).edit(later)
    last = unite(agreed, after, further.rows, known=first.names, used=highest)
    keys = [key for _, key in applied(after, last) if key != "case"]
    assert len(keys) == len(set(keys))
