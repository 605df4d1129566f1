"""The window that is shown where the program cannot start: what is wrong, where, and what helps."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from boxoffice.presenters.connection.state import RefusedStart, WayOut
from boxoffice.views.kit.ask_strip import answers
from boxoffice.views.kit.controls import NoticeLabel, TextField, button, card, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.wording import words_of

_WIDTH, _MARGIN = 720, 16


class RefusedStartWindow(QWidget):
    """Shows a `RefusedStart`. Enter tries again, Esc closes; what loses something is asked for
    twice.

    Signals:
        again_asked(): whatever was in the way may be gone.
        open_asked(): the file or its folder, in a program for it.
        aside_asked(): a new journal in the old one's place.
        closed(): the start is given up.
    """

    again_asked = Signal()
    open_asked = Signal()
    aside_asked = Signal()
    closed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("refusedStart")
        self.setWindowTitle(self.tr("Boxoffice"))
        self._formats = formats
        self._layouts: list[QVBoxLayout] = []
        self._pages = QStackedWidget()
        self._pages.setObjectName("refusedPages")
        self._pages.addWidget(self._page_of_refusal())
        self._pages.addWidget(self._page_of_doubt())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(self._pages)
        self.setFixedWidth(_WIDTH)

    def show_state(self, state: RefusedStart) -> None:
        words = words_of(state.what, self._formats)
        self._what.show_notice(state.what)
        self._file.setText(state.path)
        self._file.setCursorPosition(0)
        self._place.setVisible(bool(state.path))
        self._line.setText(self.tr("Line {line}").format(line=state.line))
        self._line.setVisible(state.line > 0)
        self._way.setText(self._way_out(state))
        self._notice.show_notice(state.notice)
        self._open.setText(self._words_of_open(state))
        self._open.setAccessibleName(self._open.text())
        self._open.setVisible(bool(state.path))
        self._aside.setVisible(state.way_out is WayOut.PUT_ASIDE)
        self.setAccessibleName(f"{self._title.text()}. {words} {self._way.text()}")
        self._show_refusal()
        self._fit()

    # --- what Qt tells ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if self._pages.currentIndex():
                self._show_refusal()
            else:
                self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            focus = self.focusWidget()
            chosen = focus if isinstance(focus, type(self._again)) else self._again
            chosen.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._again.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _fit(self) -> None:
        """As high as both pages need to be: their words are wrapped at the window's width."""
        inside = _WIDTH - 2 * _MARGIN
        highest = max(page.totalHeightForWidth(inside) for page in self._layouts)
        self.setFixedHeight(highest + 2 * _MARGIN)

    # --- the two pages ---

    def _show_refusal(self) -> None:
        self._pages.setCurrentIndex(0)
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_doubt(self) -> None:
        self._pages.setCurrentIndex(1)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_of_refusal(self) -> QWidget:
        frame, layout = card("refusedCard")
        self._layouts.append(layout)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        self._title = label("refusedTitle", self.tr("Boxoffice cannot start"), "title")
        self._what = NoticeLabel("refusedWhat", self._formats)
        self._way = _wrapped("refusedWay")
        self._notice = NoticeLabel("refusedNotice", self._formats)
        layout.addWidget(self._title)
        layout.addWidget(self._what)
        layout.addWidget(self._make_place())
        layout.addWidget(self._way)
        layout.addWidget(self._notice)
        layout.addSpacing(8)
        layout.addStretch(1)
        self._again = button("refusedAgain", self.tr("Try again"), primary=True)
        self._again.clicked.connect(self.again_asked)
        self._open = button("refusedOpen", "")
        self._open.clicked.connect(self.open_asked)
        self._aside = button("refusedAside", self.tr("Put it aside and start …"))
        self._aside.clicked.connect(self._show_doubt)
        close = button("refusedClose", self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self._aside)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._again)
        layout.addLayout(row)
        return frame

    def _make_place(self) -> QWidget:
        """The file, to be read and copied, and the line in it."""
        self._place = QWidget()
        self._place.setObjectName("refusedPlace")
        row = QHBoxLayout(self._place)
        row.setContentsMargins(0, 0, 0, 0)
        self._file = TextField("refusedFile", self.tr("File"), 4096)
        self._file.setReadOnly(True)
        self._line = label("refusedLine", role="strong")
        row.addWidget(self._file, 1)
        row.addWidget(self._line)
        return self._place

    def _page_of_doubt(self) -> QWidget:
        frame, layout = card("refusedDoubt")
        self._layouts.append(layout)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(label("refusedDoubtTitle", self.tr("Put the journal aside?"), "title"))
        lost = _wrapped("refusedLost")
        lost.setText(
            self.tr(
                "If the program ended in the middle of a sale, nobody will ask the server what "
                "became of that order: look it up there before you take money again. Seats of open "
                "orders come free when their hold ends."
            )
        )
        kept = _wrapped("refusedKept")
        kept.setText(self.tr("The file is kept in the same folder, with today's date in its name."))
        layout.addWidget(lost)
        layout.addWidget(kept)
        layout.addStretch(1)
        yes = button("refusedAsideYes", self.tr("Put it aside and start"))
        yes.clicked.connect(self.aside_asked)
        self._back = button("refusedAsideNo", self.tr("Leave it as it is"), primary=True)
        self._back.clicked.connect(self._show_refusal)
        layout.addLayout(answers(self._back, yes))
        return frame

    def _words_of_open(self, state: RefusedStart) -> str:
        is_text = state.way_out is WayOut.OTHER_PROFILE
        return self.tr("Open the file") if is_text else self.tr("Open the folder")

    def _way_out(self, state: RefusedStart) -> str:
        match state.way_out:
            case WayOut.PUT_ASIDE:
                return self.tr(
                    "The journal contains the orders that were on their way to "
                    "the server when the program ended. Bring back an intact "
                    "copy of the file and try again, or put it aside and start "
                    "with a new one."
                )
            case WayOut.NEWER_VERSION:
                return self.tr("Install the version that was here last, or a newer one.")
            case WayOut.CLOSE_OTHER:
                return self.tr(
                    "Close the program that uses the file, such as a backup, and try again."
                )
            case WayOut.MAKE_ROOM:
                return self.tr(
                    "Sales cannot be recorded, so nothing is sold. Make room on the disk and try "
                    "again."
                )
            case WayOut.LET_WRITE:
                return self.tr(
                    "Sales cannot be recorded, so nothing is sold. The user of this workstation "
                    "needs the right to write here; then try again."
                )
            case WayOut.MOVE_FILE:
                return self.tr(
                    "Move the file somewhere else, or name another folder in BOXOFFICE_HOME, and "
                    "try again."
                )
            case WayOut.OTHER_PROFILE:
                return self.tr(
                    "Start Boxoffice with a profile that is in the file, or add this one to it and "
                    "try again."
                )
            case WayOut.END_OTHER:
                return self._how_to_end(state.pid)
            case WayOut.CALL_FOR_HELP:
                return self.tr("Try again. If that does not help, show this to your administrator.")
            case _:
                assert_never(state.way_out)

    def _how_to_end(self, pid: int) -> str:
        if not pid:
            return self.tr("Wait a moment and try again, or restart the workstation.")
        return self.tr(
            "Wait a moment and try again. If that does not help, end process "
            "{pid} and try again: what was on its way to the server is settled "
            "at the next start."
        ).format(pid=pid)


def _wrapped(name: str) -> QLabel:
    made = label(name)
    made.setWordWrap(True)
    return made
