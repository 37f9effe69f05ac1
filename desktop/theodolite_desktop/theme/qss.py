"""The style sheet, built from tokens. Objects are named by the views (``objectName``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

TEMPLATE = """
* { outline: 0; }
QMainWindow, QDialog { background: @window; color: @text; }
QWidget { color: @text; }
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 4px 8px; }
QMenuBar { background: @panel; color: @text; border-bottom: 1px solid @border; padding: 0 4px;
}
QMenuBar::item { padding: 4px 8px 3px 8px; margin: 0; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @panel; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: @selected; }
QMenu::item:disabled { color: @text2; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QSplitter::handle { background: @window; }
QSplitter::handle:hover { background: @accent; }
QMainWindow::separator { background: @window; width: 4px; height: 4px; }
QMainWindow::separator:hover { background: @accent; }
QWidget#handle { background: @window; }
QWidget#handle:hover { background: @accent; }
QDockWidget { color: @text; }
QWidget#paneltitle { background: @raised; border-bottom: 1px solid @border; }
QWidget#rail { background: @panel; border-left: 1px solid @border; }
QFrame#overlay { background: @panel; border: 0; border-left: 1px solid @control;
  border-right: 1px solid @control; }
QFrame#panel, QWidget#panel { background: @panel; }
QWidget#ground { background: @window; }
QWidget#toolbar { background: @panel; border-bottom: 1px solid @border; }
QWidget#tools { background: @panel; border-bottom: 1px solid @border; }
QWidget#header { background: @panel; border-bottom: 1px solid @border; }
QWidget#banner { background: @raised; border-bottom: 1px solid @border; }
QWidget#statusbar { background: @panel; border-top: 1px solid @border; }
QWidget#hintline { background: @panel; border-top: 1px solid @border; }
QWidget#canvas { background: @canvas; }
QFrame#card { background: @panel; border: 1px solid @border; border-radius: 8px; }
QFrame#line { background: @border; max-height: 1px; min-height: 1px; border: 0; }
QLabel#meta, QLabel#text2 { color: @text2; }
QLabel#warn { color: @warn; }
QLabel#error { color: @error; }
QLabel#ok { color: @ok; }
QLabel#model { color: @model; }
QLabel#evidence { background: @raised; color: @evidence; border-radius: 4px; padding: 4px 8px; }
QLabel#guide { background: @panel; color: @text; border: 1px solid @border; border-radius: 8px;
  padding: 6px 12px; }
QFrame#toast { background: @panel; border: 1px solid @control; border-radius: 8px; }
QFrame#notice { background: @raised; border: 1px solid @border; border-radius: 8px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @text2; height: ~33px; padding: 0 12px; border: 0;
  border-bottom: 2px solid transparent; }
QTabBar#inspector::tab { padding: 0 7px; }
QTabBar#narrow::tab { padding: 0 4px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar#resting::tab:selected { border-bottom: 2px solid @control; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
QWidget#tabrow { background: @panel; border-bottom: 1px solid @border; }
QPushButton { background: @panel; color: @text; border: 1px solid @control; border-radius: 4px;
  min-height: ~30px; max-height: ~30px; padding: 0 12px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @selected; }
QPushButton:checked { background: @selected; border-color: @accent; }
QPushButton:disabled { color: @text2; border-color: @border; }
QPushButton:focus { border: 2px solid @focus; padding: 0 11px; min-height: ~30-2px; max-height: ~30-2px; }
QPushButton#primary { background: @accent; color: @on-accent; border: 1px solid @accent; }
QPushButton#primary:hover { background: @for; }
QPushButton#primary:disabled { background: @raised; color: @text2; border-color: @border; }
QPushButton#primary:focus { border: 2px solid @text; }
QPushButton#danger { background: @error; color: @on-accent; border: 1px solid @error; }
QPushButton#danger:hover { background: @against; border-color: @against; }
QPushButton#danger:disabled { background: @raised; color: @text2; border-color: @border; }
QPushButton#danger:focus { border: 2px solid @text; }
QPushButton#small { min-height: ~22px; max-height: ~60px; padding: 0 8px; }
QPushButton#small:focus { min-height: ~22-2px; max-height: ~60px; padding: 0 7px; }
QPushButton#judge { padding: 0 5px; }
QPushButton#judge:focus { padding: 0 4px; }
QPushButton#ability { min-height: ~22px; max-height: ~60px; padding: 0 6px; }
QPushButton#ability:focus { min-height: ~22-2px; max-height: ~60px; padding: 0 5px; }
QToolButton#tiny { min-height: 22px; padding: 0 2px; }
QToolButton#tiny:focus { min-height: 20px; padding: 0 1px; }
QPushButton#link { background: transparent; color: @accent; border: 1px solid transparent; padding: 0 4px;
  min-height: ~22px; max-height: ~22px; }
QPushButton#link:hover { background: @raised; }
QPushButton#link:focus { border: 2px solid @focus; padding: 0 3px; min-height: ~22-2px; max-height: ~22-2px; }
QPushButton#cite { background: @selected; color: @accent; border: 1px solid @border; padding: 0 6px;
  min-height: ~22px; max-height: ~60px; }
QPushButton#cite:hover { border-color: @accent; }
QPushButton#cite:focus { border: 2px solid @focus; padding: 0 5px; min-height: ~22-2px; max-height: ~60px; }
QPushButton#rowlink { background: transparent; color: @accent; border: 1px solid transparent; padding: 0;
  min-height: ~22px; max-height: ~60px; text-align: left; }
QPushButton#rowlink:hover { background: @raised; }
QPushButton#rowlink:focus { border: 2px solid @focus; padding: 0; min-height: ~22-2px; max-height: ~60px; }
QTextEdit#running { background: transparent; border: 0; padding: 0; }
QWidget#work { background: @panel; border-top: 1px solid @border; }
QWidget#quiet:hover { background: @raised; }
QToolButton#fold { color: @text2; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0 4px;
  min-height: 26px; min-width: 22px; color: @text; }
QToolButton:hover { background: @raised; }
QToolButton:pressed { background: @selected; }
QToolButton:checked { background: @selected; border-color: @accent; }
QToolButton#kind { border: 1px solid @control; border-radius: ~12px; padding: 0 10px; min-height: ~22px; }
QToolButton#kind:checked { background: @selected; border-color: @accent; color: @accent; }
QToolButton#kind:focus { border: 2px solid @focus; padding: 0 9px; min-height: ~22-2px; }
QToolButton:focus { border: 2px solid @focus; padding: 0 3px; min-height: 24px; min-width: 22px; }
QToolButton#qt_menubar_ext_button { min-width: 0; padding: 0; border: 0; }
QToolButton:disabled { color: @text2; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: @panel; color: @text; border: 1px solid @control;
  border-radius: 4px; padding: 0 8px; selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit, QComboBox { min-height: ~30px; max-height: ~30px; }
QPlainTextEdit { padding: 4px 4px; }
QPlainTextEdit#say { padding: 3px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid @focus; padding: 0 7px; }
QLineEdit:focus, QComboBox:focus { min-height: ~30-2px; max-height: ~30-2px; }
QPlainTextEdit:focus { padding: 3px 3px; }
QPlainTextEdit#bare { border: 0; }
QPlainTextEdit#bare:focus { border: 0; padding: 4px 4px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @border; selection-color: @text;
  selection-background-color: @selected; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator { width: ~16px; height: ~16px;
  border: 1px solid @control; border-radius: 4px; background: @panel; }
QCheckBox::indicator:disabled, QListView::indicator:disabled, QTableView::indicator:disabled {
  border-color: @border; background: @raised; }
QCheckBox:disabled { color: @text2; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
  background: @accent; border-color: @accent; image: url(TICK); }
QCheckBox::indicator:checked:disabled, QListView::indicator:checked:disabled,
  QTableView::indicator:checked:disabled { background: @raised; border-color: @border;
  image: url(FAINT-TICK); }
QCheckBox:focus { color: @accent; }
QRadioButton::indicator { width: ~16-2px; height: ~16-2px; border: 1px solid @control;
  border-radius: ~8px; }
QRadioButton::indicator:checked { border: ~5px solid @accent; width: ~6px; height: ~6px; }
QRadioButton:focus { color: @accent; }
QSlider::groove:horizontal { height: 4px; background: @raised; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: @panel; border: 1px solid @control; }
QSlider::handle:horizontal:focus { border: 2px solid @focus; }
QListView, QTableView, QTreeView { background: @panel; border: 0; selection-background-color: @selected;
  selection-color: @text; alternate-background-color: @panel; }
QListWidget::item { padding: 0 10px; }
QListView#rows::item { min-height: ~28px; }
QListWidget::item:selected { background: @selected; color: @text; }
QTableView { gridline-color: @border; }
QTableView::item { padding: 0 8px; border: 0; }
QHeaderView { background: @raised; }
QHeaderView::section { background: @raised; color: @text2; border: 0; border-bottom: 1px solid @border;
  padding: 0 8px; min-height: ~27px; }
QScrollArea { background: @panel; border: 0; }
QScrollArea#chips { border-top: 1px solid @border; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: @control; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @raised; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px;
  color: @text; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
"""


def build(tokens: Mapping[str, str], scale: float = 1.0, ticks: tuple[str, str] = ("", "")) -> str:
    """Replace each ``@token`` by its colour, and lengths that hold text, ``~30px``, by theirs at ``scale``.

    ``~30-2px`` is two pixels less than the scaled 30: what a focused control gives to its wider border.
    ``ticks``: files of the tick of a check box, and of the one of a box that is off.
    """
    sheet = TEMPLATE.replace("FAINT-TICK", ticks[1]).replace("TICK", ticks[0])
    for name in sorted(tokens, key=len, reverse=True):  # longest first, so that none hides another
        sheet = sheet.replace(f"@{name}", tokens[name])
    return re.sub(r"~(\d+)(-\d+)?px", lambda m: f"{round(int(m[1]) * scale) + int(m[2] or 0)}px", sheet)
