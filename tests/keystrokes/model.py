"""The keystroke-level model: what a hand does one after the other, and how long that takes.

Seconds are those of Card, Moran and Newell (1980), for a typist of average skill. What the program
takes to answer is not in them: that has budgets of its own.
"""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from boxoffice.rehearsal.hand import Hand


class Operator(Enum):
    """What a person does; the values are the model's letters."""

    KEY = "K"
    POINT = "P"  # to bring the pointer to a target
    BUTTON = "B"  # to press the mouse's button, or to let it go
    HOME = "H"  # to move the hand between keys and mouse
    MIND = "M"  # to make up one's mind

    @property
    def seconds(self) -> float:
        match self:
            case Operator.KEY:
                return 0.28
            case Operator.POINT:
                return 1.10
            case Operator.BUTTON:
                return 0.10
            case Operator.HOME:
                return 0.40
            case Operator.MIND:
                return 1.35
            case _:
                assert_never(self)


class Strokes:
    """A hand that writes down what it does. It begins at the keys.

    A key with Shift or Ctrl is one key of `count`, and two of the model. The plus and the digits
    are those of the number pad.

    Attributes:
        count: keys and clicks.
        operators: what was done, in its order.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._is_at_mouse = False
        self.count = 0
        self.operators: list[Operator] = []

    @property
    def letters(self) -> str:
        return "".join(operator.value for operator in self.operators)

    @property
    def seconds(self) -> float:
        return sum(operator.seconds for operator in self.operators)

    def think(self) -> None:
        """Before each step that does not follow by itself from the one before."""
        self.operators.append(Operator.MIND)

    async def press(self, key: Qt.Key, *, shift: bool = False) -> None:
        self._go_to(mouse=False)
        self.operators += [Operator.KEY] * (2 if shift else 1)
        self.count += 1
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        await self._hand.press(key, held)

    async def type(self, text: str) -> None:
        self._go_to(mouse=False)
        self.operators += [Operator.KEY] * len(text)
        self.count += len(text)
        await self._hand.type(text)

    async def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self._go_to(mouse=True)
        self.operators += [Operator.POINT, Operator.BUTTON, Operator.BUTTON]
        self.count += 1
        await self._hand.click(widget, at)

    def _go_to(self, *, mouse: bool) -> None:
        if mouse is not self._is_at_mouse:
            self._is_at_mouse = mouse
            self.operators.append(Operator.HOME)
