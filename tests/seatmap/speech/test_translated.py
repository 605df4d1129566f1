"""The words on the map in another language."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.resources import resource
from boxoffice.seatmap.canvas import SeatCanvas


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    before, translator = QLocale(), QTranslator()
    assert translator.load(str(resource("translations/boxoffice_de.qm")))
    QLocale.setDefault(QLocale(QLocale.Language.German))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_what_is_free_is_said_in_the_clerks_language(
    in_german: None, canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    assert canvas._display._words.free(1234) == "1.234 frei"
    canvas.setFocus()
    canvas.focus_seat(SeatId(13))
    assert canvas.accessibleDescription() == "Stalls, Reihe B, Platz 3, frei"
