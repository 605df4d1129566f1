"""What the READMEs show of Python runs as it stands there, and files that they name exist."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from tests import ROOT
from tests.service_fixture import running_service

README = ROOT / "README.md"
NEWCOMERS = ROOT / "boxoffice" / "README.md"


def test_the_example_of_the_client_runs() -> None:
    [code] = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    with running_service() as service, contextlib.redirect_stdout(io.StringIO()) as said:
        told = code.replace("http://127.0.0.1:8480/connect", service.address)
        exec(compile(told.replace("the token", service.token), str(README), "exec"), {})
    assert said.getvalue() == "The Tempest: 2 seats for 64.00 EUR\n"


def missing(text: str) -> set[str]:
    """The paths in the text that lead nowhere, from the project's root or from the package."""
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.(?:py|md))?)`", text))
    assert len(named) > 5
    bases = (ROOT, ROOT / "boxoffice")
    return {name for name in named if not any((base / name).exists() for base in bases)}


@pytest.mark.parametrize("document", [README, NEWCOMERS], ids=["users", "newcomers"])
def test_the_files_that_are_named_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert missing(text) == set()
    assert missing(text + "`views/nowhere.py`") == {"views/nowhere.py"}
