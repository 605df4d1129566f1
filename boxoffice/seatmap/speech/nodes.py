"""The interfaces that stand for the map, its areas, a row and its seats; see `accessible`."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import VoidPtr

from boxoffice.domain.catalogue import Area, AreaKind
from boxoffice.domain.ids import AreaId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.speech.areas import SeatAreas
from boxoffice.seatmap.speech.speech import row_in_words

_OPEN = (SeatState.FREE, SeatState.MINE, SeatState.PENDING)

# WORKAROUND: PySide6 6.11 turns None or 0 returned from interface_cast into a wild pointer.
_NOTHING = VoidPtr(0)


class SeenMap(Protocol):
    """What is on the map now; seats are indices into the plan, boxes are in the canvas's pixels."""

    @property
    def scene(self) -> Scene | None: ...

    @property
    def areas(self) -> SeatAreas | None: ...

    @property
    def cursor_index(self) -> int: ...

    def seat_words(self, index: int) -> str: ...

    def area_words(self, position: int) -> str: ...

    def seat_box(self, index: int) -> QRect: ...

    def area_box(self, position: int) -> QRect: ...

    def press_later(self, index: int, area: AreaId | None = None) -> None: ...


class Tree(Protocol):
    """What a node asks of the tree that it is in.

    Attributes:
        canvas: the widget; None while or after it is destroyed, and then `seen` is None too.
    """

    @property
    def canvas(self) -> QWidget | None: ...

    @property
    def seen(self) -> SeenMap | None: ...

    @property
    def scene(self) -> Scene | None: ...

    @property
    def areas(self) -> SeatAreas | None: ...

    def root(self) -> QAccessibleInterface | None: ...

    def area(self, position: int) -> AreaNode: ...

    def row(self) -> RowNode | None: ...

    def seat(self, index: int) -> SeatNode: ...

    def cursor(self) -> int: ...


class PressAction(QAccessibleActionInterface):
    """Takes a seat or gives it back; asks how many of a standing area."""

    def __init__(self, tree: Tree, index: int = -1, area: Area | None = None) -> None:
        super().__init__()
        self._tree = tree
        self._index = index
        self._area = area

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Presses in the loop's next turn: a press may free the very node that is being asked."""
        seen = self._tree.seen
        if name == QAccessibleActionInterface.pressAction() and seen is not None:
            seen.press_later(self._index, self._area.id if self._area is not None else None)

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802, ARG002 - Qt's name
        return []


class Node(QAccessibleInterface):
    """A part of the map that is no widget. `children` are the nodes below it."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self._tree = tree

    def children(self) -> list[QAccessibleInterface]:
        return []

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._tree.scene is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # the stub leaves out that there may be none

    def window(self) -> QWindow:
        canvas = self._tree.canvas
        return canvas.window().windowHandle() if canvas is not None else None  # type: ignore[return-value]

    def child(self, index: int) -> QAccessibleInterface:
        children = self.children()
        return children[index] if 0 <= index < len(children) else None  # type: ignore[return-value]

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return len(self.children())

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        return _index_of(child, self.children())

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        return _at(self.children(), x, y)

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        return None  # type: ignore[return-value]

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        """Nothing on the map can be renamed."""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        canvas = self._tree.canvas
        if canvas is None or not canvas.isVisible():
            state.invisible = 1
        elif not _on_screen(canvas, canvas.rect()).intersects(self.rect()):
            state.offscreen = 1
        return state


class CanvasNode(QAccessibleObject):
    """The map itself: its areas, then whatever widgets stand on it."""

    def __init__(self, tree: Tree, canvas: QObject) -> None:
        super().__init__(canvas)
        self._tree = tree

    def children(self) -> list[QAccessibleInterface]:
        canvas, areas = self._tree.canvas, self._tree.areas
        if canvas is None:
            return []
        positions = range(len(areas.areas) if areas is not None else 0)
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        widgets = [w for w in canvas.findChildren(QWidget, options=direct) if w.isVisible()]
        return [
            *(self._tree.area(position) for position in positions),
            *(QAccessible.queryAccessibleInterface(widget) for widget in widgets),
        ]

    def parent(self) -> QAccessibleInterface:
        canvas = self._tree.canvas
        above = canvas.parentWidget() if canvas is not None else None
        return QAccessible.queryAccessibleInterface(above) if above else None  # type: ignore[return-value]

    def window(self) -> QWindow:
        canvas = self._tree.canvas
        return canvas.window().windowHandle() if canvas is not None else None  # type: ignore[return-value]

    def child(self, index: int) -> QAccessibleInterface:
        children = self.children()
        return children[index] if 0 <= index < len(children) else None  # type: ignore[return-value]

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return len(self.children())

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        return _index_of(child, self.children())

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        return _at(self.children()[::-1], x, y)

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        index = self._tree.cursor()
        if index < 0 or self._tree.row() is None:
            return None  # type: ignore[return-value]
        return self._tree.seat(index)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Canvas

    def text(self, kind: QAccessible.Text) -> str:
        canvas = self._tree.canvas
        if canvas is None:
            return ""
        if kind is QAccessible.Text.Name:
            return canvas.accessibleName()
        return canvas.accessibleDescription() if kind is QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        canvas = self._tree.canvas
        if canvas is None or not canvas.isVisible():
            state.invisible = 1
            return state
        state.focusable = 1
        state.focused = int(canvas.hasFocus())
        state.active = int(canvas.isActiveWindow())
        return state


class AreaNode(Node):
    """An area; the row with the focus is below its own area only."""

    def __init__(self, tree: Tree, position: int) -> None:
        super().__init__(tree)
        self._position = position
        self._action = PressAction(tree, area=self._area()) if self._is_standing() else None

    def children(self) -> list[QAccessibleInterface]:
        scene, cursor = self._tree.scene, self._tree.cursor()
        area = self._area()
        if scene is None or area is None or cursor < 0:
            return []
        row = self._tree.row() if int(scene.plan.area_ids[cursor]) == area.id else None
        return [row] if row is not None else []

    def parent(self) -> QAccessibleInterface:
        return self._tree.root()  # type: ignore[return-value]

    def role(self) -> QAccessible.Role:
        is_pressed = self._action is not None
        return QAccessible.Role.Button if is_pressed else QAccessible.Role.Grouping

    def text(self, kind: QAccessible.Text) -> str:
        seen = self._tree.seen
        is_name = kind is QAccessible.Text.Name
        return seen.area_words(self._position) if is_name and seen is not None else ""

    def rect(self) -> QRect:
        canvas, seen = self._tree.canvas, self._tree.seen
        if canvas is None or seen is None:
            return QRect()
        return _on_screen(canvas, seen.area_box(self._position))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        return _pointer_to(self._action, kind)

    def _area(self) -> Area | None:
        areas = self._tree.areas
        return areas.areas[self._position] if areas is not None else None

    def _is_standing(self) -> bool:
        area = self._area()
        return area is not None and area.kind is AreaKind.STANDING


class RowNode(Node):
    """The row with the focus; `indices` are its seats from one end to the other."""

    def __init__(self, tree: Tree, indices: tuple[int, ...]) -> None:
        super().__init__(tree)
        self._indices = indices

    def children(self) -> list[QAccessibleInterface]:
        return [self._tree.seat(index) for index in self._indices]

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < len(self._indices):
            return None  # type: ignore[return-value]
        return self._tree.seat(self._indices[index])

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return len(self._indices)

    def parent(self) -> QAccessibleInterface:
        areas = self._tree.areas
        position = areas.position_of(self._indices[0]) if areas is not None else -1
        return self._tree.area(position) if position >= 0 else self._tree.root()  # type: ignore[return-value]

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def text(self, kind: QAccessible.Text) -> str:
        scene = self._tree.scene
        is_name = kind is QAccessible.Text.Name
        return row_in_words(scene, self._indices[0]) if is_name and scene is not None else ""

    def rect(self) -> QRect:
        box = QRect()
        for index in (self._indices[0], self._indices[-1]):
            box = box.united(self._tree.seat(index).rect())
        return box


class SeatNode(Node):
    """A seat: checked where it is in the order, disabled where it cannot be had."""

    def __init__(self, tree: Tree, index: int) -> None:
        super().__init__(tree)
        self._index = index
        self._action = PressAction(tree, index)

    def parent(self) -> QAccessibleInterface:
        return self._tree.row()  # type: ignore[return-value]

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.CheckBox

    def text(self, kind: QAccessible.Text) -> str:
        seen = self._tree.seen
        is_name = kind is QAccessible.Text.Name
        return seen.seat_words(self._index) if is_name and seen is not None else ""

    def rect(self) -> QRect:
        canvas, seen = self._tree.canvas, self._tree.seen
        if canvas is None or seen is None:
            return QRect()
        return _on_screen(canvas, seen.seat_box(self._index))

    def state(self) -> QAccessible.State:
        state = super().state()
        canvas, scene = self._tree.canvas, self._tree.scene
        if canvas is None or scene is None:
            return state
        seat = SeatState(int(scene.states[self._index]))
        state.checkable = 1
        state.checked = int(seat is SeatState.MINE)
        state.busy = int(seat is SeatState.PENDING)
        state.disabled = int(seat not in _OPEN)
        state.focusable = 1
        state.focused = int(self._index == self._tree.cursor() and canvas.hasFocus())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        return _pointer_to(self._action, kind)


def _pointer_to(action: PressAction | None, kind: QAccessible.InterfaceType) -> int:
    """The action as the pointer that Qt asks for."""
    if action is not None and kind is QAccessible.InterfaceType.ActionInterface:
        return action  # type: ignore[return-value]  # PySide takes the object for its pointer
    return _NOTHING  # type: ignore[return-value]


def _index_of(child: QAccessibleInterface, among: list[QAccessibleInterface]) -> int:
    return next((index for index, node in enumerate(among) if node is child), -1)


def _at(nodes: list[QAccessibleInterface], x: int, y: int) -> QAccessibleInterface:
    return next((node for node in nodes if node.rect().contains(x, y)), None)  # type: ignore[return-value]


def _on_screen(canvas: QWidget, box: QRect) -> QRect:
    return QRect(canvas.mapToGlobal(QPoint(0, 0)) + box.topLeft(), box.size())
