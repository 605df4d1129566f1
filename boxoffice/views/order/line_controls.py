"""The buttons of the one line that is worked: fewer, more, its price type, and away with a seat."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from boxoffice.tokens.sizes import LOW, SMALL_ICON
from boxoffice.views.kit.controls import restyle, set_tip, tool
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.order.delegate import ARROW, COUNT, EDGE, LEFT, TYPE_AT, LinePlan
from boxoffice.views.order.items import LineItem

_SLACK = 4  # pixels for heavier letters
_PAD = 8  # pixels of the price type's button before its words


class LineControls(QObject):
    """Real buttons over a row that is painted: they stand where its dot, its × and its type are.

    Signals:
        less_asked(), more_asked(), type_asked(): of the line they are on.
    """

    less_asked = Signal()
    more_asked = Signal()
    type_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.less = self._button("lineLess", Icon.MINUS, over)
        self.more = self._button("lineMore", Icon.PLUS, over)
        self.type = QPushButton(over)
        self.type.setObjectName("lineType")
        self.type.setProperty("row", True)
        self.type.setIcon(icon(Icon.DOWN))
        self.type.setIconSize(QSize(SMALL_ICON - 4, SMALL_ICON - 4))
        self.type.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.type.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove = self._button("lineRemove", Icon.CLOSE, over)
        self.less.clicked.connect(self.less_asked)
        self.remove.clicked.connect(self.less_asked)
        self.more.clicked.connect(self.more_asked)
        self.type.clicked.connect(self.type_asked)
        self.hide()

    @property
    def has_focus(self) -> bool:
        return QApplication.focusWidget() in self._all

    @property
    def type_box(self) -> QRect:
        """Where the price type's button is on the screen."""
        return QRect(self.type.mapToGlobal(self.type.rect().topLeft()), self.type.size())

    def hide(self) -> None:
        for made in self._all:
            made.hide()

    def show_on(self, item: LineItem, rect: QRect, plan: LinePlan, seat_type_at: int) -> None:
        """Moves onto a row.

        Args:
            rect: of the row, in the list.
            seat_type_at: where the price type of a single seat begins.
        """
        middle = rect.top() + ((34 if plan.is_below else rect.height()) - LOW) // 2
        for made, left in ((self.less, LEFT), (self.more, LEFT + LOW + COUNT)):
            made.setGeometry(rect.left() + left, middle, LOW, LOW)
            made.setVisible(not item.is_seat)
        self.remove.setGeometry(rect.right() - EDGE - LOW // 2 - 8, middle, LOW, LOW)
        self.remove.setVisible(item.is_seat)
        at = (seat_type_at if item.is_seat else TYPE_AT) - _PAD
        restyle(self.type, "lead", not item.is_seat)
        width = plan.type_width + ARROW + _PAD + _SLACK
        self.type.setGeometry(rect.left() + at, middle, width, LOW)
        metrics, room = self.type.fontMetrics(), plan.type_width + _SLACK
        self.type.setText(metrics.elidedText(item.type_name, Qt.TextElideMode.ElideRight, room))
        self.type.setEnabled(len(item.rows[0].price_types) > 1)
        self.type.show()
        self._name(item)

    def _name(self, item: LineItem) -> None:
        """What assistive tools say of the buttons."""
        self.less.setAccessibleName(self.tr("One fewer: {line}").format(line=item.words))
        self.more.setAccessibleName(self.tr("One more: {line}").format(line=item.words))
        self.type.setAccessibleName(self.tr("Price type of {line}").format(line=item.words))
        self.remove.setAccessibleName(self.tr("Give back {seat}").format(seat=item.words))
        for made, tip in (
            (self.less, self.tr("One fewer (−)")),
            (self.more, self.tr("One more (+)")),
            (self.type, self.tr("Price type (F8)")),
            (self.remove, self.tr("Give back")),
        ):
            set_tip(made, tip)

    @property
    def _all(self) -> tuple[QWidget, ...]:
        return self.less, self.more, self.type, self.remove

    def _button(self, name: str, which: Icon, over: QWidget) -> QToolButton:
        made = tool(name, which)
        made.setParent(over)
        made.setProperty("row", True)
        made.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
        return made
