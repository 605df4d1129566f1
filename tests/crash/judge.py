"""What is wrong with a trial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.crash.facts import NO_ORDER, UNREADABLE, Facts, Intent, Line, ServerOrder

KINDS = ("double", "lost", "untold", "holds", "paper", "restart", "harness")
_SEATS = re.compile(r"seats? (\d+(?:, \d+)*)")
Fault = tuple[str, str]  # its kind, and what it is


def judge(facts: Facts) -> list[Fault]:
    """Every promise that was broken, by its kind."""
    return [
        *_restart(facts),
        *_double(facts),
        *_lost(facts),
        *_untold(facts),
        *_holds(facts),
        *_paper(facts),
        *_exchanges(facts),
    ]


def _restart(facts: Facts) -> Iterator[Fault]:
    """The program that was started again neither fails nor hangs."""
    for line in facts.told("failed"):
        yield "restart", f"{line['failed']}; on the screen: {line.get('screen')}"
    if facts.ended != 0:
        yield "restart", f"it ended with {facts.ended}: {facts.errors[-500:]}"
    for command in facts.left_behind:
        yield "restart", f"a process was left behind: {command}"
    for line in facts.told("failures", last_run=True):
        for text in line["failures"]:
            if UNREADABLE in text or str(NO_ORDER) in text:
                continue  # that it cannot be read has to be said
            yield "restart", f"it says of itself: {text}"


def _double(facts: Facts) -> Iterator[Fault]:
    """One order, one number and one key for an intent, and nothing refunded but what goes back."""
    numbers = {intent.external_id for intent in facts.intents_at_end}
    for order in facts.at_end.values():
        if order.is_sold and order.external_id not in numbers:
            yield "double", f"order {order.id} was sold as {order.external_id}, no intent of ours"
    for intent in facts.intents_at_end:
        sold = facts.at_end.get(intent.order)
        if sold is None or sold.external_id != intent.external_id:
            continue
        if (others := facts.keys.get(intent.key)) != 0:
            how = "never with its own" if others is None else f"with {others} more"
            yield "double", f"order {sold.id} was asked for with several keys, {how}"
        yield from _refunds(facts, intent)


def _refunds(facts: Facts, intent: Intent) -> Iterator[Fault]:
    old = facts.at_end.get(intent.exchange_of or 0)
    if old is not None and old.seats & intent.gives_back:
        yield "double", f"order {old.id} was exchanged for {intent.order} and has its seats still"


def _lost(facts: Facts) -> Iterator[Fault]:
    """What was acknowledged is at the server; what is there is in the record, opens and prints."""
    for line in facts.told("asked", last_run=False):
        verb, _, path = str(line["asked"]).partition(" ")
        number = path.rsplit("/", 1)[-1]
        if verb == "PUT" and line["status"] == 200 and path.endswith(f"/orders/{number}"):
            order = facts.at_end.get(int(number))
            if order is None or order.external_id is None:
                yield "lost", f"the server acknowledged order {number}, and it is {order}"
    for line in facts.told("sold"):
        order = facts.at_end.get(line["sold"])
        if order is None or order.external_id is None:
            yield "lost", f"the clerk was told that {line['sold']} is sold, and it is {order}"
    for order in facts.at_end.values():
        if order.external_id is not None:
            yield from _not_found(facts, order)


def _not_found(facts: Facts, order: ServerOrder) -> Iterator[Fault]:
    kept = facts.record.get(order.id)
    if kept is None:
        yield "lost", f"order {order.id} is sold and not in the record"
    elif (kept.seats, kept.total) != (order.sold, order.total):
        yield "lost", f"order {order.id} is {order}, in the record {kept}"
    found = [line for line in facts.told("found", last_run=True) if line["found"] == order.id]
    if not found:
        yield "lost", f"order {order.id} was not looked for"
        return
    line = found[-1]
    if not any(str(order.id) in row for row in line["rows"]):
        yield "lost", f"order {order.id} is not found by its number among the orders sold here"
    if str(order.id) not in line["title"]:
        yield "lost", f"order {order.id} does not open"
    if order.is_sold and order.seats:
        if not line["can_print"]:
            yield "lost", f"order {order.id} cannot be printed"
        elif not any(p.is_of(order.id) for p in facts.papers if p.run == len(facts.runs) - 1):
            yield "lost", f"order {order.id} was printed, and its paper is of another"


def _untold(facts: Facts) -> Iterator[Fault]:
    """Of every sale of which the clerk had not seen the end the screen says what became of it: not
    sold, or sold, with its seats, its sum and what goes back to the buyer."""
    runs = [run for run in facts.runs[1:-1] if any("left" in line for line in run)]
    told = [
        each for run in [*runs, facts.runs[-1]] for line in run for each in line.get("settled", ())
    ]
    seen = {line["sold"] for line in facts.told("sold", last_run=False)}
    for intent in facts.intents:
        order = facts.at_end.get(intent.order)
        is_sold = order is not None and order.external_id == intent.external_id
        ours = [each for each in told if each["order"] == intent.order]
        if not intent.is_open and (intent.order in seen or not is_sold):
            continue
        if not ours:
            yield "untold", f"nothing was said of order {intent.order}, which is {order}"
        elif ours[-1]["is_sold"] is not is_sold:
            yield "untold", f"of order {intent.order} it was said {ours[-1]}, and it is {order}"
        elif is_sold and order is not None and (missing := _missing(intent, order, ours[-1])):
            yield "untold", f"{ours[-1]} is said of order {intent.order}, and not {missing}"


def _missing(intent: Intent, order: ServerOrder, told: Line) -> list[str]:
    """What of a sale the screen does not say."""
    amounts = [Decimal(paid["amount"]) for paid in intent.payments]
    change = sum((Decimal(paid["tendered"]) for paid in intent.payments), Decimal(0)) - sum(amounts)
    paid = sum(amounts, Decimal(0))
    back = -paid if paid < 0 else change
    seats = {number for each in _SEATS.findall(told["seats"]) for number in each.split(", ")}
    wanted = sorted(name.rpartition(" ")[2] for name in order.names)
    missing = [f"seat {number}" for number in wanted if number not in seats]
    if f"{abs(paid):.2f}" not in told["total"]:
        missing.append(f"{paid:.2f}")
    if back and f"{back:.2f}" not in told["change"]:
        missing.append(f"{back:.2f} for the buyer")
    return missing


def _holds(facts: Facts) -> Iterator[Fault]:
    """What was held is offered, and nothing stays held that nobody can reach."""
    on_their_way = {intent.order for intent in facts.intents if intent.is_open}
    offered = {each["order"] for x in facts.told("offers", last_run=True) for each in x["offers"]}
    for order in facts.at_kill.values():
        if order.holds and order.id not in on_their_way | offered:
            yield "holds", f"order {order.id} held {order.names}, and was not offered"
    for order in facts.at_end.values():
        if order.holds:
            yield "holds", f"order {order.id} still holds {order.names}"


def _exchanges(facts: Facts) -> Iterator[Fault]:
    """An exchange stays one: its old seats go back, the record knows it, and it is told of."""
    for order in facts.at_end.values():
        if order.exchange_of is not None and order.external_id is not None:
            old = facts.record.get(order.exchange_of)
            if old is not None and old.fate != "exchanged":
                yield "lost", f"order {old.order} was exchanged, and the record says {old.fate}"
    if facts.is_spoiled and "cannot be read" not in " ".join(_words(facts)):
        yield "untold", "a row that cannot be read is passed over in silence"
    words = " ".join(
        [*_words(facts), *(str(each) for x in facts.told("offers", last_run=True) for each in x)]
    )
    for order_id in facts.exchanging:
        if str(order_id) not in words:
            yield "untold", f"seats of order {order_id} went back to be sold anew: nothing is said"
    for line in facts.told("went_on", last_run=True):
        sold = facts.at_end.get(line["went_on"])
        if facts.is_exchange and sold is not None and sold.exchange_of is None:
            yield "double", f"order {sold.id} was gone on with, and is no exchange any more"


def _words(facts: Facts) -> Iterator[str]:
    """All that was said after the restart."""
    for line in facts.told("messages", last_run=True):
        yield from line["messages"]
        yield from line["screen"]


def notes(facts: Facts) -> list[Fault]:
    """What is no broken promise, and would be better."""
    found = []
    for order in facts.at_end.values():
        kept = facts.record.get(order.id)
        is_whole = order.is_sold and order.seats == order.sold
        if kept is not None and not is_whole and kept.fate == "sold":
            found.append(("fate of old", f"order {order.id} is {order}, the record calls it sold"))
    return found


def _paper(facts: Facts) -> Iterator[Fault]:
    """Nothing is printed of what is not sold, and one paper of an order is not called a copy."""
    for paper in facts.papers:
        of = [order for order in facts.at_end.values() if paper.is_of(order.id)]
        then = facts.at_kills[paper.run] if paper.run < len(facts.at_kills) else facts.at_end
        if not of:
            yield "paper", f"a paper of no order: {paper.text[:80]!r}"
        elif of[0].id not in then or then[of[0].id].external_id is None:
            yield "paper", f"order {of[0].id} was printed before it was sold"
    for order in facts.at_end.values():
        originals = [p for p in facts.papers if p.is_of(order.id) and not p.is_copy]
        if len(originals) > 1:
            yield "paper", f"{len(originals)} papers of order {order.id} are not called copies"
