"""What is told to the clerk is write-only: nothing decides by what a notice says.

A notice is made by presenters and read by views. Who else could have one, a room that may import
the presenters, reads nothing that is in it and compares neither notices nor codes.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests import ROOT

PACKAGE = ROOT / "boxoffice"
ROOMS = ("presenters", "desktop", "cli", "rehearsal", "children")  # and none below the presenters
READERS = {PACKAGE / "presenters" / "notices.py"}
INSIDE = {"code", "params", "severity", "stays", "replaces", "life"}


def modules() -> list[Path]:
    paths = {path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")}
    return sorted(paths - READERS)


def name_of(node: ast.AST | None) -> str:
    """The last part of a name: `state.notice` is a notice as `notice` is."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.arg):
        return node.arg
    return node.id if isinstance(node, ast.Name) else ""


def says_notice(annotation: ast.AST | None) -> bool:
    return annotation is not None and any(
        name_of(part) == "Notice" for part in ast.walk(annotation)
    )


def declared(tree: ast.AST) -> set[str]:
    """The names that are said to be a notice: variables, fields, arguments, and functions."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and says_notice(node.annotation):
            found.add(name_of(node.target))
        elif isinstance(node, ast.arg) and says_notice(node.annotation):
            found.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and says_notice(node.returns):
            found.add(node.name)
    return found


@cache
def shared() -> frozenset[str]:
    """The fields and functions of all modules that are said to be a notice."""
    found = {"Notice"}
    for path in modules():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and says_notice(node.returns):
                found.add(node.name)
            elif isinstance(node, ast.ClassDef):
                fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
                found |= {name_of(x.target) for x in fields if says_notice(x.annotation)}
    return frozenset(found)


def is_notice(node: ast.AST, names: set[str]) -> bool:
    if isinstance(node, ast.Call):
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        return name_of(owner) == "Notice" or is_notice(node.func, names)
    if isinstance(node, ast.IfExp):
        return is_notice(node.body, names) or is_notice(node.orelse, names)
    if isinstance(node, ast.BoolOp):
        return any(is_notice(value, names) for value in node.values)
    if isinstance(node, ast.NamedExpr | ast.Await):
        return is_notice(node.value, names)
    return name_of(node) in names


def names_in(tree: ast.AST) -> set[str]:
    """Every name that a notice has in a module, also where it was given one after the other."""
    names = declared(tree) | shared()
    while True:
        more = set(names)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and is_notice(node.value, names):
                more |= {name_of(target) for target in node.targets} - {""}
            elif isinstance(node, ast.NamedExpr) and is_notice(node.value, names):
                more.add(node.target.id)
        if more == names:
            return names
        names = more


def caught_in(tree: ast.AST) -> set[str]:
    """The names that errors are caught by: a refusal of the server has a code, too."""
    handlers = (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler))
    return {handler.name for handler in handlers if handler.name}


def is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and name_of(node.value) == "Code"


def is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def readings(source: str) -> list[str]:
    """Where a module reads a notice."""
    tree = ast.parse(source)
    names, caught = names_in(tree), caught_in(tree)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            is_read = node.attr in INSIDE and isinstance(node.ctx, ast.Load)
            is_error = isinstance(node.value, ast.Name) and node.value.id in caught
            wrong = is_read and not is_error
        elif isinstance(node, ast.Constant):
            wrong = node.value in INSIDE
        elif isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            against_none = any(map(is_none, sides))
            wrong = any(map(is_code, sides)) or (
                not against_none and any(is_notice(side, names) for side in sides)
            )
        elif isinstance(node, ast.MatchClass):
            wrong = name_of(node.cls) == "Notice"
        elif isinstance(node, ast.MatchValue):
            wrong = is_code(node.value)
        else:
            wrong = False
        if wrong:
            found.append(f"{getattr(node, 'lineno', 0)}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nobody_reads_a_notice_but_the_views(path: Path) -> None:
    assert readings(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "if shown.notice.code is Code.RETURNED_UNSOLD: ...",
        "order = int(notice.params['order'])",
        "reason = why.params.get('reason', '')",
        "over = getattr(state.notice, 'code')",
        "is_grave = notice.stays",
        "if state.notice == self._back_again: ...",
        "self._back = Notice.good(Code.BACK_AGAIN)\nif other is self._back: ...",
        "def f(why: Notice | None) -> None:\n    if why != self.last: ...",
        "why = notice_of(error, address)\nlater = why\nif later in self.told: ...",
        "if (problem := tender.problem(state)) == self.last: ...",
        "def f(code: Code) -> bool:\n    return code is Code.CHECKING",
        "match notice:\n    case Notice(): ...",
        "match code:\n    case Code.CHECKING: ...",
        "def f(error: Refused) -> bool:\n    return notice.code == 404",
    ],
)
def test_a_planted_reading_is_found(planted: str) -> None:
    assert readings(planted)


@pytest.mark.parametrize(
    "allowed",
    [
        "self._show(replace(self.state, notice=notice))",
        "if state.notice is None: ...",
        "if (doubt := doubt_about(order)) is not None: ...",
        "WAYS = {JournalNewer: (Code.JOURNAL_NEWER, WayOut.NEWER_VERSION)}",
        "code = Code.PERHAPS_PRINTED if error.is_doubtful else Code.NOT_PRINTED",
        "tell(Notice.warning(Code.NOT_SAVED, order=number, reason=str(error)))",
        "try: ...\nexcept Refused as refused:\n    if refused.code != 404: ...",
        "if isinstance(named, Notice): ...",
    ],
)
def test_what_makes_a_notice_is_not_found(allowed: str) -> None:
    assert readings(allowed) == []
