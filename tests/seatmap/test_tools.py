"""Which tool gets an event: the first that wants it, without any window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from boxoffice.seatmap.aim import Aim
from boxoffice.seatmap.tools import Gestures, LassoTool, Press, Tool, tools_for
from boxoffice.seatmap.viewport import Viewport

Button, Modifier = Qt.MouseButton, Qt.KeyboardModifier
HERE, NEAR, FAR_AWAY = QPointF(10, 10), QPointF(11, 10), QPointF(90, 50)


class Scripted(Tool):
    """Wants what it is told to want, and writes down what it gets."""

    def __init__(self, name: str, log: list[str], *wanted: str) -> None:
        viewport = Viewport(QRect(0, 0, 100, 100).size)
        super().__init__(viewport, Aim(viewport))
        self._name, self._log, self._wanted = name, log, wanted
        self.is_click = "click" in wanted

    def _asked(self, what: str) -> bool:
        if what in self._wanted:
            self._log.append(f"{self._name} {what}")
        return what in self._wanted

    def starts(self, press: Press) -> bool:
        return "starts" in self._wanted

    def takes_over(self, press: Press) -> bool:
        return "takes over" in self._wanted

    def begin(self, press: Press) -> None:
        self._log.append(f"{self._name} begins at {press.at.x():.0f}")

    def move(self, point: QPointF) -> None:
        self._log.append(f"{self._name} moves to {point.x():.0f}")

    def release(self, event: QMouseEvent) -> None:
        self._log.append(f"{self._name} ends")

    def key(self, event: QKeyEvent) -> bool:
        return self._asked("key")

    def double_click(self, event: QMouseEvent) -> bool:
        return self._asked("double click")


def gestures_of(*tools: Tool) -> Gestures:
    viewport = Viewport(QRect(0, 0, 100, 100).size)
    return Gestures(viewport, Aim(viewport), tools)


def mouse(kind: QEvent.Type, at: QPointF) -> QMouseEvent:
    return QMouseEvent(kind, at, at, Button.LeftButton, Button.LeftButton, Modifier.NoModifier)


def press(gestures: Gestures) -> None:
    gestures.press(mouse(QEvent.Type.MouseButtonPress, HERE))


def release(gestures: Gestures, at: QPointF) -> None:
    gestures.release(mouse(QEvent.Type.MouseButtonRelease, at))


def test_the_first_tool_that_wants_a_press_has_the_mouse_until_the_release() -> None:
    log: list[str] = []
    gestures = gestures_of(
        Scripted("A", log), Scripted("B", log, "starts"), Scripted("C", log, "starts")
    )
    gestures.move(FAR_AWAY)
    press(gestures)
    gestures.move(FAR_AWAY)
    release(gestures, FAR_AWAY)
    gestures.move(HERE)
    assert log == ["B begins at 10", "B moves to 90", "B ends"]


def test_a_click_that_goes_too_far_is_taken_over_from_where_it_began(qapp: object) -> None:
    log: list[str] = []
    gestures = gestures_of(
        Scripted("click", log, "starts", "click"),
        Scripted("drag", log, "takes over"),
        Scripted("late", log, "takes over"),
    )
    press(gestures)
    gestures.move(NEAR)
    assert log == ["click begins at 10", "click moves to 11"]
    log.clear()
    gestures.move(FAR_AWAY)
    release(gestures, FAR_AWAY)
    assert log == ["drag begins at 10", "drag moves to 90", "drag ends"]


def test_a_click_that_nobody_takes_over_is_over(qapp: object) -> None:
    log: list[str] = []
    gestures = gestures_of(Scripted("click", log, "starts", "click"))
    press(gestures)
    gestures.move(FAR_AWAY)
    release(gestures, HERE)
    assert log == ["click begins at 10"]


def test_keys_and_double_clicks_go_to_the_first_that_wants_them() -> None:
    log: list[str] = []
    tools = [Scripted("A", log), Scripted("B", log, "key", "double click", "starts")]
    gestures = gestures_of(*tools, Scripted("C", log, "key", "double click"))
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Modifier.NoModifier, "x")
    assert gestures.key(key)
    press(gestures)
    assert gestures.double_click(mouse(QEvent.Type.MouseButtonDblClick, HERE))
    release(gestures, HERE)
    assert log == ["B key", "B begins at 10", "B double click"]
    assert not gestures_of(Scripted("A", log)).key(key)


@pytest.mark.parametrize(
    ("button", "modifier", "is_far", "starts", "takes_over"),
    [
        (Button.LeftButton, Modifier.NoModifier, False, "ClickTool", "PaintTool"),
        (Button.LeftButton, Modifier.NoModifier, True, "ClickTool", "PanTool"),
        (Button.LeftButton, Modifier.ControlModifier, False, "ClickTool", "RectangleTool"),
        (Button.LeftButton, Modifier.ControlModifier, True, "ClickTool", "RectangleTool"),
        (Button.MiddleButton, Modifier.NoModifier, False, "PanTool", None),
        (Button.RightButton, Modifier.NoModifier, False, None, None),
    ],
)
def test_what_a_press_of_the_mouse_becomes(
    qapp: object,
    button: Qt.MouseButton,
    modifier: Qt.KeyboardModifier,
    is_far: bool,
    starts: str | None,
    takes_over: str | None,
) -> None:
    viewport = Viewport(QRect(0, 0, 800, 600).size)
    aim = Aim(viewport)
    tools = tools_for(viewport, aim, LassoTool(viewport, aim))
    made = Press(HERE, button, modifier, is_far)
    first = next((tool for tool in tools if tool.starts(made)), None)
    assert (type(first).__name__ if first else None) == starts
    if first is not None and first.is_click:
        second = next(tool for tool in tools if tool.takes_over(made))
        assert type(second).__name__ == takes_over
