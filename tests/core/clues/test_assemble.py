"""Which line carries which conclusion, and that each counts once in an exhibit."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.core.clues.making import SHA, exhibit, gazetteer, lines, place
from theodolite.clues.assemble import MAX_PLAIN, MAX_UNREADABLE, text_clues
from theodolite.clues.ocr import Reading, Unreadable
from theodolite.domain import Box, Clue, Strength
from theodolite.errors import TheodoliteError

pytestmark = pytest.mark.alone

NAMES = gazetteer(
    louvre=[place("Paris 01 Louvre", "FR", 15_114, main=False)],
    minato_city=[place("Minato City", "JP", 260_486)],
    港区=[place("Minato City", "JP", 260_486, main=False)],
)


def flat(*_: str) -> dict[str, float]:
    return dict.fromkeys(("en", "fr", "de", "nl", "sv", "da", "nb", "it", "es", "pt"), 0.1)


def french(*_: str) -> dict[str, float]:
    return {"fr": 0.97, "nl": 0.03}


def clues(*texts: str, detect=flat, names=NAMES) -> list[Clue]:  # type: ignore[no-untyped-def]
    return text_clues(exhibit(), Reading(lines(*texts)), names, method="reader", detect=detect)


CODES = ["postal", "plate", "unit", "date", "road", "code"]


def counted(found: list[Clue]) -> list[tuple[str, str]]:
    return [
        (clue.root.rsplit(":", 1)[-1], clue.kind) for clue in found if clue.reach is not None and clue.active
    ]


def test_a_japanese_sign_is_one_root() -> None:
    found = clues("ポイ捨て禁止!", "NO LITTER", "清潔できれいな港区を", "港区 MINATO CITY")
    assert counted(found) == [("3", "text.script"), ("3", "text.language"), ("3", "text.place")]
    assert all(clue.root.startswith(f"text:{SHA}:") for clue in found if clue.kind.startswith("text."))
    (again,) = [clue for clue in found if clue.root.endswith(":4")]
    assert again.reach is None
    assert "line 3" in again.note


def test_a_french_sign_is_one_root() -> None:
    found = clues("Palais du LOUVRE", "LES ARTS DÉCORATIFS", "Musée du LOUVRE", detect=french)
    assert counted(found) == [("1", "text.script"), ("1", "text.language"), ("1", "text.place")]
    (plain,) = [clue for clue in found if clue.kind == "text.line"]
    assert "French" in plain.inference
    assert "line 1" in plain.inference


def test_english_beside_another_language_says_nothing() -> None:
    found = clues("愚园路", "Yuyuan Rd.", "Clean hands with soap", detect=lambda *_: {"en": 0.99})
    assert counted(found) == [("1", "text.script"), ("1", "text.language"), ("1", "text.street")]
    english = [clue for clue in found if clue.kind == "text.language" and "English" in clue.observation]
    assert [clue.reach for clue in english] == [None]


def test_two_numbers_of_one_country_count_once() -> None:
    found = clues("+33 1 40 20 50 50", "+33 1 40 20 51 51")
    assert counted(found) == [("1", "text.phone")]


def test_sources_that_found_nothing_say_so() -> None:
    kinds = [clue.kind for clue in clues("TEST")]
    silent = ["street", "place", "phone", "domain", "currency", *CODES, "orthography", "language"]
    assert kinds == ["text.script", *(f"none.{source}" for source in silent)]
    (place_record,) = [clue for clue in clues("TEST", names=None) if clue.kind == "none.place"]
    assert "not installed" in place_record.observation
    assert "packs fetch gazetteer" in place_record.note


def test_no_text() -> None:
    (clue,) = text_clues(exhibit(), Reading(()), NAMES, method="reader")
    assert (clue.kind, clue.observation, clue.reach) == ("none.text", "No text was found", None)


def test_unreadable_places_are_shown_the_largest_first() -> None:
    boxes = tuple(Box(0.1, n / 20, 0.1 + n / 20, n / 20 + 0.03) for n in range(1, 13))
    seen = tuple(Unreadable(box) for box in boxes)
    found = text_clues(exhibit(), Reading((), seen), NAMES, method="reader")
    shown = [clue.box for clue in found if clue.box is not None]
    assert shown == list(boxes[-MAX_UNREADABLE:])
    assert found[-1].observation == "Writing was seen but none could be read"


def test_a_page_of_print_does_not_flood_the_list() -> None:
    found = clues(*(f"({n})" for n in range(3 * MAX_PLAIN)))
    assert sum(clue.kind == "text.line" for clue in found) == MAX_PLAIN


def test_every_clue_is_complete() -> None:
    for clue in clues("Palais du LOUVRE", "www.louvre.fr", "12 €", detect=french):
        assert clue.id == ""
        assert clue.exhibit == "E1"
        assert clue.method
        assert clue.kind.startswith("none.") or clue.method.startswith("reader")
        assert clue.version
        assert clue.origins
        assert isinstance(clue.strength, Strength)
        assert clue.observation
        assert clue.inference
        if clue.kind.startswith("text."):
            assert clue.box is not None
            assert 0 <= (clue.confidence or 0) <= 1


def test_errors_are_ours() -> None:
    from theodolite.clues.ocr import ReaderMissing

    assert issubclass(ReaderMissing, TheodoliteError)


def test_every_clue_of_a_line_keeps_its_writing() -> None:
    found = clues("улица Ленина", "出口", "Apotheke", detect=lambda *_: {})
    of_lines = [clue for clue in found if clue.kind.startswith("text.")]
    assert {clue.line.number for clue in of_lines if clue.line is not None} == {1, 2, 3}
    written = {clue.line.number: clue.line for clue in of_lines if clue.line is not None}
    assert (written[1].script, written[1].romanised, written[1].meaning) == (
        "Cyrl",
        "ulitsa Lenina",
        "street",
    )
    assert written[1].romanised_by.startswith("uroman")
    assert (written[2].script, written[2].meaning) == ("Hani", "exit")
    assert (written[3].romanised, written[3].meaning) == ("", "pharmacy")
    assert all(clue.line is None for clue in found if clue.kind.startswith("none."))


def test_neither_romanisation_nor_meaning_counts() -> None:
    found = [clue for clue in clues("出口", detect=lambda *_: {}) if clue.kind.startswith("text.")]
    assert [clue.kind for clue in found] == ["text.script"]
    assert found[0].line is not None
    assert found[0].line.meaning == "exit"
    assert "exit" not in found[0].inference


def test_a_line_is_written_by_its_recogniser() -> None:
    rows = tuple(replace(line, recogniser="Tesseract 5, rus") for line in lines("Вход запрещён"))
    found = text_clues(exhibit(), Reading(rows), NAMES, method="reader", detect=lambda *_: {"ru": 1.0})
    said = [clue for clue in found if clue.kind.startswith("text.")]
    assert said
    assert all(clue.method.startswith("Tesseract 5, rus") for clue in said)
    assert all(clue.line is not None and clue.line.recogniser == "Tesseract 5, rus" for clue in said)


def test_a_page_of_text_is_quick() -> None:
    page = lines(*(f"Пункт {n}: посетители проходят в зал через главный вход" for n in range(300)))
    text_clues(exhibit(), Reading(page), NAMES, method="reader")
    began = time.process_time()
    found = text_clues(exhibit(), Reading(page), NAMES, method="reader")
    seconds = time.process_time() - began
    print(f"\n300 lines in {seconds:.2f} s, {len(found)} clues")
    assert seconds < 0.6


def test_parts_of_a_large_country_are_named() -> None:
    (first,) = [c for c in clues("இங்கே குப்பை போடாதீர்கள்") if c.kind == "text.language"]
    assert "Sri Lanka" in first.inference
    assert "parts of India" in first.inference


def test_a_chinese_line_among_japanese_ones_is_romanised_as_chinese() -> None:
    found = clues("愚园路", "ポイ捨て禁止!", "清潔できれいな港区を")
    (line, *_) = [clue.line for clue in found if clue.line is not None and clue.line.number == 1]
    assert line.romanised == "yú yuán lù"
