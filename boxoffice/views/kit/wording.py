"""What notices say. Every code has its sentence here, and says what to do next where it can."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.money import Money
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import ParkedRow
from boxoffice.views.kit.formats import Formats

_MOST_SEATS = 6
_MOST_CHARACTERS = 300
_JOINERS = "\u200c\u200d"  # without them Persian words and some emoji fall apart


def words_of(notice: Notice, formats: Formats) -> str:
    """The notice as a sentence, its parameters written in the clerk's language."""
    written = {name: _written(value, formats) for name, value in notice.params.items()}
    return sentence(notice.code).format_map(_Tolerant(written))


def seat_words(seat: SeatName) -> str:
    """'Stalls, row B, seat 12'; a standing place is told by its area. What is not known is '?'."""
    translate = QCoreApplication.translate
    area, row, number = (
        shortened(name, most) or "?"
        for name, most in ((seat.area, 60), (seat.row, 12), (seat.number, 12))
    )
    if not seat.row and not seat.number:
        text = translate("Notices", "{area}, standing")
        return text.format(area=area)
    if not seat.row:
        text = translate("Notices", "{area}, seat {number}")
        return text.format(area=area, number=number)
    text = translate("Notices", "{area}, row {row}, seat {number}")
    return text.format(area=area, row=row, number=number)


def row_and_seat(seat: SeatName) -> str:
    """'Row B, seat 12', where its area is told already."""
    translate = QCoreApplication.translate
    row, number = (shortened(name, 12) or "?" for name in (seat.row, seat.number))
    if not seat.row and not seat.number:
        return translate("Notices", "Standing")
    if not seat.row:
        return translate("Notices", "Seat {number}").format(number=number)
    return translate("Notices", "Row {row}, seat {number}").format(row=row, number=number)


def parked_words(row: ParkedRow, formats: Formats) -> str:
    """What a parked order is called: by the clerk, by its buyer, or by time and first seat."""
    name = shortened(row.name, 40) or shortened(row.buyer, 40)
    if name:
        return name
    seat = seat_words(row.first)
    return seat if row.parked_at is None else f"{formats.time(row.parked_at)}, {seat}"


def shortened(text: str, most: int = 60) -> str:
    """At most so many characters on one line, kept from turning the line around."""
    plain = " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in text).split())
    plain = plain if len(plain) <= most else plain[: most - 1] + "…"
    is_plain_ascii = plain.isascii()
    return plain if is_plain_ascii else f"\u2068{plain}\u2069"


class _Tolerant(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _written(value: object, formats: Formats) -> str:
    if isinstance(value, Money):
        return formats.money(value)
    if isinstance(value, SeatName):
        return seat_words(value)
    if isinstance(value, ParkedRow):
        return parked_words(value, formats)
    if isinstance(value, tuple):
        shown = [_written(item, formats) for item in value[:_MOST_SEATS]]
        return "; ".join(shown) + ("; …" if len(value) > _MOST_SEATS else "")
    if isinstance(value, int):
        return formats.number(value)
    return shortened(str(value), _MOST_CHARACTERS)


def sentence(code: Code) -> str:
    """The translated sentence of a code, with its parameters in braces."""
    for part in (
        _connection,
        _settings,
        _start,
        _map,
        _order,
        _payment,
        _amount,
        _reference,
        _after,
        _found,
        _scan,
    ):
        found = part(code)
        if found:
            return found
    return code.value


def _connection(code: Code) -> str:  # noqa: C901 - one line for each code
    translate = QCoreApplication.translate
    match code:
        case Code.UNREACHABLE:
            return translate("Notices", "The server does not answer: {address}. Trying again.")
        case Code.SIGNED_OUT:
            return translate("Notices", "{address} does not accept the token. Enter a valid one.")
        case Code.SIGN_IN_AGAIN:
            return translate(
                "Notices",
                "{address} does not accept the token any more. Enter a valid one: the sale goes on "
                "where it was.",
            )
        case Code.BAD_REPLY:
            return translate("Notices", "{address} sent an answer that makes no sense: {reason}")
        case Code.NOT_A_CONNECT_SERVER:
            return translate("Notices", "This is not a Connect server: {address}")
        case Code.ADDRESS_NOT_VALID:
            return translate(
                "Notices",
                "Not a usable address: {address}. It begins with https://, or with http:// on this "
                "machine.",
            )
        case Code.TOKEN_MISSING:
            return translate("Notices", "Enter the token of the server.")
        case Code.TOKEN_NOT_STORED:
            return translate("Notices", "No keyring here: the token is kept for this session only.")
        case Code.DEMO_FAILED:
            return translate("Notices", "The demo could not be started: {reason}")
        case Code.BACK_AGAIN:
            return translate("Notices", "The server answers again.")
        case Code.REFUSED:
            return translate("Notices", "The server refused: {reason}")
        case Code.SERVER_BUSY:
            return translate("Notices", "The server cannot do this now: {reason}. Try again.")
        case Code.SERVER_WARNS:
            return translate("Notices", "The server says: {reason}")
        case Code.FAILED:
            return translate("Notices", "Something went wrong: {reason}. What was sold is safe.")
    return ""


def _settings(code: Code) -> str:  # noqa: C901 - one line for each code
    translate = QCoreApplication.translate
    match code:
        case Code.SETTINGS_NO_TEXT:
            return translate("Notices", "The file with the settings is no text.")
        case Code.SETTING_NO_TABLE:
            return translate("Notices", "A table belongs here: {key}")
        case Code.SETTING_NO_TEXT:
            return translate("Notices", "A text in quotation marks belongs here: {key}")
        case Code.SETTING_UNKNOWN:
            return translate("Notices", "There is no setting “{name}”. There are: {known}")
        case Code.SETTING_MISTYPED:
            return translate("Notices", "There is no setting “{name}”. Is “{known}” meant?")
        case Code.SETTING_WRONG:
            return translate("Notices", "The settings cannot be used: {reason}")
        case Code.PROFILE_UNKNOWN:
            return translate("Notices", "There is no profile “{name}”. There are: {known}")
        case Code.PROFILE_MISTYPED:
            return translate("Notices", "There is no profile “{name}”. Is “{known}” meant?")
        case Code.LANGUAGE_UNKNOWN:
            return translate(
                "Notices", "Boxoffice does not speak the language “{language}”, but: {known}"
            )
        case Code.FILE_MISSING:
            return translate("Notices", "This file cannot be read: {path}")
        case Code.NO_CERTIFICATE:
            return translate("Notices", "This file holds no certificate in PEM: {path}")
        case Code.SETTINGS_NOT_KEPT:
            return translate("Notices", "The server could not be remembered: {reason}")
    return ""


def _start(code: Code) -> str:  # noqa: C901 - one line for each code
    translate = QCoreApplication.translate
    match code:
        case Code.JOURNAL_DAMAGED:
            return translate("Notices", "The journal of this workstation is damaged.")
        case Code.JOURNAL_NOT_OURS:
            return translate("Notices", "What lies in the journal's place is no journal.")
        case Code.JOURNAL_NEWER:
            return translate("Notices", "The journal was written by a newer version of Boxoffice.")
        case Code.JOURNAL_LOCKED:
            return translate("Notices", "Another program is using the journal.")
        case Code.DISK_FULL:
            return translate("Notices", "The disk is full.")
        case Code.NOT_WRITABLE:
            return translate("Notices", "Boxoffice may not write to this place.")
        case Code.NO_FOLDER:
            return translate("Notices", "Where Boxoffice's folder should be, there is a file.")
        case Code.FILE_FAILED:
            return translate("Notices", "The file cannot be used: {reason}")
        case Code.NOT_ANSWERING:
            return translate("Notices", "Boxoffice is open already, but it does not answer.")
        case Code.NOT_PUT_ASIDE:
            return translate("Notices", "The journal could not be put aside: {reason}")
        case Code.NOT_OPENED:
            return translate("Notices", "There is no program here that opens it.")
        case Code.JOURNAL_ASIDE:
            return translate(
                "Notices",
                "A new journal was begun; the old one is kept: {path}. If a sale was under way, "
                "look up its order on the server before you take money again.",
            )
    return ""


def _map(code: Code) -> str:
    translate = QCoreApplication.translate
    match code:
        case Code.PICTURE_OLD:
            return translate("Notices", "The map is {seconds} seconds old.")
        case Code.SEAT_NOT_FREE:
            return translate("Notices", "Not free: {seat}")
        case Code.NO_PARTY_HERE:
            return translate("Notices", "There are no {quantity} free seats side by side here.")
        case Code.NO_PRICE:
            return translate("Notices", "Has no price: {seat}")
        case Code.NOT_ON_SALE:
            return translate("Notices", "Not on sale: {event}")
        case Code.CALLED_OFF:
            return translate("Notices", "Cancelled, and sold no more: {event}")
        case Code.PICTURE_BROKEN:
            return translate("Notices", "The picture behind these areas cannot be shown: {areas}")
    return ""


def _order(code: Code) -> str:  # noqa: C901 - one line for each code
    translate = QCoreApplication.translate
    match code:
        case Code.SEATS_LOST:
            return translate("Notices", "Just taken by somebody else: {seats}. The rest is yours.")
        case Code.SEATS_GONE:
            return translate("Notices", "Somebody else has them by now: {seats}")
        case Code.NO_BEST_SEATS:
            return translate("Notices", "There are no {quantity} free seats like that.")
        case Code.CHECKING:
            return translate("Notices", "No answer yet. Checking what became of it …")
        case Code.OUTCOME_UNKNOWN:
            return translate("Notices", "It is not known whether the server did it. Look again.")
        case Code.HOLD_EXPIRED:
            return translate("Notices", "The hold ran out; the seats are free again.")
        case Code.HOLD_ENDING:
            return translate("Notices", "The hold ends within a minute.")
        case Code.ONE_CURRENCY:
            return translate("Notices", "An order has one currency. Finish this one first.")
        case Code.PARKED_EXPIRED:
            return translate(
                "Notices", "The hold of a parked order ran out; its seats are free again: {order}"
            )
        case Code.RETURNED_UNSOLD:
            return translate(
                "Notices", "Seats of order {order} were given back: the buyer gets {sum}."
            )
        case Code.EXCHANGE_UNFINISHED:
            return translate(
                "Notices", "Order {order}: seats given back to be sold anew are not sold yet (F7)."
            )
        case Code.EXCHANGE_OPEN:
            return translate(
                "Notices", "First take a seat for the exchange, or give it up with Esc."
            )
        case Code.HOLDS_NOT_KEPT:
            return translate(
                "Notices",
                "Orders cannot be written down: after a crash they would not be offered. {reason}",
            )
        case Code.NOTHING_PARKED:
            return translate("Notices", "No order is parked. F6 parks the one on screen.")
    return ""


def _payment(code: Code) -> str:  # noqa: C901 - one line for each code
    translate = QCoreApplication.translate
    match code:
        case Code.DOUBT_EMPTY:
            return translate("Notices", "There is nothing to pay.")
        case Code.DOUBT_PRICES:
            return translate("Notices", "A price makes no sense. Nothing is sold at it.")
        case Code.DOUBT_SUM:
            return translate(
                "Notices", "The lines add up to {ours}, the server says {server}. Nothing is sold."
            )
        case Code.PRICE_CHANGED:
            return translate(
                "Notices", "The price has changed: {new}, before it was {old}. Agree to it first."
            )
        case Code.ORDER_BUSY:
            return translate("Notices", "The order is still changing. One moment.")
        case Code.NOT_RECORDED:
            return translate("Notices", "Nothing was sold: the journal cannot be written. {reason}")
        case Code.HOLD_CHECKED:
            return translate("Notices", "The hold may be over. Asking the server. One moment.")
        case Code.PARTS_TAKEN:
            return translate(
                "Notices", "{amount} is taken already. Give it back, then press Esc once more."
            )
        case Code.LEAVE_FIRST:
            return translate("Notices", "The order is being paid. To change it, leave the payment.")
        case Code.GIVE_BACK:
            return translate(
                "Notices", "Nothing was sold: give back the {amount} that were taken. {reason}"
            )
    return ""


def _amount(code: Code) -> str:
    translate = QCoreApplication.translate
    match code:
        case Code.NOT_AN_AMOUNT:
            return translate("Notices", "Not an amount: {text}")
        case Code.NOT_ENOUGH:
            return translate("Notices", "{missing} is missing.")
        case Code.TOO_MUCH:
            return translate("Notices", "More than a million: look again at what was typed.")
        case Code.NOT_SENSIBLE:
            return translate("Notices", "{given} for {due}? Look again at what was typed.")
        case Code.MORE_THAN_DUE:
            return translate("Notices", "Only {due} is due, and only cash gives change.")
        case Code.OVERPAID:
            return translate("Notices", "The parts are {excess} too much. Remove one.")
    return ""


def _reference(code: Code) -> str:
    translate = QCoreApplication.translate
    match code:
        case Code.REFERENCE_MISSING:
            return translate("Notices", "Enter the reference of the card terminal.")
        case Code.VOUCHER_MISSING:
            return translate("Notices", "Enter the number of the voucher.")
        case Code.INVOICE_CUSTOMER:
            return translate("Notices", "An invoice needs a customer (F4).")
        case Code.CARD_NUMBER:
            return translate("Notices", "This is a card number. It must not be stored.")
    return ""


def _found(code: Code) -> str:
    translate = QCoreApplication.translate
    match code:
        case Code.NAME_MISSING:
            return translate("Notices", "Enter a name.")
        case Code.NOT_A_MAIL:
            return translate("Notices", "This is no e-mail address. It may stay empty.")
        case Code.NOT_REMEMBERED:
            return translate("Notices", "This workstation's record cannot be used: {reason}")
        case Code.ORDER_NOT_FOUND:
            return translate("Notices", "There is no order like that here: {text}")
        case Code.TICKET_VOID:
            return translate("Notices", "This ticket is void, and admits nobody: {barcode}")
        case Code.GIVEN_BACK:
            return translate("Notices", "Given back. The buyer gets {sum}.")
        case Code.ORDER_CANCELLED:
            return translate("Notices", "Order {order} is cancelled. The buyer gets {sum}.")
        case _:
            return ""


def _scan(code: Code) -> str:
    translate = QCoreApplication.translate
    match code:
        case Code.SCAN_HELD:
            return translate("Notices", "Finish the payment first; then scan the ticket again.")
        case Code.SCAN_WHILE_CHANGING:
            return translate("Notices", "The order is still changing. Scan again when it is done.")
        case Code.SCAN_BEHIND_DIALOG:
            return translate("Notices", "Close the window that is open first; then scan again.")
        case Code.SCAN_UNCONNECTED:
            return translate("Notices", "Connect to a server first; then scan again.")
        case Code.SCAN_SOUGHT:
            return translate("Notices", "Looking for {text} …")
        case Code.SCAN_UNKNOWN:
            return translate("Notices", "This is not a code of this house: {text}")
        case Code.SCAN_MISREAD:
            return translate("Notices", "This code was misread. Scan it again: {text}")
        case Code.SCAN_ELSEWHERE:
            return translate(
                "Notices",
                "This ticket was not sold at this till: {text}. The code on its order summary "
                "opens the order.",
            )
        case _:
            return ""


def _after(code: Code) -> str:
    translate = QCoreApplication.translate
    match code:
        case Code.SOLD:
            return translate("Notices", "Order {order} is sold.")
        case Code.NOTHING_SOLD:
            return translate("Notices", "Nothing was sold here yet.")
        case Code.PRINTED:
            return translate("Notices", "Printed: {printer}")
        case Code.SAVED:
            return translate("Notices", "Saved: {path}")
        case Code.NOT_PRINTED:
            return translate(
                "Notices",
                "Not printed: {reason}. Order {order} is safe: print again, or save it as PDF.",
            )
        case Code.PERHAPS_PRINTED:
            return translate(
                "Notices",
                "Perhaps printed, perhaps not: {reason}. Order {order} is safe. Look at the "
                "printer: another print is marked as a copy.",
            )
        case Code.NOT_SAVED:
            return translate(
                "Notices", "Not saved: {reason}. Order {order} is safe: choose another place."
            )
        case Code.JOURNAL_NOT_READ:
            return translate(
                "Notices", "What was open when the program ended cannot be read: {reason}"
            )
        case Code.RESTART_UNDECIDED:
            return translate(
                "Notices",
                "Sales from before the restart wait for your word: {count}. See the menu Sale.",
            )
    return ""
