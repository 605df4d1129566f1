"""The map for assistive tools: canvas, its areas, and of the row with the focus each seat.

Nothing is made per seat of the plan: a row's seats get their interfaces when somebody asks for
them, and lose them when the focus goes to another row. Qt keeps every interface in a table of its
own and frees it from there; so does this module, never Python: an interface that Python freed
would leave a dangling pointer behind. What is alive when the interpreter ends is freed by `atexit`.
"""

from __future__ import annotations

import atexit
import weakref
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtGui import QAccessibleStateChangeEvent as StateChange
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.rows import seats_of_row
from boxoffice.seatmap.speech.areas import SeatAreas
from boxoffice.seatmap.speech.nodes import AreaPart, CanvasNode, Node, RowPart, SeatPart, SeenMap

Tell = Callable[[QAccessibleEvent], None]


class AccessibleMap:
    """The tree of one canvas.

    Args:
        canvas: the widget.
        seen: what is on the map; whoever makes the tree keeps it alive.

    Attributes:
        tell: where events go; None for Qt, as long as an assistive tool listens.
    """

    def __init__(self, canvas: QWidget, seen: SeenMap) -> None:
        _install()
        self.tell: Tell | None = None
        self._canvas = weakref.ref(canvas)
        self._class_name = canvas.metaObject().className()
        self._seen = weakref.ref(seen)
        self._root: CanvasNode | None = None
        self._areas: dict[int, Node] = {}
        self._row: Node | None = None
        self._row_index = self._told = -1
        self._seats: dict[int, Node] = {}
        _MAPS[id(self)] = self
        canvas.destroyed.connect(self._end)

    # --- what the nodes ask ---

    @property
    def canvas(self) -> QWidget | None:
        """None while or after it is destroyed."""
        canvas = self._canvas()
        return canvas if canvas is not None and isValid(canvas) else None

    @property
    def seen(self) -> SeenMap | None:
        return self._seen() if self.canvas is not None else None

    @property
    def scene(self) -> Scene | None:
        seen = self.seen
        return seen.scene if seen is not None else None

    @property
    def areas(self) -> SeatAreas | None:
        seen = self.seen
        return seen.areas if seen is not None else None

    def root(self) -> QAccessibleInterface | None:
        canvas = self.canvas
        return QAccessible.queryAccessibleInterface(canvas) if canvas is not None else None

    def area(self, position: int) -> Node:
        """The node of one of the scene's areas that have seats, by its position among them."""
        node = self._areas.get(position)
        if node is None:
            node = self._areas[position] = Node(self, AreaPart(self, position))
            QAccessible.registerAccessibleInterface(node)
        return node

    def row(self) -> Node | None:
        """The node of the row with the focus."""
        scene, index = self.scene, self.cursor()
        if scene is None or index < 0:
            return None
        if self._row is None:
            self._row_index = int(scene.plan.row_index[index])
            self._row = Node(self, RowPart(self, tuple(seats_of_row(scene.plan, index).tolist())))
            QAccessible.registerAccessibleInterface(self._row)
        return self._row

    def seat(self, index: int) -> Node:
        """The node of a seat of the row with the focus."""
        node = self._seats.get(index)
        if node is None:
            node = self._seats[index] = Node(self, SeatPart(self, index))
            QAccessible.registerAccessibleInterface(node)
        return node

    def cursor(self) -> int:
        """The seat with the focus, -1 without one."""
        seen = self.seen
        return seen.cursor_index if seen is not None else -1

    # --- what the canvas tells ---

    def forget(self) -> None:
        """Frees all nodes but the root, since another plan is shown."""
        self._drop_row()
        self._told = -1
        _free(self._areas.values())
        self._areas.clear()

    def move_focus(self, *, is_new: bool = False) -> None:
        """The cursor may be on another seat; `is_new` says that the map has just got the focus."""
        scene, index = self.scene, self.cursor()
        is_told = index == self._told and not is_new
        self._told = index
        is_same_row = (
            scene is not None
            and index >= 0
            and int(scene.plan.row_index[index]) == self._row_index >= 0
        )
        if not is_same_row:
            self._drop_row()
        canvas = self.canvas
        if is_told or index < 0 or canvas is None or not canvas.hasFocus():
            return
        if self.is_heard and self.row() is not None:
            self._send(QAccessibleEvent(self.seat(index), QAccessible.Event.Focus))

    def change_states(self, indices: list[int]) -> None:
        """Seats have other states: tells so of those whose nodes somebody has asked for."""
        if not self._seats or not self.is_heard:
            return
        changed = QAccessible.State()
        for part in ("checked", "disabled"):
            setattr(changed, part, 1)
        for index in indices:
            node = self._seats.get(index)
            if node is not None:
                self._send(StateChange(node, changed))

    # --- its life ---

    def make_root(self, canvas: QObject) -> QAccessibleInterface:
        self._root = CanvasNode(self, canvas)
        return self._root

    def belongs_to(self, class_name: str, canvas: QObject) -> bool:
        """Whether this is the tree of an object that Qt asks about by the name of a class."""
        return class_name == self._class_name and self._canvas() is canvas

    def end_with_root(self) -> None:
        """Frees everything, while there still is an application."""
        self.forget()
        if self._root is not None:
            _free([self._root])
            self._root = None

    @property
    def is_heard(self) -> bool:
        """Whether anybody wants events."""
        return self.tell is not None or QAccessible.isActive()

    def _send(self, event: QAccessibleEvent) -> None:
        if self.tell is not None:
            self.tell(event)
        else:
            QAccessible.updateAccessibility(event)

    def _drop_row(self) -> None:
        _free(self._seats.values())
        self._seats.clear()
        if self._row is not None:
            _free([self._row])
        self._row, self._row_index = None, -1

    def _end(self) -> None:
        """The canvas is gone; Qt has freed its own interface, or is about to."""
        self.forget()
        self._root = None
        _MAPS.pop(id(self), None)


_MAPS: dict[int, AccessibleMap] = {}
_INSTALLED: list[bool] = []


def _free(nodes: Iterable[QAccessibleInterface]) -> None:
    for node in nodes:
        if isValid(node):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))


def _install() -> None:
    if not _INSTALLED:
        _INSTALLED.append(True)
        QAccessible.installFactory(_make)
        atexit.register(_free_all)  # after Qt's own, so it runs before it


def _make(class_name: str, canvas: QObject | None) -> QAccessibleInterface | None:
    """Qt asks for the interface of any object, by the name of its class."""
    if canvas is None:
        return None
    for tree in _MAPS.values():
        if tree.belongs_to(class_name, canvas):
            return tree.make_root(canvas)
    return None


def _free_all() -> None:
    for tree in list(_MAPS.values()):
        if QCoreApplication.instance() is not None:
            tree.end_with_root()
    _MAPS.clear()
