"""Where a match of Find leads when the record is a comparison of another exhibit, or a search area."""

from __future__ import annotations

from collections.abc import Callable

from theodolite.domain import Comparison, PaneView
from theodolite_desktop import app as composition


def test_a_kept_comparison_stands_as_it_was_kept(
    opened: composition.Window, idle: Callable[[], None]
) -> None:
    controller, page = opened.controller, opened.shell.compare
    panes = (PaneView("exhibit:E2", 0.5, 3.0, 4.0), PaneView("exhibit:E1", 0.25, 1.0, 2.0, angle=30.0))
    controller.desk.session.put_comparison(Comparison("", "E2", panes, note="the same kerb"))
    controller.select_exhibit("E1")
    controller.refresh()
    idle()
    opened.shell.show_centre("Compare")
    opened.wiring.go_to_exhibit("E2")
    opened.commands.find.recordWanted.emit("B1")
    idle()
    assert controller.exhibit == "E2"
    assert page.setup.subjects == ("exhibit:E1",)
    opened.commands.find.recordWanted.emit("B7")
    assert opened.wiring.compare._wanted == ""
