"""How the window looks: tokens, the style sheet made from them, fonts and icons."""

from theodolite_desktop.theme.theme import Theme

__all__ = ["Theme"]
