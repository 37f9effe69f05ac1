"""A reference index is made in the window from photographs and joins the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.bench.driving import real_window, until
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.index_dialog import IndexDialog

REFERENCES = Path(__file__).resolve().parents[2] / "cases" / "tower" / "references"


def test_nothing_is_made_without_a_provider(qtbot: QtBot, qapp: object) -> None:
    dialog = IndexDialog(None, Theme(qapp, "light"))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.photographs.setText("/photos")
    dialog.out.setText("/photos.index")
    assert not dialog.yes.isEnabled()
    dialog.provider.setText("our own archive")
    assert dialog.yes.isEnabled()


@pytest.mark.packs
def test_an_index_is_made_and_searched(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qapp, tmp_path / "cases") as window:
        window.controller.new_case(tmp_path / "one.case", title="One", question="Where?")
        until(lambda: window.controller.snapshot is not None)
        window.commands.indexes.build(REFERENCES, tmp_path / "made.index", "Theodolite, drawn")
        assert [title for _, title, _ in window.controller.runner.jobs()][-1] == "Making a reference index"
        until(lambda: bool(window.controller.snapshot and window.controller.snapshot.state.indexes), 120)
        (index,) = window.controller.snapshot.state.indexes
        assert index == str((tmp_path / "made.index").resolve())
