"""Where to save a PDF: asked once at a time, and again once it was answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.views.kit.save_pdf import SavePdf


def dialogs(over: QWidget) -> list[QFileDialog]:
    return [each for each in over.findChildren(QFileDialog) if each.isVisible()]


def test_one_dialog_is_asked_for_a_path_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    save = SavePdf("saveSomething", over)
    save.ask("Save as PDF", "order-7.pdf")
    save.ask("Save as PDF", "order-8.pdf")
    [dialog] = dialogs(over)
    assert dialog.objectName() == "saveSomething"
    assert [Path(name).name for name in dialog.selectedFiles()] == ["order-7.pdf"]
    assert dialog.defaultSuffix() == "pdf"
    with qtbot.waitSignal(save.path_chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    assert chosen.args == [tmp_path / "a.pdf"]
    dialog.reject()
    assert dialogs(over) == []
    save.ask("Save as PDF", "order-8.pdf")
    assert len(dialogs(over)) == 1
