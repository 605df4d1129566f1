"""The map by itself: plans to draw, and a canvas on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.tools import TypingTool
from tests.plans import offer_of, plan_of
from tests.service_fixture import small_venue


def seats_at(x: list[float], y: list[float], rows: list[int] | None = None) -> SeatPlan:
    """Seats where they are said to be, all in one row where no rows are given."""
    n = len(x)
    row_index = rows if rows is not None else [0] * n
    return SeatPlan(
        ids=np.arange(1, n + 1),
        x=np.array(x, dtype=float),
        y=np.array(y, dtype=float),
        angle=np.zeros(n),
        area_ids=np.full(n, 2, dtype=np.int64),
        row_index=np.array(row_index, dtype=np.int32),
        row_names=tuple("ABCDEFGHIJ"[: max(row_index, default=0) + 1]),
        numbers=tuple(str(i + 1) for i in range(n)),
        category_ids=np.ones(n, dtype=np.int64),
        attributes=np.zeros(n, dtype=np.int32),
    )


def typing_of(canvas: SeatCanvas) -> TypingTool:
    """The tool that reads the names of seats."""
    return next(tool for tool in canvas._gestures._tools if isinstance(tool, TypingTool))


@pytest.fixture
def small() -> tuple[Offer, SeatPlan]:
    """Stalls A to D of 10 (seats 1 to 40), a balcony of 20, a floor for 20."""
    venue = small_venue()
    return offer_of(venue), plan_of(venue)


@pytest.fixture
def canvas(qapp: QApplication, qtbot: QtBot) -> Iterator[SeatCanvas]:
    made = SeatCanvas()
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def drawn(canvas: SeatCanvas, small: tuple[Offer, SeatPlan]) -> SeatCanvas:
    """The canvas with the small house on it, all free."""
    offer, plan = small
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    return canvas
