"""What people write names records, and each record knows what speaks of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Exhibit,
    FiledReference,
    Lead,
    Note,
    Origin,
    Person,
    Pin,
    Strength,
)
from theodolite.domain.links import Link, Said, backlinks, known, links


def exhibit(name: str) -> Exhibit:
    return Exhibit(name, f"{name}.jpg", name, "", 1, "image/jpeg", "", "2026", "ada", True)


def clue(name: str, item: str, mark: int | None) -> Clue:
    origins = (Origin("file", "f"),)
    return Clue(
        *(name, item, "hand", f"a sign {name}", "a place", Strength.LIKELY, "seen", "1", "r", origins),
        mark=mark,
        by_person=True,
    )


STATE = CaseState(
    path="a.case",
    case=Case("t", "q", "ada", "2026-01-01T00:00:00Z"),
    exhibits=(exhibit("E1"), exhibit("E2")),
    clues=(clue("C1", "E1", 3), clue("C2", "E2", 3), clue("C12", "E2", None)),
    pins=(Pin("K1", "E1", 43.46, 11.88, 1.0, "Arezzo", "typed"),),
    filed=(FiledReference("F1", "map", "Sheet 12", "Office", about=("K1",)),),
    persons=(Person("P1", "ada"),),
)


def targets(text: str, exhibit: str = "") -> list[str]:
    return [link.target for link in links(text, STATE, exhibit)]


def test_marks_are_those_of_the_exhibit_that_a_text_is_about() -> None:
    assert links("see #3, E2.", STATE, "E1") == (Link(4, 6, "C1"), Link(8, 10, "E2"))
    assert targets("#3", "E2") == ["C2"]
    assert targets("#3") == [] and targets("#4", "E1") == []
    assert targets("E2#3 is the same as #3", "E1") == ["C2", "C1"]
    assert links("E2#9", STATE, "E1") == (Link(0, 2, "E2"),)


def test_what_only_looks_like_a_record_is_none() -> None:
    for text in ("road E45", "E12", "FE1", "E1a", "e1", "C012", "##3", "page#3", "#33", "E1_2", "#0"):
        assert targets(text, "E1") == [], text
    assert targets("(E1) C12; «K1» F1…P1—Ü C1") == ["E1", "C12", "K1", "F1", "P1", "C1"]
    assert targets("انظر E1، وأيضاً C1") == ["E1", "C1"]


def test_each_record_lists_what_speaks_of_it() -> None:
    state = replace(
        STATE,
        notes=(Note("E1", "#3 stands in E2 too"), Note("", "K1 first, K1 again")),
        leads=(Lead("L1", "Measure #3; see L1", about=("E2", "K1"), owner="P1"),),
    )
    found = backlinks(state)
    note, lead = Said("note", "E1", "#3 stands in E2 too"), Said("lead", "L1", "Measure #3; see L1")
    assert found["C1"] == (note,)
    assert found["C2"] == (lead,), "a lead about one exhibit means its marks"
    assert found["E2"] == (note, lead)
    assert found["K1"] == (
        Said("note", "", "K1 first, K1 again"),
        lead,
        Said("reference", "F1", "Sheet 12"),
    )
    assert found["P1"] == (lead,)
    assert "L1" not in found, "nothing speaks of itself"


@given(st.text(alphabet="E1C2#3KF9 .\nأ", max_size=60), st.sampled_from(["", "E1", "E2"]))
def test_links_lie_apart_in_their_order_and_name_what_is_there(text: str, exhibit: str) -> None:
    found, end = links(text, STATE, exhibit), 0
    for link in found:
        assert end <= link.start < link.end <= len(text)
        assert link.target in known(STATE)
        written = text[link.start : link.end]
        assert written == link.target or "#" in written
        end = link.end
    said = backlinks(replace(STATE, notes=(Note(exhibit, text),)))
    speaking = {t for t, all_ in said.items() if any(s.where == "note" for s in all_)}
    assert speaking == {link.target for link in found} - {exhibit}
