"""Icons are drawn from our own files, sharp and in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boxoffice.resources import resource
from boxoffice.tokens.colors import THEMES
from boxoffice.tokens.sizes import ICON
from boxoffice.views.kit.controls import tool
from boxoffice.views.kit.icons import Icon, icon, path_of
from boxoffice.views.kit.theme import apply_theme

MODES = {
    (QIcon.Mode.Normal, QIcon.State.Off): "quiet",
    (QIcon.Mode.Normal, QIcon.State.On): "text",
    (QIcon.Mode.Active, QIcon.State.Off): "text",
    (QIcon.Mode.Disabled, QIcon.State.Off): "off",
}


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, "light")


def shades(picture: QImage) -> set[str]:
    """The colours of what is covered whole."""
    seen = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return {each.name() for each in seen if each.alpha() == 255}


def painted(which: Icon, side: int = 80) -> QImage:
    return icon(which).pixmap(QSize(side, side)).toImage()


@pytest.mark.parametrize("which", Icon)
def test_every_icon_is_on_the_grid(app: QApplication, which: Icon) -> None:
    text = resource(f"icons/{which.value}.svg").read_text(encoding="utf-8")
    for words in ('viewBox="0 0 20 20"', 'stroke="currentColor"', 'stroke-width="1.5"'):
        assert words in text
    picture = painted(which)
    covered = [(x, y) for x in range(80) for y in range(80) if picture.pixelColor(x, y).alpha()]
    assert covered
    xs, ys = zip(*covered, strict=True)
    assert min(*xs, *ys) >= 8  # 2 of 20 stay free around it
    assert max(*xs, *ys) <= 71
    assert abs(min(xs) + max(xs) - 79) <= 4  # and it stands in the middle


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("look", MODES)
def test_an_icon_follows_theme_and_state(
    app: QApplication, theme: str, look: tuple[QIcon.Mode, QIcon.State]
) -> None:
    kept = icon(Icon.CLOSE)  # made before the theme
    apply_theme(app, theme)
    picture = kept.pixmap(QSize(80, 80), *look).toImage()
    assert THEMES[theme][MODES[look]] in shades(picture)


def test_an_icon_is_drawn_not_scaled(app: QApplication) -> None:
    """Twice the size is as sharp: the edge is one pixel wide in both."""
    soft = []
    for side in (20, 40, 80):
        row = [painted(Icon.MINUS, side).pixelColor(side // 2, y).alpha() for y in range(side)]
        assert max(row) == 255 or side == 20
        soft.append(sum(0 < alpha < 255 for alpha in row))
    assert max(soft) <= 2


def test_a_button_shows_its_icon(app: QApplication, qtbot: QtBot) -> None:
    made = tool("any", Icon.CLOSE, "Give back")
    qtbot.addWidget(made)
    apply_theme(app, "light")
    made.show()
    assert (made.accessibleName(), made.toolTip(), made.text()) == ("Give back", "Give back", "")
    assert made.sizeHint() == QSize(40, 40)
    picture = made.grab().toImage()
    quiet = QColor(THEMES["light"]["quiet"])
    assert any(
        abs(picture.pixelColor(x, x).lightness() - quiet.lightness()) < 24
        for x in range((40 - ICON) // 2, (40 + ICON) // 2)
    )


@pytest.mark.parametrize("data", ["M1 1 Q2 2 3 3", "m1 1", "M1 1 A1 1 0 0 0 2 2"])
def test_what_it_cannot_read_is_told(data: str) -> None:
    with pytest.raises(ValueError, match="unknown command"):
        path_of(data)
