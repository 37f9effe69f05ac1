"""What Qt would remember of a case outside of it: the folders that its file dialogs have shown.

It writes them to a settings file of its own (QtProject) when a dialog closes, whichever program it was.
"""

from __future__ import annotations

from PySide6.QtCore import QSettings

REMEMBERED = ("history", "lastVisited")


def forget_folders() -> None:
    """Take the folders that dialogs have shown out of Qt's settings; how they look stays."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    for name in REMEMBERED:
        if settings.contains(name):
            settings.remove(name)
    settings.endGroup()
    settings.sync()
