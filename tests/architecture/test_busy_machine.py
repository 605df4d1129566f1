"""No test fails because the machine is busy: what tests must not say, and that it is found.

How long something took is what the machine makes of it. Tests look at what came first, at counts,
or at what `tests.turns` tells; benchmarks are commands, and may look at the clock.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests import TESTS
from tests.waiting import PATIENCE

# They have to look at the clock, and nobody judges by it but through them.
_MAY = {"turns.py", "waiting.py", Path(__file__).name}
_CLOCK = re.compile(r"(perf_counter|monotonic|process_time|thread_time|time)(_ns)?")
_DURATION = re.compile(
    r"(.*_)?(took|elapsed|duration|milliseconds|ms)(_.*)?"
    r"|(?!hold_|age_|left_|kept_).*_seconds"
)
_WAITS = {
    "timeout": 0,
    "wait_for": 1,
    "until": 1,
    "wait_until": 1,
    "wait": 0,
    "result": 0,
    "join": 0,
}
_ALL_TESTS = 300  # seconds, as pyproject.toml has it
_SLEEPS = {"qWait", "qSleep"}
_LESS = (ast.Lt, ast.LtE)
_MORE = (ast.Gt, ast.GtE)


def name_of(node: ast.AST) -> str:
    """The last word of what stands there: of `a.b.c(...)`, `a.b["c"]` and `a.b.c`, it is c."""
    match node:
        case ast.Call(func=func):
            return name_of(func)
        case ast.Subscript(value=_, slice=ast.Constant(value=str(key))):
            return key
        case ast.Subscript(value=value):
            return name_of(value)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


class Clocks:
    """What holds a moment and what a duration in a file, by name: told by what is assigned."""

    def __init__(self, tree: ast.Module) -> None:
        self._moments: set[str] = set()
        self._durations: set[str] = set()
        count = -1
        while count != len(self._moments) + len(self._durations):
            count = len(self._moments) + len(self._durations)
            for node in ast.walk(tree):
                self._learn(node)

    def is_duration(self, node: ast.AST) -> bool:
        """Whether it has to do with how long something took."""
        return any(self._is_one(part) for part in ast.walk(node))

    def _is_one(self, node: ast.AST) -> bool:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            return self._is_moment(node.left) or self._is_moment(node.right)
        name = name_of(node)
        return name in self._durations or bool(_DURATION.fullmatch(name))

    def _is_moment(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Call):
            return bool(_CLOCK.fullmatch(name_of(node)))
        return name_of(node) in self._moments

    def _learn(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if len(
                names
            ) == len(values):
                for name, value in zip(names, values, strict=True):
                    self._is_given(name, value)
            case (
                ast.Assign(targets=[target], value=value)
                | ast.AugAssign(target=target, value=value)
            ):
                self._is_given(target, value)
            case ast.Call(func=ast.Attribute(attr="append", value=target), args=[value]):
                self._is_given(target, value)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                returned = [
                    n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value
                ]
                if any(self._is_plainly_one(value) for value in returned):
                    self._durations.add(node.name)

    def _is_given(self, target: ast.AST, value: ast.AST) -> None:
        if self._is_moment(value):
            self._moments.add(name_of(target))
        elif self._is_plainly_one(value):
            self._durations.add(name_of(target))

    def _is_plainly_one(self, node: ast.AST) -> bool:
        """As a number; what only has one inside, as an object has, is left alone."""
        match node:
            case ast.BinOp(left=left, right=right):
                return self._is_one(node) or any(map(self._is_plainly_one, (left, right)))
            case ast.Call(func=ast.Name(id="min" | "max" | "sum" | "abs" | "round"), args=args):
                return any(map(self._is_plainly_one, args))
            case ast.Await(value=value):
                return self._is_plainly_one(value)
            case ast.Call() | ast.Name() | ast.Attribute() | ast.Subscript():
                return self._is_one(node)
        return False


def what_is_wrong(source: str) -> Iterator[str]:
    """Each place that judges by the clock, waits for too short a time, or lets hypothesis do so."""
    tree = ast.parse(source)
    clocks = Clocks(tree)
    asserted = {id(n) for a in ast.walk(tree) if isinstance(a, ast.Assert) for n in ast.walk(a)}
    looped = {id(n) for a in ast.walk(tree) if isinstance(a, ast.While) for n in ast.walk(a.test)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and id(node) not in looped:
            for words in _judged(node, clocks, is_asserted=id(node) in asserted):
                yield f"line {node.lineno}: {words}"
        elif isinstance(node, ast.Call):
            for words in _called(node):
                yield f"line {node.lineno}: {words}"


def _judged(node: ast.Compare, clocks: Clocks, *, is_asserted: bool) -> Iterator[str]:
    """Slowness can make nothing shorter: that something took at least so long may be asserted."""
    sides = [node.left, *node.comparators]
    for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
        is_less = isinstance(operator, _LESS)
        is_more = isinstance(operator, _MORE)
        if not is_less and not is_more:
            continue
        small, great = (left, right) if is_less else (right, left)
        if clocks.is_duration(small) or (clocks.is_duration(great) and not is_asserted):
            yield f"'{ast.unparse(node)}' is judged by the clock"


def _called(node: ast.Call) -> Iterator[str]:
    name, said = name_of(node), ast.unparse(node)
    if name in _SLEEPS or (name == "wait" and name_of(_owner(node)) in ("qtbot", "QTest")):
        yield f"'{said}' only waits: tests.waiting waits for something"
    if ast.unparse(node.func) == "pytest.mark.timeout":
        yield from _marked(node)
        return
    patience = PATIENCE * 1000 if name_of(_owner(node)) == "qtbot" else PATIENCE
    for seconds in _seconds_of(node, name):
        if seconds < patience:
            yield f"'{said}' has no patience: use tests.waiting.PATIENCE"
    if name == "settings":
        yield from _hurried(node)


def _marked(node: ast.Call) -> Iterator[str]:
    match node.args:
        case [ast.Constant(value=int() | float() as seconds)] if seconds >= _ALL_TESTS:
            return
    yield f"'{ast.unparse(node)}' is shorter than the timeout of all tests"


def _owner(node: ast.Call) -> ast.AST:
    return node.func.value if isinstance(node.func, ast.Attribute) else ast.Pass()


def _seconds_of(node: ast.Call, name: str) -> Iterator[float]:
    """The numbers that say how long something is waited for."""
    at = _WAITS.get(name)
    given: list[ast.expr] = [] if at is None else node.args[at : at + 1]
    named = {"timeout", "seconds"} if at is not None else {"timeout"}
    if name.lower() == "hand" or ast.unparse(node.func).endswith("hand)"):
        named.add("patience")
    given += [keyword.value for keyword in node.keywords if keyword.arg in named]
    for value in given:
        if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
            yield value.value


def _hurried(node: ast.Call) -> Iterator[str]:
    for keyword in node.keywords:
        said = ast.unparse(keyword.value)
        if keyword.arg == "deadline" and said != "None":
            yield f"hypothesis has a deadline, {said}"
        if keyword.arg == "suppress_health_check" and not re.search(r"too_slow|list\(", said):
            yield "hypothesis complains of slowness: name HealthCheck.too_slow too"


@pytest.mark.parametrize(
    "path",
    [
        path.relative_to(TESTS)
        for path in sorted(TESTS.rglob("*.py"))
        if path.name not in _MAY and path.parent.name != "benchmarks"
    ],
    ids=str,
)
def test_nothing_is_judged_by_the_clock(path: Path) -> None:
    assert list(what_is_wrong((TESTS / path).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "began = time.monotonic()\nassert time.monotonic() - began < 5",
        "began = perf_counter()\ntook = perf_counter() - began\nassert took <= most",
        "began, x = time.time(), 1\nassert 5 > (time.time() - began) / 20",
        "a = time.monotonic_ns()\nb = time.monotonic_ns()\nassert 0 <= b - a < 5",
        "began = loop.time()\nx = []\nx.append(loop.time() - began)\nassert max(x) < 1",
        "def f():\n    a = time.time()\n    return time.time() - a\nassert max(f(), f()) < 2",
        "async def f():\n    a = time.time()\n    return time.time() - a\nassert (await f()) < 2",
        "a = time.time()\nif time.time() - a > 5:\n    wrong.append('slow')",
        "assert seen.sale_seconds < 10",
        "assert outcome.stall_ms < 100",
        "assert elapsed < 1",
        "assert found['took'] < 1",
        "wait_until(lambda: x, 10)",
        "await until(lambda: x, seconds=2)",
        "process.wait(5)",
        "future.result(timeout=20)",
        "async with asyncio.timeout(5): pass",
        "await asyncio.wait_for(x, 1.5)",
        "subprocess.run(words, timeout=30)",
        "qtbot.waitUntil(f, timeout=5000)",
        "qtbot.wait(100)",
        "QTest.qWait(50)",
        "hand = Hand(window, patience=2.0)",
        "clerk.hand = type(clerk.hand)(clerk.window, patience=2.0)",
        "@pytest.mark.timeout(180)\ndef test(): pass",
        "settings(deadline=200)",
        "settings(suppress_health_check=[HealthCheck.filter_too_much])",
    ],
)
def test_what_is_judged_by_the_clock_is_found(source: str) -> None:
    assert list(what_is_wrong(source))


@pytest.mark.parametrize(
    "source",
    [
        "ends = time.monotonic() + 5\nwhile time.monotonic() < ends: pass",
        "while time.monotonic() - began < 5: pass",
        "Instance(lock, patience=0.2)",
        "@pytest.mark.timeout(600)\ndef test(): pass",
        "began = time.monotonic()\ntell(time.monotonic() - began)",
        "began = time.monotonic()\nassert time.monotonic() - began >= 5",
        "began = time.monotonic()\ngaps = (time.monotonic() - began) / 0.2\nassert seen <= gaps",
        "assert 580 < state.hold_seconds <= 600",
        "assert watch.seconds < 5",
        "assert turns.longest < MOST",
        "until(lambda: x)",
        "process.wait(PATIENCE)",
        "process.wait()",
        "', '.join(names)",
        "await asyncio.wait([task])",
        "qtbot.waitUntil(f)",
        "client(deadlines=Deadlines(read=0.1))",
        "settings(max_examples=5, suppress_health_check=list(HealthCheck))",
        "page(last_seconds=5)",
    ],
)
def test_what_is_judged_otherwise_is_left_alone(source: str) -> None:
    assert list(what_is_wrong(source)) == []


def test_hypothesis_and_qt_have_patience_too(qtbot: QtBot) -> None:
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check
    assert (qtbot.waitUntil.__kwdefaults__ or {})["timeout"] == PATIENCE * 1000
    qtbot.waitUntil(lambda: True)
