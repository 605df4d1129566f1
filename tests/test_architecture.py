"""The import rules of the rooms are import-linter contracts; this test keeps and tries them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]

FORBIDDEN = [
    ("domain/money.py", "import PySide6"),
    ("domain/order.py", "import boxoffice.connect.errors"),
    ("connect/errors.py", "import boxoffice.service"),
    ("journal/__init__.py", "import boxoffice.connect.errors"),
    ("presenters/states.py", "from PySide6 import QtCore"),
    ("presenters/states.py", "import boxoffice.connect.wire"),
    ("presenters/states.py", "import boxoffice.views"),
    ("seatmap/__init__.py", "import boxoffice.presenters.states"),
    ("importing/__init__.py", "import boxoffice.service"),
    ("views/__init__.py", "import boxoffice.connect.errors"),
    ("service/__init__.py", "import boxoffice.connect.errors"),
]


def check_imports(root: Path) -> subprocess.CompletedProcess[str]:
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); "
        "from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={"PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_rooms_keep_their_import_rules() -> None:
    result = check_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(("file", "line"), FORBIDDEN)
def test_a_planted_import_is_found(file: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "boxoffice", tmp_path / "boxoffice", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "boxoffice" / file
    assert planted.exists()
    planted.write_text(planted.read_text() + f"\n{line}\n")
    result = check_imports(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


# What a whole-room contract cannot say: single modules that may do what their room may not.
QT_MODULES = {
    "seatmap": ("boxoffice.seatmap.canvas",),
    "printing": ("boxoffice.printing.paper", "boxoffice.printing.preview"),
}
SHOWN_TO_VIEWS = {
    "presenters": {
        "boxoffice.presenters.states",
        "boxoffice.presenters.customer_states",
        "boxoffice.presenters.event_states",
        "boxoffice.presenters.finder_states",
        "boxoffice.presenters.restart_states",
        "boxoffice.presenters.notices",
    },
    "printing": {"boxoffice.printing.preview"},
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("boxoffice", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("room", sorted(QT_MODULES))
def test_qt_stays_in_the_modules_made_for_it(room: str, graph: grimp.ImportGraph) -> None:
    for module in graph.find_modules_that_directly_import("PySide6"):
        if module.startswith(f"boxoffice.{room}."):
            assert module.startswith(QT_MODULES[room]), module


@pytest.mark.parametrize("room", sorted(SHOWN_TO_VIEWS))
def test_views_see_of_a_room_only_what_is_meant_for_them(
    room: str, graph: grimp.ImportGraph
) -> None:
    for view in graph.find_descendants("boxoffice.views"):
        seen = {
            m
            for m in graph.find_modules_directly_imported_by(view)
            if m.startswith(f"boxoffice.{room}")
        }
        assert seen <= SHOWN_TO_VIEWS[room], view


def test_every_room_has_its_contract() -> None:
    rooms = {p.name for p in (ROOT / "boxoffice").iterdir() if (p / "__init__.py").exists()}
    assert rooms == {
        "connect", "domain", "importing", "journal", "presenters", "printing", "rehearsal",
        "seatmap", "service", "views",
    }  # fmt: skip
    rules = (ROOT / "pyproject.toml").read_text()
    for room in rooms - {"rehearsal"}:
        assert f'source_modules = ["boxoffice.{room}"]' in rules, room


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="no git here")
def test_the_top_level_holds_nothing_else() -> None:
    allowed = {"pyproject.toml", "README.md", "boxoffice", "resources", "tests", "packaging"}
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()  # fmt: skip
    assert {name.split("/")[0] for name in tracked if not name.startswith(".")} <= allowed
