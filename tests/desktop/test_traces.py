"""Nothing of a case stays in what Qt remembers by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from theodolite_desktop.traces import forget_folders


def test_folders_of_file_dialogs_are_forgotten(qapp: QApplication, tmp_path: Path) -> None:
    """Control: without it, Qt's settings name the folder that the dialog has shown."""
    scope, form = QSettings.Scope.UserScope, QSettings.Format.NativeFormat
    before = Path(QSettings(scope, "QtProject").fileName()).parent
    QSettings.setPath(form, scope, str(tmp_path / "settings"))
    try:
        shown = tmp_path / "Zeugin Kassiopeia.case"
        shown.mkdir()
        dialog = QFileDialog(None, "Open", str(shown))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        QTimer.singleShot(0, dialog.accept)
        dialog.exec()
        del dialog
        QSettings(scope, "QtProject").sync()
        file = tmp_path / "settings" / "QtProject.conf"
        assert "Kassiopeia" in file.read_text()
        forget_folders()
        assert "Kassiopeia" not in file.read_text()
    finally:
        QSettings.setPath(form, scope, str(before))
