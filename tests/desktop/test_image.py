"""The image view in the window: drawn with the mouse and with keys alone, moved, removed, seen closer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import Box, Clue, MarkShape, Metadata, Optics
from theodolite.jobs import Job, Progress
from theodolite_desktop.app import Window
from theodolite_desktop.pictures import of_image, sketch
from theodolite_desktop.sketching import Kind
from theodolite_desktop.toning import Levels
from theodolite_desktop.viewing import Viewport

Idle = Callable[[], None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def session(opened: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[opened.controller.path]


def spot(window: Window, x: float, y: float) -> QPointF:
    """Where a pixel of the picture (400 x 300) is seen."""
    return QPointF(*window.shell.image.canvas.viewport.to_view(x, y))


def click(window: Window, qtbot: QtBot, *points: tuple[float, float]) -> None:
    for point in points:
        at = spot(window, *point).toPoint()
        qtbot.mouseMove(window.shell.image.canvas, at)
        qtbot.mouseClick(window.shell.image.canvas, LEFT, NONE, at)


def drag(window: Window, qtbot: QtBot, start: tuple[float, float], end: tuple[float, float]) -> None:
    canvas = window.shell.image.canvas
    first, last = spot(window, *start).toPoint(), spot(window, *end).toPoint()
    qtbot.mouseMove(canvas, first)
    qtbot.mousePress(canvas, LEFT, NONE, first)
    qtbot.mouseMove(canvas, last)
    qtbot.mouseRelease(canvas, LEFT, NONE, last)


def write(window: Window, idle: Idle, seen: str = "a tower") -> Clue:
    """Fill the form that a mark opened; the clue that was made."""
    form = window.shell.image.form
    assert form.isVisible() and not window.shell.image.canvas.drawing
    form.observation.setText(seen)
    form.source.setText("printed guide")
    form._submit()
    idle()
    assert not form.isVisible() and window.controller.snapshot is not None
    return window.controller.snapshot.clues[-1]


#: Command, points, the key that ends it, what comes of it.
DRAWN: tuple[tuple[Kind, tuple[tuple[float, float], ...], Qt.Key | None], ...] = (
    ("point", ((120, 90),), None),
    ("line", ((40, 60), (200, 60), (200, 150)), Key.Key_Return),
    ("polygon", ((40, 60), (200, 60), (120, 200)), Key.Key_Return),
)


def test_each_shape_is_drawn_with_the_mouse_and_kept_as_drawn(
    opened: Window, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    for kind, points, end in DRAWN:
        opened.shell.commands.run(f"image.{kind}")
        assert image.tools.pens[kind].isChecked() and image.picking.guide.isVisible()
        click(opened, qtbot, *points)
        if end is not None:
            assert image.canvas.drawing
            qtbot.keyClick(image.canvas, end)
        assert not image.tools.pens[kind].isChecked() and not image.picking.guide.isVisible()
        assert image.canvas._marks[-1].id == "new" and image.canvas._marks[-1].kind == kind
        clue = write(opened, idle)
        assert clue.shape is not None and clue.shape.kind == kind
        for (x, y), (u, v) in zip(clue.shape.points, points, strict=True):
            assert (x * 400, y * 300) == pytest.approx((u, v), abs=1)
    opened.shell.commands.run("image.polygon")
    click(opened, qtbot, (40, 60), (200, 60), (120, 200), (41, 61))  # its first corner closes it
    shape = write(opened, idle).shape
    assert shape is not None and len(shape.points) == 3
    opened.shell.commands.run("image.line")
    click(opened, qtbot, (40, 60), (200, 60))
    qtbot.mouseDClick(image.canvas, LEFT, NONE, spot(opened, 200, 60).toPoint())
    shape = write(opened, idle).shape
    assert shape is not None and len(shape.points) == 2


def test_boxes_and_lines_are_drawn_with_keys_alone(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    canvas = opened.shell.image.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Key.Key_B)
    assert canvas.drawing
    for _ in range(4):
        qtbot.keyClick(canvas, Key.Key_Left)
    qtbot.keyClick(canvas, Key.Key_Up, SHIFT)
    first = canvas._cross
    assert first is not None
    qtbot.keyClick(canvas, Key.Key_Return)
    assert opened.shell.image.picking.guide.text() == "Click the opposite corner, or press Enter there."
    for _ in range(6):
        qtbot.keyClick(canvas, Key.Key_Right)
        qtbot.keyClick(canvas, Key.Key_Down)
    last = canvas._cross
    qtbot.keyClick(canvas, Key.Key_Return)
    box = write(opened, idle).box
    assert box is not None and last is not None
    assert (box.left * 400, box.top * 300) == pytest.approx(first)
    assert (box.right * 400, box.bottom * 300) == pytest.approx(last)
    canvas.setFocus()
    qtbot.keyClick(canvas, Key.Key_L)
    for way in (Key.Key_Left, Key.Key_Up, Key.Key_Right):
        qtbot.keyClick(canvas, way)
        qtbot.keyClick(canvas, Key.Key_Return)
    sketch_now = canvas.pen.sketch
    assert sketch_now is not None and len(sketch_now.points) == 3
    qtbot.keyClick(canvas, Key.Key_Backspace)
    assert canvas.pen.sketch is not None and canvas.pen.sketch.points == sketch_now.points[:2]
    qtbot.keyClick(canvas, Key.Key_Down)
    qtbot.keyClick(canvas, Key.Key_Return)
    qtbot.keyClick(canvas, Key.Key_Return)  # the same place again: the end
    shape = write(opened, idle).shape
    assert shape is not None and len(shape.points) == 3


def test_escape_puts_the_pen_down_and_the_view_is_not_moved_by_drawing(opened: Window, qtbot: QtBot) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.polygon")
    before = image.canvas.viewport
    drag(opened, qtbot, (40, 60), (120, 90))
    assert image.canvas.viewport == before and image.canvas.drawing
    qtbot.keyClick(image.canvas, Key.Key_Escape)
    assert not image.canvas.drawing and not image.picking.guide.isVisible()
    assert not any(button.isChecked() for button in image.tools.pens.values())
    opened.shell.commands.run("image.box")
    opened.shell.commands.run("image.box")
    assert image.pen is None, "the same key puts it down again"


def test_a_box_is_moved_by_its_handles_and_by_keys_and_what_is_refused_goes_back(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.box")
    drag(opened, qtbot, (100, 90), (200, 150))
    clue = write(opened, idle)
    assert image.canvas._chosen() is None
    image.canvas.markPicked.emit(clue.id)
    assert image.canvas._chosen() is not None
    drag(opened, qtbot, (200, 150), (240, 210))
    idle()
    box = session.clue(clue.id).box
    assert box is not None and (box.right * 400, box.bottom * 300) == pytest.approx((240, 210), abs=1.5)
    assert (box.left * 400, box.top * 300) == pytest.approx((100, 90), abs=1.5)
    assert session.clue(clue.id).mark == clue.mark, "it keeps its number"
    canvas = image.canvas
    canvas.setFocus()
    for _ in range(5):
        qtbot.keyClick(canvas, Key.Key_Right, ALT)
    canvas.finish_edit()
    idle()
    moved = session.clue(clue.id).box
    assert moved is not None and moved.left > box.left
    assert moved.right - moved.left == pytest.approx(box.right - box.left)
    before = canvas.viewport
    drag(opened, qtbot, (170, 130), (180, 140))
    assert canvas.viewport != before, "inside the box a drag still pans"


def test_only_what_is_a_persons_own_can_be_taken_off(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.point")
    click(opened, qtbot, (300, 200))
    clue = write(opened, idle)
    image.canvas.markPicked.emit(clue.id)
    image.canvas.setFocus()
    qtbot.keyClick(image.canvas, Key.Key_Delete)
    idle()
    bare = session.clue(clue.id)
    assert (bare.box, bare.shape, bare.mark) == (None, None, None) and bare.observation == "a tower"
    assert clue.id not in [mark.id for mark in image.canvas._marks]
    image.canvas.markPicked.emit("C1")
    opened.shell.commands.run("image.unmark")
    idle()
    assert session.clue("C1").box is not None
    assert "part of the reading" in opened.shell.status.notice.text()


def test_the_horizon_is_recorded_levels_the_view_and_measures_a_shadow_on_its_ground(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    first, *rest = session.state.exhibits
    claims = Metadata(optics=Optics(focal_35mm=28.0))
    session.state = replace(session.state, exhibits=(replace(first, metadata=claims), *rest))
    opened.shell.commands.run("image.level")
    assert "Draw the horizon first" in opened.shell.status.notice.text()
    opened.shell.commands.run("image.horizon")
    click(opened, qtbot, (20, 140), (380, 120))
    idle()
    horizon = session.state.clues[-1]
    assert horizon.kind == "geometry.horizon" and "looking" in horizon.inference
    opened.shell.commands.run("image.level")
    (_, left), (_, right) = spot(opened, 20, 140).toTuple(), spot(opened, 380, 120).toTuple()
    assert left == pytest.approx(right, abs=1.0)
    opened.shell.commands.run("image.mirror")
    opened.shell.commands.run("image.level")
    (_, left), (_, right) = spot(opened, 20, 140).toTuple(), spot(opened, 380, 120).toTuple()
    assert left == pytest.approx(right, abs=1.0)
    opened.shell.commands.run("image.shadow")
    click(opened, qtbot, (200, 220), (200, 150), (260, 240))
    idle()
    form = opened.commands.sun.form
    assert form is not None and form.on_ground and not form.pixels
    assert horizon.id in form.warning.text() and form.height_row.tolerance.text() == "0"
    assert 0 < float(form.shadow_row.tolerance.text()) < 100
    form.time.setText("2024-06-21 12:00")
    form.zone.setCurrentIndex(form.zone.findData("utc"))
    form.add.click()
    idle()
    made = session.state.clues[-1]
    assert made.kind == "sun.shadow" and f"from the horizon {horizon.id}" in made.note
    assert made.shape is not None and len(made.shape.points) == 3, "the shadow itself is drawn as its mark"


# --- seen closer ---------------------------------------------------------------------------------------


def test_the_magnifier_lasts_while_its_key_is_held(opened: Window, qtbot: QtBot) -> None:
    canvas = opened.shell.image.canvas
    canvas.setFocus()
    qtbot.mouseMove(canvas, spot(opened, 200, 150).toPoint())
    plain = canvas.grab().toImage()
    qtbot.keyPress(canvas, Key.Key_Z)
    assert canvas.lens and canvas.grab().toImage() != plain
    qtbot.keyRelease(canvas, Key.Key_Z)
    assert not canvas.lens
    canvas.set_cover(True, "E1")
    covered = canvas.grab().toImage()
    canvas.set_lens(True)
    assert canvas.grab().toImage() == covered, "nothing of a covered picture shows through"


def test_the_view_is_turned_by_any_angle_and_toned_and_a_recipe_can_be_made_of_it(
    opened: Window, idle: Idle, qtbot: QtBot
) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.adjust")
    adjust = image.adjust
    assert adjust.isVisible() and not adjust.make.isEnabled() and not adjust.level.isEnabled()
    adjust.angle.setValue(12.5)
    assert image.canvas.viewport.angle == pytest.approx(12.5)
    image.turn(1)
    assert adjust.angle.value() == pytest.approx(102.5), "the panel follows the view"
    adjust.mirrored.setChecked(True)
    assert image.canvas.viewport.mirrored and image.canvas.viewport.angle == pytest.approx(102.5)
    adjust.black.setValue(80)
    adjust.white.setValue(60)
    assert (adjust.black.value(), adjust.white.value()) == (59, 60), "black stays below white"
    adjust.black.setValue(80)
    adjust.white.setValue(180)
    before = image.canvas.picture.levels[0].pixel(200, 150)  # type: ignore[union-attr]
    at = spot(opened, 200, 150).toPoint()
    assert image.canvas.grab().toImage().pixelColor(at).red() == round(255 * (90 - 80) / 100)
    assert image.canvas.picture.levels[0].pixel(200, 150) == before  # type: ignore[union-attr]
    assert [step.operation for step in adjust.steps] == ["mirror", "rotate", "levels"]
    asked: list[object] = []
    image.deriveAsked.connect(asked.append)
    adjust.make.click()
    assert asked and not adjust.isVisible()
    idle()
    dialog = opened.shell.findChild(type(opened.commands.custody.derive()))
    assert dialog is not None
    for child in opened.shell.findChildren(type(dialog)):
        child.reject()
    idle()
    opened.shell.commands.run("image.adjust")
    adjust.clear()
    assert image.canvas.levels == Levels() and image.canvas.viewport.angle == 0
    qtbot.keyClick(adjust, Key.Key_Escape)
    assert not adjust.isVisible()


def test_pixel_and_colour_are_told_but_no_colour_of_what_is_covered(opened: Window, qtbot: QtBot) -> None:
    canvas, status = opened.shell.image.canvas, opened.shell.status
    canvas.set_viewport(Viewport(1.0, 10.0, 10.0))
    qtbot.mouseMove(canvas, spot(opened, 100, 50).toPoint())
    qtbot.mouseMove(canvas, spot(opened, 200, 150).toPoint())
    assert status.pointer.text().startswith("x 200, y 150  #5A7896  90 120 150")
    canvas.set_cover(True, "E1")
    qtbot.mouseMove(canvas, spot(opened, 100, 50).toPoint())
    assert status.pointer.text() == "x 100, y 50"
    qtbot.mouseMove(canvas, QPointF(2, 2).toPoint())
    assert status.pointer.text() == "–"


def test_what_is_large_is_seen_at_once_and_sharper_without_a_jump(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thumbnail, then a look, then the picture; what the person did meanwhile stays."""
    first, *rest = session.state.exhibits
    large = replace(first, width=4000, height=3000)
    session.state = replace(session.state, exhibits=(large, *rest))
    asked: list[int | None] = []
    plain = session.levels

    def levels(exhibit: str, max_side: int | None = None, most_bytes: int | None = None) -> Job[object]:
        asked.append(max_side)
        yield Progress("Opening", waiting=True)
        found = yield from plain(exhibit)
        return replace(found, width=4000, height=3000)

    monkeypatch.setattr(session, "levels", levels)
    opened.controller.forget_picture("E1")
    opened.controller.thumbnails["E1"] = QImage(64, 48, QImage.Format.Format_RGB32)
    opened.controller.refresh()
    idle()
    assert asked == [1600, None]
    canvas = opened.shell.image.canvas
    assert canvas.size_of_image == (4000, 3000)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF112233)
    canvas.set_picture(None)
    canvas.set_picture(sketch(400, 300, image))
    canvas.zoom(3.0)
    canvas.turn(30)
    seen = canvas.viewport
    canvas.set_picture(of_image(image.scaled(400, 300)))
    assert canvas.viewport == seen
    canvas.set_picture(of_image(image.scaled(200, 300)))
    assert canvas.viewport != seen, "another picture is fitted anew"


def test_a_mark_being_drawn_comes_back_after_a_crash(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.polygon")
    click(opened, qtbot, (40, 60), (200, 60), (120, 200))
    qtbot.keyClick(image.canvas, Key.Key_Return)
    image.form.observation.setText("a roof")
    kept = image.clue_draft()
    shape = image._shape
    image.form.close_form()
    assert image._shape is None
    image.resume_clue(kept)
    assert isinstance(shape, MarkShape) and image._shape == shape
    assert image.form.isVisible() and image._pending == Box(*kept["box"])
    image.form.close_form()
