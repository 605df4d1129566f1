"""What stands in the map's place while there is none."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from boxoffice.presenters.common import Phase
from boxoffice.presenters.map.state import MapState
from boxoffice.views.kit.controls import button, label


class MapWaiting(QFrame):
    """Empty, loading and failed.

    Signals:
        cancel_asked(): give up loading.
        retry_asked(): load again.
    """

    cancel_asked = Signal()
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mapWaiting")
        translate = QCoreApplication.translate
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        self._message = label("mapMessage", "", "faint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setObjectName("mapProgress")
        self._progress.setAccessibleName(translate("MapPanel", "Loading the seat map"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(360)
        self._cancel = button("mapCancel", translate("MapPanel", "Cancel"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._again = button("mapRetry", translate("MapPanel", "Try again"))
        self._again.clicked.connect(self.retry_asked)
        layout.addStretch(1)
        center = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self._message)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self._progress, 2)
        bar.addStretch(1)
        layout.addLayout(bar)
        layout.addWidget(self._cancel, 0, center)
        layout.addWidget(self._again, 0, center)
        layout.addStretch(1)

    def show_state(self, state: MapState) -> None:
        """Shows why there is no map."""
        is_loading = state.phase is Phase.LOADING
        self._message.setText(_words(state))
        self._progress.setVisible(is_loading)
        self._cancel.setVisible(is_loading)
        self._again.setVisible(state.phase is Phase.FAILED)
        if state.progress:
            self._progress.setRange(0, 100)
            self._progress.setValue(round(100 * state.progress))
        else:
            self._progress.setRange(0, 0)


def _words(state: MapState) -> str:
    translate = QCoreApplication.translate
    match state.phase:
        case Phase.EMPTY if state.offer is not None:
            return translate("MapPanel", "This event has no seats.")
        case Phase.EMPTY:
            return translate("MapPanel", "Choose an event, and its seat map appears here.")
        case Phase.LOADING:
            return translate("MapPanel", "Loading the seat map …")
        case Phase.FAILED:
            return translate("MapPanel", "The seat map could not be loaded.")
        case Phase.READY:
            return ""
        case _:
            assert_never(state.phase)
