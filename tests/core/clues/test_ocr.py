"""Reading text: what counts as read, and real photographs in scripts the reader does and does not know."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from theodolite import offline
from theodolite.clues import ocr
from theodolite.clues.ocr import Reading, TextLine

Read = Callable[[str], Reading]
EASY = "ocr/EasyOCR/examples"
RAPID = "ocr/RapidOCR/python/tests/test_files"


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("launnvan", 0.678),  # Thai
        ("BNBRM9", 0.569),
        ("ueealu", 0.905),
        ("品阳", 0.637),  # Hangul
        ("京", 0.846),
        ("lo長lo", 0.600),
        ("hnnng", 0.955),  # Armenian
        ("D¹701'", 0.557),  # Hebrew
        ("m3", 0.903),  # Arabic
        ("MF60T606T", 0.807),  # Tamil
        ("穴", 0.861),  # a pictogram
        ("Bpee j", 0.818),  # Cyrillic
        ("...", 0.99),
        ("", 0.0),
    ],
)
def test_gibberish_is_not_text(text: str, confidence: float) -> None:
    """Texts and confidences as the reader really gave them."""
    assert not ocr.plainly_read(text, confidence)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Mairie du lºr", 0.939),
        ("NO LITTER", 0.992),
        ("港区 MINATO CITY", 0.967),
        ("赁有限公司", 0.895),
        ("西", 0.999),
        ("027-88852022", 1.0),
        ("McDonald", 0.99),
        ("STOP", 1.0),
        ("BMW", 0.99),
        ("RECONYX", 1.0),
    ],
)
def test_text_is_text(text: str, confidence: float) -> None:
    assert ocr.plainly_read(text, confidence)


def line(text: str, confidence: float, top: float, size: float = 0.1) -> TextLine:
    return TextLine(
        0, text, confidence, ((0.1, top), (0.1 + size, top), (0.1 + size, top + size), (0.1, top + size))
    )


def test_lines_are_numbered_from_the_top_and_the_rest_is_unreadable() -> None:
    reading = ocr.sort_out([line("BELOW", 1.0, 0.5), line("ABOVE", 1.0, 0.1), line("zzqx", 0.4, 0.8)])
    assert [(item.number, item.text) for item in reading.lines] == [(1, "ABOVE"), (2, "BELOW")]
    assert len(reading.unreadable) == 1


def test_beside_much_unreadable_writing_only_the_surest_counts() -> None:
    rows = [line("SALE NOW", 0.96, 0.1), line("HOTEL", 1.0, 0.3), line("xx", 0.4, 0.5, size=0.4)]
    reading = ocr.sort_out(rows)
    assert [item.text for item in reading.lines] == ["HOTEL"]
    assert len(reading.unreadable) == 2


def test_boxes_stay_inside_the_image() -> None:
    box = ocr.box_of(((-0.1, 0.2), (1.2, 0.2), (1.2, 0.5), (-0.1, 0.5)))
    assert (box.left, box.top, box.right, box.bottom) == (0.0, 0.2, 1.0, 0.5)


def test_no_pixels_no_text() -> None:
    assert ocr.read(np.zeros((4, 4, 3), np.uint8)) == Reading(())
    assert ocr.read(np.zeros((200, 300, 3), np.uint8)).lines == ()


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_MODELS", {"Det.model_path": "absent.onnx"})
    with pytest.raises(ocr.ReaderMissing, match=r"absent\.onnx"):
        ocr.engine.__wrapped__()


# --- real photographs ------------------------------------------------------------------------------------


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (f"{EASY}/japanese.jpg", ["ポイ捨て禁止!", "NO LITTER", "清潔できれいな港区を", "港区 MINATO CITY"]),
        (f"{EASY}/french.jpg", ["Palais du LOUVRE", "LES ARTS DÉCORATIFS", "Musée du LOUVRE", "Théâtre"]),
        (f"{EASY}/chinese.jpg", ["愚园路", "西", "东", "Yuyuan Rd."]),
        (f"{EASY}/english.png", ["Clean hands with soap and water", "World Health"]),
        (f"{RAPID}/return_word_debug.jpg", ["027-88852022"]),
    ],
)
def test_signs_are_read(read: Read, name: str, expected: list[str]) -> None:
    texts = [item.text for item in read(name).lines]
    assert [text for text in expected if text in texts] == expected
    for item in read(name).lines:
        assert 0 <= item.box.left < item.box.right <= 1
        assert 0 <= item.box.top < item.box.bottom <= 1


@pytest.mark.corpora
@pytest.mark.parametrize(
    "name",
    [
        f"{EASY}/thai.jpg",
        f"{RAPID}/th_rec.jpg",
        f"{RAPID}/korean.jpg",
        f"{RAPID}/arabic.png",
        f"{RAPID}/devanagari.jpg",
        f"{RAPID}/devanagari_rec.png",
        f"{RAPID}/ta.png",
        f"{RAPID}/te.png",
        f"{RAPID}/eslav.jpg",
    ],
)
def test_scripts_the_reader_does_not_know_give_no_text(read: Read, name: str) -> None:
    reading = read(name)
    assert reading.lines == ()
    assert reading.unreadable


@pytest.mark.corpora
def test_only_the_latin_letters_of_a_korean_sign_are_read(read: Read) -> None:
    reading = read(f"{EASY}/korean.png")
    assert [item.text for item in reading.lines] == ["Seoul", "Pyeongyang", "56Km", "205Km"]
    assert reading.unreadable


@pytest.mark.corpora
def test_nothing_is_downloaded(read: Read) -> None:
    before = offline.refused()
    read(f"{EASY}/thai.jpg")
    assert offline.refused() == before
