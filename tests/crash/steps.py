"""The steps at which a till is killed: a table of names, and what is wrapped for them.

The program knows nothing of it. A step's place is a function of the program by its name; a place
that is not there is an error at the start, so that no step is left out unnoticed.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from pathlib import Path
from typing import Any


class Moment(Enum):
    """When, of a call of the place."""

    BEFORE = "before"
    AFTER = "after"
    SENT = "sent"  # the request has left, and nothing was heard
    ANSWERED = "answered"  # the answer is here, and nobody has looked at it
    SEEN = "seen"  # the clerk's own: the story comes to it


@dataclass(frozen=True, slots=True)
class Step:
    """A step at which a till is killed.

    Attributes:
        stories: in which it comes.
        place: `module:Class.method` or `module:function`; of a request its verb and path.
        nth: which time it comes, from where the story begins to count.
    """

    label: str
    stories: tuple[str, ...]
    moment: Moment
    place: str = ""
    nth: int = 1


_SELLING = ("sale", "split", "exchange", "anew")
RESTART = "restart"  # the story of a program that is started again
_AGAIN = (RESTART,)
_ALL_SALES = (*_SELLING, "resumed")
_SELL = r"PUT /connect/v1/orders/\d+$"
_TAKE = r"POST /connect/v1/orders/reserve-seat$"
_BACK = r"DELETE /connect/v1/orders/\d+/events/\d+/seats/\d+$"
_CANCEL = r"DELETE /connect/v1/orders/\d+$"
_CALLS = "boxoffice.connect.calls.orders:OrderCalls"
_JOURNAL = "boxoffice.journal.intents:Journal"
_RECORD = "boxoffice.journal.record:OrderRecord"
_ORDER = "boxoffice.presenters.order.presenter:OrderPresenter"
_PAYMENT = "boxoffice.presenters.payment.presenter:PaymentPresenter"
_PRINTER = "boxoffice.desktop.summary_printer:SummaryPrinter"
_SEEN, _BEFORE, _AFTER = Moment.SEEN, Moment.BEFORE, Moment.AFTER
_SENT, _ANSWERED = Moment.SENT, Moment.ANSWERED

STEPS: tuple[Step, ...] = (
    # a sale, until there is an order
    Step("started", ("sale",), _AFTER, "boxoffice.desktop.app:Application.__init__"),
    Step("event open", ("sale",), _SEEN),
    Step(
        "before the seats are asked for",
        ("sale", "park"),
        _BEFORE,
        "boxoffice.presenters.order.server_orders:ServerOrders.reserve",
    ),
    Step("order kept", ("sale", "park"), _AFTER, "boxoffice.journal.holds:Holds.keep"),
    Step("seats asked for", ("sale", "park"), _SENT, _TAKE),
    Step("seats answered", ("sale", "park"), _ANSWERED, _TAKE),
    Step("held", ("sale", "split"), _SEEN),
    Step("priced", ("sale", "split"), _SEEN),
    # paying
    Step("F9 pressed", ("sale", "split", "exchange"), _AFTER, f"{_PAYMENT}.open"),
    Step("renewed", ("sale", "split", "exchange"), _AFTER, f"{_ORDER}.renew"),
    Step("asked for the money", _SELLING, _SEEN),
    Step("a part taken", ("split",), _SEEN, nth=2),
    Step("confirm pressed", _SELLING, _BEFORE, f"{_PAYMENT}.confirm"),
    Step("before the intent is written", _ALL_SALES, _BEFORE, f"{_JOURNAL}.begin"),
    Step("intent written", _ALL_SALES, _AFTER, f"{_JOURNAL}.begin"),
    Step("before the sale is sent", _ALL_SALES, _BEFORE, f"{_CALLS}.complete"),
    Step("sale sent", _ALL_SALES, _SENT, _SELL),
    Step("sale answered", _ALL_SALES, _ANSWERED, _SELL),
    Step("before the tickets are read", ("sale", "split"), _BEFORE, f"{_CALLS}.tickets"),
    Step("tickets read", ("sale", "split"), _AFTER, f"{_CALLS}.tickets"),
    Step("before the record", _ALL_SALES, _BEFORE, f"{_RECORD}.add"),
    Step("recorded", _ALL_SALES, _AFTER, f"{_RECORD}.add"),
    Step("before the intent is closed", _ALL_SALES, _BEFORE, f"{_JOURNAL}.settle"),
    Step("intent closed", _ALL_SALES, _AFTER, f"{_JOURNAL}.settle"),
    Step("sold on the screen", _SELLING, _SEEN),
    # the paper
    Step("before printing", _SELLING, _BEFORE, f"{_PRINTER}.print_summary"),
    Step("in printing", ("sale", "split"), _BEFORE, f"{_PRINTER}._write"),
    Step("printed", _SELLING, _AFTER, f"{_PRINTER}.print_summary"),
    Step("next buyer", ("sale", "split"), _AFTER, f"{_PAYMENT}.next_buyer"),
    # what is given back
    Step("first seat sent back", ("exchange", "anew", "return"), _SENT, _BACK),
    Step("first seat given back", ("exchange", "anew", "return"), _ANSWERED, _BACK),
    Step("second seat given back", ("exchange", "anew", "return"), _ANSWERED, _BACK, nth=2),
    Step("fate written", ("exchange", "return", "anew"), _AFTER, f"{_RECORD}.set_fate"),
    Step("cancelled", ("cancel",), _ANSWERED, _CANCEL),
    Step("taken anew", ("anew",), _ANSWERED, _TAKE),
    # several orders
    Step("parked", ("park",), _SEEN),
    Step("another order beside the parked one", ("park",), _SEEN),
    Step("resumed", ("resumed",), _SEEN),
    # the restart itself
    Step("restart: intents read", _AGAIN, _AFTER, f"{_JOURNAL}.open_intents"),
    Step("restart: looked at", _AGAIN, _AFTER, "boxoffice.presenters.sale.seller:Seller.look"),
    Step("restart: asked again", _AGAIN, _SENT, _SELL),
    Step("restart: answered", _AGAIN, _ANSWERED, _SELL),
    Step("restart: before the intent is closed", _AGAIN, _BEFORE, f"{_JOURNAL}.settle"),
    Step("restart: intent closed", _AGAIN, _AFTER, f"{_JOURNAL}.settle"),
    Step("restart: settled and offered", _AGAIN, _SEEN),
)


class Missing(Exception):
    """A step's place is not in the program."""


class Gate:
    """Counts the steps that come, writes them down, and ends the process at one of them.

    Args:
        told: the file that they are written to, a line of JSON each; it outlives the process.
        label: at which step; empty for none.
        nth: which time it comes.
    """

    def __init__(self, told: Path, label: str, nth: int) -> None:
        self._file = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._label = label
        self._left = nth
        self._lock = threading.Lock()
        self.is_armed = False

    def tell(self, **facts: object) -> None:
        os.write(self._file, (json.dumps(facts) + "\n").encode())

    def comes(self, label: str) -> None:
        """The step comes; at the one that is meant the process ends here."""
        if not self.is_armed:
            return
        with self._lock:
            self.tell(step=label)
            if label != self._label:
                return
            self._left -= 1
            if self._left == 0:
                self.tell(killed=label)
                die()


def die() -> None:
    """Ends this process by force; nothing of it goes on."""
    os.kill(os.getpid(), signal.SIGKILL)
    while True:
        time.sleep(1)


def check(steps: Iterable[Step] = STEPS) -> None:
    """Raises: Missing: the place of a step is not in the program."""
    for step in steps:
        if step.moment in (Moment.BEFORE, Moment.AFTER):
            _found(step.place)


def instrument(gate: Gate, story: str) -> None:
    """Wraps the places of the story's steps."""
    requests: list[Step] = []
    for step in STEPS:
        if story not in step.stories:
            continue
        if step.moment in (Moment.BEFORE, Moment.AFTER):
            wrap(step.place, _gated(gate, step))
        elif step.moment in (Moment.SENT, Moment.ANSWERED):
            requests.append(step)
    wrap("boxoffice.connect.transport:_exchanged", lambda old: _watched(old, gate, requests))


def wrap(place: str, around: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Puts another function in the place of one of the program's, by its name.

    Raises:
        Missing: there is none.
    """
    owner, name, function = _found(place)
    setattr(owner, name, around(function))


def _found(place: str) -> tuple[Any, str, Callable[..., Any]]:
    module, _, path = place.partition(":")
    try:
        owner: Any = importlib.import_module(module)
    except ImportError as error:
        raise Missing(f"there is no module {module}") from error
    *outer, name = path.split(".")
    for part in outer:
        owner = getattr(owner, part, None)
    function = vars(owner).get(name) if owner is not None else None
    if not inspect.isfunction(function):
        raise Missing(f"there is no function {place}")
    return owner, name, function


def _gated(gate: Gate, step: Step) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    is_before = step.moment is Moment.BEFORE

    def around(old: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(old)
        async def later(*args: Any, **named: Any) -> Any:
            if is_before:
                gate.comes(step.label)
            result = await old(*args, **named)
            if not is_before:
                gate.comes(step.label)
            return result

        @wraps(old)
        def now(*args: Any, **named: Any) -> Any:
            if is_before:
                gate.comes(step.label)
            result = old(*args, **named)
            if not is_before:
                gate.comes(step.label)
            return result

        return later if inspect.iscoroutinefunction(old) else now

    return around


def _watched(old: Callable[..., Any], gate: Gate, steps: list[Step]) -> Callable[..., Any]:
    """One exchange with the server: the request has left, the answer is here."""

    @wraps(old)
    async def exchanged(client: Any, sent: Any, most: int) -> Any:
        asked = f"{sent.method} {sent.url.path}"
        met = [step for step in steps if re.match(step.place, asked)]

        async def traced(event: str, _: object) -> None:
            if event == "http11.receive_response_headers.started":
                for step in met:
                    if step.moment is Moment.SENT:
                        gate.comes(step.label)

        sent.extensions["trace"] = traced
        answer = await old(client, sent, most)
        if sent.method != "GET":
            gate.tell(asked=asked, status=answer.status)
        for step in met:
            if step.moment is Moment.ANSWERED:
                gate.comes(step.label)
        return answer

    return exchanged
