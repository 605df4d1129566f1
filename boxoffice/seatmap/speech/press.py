"""What an assistive tool can do with a part of the map: press it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from shiboken6 import VoidPtr

from boxoffice.domain.catalogue import Area

if TYPE_CHECKING:
    from boxoffice.seatmap.speech.accessible import AccessibleMap

# WORKAROUND: PySide6 6.11 turns None or 0 returned from interface_cast into a wild pointer.
_NOTHING = VoidPtr(0)


class Press(QAccessibleActionInterface):
    """Takes a seat or gives it back; asks how many of a standing area."""

    def __init__(self, tree: AccessibleMap, index: int = -1, area: Area | None = None) -> None:
        super().__init__()
        self._tree = tree
        self._index = index
        self._area = area

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Later: it may free the very node that is being asked."""
        seen = self._tree.seen
        if name == QAccessibleActionInterface.pressAction() and seen is not None:
            seen.press_later(self._index, self._area.id if self._area is not None else None)

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802, ARG002 - Qt's name
        return []


def action_or_nothing(action: Press | None, kind: QAccessible.InterfaceType) -> int:
    """The action as the pointer that Qt asks for."""
    if action is not None and kind is QAccessible.InterfaceType.ActionInterface:
        return action  # type: ignore[return-value]  # PySide takes the object for its pointer
    return _NOTHING  # type: ignore[return-value]
