"""The set-up command: what it says where something is missing, and that it starts at once again."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests import ROOT
from tests.waiting import PATIENCE


@pytest.fixture(scope="module")
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("boxoffice_run", ROOT / "packaging" / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def finished_environment(run: ModuleType, folder: Path, lock: str, stamp: str) -> Path:
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / stamp).write_text(run.fingerprint(ROOT / "packaging" / lock))
    return python


@pytest.mark.parametrize(
    ("lock", "stamp", "with_tests"),
    [
        ("requirements.lock", "boxoffice-run.stamp", False),
        ("requirements-dev.lock", "boxoffice-dev.stamp", True),
        ("requirements-dev.lock", "boxoffice-dev.stamp", False),
    ],
)
def test_a_finished_environment_is_used_as_it_is(
    run: ModuleType, tmp_path: Path, lock: str, stamp: str, with_tests: bool
) -> None:
    python = finished_environment(run, tmp_path, lock, stamp)
    assert run.prepare(tmp_path, with_tests=with_tests) == python


def test_the_locks_pin_every_file_by_hash_and_hold_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / "packaging" / name).read_text()
        assert "://" not in text
        requirements = [part for part in text.split("\n") if part and not part.startswith(" ")]
        assert all("==" in line for line in requirements)
        assert text.count("\n    --hash=sha256:") >= len(requirements)


def test_without_a_python_that_will_do_it_names_the_one_it_needs(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run, "WANTED", ((3, 1),))
    with pytest.raises(run.SetUpFailed, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        run.prepare(tmp_path / "venv", with_tests=False)


def test_a_place_that_cannot_be_written_is_one_clear_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    told = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "run.py"), "--version"],
        env={"PATH": "/usr/bin:/bin", "BOXOFFICE_VENV": str(tmp_path / "file" / "venv")},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert told.returncode == 3
    assert "Traceback" not in told.stderr
    assert str(tmp_path / "file" / "venv") in told.stderr


def test_missing_libraries_come_with_the_command_that_installs_them(run: ModuleType) -> None:
    told = run.how_to_install([("libegl1", "libglvnd-egl"), ("libgl1", "libglvnd-glx")])
    assert "install" in told
    assert "libegl1 libgl1" in told or "libglvnd-egl libglvnd-glx" in told
    assert not run.loads("libthere-is-no-such-thing.so.7")


def test_a_python_3_9_can_read_the_file() -> None:
    source = (ROOT / "packaging" / "run.py").read_text()
    ast.parse(source, feature_version=(3, 9))
    assert "from __future__ import annotations" in source
