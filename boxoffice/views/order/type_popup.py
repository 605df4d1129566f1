"""The price types of some seats, to be typed or chosen: '4 ch' makes four of them Child."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.catalogue import PriceType
from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.kinds import share_of
from boxoffice.presenters.common import LineRow
from boxoffice.presenters.order.state import OrderState
from boxoffice.tokens.sizes import BODY, LOW, MEDIUM, SMALL_ICON
from boxoffice.views.kit.controls import TextField, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import color, typeface

_WIDTH, _MOST_ROWS, _FREQUENT = 336, 8, 3
_SIGN = 36  # pixels of a row that are for its sign
_TYPED = re.compile(r"\s*([0-9]{0,4})\s*(.*)")
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A price type that some seats may have.

    Attributes:
        price: what each seat costs at it; None where they differ.
        has: how many of the seats have it already.
    """

    kind: PriceType
    price: Money | None
    has: int
    begins_others: bool = False


def type_rows(rows: Sequence[LineRow], state: OrderState) -> list[TypeRow]:
    """The types that all of the seats may have: the frequent ones, then the others by name. Those
    for companions only where a wheelchair place is among the seats, or one has the type."""
    if not rows:
        return []
    allowed = set.intersection(*({kind.id for kind in row.price_types} for row in rows))
    has_wheelchair = any(row.line.place in state.wheelchairs for row in rows)
    had = [row.line.price_type_id for row in rows]
    kinds = [
        kind
        for kind in rows[0].price_types
        if kind.id in allowed
        and (kind.id not in state.beside_another or has_wheelchair or kind.id in had)
    ]
    ranks = {kind: rank for rank, kind in enumerate(state.frequent)}
    kinds.sort(key=lambda kind: (not kind.is_default, ranks.get(kind.id, len(ranks))))
    others = sorted(kinds[_FREQUENT:], key=lambda kind: kind.name.casefold())
    return [
        TypeRow(kind, _price(rows, kind.id), had.count(kind.id), kind in others[:1])
        for kind in (*kinds[:_FREQUENT], *others)
    ]


def _price(rows: Sequence[LineRow], kind: PriceTypeId) -> Money | None:
    found = {
        price
        for row in rows
        for each, price in zip(row.price_types, row.prices, strict=False)
        if each.id == kind
    }
    return found.pop() if len(found) == 1 else None


class TypePopup(QFrame):
    """Chooses a price type for some seats, or for as many of them as are typed.

    Signals:
        chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
    """

    chosen = Signal(object, object)

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("typePopup")
        self.setAccessibleName(self.tr("Price type"))
        self.setFixedWidth(_WIDTH)
        self._formats = formats
        self._rows: tuple[LineRow, ...] = ()
        self._state = OrderState()
        self._field = TextField("typeField", self.tr("Price type, or how many and which"), 40)
        self._field.setPlaceholderText(self.tr("Type, or “4 ch”"))
        self._field.textEdited.connect(self._filter)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("typeList")
        self._list.setAccessibleName(self.tr("Price types"))
        self._list.setItemDelegate(_TypeDelegate(formats, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.currentRowChanged.connect(self._tell)
        self._list.viewport().installEventFilter(self)
        self._outcome = label("typeOutcome", "", "faint")
        self._outcome.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self._field, self._list, self._outcome):
            layout.addWidget(widget)

    @property
    def outcome(self) -> str:
        """What Enter would do, in words."""
        return self._outcome.text()

    def open_at(
        self, rows: Sequence[LineRow], state: OrderState, under: QRect, text: str = ""
    ) -> bool:
        """Opens under a control, or above it where there is no room; False without a choice.

        Args:
            under: the control, in pixels of the screen.
            text: what was typed already.
        """
        self.show_rows(rows, state)
        if not self._list.count() or not self._rows:
            return False
        self._field.setText(text)
        self._filter(text)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        top = under.bottom() + 4
        if top + self.height() > screen.bottom():
            top = under.top() - 4 - self.height()
        left = max(screen.left(), min(under.left() - 8, screen.right() - _WIDTH))
        self.move(QPoint(left, max(screen.top(), top)))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        return True

    def show_rows(self, rows: Sequence[LineRow], state: OrderState) -> None:
        """It is about these seats, as they are by now."""
        self._rows, self._state = tuple(rows), state
        self._list.clear()
        for row in type_rows(self._rows, state):
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, row)
            price = f", {self._formats.money(row.price)}" if row.price is not None else ""
            words = f"{shortened(row.kind.name)}{price}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setText(words)
            item.setData(Qt.ItemDataRole.UserRole + 1, len(self._rows))
            self._list.addItem(item)
        self._filter(self._field.text())

    def follow(self, state: OrderState) -> None:
        """The order has changed: it is about the same seats, or closes where none is left."""
        if not self.isVisible():
            return
        by_place = {row.line.place: row for row in state.rows}
        rows = [by_place[r.line.place] for r in self._rows if r.line.place in by_place]
        if rows:
            self.show_rows(rows, state)
        else:
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        elif watched is self._list.viewport() and event.type() == QEvent.Type.MouseButtonRelease:
            at: QPoint = event.position().toPoint()  # type: ignore[attr-defined]
            item = self._list.itemAt(at)
            if item is not None:
                self._list.setCurrentItem(item)
                self._press(is_sign=at.x() < _SIGN)
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Up and down go along the types, Enter takes one."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if not self._list.item(row).isHidden():
                self._list.setCurrentRow(row)
                return
            row += by

    def _filter(self, text: str) -> None:
        """Shows the types that the words begin or are in; the best of them is the one meant."""
        word = self._typed(text)[1].casefold()
        best, ranked = -1, 3
        for row in range(self._list.count()):
            kind = self._type_row(row).kind
            names = (kind.name.casefold(), kind.short_name.casefold())
            rank = 0 if any(name.startswith(word) for name in names) else 1
            rank = rank if any(word in name for name in names) else 3
            self._list.item(row).setHidden(rank == 3)
            has_all = self._type_row(row).has == len(self._rows)
            if not word:
                rank = 0 if has_all else 2
            if rank < ranked:
                best, ranked = row, rank
        if best < 0 and not word and self._list.count():
            best = 0
        self._list.setCurrentRow(best)
        shown = sum(not self._list.item(row).isHidden() for row in range(self._list.count()))
        self._list.setFixedHeight(max(1, min(shown, _MOST_ROWS)) * LOW + 2)
        self.adjustSize()
        self._tell()

    def _typed(self, text: str) -> tuple[int | None, str]:
        found = _TYPED.fullmatch(text)
        if found is None:
            return None, text
        return (int(found[1]) if found[1] else None), found[2].strip()

    def _type_row(self, row: int) -> TypeRow:
        found: TypeRow = self._list.item(row).data(Qt.ItemDataRole.UserRole)
        return found

    def _change(self) -> tuple[tuple[Place, ...], TypeRow] | None:
        """Which seats would change to what; None where Enter does nothing."""
        if self._list.currentRow() < 0:
            return None
        row, lines = self._type_row(self._list.currentRow()), [r.line for r in self._rows]
        count = self._typed(self._field.text())[0]
        most = len(lines) - row.has
        if count is not None and (count > most or not count):
            return None
        return share_of(lines, most if count is None else count, row.kind.id), row

    def _tell(self) -> None:
        """Before Enter it says what will be."""
        count = self._typed(self._field.text())[0]
        change = self._change()
        total = len(self._rows)
        if self._list.currentRow() < 0:
            words = self.tr("No such price type here")
        elif change is None:
            most = total - self._type_row(self._list.currentRow()).has
            words = self.tr("Only %n can change", "", most)
            if not most:
                text = self.tr("{count} of {total}: which price type?")
                words = text.format(count=count, total=total)
        elif not change[0]:
            words = self.tr("Stays as it is")
        elif len(change[0]) == total:
            words = self.tr("%n change", "", total)
        else:
            names = {r.line.price_type_id: _name_of(r) for r in self._rows}
            stay = next(iter(names.values())) if len(names) == 1 else ""
            text = self.tr("{change} change, {stay} stay {type}")
            words = text.format(change=len(change[0]), stay=total - len(change[0]), type=stay)
        price = change[1].price if change is not None and count else None
        if price is not None and change is not None and len(change[0]) > 1:
            each = Money.total([price] * len(change[0]), price.currency)
            words = f"{words.strip()} · {self._formats.money(each)}"
        self._outcome.setText(words.strip())
        self._outcome.setAccessibleName(words.strip())
        self._field.setAccessibleDescription(words.strip())

    def _press(self, *, is_sign: bool) -> None:
        """A click takes the type; one on its plus takes one seat more at it, and it stays open."""
        row = self._type_row(self._list.currentRow())
        if is_sign and len(self._rows) > 1 and row.has < len(self._rows):
            places = share_of([r.line for r in self._rows], 1, row.kind.id)
            self.chosen.emit(places, row.kind.id)
        else:
            self._take()

    def _take(self) -> None:
        change = self._change()
        if change is None:
            return  # the words say why
        self.close()
        if change[0]:
            self.chosen.emit(change[0], change[1].kind.id)


def _name_of(row: LineRow) -> str:
    kinds = (k.name for k in row.price_types if k.id == row.line.price_type_id)
    return shortened(next(kinds, ""), 40)


class _TypeDelegate(QStyledItemDelegate):
    """A sign, the name, and the price: a tick where all seats have the type, else a plus."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(200, LOW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: TypeRow = index.data(Qt.ItemDataRole.UserRole)
        count: int = index.data(Qt.ItemDataRole.UserRole + 1)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, color("tint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("fill"))
        if row.begins_others:
            painter.setPen(color("line"))
            painter.drawLine(rect.left() + _SIGN, rect.top(), rect.right(), rect.top())
        sign = QRect(0, 0, SMALL_ICON, SMALL_ICON)
        sign.moveCenter(QPoint(rect.left() + _SIGN // 2, rect.center().y()))
        painter.setPen(color("text"))
        if row.has == count:
            painter.setFont(typeface(BODY, MEDIUM))
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "✓")
        elif count > 1:
            icon(Icon.PLUS).paint(painter, sign)
        inner = rect.adjusted(_SIGN, 0, -8, 0)
        price = self._formats.plain(row.price) if row.price is not None else ""
        painter.setFont(typeface(BODY, MEDIUM))
        painter.drawText(inner, _RIGHT_MIDDLE, price)
        metrics = painter.fontMetrics()
        room = inner.width() - metrics.horizontalAdvance(price) - 12
        some = f"  ({row.has})" if 0 < row.has < count else ""
        name = metrics.elidedText(
            shortened(row.kind.name) + some, Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(inner, _LEFT_MIDDLE, name)
        painter.restore()
