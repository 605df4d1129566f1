"""Makes the program speak one of its languages, Qt's own words too."""

from __future__ import annotations

import logging

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from boxoffice.domain.language import LANGUAGES, WRITTEN
from boxoffice.resources import resource

_NAME = "words"
_log = logging.getLogger(__name__)


def system_language() -> str:
    """The language of the desktop, if it is one of ours, else English."""
    name = QLocale.system().name()[:2]
    return name if name in LANGUAGES else WRITTEN


def install_language(app: QApplication, language: str) -> None:
    """Makes the program speak a language of LANGUAGES from now on, and no other."""
    QLocale.setDefault(QLocale(LANGUAGES[language].numbers))
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    own = _translator(app)
    if own.load(str(resource(f"translations/boxoffice_{language}.qm"))):
        app.installTranslator(own)
    else:
        _log.error("the words of language %s cannot be read", language)
    if language != WRITTEN:
        qt = _translator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qt.load(f"qtbase_{language}", folder):
            app.installTranslator(qt)


def _translator(app: QApplication) -> QTranslator:
    made = QTranslator(app)
    made.setObjectName(_NAME)
    return made
