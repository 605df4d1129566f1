"""Drawings are held to a list, by what they are and not by how they are written."""

from __future__ import annotations

import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.drawing import MOST_BYTES, DrawingRefused, cleaned
from boxoffice.resources import resource
from tests.pictures import HOSTILE, SVG, drawing, nested_uses


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_drawing_is_refused_in_words(name: str) -> None:
    with pytest.raises(DrawingRefused) as refused:
        cleaned(HOSTILE[name])
    assert 10 < len(str(refused.value)) < 120
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("name", ["an image", "an image under a prefix", "an import", "a script"])
def test_no_encoding_hides_anything(name: str, encoding: str) -> None:
    text = HOSTILE[name].decode()
    declared = "" if encoding.startswith("utf") else f'<?xml version="1.0" encoding="{encoding}"?>'
    with pytest.raises(DrawingRefused, match=r"a drawing on a map|the style sheet"):
        cleaned((declared + text).encode(encoding))


@pytest.mark.parametrize(
    "encoding", ["none", "idna", "utf-7", "shift_jis", "zlib", "rot13", "utf-32", "cp1252"]
)
def test_an_encoding_of_another_kind_is_read_or_refused(encoding: str) -> None:
    with contextlib.suppress(DrawingRefused):
        cleaned(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + SVG)


def test_references_to_characters_hide_nothing() -> None:
    with pytest.raises(DrawingRefused):
        cleaned(drawing('<rect fill="&#117;rl(//host/x)"/>'))
    with pytest.raises(DrawingRefused):
        cleaned(drawing("<style>&#64;import url(x);</style>"))
    with pytest.raises(DrawingRefused):
        cleaned(drawing("<style><![CDATA[@import url(x);]]></style>"))
    with pytest.raises(DrawingRefused):
        cleaned(drawing('<use xlink:href="&#47;&#47;host/x#a"/>'))


NAMES = st.text(string.ascii_letters, min_size=1, max_size=12)
ALLOWED = {
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "metadata",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "text",
    "title",
    "tspan",
    "use",
}


@given(name=NAMES.filter(lambda name: name not in ALLOWED), space=st.sampled_from(["", "s:"]))
def test_every_other_element_is_refused(name: str, space: str) -> None:
    inside = f"<{space}{name}/>"
    for other in ("http://www.w3.org/2000/svg", "urn:other"):
        with pytest.raises(DrawingRefused):
            cleaned(drawing(inside, on_root=f'xmlns:s="{other}"'))


@given(data=st.binary(max_size=300) | st.text().map(str.encode))
def test_any_bytes_are_cleaned_or_refused(data: bytes) -> None:
    for each in (data, b"<svg>" + data + b"</svg>", drawing("") + data):
        with contextlib.suppress(DrawingRefused):
            cleaned(each)


def test_what_is_clean_stays_as_it_is() -> None:
    for data in (SVG, resource("pictures/pitch.svg").read_bytes(), nested_uses(3)):
        once = cleaned(data)
        assert cleaned(once) == once


def test_what_draws_nothing_is_left_out() -> None:
    data = drawing(
        "<!-- note --><?note x?><title>A</title><metadata>x</metadata>"
        '<clipPath id="c"><rect/></clipPath>'
        '<rect width="1" data-x="1" cursor="help" filter="url(#f)" i:label="a"/>',
        on_root='xmlns:i="http://www.inkscape.org/namespaces/inkscape"',
    )
    text = cleaned(data).decode()
    assert text.endswith('><rect width="1"></rect></svg>')


def test_words_and_values_are_written_so_that_they_stay_words_and_values() -> None:
    text = cleaned(drawing('<text font-family="&quot;A&quot;">&lt;image/&gt; &amp;amp;</text>'))
    assert b"<image" not in text
    assert b"&lt;image/&gt; &amp;amp;" in text
    assert cleaned(text) == text


def test_the_size_is_bounded() -> None:
    filled = drawing("<g/>")
    padded = filled[:-6] + b" " * (MOST_BYTES - len(filled)) + filled[-6:]
    assert len(padded) == MOST_BYTES
    cleaned(padded)
    with pytest.raises(DrawingRefused, match="larger than 2 MB"):
        cleaned(padded + b" ")


@pytest.mark.parametrize(
    "data",
    [
        drawing('<rect style="' + "/*" * 400_000 + '"/>'),
        drawing("<style>" + "/*" * 20_000 + "</style>"),
        drawing('<rect cursor="' + "url(#a)" * 200_000 + '("/>'),
        drawing('<rect fill="' + "url(#" * 200_000 + '"/>'),
        drawing('<path d="' + "1" * 1_900_000 + '"/>'),
        drawing("<g>" * 400_000),
        drawing("".join(f'<use id="u{n}" href="#u{n + 1}"/>' for n in range(15_000))),
        drawing("".join(f'<a{n}="1"/>' for n in range(100_000))),
    ],
    ids=range(8),
)
def test_nothing_within_the_size_takes_long(data: bytes) -> None:
    """Each would take hours where its parts were looked at again for each other."""
    assert len(data) < MOST_BYTES
    with contextlib.suppress(DrawingRefused):
        cleaned(data)
