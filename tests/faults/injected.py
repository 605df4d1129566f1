"""The faults that a proxy can be armed with."""

from __future__ import annotations

import asyncio
import random

from tests.faults.proxy import Exchange, Fault
from tests.faults.wire import answer

_HEAD_END = b"\r\n\r\n"


def latency(seconds: float, jitter: float = 0.0, chance: random.Random | None = None) -> Fault:
    """The answer takes `seconds`, give or take `jitter`."""
    draw = chance or random.Random(0)

    async def play(exchange: Exchange) -> None:
        await asyncio.sleep(max(0.0, seconds + draw.uniform(-jitter, jitter)))
        await exchange.send(await exchange.ask())

    return Fault(f"latency {seconds:g} s", play)


def reset_midway() -> Fault:
    """The connection is reset before the service has the whole request."""

    async def play(exchange: Exchange) -> None:
        await exchange.give_half()
        exchange.reset()

    return Fault("reset in the request", play)


def answer_lost() -> Fault:
    """The service did it and answered; the client meets a reset."""

    async def play(exchange: Exchange) -> None:
        await exchange.ask()
        exchange.reset()

    return Fault("answer lost", play)


def cut_short(body_bytes: int) -> Fault:
    """The answer ends after so many bytes of its body; below 0, before the end of its head."""

    async def play(exchange: Exchange) -> None:
        whole = await exchange.ask()
        await exchange.send(whole[: whole.index(_HEAD_END) + len(_HEAD_END) + body_bytes])
        exchange.close()

    return Fault(f"cut after {body_bytes} bytes", play)


def sliced(pause: float, size: int = 1) -> Fault:
    """The answer comes `size` bytes at a time, with a pause after each."""

    async def play(exchange: Exchange) -> None:
        whole = await exchange.ask()
        for start in range(0, len(whole), size):
            await exchange.send(whole[start : start + size])
            await asyncio.sleep(pause)

    return Fault("a byte at a time" if size == 1 else f"{size} bytes at a time", play)


def black_hole(*, is_delivered: bool = False) -> Fault:
    """No answer and no end of the connection, whether or not the service has the request."""

    async def play(exchange: Exchange) -> None:
        if is_delivered:
            await exchange.ask()
        await exchange.until_gone()
        exchange.close()

    return Fault("black hole after delivery" if is_delivered else "black hole", play)


def refused(seconds: float) -> Fault:
    """The connection is reset, and new ones are refused for some time."""

    async def play(exchange: Exchange) -> None:
        await exchange.proxy.shut(seconds)

    return Fault("connections refused", play)


def dropped_in_use() -> Fault:
    """A kept connection turns out to be closed as it is used again; a fresh one serves."""

    async def play(exchange: Exchange) -> None:
        if exchange.is_reused:
            exchange.reset()
        else:
            await exchange.send(await exchange.ask())

    return Fault("idle connection dropped", play)


def twice() -> Fault:
    """The service gets the request on two connections at once; the client gets the first answer."""

    async def play(exchange: Exchange) -> None:
        first, _ = await asyncio.gather(exchange.ask(), exchange.ask())
        await exchange.send(first)

    return Fault("delivered twice", play)


def unavailable(status: int = 503) -> Fault:
    """The proxy answers for the service, which gets nothing."""

    async def play(exchange: Exchange) -> None:
        await exchange.send(answer(status, b"<h1>try later</h1>", "text/html"))

    return Fault(f"status {status}", play)


def signed_out() -> Fault:
    """The credential is not valid any more; the service gets nothing."""

    async def play(exchange: Exchange) -> None:
        body = b'{"TIsSuccessful": false, "error_type": 1, "error_message": "expired"}'
        await exchange.send(answer(401, body, WWW_Authenticate="AUTHTOKEN"))

    return Fault("status 401", play)
