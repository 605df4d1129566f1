"""A restart, looked at as a clerk does: what it says and offers, what is found and printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from tests.crash.screen import Screen
from tests.waiting import PATIENCE, until

if TYPE_CHECKING:
    from tests.crash.stories import Till

_NoTable = sqlite3.OperationalError
_MOST_WAITED = 10.0  # seconds for words on the screen, once the journal has nothing open


async def look(till: Till, orders: Sequence[int], choice: str, unreadable: frozenset[str]) -> None:
    """Waits until all is settled, and tells what there is.

    Args:
        orders: what she knows to be sold; she looks for that, and for what is sold by now.
        choice: what becomes of the orders that are offered; empty to leave them.
        unreadable: the journal's rows that nobody can settle.
    """
    clerk, screen = till.clerk, Screen(till.clerk)
    with screen.watched():
        await clerk.sees(clerk.has_events, "events")
        await clerk.sees(lambda: open_intents(till.home) <= unreadable, "all intents settled")
        await _patiently(lambda: screen.has_all(left_open(till.home)))
        told, offers = screen.settled(), screen.offers()
        till.tell(
            settled=[asdict(each) for each in told],
            offers=[asdict(each) for each in offers],
            messages=screen.messages,
            screen=till.screen(),
        )
        till.comes("restart: settled and offered")
        sold = dict.fromkeys([*orders, *(each.order for each in told if each.is_sold)])
        for each in told:
            if each.can_print:
                await screen.print_settled(each.order)
                await till.keeps_paper(each.order)
        for offer in offers:
            if choice == "give back":
                await screen.give_back(offer)
            elif choice == "go on":
                await screen.go_on(offer)
                await till.ask_for_money()
                sold[await till.sell()] = None
                till.tell(went_on=offer.order)
        await screen.leave()
        till.tell(left=True)
        for order in sold:
            await _find(till, order)
        await till.open_event()


async def _patiently(condition: Callable[[], bool]) -> None:
    """Waits for something that may never be said; that it was not is for others to judge."""
    with suppress(TimeoutError):
        await until(condition, _MOST_WAITED)


def open_intents(home: Path) -> set[str]:
    """The numbers of the intents of which the journal does not say what became."""
    return _column(home, "SELECT external_id FROM intents WHERE outcome = 'open'")


def left_open(home: Path) -> tuple[int, int]:
    """By the journal: the sales of which the clerk was not told yet, and the orders kept."""
    untold = "SELECT external_id FROM intents WHERE outcome != 'set aside' AND is_told = 0"
    return len(_column(home, untold)), len(_column(home, "SELECT key FROM holds"))


def _column(home: Path, query: str) -> set[str]:
    """What it finds in the journal; nothing where that was not made yet."""
    if not (home / "journal.sqlite").exists():
        return set()
    uri = f"file:{home / 'journal.sqlite'}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as journal, suppress(_NoTable):
        return {str(row[0]) for row in journal.execute(query)}
    return set()


async def _find(till: Till, order: int) -> None:
    """Looks for an order by its number: in the list, opened, printed."""
    clerk, hand = till.clerk, till.clerk.hand
    await till.press(Qt.Key.Key_F7)
    await till.sees("finderSearch")
    await hand.type(str(order))

    def rows() -> list[str]:
        shown = [x for x in clerk.window.findChildren(QListWidget, "finderList") if x.isVisible()]
        whole = Qt.ItemDataRole.AccessibleTextRole
        return [str(x.item(at).data(whole)) for x in shown for at in range(x.count())]

    await _patiently(lambda: any(str(order) in row for row in rows()))
    listed = rows()
    await till.press(Qt.Key.Key_Return)
    await clerk.sees(
        lambda: f"{order}" in clerk.text("foundTitle") or bool(clerk.text("finderListNotice")),
        f"order {order}, or that there is none",
    )
    title, can_print = clerk.text("foundTitle"), False
    if clerk.shows("foundPrint"):
        can_print = hand.find("foundPrint", QPushButton).isEnabled()
    till.tell(found=order, rows=listed, title=title, can_print=can_print)
    if can_print:
        await hand.click(hand.find("foundPrint", QPushButton))
        await till.keeps_paper(order)
    while clerk.shows("finderPanel"):
        await till.press(Qt.Key.Key_Escape)
