"""The appearance in force: colours by token, fonts by role, icons by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from theodolite import paths
from theodolite_desktop.theme import icons, qss, sizes, tokens

Appearance = Literal["system", "light", "dark"]
GENERIC = {"", "sans", "sans serif", "sans-serif", "helvetica", "dejavu sans", "ms shell dlg 2"}
FALLBACKS = ["Noto Sans", "Noto Sans CJK JP", "Noto Sans Arabic", "Noto Sans Hebrew", "DejaVu Sans"]
MONO_FALLBACKS = ["Noto Sans Mono", "DejaVu Sans Mono", "monospace"]


class Theme(QObject):
    """One for the application, given to every view through its constructor.

    ``changed``: colours, fonts or the size of text are others now.
    """

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._icons: dict[tuple[str, str], QIcon] = {}
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._families = [*([] if system.lower() in GENERIC else [system]), *FALLBACKS]
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._mono = [*([] if fixed.lower() in {"", "monospace", "sans"} else [fixed]), *MONO_FALLBACKS]
        self.appearance: Appearance = appearance
        self.dark = False
        self.scale = sizes.bounded(scale)
        self._sheet = False
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    def put_on(self) -> None:
        """Set the style sheet: once, over finished widgets, else each change of parent resolves it again."""
        self._sheet = True
        self._apply()

    def set_appearance(self, appearance: Appearance) -> None:
        """``system`` follows the desktop's own setting, now and when it changes."""
        self.appearance = appearance
        self._apply()

    # --- the size of text --------------------------------------------------------------------------------

    def set_scale(self, scale: float) -> None:
        """Text and what holds it in ``scale`` times its size, 1 to 2, at once in every window."""
        scale = sizes.bounded(scale)
        if scale != self.scale:
            before, self.scale = self.scale, scale
            self._apply(before)

    def scaled(self, px: float) -> int:
        """``px`` logical pixels of the design at the text size in force, for heights and widths of text."""
        return round(px * self.scale)

    def fix(
        self,
        widget: QWidget,
        *,
        width: int | None = None,
        height: int | None = None,
        min_width: int | None = None,
        max_width: int | None = None,
        min_height: int | None = None,
        max_height: int | None = None,
    ) -> None:
        """Give ``widget`` sizes of the design that follow the size of text, now and when it changes."""
        sizes.fix(
            widget,
            self.scale,
            sizes.Fixed(
                width if width is not None else min_width,
                width if width is not None else max_width,
                height if height is not None else min_height,
                height if height is not None else max_height,
            ),
        )

    # --- colours, fonts and icons ------------------------------------------------------------------------

    def color(self, token: str) -> QColor:
        return QColor(self.tokens[token])

    @property
    def tokens(self) -> Mapping[str, str]:
        return tokens.DARK if self.dark else tokens.LIGHT

    def font(self, role: str) -> QFont:
        """The font of a role of the type scale; figures are tabular where the font has them."""
        size, _, bold = tokens.FONTS[role]
        font = QFont()
        font.setFamilies(self._mono if role == "mono" else self._families)
        font.setPixelSize(self.scaled(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """A Material Design icon from the font inside qtawesome's wheel, in the colour of ``tone``."""
        key = (name, self.tokens[tone])
        if key not in self._icons:
            self._icons[key] = icons.icon(name, key[1], self.tokens["control"])
        return self._icons[key]

    def pixmap(self, name: str, size: int, tone: str = "text") -> QPixmap:
        return self.icon(name, tone).pixmap(size, size)

    def _ticks(self) -> tuple[str, str]:
        """A style sheet takes pictures from files alone."""
        folder = paths.resources() / "icons"
        tick = folder / ("check-dark.svg" if self.dark else "check-light.svg")
        return tick.as_posix(), (folder / "check-faint.svg").as_posix()

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self.appearance == "system":
            self._apply()

    def _apply(self, before: float | None = None) -> None:
        system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.dark = self.appearance == "dark" or (self.appearance == "system" and system_dark)
        self._app.setFont(self.font("body"))
        self._app.setPalette(self._palette())
        if before is not None:
            sizes.rescale(self._app.allWidgets(), before, self.scale)
        if self._sheet:
            self._app.setStyleSheet(qss.build(self.tokens, self.scale, self._ticks()))
        self.changed.emit()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for target, token in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "panel"),
            (role.AlternateBase, "raised"),
            (role.Text, "text"),
            (role.Button, "panel"),
            (role.ButtonText, "text"),
            (role.ToolTipBase, "panel"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "text2"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on-accent"),
            (role.Link, "accent"),
        ):
            palette.setColor(target, self.color(token))
        return palette
