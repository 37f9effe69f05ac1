"""Contrast recomputed from the token file, every icon in the wheel's font, and no bare labels."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from theodolite_desktop.actions import COMMANDS
from theodolite_desktop.theme import qss, tokens
from theodolite_desktop.theme.contrast import contrast

DESKTOP = Path(__file__).resolve().parents[2] / "desktop" / "theodolite_desktop"
SOURCES = sorted(DESKTOP.rglob("*.py"))
TEXT = ("text", "text2", "accent", "for", "against", "model", "evidence", "warn", "error", "ok")
STATUSES = ("suggested", "under review", "verified", "rejected")


@pytest.mark.parametrize("theme", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_text_and_outlines_stand_out_on_every_ground(theme: dict[str, str]) -> None:
    for ground in tokens.GROUNDS:
        for tone in (*TEXT, *STATUSES):
            assert contrast(theme[tone], theme[ground]) >= 4.5, (tone, ground)
        assert contrast(theme["control"], theme[ground]) >= 3.0, ground
        assert contrast(theme["focus"], theme[ground]) >= 3.0, ground
    assert contrast(theme["on-accent"], theme["accent"]) >= 4.5
    assert contrast(theme["focus"], theme["canvas"]) >= 3.0
    assert contrast(theme["text"], theme["canvas"]) >= 4.5


def test_digits_on_marks_and_their_rings_stand_out() -> None:
    for mark in tokens.MARKS:
        assert contrast("#FFFFFF", mark) >= 4.5
    assert tokens.mark_colour(7) == tokens.mark_colour(1)


def test_both_themes_name_the_same_tokens_and_the_sheet_leaves_none_unfilled() -> None:
    assert set(tokens.LIGHT) == set(tokens.DARK)
    for theme in (tokens.LIGHT, tokens.DARK):
        assert "@" not in qss.build(theme)


def test_grid_adds_up_to_the_two_windows_of_the_specification() -> None:
    wide, compact = 0, 1
    splitters = 2 * tokens.SPLITTER
    assert 1440 - tokens.LEFT[wide] - tokens.RIGHT[wide] - splitters == 816
    assert 1024 - tokens.LEFT[compact] - tokens.RIGHT[compact] - splitters == 632
    assert 900 - tokens.MENU - tokens.TOOLBAR[wide] - tokens.STATUS[wide] == 800
    assert 700 - tokens.MENU - tokens.TOOLBAR[compact] - tokens.STATUS[compact] == 608


def test_every_icon_named_anywhere_exists(qapp: object) -> None:
    import json

    import qtawesome

    folder = Path(qtawesome.__file__).parent / "fonts"
    charmap = next(folder.glob("materialdesignicons6-*charmap*.json"))
    known = set(json.loads(charmap.read_text(encoding="utf-8")))
    named = {c.icon for c in COMMANDS if c.icon} | set(tokens.CLUE_ICONS.values())
    icon = re.compile(
        r'(?:IconButton\(\s*theme,|EmptyState\(\s*theme,|theme\.icon\(|set_icon\()\s*"([a-z0-9-]+)"'
    )
    for source in SOURCES:
        named |= set(icon.findall(source.read_text(encoding="utf-8")))
    assert len(named) > 40
    assert named - known == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.name)
def test_only_plain_text_labels_and_no_network(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    if source.name not in ("label.py", "qss.py"):
        assert not re.search(r"\bQLabel\b", text)
    assert not re.search(r"\bQMessageBox\b|\bQTextBrowser\b|\bQtNetwork\b|setHtml|\.setText\(f?\"<", text)
    assert len(text.splitlines()) <= 400


def test_colours_live_in_the_token_file_alone() -> None:
    allowed = {"#000000", "#FFFFFF"}
    for source in SOURCES:
        if source.name == "tokens.py" or "map" in source.parts:
            continue
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", source.read_text(encoding="utf-8"))) <= allowed, source
