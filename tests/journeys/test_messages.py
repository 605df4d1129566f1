"""What the message bar says at the start is there until it was read, whatever happens meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from boxoffice.presenters.notices import Code, Notice
from tests.journeys.conftest import Play, at_counter
from tests.service_fixture import running_service

pytestmark = pytest.mark.gui


def test_that_sales_are_not_remembered_is_said_until_it_is_read(play: Play, tmp_path: Path) -> None:
    (tmp_path / "orders.sqlite").write_bytes(b"no database" * 100)

    async def journey() -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:

                def is_said() -> bool:
                    return "records cannot be read" in clerk.text("messageBar")

                await clerk.open_event()  # connecting has said that nothing is wrong
                assert is_said()
                await clerk.take(5)
                await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
                clerk.application.tell(Notice.info(Code.NOTHING_SOLD))
                clerk.application.tell(Notice.warning(Code.SCAN_HELD))
                clerk.application.tell(None)
                assert is_said()
                await clerk.hand.press(Qt.Key.Key_F9)
                await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
                assert is_said()
                await clerk.hand.click(clerk.hand.find("messageDismiss", QToolButton))
                assert not clerk.shows("messageBar")

    play(journey())
