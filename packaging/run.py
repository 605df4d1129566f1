"""Sets Boxoffice up in a checkout and starts it; needs nothing but a Python.

    python3 packaging/run.py            the demo; without a display the tour, into ./tour/
    python3 packaging/run.py test ...   all tests, or what further words tell pytest
    python3 packaging/run.py lint       lint, format, types and import rules
    python3 packaging/run.py fix        what of that can be mended by itself, is
    python3 packaging/run.py shots      pictures of a whole sale, into ./shots/
    python3 packaging/run.py WORDS      boxoffice WORDS

The environment is `.venv` in the checkout, or where BOXOFFICE_VENV says. It is made once, from the
locked, hash-checked dependencies, and again when a lock changes. This file runs on Python 3.9 and
newer, so that it can say which one is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
WANTED = ((3, 12), (3, 13), (3, 11))
CANNOT_START = 3
WITH_TESTS = ("test", "lint", "fix")  # what needs the tools, not only the program
LINT = (
    ("lint", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("import rules", ("lint-imports", "--no-cache")),
)
FIX = (("lint", ("ruff", "check", "--fix", ".")), ("format", ("ruff", "format", ".")))
SIZES = ("1366x768", "1920x1080")
# Tests wait more than they work.
ON_ALL_PROCESSORS = ("-n", str(min(8, 2 * (os.cpu_count() or 1))))

# What Qt opens at run time on Linux, and the packages that bring it (Debian's name, Fedora's).
LIBRARIES = {
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
}
# What it opens besides where there is an X display.
DISPLAY_LIBRARIES = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}


def main(words: list[str]) -> int:
    """Sets up what is missing, then becomes what was asked for; returns an exit code otherwise."""
    command = words[0] if words else ""
    is_test = command in WITH_TESTS
    environment = Path(os.environ.get("BOXOFFICE_VENV") or ROOT / ".venv").absolute()
    try:
        python = prepare(environment, with_tests=is_test)
    except (SetUpFailed, OSError) as error:
        say(str(error))
        return CANNOT_START
    except KeyboardInterrupt:
        say("stopped; run it again to go on")
        return CANNOT_START
    lacking = missing_libraries(has_display() and not is_test)
    if lacking and needs_qt(words):
        say(how_to_install(lacking))
        return CANNOT_START
    if command == "test":
        return become(python, ["-m", "pytest", *(words[1:] or ON_ALL_PROCESSORS)], ROOT)
    if command in ("lint", "fix"):
        tools = python.parent
        steps = LINT if command == "lint" else FIX
        return in_turn([(title, [str(tools / tool), *rest]) for title, (tool, *rest) in steps])
    if command == "shots":
        return in_turn(shots(python))
    if words:
        return become(python, ["-m", "boxoffice", *words])
    if has_display():
        return become(python, ["-m", "boxoffice", "demo"])
    say("there is no display here: the tour runs instead, and leaves its pictures in ./tour/")
    return become(python, ["-m", "boxoffice", "tour", "--out", "tour"])


def in_turn(steps: Sequence[tuple[str, list[str]]]) -> int:
    """Runs each command under its title, whatever became of those before; 1 where one failed."""
    failed = False
    for title, command in steps:
        sys.stdout.write(f"\n== {title}\n")
        sys.stdout.flush()
        failed |= subprocess.call(command, cwd=str(ROOT)) != 0
    return int(failed)


def shots(python: Path) -> list[tuple[str, list[str]]]:
    """The tour in each size and language, each into a folder of its own."""
    code = "from boxoffice.domain.language import LANGUAGES; print(*LANGUAGES)"
    told = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True)
    steps = []
    for size in SIZES:
        for language in told.stdout.split():
            out = str(ROOT / "shots" / f"{size}-{language}")
            tour = ["tour", "--language", language, "--size", size, "--out", out]
            steps.append((f"{size}, {language}", [str(python), "-m", "boxoffice", *tour]))
    return steps


class SetUpFailed(Exception):
    """What is missing, in words for whoever set it going."""


def prepare(environment: Path, with_tests: bool) -> Path:
    """Makes the environment, or completes it, and returns its Python.

    Raises:
        SetUpFailed: there is no suitable Python, no network, or no place to write.
    """
    lock = PACKAGING / ("requirements-dev.lock" if with_tests else "requirements.lock")
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamps = [environment / f"boxoffice-{name}.stamp" for name in ("dev", "run")]
    stamp = stamps[0] if with_tests else stamps[1]
    wanted = fingerprint(lock)
    # What the tests need holds all that the program needs.
    for done in [stamp] if with_tests else stamps:
        name = "requirements-dev.lock" if done == stamps[0] else "requirements.lock"
        if python.exists() and read(done) == fingerprint(PACKAGING / name):
            return python
    if not works(python):
        make_environment(environment, python)
    install(python, lock)
    link_checkout(python)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def fingerprint(lock: Path) -> str:
    """Changes whenever the environment has to: with the lock, or with the checkout's place."""
    content = lock.read_bytes() + str(ROOT).encode()
    return hashlib.sha256(content).hexdigest()


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def works(python: Path) -> bool:
    """Whether the environment's Python starts, is one of those wanted, and has pip."""
    if not python.exists():
        return False
    return version_of([str(python)]) in WANTED and (
        subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode == 0
    )


def make_environment(environment: Path, python: Path) -> None:
    base = find_python()
    if base is None:
        raise SetUpFailed(
            f"Boxoffice needs Python 3.11, 3.12 or 3.13; this one is {platform.python_version()} "
            "and no other was found.\nInstall one (on Debian 12 or newer: apt-get install -y "
            "python3 python3-venv) and try again."
        )
    say(f"making the environment in {environment}")
    made = subprocess.run(
        [*base, "-m", "venv", "--clear", str(environment)], capture_output=True, text=True
    )
    if made.returncode != 0 or not python.exists():
        reason = last_line(made.stderr) or last_line(made.stdout)
        if "ensurepip" in made.stdout + made.stderr:
            reason = "Python's venv is not there; on Debian: apt-get install -y python3-venv"
        raise SetUpFailed(f"the environment could not be made in {environment}: {reason}")


def find_python() -> list[str] | None:
    """A Python that will do, as the beginning of a command; None where there is none."""
    if sys.version_info[:2] in WANTED:
        return [sys.executable]
    for major, minor in WANTED:
        candidates = [[f"python{major}.{minor}"]]
        if os.name == "nt":
            candidates.append(["py", f"-{major}.{minor}"])
        for command in candidates:
            if shutil.which(command[0]) and version_of(command) == (major, minor):
                return command
    return None


def version_of(command: list[str]) -> tuple[int, int] | None:
    """(major, minor) of the Python that the command starts; None where it starts none."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        told = subprocess.run([*command, "-c", code], capture_output=True, text=True, timeout=30)
        major, minor = told.stdout.split()
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return int(major), int(minor)


def install(python: Path, lock: Path) -> None:
    """Installs exactly what the lock names, every file checked against its hash."""
    total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--progress-bar",
        "off",
        "-r",
        str(lock),
    ]
    collected = 0
    tail: list[str] = []
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    for line in process.stdout or ():
        tail = [*tail[-30:], line.rstrip()]
        if line.startswith(("Collecting", "Requirement already")):
            collected += 1
            progress("fetching", min(collected, total), total, line.split()[1].split("==")[0])
        elif line.startswith("Installing collected"):
            progress("installing", total, total, "")
    if process.wait() != 0:
        end_progress()
        lines = [line for line in tail if "ERROR" in line or "error" in line] or tail[-5:]
        raise SetUpFailed("the dependencies could not be installed:\n" + "\n".join(lines[:8]))
    end_progress()


def link_checkout(python: Path) -> None:
    """Lets the environment import the checkout itself, so that an edit needs no installing."""
    code = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    told = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True)
    link = Path(told.stdout.strip()) / "boxoffice-checkout.pth"
    link.write_text(str(ROOT) + "\n", encoding="utf-8")


def needs_qt(words: list[str]) -> bool:
    """Whether the command opens a window; the service and the help do not."""
    return not (
        words[:1] in (["serve"], ["lint"], ["fix"]) or {"-h", "--help", "--version"} & set(words)
    )


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in names)


def missing_libraries(with_display: bool) -> list[tuple[str, str]]:
    """The packages, Debian's name and Fedora's, of the libraries Qt will not find."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(LIBRARIES)
    if with_display and os.environ.get("DISPLAY"):
        wanted.update(DISPLAY_LIBRARIES)
    return [packages for library, packages in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def how_to_install(lacking: list[tuple[str, str]]) -> str:
    """What is missing, and the command that installs it on this system."""
    has_apt = shutil.which("apt-get") is not None
    names = sorted({packages[0] if has_apt else packages[1] for packages in lacking})
    command = "apt-get install -y" if has_apt else "dnf install -y"
    root = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
    return (
        "system libraries are missing that the window needs; install them with:\n"
        f"  {root}{command} {' '.join(names)}"
    )


def become(python: Path, words: list[str], folder: Path | None = None) -> int:
    """Runs the command in this process's place where the system can, so that signals reach it."""
    if folder is not None:
        os.chdir(str(folder))
    command = [str(python), *words]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - the environment's own Python
    return subprocess.call(command)


def progress(what: str, done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what} {done} of {total} {name:40.40}")
        sys.stderr.flush()
    elif done % 10 == 0 or done == total:
        say(f"{what} {done} of {total}")


def end_progress() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * 70 + "\r")
        sys.stderr.flush()


def last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""


def say(text: str) -> None:
    sys.stderr.write(f"boxoffice: {text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
