"""The child's side: it answers one message after another, until nobody is there to ask."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NoReturn

from boxoffice.children.messages import Garbled, Message, read_message, write_message

Say = Callable[[str], None]
Handler = Callable[[Message, Say], Message]


class CannotDo(Exception):
    """What was asked for cannot be done; `reason` goes back as it is."""

    def __init__(self, **reason: Any) -> None:
        super().__init__(str(reason))
        self.reason = reason


def serve(handle: Handler) -> NoReturn:
    """Answers until standard input ends, as it does when the program goes, however it goes.

    A message that takes longer than its `seconds` ends the process from within, also where nobody
    is left to end it from outside: by a clock that needs no lock of the interpreter's.

    Args:
        handle: answers a message; what it says meanwhile is sent at once.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's
    asked, answers = _streams()
    nowhere = Path(os.devnull).open("w", encoding="ascii")  # noqa: SIM115 - closed with the rest
    with asked, answers, nowhere, contextlib.suppress(OSError, Garbled):
        while (message := read_message(asked)) is not None:
            seconds = float(message.head["seconds"])
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            write_message(answers, _answer(handle, message, answers))
            faulthandler.cancel_dump_traceback_later()
    os._exit(0)  # what a library still has open is nobody's business any more


def _answer(handle: Handler, message: Message, answers: IO[bytes]) -> Message:
    def say(word: str) -> None:
        write_message(answers, Message({"says": word}))

    try:
        found = handle(message, say)
    except CannotDo as error:
        return Message({"cannot": error.reason})
    except MemoryError:
        return Message({"failed": "no memory is left"})
    except Exception as error:  # noqa: BLE001 - the other side has to know
        return Message({"failed": f"{type(error).__name__}: {error}"})
    return Message({"done": found.head}, found.body)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for messages alone: what a library prints goes elsewhere."""
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return asked, answers
