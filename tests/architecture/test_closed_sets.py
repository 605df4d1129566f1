"""A new member of a closed set shows every place that has to say what it means for it.

A member is planted in a copy of the program. Where mypy finds a `match` that leaves it out, and
where a table of the set is made, have to be the places listed here, and no others.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from boxoffice.domain.closed_sets import NotComplete, complete
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing import raster
from tests import ROOT
from tests.waiting import PATIENCE

# The set: where it is defined, a value of the new member, and the places to fill for it.
SETS: dict[str, tuple[str, str, set[str]]] = {
    "PaymentKind": (
        "domain/orders/payment.py",
        '"planted"',
        {"domain/orders/payment.py", "connect/codes.py", "views/kit/payment_words.py"},
    ),
    "Reference": (
        "domain/orders/payment.py",
        '"planted"',
        {"presenters/payment/tender.py", "views/kit/payment_words.py"},
    ),
    "SeatState": (
        "domain/seats/seat.py",
        "7",
        {
            "domain/seats/seat.py",
            "connect/codes.py",
            "seatmap/drawing/symbols.py",
            "seatmap/speech/speech.py",
            "views/kit/seat_words.py",
            "views/map/legend.py",
        },
    ),
    "SeatAttribute": ("domain/seats/seat.py", "32", {"views/kit/seat_words.py"}),
    "AreaKind": ("domain/catalogue.py", "9", {"domain/catalogue.py"}),
    "EventStatus": (
        "domain/catalogue.py",
        '"planted"',
        {"domain/catalogue.py", "connect/codes.py"},
    ),
    "OrderStatus": (
        "domain/orders/order.py",
        '"planted"',
        {"connect/codes.py", "presenters/sale/seller.py", "views/finder/found_order.py"},
    ),
    "OrderDoubt": ("domain/orders/order.py", '"planted"', {"presenters/faults.py"}),
    "Fate": ("domain/orders/sold_order.py", '"planted"', {"views/finder/row.py"}),
    "Breach": (
        "domain/rules.py",
        '"planted"',
        {"views/order/rule_words.py", "service/sale/sales_check.py"},
    ),
    "Trouble": ("journal/opening.py", '"planted"', {"desktop/starting.py"}),
    "WayOut": ("presenters/connection/state.py", '"planted"', {"views/window/refused_start.py"}),
    "Code": (
        "presenters/notices.py",
        '"planted"',
        {"presenters/notices.py", "views/kit/wording.py"},
    ),
    "Loss": ("presenters/common.py", '"planted"', {"views/kit/wording.py"}),
    "Verdict": (
        "connect/probe/report.py",
        '"planted"',
        {"connect/probe/report.py", "cli/probe_command.py", "presenters/settings/presenter.py"},
    ),
    "Bar": ("connect/errors.py", '"planted"', {"presenters/faults.py"}),
    "Severity": (
        "presenters/notices.py",
        '"planted"',
        {"views/window/message_bar.py", "views/window/message_list.py"},
    ),
    "Phase": ("presenters/common.py", '"planted"', {"views/map/waiting.py"}),
    "Day": (
        "presenters/events/state.py",
        '"planted"',
        {"views/events/item.py", "views/events/strip.py", "views/events/days.py"},
    ),
    "OnSale": ("presenters/events/state.py", '"planted"', {"views/events/item.py"}),
    "Sieve": (
        "presenters/events/state.py",
        '"planted"',
        {"presenters/events/state.py", "views/events/filters.py", "views/events/panel.py"},
    ),
    "RowKind": ("views/events/item.py", '"planted"', {"views/events/item.py"}),
    "PaymentPhase": (
        "presenters/payment/state.py",
        '"planted"',
        {"presenters/payment/state.py", "views/payment/panel.py", "views/window/main_window.py"},
    ),
    "Standing": (
        "presenters/sale/state.py",
        '"planted"',
        {"presenters/sale/state.py", "views/restart/panel.py"},
    ),
    "Theme": (
        "domain/preferences.py",
        '"planted"',
        {"domain/preferences.py", "views/settings/appearance.py"},
    ),
    "SoundChoice": (
        "domain/preferences.py",
        '"planted"',
        {"domain/preferences.py", "views/settings/counter.py"},
    ),
    "KeyFault": ("domain/preferences.py", '"planted"', {"presenters/settings/presenter.py"}),
    "SettingsPage": ("presenters/settings/state.py", '"planted"', {"views/settings/panel.py"}),
    "Sound": ("desktop/sounds.py", '"planted"', {"desktop/sounds.py"}),
    "Why": ("printing/jobs.py", '"planted"', {"desktop/summary_printer.py"}),
    "About": ("views/window/scenes.py", '"planted"', {"views/window/scenes.py"}),
    "Answer": ("views/window/scenes.py", '"planted"', {"views/window/main_window.py"}),
    "Detail": ("views/map/legend.py", "4", {"views/map/legend.py"}),
    "Column": ("views/seat_list/model.py", "7", {"views/seat_list/model.py"}),
}
MOST_FOR_A_PAYMENT_KIND = 5  # files, the words of other languages left out


def plant(path: Path, name: str, value: str) -> None:
    """Adds a member behind the last one of an enum."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    [found] = [
        node
        for node in ast.parse("".join(lines)).body
        if isinstance(node, ast.ClassDef) and node.name == name
    ]
    last = max(node.end_lineno or 0 for node in found.body if isinstance(node, ast.Assign))
    lines.insert(last, f"    PLANTED = {value}\n")
    path.write_text("".join(lines), encoding="utf-8")


# Of no other package than ours: what these lack does not matter for our sets, and it is quick.
MYPY = ("--no-site-packages", "--ignore-missing-imports", "--config-file=")


def open_ends(folder: Path) -> Iterator[tuple[str, str]]:
    """The sets, and the places where a `match` leaves out the planted member."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "boxoffice", "--cache-dir", str(folder / "cache"), *MYPY],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=4 * PATIENCE,
        check=False,
    )
    assert not done.stderr, done.stderr
    told = r'^boxoffice/(.+?):\d+: error: .*"assert_never".*\[(\w+)\.PLANTED\]'
    for place, name in re.findall(told, done.stdout, re.MULTILINE):
        yield name, place


def tables() -> Iterator[tuple[str, str]]:
    """The sets, and the modules that cannot be imported while their table lacks a member."""
    for path in (ROOT / "boxoffice").rglob("*.py"):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            made = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
            if isinstance(made, ast.Call) and ast.unparse(made.func) == "complete":
                yield ast.unparse(made.args[0]), path.relative_to(ROOT / "boxoffice").as_posix()


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Every set with every place that is named, once each of them has one more member."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(
        ROOT / "boxoffice", folder / "boxoffice", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name, (file, value, _) in SETS.items():
        plant(folder / "boxoffice" / file, name, value)
    return {*open_ends(folder), *tables()}


@pytest.mark.parametrize("name", SETS)
def test_a_new_member_names_every_place_to_fill(name: str, named: set[tuple[str, str]]) -> None:
    assert {place for of, place in named if of == name} == SETS[name][2]


def test_nothing_is_named_of_any_other_set(named: set[tuple[str, str]]) -> None:
    assert {of for of, _ in named} == SETS.keys()


def test_a_kind_of_payment_takes_few_files() -> None:
    assert len(SETS["PaymentKind"][2]) < MOST_FOR_A_PAYMENT_KIND  # and a code at the service


def test_a_kind_of_payment_is_asked_for_its_traits() -> None:
    compared = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "boxoffice").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare) and "PaymentKind." in ast.unparse(node)
    ]
    assert compared == []


def test_every_match_names_all_that_there_is() -> None:
    """So a new member is never taken for another one."""
    open_ones = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "boxoffice").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Match) and "assert_never(" not in ast.unparse(node.cases[-1])
    ]
    assert open_ones == []


def test_every_state_of_a_seat_has_room_among_the_symbols() -> None:
    assert max(SeatState) < raster._STATES
    assert list(SeatState) == list(range(len(SeatState)))


class Colour(Enum):
    RED = "red"
    GREEN = "green"


def test_tables_are_made_where_a_module_is_imported() -> None:
    """Not inside of a function, where a missing member would be found by running."""
    calls = [
        path
        for path in (ROOT / "boxoffice").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "complete"
    ]
    assert len(calls) == len(list(tables()))


def test_a_table_is_complete_or_says_what_is_missing() -> None:
    table = {Colour.RED: 1, Colour.GREEN: 2}
    assert complete(Colour, table) is table
    with pytest.raises(NotComplete, match="Colour: no value for GREEN"):
        complete(Colour, {Colour.RED: 1})
