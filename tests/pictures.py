"""The smallest files of each kind that a map can have."""

from __future__ import annotations

import base64
import struct
import zlib

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
)


def claiming(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds next to nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg_claiming(width: int, height: int) -> bytes:
    """A JPEG that says it is so large, and ends before its first line."""
    size = struct.pack(">HH", height, width)
    frame = b"\xff\xc0\x00\x11\x08" + size + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    return JPEG[:-2] + frame + b"\xff\xd9"


def drawing(inside: str, before: str = "", on_root: str = "") -> bytes:
    """An SVG of 10 by 10 with so much in it."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {spaces} width="10" height="10" {on_root}>{inside}</svg>'.encode()


def nested_uses(levels: int, each: int = 10) -> bytes:
    """A drawing of `each ** levels` squares in few words."""
    first = '<g id="g0"><rect width="1" height="1"/></g>'
    more = (
        f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * each + "</g>"
        for n in range(1, levels + 1)
    )
    return drawing(first + "".join(more))


_OTHER = 'xmlns:s="http://www.w3.org/2000/svg"'
_FOREIGN = 'xmlns:s="urn:other"'
HOSTILE = {
    "ten levels of uses": nested_uses(10),
    "a use of itself": drawing('<g id="a"><use xlink:href="#a"/></g>'),
    "a use of each other": drawing(
        '<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'
    ),
    "a use of another file": drawing('<use xlink:href="other.svg#a"/>'),
    "an image": drawing('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
    "an image under a prefix": drawing('<s:image xlink:href="//host/x.png"/>', on_root=_OTHER),
    "an image of another space": drawing('<s:image xlink:href="//host/x.png"/>', on_root=_FOREIGN),
    "an image in a note": drawing('<metadata><s:image href="x"/></metadata>', on_root=_OTHER),
    "a huge blur": drawing(
        '<filter id="f"><feGaussianBlur stdDeviation="1e6"/></filter>'
        '<rect width="9" height="9" filter="url(#f)"/>'
    ),
    "a fine pattern": drawing(
        '<pattern id="p" width="0.0001" height="0.0001"><rect width="1" height="1"/></pattern>'
    ),
    "a script": drawing("<script>alert(1)</script>"),
    "a handler": drawing("", on_root='onload="alert(1)"'),
    "foreign content": drawing("<foreignObject/>"),
    "an animation": drawing('<rect><animate attributeName="x" dur="1ms"/></rect>'),
    "entities": drawing("<text>&b;</text>", before='<!DOCTYPE svg [<!ENTITY b "c">]>'),
    "an external entity": drawing(
        "<text>&b;</text>", before='<!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    ),
    "a style sheet elsewhere": drawing(
        "", before='<?xml-stylesheet type="text/css" href="file:///etc/passwd"?>'
    ),
    "an import": drawing("<style>@import url(//host/x.css);</style>"),
    "an address in a style sheet": drawing("<style>.a{fill:url(//host/x)}</style>"),
    "an address in a style": drawing('<rect style="fill:url(//host/x#a)"/>'),
    "an address in disguise": drawing('<rect style="fill:u\\72l(//host/x)"/>'),
    "an address in what is not drawn": drawing('<rect cursor="url(//host/x)"/>'),
    "an address in a paint": drawing('<rect fill="url(file:///etc/passwd)"/>'),
    "a style sheet of 2 MB": drawing(f"<style>{'.a{fill:red}' * 160_000}</style>"),
    "too many rules for too many parts": drawing(
        f"<style>{'.a{fill:red}' * 4000}</style>" + '<rect class="a"/>' * 4000
    ),
    "too many parts": drawing("<rect/>" * 30_000),
    "numbers out of all bounds": drawing('<rect width="1e300" height="1"/>'),
    "nested too deep": drawing("<g>" * 1000 + "</g>" * 1000),
}
"""Drawings that load, run, or cost without end; each is told from a harmless one by parsing it."""
