from __future__ import annotations

import pytest

from boxoffice.cli.arguments import parser

COMMANDS: tuple[list[str], ...] = (
    [],
    ["demo"],
    ["serve"],
    ["token", "list", "--data", "x"],
    ["backup", "--data", "x", "y"],
    ["migrate", "--database", "postgresql://host/name"],
    ["tour", "--out", "x"],
    ["child", "print"],
    ["probe"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0] if words else "window")
@pytest.mark.parametrize(
    ("option", "said", "value"), [("--language", "de", "de"), ("--log-level", "debug", 10)]
)
def test_what_holds_for_all_commands_may_stand_before_or_behind_them(
    command: list[str], option: str, said: str, value: object
) -> None:
    name = option.strip("-").replace("-", "_")
    for words in ([option, said, *command], [*command, option, said]):
        assert getattr(parser().parse_args(words), name) == value, words
    assert getattr(parser().parse_args(command), name) != value
