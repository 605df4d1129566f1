"""What the README shows of Python runs as it stands there."""

from __future__ import annotations

import contextlib
import io
import re

from tests import ROOT
from tests.service_fixture import running_service

README = ROOT / "README.md"


def test_the_example_of_the_client_runs() -> None:
    [code] = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    with running_service() as service, contextlib.redirect_stdout(io.StringIO()) as said:
        told = code.replace("http://127.0.0.1:8480/connect", service.address)
        exec(compile(told.replace("the token", service.token), str(README), "exec"), {})
    assert said.getvalue() == "The Tempest: 2 seats for 64.00 EUR\n"
