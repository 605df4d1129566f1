"""Where to save a summary as PDF: one dialog at a time, and nothing waits for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class SavePdf(QObject):
    """Asks for the path of a new PDF.

    Args:
        name: the dialog's object name.

    Signals:
        path_chosen(object): a `Path`.
    """

    path_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._over = parent
        self._dialog: QFileDialog | None = None

    def ask(self, title: str, file_name: str) -> None:
        """Opens the dialog, unless it is open; `file_name` is what it offers."""
        if self._dialog is not None:
            return
        dialog = QFileDialog(self._over, title)
        dialog.setObjectName(self._name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(self._choose)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _choose(self, path: str) -> None:
        self.path_chosen.emit(Path(path))

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
