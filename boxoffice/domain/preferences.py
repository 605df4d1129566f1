"""What a clerk may set for her counter: its values, and which keys an action may have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import assert_never

TEXT_SIZES = (100, 112, 125, 150)  # per cent
LONGEST_COUNTER = 60  # characters
ORDER_WIDTHS = range(200, 4001)


class Theme(Enum):
    """How the program looks; the values are kept on disk."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    SYSTEM = "system"

    def dress(self, of_system: str) -> str:
        """The name of its colours.

        Args:
            of_system: what the desktop asks for just now.
        """
        match self:
            case Theme.LIGHT | Theme.DARK | Theme.CONTRAST:
                return str(self.value)
            case Theme.SYSTEM:
                return of_system
            case _:
                assert_never(self)


class SoundChoice(Enum):
    """Whether a sale and a lost seat are heard; the values are kept on disk."""

    SYSTEM = "system"
    OFF = "off"
    ON = "on"

    def is_on(self, of_system: bool) -> bool:
        """Whether they are heard.

        Args:
            of_system: whether the desktop wants sounds.
        """
        match self:
            case SoundChoice.SYSTEM:
                return of_system
            case SoundChoice.OFF:
                return False
            case SoundChoice.ON:
                return True
            case _:
                assert_never(self)


class KeyFault(Enum):
    """Why an action cannot have a key."""

    NO_KEY = "it is no key"
    TYPES = "it types, or moves the focus"
    FIXED = "it means the same on every page"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is set. The defaults are those of the program as it is delivered.

    Attributes:
        language: of LANGUAGES; empty for the system's.
        text_size: per cent, of TEXT_SIZES.
        counter: what this place of sale is called; empty for the machine's name.
        keys: the keys that are not as delivered, by the object name of their action, as
            `QKeySequence` writes them in English; an empty one is none.
        prints: the summary of a sale prints by itself.
        needs_reference: a payment by card needs the reference of the terminal.
        opens_tonight: the event that people come for is open at the start.
        order_width: how wide the order is, in pixels at the usual size of letters, of
            ORDER_WIDTHS; 0 for as the window has room.
    """

    language: str = ""
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    counter: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    sounds: SoundChoice = SoundChoice.SYSTEM
    prints: bool = True
    needs_reference: bool = True
    opens_tonight: bool = True
    order_width: int = 0


_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_FUNCTION = re.compile("F([1-9]|[12][0-9]|3[0-5])")
_NAMED = ("Home", "End", "PgUp", "PgDown", "Ins", "Del", "Up", "Down", "Left", "Right")
_FIXED = {
    *(f"Ctrl+{letter}" for letter in "ACVXY"),
    *(f"Ctrl+{digit}" for digit in "123456789"),
    *(f"Alt+{name}" for name in ("F4", "Left", "Right", "Up", "Down")),
    *(f"Ctrl+{name}" for name in _NAMED),
    *(f"Ctrl+Shift+{name}" for name in _NAMED),
    "Shift+F10",
    "Ctrl+Shift+Z",
}


def key_fault(key: str) -> KeyFault | None:
    """Why no action can have the key; None where one can. Keys that type stay with the fields and
    the map, and those of the fields, the payment and the desktop mean the same everywhere."""
    *modifiers, last = key.removesuffix("++").split("+") if key != "+" else ["+"]
    if key.endswith("++"):
        modifiers, last = [*modifiers, last], "+"
    if not last or any(each not in _MODIFIERS for each in modifiers):
        return KeyFault.NO_KEY
    if key in _FIXED:
        return KeyFault.FIXED
    if _FUNCTION.fullmatch(last):
        return None
    is_typed = len(last) == 1 and last.isprintable()
    if not is_typed and last not in _NAMED:
        return KeyFault.FIXED
    is_command = "Ctrl" in modifiers or ("Alt" in modifiers and not last.isalpha())
    return None if is_command else KeyFault.TYPES


def keys_in_force(delivered: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The key of every action: its own, else the one it is delivered with.

    Where an own key is another action's delivered one, which has no other, that one has none.
    """
    found: dict[str, str] = {}
    taken = {key for name, key in own.items() if key and name in delivered}
    for name, key in delivered.items():
        mine = own.get(name)
        found[name] = mine if mine is not None else ("" if key in taken else key)
    return found
