"""What all tests share: a window system that needs no screen, patience, and who collects their
garbage."""

from __future__ import annotations

import gc
import itertools
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.waiting import PATIENCE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What an example takes says how busy the machine is.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_EVERY = 20  # tests
_ended = itertools.count(1)


def pytest_configure() -> None:
    """Garbage is collected between tests, by their own thread: a window's remains that a thread of
    a service collects take the whole run down (see `boxoffice.views.kit.collector`). What outlives
    a collection is looked through no more: it is modules, and what a whole run shares."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    _speak_english()
    _clear_away(is_module_over=nextitem is None or nextitem.path != item.path)
    if next(_ended) % _EVERY == 0:
        gc.collect()
        gc.freeze()


def _speak_english() -> None:
    """A language that a test installed ends with it."""
    app = QApplication.instance()
    for words in app.findChildren(QTranslator, "words") if app is not None else ():
        QApplication.removeTranslator(words)
        words.deleteLater()


def _clear_away(*, is_module_over: bool) -> None:
    """Windows that are left over are dressed anew with each that comes, which takes ever longer."""
    if QApplication.instance() is None:
        return
    for left in QApplication.topLevelWidgets() if is_module_over else ():
        if left.parentWidget() is None:
            left.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class PatientBot(QtBot):
    """Waits as long as all tests do, where it is not told otherwise: pytest-qt's five seconds are
    over on a busy machine."""


def _patient(name: str) -> Any:
    plain = getattr(QtBot, name)

    def wait(bot: QtBot, *args: Any, timeout: int = round(PATIENCE * 1000), **more: Any) -> Any:
        return plain(bot, *args, timeout=timeout, **more)

    wait.__doc__ = plain.__doc__
    return wait


for _name in (
    "waitActive",
    "waitExposed",
    "waitSignal",
    "waitSignals",
    "waitUntil",
    "waitCallback",
):
    setattr(PatientBot, _name, _patient(_name))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)
