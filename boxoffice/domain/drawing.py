"""Drawings (SVG) that strangers made: read as XML, held to a short list, and written anew.

What draws lines, areas, words and shades is let through; what loads something, runs something,
repeats itself without end, or costs more the less of it there is (filters, patterns, masks) is not.
The list is of local names, since some readers of SVG look at nothing else: an image is one under
any prefix. What is harmless and draws nothing is left out.

Source: Scalable Vector Graphics 1.1 (Second Edition), and its Tiny 1.2 profile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

MOST_BYTES = 2_000_000
_MOST_WORK = 20_000  # elements that are drawn, each repeat counted; many numbers count as more
_NUMBERS_AN_ELEMENT = 50
_MOST_STYLE = 50_000  # characters of style sheets
_MOST_MATCHES = 400_000  # rules of a style sheet, for each element
_MOST_TEXT = 20_000
_DEEPEST, _MOST_USES_DEEP = 20, 6
_LARGEST = 1e6  # any number

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# What drawing programs write beside the drawing, and no reader draws.
_NOTES = frozenset(
    (
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.inkscape.org/namespaces/inkscape",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/1.1/",
    )
)
_SHADES = frozenset(("linearGradient", "radialGradient"))
_DRAWN = frozenset(
    ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "use")
)
_ELEMENTS = _DRAWN | _SHADES | {"svg", "g", "defs", "symbol", "stop", "style"}
_LEFT_OUT = frozenset(("title", "desc", "metadata", "clipPath"))


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBERS = _names(
    "x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy width height viewBox points d transform"
    " gradientTransform offset opacity fill-opacity stroke-opacity stop-opacity stroke-width"
    " stroke-miterlimit font-size rotate letter-spacing"
)
_PAINTS = frozenset(("fill", "stroke", "color", "stop-color"))
_WORDS = _names(
    "id class fill-rule stroke-linecap stroke-linejoin text-anchor font-family font-style"
    " font-weight display visibility gradientUnits spreadMethod preserveAspectRatio vector-effect"
    " version"
)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_NUMERIC = re.compile(r"[\w\s.,+\-%()]*", re.ASCII)
_PAINT = re.compile(
    r"(?:url\(\s*(['\"]?)#[\w.:-]+\1\s*\)\s*)?(?:[\w#-]*|(?:rgb|hsl)a?\([\d\s.,%]*\))", re.ASCII
)
_WORD = re.compile(r"[\w\s.,:%#'\"+*-]*")
_SELECTORS = re.compile(r"[.#]?[\w-]+(?:\s*,\s*[.#]?[\w-]+)*", re.ASCII)
_LOCAL = re.compile(r"#[\w.:-]+", re.ASCII)
_LOCAL_URL = re.compile(r"url\(\s*['\"]?#[\w.:-]+['\"]?\s*\)", re.ASCII)


class DrawingRefused(Exception):
    """It is no drawing that a map can have; the text is one line that says why."""


def cleaned(data: bytes) -> bytes:
    """The drawing written anew, as UTF-8, with nothing in it but what is on the list.

    The time that this takes grows with the size of the data alone.

    Raises:
        DrawingRefused: it is not a drawing, or has what is not allowed.
    """
    if len(data) > MOST_BYTES:
        raise DrawingRefused(f"the drawing is larger than {MOST_BYTES // 1_000_000} MB")
    reader = _Reader()
    try:
        reader.read(data)
    except (
        expat.ExpatError,
        LookupError,
        ValueError,
    ) as error:  # encodings have errors of their own
        raise DrawingRefused(f"the drawing is no XML: {error}") from error
    reader.weigh()
    return "".join(reader.written).encode()


@dataclass(eq=False)
class _Node:
    """An element and all that is in it.

    Attributes:
        is_left_out: what draws nothing begins here.
        uses: ids of what is drawn once more in its place.
    """

    name: str
    work: float
    is_left_out: bool = False
    uses: list[str] = field(default_factory=list)
    inside: list[_Node] = field(default_factory=list)
    total: float | None = None


class _Reader:
    """Reads one drawing.

    Attributes:
        written: the parts of the clean drawing.
    """

    def __init__(self) -> None:
        self.written: list[str] = []
        self._root: _Node | None = None
        self._open: list[_Node] = []
        self._by_id: dict[str, list[_Node]] = {}
        self._elements = 0
        self._rules = 0
        self._style: list[str] = []
        self._text = 0

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.ProcessingInstructionHandler = _look_at_instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(data, True)

    def weigh(self) -> None:
        """Raises `DrawingRefused` where it is too much to draw."""
        if self._rules * self._elements > _MOST_MATCHES:
            raise DrawingRefused("the style sheet has too many rules")
        if self._root is not None:
            self._total(self._root, 0)

    # --- what the parser tells ---

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        is_note = space in _NOTES
        if not is_note:
            self._check_element(space, local)
        if len(self._open) >= _DEEPEST:
            raise DrawingRefused("the drawing is nested too deep")
        node = _Node(local, 1.0)
        is_inside_left_out = bool(self._open) and self._open[-1].is_left_out
        node.is_left_out = is_inside_left_out or is_note or local in _LEFT_OUT
        if self._open:
            self._open[-1].inside.append(node)
        else:
            self._root = node
        self._open.append(node)
        self._elements += 1
        kept = [] if is_note else self._attributes(node, attributes)
        if not node.is_left_out:
            self._write_start(local, kept)

    def _check_element(self, space: str, local: str) -> None:
        if not self._open and (local != "svg" or space not in ("", _SVG)):
            raise DrawingRefused("the file is no SVG drawing")
        if space not in ("", _SVG) or local not in _ELEMENTS | _LEFT_OUT:
            raise DrawingRefused(f"a drawing on a map has no {_shown(local)!r}")

    def _write_start(self, local: str, kept: list[tuple[str, str]]) -> None:
        spaces = "" if len(self._open) > 1 else f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'
        words = "".join(f" {name}={quoteattr(value)}" for name, value in kept)
        self.written.append(f"<{local}{spaces}{words}>")

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if node.name == "style" and not node.is_left_out:
            self.written.append(escape(self._sheet("".join(self._style))))
            self._style.clear()
        if not node.is_left_out:
            self.written.append(f"</{node.name}>")

    def _characters(self, text: str) -> None:
        node = self._open[-1]
        if node.is_left_out:
            return
        if node.name == "style":
            self._style.append(text)
        elif node.name in ("text", "tspan"):
            self._text += len(text)
            if self._text > _MOST_TEXT:
                raise DrawingRefused("the drawing has too many words")
            self.written.append(escape(text))

    # --- attributes ---

    def _attributes(self, node: _Node, given: dict[str, str]) -> list[tuple[str, str]]:
        """What is kept of the attributes of an element, checked."""
        kept: list[tuple[str, str]] = []
        for name, value in given.items():
            space, _, local = name.rpartition(" ")
            if local == "href" and space in ("", _XLINK):
                kept += self._reference(node, value)
            elif space == _XML and local == "space" and value in ("default", "preserve"):
                kept.append(("xml:space", value))
            elif space == "" and local.lower().startswith("on"):
                raise DrawingRefused(f"a drawing on a map has no {_shown(local)!r}")
            elif space == "" and local == "style":
                kept.append(("style", self._declarations(node, value)))
            elif space == "" and self._is_kept(node, local, value):
                kept.append((local, value))
        named = given.get("id")
        if named:
            self._by_id.setdefault(named, []).append(node)
        return kept

    def _reference(self, node: _Node, value: str) -> list[tuple[str, str]]:
        """Where it points to: a part of the same drawing, or nothing at all."""
        if not _LOCAL.fullmatch(value.strip()):
            raise DrawingRefused("a drawing on a map refers to nothing outside itself")
        if node.name == "use":
            node.uses.append(value.strip()[1:])
        is_known = node.name == "use" or node.name in _SHADES
        return [("xlink:href", value.strip())] if is_known else []

    def _is_kept(self, node: _Node, name: str, value: str) -> bool:
        """Whether the list has an attribute or property of that name; its value is checked."""
        if name in _NUMBERS:
            node.work += _count_numbers(name, value) / _NUMBERS_AN_ELEMENT
        elif name in _PAINTS:
            _check(name, value.replace("!important", "").strip(), _PAINT)
        elif name in _WORDS:
            _check(name, value, _WORD)
        else:
            _check_dropped(name, value)
            return False
        return True

    def _declarations(self, node: _Node, text: str) -> str:
        """The properties of a `style` that the list has."""
        kept = []
        for declaration in _without_comments(text).split(";"):
            name, colon, value = declaration.partition(":")
            if colon and self._is_kept(node, name.strip().lower(), value.strip()):
                kept.append(f"{name.strip().lower()}:{value.strip()}")
        return ";".join(kept)

    def _sheet(self, text: str) -> str:
        """A style sheet of simple rules, written anew."""
        if len(text) > _MOST_STYLE:
            raise DrawingRefused("the style sheet is too long")
        rules = []
        for rule in _without_comments(text).split("}"):
            selectors, brace, declarations = rule.partition("{")
            if not selectors.strip() and not brace:
                continue
            if not brace or not _SELECTORS.fullmatch(selectors.strip()):
                raise DrawingRefused("the style sheet has more than simple rules")
            self._rules += selectors.count(",") + 1
            kept = self._declarations(_Node("", 0.0), declarations)
            rules.append(f"{selectors.strip()}{{{kept}}}")
        return "".join(rules)

    # --- what it costs ---

    def _total(self, node: _Node, uses_deep: int) -> float:
        """What it costs to draw, repeats included."""
        if node.total is not None:
            return node.total
        if uses_deep > _MOST_USES_DEEP:
            raise DrawingRefused("the drawing repeats itself too deep")
        total = node.work + sum(self._total(each, uses_deep) for each in node.inside)
        for wanted in node.uses:
            found = self._by_id.get(wanted, ())
            total += max((self._total(each, uses_deep + 1) for each in found), default=0.0)
        if total > _MOST_WORK:
            raise DrawingRefused("the drawing has too many parts")
        node.total = total
        return total


def _refuse_doctype(*_: object) -> NoReturn:
    raise DrawingRefused("a drawing on a map has no DOCTYPE")


def _look_at_instruction(target: str, _: str) -> None:
    if target.lower() == "xml-stylesheet":
        raise DrawingRefused("a drawing on a map refers to nothing outside itself")


def _count_numbers(name: str, value: str) -> int:
    _check(name, value, _NUMERIC)
    numbers = _NUMBER.findall(value)
    if any(abs(float(number)) > _LARGEST for number in numbers):
        raise DrawingRefused(f"a number of {_shown(name)!r} is out of all bounds")
    return len(numbers)


def _check(name: str, value: str, pattern: re.Pattern[str]) -> None:
    if not pattern.fullmatch(value):
        raise DrawingRefused(f"a drawing on a map has no such {_shown(name)!r}")


def _check_dropped(name: str, value: str) -> None:
    """What is left out may say anything, but not load anything: others may read the original."""
    rest = _LOCAL_URL.sub("", value).lower()
    if "url" in rest or "\\" in rest:
        raise DrawingRefused(f"a drawing on a map has no such {_shown(name)!r}")


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return first + "".join(" " + other.partition("*/")[2] for other in others)


def _shown(name: str) -> str:
    return "".join(c for c in name if c.isprintable())[:40]
