"""A line read otherwise by the investigator: both readings stay, the findings follow, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.clues.making import SHA, exhibit, gazetteer, lines, place
from theodolite.clues.assemble import text_clues
from theodolite.clues.correcting import corrected, is_of_text, lines_of
from theodolite.clues.corrections import EmptyCorrection, applied, corrections_of
from theodolite.clues.ocr import Reading, Unreadable
from theodolite.domain import Box, Clue, Origin

NAMES = gazetteer(lyon=[place("Lyon", "FR", 520_774)], brest=[place("Brest", "FR", 139_456)])


def french(*_: str) -> dict[str, float]:
    return {"fr": 0.9, "en": 0.1}


def numbered(found: list[Clue]) -> list[Clue]:
    """With ids, as the store gives them."""
    return [replace(clue, id=f"C{n}", mark=n) for n, clue in enumerate(found, 1)]


def first(*texts: str) -> list[Clue]:
    return numbered(text_clues(exhibit(), Reading(lines(*texts)), NAMES, method="reader", detect=french))


def again(clues: list[Clue], number: int, text: str, operator: str = "Ada") -> list[Clue]:
    target = next(clue for clue in clues if clue.line is not None and clue.line.number == number)
    assert target.line is not None
    assert target.box is not None
    return corrected(
        exhibit(), clues, target.line, target.box, text, operator, NAMES, method="reader", detect=french
    )


def names(clues: list[Clue]) -> list[str]:
    return [clue.observation for clue in clues if clue.kind == "text.place"]


def test_the_findings_follow_and_both_readings_stay() -> None:
    clues = first("Iyoh", "Défense de stationner")
    assert names(clues) == []
    found = again(clues, 1, "  LYON ")
    assert names(found) == ["“LYON”"]
    line = next(clue.line for clue in found if clue.kind == "text.place")
    assert line is not None
    assert (line.text, line.corrected) == ("Iyoh", "LYON")
    for clue in found:
        if clue.line is not None and clue.line.number == 1:
            assert clue.root == f"text:{SHA}:1"
            assert clue.method.startswith("corrected by Ada")
            assert not clue.by_person
            assert Origin("person", "Ada") in clue.origins
    others = [clue for clue in found if clue.line is not None and clue.line.number == 2]
    assert others
    assert all(clue.line is not None and clue.line.corrected == "" for clue in others)


def test_what_says_the_same_keeps_its_id_and_rejection() -> None:
    clues = first("Iyoh", "Défense de stationner")
    target = next(clue for clue in clues if clue.line is not None and clue.line.number == 2)
    clues = [replace(clue, rejected_reason="no") if clue.id == target.id else clue for clue in clues]
    found = again(clues, 1, "Lyon")
    kept = [clue for clue in found if clue.id == target.id]
    assert [clue.rejected_reason for clue in kept] == ["no"]
    assert [clue.mark for clue in kept] == [target.mark]
    assert all(clue.id == "" for clue in found if clue.kind == "text.place")
    assert len({clue.id for clue in found if clue.id}) == sum(bool(clue.id) for clue in found)


def test_reading_again_does_not_lose_the_correction() -> None:
    found = again(first("Iyoh", "Défense de stationner"), 1, "Lyon")
    held = corrections_of(found, "E1")
    assert [(item.read, item.corrected, item.operator) for item in held] == [("Iyoh", "Lyon", "Ada")]
    newer = Reading(lines("Défense de stationner", "LY0N")[1:])
    moved = replace(newer.lines[0], number=1, polygon=lines("x")[0].polygon)
    read_anew = text_clues(
        exhibit(), Reading((moved,)), NAMES, method="newer", detect=french, corrections=held
    )
    assert names(read_anew) == ["“Lyon”"]
    line = next(clue.line for clue in read_anew if clue.kind == "text.place")
    assert line is not None
    assert (line.text, line.corrected) == ("LY0N", "Lyon")


def test_a_correction_where_nothing_is_read_any_more_stands_alone() -> None:
    held = corrections_of(again(first("Iyoh"), 1, "Lyon"), "E1")
    rows, by_number, unreadable = applied(Reading((), (Unreadable(held[0].box),)), held)
    assert [line.text for line in rows] == ["Lyon"]
    assert list(by_number) == [1]
    assert unreadable == ()
    found = text_clues(exhibit(), Reading(()), NAMES, method="reader", detect=french, corrections=held)
    assert names(found) == ["“Lyon”"]


def test_a_second_correction_replaces_the_first_and_the_first_reading_takes_it_back() -> None:
    clues = numbered(again(first("Iyoh"), 1, "Lyon"))
    clues = numbered(again(clues, 1, "Brest", "Bob"))
    assert names(clues) == ["“Brest”"]
    assert len(corrections_of(clues, "E1")) == 1
    back = again(clues, 1, "Iyoh")
    assert names(back) == []
    assert corrections_of(back, "E1") == ()
    assert all(clue.line is None or clue.line.corrected == "" for clue in back)


def test_two_corrections_stand_beside_each_other() -> None:
    clues = numbered(again(first("Iyoh", "Bresl"), 1, "Lyon"))
    clues = numbered(again(clues, 2, "Brest"))
    assert sorted(names(clues)) == ["“Brest”", "“Lyon”"]


def test_unreadable_places_stay_and_other_clues_are_not_touched() -> None:
    reading = Reading(lines("Iyoh"), (Unreadable(Box(0.1, 0.8, 0.4, 0.9)),))
    clues = numbered(text_clues(exhibit(), reading, NAMES, method="reader", detect=french))
    found = again(clues, 1, "Lyon")
    assert [clue.box for clue in found if clue.kind == "none.text"] == [Box(0.1, 0.8, 0.4, 0.9)]
    other = replace(clues[0], kind="exif.gps", line=None)
    assert not is_of_text(other)
    assert not is_of_text(replace(clues[0], by_person=True))
    assert all(is_of_text(clue) for clue in clues)


def test_the_lines_come_back_from_the_clues() -> None:
    text = lines("Palais du LOUVRE", "Musée", "75001")
    clues = first("Palais du LOUVRE", "Musée", "75001")
    assert [(line.number, line.text, line.box) for line in lines_of(clues)] == [
        (line.number, line.text, line.box) for line in text
    ]


def test_an_empty_correction_is_refused() -> None:
    with pytest.raises(EmptyCorrection):
        again(first("Iyoh"), 1, "   ")
