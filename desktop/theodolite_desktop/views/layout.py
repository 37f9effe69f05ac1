"""Which pane stands where: panels beside the centre, rails in narrow windows, overlays above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from theodolite_desktop.arranging import LEAST_CENTRE, LEAST_SIDE, arrangement, splits_by_default
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import tokens
from theodolite_desktop.views.inspector_rail import InspectorRail
from theodolite_desktop.views.overlay import Overlay
from theodolite_desktop.views.panel import Column, Panel
from theodolite_desktop.views.workbench import Workbench

if TYPE_CHECKING:
    from theodolite_desktop.views.shell import Shell

EXHIBITS, INSPECTOR, CONVERSATION = mark("Exhibits"), mark("Inspector"), mark("Conversation")
LEFT_LEAST, LEFT_MOST, WIDEST = 180, 640, 4096
"""How narrow and how wide the list of exhibits may be made; as a table as wide as a person likes."""


class Layout(QObject):
    """Moves the panes of ``shell`` between panels, rails and overlays; ``changed``: a person moved something.

    The hint line is always in view: below the conversation, else below the inspector, else below everything.
    """

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.arranging = False
        self._fitted: tuple[int, float] | None = None
        self._now = arrangement(shell.width())
        self.bench = Workbench(shell.theme, shell.centre_area)
        self.left_slot = Column(shell.exhibits)
        self.right_slot = Column(shell.inspector)
        self.talk_slot = Column(shell.conversation)
        self.exhibits = self.bench.add("exhibits", tr(EXHIBITS), self.left_slot, "left", bare=True)
        self.inspector = self.bench.add("inspector", tr(INSPECTOR), self.right_slot, "right", bare=True)
        self.talk = self.bench.add("conversation", tr(CONVERSATION), self.talk_slot, "right", bare=True)
        self.body = QWidget()
        self.rail = InspectorRail(shell.theme, shell.inspector)
        self.foot = Column()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bench, 1)
        column.addWidget(self.foot)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.rail)
        self.over_left, self.over_right = Overlay(self.bench, at_end=False), Overlay(self.bench, at_end=True)
        shell.centre_area.setMinimumWidth(LEAST_CENTRE)
        self.over_left.left.connect(self._take_left_back)
        self.over_right.left.connect(self._take_right_back)
        self.rail.chosen.connect(self._open_over_right)
        self.bench.panelsChanged.connect(self._moved)
        self.rail.hide()

    # --- fitting to the window -----------------------------------------------------------------------------

    @property
    def mode(self) -> str:
        return self._now.mode

    def fit(self, width: int) -> None:
        """Arrange for a window ``width`` wide, at the text size in force; what a person moved stays."""
        asked = (width, self._shell.theme.scale)
        before, self._now = self._now, arrangement(*asked)
        self._shell.set_heights(self._now.toolbar, self._now.status)
        first = self._fitted is None
        rescaled = not first and self._fitted is not None and self._fitted[1] != asked[1]
        self._fitted = asked
        if first or before.mode != self._now.mode or rescaled:
            self._arrange()
            self.settle()

    def _arrange(self) -> None:
        shell, mode = self._shell, self._now.mode
        self.over_left.leave()
        self.over_right.leave()
        taken_in = mode != "wide" and not self.talk.isFloating()
        if taken_in:
            shell.inspector.take_in(shell.conversation)
        else:
            shell.inspector.let_go(shell.conversation)
            self.talk_slot.put(shell.conversation)
            shell.conversation.show()
        self.talk.setVisible(not taken_in)
        self.inspector.setVisible(mode != "small")
        self.rail.setVisible(mode == "small")
        self._set_rail()
        self._place_hint_line()
        self._say()

    def settle(self) -> None:
        """The widths and heights of the design, for panels that stand in the window."""
        now = self._now
        least = round(LEAST_SIDE * self._shell.theme.scale)
        self.right_slot.setMinimumWidth(min(least, now.right))
        self.talk_slot.setMinimumWidth(min(least, now.right))
        self.bench.set_widths({"exhibits": now.left, "inspector": now.right, "conversation": now.right})
        if now.mode == "wide":
            height = self.bench.height()
            self.bench.set_heights(
                {
                    "inspector": max(100, height - now.conversation - tokens.SPLITTER),
                    "conversation": now.conversation,
                }
            )

    def _set_rail(self) -> None:
        rail = self._now.mode != "wide" and not self.over_left.open and not self.exhibits.isFloating()
        self._shell.exhibits.set_rail(rail)
        self._shell.image.set_inviting(rail)
        narrow = self._now.mode != "wide" and not self.exhibits.isFloating()
        self.left_slot.setMinimumWidth(self._now.left if narrow else LEFT_LEAST)
        most = WIDEST if self._shell.exhibits.form == "table" else LEFT_MOST
        self.left_slot.setMaximumWidth(self._now.left if narrow else most)

    def _place_hint_line(self) -> None:
        shell = self._shell
        homes = []
        if self._now.mode != "small":
            if self.talk.shown:
                homes.append(self.talk_slot)
            if self.inspector.shown:
                homes.append(self.right_slot)
        home = homes[0] if homes else self.foot
        if shell.hint_line.parentWidget() is not home:
            focused = shell.hint_line.field.hasFocus()
            home.put(shell.hint_line, 0)
            shell.hint_line.show()
            if focused:
                shell.hint_line.field.setFocus()
        self.foot.setVisible(home is self.foot)

    def _moved(self) -> None:
        """A panel was opened, closed, moved or detached."""
        if self._fitted is None:
            return
        if self._now.mode != "wide" and self.talk.isFloating() != (not self._taken_in):
            self._arrange()
        self._set_rail()
        self._place_hint_line()
        self._say()
        self.changed.emit()

    @property
    def _taken_in(self) -> bool:
        return self._shell.conversation.parentWidget() is not self.talk_slot

    def _say(self) -> None:
        check = self._shell.commands.check
        check("view.left", self.over_left.open or (self.exhibits.shown and not self._railed))
        check("view.right", self.over_right.open or self.inspector.shown or self.talk.shown)

    @property
    def _railed(self) -> bool:
        return self._now.mode != "wide"

    # --- what a person asks for ----------------------------------------------------------------------------

    def toggle_left(self) -> None:
        """Wide: hide or show the list. Narrow: the list over the centre, or the rail again."""
        if not self._railed or self.exhibits.isFloating():
            self.exhibits.setVisible(not self.exhibits.shown)
        elif self.over_left.open:
            self.over_left.leave()
        else:
            self.open_over_left()
        self._say()

    def open_over_left(self) -> None:
        """The list over the centre; a table over most of it. Again, when its form is another one now."""
        width = self._now.overlay_left
        if self._shell.exhibits.form == "table":
            width = max(width, self.body.width() * 3 // 4)
        self.over_left.hold(self._shell.exhibits, width)
        self._set_rail()

    def _take_left_back(self) -> None:
        self.left_slot.put(self._shell.exhibits)
        self._shell.exhibits.show()
        self._set_rail()
        self._say()

    def toggle_right(self) -> None:
        """Hide or show what stands at the end; in the narrowest windows over the centre."""
        if self._now.mode == "small":
            if self.over_right.open:
                self.over_right.leave()
            else:
                self._open_over_right()
            return
        show = not (self.inspector.shown or self.talk.shown)
        self.inspector.setVisible(show)
        self.talk.setVisible(show and not self._taken_in)
        if show:
            self.settle()

    def _open_over_right(self) -> None:
        if not self.over_right.open:
            self.over_right.hold(self._shell.inspector, self._now.overlay_right)
        self._say()

    def _take_right_back(self) -> None:
        self.right_slot.put(self._shell.inspector)
        self._shell.inspector.show()
        self._place_hint_line()
        self._say()

    def escape(self) -> bool:
        """Close what lies over the centre; whether there was anything."""
        for overlay in (self.over_left, self.over_right):
            if overlay.open:
                overlay.leave()
                self._shell.centre_area.page.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def set_arranging(self, on: bool) -> None:
        """Title rows on every panel, by which it is moved, or none on those that have heads of their own."""
        self.arranging = on
        self.bench.set_arranging(on)
        self._shell.commands.check("view.arrange", on)

    def focused_panel(self) -> Panel | None:
        focus = QApplication.focusWidget()
        panels = self.bench.panels.values()
        return next((p for p in panels if focus is not None and p.isAncestorOf(focus)), None)

    def reset(self) -> None:
        """As it was at first, at this size of the window."""
        self.set_arranging(False)
        self.bench.reset()
        for panel in (self.exhibits, self.inspector, self.talk):
            panel.show()
        self._arrange()
        self.settle()
        self.arrange_centre(("Image",))
        self.changed.emit()

    # --- one page or two -----------------------------------------------------------------------------------

    def arrange_centre(self, names: tuple[str, ...]) -> None:
        """A preset: image and map side by side where the window has room for both."""
        if names == ("Image",) and splits_by_default(self._shell.width(), self._shell.theme.scale):
            names = ("Image", "Map")
        self._shell.centre_area.set_sides(names, self._shell.centre_area.ratio)

    # --- kept with the case --------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """For the view state of a case."""
        centre = self._shell.centre_area
        return {
            "mode": self._now.mode,
            "mirrored": self.bench.isRightToLeft(),
            "panels": self.bench.state(),
            "sides": list(centre.sides()),
            "ratio": f"{centre.ratio:.4f}",
        }

    def restore(self, state: dict[str, Any]) -> None:
        """What :meth:`state` gave; panels only where the window reads and is as wide as it was then."""
        self.over_left.leave()
        self.over_right.leave()
        panels = state.get("panels")
        same = state.get("mode") == self._now.mode
        same = same and state.get("mirrored", False) == self.bench.isRightToLeft()
        if same and isinstance(panels, str) and self.bench.restore(panels):
            self._arrange_restored()
        sides = state.get("sides")
        if isinstance(sides, list) and all(isinstance(name, str) for name in sides):
            self._shell.centre_area.set_sides(tuple(sides), _number(state.get("ratio"), 0.5))
        else:
            self.arrange_centre(("Image",))

    def _arrange_restored(self) -> None:
        if self._now.mode != "wide":
            self.talk.setVisible(self.talk.isFloating())
        if self._now.mode == "small":
            self.inspector.hide()
        self._set_rail()
        self._place_hint_line()
        self._say()


def _number(value: object, otherwise: float) -> float:
    try:
        return float(str(value))
    except ValueError:
        return otherwise
