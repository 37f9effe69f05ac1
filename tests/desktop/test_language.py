"""The machinery of translation: texts found in the source, files of Linguist, counted forms, direction."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import PySide6
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fake_report import FakePaper
from theodolite_desktop import app as composition
from theodolite_desktop import language, translators, wording
from theodolite_desktop.actions import MENUS
from theodolite_desktop.language import END, ISOLATE, tr, trn

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "packaging" / "strings.py"

FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{code}" sourcelanguage="en">
<extra-name>{name}</extra-name>
<extra-reviewed>{reviewed}</extra-reviewed>
<context>
    <name>Theodolite</name>
    <message><source>Refused {{name}}: {{why}}</source><translation>{{why}} ({{name}})</translation></message>
    <message><source>Save</source><translation>Sichern &amp; gut</translation></message>
    <message><source>Cancel</source><translation type="unfinished"></translation></message>
    <message><source>Wrong {{one}}</source><translation>Falsch {{two}}</translation></message>
    <message numerus="yes"><source>%n clues</source><translation>{forms}</translation></message>
</context>
</TS>
"""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("theodolite_strings", TOOL)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for code, name, forms in (("de", "Deutsch", "%n Spur|%n Spuren"), ("ar", "العربية", "a|b|c|d|e|f")):
        inner = "".join(f"<numerusform>{one}</numerusform>" for one in forms.split("|"))
        text = FILE.format(code=code, name=name, reviewed="no", forms=inner)
        (tmp_path / f"theodolite_{code}.ts").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def speaking(qapp: QApplication, folder: Path) -> Iterator[QApplication]:
    yield qapp
    translators.install(qapp, translators.ENGLISH)


def test_english_is_what_stands_in_the_source(qapp: QApplication) -> None:
    assert tr("Refused {name}: {why}", name="a.jpg", why="too large") == "Refused a.jpg: too large"
    assert tr("100 % {braces untouched}") == "100 % {braces untouched}"
    assert [trn("%n clues", n, one="%n clue") for n in (0, 1, 2)] == ["0 clues", "1 clue", "2 clues"]
    assert trn("%n of {all} read", 1, one="%n of {all} read", all=3) == "1 of 3 read"


def test_a_language_is_read_from_its_file(speaking: QApplication, folder: Path) -> None:
    assert translators.install(speaking, "de", folder) == "de" == language.current()
    assert tr("Save") == "Sichern & gut"
    assert tr("Cancel") == "Cancel", "unfinished stays English"
    assert tr("Refused {name}: {why}", name="{why}", why="%n") == "%n ({why})", "values are never templates"
    assert tr("Wrong {one}", one=1) == "Wrong 1", "a translation with other placeholders falls back"
    assert [trn("%n clues", n, one="%n clue") for n in (0, 1, 2)] == ["0 Spuren", "1 Spur", "2 Spuren"]
    assert speaking.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert translators.install(speaking, "xx", folder) == "en"
    assert tr("Save") == "Save"


def test_arabic_runs_from_right_to_left_and_keeps_values_apart(speaking: QApplication, folder: Path) -> None:
    translators.install(speaking, "ar", folder)
    assert speaking.layoutDirection() == Qt.LayoutDirection.RightToLeft
    said = tr("Refused {name}: {why}", name="a.jpg", why="x")
    assert said == f"{ISOLATE}x{END} ({ISOLATE}a.jpg{END})"
    assert wording.visible(said) == said
    assert wording.visible("a\u202eb") == f"{ISOLATE}a[U+202E]b{END}", "overrides stay visible"
    assert wording.visible("سوق") == "سوق"
    assert wording.visible(wording.visible("a.jpg")) == f"{ISOLATE}a.jpg{END}"
    assert wording.short("Arezzo, Tuscany") == f"{ISOLATE}Arezzo{END}"
    assert [trn("%n clues", n) for n in (0, 1, 2, 3, 11, 100)] == list("abcdef")
    assert [trn("%n clues", n) for n in (103, 110, 111, 199, 200, 201, 202)] == list("ddeefff")


@given(st.text(alphabet=f"ab{ISOLATE}{END}", max_size=40))
def test_isolates_never_reach_beyond_their_text(text: str) -> None:
    shown = wording._balanced(text)
    depth = 0
    for character in shown:
        depth += (character == ISOLATE) - (character == END)
        assert depth >= 0
    assert depth == 0
    assert [c for c in shown if c in "ab"] == [c for c in text if c in "ab"]


def test_evidence_shows_its_direction_characters_in_a_window_from_left_to_right(qapp: QApplication) -> None:
    assert wording.visible(f"a{ISOLATE}b{END}") == "a[U+2068]b[U+2069]"


def test_the_list_names_each_language_in_itself_and_says_unreviewed(folder: Path) -> None:
    found = translators.languages(folder)
    assert [one.label for one in found] == ["English", "Deutsch (unreviewed)", "العربية (unreviewed)"]
    assert [one.right_to_left for one in found] == [False, False, True]
    reviewed = (folder / "theodolite_de.ts").read_text(encoding="utf-8").replace(">no<", ">yes<")
    (folder / "theodolite_de.ts").write_text(reviewed, encoding="utf-8")
    assert translators.languages(folder)[1].label == "Deutsch"


def test_no_language_but_the_persons_own_choice_is_put_in_force() -> None:
    """A system in German does not turn the window German: the translation is unreviewed."""
    from theodolite_desktop.app import _options

    assert _options([]).language == ""
    source = (ROOT / "desktop" / "theodolite_desktop" / "app.py").read_text(encoding="utf-8")
    assert "QLocale" not in source


@given(st.integers(0, 10**6))
def test_counted_forms_are_those_of_the_language(number: int) -> None:
    assert translators.form_of("de")(number) == (0 if number == 1 else 1)
    assert translators.form_of("zh_CN")(number) == 0
    form = translators.form_of("ar")(number)
    rest = number % 100
    expected = number if number < 3 else 3 if 3 <= rest <= 10 else 4 if 11 <= rest <= 99 else 5
    assert form == expected
    assert [translators.forms(code) for code in ("de", "ar", "ja")] == [2, 6, 1]


@given(st.text(max_size=60))
def test_the_pseudo_locale_keeps_placeholders_and_adds_length(text: str) -> None:
    if text.count("{") != text.count("}") or "{" in text:
        text = text.replace("{", "").replace("}", "")
    marked = translators.pseudo(f"{text} {{name}} %n")
    assert marked[0] == translators.OPEN and marked[-1] == translators.SHUT
    assert "{name}" in marked and "%n" in marked
    assert len(marked) > len(text) + 10


@pytest.mark.parametrize("code", ["de", "ar"])
def test_the_menus_are_there_in_every_language(
    code: str, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A row of menus that is lower than its letters shows none of them."""
    monkeypatch.setenv("THEODOLITE_CASES", str(tmp_path))
    translators.install(qapp, code)
    window = composition.build(qapp, appearance="light", engine_factory=FakeEngine, paper_factory=FakePaper)
    qtbot.addWidget(window.shell)
    window.shell.resize(1440, 900)
    window.shell.show()
    bar = window.shell.menuBar()
    qtbot.waitUntil(lambda: bar.height() >= bar.sizeHint().height())
    shown = [action for action in bar.actions() if bar.rect().contains(bar.actionGeometry(action))]
    composition.close(window)
    translators.install(qapp, translators.ENGLISH)
    assert len(shown) == len(MENUS) and all(action.text() not in MENUS[:4] for action in shown)


# --- the tool -------------------------------------------------------------------------------------------


def test_the_tool_finds_texts_and_refuses_what_is_no_literal(tool: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "view.py"
    file.write_text(
        'A = mark("Marked")\nb = tr(A)\nc = tr("One " "text")\nd = trn("%n x", n, one="%n y")\n',
        encoding="utf-8",
    )
    found = [(tool._name(c.func), tool._literal(c.args[0])) for c in tool._calls(file)]
    assert sorted(found, key=str) == [
        ("mark", "Marked"),
        ("tr", "One text"),
        ("tr", None),
        ("trn", "%n x"),
    ]
    file.write_text('e = tr(f"Refused {name}")\n', encoding="utf-8")
    call = next(tool._calls(file))
    assert not tool._is_variable(call), "an f-string is refused"


def test_the_tool_reports_bare_texts_only(tool: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "view.py"
    file.write_text(
        '"""A module that says much."""\n'
        "def show():\n"
        '    """Says so."""\n'
        '    raise ValueError("not for people")\n'
        '    label.setObjectName("text2")\n'
        '    label.setText("Add exhibits…")\n'
        '    label.setText(f"{number} of them are left")\n'
        '    label.setText(tr("All is well here"))\n',
        encoding="utf-8",
    )
    assert [text for _, text in tool.bare(file)] == ["Add exhibits…", "{} of them are left"]


def test_what_is_missing_goes_out_and_comes_back(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tool.Text
    found = {
        "Save": text("Save", files=["a.py"]),
        "Kept {name} & <b>": text("Kept {name} & <b>", files=["a.py"]),
        "%n clues": text("%n clues", True, "%n clue", ["b.py"]),
    }
    monkeypatch.setattr(tool, "LANGUAGES", tmp_path)
    monkeypatch.setattr(tool, "texts", lambda: found)
    tool.update()
    assert {entry["source"] for entry in tool.missing("de")} == set(found)
    assert [len(e["translation"]) for e in tool.missing("ar") if e["forms"]] == [6]
    filled = [
        {"source": "Save", "translation": "Sichern"},
        {"source": "Kept {name} & <b>", "translation": "{name} & <b> behalten"},
        {"source": "%n clues", "translation": ["%n Spur", "%n Spuren"]},
        {"source": "Gone", "translation": "Weg"},
    ]
    (tmp_path / "de.json").write_text(json.dumps(filled), encoding="utf-8")
    assert tool.put("de", tmp_path / "de.json") == 3
    assert tool.missing("de") == []
    assert translators.read(tool.path("de"))["%n clues"] == ("%n Spur", "%n Spuren")
    assert translators.read(tool.path("de"))["Kept {name} & <b>"] == ("{name} & <b> behalten",)
    before = tool.path("de").read_text(encoding="utf-8")
    tool.update()
    assert tool.path("de").read_text(encoding="utf-8") == before, "an update keeps what is there"
    wrong = [{"source": "Kept {name} & <b>", "translation": "{who} behalten"}]
    (tmp_path / "de.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert tool.put("de", tmp_path / "de.json") == 0, "other placeholders are refused"
    assert tool.check() == []


def test_no_translation_is_wrong(tool: ModuleType) -> None:
    """Placeholders and counted forms of every translation that is there; nothing shown can fail."""
    found = tool.texts()
    assert len(found) > 1000
    for file in sorted(tool.LANGUAGES.glob("*.ts")):
        code = file.stem.removeprefix("theodolite_")
        assert ElementTree.parse(file).getroot().get("language") == code
        assert tool.head(code)[1] in ("yes", "no")
        told = translators.read(file)
        for source in told.keys() & found.keys():
            assert tool.wrong(found[source], list(told[source])) == ""
            assert len(told[source]) == (translators.forms(code) if found[source].counts else 1), source


@pytest.mark.full
def test_the_files_hold_every_text(tool: ModuleType) -> None:
    """After a text changed, packaging/strings.py brings the files up to date."""
    assert tool.check() == []


@pytest.mark.full
def test_qt_linguist_reads_the_files(tool: ModuleType, tmp_path: Path) -> None:
    """The release tool of Qt, which is strict about the format, accepts each file without a warning."""
    release = Path(PySide6.__file__).parent / "lrelease"
    for file in sorted(tool.LANGUAGES.glob("*.ts")):
        done = subprocess.run(
            [release, file, "-qm", tmp_path / "made.qm"], capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        assert "Updating" in done.stdout
