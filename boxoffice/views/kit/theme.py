"""How the program looks: a stylesheet in the colours of the day, and the bundled typeface."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from boxoffice.resources import resource

_FACES = ("Regular", "Medium", "SemiBold", "Bold")
_POINTS = 10.0

# The ratio of each text to its ground is at least 4.5:1; tests/views/kit/test_theme.py holds it.
THEMES: dict[str, dict[str, str]] = {
    "light": {
        "ground": "#eceff3",
        "panel": "#ffffff",
        "soft": "#f4f6f9",
        "line": "#d0d6de",
        "text": "#1c222b",
        "faint": "#586270",
        "accent": "#0f5cc8",
        "accent_hover": "#0b4aa3",
        "on_accent": "#ffffff",
        "tint": "#e3eefc",
        "disabled": "#8a939f",
        "error": "#b3161f",
        "error_tint": "#fdecec",
        "warning": "#7a4b00",
        "warning_tint": "#fff4dd",
        "good": "#14653a",
        "good_tint": "#e6f5ec",
    },
    "dark": {
        "ground": "#14161a",
        "panel": "#21252c",
        "soft": "#181b20",
        "line": "#424954",
        "text": "#eceff3",
        "faint": "#a6afbb",
        "accent": "#5ca0ff",
        "accent_hover": "#82b6ff",
        "on_accent": "#0a1424",
        "tint": "#1f3350",
        "disabled": "#7b8491",
        "error": "#ff9c9c",
        "error_tint": "#3d1f22",
        "warning": "#ffd27a",
        "warning_tint": "#3a2e14",
        "good": "#8be0ae",
        "good_tint": "#17352a",
    },
    "contrast": {
        "ground": "#000000",
        "panel": "#000000",
        "soft": "#000000",
        "line": "#ffffff",
        "text": "#ffffff",
        "faint": "#ffffff",
        "accent": "#ffde00",
        "accent_hover": "#fff3a0",
        "on_accent": "#000000",
        "tint": "#333300",
        "disabled": "#b0b0b0",
        "error": "#ff9c9c",
        "error_tint": "#000000",
        "warning": "#ffde00",
        "warning_tint": "#000000",
        "good": "#8be0ae",
        "good_tint": "#000000",
    },
}


def apply_theme(app: QApplication, name: str) -> None:
    """Dresses the whole program: 'light', 'dark' or 'contrast'."""
    colors = THEMES[name]
    app.setStyle("Fusion")
    app.setPalette(_palette(colors))
    template = Template(resource("style.qss").read_text(encoding="utf-8"))
    arrow = resource(f"icons/down-{name}.svg").as_posix()
    tick = resource(f"icons/tick-{name}.svg").as_posix()
    app.setStyleSheet(template.substitute(colors, arrow=arrow, tick=tick))


def system_theme() -> str:
    """What the desktop asks for."""
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def load_fonts(app: QApplication) -> None:
    """Makes the bundled typeface the program's own; it looks the same on every machine."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{face}.otf")))
    font = QFont("Inter")
    font.setPointSizeF(_POINTS)
    app.setFont(font)


def _palette(colors: dict[str, str]) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "ground"),
        (roles.Base, "panel"),
        (roles.AlternateBase, "soft"),
        (roles.Button, "panel"),
        (roles.Text, "text"),
        (roles.WindowText, "text"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.PlaceholderText, "faint"),
        (roles.ToolTipBase, "panel"),
        (roles.ToolTipText, "text"),
        (roles.Link, "accent"),
    ):
        palette.setColor(role, QColor(colors[name]))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["disabled"]))
    return palette
