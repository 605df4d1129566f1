"""The import rules of the rooms are import-linter contracts; this test keeps and tries them."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests import ROOT
from tests.waiting import PATIENCE

# file, line: each of them has to break a contract
FORBIDDEN = [
    ("stray.py", "import re"),
    ("stray/__init__.py", "import re"),
    ("domain/money.py", "import PySide6"),
    ("domain/money.py", "import httpx"),
    ("domain/money.py", "import boxoffice.logs"),
    ("domain/orders/order.py", "import boxoffice.connect.errors"),
    ("connect/errors.py", "import boxoffice.service"),
    ("connect/errors.py", "import httpx"),
    ("connect/errors.py", "import a_library_of_tomorrow"),
    ("journal/__init__.py", "import boxoffice.connect.errors"),
    ("presenters/common.py", "from PySide6 import QtCore"),
    ("presenters/common.py", "import boxoffice.connect.wire"),
    ("presenters/common.py", "import boxoffice.connect.signing_in"),
    ("presenters/common.py", "import boxoffice.views"),
    ("presenters/common.py", "import boxoffice.service.errors"),
    ("seatmap/__init__.py", "import boxoffice.presenters.common"),
    ("seatmap/hall/geometry.py", "import PySide6"),
    ("printing/documents.py", "import PySide6"),
    ("importing/__init__.py", "import boxoffice.service"),
    ("views/__init__.py", "import boxoffice.connect.errors"),
    ("views/__init__.py", "import boxoffice.connect.client"),
    ("views/__init__.py", "import boxoffice.presenters.map.board"),
    ("views/__init__.py", "import boxoffice.desktop.summary_printer"),
    ("views/__init__.py", "import boxoffice.printing.paper"),
    ("views/__init__.py", "import boxoffice.children.kept"),
    ("service/__init__.py", "import boxoffice.connect.errors"),
    ("service/__init__.py", "import boxoffice.children.kept"),
    ("children/kept.py", "import boxoffice.views"),
    ("children/kept.py", "import PySide6"),
]
ALLOWED = [
    ("importing/__init__.py", "import boxoffice.connect.client"),
    ("importing/__init__.py", "import boxoffice.connect.errors"),
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
        timeout=PATIENCE,
        check=False,
    )


def test_the_rooms_keep_their_import_rules() -> None:
    result = check_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def check_planted(file: str, line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    shutil.copytree(
        ROOT / "boxoffice", folder / "boxoffice", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    rules = folder / "tests" / "architecture"
    rules.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "architecture" / "import_rules.py", rules)
    planted = folder / "boxoffice" / file
    assert planted.exists() or "stray" in file
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a") as end:
        end.write(f"\n{line}\n")
    return check_imports(folder)


@pytest.mark.parametrize(("file", "line"), FORBIDDEN)
def test_a_planted_import_is_found(file: str, line: str, tmp_path: Path) -> None:
    result = check_planted(file, line, tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


@pytest.mark.parametrize(("file", "line"), ALLOWED)
def test_what_a_room_may_import_is_not_found(file: str, line: str, tmp_path: Path) -> None:
    result = check_planted(file, line, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("boxoffice", include_external_packages=True, cache_dir=None)


MOST_IN_A_FOLDER, MOST_AT_THE_TOP = 20, 5


def python_files(folder: Path) -> list[Path]:
    return [p for p in folder.glob("*.py") if p.name != "__init__.py"]


def test_no_folder_has_more_modules_than_one_can_look_over() -> None:
    rooms = [ROOT / "boxoffice", ROOT / "tests"]
    folders = [f for room in rooms for f in (room, *room.rglob("*")) if f.is_dir()]
    sizes = {str(f.relative_to(ROOT)): len(python_files(f)) for f in folders}
    assert len(sizes) > 50
    assert {f: n for f, n in sizes.items() if n > MOST_IN_A_FOLDER} == {}
    assert sizes["boxoffice"] <= MOST_AT_THE_TOP


def classes_of(path: Path) -> list[ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def rooms() -> list[Path]:
    return [p.parent for p in sorted((ROOT / "boxoffice").glob("*/__init__.py"))]


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_a_class_name_stands_for_one_thing_in_a_room(room: Path) -> None:
    """Names with an underscore are their module's own."""
    places: dict[str, list[str]] = {}
    for path in room.rglob("*.py"):
        for found in classes_of(path):
            if not found.name.startswith("_"):
                places.setdefault(found.name, []).append(str(path.relative_to(ROOT)))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_nothing_in_the_map_inherits_deeper_than_one_step() -> None:
    """A widget or node is one step below Qt; a tool is one step below `Tool`."""
    files = sorted((ROOT / "boxoffice" / "seatmap").rglob("*.py"))
    bases = {
        found.name: [ast.unparse(base) for base in found.bases]
        for path in files
        for found in classes_of(path)
    }
    deeper = {
        name: base
        for name, its_bases in bases.items()
        for base in its_bases
        if set(bases.get(base, ())) - {"Protocol"}
    }
    assert {"SeatCanvas", "Tool", "ClickTool"} <= bases.keys()
    assert deeper == {}


def test_the_formatter_decides() -> None:
    marks = ("# fmt" + ": skip", "# fmt" + ": off")
    found = [
        str(path.relative_to(ROOT))
        for folder in ("boxoffice", "tests", "packaging")
        for path in (ROOT / folder).rglob("*.py")
        if any(mark in path.read_text(encoding="utf-8") for mark in marks)
    ]
    assert found == []


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="no git here")
def test_the_top_level_holds_nothing_else() -> None:
    allowed = {"pyproject.toml", "README.md", "boxoffice", "resources", "tests", "packaging"}
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert {name.split("/")[0] for name in tracked if not name.startswith(".")} <= allowed


# Of Qt, what waits for a print system or another program, or decodes what others made: where it
# hangs or burns, it holds the interpreter's lock, so that no thread of the window goes on.
BOUNDED = (
    "boxoffice.printing.paper",
    "boxoffice.children.print_child",
    "boxoffice.children.picture_child",
    "boxoffice.desktop.starting",  # where a start is refused, it opens a file
    "boxoffice.cli.probe_command",  # it asks for a token in a terminal
)
HANGS_OR_BURNS = {
    "QtPrintSupport",
    "QtSvg",
    "QtSvgWidgets",
    "QtPdf",
    "QtMultimedia",
    "QtWebEngineCore",
    "QImageReader",
    "QMovie",
    "QPdfWriter",
    "QTextDocument",
    "QTextBrowser",
    "QTextEdit",
    "QDesktopServices",
    "QNetworkAccessManager",
    "QHostInfo",
    "QDnsLookup",
    "QDBusInterface",
    "loadFromData",
    "fromData",
    "setHtml",
    "openUrl",
    "getpass",
    "getfqdn",
    "gethostbyname",
    "gethostbyaddr",
}


def names_in(source: str) -> set[str]:
    """Every name that a module imports, uses, or takes of something."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            found |= {*(node.module or "").split("."), *(alias.name for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {part for alias in node.names for part in alias.name.split(".")}
    return found


def modules() -> dict[str, Path]:
    paths = (ROOT / "boxoffice").rglob("*.py")
    return {".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in paths}


def test_what_may_hang_or_burn_is_used_in_children_alone() -> None:
    found = {
        module: sorted(HANGS_OR_BURNS & names_in(path.read_text(encoding="utf-8")))
        for module, path in modules().items()
        if module not in BOUNDED
    }
    assert {module: names for module, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "from PySide6.QtSvg import QSvgRenderer",
        "from PySide6 import QtPrintSupport",
        "import PySide6.QtPrintSupport as paper",
        "pixmap.loadFromData(answer)",
        "def who() -> str:\n    import getpass\n    return getpass.getuser()",
        "from PySide6.QtGui import QImageReader as Reader",
    ],
)
def test_a_planted_use_is_found(line: str) -> None:
    assert HANGS_OR_BURNS & names_in(line)


@pytest.mark.parametrize("child", BOUNDED)
def test_the_window_imports_no_module_of_a_child(child: str, graph: grimp.ImportGraph) -> None:
    assert child in graph.modules
    allowed = {"boxoffice.cli.main", *BOUNDED}
    assert graph.find_modules_that_directly_import(child) <= allowed
    importers = graph.find_modules_that_directly_import("boxoffice.cli.main")
    assert importers == {"boxoffice.__main__"}
