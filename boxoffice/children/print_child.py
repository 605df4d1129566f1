"""The child that prints and that writes PDFs."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from PySide6.QtGui import QGuiApplication

from boxoffice.children.messages import Message
from boxoffice.children.serving import CannotDo, Say, serve
from boxoffice.printing.jobs import BEGUN, PaperFailed, summary_from
from boxoffice.printing.paper import default_printer, load_typeface, print_summary, write_pdf


def run() -> NoReturn:
    """Serves until the program ends.

    Jobs: `print`, answered by the `printer`'s name, and `pdf` to a `path`, by way of `unfinished`.
    Both have a `summary`.
    """
    application = QGuiApplication(["boxoffice"])
    application.setApplicationName("Boxoffice")
    load_typeface()
    serve(_do)


def _do(message: Message, say: Say) -> Message:
    summary = summary_from(message.head["summary"])
    try:
        if message.head["job"] == "pdf":
            write_pdf(summary, Path(message.head["path"]), Path(message.head["unfinished"]))
            return Message({})
        name = default_printer()
        print_summary(summary, name, lambda: say(BEGUN))
    except PaperFailed as error:
        raise CannotDo(why=error.why.value, words=error.words) from error
    return Message({"printer": name})
