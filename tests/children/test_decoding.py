"""Pictures, decoded by a real child: what they may be, and what they may not cost."""

from __future__ import annotations

import resource as resource_module
import sys
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from boxoffice.children import kept
from boxoffice.children.decoding import Decoder
from boxoffice.children.kept import ChildFailed, KeptChildren, TooLate
from boxoffice.resources import resource
from tests.pictures import HOSTILE, PNG, claiming, drawing, jpeg_claiming, nested_uses
from tests.waiting import until

SVG = drawing('<rect width="10" height="5" fill="#ff0000"/>')


def encoded(form: str, width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 0))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(data.data())


@pytest.fixture
async def children() -> AsyncIterator[KeptChildren]:
    made = KeptChildren("picture")
    yield made
    made.end()
    await until(lambda: not made.pids)


@pytest.fixture
def decoder(children: KeptChildren) -> Decoder:
    return Decoder(children, seconds=60)


@pytest.mark.parametrize("form", ["PNG", "JPG"])
async def test_bitmaps_are_decoded(decoder: Decoder, form: str) -> None:
    [found] = await decoder.read(encoded(form))
    assert (found.width, found.height, found.is_opaque) == (40, 20, True)
    blue, green, red, _ = found.pixels[:4]
    assert red > 250
    assert max(blue, green) < 5


async def test_drawings_are_drawn_large(decoder: Decoder) -> None:
    sizes = await decoder.read(SVG)
    assert [(s.width, s.height) for s in sizes] == [(1600 >> n, 1600 >> n) for n in range(4)]
    largest = sizes[0]
    assert not largest.is_opaque
    assert largest.pixels[:4] == b"\0\0\xff\xff"
    assert largest.pixels[-4:] == b"\0\0\0\0"


async def test_our_own_drawing_is_as_it_was_made(decoder: Decoder) -> None:
    sizes = await decoder.read(resource("pictures/pitch.svg").read_bytes())
    found = sizes[0]
    assert (found.width, found.height) == (1600, 1036)

    def color(x: int, y: int) -> tuple[int, ...]:
        at = 4 * (y * found.width + x)
        return tuple(found.pixels[at : at + 3][::-1])

    assert color(2, 2) == (0x2F, 0x7D, 0x3B)  # the ground
    assert color(100, 100) == (0x37, 0x89, 0x3F)  # a stripe
    assert color(800, 400) == (0xF2, 0xF7, 0xF0)  # the halfway line


STYLED = {
    "a class": '<style>.a,#x{fill:#00ff00}</style><rect class="a" width="10" height="10"/>',
    "a style": '<rect style="fill:#00ff00;cursor:help" width="10" height="10"/>',
    "a use": '<defs><rect id="r" width="10" height="10"/></defs>'
    '<use xlink:href="#r" fill="#00ff00"/>',
    "a shade": '<linearGradient id="s"><stop offset="0" stop-color="#00ff00"/></linearGradient>'
    '<rect width="10" height="10" fill="url(#s)"/>',
    "a group": '<g fill="#00ff00" transform="scale(10)"><path d="M0 0h1v1h-1z"/></g>',
    "notes of a drawing program": '<title>A</title><metadata/><rect width="10" height="10" '
    'fill="#00ff00" data-name="x" filter="url(#none)"/>',
}


@pytest.mark.parametrize("name", STYLED)
async def test_what_drawings_are_made_of_is_drawn(decoder: Decoder, name: str) -> None:
    sizes = await decoder.read(drawing(STYLED[name]))
    assert sizes
    middle = 4 * (800 * 1600 + 800)
    assert sizes[0].pixels[middle : middle + 4] == b"\0\xff\0\xff"


async def test_large_pictures_are_made_smaller(decoder: Decoder) -> None:
    sizes = await decoder.read(encoded("PNG", 4000, 1000))
    assert [(s.width, s.height) for s in sizes] == [(1600, 400), (800, 200), (400, 100), (200, 50)]


BROKEN = {
    "nothing": b"",
    "a word": b"hello",
    "half a picture": encoded("PNG")[:60],
    "a bitmap": encoded("BMP"),
    "a PNG of 65,000 by 65,000": claiming(65_000, 65_000),
    "a JPEG of 65,000 by 65,000": jpeg_claiming(65_000, 65_000),
    "a PNG of 2 thousand million a side": claiming(2**31 - 1, 2**31 - 1),
    "nothing of a drawing": b"<svg></svg>",
    "no size": drawing("").replace(b'width="10"', b'width="0"'),
    "a line": drawing('<rect width="9"/>').replace(b'height="10"', b'height="1e-9"'),
    "an open drawing": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect',
}


@pytest.mark.parametrize("name", BROKEN)
async def test_broken_and_huge_pictures_are_none(decoder: Decoder, name: str) -> None:
    assert await decoder.read(BROKEN[name]) == ()


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_drawings_are_none_and_cost_the_child_nothing(
    decoder: Decoder, children: KeptChildren, name: str
) -> None:
    assert await decoder.read(PNG)
    before = children.pids
    assert await decoder.read(HOSTILE[name]) == ()
    assert children.pids == before  # it is refused, not ended


async def test_a_picture_that_ends_early_is_bounded(decoder: Decoder) -> None:
    assert await decoder.read(claiming(3000, 3000)) == ()
    found = await decoder.read(claiming(2000, 2000))
    assert not found or found[0].width == 1600


async def test_a_drawing_within_the_list_that_takes_too_long_is_none() -> None:
    """Each part is harmless; all of them paint the whole picture many thousand times."""
    heavy = drawing(
        '<radialGradient id="s"><stop offset="0" stop-color="red"/>'
        '<stop offset="1" stop-color="blue" stop-opacity="0.5"/></radialGradient>'
        + '<rect width="10" height="10" fill="url(#s)" opacity="0.5" transform="rotate(3)"/>'
        * 9000
    )
    children = KeptChildren("picture")
    for seconds, failure in ((200.0, ChildFailed), (1.0, TooLate)):
        await Decoder(children, seconds=60).read(PNG)
        with pytest.raises(failure) as failed:
            await children.ask({}, heavy, seconds=seconds)
        assert type(failed.value) is failure  # it has computed for too long, or we have waited
    assert await Decoder(children, seconds=60).read(PNG)
    children.end()
    await until(lambda: not children.pids)


LAYERS = drawing('<g opacity="0.9"><rect width="10" height="10"/>' * 18 + "</g>" * 18)
LITTLE = """
from boxoffice.children import picture_child
picture_child._MOST_MORE = 30_000_000
picture_child.run()
"""


async def test_memory_is_bounded_and_the_next_picture_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each group wants a layer that is as large as the picture, and all are there at once."""
    children = KeptChildren("picture")
    assert await Decoder(children, seconds=60).read(LAYERS)
    [pid] = children.pids
    assert resource_module.prlimit(pid, resource_module.RLIMIT_AS)[0] < 1_000_000_000
    children.end()
    monkeypatch.setattr(kept, "command", lambda *_: [sys.executable, "-c", LITTLE])
    little = KeptChildren("picture")
    with pytest.raises(ChildFailed):
        await little.ask({}, LAYERS, seconds=10)
    assert await Decoder(little, seconds=60).read(PNG)
    little.end()
    await until(lambda: not children.pids and not little.pids)


async def test_uses_within_the_bound_are_drawn(decoder: Decoder) -> None:
    assert await decoder.read(nested_uses(3))
    assert await decoder.read(nested_uses(5)) == ()
