"""A class is found by its name: in the presenters, and in the views, no two have the same."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from tests import ROOT


def repeated(folder: Path) -> dict[str, list[str]]:
    """The names that several classes of a room have, with the files that they are in."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(folder)))
    return {name: files for name, files in found.items() if len(files) > 1}


@pytest.mark.parametrize("room", ["presenters", "views"])
def test_no_class_name_is_there_twice(room: str) -> None:
    assert repeated(ROOT / "boxoffice" / room) == {}


def test_a_planted_name_is_found(tmp_path: Path) -> None:
    for room in ("map", "order"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "cart.py").write_text("class Cart: ...\n")
    assert list(repeated(tmp_path)) == ["Cart"]
