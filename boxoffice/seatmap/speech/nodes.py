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

from boxoffice.domain.catalogue import Area
from boxoffice.domain.ids import AreaId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.speech.areas import SeatAreas
from boxoffice.seatmap.speech.speech import row_in_words

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

    def area(self, position: int) -> Node: ...

    def row(self) -> Node | None: ...

    def seat(self, index: int) -> Node: ...

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


class Part(Protocol):
    """What a node stands for. Children are counted without being made, since a row has many."""

    @property
    def role(self) -> QAccessible.Role: ...

    @property
    def action(self) -> PressAction | None: ...

    def parent(self) -> QAccessibleInterface | None: ...

    def count(self) -> int: ...

    def child(self, index: int) -> QAccessibleInterface: ...

    def name(self, seen: SeenMap) -> str: ...

    def box(self, seen: SeenMap) -> QRect:
        """In the canvas's pixels."""

    def tell(self, state: QAccessible.State) -> None:
        """Adds to the state what is to be known of this part, while the canvas is there."""


class Node(QAccessibleInterface):
    """The interface of a part of the map that is no widget."""

    def __init__(self, tree: Tree, part: Part) -> None:
        super().__init__()
        self._tree = tree
        self._part = part

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._tree.scene is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # the stub leaves out that there may be none

    def window(self) -> QWindow:
        canvas = self._tree.canvas
        return canvas.window().windowHandle() if canvas is not None else None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        return self._part.parent()  # type: ignore[return-value]

    def child(self, index: int) -> QAccessibleInterface:
        return self._part.child(index) if 0 <= index < self._part.count() else None  # type: ignore[return-value]

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return self._part.count()

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        return _index_of(child, self._children())

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        return _at(self._children(), x, y)

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        return None  # type: ignore[return-value]

    def role(self) -> QAccessible.Role:
        return self._part.role

    def text(self, kind: QAccessible.Text) -> str:
        seen, is_name = self._tree.seen, kind is QAccessible.Text.Name
        return self._part.name(seen) if is_name and seen is not None else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        """Nothing on the map can be renamed."""

    def rect(self) -> QRect:
        canvas, seen = self._tree.canvas, self._tree.seen
        if canvas is None or seen is None:
            return QRect()
        return _on_screen(canvas, self._part.box(seen))

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        canvas = self._tree.canvas
        if canvas is None or not canvas.isVisible():
            state.invisible = 1
        elif not _on_screen(canvas, canvas.rect()).intersects(self.rect()):
            state.offscreen = 1
        self._part.tell(state)
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """The action as the pointer that Qt asks for."""
        action = self._part.action
        if action is not None and kind is QAccessible.InterfaceType.ActionInterface:
            return action  # type: ignore[return-value]  # PySide takes the object for its pointer
        return _NOTHING  # type: ignore[return-value]

    def _children(self) -> list[QAccessibleInterface]:
        return [self._part.child(index) for index in range(self._part.count())]


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


class AreaPart:
    """An area; the row with the focus is below its own area only."""

    def __init__(self, tree: Tree, position: int) -> None:
        self._tree = tree
        self._position = position
        area = self._area()
        is_standing = area is not None and area.kind.is_standing
        self.action = PressAction(tree, area=area) if is_standing else None

    @property
    def role(self) -> QAccessible.Role:
        is_pressed = self.action is not None
        return QAccessible.Role.Button if is_pressed else QAccessible.Role.Grouping

    def parent(self) -> QAccessibleInterface | None:
        return self._tree.root()

    def count(self) -> int:
        scene, cursor, area = self._tree.scene, self._tree.cursor(), self._area()
        if scene is None or area is None or cursor < 0:
            return 0
        is_here = int(scene.plan.area_ids[cursor]) == area.id
        return int(is_here and self._tree.row() is not None)

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002 - there is but one
        return self._tree.row()  # type: ignore[return-value]

    def name(self, seen: SeenMap) -> str:
        return seen.area_words(self._position)

    def box(self, seen: SeenMap) -> QRect:
        return seen.area_box(self._position)

    def tell(self, state: QAccessible.State) -> None:
        """Nothing more is to be known of an area."""

    def _area(self) -> Area | None:
        areas = self._tree.areas
        return areas.areas[self._position] if areas is not None else None


class RowPart:
    """The row with the focus; `indices` are its seats from one end to the other."""

    role = QAccessible.Role.List
    action = None

    def __init__(self, tree: Tree, indices: tuple[int, ...]) -> None:
        self._tree = tree
        self._indices = indices

    def parent(self) -> QAccessibleInterface | None:
        areas = self._tree.areas
        position = areas.position_of(self._indices[0]) if areas is not None else -1
        return self._tree.area(position) if position >= 0 else self._tree.root()

    def count(self) -> int:
        return len(self._indices)

    def child(self, index: int) -> QAccessibleInterface:
        return self._tree.seat(self._indices[index])

    def name(self, seen: SeenMap) -> str:
        return row_in_words(seen.scene, self._indices[0]) if seen.scene is not None else ""

    def box(self, seen: SeenMap) -> QRect:
        return seen.seat_box(self._indices[0]).united(seen.seat_box(self._indices[-1]))

    def tell(self, state: QAccessible.State) -> None:
        """Nothing more is to be known of a row."""


class SeatPart:
    """A seat: checked where it is in the order, disabled where it cannot be had."""

    role = QAccessible.Role.CheckBox

    def __init__(self, tree: Tree, index: int) -> None:
        self._tree = tree
        self._index = index
        self.action = PressAction(tree, index)

    def parent(self) -> QAccessibleInterface | None:
        return self._tree.row()

    def count(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        """Raises IndexError: nothing is below a seat."""
        raise IndexError(index)

    def name(self, seen: SeenMap) -> str:
        return seen.seat_words(self._index)

    def box(self, seen: SeenMap) -> QRect:
        return seen.seat_box(self._index)

    def tell(self, state: QAccessible.State) -> None:
        canvas, scene = self._tree.canvas, self._tree.scene
        if canvas is None or scene is None:
            return
        seat = SeatState(int(scene.states[self._index]))
        state.checkable = 1
        state.checked = int(seat is SeatState.MINE)
        state.busy = int(seat is SeatState.PENDING)
        state.disabled = int(not seat.traits.can_be_had)
        state.focusable = 1
        state.focused = int(self._index == self._tree.cursor() and canvas.hasFocus())


def _index_of(child: QAccessibleInterface, among: list[QAccessibleInterface]) -> int:
    return next((index for index, node in enumerate(among) if node is child), -1)


def _at(nodes: list[QAccessibleInterface], x: int, y: int) -> QAccessibleInterface:
    return next((node for node in nodes if node.rect().contains(x, y)), None)  # type: ignore[return-value]


def _on_screen(canvas: QWidget, box: QRect) -> QRect:
    return QRect(canvas.mapToGlobal(QPoint(0, 0)) + box.topLeft(), box.size())
