"""The keys of actions as they are in force, for what shows a key: buttons, tips, the page of keys.

A text in the code has the key that an action is delivered with. Where the clerk has given it
another, that one is shown in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_PROPERTY = "keysInPlace"  # of the application: delivered key to own key, both as in English


def set_keys(app: QApplication, delivered: Mapping[str, str], keys: Mapping[str, str]) -> None:
    """From now on these are the keys of the actions.

    Args:
        delivered: by action, the key that stands in the texts of the code.
    """
    changed = {key: keys[name] for name, key in delivered.items() if key and keys[name] != key}
    app.setProperty(_PROPERTY, changed)


def shown_key(key: str) -> str:
    """The key in force for a delivered one, in the words of the program's language."""
    return native(_changed().get(key, key))


def with_keys(text: str) -> str:
    """A translated text that names delivered keys, with those that are in force. Where an action
    has none, brackets around its key go too."""
    changed = {native(old): native(new) for old, new in _changed().items()}
    if not changed:
        return text
    known = "|".join(sorted(map(re.escape, changed), key=len, reverse=True))
    empty = "|".join(re.escape(old) for old, new in changed.items() if not new)
    if empty:
        text = re.sub(rf" ?\((?:{empty})\)", "", text)
    # not a part of a longer key, as F1 of F12 or of Shift+F1
    return re.sub(rf"(?<![\w+])(?:{known})(?![\w+])", lambda found: changed[found[0]] or "–", text)


def follow_keys(root: QWidget) -> None:
    """Has all buttons, tips and hints in fields name the keys in force."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, ShowsKey):
            widget.follow_key()
        _follow(widget, "toolTip")
        if isinstance(widget, QLineEdit):
            _follow(widget, "placeholderText")


@runtime_checkable
class ShowsKey(Protocol):
    """What names a key by itself."""

    def follow_key(self) -> None: ...


def _follow(widget: QWidget, name: str) -> None:
    """What was translated is kept beside what is shown, so that keys can change again."""
    now, kept = str(widget.property(name) or ""), widget.property(f"{name}Delivered")
    text = kept[0] if kept is not None and kept[1] == now else now
    shown = with_keys(text)
    if shown != now or kept is not None:
        widget.setProperty(f"{name}Delivered", (text, shown))
        widget.setProperty(name, shown)


def native(key: str) -> str:
    """A key as keyboards of the program's language call it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _changed() -> dict[str, str]:
    app = QApplication.instance()
    return dict((app.property(_PROPERTY) if app is not None else None) or {})
