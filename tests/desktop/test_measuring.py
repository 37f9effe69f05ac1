"""Shadows, times, the camera's place and coordinates: what a person does, what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import GpsClaim, Metadata, Optics, PointReach, SunReach
from theodolite.geo.geodesy import destination, geodesic_km
from theodolite_desktop.app import Window
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.times_dialog import NEVER

Idle = Callable[[], None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HERE = (47.0, 8.0)


@pytest.fixture
def session(opened: Window, engine: FakeEngine, idle: Idle) -> FakeSession:
    """Its first exhibit claims a time with its offset, a direction and a lens."""
    found = engine.sessions[opened.controller.path]
    claims = Metadata(
        gps=GpsClaim(*HERE, direction=40.0),
        taken_at="2024-06-21T16:28:39+02:00",
        optics=Optics(focal_35mm=28.0),
    )
    first, *rest = found.state.exhibits
    found.state = replace(found.state, exhibits=(replace(first, metadata=claims), *rest))
    opened.controller.refresh()
    idle()
    return found


def click(window: Window, qtbot: QtBot, *points: tuple[float, float]) -> None:
    canvas = window.shell.image.canvas
    for x, y in points:
        at = QPointF(*canvas.viewport.to_view(x, y)).toPoint()
        qtbot.mouseMove(canvas, at)
        qtbot.mouseClick(canvas, LEFT, NONE, at)


def drawn(window: Window, idle: Idle, qtbot: QtBot) -> None:
    """Foot (100, 200), top 150 above it, the shadow's end 100 to the right."""
    window.shell.commands.run("image.shadow")
    click(window, qtbot, (100, 200), (100, 50), (200, 200))
    idle()


def coordinate(direction: float, km: float) -> str:
    lat, lon = destination(*HERE, direction, km)
    return f"{lat:.7f}, {lon:.7f}"


def test_three_clicks_open_the_form_with_what_was_drawn_and_what_the_file_claims(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.shadow")
    assert image.picking.active and image.shadow_button.isChecked() and image.canvas.pointing
    assert "foot" in image.picking.guide.text() and image.picking.guide.isVisible()
    click(opened, qtbot, (100, 200), (100, 50))
    assert "end of its shadow" in image.picking.guide.text()
    assert image.canvas._trace[1] == pytest.approx((100, 50), abs=1.0)
    click(opened, qtbot, (200, 200))
    idle()
    assert not image.picking.active and not image.picking.guide.isVisible()
    form = opened.commands.sun.form
    assert form is not None and form.isVisible()
    assert float(form.height_row.value.text()) == pytest.approx(150, abs=2)
    assert float(form.shadow_row.value.text()) == pytest.approx(100, abs=2)
    assert form.warning.isVisible() and form.claim.isVisible()
    assert (form.time.text(), form.zone.currentData()) == ("2024-06-21 16:28:39", "offset")
    assert (form.offset.text(), form.bearing_row.value.text()) == ("+02:00", "40")
    form.add.click()
    idle()
    assert opened.commands.sun.form is None and image.canvas._trace == ()
    clue = session.state.clues[-1]
    assert clue.kind == "sun.shadow" and clue.mark is not None and clue.box is not None
    assert isinstance(clue.reach, SunReach) and clue.reach.azimuth is None
    assert clue.reach.elevation == pytest.approx(56.3, abs=0.8)
    assert clue.box.left == pytest.approx(0.25, abs=0.01)
    assert clue.box.bottom == pytest.approx(200 / 300, abs=0.01)
    assert "pixels" in clue.note and "file claims" in clue.note
    assert dict(clue.inputs)["zone"] == "+02:00"


def test_typed_metres_are_no_pixels_and_a_direction_counts(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    drawn(opened, idle, qtbot)
    form = opened.commands.sun.form
    assert form is not None
    form.height_row.value.setText("2")
    form.shadow_row.value.setText("3,1")
    form.shadow_row.tolerance.setText("10 %")
    form.way_by.setCurrentIndex(form.way_by.findData("camera"))
    form.direction_row.value.setText("170")
    form.time.setText("2024-06-21 14:30")
    form.zone.setCurrentIndex(form.zone.findData("place"))
    assert not form.warning.isVisible() and not form.claim.isVisible() and not form.offset.isVisible()
    form.add.click()
    idle()
    clue = session.state.clues[-1]
    inputs = dict(clue.inputs)
    assert isinstance(clue.reach, SunReach) and clue.note == ""
    assert clue.reach.azimuth == pytest.approx((40 + 170 + 180) % 360)
    assert inputs["shadow length"] == "3.1" and inputs["shadow length, 95 %"] == "±10 %"
    assert inputs["object height, 95 %"] == "±5 % (assumed)" and inputs["zone"] == "place"


def test_what_is_wrong_is_said_in_the_form_and_nothing_is_lost(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    before = len(session.state.clues)
    drawn(opened, idle, qtbot)
    form = opened.commands.sun.form
    assert form is not None
    for field, text, said in (
        (form.height_row.value, "<b>2 m", "Object height: '<b>2 m' is not a number."),
        (form.height_row.value, "-2", "height is more than 0"),
        (form.offset, "+99:00", "is no time zone"),
        (form.time, "", "a time is missing"),
        (form.time, "yesterday", "is not a time"),
        (form.minutes, "many", "Clock tolerance"),
    ):
        kept = field.text()
        field.setText(text)
        form.add.click()
        idle()
        assert form.isVisible() and said in form.problem.text()
        assert form.problem.textFormat() == Qt.TextFormat.PlainText
        field.setText(kept)
    assert len(session.state.clues) == before
    form.reject()
    assert opened.shell.image.canvas._trace == ()


def test_escape_and_another_exhibit_leave_the_shadow_tool(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    for leave in (
        lambda: qtbot.keyClick(image.canvas, Qt.Key.Key_Escape),
        lambda: opened.shell.commands.run("image.shadow"),
        lambda: (opened.controller.select_exhibit("E2"), idle()),
    ):
        opened.shell.commands.run("image.shadow")
        click(opened, qtbot, (100, 200))
        assert image.canvas._trace
        leave()
        assert not image.picking.active and not image.shadow_button.isChecked()
        assert image.canvas._trace == () and not image.canvas.pointing
    assert opened.commands.sun.form is None


def test_points_stay_on_the_picture_when_the_view_is_turned(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.shadow")
    click(opened, qtbot, (100, 200))
    canvas = image.canvas

    def drawn() -> tuple[float, float]:
        """Where the point lies in the part of the view that the picture takes up, picture pixels."""
        left, top, _, _ = canvas.viewport.bounds(canvas.size_of_image)
        x, y = canvas.viewport.to_view(*canvas._trace[0])
        return (x - left) / canvas.viewport.scale, (y - top) / canvas.viewport.scale

    assert drawn() == pytest.approx((100, 200), abs=2)
    image.turn(1)  # (x, y) of 400 x 300 is drawn at (300 - y, x)
    assert drawn() == pytest.approx((100, 100), abs=2)
    image.mirror()
    assert drawn() == pytest.approx((200, 100), abs=2)
    assert canvas._trace[0] == pytest.approx((100, 200), abs=2), "the point itself did not move"


def test_a_shadow_can_be_typed_without_a_mouse(opened: Window, session: FakeSession, idle: Idle) -> None:
    opened.shell.commands.run("camera.sun")
    idle()
    form = opened.commands.sun.form
    assert form is not None and form.isVisible() and not form.warning.isVisible()
    form.height_by.setCurrentIndex(form.height_by.findData("elevation"))
    form.elevation_row.value.setText("48°")
    form.add.click()
    idle()
    clue = session.state.clues[-1]
    assert isinstance(clue.reach, SunReach) and clue.reach.elevation == 48 and clue.box is None


def test_times_at_a_candidate_become_clues_of_time(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    drawn(opened, idle, qtbot)
    form = opened.commands.sun.form
    assert form is not None
    form.times.click()
    dialog = opened.commands.sun.times
    assert dialog is not None and dialog.isVisible()
    assert dialog.place.text() == "43.46450, 11.88150" and dialog.date.text() == "2024-06-21"
    assert not dialog.keep.isEnabled()
    dialog.show_times.click()
    idle()
    rows = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert len(rows) == 2 and all(re.match(r"2024-06-21 \d\d:\d\d:\d\d  to ", row) for row in rows)
    dialog.place.setText("nowhere")
    assert dialog.list.count() == 0 and not dialog.keep.isEnabled()
    dialog.show_times.click()
    idle()
    assert "nowhere" in dialog.problem.text()
    dialog.place.setText("80N 0E")
    dialog.date.setText("2024-12")
    dialog.show_times.click()
    idle()
    assert dialog.problem.text() == NEVER
    dialog.known.setCurrentIndex(1)
    dialog.date.setText("2024-06-21")
    dialog.show_times.click()
    idle()
    dialog.keep.click()
    idle()
    assert opened.commands.sun.times is None
    whole, gap = session.state.clues[-2:]
    assert whole.kind == gap.kind == "sun.time" and whole.when is not None and gap.when is not None
    assert whole.when.inside and not gap.when.inside and "43.76960" in whole.inference


def test_times_from_the_shadow_of_a_clue_for_the_chosen_candidate(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    opened.shell.commands.run("candidates.times")
    assert "Measure a shadow first" in opened.shell.status.notice.text()
    drawn(opened, idle, qtbot)
    assert opened.commands.sun.form is not None
    opened.commands.sun.form.add.click()
    idle()
    opened.shell.inspector.candidates.select("Florence")
    opened.shell.commands.run("candidates.times")
    dialog = opened.commands.sun.times
    assert dialog is not None and dialog.place.text() == "43.76960, 11.25580"
    assert dialog.date.text() == "2024-06-21"
    dialog.show_times.click()
    idle()
    assert dialog.list.count() == 2
    dialog.reject()
    for ask in (
        lambda: opened.shell.commands.run("camera.times"),
        lambda: opened.shell.inspector.clues.timesAsked.emit(session.state.clues[-1].id),
    ):
        ask()
        assert opened.commands.sun.times is not None
        opened.commands.sun.times.reject()
    opened.commands.sun.clue_times("C1")
    assert opened.commands.sun.times is None


def test_two_pairs_and_a_picked_point_find_the_camera(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    opened.shell.commands.run("camera.stand")
    idle()
    form = opened.commands.camera.form
    assert form is not None and form.isVisible() and not form.isModal()
    assert "28 mm in terms of 35 mm film" in form.field.text()
    form.seek.click()
    idle()
    assert form.problem.text()
    for row, way in zip(form._pairs, (20.0, 80.0), strict=True):
        row.near.setText(coordinate(way, 0.4))
        row.far.setText(coordinate(way, 3.0))
    sight = form.add_sight()
    sight.place.setText(coordinate(40.0, 1.0))
    form.seek.click()
    idle()
    assert "pick where it stands" in form.problem.text()
    sight.pick.click()
    assert not form.isVisible() and opened.shell.image.picking.active
    click(opened, qtbot, (200, 100))
    assert form.isVisible() and sight.pick.text().startswith("x 20")
    form.seek.click()
    idle()
    assert not form.problem.isVisible() and "95 % ellipse" in form.outcome.text()
    assert "Looking 40" in form.outcome.text() or "Looking 39" in form.outcome.text()
    form.add.click()
    idle()
    clue = session.state.clues[-1]
    assert clue.kind == "geometry.resection" and isinstance(clue.reach, PointReach)
    assert float(geodesic_km(*HERE, clue.reach.lat, clue.reach.lon)) < 0.01
    assert opened.commands.camera.form is None


def test_geometry_that_fixes_no_place_is_refused_by_name(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    opened.shell.commands.run("camera.stand")
    idle()
    form = opened.commands.camera.form
    assert form is not None
    for row, near, far in zip(form._pairs, (0.4, 0.6), (3.0, 4.0), strict=True):
        row.near.setText(coordinate(20.0, near))
        row.far.setText(coordinate(20.0, far))
    form.add.click()
    idle()
    assert form.isVisible() and "parallel" in form.problem.text()
    form._pairs[0].near.setText("10 20 30 40")
    form.add.click()
    idle()
    assert form.problem.text().startswith("Pair 1, near point:") and " or as " in form.problem.text()
    sight = form.add_sight()
    sight.pick.click()
    qtbot.keyClick(opened.shell.image.canvas, Qt.Key.Key_Escape)
    assert form.isVisible() and sight.at is None
    opened.controller.select_exhibit("E2")
    idle()
    assert opened.commands.camera.form is None


def test_pasted_coordinates_in_any_format_and_ambiguity_is_asked(
    opened: Window, session: FakeSession, idle: Idle
) -> None:
    for text in ("32T QP 26740 04900", "8FMHF5VH+5V", "https://www.openstreetmap.org/#map=12/43.46/11.88"):
        QGuiApplication.clipboard().setText(text)
        opened.shell.commands.run("edit.paste")
        idle()
        idle()
        assert opened.commands.places.dialog is None
    QGuiApplication.clipboard().setText("10 20 30 40")
    opened.shell.commands.run("edit.paste")
    idle()
    idle()
    dialog = opened.commands.places.dialog
    assert dialog is not None and dialog.isVisible()
    assert "can be read as" in dialog.problem.text() and dialog.list.count() > 1
    assert not dialog.go.isEnabled() and not dialog.add.isEnabled()
    dialog.list.itemActivated.emit(dialog.list.item(0))
    idle()
    assert dialog.go.isEnabled() and not dialog.problem.isVisible()
    dialog.add.click()
    idle()
    assert session.records[-1].action == "candidate added"


def test_go_to_coordinates_shows_every_format_and_moves_the_map(
    opened: Window, session: FakeSession, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[tuple[float, float, float]] = []
    monkeypatch.setattr(opened.commands.places.map, "go_to", lambda *place: gone.append(place))
    opened.shell.commands.run("edit.goto")
    dialog = opened.commands.places.dialog
    assert dialog is not None
    dialog.field.setText("<b>43</b>")
    idle()
    assert "'<b>43</b>'" in dialog.problem.text()
    dialog.field.setText("43.4682, 11.8802")
    idle()
    rows = [dialog.list.item(n).text().split()[0] for n in range(dialog.list.count())]
    assert rows == ["DD", "DMS", "DDM", "UTM", "MGRS", "Plus", "geo:"]
    dialog.go.click()
    (place,) = gone
    assert place[:2] == pytest.approx((43.4682, 11.8802)) and place[2] == pytest.approx(11.132)


def test_a_point_of_the_map_is_copied_with_honest_precision(
    opened: Window, session: FakeSession, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda self, at: None)  # offscreen, a menu cannot take the keyboard
    places = opened.commands.places
    texts = []
    for zoom in (4.0, 15.0):
        opened.wiring.map.zoom = zoom
        places.map_menu(43.4682, 11.8802)
        idle()
        assert places.menu is not None
        copies, add, *_more = places.menu.actions()
        formats = copies.menu().actions()  # type: ignore[attr-defined]
        texts.append([action.text().split("\t")[1] for action in formats])
        formats[0].trigger()
        assert QGuiApplication.clipboard().text() == texts[-1][0]
        add.trigger()
        idle()
        assert session.records[-1].payload == "43.46820, 11.88020"
        places.menu.close()
    assert texts[0][0] == "43.5, 11.9" and texts[1][0] == "43.46820, 11.88020"
    opened.shell.inspector.candidates.select("Arezzo")
    opened.shell.commands.run("candidates.copy")
    idle()
    assert places.menu is not None and len(places.menu.actions()) == 7


def test_every_control_of_the_forms_has_a_name(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    drawn(opened, idle, qtbot)
    opened.commands.sun.form.times.click()  # type: ignore[union-attr]
    opened.shell.commands.run("edit.goto")
    opened.shell.commands.run("camera.stand")
    idle()
    opened.commands.camera.form.add_sight()  # type: ignore[union-attr]
    forms = (
        opened.commands.sun.form,
        opened.commands.sun.times,
        opened.commands.places.dialog,
        opened.commands.camera.form,
    )
    for form in forms:
        assert form is not None
        for kind in (QLineEdit, QComboBox, QListWidget, QPushButton):
            found: list[QWidget] = list(form.findChildren(kind))
            for widget in found:
                name = widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")
                assert name, (form, widget)
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_answer_that_comes_after_its_dialog_was_closed_is_nothing(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    opened.shell.commands.run("edit.goto")
    dialog = opened.commands.places.dialog
    assert dialog is not None
    dialog.field.setText("43.4682, 11.8802")
    dialog.reject()
    idle()
    drawn(opened, idle, qtbot)
    form = opened.commands.sun.form
    assert form is not None
    form.time.setText("never")
    form.add.click()
    form.reject()
    idle()
    assert opened.commands.sun.form is None and opened.commands.places.dialog is None


def test_tips_tell_every_notation_of_a_place(
    opened: Window, session: FakeSession, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    tab = opened.shell.inspector.metadata
    gps = next(
        label for label in tab.findChildren(Label) if label.accessibleName().startswith("GPS: 47.00000")
    )
    card = opened.shell.inspector.candidates._views[0]
    for widget in (gps, card):
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(30, 20), QPoint(30, 20)))
    claimed, candidate = shown
    for name in ("DD", "DMS", "DDM", "UTM", "MGRS", "Plus Code", "geo"):
        assert f"{name}: " in claimed and f"{name}: " in candidate
    assert "DD: 43.46, 11.88\n" in candidate  # within 1 km


def test_s_begins_a_shadow_where_the_image_has_the_focus(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    shell = opened.shell
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=3000)
    shell.image.canvas.setFocus()
    qtbot.keyClick(shell.image.canvas, Qt.Key.Key_S)
    assert shell.image.picking.active
    qtbot.keyClick(shell.image.canvas, Qt.Key.Key_Escape)
    shell.hint_line.field.setFocus()
    qtbot.keyClicks(shell.hint_line.field, "s")
    assert not shell.image.picking.active
