"""Decisions on a line: whom to ask, whom to believe, what to say of what cannot be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from theodolite.clues.recognise import classify, crops, tessdata
from theodolite.clues.recognise.classify import Guess
from theodolite.clues.recognise.lines import NO_RECOGNISER, NOT_INSTALLED, NOT_READ, Unreadable
from theodolite.clues.recognise.plausible import plausible, well_formed
from theodolite.clues.recognise.route import also, asked, decide
from theodolite.clues.recognise.tesseract import Read, Recognisers, tidy
from theodolite.domain import Box


def guess(turned: float = 0.0, **shares: float) -> Guess:
    rows = {"Zxxx": round(1.0 - sum(shares.values()), 4), **shares}
    return Guess(tuple(sorted(rows.items(), key=lambda row: -row[1])), turned)


def test_what_the_main_reader_read_plainly_is_not_asked_again() -> None:
    assert asked(guess(Latn=0.9, Cyrl=0.1), "Palais du LOUVRE", 0.99) == ()
    assert asked(guess(Thai=0.6, Laoo=0.3), "launnvan", 0.68) == ("Thai", "Laoo")


def test_capitals_that_cyrillic_has_too_are_asked_of_it() -> None:
    assert asked(guess(Latn=0.9, Cyrl=0.06), "MOCKBA", 0.99) == ("Cyrl", "Grek")


def test_the_right_recogniser_is_believed() -> None:
    reads = {"Thai": Read("เพชรบุรี", 0.95), "Laoo": Read("ເພຊ", 0.4)}
    verdict = decide(guess(Thai=0.7, Laoo=0.25), "BnBRM9", 0.557, reads)
    assert (verdict.text, verdict.script, verdict.own) == ("เพชรบุรี", "Thai", False)


def test_a_rival_does_not_win_against_a_certain_script() -> None:
    """Lao read badly and Thai read better, of pixels that are all but certainly Lao."""
    reads = {"Laoo": Read("ໂຮງບນຶ", 0.51), "Thai": Read("โธาแม็", 0.83)}
    verdict = decide(guess(Laoo=0.85, Khmr=0.06, Thai=0.02), "{sjuni", 0.622, reads)
    assert (verdict.text, verdict.reason) == ("", NOT_READ)


def test_latin_is_not_turned_into_cyrillic() -> None:
    """IMAGE, Decoder: the net took them for Cyrillic, and Tesseract made ІМАСЕ and Ресодег of them."""
    for text, other in (("IMAGE", "ІМАСЕ"), ("Decoder", "Ресодег")):
        verdict = decide(guess(Cyrl=0.7, Latn=0.2), text, 0.999, {"Cyrl": Read(other, 0.92)})
        assert (verdict.text, verdict.script) == (text, "Latn")


def test_cyrillic_beside_decides_capitals() -> None:
    reads = {"Cyrl": Read("МОСКВА", 0.95, known=1.0)}
    shape = guess(Latn=0.8, Cyrl=0.15)
    assert decide(shape, "MOCKBA", 0.99, reads).script == "Latn"
    assert decide(shape, "MOCKBA", 0.99, reads, near=frozenset({"Cyrl"})).text == "МОСКВА"


@pytest.mark.parametrize(
    ("shape", "reads", "reason", "command"),
    [
        (guess(Hang=0.97), {"Hang": None}, NOT_INSTALLED, "sudo apt-get install tesseract-ocr-kor"),
        (guess(Tfng=0.97), {"Tfng": None}, NO_RECOGNISER, ""),
        (guess(Hang=0.97), {"Hang": Read("요", 0.3)}, NOT_READ, ""),
        (guess(Hang=0.50), {"Hang": None}, NOT_READ, ""),
    ],
)
def test_a_refusal_says_why(shape: Guess, reads: dict[str, Read | None], reason: str, command: str) -> None:
    verdict = decide(shape, "品阳", 0.637, reads)
    assert (verdict.text, verdict.reason, verdict.command) == ("", reason, command)


def test_siblings_are_asked_when_nothing_made_sense() -> None:
    reads: dict[str, Read | None] = {"Guru": Read("ਸ਼ਗਠੀ ਕਪ", 0.57)}
    assert also(guess(Guru=0.84, Deva=0.03), reads) == ("Deva", "Gujr", "Beng")
    assert also(guess(Latn=0.84, Deva=0.03), reads) == ()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("พ0เข ย๑ข ยฆณ 7เซธ", "Thai"),  # Hangul read by the Thai recogniser
        ("щоГз хз, Ч 782 = Чез", "Hang"),
        ("Мизбе ди ІОШУВЕ", "Latn"),
        ("[ทิลไลไร อ่น แ0ปติ6", "Thai"),  # Palais du LOUVRE
        ("١ ٢", "Arab"),
        ("", "Thai"),
        ("аааа", "Cyrl"),
        ("Фарџаке(о", "Cyrl"),  # Φαρμακείο
    ],
)
def test_gibberish_is_not_well_formed(text: str, script: str) -> None:
    assert not well_formed(text, script)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("ถนนสุขุมวิท", "Thai"),
        ("서울", "Hang"),
        ("شارع الملك فهد", "Arab"),
        ("महात्मा गांधी मार्ग", "Deva"),
        ("окно(а) касса", "Cyrl"),
    ],
)
def test_words_are_well_formed(text: str, script: str) -> None:
    assert well_formed(text, script)


def test_the_less_sure_the_script_the_surer_the_reading() -> None:
    read = Read("มหาวิทยาลัย", 0.85)
    assert plausible(read, "Thai", 0.9)
    assert not plausible(read, "Thai", 0.4)


def test_data_is_looked_up_in_every_folder_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, system = tmp_path / "home" / "tessdata", tmp_path / "system"
    own.mkdir(parents=True)
    system.mkdir()
    (system / "tha.traineddata").write_bytes(b"x")
    (system / "Lao.traineddata").write_bytes(b"x")
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TESSDATA_PREFIX", str(system))
    assert tessdata.folders()[:2] == (own, system)
    found = tessdata.data("Thai", [own, system])
    assert found is not None and (found.folder, found.languages) == (system, ("tha",))
    whole = tessdata.data("Laoo", [own, system])
    assert whole is not None and whole.languages == ("Lao",)
    (own / "tha.traineddata").write_bytes(b"x")
    mine = tessdata.data("Thai", [own, system])
    assert mine is not None and mine.folder == own
    assert tessdata.data("Hang", [own, system]) is None
    assert str(own) in tessdata.by_hand("Hang")


def test_what_cannot_be_read_is_put_into_words() -> None:
    box = Box(0.1, 0.1, 0.2, 0.2)
    assert Unreadable(box).observation == "Something that looks like writing could not be read"
    missing = Unreadable(box, "Hang", NOT_INSTALLED, tessdata.how_to_get("Hang"))
    assert (
        missing.observation == "Writing that looks like Hangul: the data that reads Hangul is not installed"
    )
    assert "sudo apt-get install tesseract-ocr-kor" in missing.note
    assert "no recogniser" in Unreadable(box, "Tfng", NO_RECOGNISER).observation


def test_edges_of_boards_are_no_text() -> None:
    assert tidy("[เส้นทางลัด|") == "เส้นทางลัด"
    assert tidy("హైదరాబాద్\u200c ") == "హైదరాబాద్"


@pytest.mark.usefixtures("tessdata_installed")
def test_recognisers_are_released() -> None:
    held = Recognisers(held=2)
    line = np.full((40, 200, 3), 255, np.uint8)
    for script in ("Thai", "Hebr", "Grek"):
        data = tessdata.data(script, tessdata.folders())
        assert data is not None
        held.read(line, data)
    assert len(held._open) == 2
    held.close()
    assert not held._open


def test_nothing_is_no_writing() -> None:
    numbers = np.random.default_rng(1)
    slope = np.linspace(90, 160, 160)[None, :, None] + numbers.normal(0, 4, (40, 160, 1))
    noise = np.repeat(slope, 3, axis=2).astype(np.uint8)
    (found,) = classify.classify([noise])
    assert found.best[0] == classify.NO_TEXT
    assert sum(share for _, share in found.scripts) == pytest.approx(1, abs=0.01)
    assert classify.classify([]) == []


def test_boxes_of_one_line_are_joined() -> None:
    a = np.float32([[10, 10], [100, 10], [100, 40], [10, 40]])
    b = np.float32([[90, 11], [180, 11], [180, 41], [90, 41]])
    apart = np.float32([[300, 11], [380, 11], [380, 41], [300, 41]])
    quads, scores = crops.joined([b, a, apart], [0.9, 0.7, 0.8])
    assert [(q[0].tolist(), q[2].tolist()) for q in quads] == [([10, 10], [180, 41]), ([300, 11], [380, 41])]
    assert scores == [0.9, 0.8]


def test_a_column_parts_into_its_characters() -> None:
    tall = np.full((200, 40, 3), 255, np.uint8)
    for at in range(5):
        tall[at * 40 + 8 : at * 40 + 32, 8:32] = 0
    flat = crops.column(tall)
    assert flat is not None and flat.shape == (40, 200, 3)


def test_a_straight_line_is_not_bent() -> None:
    line = np.full((40, 300, 3), 255, np.uint8)
    line[12:28, 20:280:2] = 0
    assert crops.unrolled(line) is None
