"""Brings the translations up to date with the texts in the code, and compiles them.

    python packaging/translate.py

New texts appear in `resources/translations/boxoffice_de.ts` without a translation; translate them
there and run it again. English has its own file for its plurals.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

from boxoffice.domain.language import LANGUAGES, WRITTEN

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"


def update(target: Path, language: str) -> None:
    """Takes the texts of the code into a `.ts` file, those gone left out."""
    run(
        "lupdate",
        "-silent",
        "-no-obsolete",
        "-locations",
        "none",
        "-extensions",
        "py",
        str(ROOT / "boxoffice"),
        "-ts",
        str(target),
        "-source-language",
        WRITTEN,
        "-target-language",
        language,
    )


def compile_words(source: Path, target: Path) -> None:
    run("lrelease", "-silent", str(source), "-qm", str(target))


def run(tool: str, *words: str) -> None:
    subprocess.run([str(Path(PySide6.__file__).parent / tool), *words], check=True)


def main() -> int:
    for language in LANGUAGES:
        source = FOLDER / f"boxoffice_{language}.ts"
        update(source, language)
        compile_words(source, source.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
