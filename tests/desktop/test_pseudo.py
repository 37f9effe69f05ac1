"""No text of the window is hard-coded: with each translation marked, what is unmarked comes from the case.

The pseudo-locale puts each text in brackets. Everything that a person can read in any view, dialog, menu,
tool tip or accessible name, and everything that is painted, must then be in brackets, or be words of the
case and its engine, or be one of the few words that no language translates.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.everything import Tour, dialog_classes, painted, texts
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fake_report import FakePaper
from tests.desktop.test_map import FakeMap
from theodolite import paths
from theodolite_desktop import app as composition
from theodolite_desktop import translators
from theodolite_desktop.translators import OPEN, SHUT


def literals(file: Path) -> Iterator[str]:
    """The texts in a source, without its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said:
            yield node.value


#: What stands in every language as it is: names, formats, units, notations, and names of keys.
SAME_EVERYWHERE = """
Google Maps Earth Street View Bing Yandex Apple Mapillary Copernicus Browser Wikimapia OpenStreetMap Overpass
Plus Code
Theodolite SHA MD GPS UTC MGRS UTM DD DDM DMS TLP RED AMBER STRICT GREEN CLEAR Lanczos Arezzo English
PDF HTML JSON KML GeoJSON GPX CSV CASE UCO LD PNG JPEG TIFF EXIF XMP IPTC ISO RFC BagIt OpenTimestamps
geo CLIP GeoCLIP Img Img2Loc kNN km mm ms px MB kB GB NP QP
Ctrl Shift Alt Return Enter Esc Tab Space Del Delete Backspace PgUp PgDown Left Right Up Down Home End Ins
Menu
"""
UNTRANSLATED = frozenset(SAME_EVERYWHERE.split())
FILES = ("first.jpg", "second-gps.jpg")
#: Examples of a field that are data themselves.
EXAMPLES = (
    "2026-014",
    "A. Examiner",
    "Florence, 22 Oct 2008",
    "2024-06-21 14:30",
    "+02:00",
    "amenity=fuel, name~Via",
    "geo: address",
)
WORD = re.compile(r"(?<![\w+])[A-Za-z][A-Za-z'’]+(?![\w+])")
#: Parts of Qt's own widgets, whose words Qt's own translations bring.
QTS_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")
ID = re.compile(r"(?<![A-Za-z])[A-Z]?#?\d+(?![A-Za-z])")
FIGURE = re.compile(r"\s[+−]?\d+(\.\d+)?$")
#: What the engine says: the words of the one in memory, and of the packs.
ENGINE = (
    *(text for file in sorted(Path(__file__).parent.glob("fake_*.py")) for text in literals(file)),
    (paths.resources() / "packs.toml").read_text(encoding="utf-8"),
)
#: Pages of help are English in every language of the window; so are their titles in its list.
HELP = {
    file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
    for file in sorted((paths.resources() / "help").glob("*.md"))
}
TAGS = re.compile(r"<[^>]*>|&\w+;|&#x?[0-9a-fA-F]+;")


@cache
def sentences() -> str:
    """What the engine itself can say: its sources, for whole phrases only."""
    core = Path(paths.__file__).parent
    whole = "\n".join(file.read_text(encoding="utf-8") for file in core.rglob("*.py"))
    return re.sub(r'"\s*\n\s*f?"', "", whole)  # literals that stand over two lines are one


def from_engine(part: str) -> bool:
    """Whether five words of it in a row stand in the engine's sources: it may have put a value in."""
    words = part.split()
    return any(" ".join(words[at : at + 5]) in sentences() for at in range(len(words) - 4))


def unmarked(text: str) -> str:
    """``text`` without what stands in brackets, nested ones and ones cut off at the end included."""
    out, depth = [], 0
    for character in text:
        if character == OPEN:
            depth += 1
        elif character == SHUT:
            depth = max(0, depth - 1)
            out.append("\n")
        elif not depth:
            out.append(character)
    return "".join(out)


def words_of(value: Any, seen: set[int]) -> Iterator[str]:
    """Every string inside a value of the case or the engine."""
    if isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, str | Path):
        yield str(value)
    elif id(value) not in seen:
        seen.add(id(value))
        if is_dataclass(value) and not isinstance(value, type):
            for one in fields(value):
                yield from words_of(getattr(value, one.name, None), seen)
        elif isinstance(value, dict):
            for pair in value.items():
                yield from words_of(pair, seen)
        elif isinstance(value, list | tuple | set | frozenset):
            for one in value:
                yield from words_of(one, seen)
        elif hasattr(value, "__dict__") and type(value).__module__.startswith(("tests.", "types")):
            yield from words_of(vars(value), seen)


class Reader:
    """Collects what is left unmarked of every text that comes by."""

    def __init__(self, known: Callable[[], Iterator[str]]) -> None:
        self._known = known
        self.bare: dict[str, str] = {}

    def look(self, top: QWidget) -> None:
        for where, text in texts(top):
            if not any(name in where for name in QTS_OWN):
                self.read(where, text)

    def read(self, where: str, text: str) -> None:
        left = TAGS.sub(" ", unmarked(text)) if OPEN in text or WORD.search(text) else ""
        if any(word not in UNTRANSLATED for word in WORD.findall(left)):
            self.bare.setdefault(text, where)

    def hard_coded(self) -> dict[str, str]:
        """Texts whose unmarked parts are no words of the case, with where they stand."""
        corpus = "\n".join({*self._known(), *ENGINE})
        found = {}
        for text, where in self.bare.items():
            for example in EXAMPLES:
                text = text.replace(example, "")
            for name in FILES:
                text = text.replace(name, "\n")
            for part in re.split(r"[\n\t·…:;,()“”|→]+|  +|\. | – ", TAGS.sub(" ", unmarked(text))):
                part = part.strip(" .–-+±×°%?!/")
                words = [word for word in WORD.findall(part) if word not in UNTRANSLATED]
                bare = part, ID.sub("", part).strip(" .–-−+"), FIGURE.sub("", part)
                known = any(one and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", corpus) for one in bare)
                if part in HELP and "QListWidget" in where:
                    continue
                if words and not known and not from_engine(part):
                    found[part] = f"{where}: {text!r}"
        return found


@pytest.fixture
def marked(
    qapp: QApplication, qtbot: QtBot, engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[composition.Window]:
    """A window whose every translated text is in brackets, without a case."""
    monkeypatch.setenv("THEODOLITE_CASES", str(tmp_path / "cases"))
    monkeypatch.setattr(composition, "make_map", lambda _folders, parent: FakeMap(parent))
    translators.install(qapp, translators.PSEUDO)
    made = composition.build(qapp, appearance="light", engine_factory=lambda: engine, paper_factory=FakePaper)
    qtbot.addWidget(made.shell)
    made.shell.show()
    made.shell.dress()
    yield made
    qtbot.waitUntil(made.controller.runner.idle, timeout=30000)
    composition.close(made)
    translators.install(qapp, translators.ENGLISH)


def test_every_text_a_person_reads_goes_through_the_translator(
    marked: composition.Window,
    engine: FakeEngine,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    controller = marked.controller

    def idle() -> None:
        qtbot.waitUntil(controller.runner.idle, timeout=30000)

    def known() -> Iterator[str]:
        seen: set[int] = set()
        yield from words_of(controller.snapshot, seen)
        yield from words_of(engine, seen)
        yield str(tmp_path)

    reader = Reader(known)
    tour = Tour(marked, idle, monkeypatch, reader.look)
    said: list[str] = []
    with painted(said, monkeypatch):
        tour.main_window()  # empty states
        controller.new_case(tmp_path / "one.case", title="One", question="Where?")
        idle()
        controller.add_files([Path(name) for name in FILES])
        idle()
        idle()
        controller.say("in Italy, likely")
        idle()
        tour.main_window()
        tour.other_dialogs()
        tour.all_commands()
        tour.main_window()
    for text in (*said, *tour.files):
        reader.read("painted", text)
    assert len(said) > 100, "nothing was painted: the test sees nothing"
    found = reader.hard_coded()
    assert not found, "\n".join(f"{part!r}  in  {where}" for part, where in sorted(found.items()))
    assert dialog_classes() - tour.seen == set()


def test_the_reader_sees_what_is_hard_coded() -> None:
    """The test above can fail: unmarked words are found, marked ones and words of the case are not."""
    reader = Reader(lambda: iter(("forwarded.jpg", "in Italy")))
    for text in (
        f"{OPEN}Éxhîbîtš{SHUT}",
        f"{OPEN}Râfûšéd {OPEN}nåmé{SHUT}: forwarded.jpg{SHUT}",
        "forwarded.jpg · in Italy",
        "SHA-256 (Ctrl+E)",
        f"{OPEN}cut off at the e",
    ):
        reader.read("here", text)
    assert reader.hard_coded() == {}
    reader.read("there", f"Add exhibits {OPEN}x{SHUT}")
    assert set(reader.hard_coded()) == {"Add exhibits"}
