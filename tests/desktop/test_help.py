"""Local help: its pages hold what they promise, F1 finds the page of the focus, the tour goes through."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine
from theodolite import paths
from theodolite_desktop import app as composition
from theodolite_desktop import guided_tour, help_text
from theodolite_desktop.actions import COMMANDS, command
from theodolite_desktop.guided_tour import STOPS
from theodolite_desktop.help_commands import key_groups
from theodolite_desktop.operations import sample
from theodolite_desktop.views.info import InfoButton, help_for, help_of
from theodolite_desktop.views.tour_card import beside

Window = composition.Window
PAGES = help_text.pages()


# --- pages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_what_it_is_about_and_leads_on(page: help_text.Page) -> None:
    assert page.sections[0].name == "" and page.sections[0].blocks
    assert page.also, "a page leads to others"
    assert {*page.also} <= {one.name for one in PAGES} | {help_text.KEYS}
    assert page.name not in page.also
    whole = page.text()
    assert not re.search(r"https?:|www\.|\*\*|`|<[a-z]", whole)
    assert all(len(block.text) < 900 for section in page.sections for block in section.blocks)


@pytest.mark.parametrize(
    "name", sorted({page.name for page in PAGES} - {"start", "exhibits", "hints"}), ids=lambda name: name
)
def test_a_page_on_a_number_or_a_part_says_what_it_is_not(name: str) -> None:
    page = next(page for page in PAGES if page.name == name)
    assert "what-it-is-not" in {section.name for section in page.sections}


def test_all_pages_of_the_order_are_there() -> None:
    assert tuple(page.name for page in PAGES) == help_text.ORDER
    files = {file.stem for file in (paths.resources() / "help").glob("*.md")}
    assert files == set(help_text.ORDER)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    page = help_text.read("x", f"# Title\n{text}")
    assert page.title and page.text()


def test_words_are_found_title_first() -> None:
    found = help_text.search(PAGES, "points")
    assert found[0][0].name == "points"
    assert [page.name for page, _ in help_text.search(PAGES, "likelihood ratio decimal")] == ["points"]
    assert help_text.search(PAGES, "zzzz") == () and help_text.search(PAGES, " ") == ()


def test_a_translated_page_takes_the_place_of_the_english(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "a.md").write_text("# One\nText\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Two\nText\n", encoding="utf-8")
    (tmp_path / "de" / "a.md").write_text("# Eins\nText\n", encoding="utf-8")
    assert [page.title for page in help_text.pages("de", tmp_path)] == ["Eins", "Two"]


def test_every_key_of_the_table_is_on_the_page_of_keys() -> None:
    groups = key_groups(COMMANDS, lambda name: command(name).keys)
    listed = {(keys, what) for _, rows in groups for keys, what in rows}
    for record in COMMANDS:
        if record.keys:
            assert (" · ".join(record.keys), record.text.rstrip("…")) in listed
    assert command("help.focus").keys == ("F1",)


# --- in the window -----------------------------------------------------------------------------------------


def test_every_part_has_its_page(window: Window) -> None:
    shell = window.shell
    tabs = shell.inspector
    parts: tuple[tuple[QWidget, str], ...] = (
        (shell.exhibits, "exhibits"),
        (tabs.clues.list, "clues"),
        (tabs.candidates.area, "candidates"),
        (tabs.metadata.area, "metadata"),
        (tabs.custody.table, "custody"),
        (tabs.notes, "notes"),
        (shell.hint_line.field, "hints"),
        (shell.conversation.transcript, "model"),
        (shell.conversation.chip_area, "hints"),
        (shell.compare, "compare"),
        (shell.image.canvas, "image"),
        (shell.map, "map"),
        (shell.report, "report"),
        (shell.packs, "packs"),
    )
    for widget, page in parts:
        topic, _about = help_of(widget)
        assert topic.partition("#")[0] == page
    sections = {page.name: {one.name for one in page.sections} for page in PAGES}
    for widget in shell.findChildren(QWidget):
        name, _, section = help_of(widget)[0].partition("#")
        assert not name or section in sections[name] | {""}


def test_f1_opens_the_page_of_what_has_the_focus(opened: Window, qtbot: QtBot) -> None:
    opened.shell.inspector.show_tab("Clues")
    opened.shell.inspector.clues.list.setFocus()
    opened.shell.commands.run("help.focus")
    panel = opened.commands.help.panel
    assert panel.isVisible() and panel.page == "clues"
    assert "What it is not" in panel.text()
    opened.shell.commands.run("help.keys")
    assert panel.page == "keys" and "Ctrl+F" in panel.text()
    qtbot.keyClicks(panel.field, "decimal logarithm")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.page == "points"
    panel.field.clear()
    assert panel.list.currentItem().text() == "Points of a contribution"


def test_an_i_says_what_its_number_is(opened: Window, qtbot: QtBot) -> None:
    parent = opened.shell.inspector.candidates
    button = InfoButton(opened.shell.theme, "points", lambda: "+3.0 points <b>", what="points")
    button.setParent(parent)
    button.click()
    panel = opened.commands.help.panel
    assert panel.page == "points" and "+3.0 points <b>" in panel.text()
    assert "points" in button.accessibleName()


def test_a_widget_names_its_page_and_number(qtbot: QtBot) -> None:
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    assert help_of(inner) == ("", "") and help_of(None) == ("", "")
    help_for(outer, "clues", "about it")
    assert help_of(inner) == ("clues", "about it")


# --- the tour ----------------------------------------------------------------------------------------------


def test_the_tour_is_begun_from_the_help_menu_alone(window: Window) -> None:
    record = command("help.tour")
    assert record.menu == "Help" and not record.keys
    assert window.commands.help.tour.card is None


@pytest.mark.parametrize("agreed", [False, True])
def test_without_the_sample_case_it_asks_first(
    opened: Window,
    idle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    engine: FakeEngine,
    agreed: bool,
) -> None:
    folder = tmp_path / "Sample.case"
    made: list[Path] = []

    def build(*, desk: object, folder: Path):  # type: ignore[no-untyped-def]
        made.append(folder)
        (folder / sample.COMPLETE).parent.mkdir(parents=True)
        (folder / sample.COMPLETE).touch()
        engine.new_case(folder, title="The tower photograph")
        yield from ()
        return str(folder)

    monkeypatch.setattr(guided_tour.sample, "build", build)
    monkeypatch.setattr(QDialog, "exec", lambda _self: int(agreed))
    opened.controller.cases_folder = folder.parent
    opened.shell.commands.run("help.tour")
    idle()
    assert made == ([folder] if agreed else [])
    assert opened.commands.help.tour.card is None  # nothing to see yet in an empty case


def test_it_goes_through_every_part_and_ends(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tour, shell = opened.commands.help.tour, opened.shell
    monkeypatch.setattr(shell, "show_centre", lambda _name: None)  # no web view in a unit test
    monkeypatch.setattr(guided_tour.sample, "is_sample", lambda _path: True)
    shell.commands.run("help.tour")
    seen = []
    while tour.card is not None:
        card = tour.card
        seen.append(card.title.text())
        assert shell.rect().contains(card.geometry())
        assert card.text.text() and card.number.text().startswith("Tour")
        qtbot.keyClick(card, Qt.Key.Key_Right)
    assert seen == [stop.title for stop in STOPS]
    tour.show_stop(2)
    qtbot.keyClick(tour.card, Qt.Key.Key_Left)
    assert tour.card.title.text() == STOPS[1].title
    qtbot.keyClick(tour.card, Qt.Key.Key_Escape)
    assert tour.card is None


@given(
    st.tuples(*(st.integers(0, 1200) for _ in range(4))),
    st.tuples(st.integers(960, 2000), st.integers(600, 1400)),
)
def test_the_card_is_always_in_the_window(spot: tuple[int, int, int, int], window: tuple[int, int]) -> None:
    frame = QRect(0, 0, *window)
    part = QRect(*spot).intersected(frame)
    at = beside(part, QSize(340, 260), frame)
    assert frame.contains(QRect(at, QSize(340, 260)))
    assert isinstance(at, QPoint)
