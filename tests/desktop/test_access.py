"""Access: every control has a name, a role and can be reached by Tab; contrast is recomputed from the tokens.

The pass goes through the main window in every view and through every dialog that there is. What it cannot
judge is listed in docs/guide/access.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.everything import Tour, dialog_classes
from tests.desktop.test_map import FakeMap
from theodolite_desktop import app as composition
from theodolite_desktop.app import Window
from theodolite_desktop.theme import qss, tokens
from theodolite_desktop.theme.contrast import contrast
from theodolite_desktop.views.label import ElidedLabel

CONTROLS = (
    QAbstractButton,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSlider,
    QAbstractSpinBox,
    QAbstractItemView,
    QTabBar,
)
ROLES = QAccessible.Role
NO_ROLE = (ROLES.NoRole, ROLES.Client, ROLES.Pane)
BOTH = pytest.mark.parametrize("theme", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])


def controls(top: QWidget) -> Iterator[QWidget]:
    """What a person acts on in ``top``, in view and not switched off; parts of other controls left out."""
    for widget in top.findChildren(QWidget):
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (isinstance(widget, CONTROLS) or focusable) or not widget.isVisibleTo(top):
            continue
        if not widget.isEnabled() or _is_part(widget) or widget.window() is not top.window():
            continue
        if not (isinstance(widget, QTabBar) and not widget.count()):  # Qt keeps one for panels in one place
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Scroll bars, the field of a combo box, buttons that Qt puts inside others."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar | QLineEdit | QMenuBar | QMenu)
    scrolls = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    made_by_qt = isinstance(widget, QScrollBar | QMenu | QHeaderView) or widget.objectName().startswith("qt_")
    return made_by_qt or inside or scrolls


def named(widget: QWidget) -> str:
    """What a screen reader would say first. Of a row of tabs that is the current tab, then the row's own."""
    if isinstance(widget, QTabBar) and not widget.accessibleName():
        return ""
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(QAccessible.Text.Name)).strip() if found is not None else ""


def described(widget: QWidget) -> str:
    label = f"{widget.objectName()} {widget.toolTip()[:30]} {widget.accessibleName()[:30]}".strip()
    return f"{type(widget.window()).__name__} > {type(widget).__name__} {label!r}"


def unnamed(top: QWidget) -> set[str]:
    return {described(widget) for widget in controls(top) if not named(widget)}


def without_role(top: QWidget) -> set[str]:
    found = set()
    for widget in controls(top):
        seen = QAccessible.queryAccessibleInterface(widget)
        if seen is None or (seen.role() in NO_ROLE and isinstance(widget, CONTROLS)):
            found.add(described(widget))
    return found


def walked(top: QWidget, most: int = 400) -> list[QWidget]:
    """The widgets that have the focus one after another while Tab is pressed, until it comes round."""
    top.activateWindow()
    start = top.focusWidget()
    if start is None or not start.isVisibleTo(top):
        QTest.keyClick(top, Qt.Key.Key_Tab)
        start = top.focusWidget()
    visited: dict[QWidget, None] = {}
    while (focus := top.focusWidget()) is not None and focus not in visited and len(visited) < most:
        visited[focus] = None
        # A field of several lines takes Tab for itself unless told otherwise: then the walk ends here.
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return list(visited)


def unreached(top: QWidget) -> set[str]:
    """Controls that Tab never comes to. One button of an exclusive group is enough: arrows go on from it."""
    visited = set(walked(top))
    proxies = {w.focusProxy() for w in visited if w.focusProxy() is not None}
    found = set()
    for widget in controls(top):
        if widget in visited or widget in proxies or widget.focusProxy() in visited:
            continue
        if isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None):
            group = widget.group()
            fellows = (
                group.buttons() if group is not None else widget.parentWidget().findChildren(type(widget))
            )
            if any(one in visited for one in fellows):
                continue
        found.add(described(widget))
    return found


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A map in memory: the real one needs a browser of seconds, and has tests of its own."""
    monkeypatch.setattr(composition, "make_map", lambda _folders, parent: FakeMap(parent))


def test_every_control_has_a_name_a_role_and_is_reached_by_tab(
    opened: Window, idle: Callable[[], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong: dict[str, str] = {}
    seen = 0

    def look(top: QWidget) -> None:
        nonlocal seen
        if isinstance(top, QMenu):
            wrong.update({f"{top.title()} {a.text()!r}": "no text" for a in top.actions() if not _said(a)})
            return
        seen += len(list(controls(top)))
        wrong.update(dict.fromkeys(unnamed(top), "no name"))
        wrong.update(dict.fromkeys(without_role(top), "no role"))
        wrong.update(dict.fromkeys(unreached(top), "not reached by Tab"))

    tour = Tour(opened, idle, monkeypatch, look)
    tour.views(look)
    tour.other_dialogs()
    tour.all_commands()
    idle()
    assert seen > 300, "hardly anything was looked at"
    assert not wrong, "\n".join(f"{what}: {where}" for where, what in sorted(wrong.items()))
    assert dialog_classes() - tour.seen == set()


def _said(action: object) -> bool:
    return bool(action.isSeparator() or action.text())  # type: ignore[attr-defined]


def test_the_pass_finds_what_is_wrong(qapp: QApplication, qtbot: QtBot) -> None:
    """A button without a name, one that Tab passes by, and a field that keeps Tab are all found."""
    from PySide6.QtWidgets import QToolButton, QVBoxLayout

    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    good, mute, passed = QToolButton(), QToolButton(), QToolButton()
    for name, button in (("good", good), ("mute", mute), ("passed", passed)):
        button.setObjectName(name)
    good.setText("Good")
    passed.setText("Passed by")
    good.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    mute.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    passed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for button in (good, mute, passed):
        column.addWidget(button)
    top.show()
    assert unnamed(top) == {described(mute)}
    assert unreached(top) == {described(passed)}
    trap = QPlainTextEdit()
    trap.setAccessibleName("Trap")
    column.addWidget(trap)
    trap.show()
    trap.setFocus()
    assert unreached(top) == {described(good), described(mute), described(passed)}


def cut(top: QWidget) -> set[str]:
    """What shows less than its text needs, lines that are elided on purpose and tell it in a tip left out."""
    found = set()
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) or not widget.isVisibleTo(
            top
        ):
            continue
        if isinstance(widget, ElidedLabel) or _is_part(widget):
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needs = widget.sizeHint() if isinstance(widget, QLabel) else widget.minimumSizeHint()
        height = widget.heightForWidth(widget.width()) if wraps else needs.height()
        if (not wraps and widget.width() < needs.width() - 1) or widget.height() < height - 1:
            found.add(f"{described(widget)}: {widget.width()}x{widget.height()} of {needs.width()}x{height}")
    return found


@pytest.mark.full
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)], ids=["wide", "compact"])
def test_nothing_is_cut_where_text_has_twice_its_size(
    size: tuple[int, int],
    opened: Window,
    idle: Callable[[], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shell = opened.shell
    shell.theme.set_scale(2.0)
    shell.resize(*size)
    QApplication.processEvents()
    wrong: set[str] = set()

    def look(top: QWidget) -> None:
        if isinstance(top, QMenu):
            return
        for _ in range(20):  # icons and layouts of a page that was hidden come a moment after it
            if not cut(top):
                break
            qtbot.wait(25)
        wrong.update(cut(top))
        if top is not shell and (top.width() > shell.width() or top.height() > shell.height()):
            wrong.add(f"{type(top).__name__} is larger than the window: {top.width()}x{top.height()}")

    tour = Tour(opened, idle, monkeypatch, look)
    tour.views(look)
    tour.other_dialogs()
    tour.all_commands()
    idle()
    shell.theme.set_scale(1.0)
    assert not wrong, "\n".join(sorted(wrong))


# --- contrast ------------------------------------------------------------------------------------------

#: The lowest contrast over window, panel, raised and selected, as the specification states it: light, dark.
STATED = {
    "control": (3.3, 3.8),
    "text": (13.6, 9.9),
    "text2": (6.2, 5.6),
    "accent": (5.5, 5.3),
    "for": (5.0, 5.2),
    "against": (4.6, 5.3),
    "model": (6.1, 5.5),
    "evidence": (6.4, 6.5),
    "warn": (4.9, 6.2),
    "error": (5.4, 5.1),
    "ok": (5.1, 5.8),
}


def lowest(theme: dict[str, str], tone: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(theme[tone], theme[ground]) for ground in grounds)


@pytest.mark.parametrize("tone", STATED)
def test_contrasts_are_those_that_the_specification_states(tone: str) -> None:
    # Inputs and buttons with an outline lie on no selected row.
    grounds = tokens.GROUNDS[:3] if tone == "control" else tokens.GROUNDS
    found = tuple(lowest(theme, tone, grounds) for theme in (tokens.LIGHT, tokens.DARK))
    assert found == pytest.approx(STATED[tone], abs=0.1)


def test_text_on_accent_and_the_focus_ring_are_as_stated() -> None:
    both = tokens.LIGHT, tokens.DARK
    on_accent = tuple(contrast(theme["on-accent"], theme["accent"]) for theme in both)
    ring = tuple(lowest(theme, "focus", (*tokens.GROUNDS, "canvas")) for theme in both)
    assert on_accent == pytest.approx((6.7, 8.3), abs=0.1)
    assert ring == pytest.approx((4.7, 6.5), abs=0.1)


@BOTH
def test_what_the_map_draws_stands_out_on_its_grounds(theme: dict[str, str]) -> None:
    for ground in ("map-water", "map-land", "map-nodata"):
        assert contrast(theme["map-label"], theme[ground]) >= 4.5, ground
        assert contrast(theme["map-border"], theme[ground]) >= 3.0, ground
        for status in tokens.STATUS_WORD:
            assert contrast(theme[status], theme[ground]) >= 3.0, (status, ground)


@BOTH
def test_every_colour_pair_of_the_style_sheet_can_be_read(theme: dict[str, str]) -> None:
    """Rules that set both a ground and a text colour: no pair of them is below 4.5."""
    import re

    pairs = 0
    for block in re.findall(r"\{([^}]*)\}", qss.TEMPLATE):
        ground = re.search(r"background:\s*@([\w-]+)", block)
        tone = re.search(r"(?:^|[\s;])color:\s*@([\w-]+)", block)
        if ground and tone:
            pairs += 1
            assert contrast(theme[tone[1]], theme[ground[1]]) >= 4.5, block
    assert pairs >= 6


@BOTH
def test_the_focus_ring_is_seen_beside_what_it_surrounds(theme: dict[str, str]) -> None:
    """On grounds and images the ring alone; on the filled button, whose colour it nearly has, another one."""
    for ground in (*tokens.GROUNDS, "canvas"):
        assert contrast(theme["focus"], theme[ground]) >= 3.0, ground
    rules = re_rules(qss.TEMPLATE)
    rings = {name for name, body in rules if ":focus" in name and "@focus" in body}
    kinds = ("QPushButton", "QToolButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QSlider")
    for kind in kinds:
        assert any(kind in name for name in rings), f"{kind} shows no focus"


def re_rules(sheet: str) -> list[tuple[str, str]]:
    import re

    return [(name.strip(), body) for name, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet)]


def test_the_list_of_what_the_pass_cannot_judge_is_in_the_guide() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "guide" / "access.md"
    text = page.read_text(encoding="utf-8")
    assert "What no test can judge" in text
    assert text.count("\n- ") >= 8
