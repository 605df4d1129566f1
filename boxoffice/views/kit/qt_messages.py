"""What Qt has to say goes into the program's log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# What the offscreen platform says of itself whenever a window is raised.
_KNOWN = "This plugin does not support"


def log_messages() -> None:
    """From now on, Qt's messages are log records of 'qt'."""
    qInstallMessageHandler(_record)


def _record(kind: QtMsgType, _: QMessageLogContext, text: str | None) -> None:
    words = text or ""
    _log.log(logging.DEBUG if words.startswith(_KNOWN) else _LEVELS[kind], "%s", words)
