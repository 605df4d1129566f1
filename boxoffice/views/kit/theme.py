"""How the program looks: the style sheet and the palette of a theme, and the bundled typeface."""

from __future__ import annotations

import logging
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from boxoffice.resources import resource
from boxoffice.seatmap.drawing.palette import PALETTES, category_rgb
from boxoffice.tokens.colors import THEMES
from boxoffice.tokens.sizes import BODY, CONTROL, LOW, RADIUS, TALL, TYPES, Type

_FACES = ("Regular", "Medium", "SemiBold", "Bold")
_FAMILY = "Inter"
_TABULAR = QFont.Tag("tnum")
_DRESS = "theme"  # the property of the application that has the theme's name
_SCALE = "textSize"  # and that of the size of its letters, in per cent
_log = logging.getLogger(__name__)
_EDGE = 1  # pixels of a control's height on each side that are not for its words
_TOOL = 3  # pixels that Qt adds to a tool button of a style sheet


def apply_theme(app: QApplication, name: str, text_size: int | None = None) -> None:
    """Dresses the whole program: 'light', 'dark' or 'contrast'.

    The font comes last: with a style, and with a style sheet, Qt takes up the desktop's fonts for
    buttons, labels, menus and so on again.

    Args:
        text_size: of letters and of the controls around them, in per cent; as before where it is
            left out. What is made already keeps what it has measured.
    """
    if text_size is not None:
        app.setProperty(_SCALE, text_size)
    app.setStyle("Fusion")
    app.setPalette(_palette(THEMES[name]))
    app.setProperty(_DRESS, name)
    app.setStyleSheet(_style_sheet(name))
    app.setFont(typeface(BODY))


def text_size() -> int:
    """The size of letters, in per cent."""
    app = QApplication.instance()
    return int((app.property(_SCALE) if app is not None else None) or 100)


def scaled(pixels: int) -> int:
    """So many pixels at the size of letters of the day."""
    return round(pixels * text_size() / 100)


def color(name: str) -> QColor:
    """A colour of `boxoffice.tokens` in the theme of the day."""
    return QColor(THEMES[_theme()][name])


def category_color(text: str) -> QColor:
    """The colour of a price category as its seats have it on the map."""
    return QColor(*category_rgb(text, PALETTES[_theme()]))


def section_colors() -> tuple[QColor, ...]:
    """The tints of sections far out, from nothing free to nearly all."""
    return tuple(QColor(*fill) for fill in PALETTES[_theme()].fills)


def typeface(kind: Type, weight: int | None = None, *, plain: bool = False) -> QFont:
    """The program's letters in a size of `boxoffice.tokens`; all figures are of one width.

    Args:
        plain: in just that size, as on the map, whatever the clerk has chosen.
    """
    font = QFont(_FAMILY)
    font.setPixelSize(kind.size if plain else scaled(kind.size))
    font.setWeight(QFont.Weight(kind.weight if weight is None else weight))
    font.setFeature(_TABULAR, 1)
    return font


def system_theme() -> str:
    """What the desktop asks for."""
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def load_fonts(app: QApplication) -> None:
    """Makes the bundled typeface the program's own; it looks the same on every machine."""
    for face in _FACES:
        path = _shipped(f"fonts/{_FAMILY}-{face}.otf")
        if path:
            QFontDatabase.addApplicationFont(path)
    app.setFont(typeface(BODY))


def _theme() -> str:
    app = QApplication.instance()
    dress = app.property(_DRESS) if app is not None else None
    return str(dress or "light")


def _style_sheet(name: str) -> str:
    """The template with the theme's colours, and with heights less what is around the words."""
    path = _shipped("style.qss")
    if not path:
        return ""
    template = Template(Path(path).read_text(encoding="utf-8"))
    heights = {"low": LOW, "control": CONTROL, "tall": TALL}
    return template.substitute(
        THEMES[name],
        **{f"{kind}_size": f"{scaled(each.size)}px" for kind, each in TYPES.items()},
        **{kind: f"{scaled(height) - 2 * _EDGE}px" for kind, height in heights.items()},
        tool=f"{scaled(CONTROL) - 2 * _EDGE - _TOOL}px",
        radius=f"{RADIUS}px",
        arrow=_shipped(f"icons/down-{name}.svg"),
        tick=_shipped(f"icons/tick-{name}.svg"),
    )


def _shipped(name: str) -> str:
    """The path of a resource; empty where it is not there: the program works without."""
    try:
        return resource(name).as_posix()
    except FileNotFoundError:
        _log.error("%s is missing", name)
        return ""


def _palette(colors: dict[str, str]) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "ground"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "floor"),
        (roles.Button, "fill"),
        (roles.Text, "text"),
        (roles.WindowText, "text"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.PlaceholderText, "quiet"),
        (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "text"),
        (roles.Link, "accent"),
    ):
        palette.setColor(role, QColor(colors[name]))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["off"]))
    return palette
