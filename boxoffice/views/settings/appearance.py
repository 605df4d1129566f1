"""Language, theme and size of letters, with a sample of what comes of them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from boxoffice.domain.closed_sets import complete
from boxoffice.domain.language import LANGUAGES
from boxoffice.domain.money import Money
from boxoffice.domain.preferences import TEXT_SIZES, Theme
from boxoffice.presenters.settings.state import SettingsState
from boxoffice.tokens.colors import THEMES
from boxoffice.tokens.sizes import LEAD, MEDIUM, RADIUS, SMALL, STEPS, STRONG
from boxoffice.views.kit.controls import label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.theme import color, scaled, typeface
from boxoffice.views.settings.rows import Segment, SettingRow, SettingsColumn, side_by_side

_PICTURE = QSize(96, 60)
_BODY_LINES = 2
_SEATS = 8
_THEMES = complete(
    Theme,
    {
        Theme.LIGHT: QT_TRANSLATE_NOOP("AppearancePage", "Light"),
        Theme.DARK: QT_TRANSLATE_NOOP("AppearancePage", "Dark"),
        Theme.CONTRAST: QT_TRANSLATE_NOOP("AppearancePage", "Contrast"),
        Theme.SYSTEM: QT_TRANSLATE_NOOP("AppearancePage", "Like the system"),
    },
)


class AppearancePage(SettingsColumn):
    """Shows and changes how the program looks.

    Signals:
        language_chosen(str): empty for the system's.
        theme_chosen(object): a `Theme`.
        size_chosen(object): per cent.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    size_chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__("settingsAppearance")
        title = self.tr("Language")
        self._language = QComboBox()
        self._language.setObjectName("settingsLanguage")
        self._language.setAccessibleName(title)
        self._language.setMinimumWidth(scaled(240))
        self._language.addItem(self.tr("Like the system"), "")
        for code, language in LANGUAGES.items():
            self._language.addItem(language.name, code)
        self._language.activated.connect(self._choose_language)
        words = self.tr("Follows at once, no restart")
        self.column.addWidget(SettingRow(title, words, side_by_side(self._language)))
        self.column.addWidget(self._themes())
        title = self.tr("Text size")
        sizes = [(size, str(size), formats.percent(Decimal(size))) for size in TEXT_SIZES]
        self._size = Segment("settingsSize", title, sizes)
        self._size.chosen.connect(self.size_chosen)
        words = self.tr("The map keeps its room")
        self.column.addWidget(SettingRow(title, words, self._size))
        words = self.tr("This is how an order looks now")
        self.column.addSpacing(STEPS[2])
        self.column.addWidget(label("settingsSampleTitle", words, "second"))
        self.column.addSpacing(STEPS[1])
        self.column.addWidget(Sample(formats))
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        self._language.setCurrentIndex(max(0, self._language.findData(state.chosen.language)))
        self._theme.show_value(state.chosen.theme)
        self._size.show_value(state.chosen.text_size)

    def _themes(self) -> QWidget:
        title = self.tr("Theme")
        choices = [(theme, theme.value, self.tr(str(_THEMES[theme]))) for theme in Theme]
        pictures = [QIcon(_picture_of(theme)) for theme in Theme]
        self._theme = Segment("settingsTheme", title, choices, pictures)
        self._theme.chosen.connect(self.theme_chosen)
        about = self.tr("Follows at once, also on the map")
        return SettingRow(title, about, self._theme)

    def _choose_language(self, index: int) -> None:
        self.language_chosen.emit(str(self._language.itemData(index)))


class Sample(QWidget):
    """An order line, and a row of seats, as they look now."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("settingsSample")
        self._price = formats.money(Money.of("80.00", "EUR"))
        self.setAccessibleName(self.tr("An order and a row of seats"))
        self.setFixedHeight(scaled(96) + STEPS[2])
        self.setMinimumWidth(320)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width() - 1, scaled(460))
        line = QRect(0, 0, width, scaled(44))
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(line, RADIUS, RADIUS)
        self._draw_line(painter, line)
        seats = QRect(0, line.bottom() + STEPS[2], width, scaled(52))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("floor"))
        painter.drawRoundedRect(seats, RADIUS, RADIUS)
        self._draw_seats(painter, seats)

    def _draw_line(self, painter: QPainter, room: QRect) -> None:
        left, middle = room.left() + STEPS[3], room.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("cat3"))
        painter.drawEllipse(QPointF(left + 5, middle + 0.5), 5, 5)
        words = room.adjusted(STEPS[3] + STEPS[4], 0, -STEPS[3], 0)
        painter.setPen(color("text"))
        painter.setFont(typeface(LEAD, STRONG))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, right, self._price)
        room_left = words.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(self._price), 0)
        painter.setFont(typeface(LEAD, MEDIUM))
        middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        first = self.tr("2 × Full price")
        painter.drawText(room_left, middle_left, first)
        place = room_left.adjusted(painter.fontMetrics().horizontalAdvance(first) + 12, 0, -12, 0)
        painter.setFont(typeface(SMALL))
        painter.setPen(color("quiet"))
        shown = painter.fontMetrics().elidedText(
            self.tr("Stalls N 16–17"), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, middle_left, shown)

    def _draw_seats(self, painter: QPainter, room: QRect) -> None:
        """Seats of the size of the map, whatever the size of letters: two are ours, two are sold"""
        pitch, radius, middle = 34.0, 12.0, room.center().y() + 0.5
        painter.setFont(typeface(SMALL, plain=True))
        ours = [room.left() + 32 + place * pitch for place in (5, 6)]
        for place in range(_SEATS):
            center = QPointF(room.left() + 32 + place * pitch, middle)
            if place in (2, 7):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("sold"))
                painter.drawEllipse(center, 4, 4)
            elif place not in (5, 6):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("cat3"))
                painter.drawEllipse(center, radius, radius)
                painter.setPen(color("on_cat"))
                box = QRectF(center.x() - radius, middle - radius, 2 * radius, 2 * radius)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(11 + place))
        capsule = QRectF(ours[0] - 15, middle - 15, ours[1] - ours[0] + 30, 30)
        painter.setPen(QPen(color("rim"), 2))
        painter.setBrush(color("mine"))
        painter.drawRoundedRect(capsule, 15, 15)
        painter.setPen(QPen(color("on_mine"), 2))
        for x in ours:
            tick = [
                QPointF(x - 4, middle),
                QPointF(x - 1, middle + 3.5),
                QPointF(x + 5, middle - 4),
            ]
            painter.drawPolyline(QPolygonF(tick))


def _picture_of(theme: Theme) -> QPixmap:
    """The three grounds of a theme, some seats, an order and its next step."""
    made = QPixmap(_PICTURE * 2)
    made.setDevicePixelRatio(2)
    painter = QPainter(made)
    _draw_picture(painter, THEMES[theme.dress("light")])
    if theme is Theme.SYSTEM:  # half and half
        half = _PICTURE.width() // 2
        painter.setClipRect(half, 0, half, _PICTURE.height())
        _draw_picture(painter, THEMES["dark"])
    painter.end()
    return made


def _draw_picture(painter: QPainter, colors: dict[str, str]) -> None:
    wide, high = _PICTURE.width(), _PICTURE.height()
    painter.fillRect(0, 0, wide, high, QColor(colors["floor"]))
    painter.fillRect(0, 0, 9, high, QColor(colors["ground"]))
    painter.fillRect(wide - 24, 0, 24, high, QColor(colors["surface"]))
    for row in range(4):
        for place in range(7):
            shade = QColor(colors[f"cat{row + 1}"])
            painter.fillRect(14 + place * 4, 10 + row * 6, 3, 3, shade)
    painter.fillRect(18, 22, 11, 3, QColor(colors["mine"]))
    for line in range(_BODY_LINES):
        painter.fillRect(wide - 20, 8 + line * 6, 16, 2, QColor(colors["quiet"]))
    painter.fillRect(wide - 20, high - 10, 16, 6, QColor(colors["accent"]))
    painter.setPen(QColor(colors["line_strong"]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(0.5, 0.5, wide - 1, high - 1))
