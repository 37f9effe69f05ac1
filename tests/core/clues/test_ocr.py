"""Reading text: what counts as read, and real photographs in scripts the reader does and does not know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from theodolite import offline
from theodolite.clues import ocr
from theodolite.clues.ocr import Reading
from theodolite.clues.recognise.lines import NOT_INSTALLED, NOT_READ
from theodolite.clues.recognise.tessdata import LANGUAGES
from theodolite.evidence.decode import Decoder

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


FOREIGN = {
    f"{EASY}/thai.jpg": "Thai",
    f"{RAPID}/th_rec.jpg": "Thai",
    f"{RAPID}/korean.jpg": "Hang",
    f"{RAPID}/arabic.png": "Arab",
    f"{RAPID}/devanagari.jpg": "Deva",
    f"{RAPID}/devanagari_rec.png": "Deva",
    f"{RAPID}/ta.png": "Taml",
    f"{RAPID}/te.png": "Telu",
    f"{RAPID}/eslav.jpg": "Cyrl",
    f"{RAPID}/cyrillic.png": "Cyrl",
}


@pytest.mark.corpora
@pytest.mark.parametrize("name", FOREIGN)
def test_without_data_no_script_gives_text(
    corpora: Path, decoder: Decoder, tmp_path: Path, name: str
) -> None:
    """An empty folder instead of Tesseract's data: nothing is reported as text, whatever it looks like."""
    reading = ocr.read(decoder.pixels(corpora / name, max_side=ocr.MAX_SIDE), data=[tmp_path])
    assert reading.lines == ()
    assert reading.unreadable
    for item in reading.unreadable:
        assert item.reason in (NOT_INSTALLED, NOT_READ)
        assert item.script in ("", FOREIGN[name]) or item.reason == NOT_READ
        if item.reason == NOT_INSTALLED:
            assert item.command == f"sudo apt-get install tesseract-ocr-{LANGUAGES[item.script][0]}"
            assert "is not installed" in item.observation
            assert item.command in item.note and "traineddata" in item.note


@pytest.mark.corpora
def test_most_scripts_without_data_are_named(corpora: Path, decoder: Decoder, tmp_path: Path) -> None:
    named = set()
    for name, script in FOREIGN.items():
        reading = ocr.read(decoder.pixels(corpora / name, max_side=ocr.MAX_SIDE), data=[tmp_path])
        named |= {
            script for item in reading.unreadable if (item.script, item.reason) == (script, NOT_INSTALLED)
        }
    assert len(named) >= len(set(FOREIGN.values())) - 2, named


@pytest.mark.corpora
@pytest.mark.usefixtures("tessdata_installed")
def test_a_korean_sign_is_read_in_both_scripts(read: Read) -> None:
    reading = read(f"{EASY}/korean.png")
    texts = {item.text.replace(" ", ""): item for item in reading.lines}
    assert set(texts) == {"서울", "평양", "Seoul", "Pyeongyang", "56Km", "205Km"}
    assert (texts["서울"].script, texts["서울"].recogniser) == ("Hang", "Tesseract Hang")
    assert (texts["Seoul"].script, texts["Seoul"].recogniser) == ("Latn", "PP-OCRv6")


@pytest.mark.corpora
def test_nothing_is_downloaded(read: Read) -> None:
    before = offline.refused()
    read(f"{EASY}/thai.jpg")
    assert offline.refused() == before
