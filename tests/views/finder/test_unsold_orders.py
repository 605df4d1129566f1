"""The page of sold orders, with an order on it that was never sold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from boxoffice.domain.orders.order import OrderStatus
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, found_order


@pytest.mark.parametrize(
    ("status", "can_print"),
    [
        (OrderStatus.COMPLETED, True),
        (OrderStatus.OPEN, False),
        (OrderStatus.EXPIRED, False),
        (OrderStatus.CANCELLED, False),
    ],
)
def test_only_what_was_sold_can_be_printed_and_saved(
    window: MainWindow, status: OrderStatus, can_print: bool
) -> None:
    state = found_order()
    assert state.opened is not None
    opened = replace(state.opened, order=replace(state.opened.order, status=status))
    window.finder.show_state(replace(state, opened=opened))
    window.show_finder(True)
    for name in ("foundPrint", "foundSave"):
        assert child(window, QPushButton, name).isEnabled() is can_print
