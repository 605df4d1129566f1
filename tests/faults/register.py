"""Which test shows what of each fault that is foreseen, by its number.

    .venv/bin/python -m tests.faults.register

`table` is a row that `python -m tests.faults` plays, our client before the real service; what else
is named is a test of the program, in its windows and processes.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests import TESTS
from tests.faults.rows.every import ROWS

TABLE = "table"


@dataclass(frozen=True, slots=True)
class Entry:
    """A fault and where it is tested: `table`, or files and the tests in them."""

    number: int
    fault: str
    places: tuple[str, ...]


def _entry(number: int, fault: str, *places: str) -> Entry:
    return Entry(number, fault, places)


REGISTER = (
    _entry(
        1,
        "3 s +- 2 s latency",
        TABLE,
        "presenters/map/test_map.py::test_the_picture_ages_while_the_server_is_silent_and_recovers",
    ),
    _entry(2, "connection reset in the middle of a write", TABLE),
    _entry(3, "body cut short", TABLE),
    _entry(4, "a minute of 5xx", TABLE, "connect/test_circuit.py::test_it_is_never_shut_for_long"),
    _entry(
        5,
        "401 in the middle of a checkout",
        TABLE,
        "journeys/test_faults.py::test_the_token_ends_in_the_middle_of_a_checkout",
    ),
    _entry(
        6,
        "409 on one of several seats",
        TABLE,
        "journeys/test_midway.py::"
        "test_a_rival_is_faster_in_the_middle_and_the_nearest_seat_is_offered",
    ),
    _entry(
        7,
        "name does not resolve",
        TABLE,
        "journeys/test_faults.py::test_wrong_addresses_are_told_apart",
    ),
    _entry(8, "expired certificate, wrong host", TABLE),
    _entry(
        9,
        "one byte a second",
        TABLE,
        "connect/test_pictures.py::test_a_picture_that_drips_in_is_ended_by_the_deadline",
    ),
    _entry(10, "request delivered twice", TABLE),
    _entry(11, "answer lost after the server committed", TABLE, "operations/test_operations.py"),
    _entry(12, "idle connection dropped", TABLE),
    _entry(
        13,
        "a captive portal's HTML with status 200",
        TABLE,
        "journeys/test_faults.py::test_wrong_addresses_are_told_apart",
    ),
    _entry(14, "10 MB of gzip that unpack to 10 GB", TABLE),
    _entry(15, "malformed JSON, 200,000 levels, 5,000 digits", TABLE, "fuzz/test_fuzz.py"),
    _entry(16, "a required field missing", TABLE, "fuzz/test_fuzz.py"),
    _entry(
        17,
        "unknown enum value",
        TABLE,
        "seatmap/test_bad_plans.py::test_states_and_attributes_that_nobody_knows_are_drawn",
    ),
    _entry(
        18,
        "NaN or infinite coordinates",
        TABLE,
        "seatmap/test_bad_plans.py::test_a_seat_that_is_nowhere_is_named",
    ),
    _entry(19, "duplicate seat ids", TABLE),
    _entry(
        20,
        "1,000,000 seats",
        TABLE,
        "seatmap/test_bad_plans.py::test_a_million_seats_open_within_five_seconds_and_a_gigabyte",
    ),
    _entry(21, "negative, absurd or non-decimal price", TABLE),
    _entry(22, "two currencies in one order", TABLE),
    _entry(
        23,
        "HTML with images in any name",
        TABLE,
        "views/window/test_crawl.py::test_no_label_reads_markup",
    ),
    _entry(
        24,
        "right-to-left, bidi overrides, emoji, 10,000 characters",
        TABLE,
        "printing/test_summary.py::test_no_name_breaks_the_paper",
    ),
    _entry(
        25,
        "a picture of 65,000 x 65,000",
        TABLE,
        "children/test_decoding.py::test_broken_and_huge_pictures_are_none",
    ),
    _entry(
        26,
        "clock a day off",
        TABLE,
        "service/sale/test_clock.py::test_it_never_goes_back_whatever_it_is_set_to",
    ),
    _entry(
        27,
        "summer time begins and ends",
        TABLE,
        "domain/test_catalogue.py::test_show_times_over_the_change_of_the_clock",
    ),
    _entry(
        28,
        "kill -9 of the client at every step of a sale",
        "crash/test_crash.py::test_a_killed_till_loses_nothing_and_says_so",
        "crash/test_crash.py::test_a_bug_that_is_put_in_is_caught",
    ),
    _entry(
        29,
        "kill -9 of the service around commit",
        "service/data/test_durability.py::"
        "test_killed_while_counters_sell_every_acknowledged_order_is_whole",
        "load/test_load.py::test_every_promise_is_kept",
        "journeys/test_faults.py::test_the_service_is_killed_in_a_sale_and_comes_back",
    ),
    _entry(
        30,
        "power loss",
        "crash/test_power.py::test_what_is_left_after_a_loss_of_power",
        "crash/test_power.py::test_what_the_service_acknowledged_outlives_the_power",
        "crash/test_power.py::test_a_service_that_does_not_flush_is_caught",
    ),
    _entry(
        31,
        "disk full (journal, database)",
        "desktop/test_starting.py::"
        "test_a_disk_that_fills_up_while_it_is_paid_stops_the_sale_before_it_is_sent",
        "desktop/test_starting.py::test_a_start_on_a_full_disk_is_refused",
        "service/data/test_outages.py::test_a_full_disk_refuses_what_it_cannot_keep",
    ),
    _entry(
        32,
        "read-only home",
        "desktop/test_starting.py::test_a_home_that_cannot_be_written_to_is_refused",
    ),
    _entry(
        33,
        "a second instance",
        "desktop/test_instance.py::test_a_second_start_brings_the_first_one_s_window_up",
    ),
    _entry(
        34,
        "machine asleep for 20 minutes",
        "domain/test_clock.py::test_it_goes_on_while_the_machine_sleeps",
        "presenters/map/test_asleep.py::test_what_ran_out_meanwhile_is_lost",
        "presenters/map/test_asleep.py::test_nothing_is_paid_until_the_server_was_asked",
    ),
    _entry(
        35,
        "no printer",
        "printing/test_printer.py::test_without_a_printer_it_is_said_and_the_next_is_the_original",
    ),
    _entry(
        36,
        "printer offline, print system hangs",
        "printing/test_printer.py::test_a_print_server_that_never_answers_has_printed_nothing",
    ),
    _entry(
        37,
        "printing cancelled, or crash while printing",
        "printing/test_printer.py::test_printing_that_is_stopped",
        "printing/test_printer.py::test_a_child_that_dies_while_it_prints",
    ),
    _entry(
        38,
        "50 counters want one seat",
        "service/sale/test_orders.py::test_fifty_counters_want_one_seat_and_one_gets_it",
        "journeys/test_sale.py::test_two_windows_show_each_others_seats_and_fight_for_one",
    ),
    _entry(
        39,
        "the hold runs out during payment",
        "journeys/test_paid_hold.py::test_with_nobody_there_it_ends_and_no_money_is_taken",
        "presenters/map/test_asleep.py::test_no_money_is_taken_for_what_is_gone",
    ),
    _entry(
        40,
        "the order was changed elsewhere",
        "journeys/test_modal_payment.py::test_nothing_changes_what_is_paid",
        "presenters/payment/test_split_payment.py::test_a_price_that_changed_is_agreed_to_first",
    ),
)


def lacking(entry: Entry) -> list[str]:
    """The places of an entry that are not there."""
    played = {row.number for row in ROWS}
    return [
        place
        for place in entry.places
        if not (entry.number in played if place == TABLE else is_there(place))
    ]


def is_there(place: str) -> bool:
    """Whether the file is there, and the test in it."""
    name, _, test = place.partition("::")
    return (TESTS / name).exists() and (not test or test in _tests_of(name))


@cache
def _tests_of(name: str) -> frozenset[str]:
    tree = ast.parse((TESTS / name).read_text(encoding="utf-8"))
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return frozenset(node.name for node in tree.body if isinstance(node, kinds))


def lines() -> Iterator[str]:
    """The register as a table."""
    for entry in REGISTER:
        missing = lacking(entry)
        for place in entry.places:
            note = "  MISSING" if place in missing else ""
            yield f"{entry.number:>3}  {entry.fault:<56}  {place}{note}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
