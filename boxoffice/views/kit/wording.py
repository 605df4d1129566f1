"""What notices say. Every code has its sentence here, and says what to do next where it can."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from boxoffice.domain.closed_sets import complete
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.presenters.common import Loss, SeatName
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import ParkedRow
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.keymap import with_keys
from boxoffice.views.kit.names import parked_words, seat_words, shortened
from boxoffice.views.kit.payment_words import payment_words

_MOST_SEATS = 6
_MOST_CHARACTERS = 300
_SENTENCES = complete(
    Code,
    {
        # connection
        Code.UNREACHABLE: QT_TRANSLATE_NOOP(
            "Notices", "The server does not answer. Please wait: it is tried again by itself."
        ),
        Code.SIGNED_OUT: QT_TRANSLATE_NOOP(
            "Notices", "{address} does not accept the token. Enter a valid one."
        ),
        Code.SIGN_IN_AGAIN: QT_TRANSLATE_NOOP(
            "Notices",
            "{address} does not accept the token any more. Enter a valid one: the sale goes on "
            "where it was.",
        ),
        Code.BAD_REPLY: QT_TRANSLATE_NOOP(
            "Notices", "{address} sent an answer that cannot be understood: {reason}"
        ),
        Code.NOT_A_CONNECT_SERVER: QT_TRANSLATE_NOOP(
            "Notices", "This is not a Connect server: {address}"
        ),
        Code.ADDRESS_NOT_VALID: QT_TRANSLATE_NOOP(
            "Notices",
            "Not a usable address: {address}. It begins with https://, or with http:// on this "
            "machine.",
        ),
        Code.TOKEN_MISSING: QT_TRANSLATE_NOOP("Notices", "Enter the token of the server."),
        Code.TOKEN_NOT_STORED: QT_TRANSLATE_NOOP(
            "Notices", "No keyring here: the token is kept for this session only."
        ),
        Code.DEMO_FAILED: QT_TRANSLATE_NOOP("Notices", "The demo could not be started: {reason}"),
        Code.BACK_AGAIN: QT_TRANSLATE_NOOP("Notices", "The server answers again."),
        Code.REFUSED: QT_TRANSLATE_NOOP("Notices", "The server refused: {reason}"),
        Code.SERVER_BUSY: QT_TRANSLATE_NOOP(
            "Notices", "The server cannot do this now: {reason}. Try again."
        ),
        Code.SECOND_FACTOR: QT_TRANSLATE_NOOP(
            "Notices",
            "The server wants a second factor. Sign in on the platform itself with the user of this"
            " counter, and confirm it there. {reason}",
        ),
        Code.NOT_TRUSTED: QT_TRANSLATE_NOOP(
            "Notices",
            "The server does not know this program as trusted. An administrator of the platform has"
            " to allow it there. {reason}",
        ),
        Code.NOT_OFFERED: QT_TRANSLATE_NOOP(
            "Notices", "This server does not offer everything ({operation}). {loss}"
        ),
        Code.SERVER_WARNS: QT_TRANSLATE_NOOP("Notices", "The server says: {reason}"),
        Code.FAILED: QT_TRANSLATE_NOOP(
            "Notices", "Something went wrong: {reason}. What was sold is safe."
        ),
        Code.LEFT_OUT: QT_TRANSLATE_NOOP(
            "Notices",
            "The server sent entries of another event than was asked for ({operation})."
            " They are not used.",
        ),
        # settings
        Code.SETTINGS_NO_TEXT: QT_TRANSLATE_NOOP(
            "Notices", "The settings file is not a text file."
        ),
        Code.SETTING_NO_TABLE: QT_TRANSLATE_NOOP("Notices", "A table belongs here: {key}"),
        Code.SETTING_NO_TEXT: QT_TRANSLATE_NOOP(
            "Notices", "A text in quotation marks belongs here: {key}"
        ),
        Code.SETTING_UNKNOWN: QT_TRANSLATE_NOOP(
            "Notices", "There is no setting “{name}”. There are: {known}"
        ),
        Code.SETTING_MISTYPED: QT_TRANSLATE_NOOP(
            "Notices", "There is no setting “{name}”. Is “{known}” meant?"
        ),
        Code.SETTING_WRONG: QT_TRANSLATE_NOOP("Notices", "The settings cannot be used: {reason}"),
        Code.PROFILE_UNKNOWN: QT_TRANSLATE_NOOP(
            "Notices", "There is no profile “{name}”. There are: {known}"
        ),
        Code.PROFILE_MISTYPED: QT_TRANSLATE_NOOP(
            "Notices", "There is no profile “{name}”. Is “{known}” meant?"
        ),
        Code.LANGUAGE_UNKNOWN: QT_TRANSLATE_NOOP(
            "Notices", "Boxoffice does not speak the language “{language}”, but: {known}"
        ),
        Code.FILE_MISSING: QT_TRANSLATE_NOOP("Notices", "This file cannot be read: {path}"),
        Code.NO_CERTIFICATE: QT_TRANSLATE_NOOP(
            "Notices", "This file contains no certificate in PEM: {path}"
        ),
        Code.SETTINGS_NOT_KEPT: QT_TRANSLATE_NOOP(
            "Notices", "The server could not be remembered: {reason}"
        ),
        Code.SETTING_NO_VALUE: QT_TRANSLATE_NOOP(
            "Notices", "There is no value “{value}” for {key}. There are: {known}"
        ),
        Code.KEY_TWICE: QT_TRANSLATE_NOOP(
            "Notices", "{key} is the key of {other} already, so {action} keeps its delivered one."
        ),
        Code.KEY_UNUSABLE: QT_TRANSLATE_NOOP("Notices", "No action can have the key “{key}”."),
        Code.KEY_TYPES: QT_TRANSLATE_NOOP(
            "Notices", "{key} is needed for typing. Use a function key, or one with Ctrl."
        ),
        Code.KEY_FIXED: QT_TRANSLATE_NOOP(
            "Notices", "{key} means the same on every page and cannot be given away."
        ),
        Code.MISTAKE_IN_LINE: QT_TRANSLATE_NOOP("Notices", "{file}, line {line}: {what}"),
        Code.MISTAKE_IN_FILE: QT_TRANSLATE_NOOP("Notices", "{file}: {what}"),
        Code.PREFERENCES_NOT_KEPT: QT_TRANSLATE_NOOP(
            "Notices", "Applied, but not kept for the next start: {reason}"
        ),
        Code.PREFERENCES_KEPT: QT_TRANSLATE_NOOP("Notices", "Kept. Applied at once."),
        Code.PREFERENCES_HERE: QT_TRANSLATE_NOOP("Notices", "Applied until the program ends."),
        Code.TEXT_SIZE_BOUNDED: QT_TRANSLATE_NOOP(
            "Notices", "{wanted} % does not fit this screen. {shown} % is shown."
        ),
        Code.COUNTER_TOO_LONG: QT_TRANSLATE_NOOP(
            "Notices", "A counter's name has at most {most} characters."
        ),
        Code.SERVER_ANSWERS: QT_TRANSLATE_NOOP(
            "Notices", "{address} answers and accepts the token."
        ),
        Code.CHECK_READY: QT_TRANSLATE_NOOP(
            "Notices", "A counter can sell at {address}, with the dialect that is proposed."
        ),
        Code.CHECK_IN_PART: QT_TRANSLATE_NOOP(
            "Notices", "{address} is a Connect server; things that a sale needs are open: {count}."
        ),
        Code.CHECK_NO_EVENTS: QT_TRANSLATE_NOOP(
            "Notices",
            "{address} is a Connect server without events: seats and prices were not seen.",
        ),
        Code.CHECK_STOPPED: QT_TRANSLATE_NOOP(
            "Notices", "Stopped. What is known so far stands below."
        ),
        Code.CHECK_PATHS: QT_TRANSLATE_NOOP(
            "Notices",
            "{address} answers, and has nothing of what was asked for. Is the address right?",
        ),
        Code.CHECK_SILENT: QT_TRANSLATE_NOOP("Notices", "{address} does not answer in time."),
        Code.CHECK_ERRORS: QT_TRANSLATE_NOOP(
            "Notices", "{address} answers everything with an error: {reason}"
        ),
        Code.DIALECT_SAVED: QT_TRANSLATE_NOOP(
            "Notices", "Dialect saved: {path}. It is used once the profile names it: {name}"
        ),
        Code.DIALECT_NOT_SAVED: QT_TRANSLATE_NOOP("Notices", "The dialect was not saved: {reason}"),
        Code.KEYS_SAVED: QT_TRANSLATE_NOOP("Notices", "Keys saved: {path}"),
        Code.KEYS_NOT_SAVED: QT_TRANSLATE_NOOP("Notices", "The keys were not saved: {reason}"),
        Code.KEYS_TAKEN_OVER: QT_TRANSLATE_NOOP("Notices", "Keys taken over: {path}"),
        Code.NO_KEYS_THERE: QT_TRANSLATE_NOOP("Notices", "No keys in this file: {path}"),
        Code.SUPPORT_COPIED: QT_TRANSLATE_NOOP(
            "Notices", "Copied. It has no token, no name and no address in it."
        ),
        # a start that is refused
        Code.JOURNAL_DAMAGED: QT_TRANSLATE_NOOP(
            "Notices", "The journal of this workstation is damaged."
        ),
        Code.JOURNAL_NOT_OURS: QT_TRANSLATE_NOOP(
            "Notices", "The file in the journal's place is not a journal."
        ),
        Code.JOURNAL_NEWER: QT_TRANSLATE_NOOP(
            "Notices", "The journal was written by a newer version of Boxoffice."
        ),
        Code.JOURNAL_LOCKED: QT_TRANSLATE_NOOP("Notices", "Another program is using the journal."),
        Code.DISK_FULL: QT_TRANSLATE_NOOP("Notices", "The disk is full."),
        Code.NOT_WRITABLE: QT_TRANSLATE_NOOP("Notices", "Boxoffice may not write to this place."),
        Code.NO_FOLDER: QT_TRANSLATE_NOOP(
            "Notices", "Where Boxoffice's folder should be, there is a file."
        ),
        Code.FILE_FAILED: QT_TRANSLATE_NOOP("Notices", "The file cannot be used: {reason}"),
        Code.NOT_ANSWERING: QT_TRANSLATE_NOOP(
            "Notices", "Boxoffice is open already, but it does not answer."
        ),
        Code.NOT_PUT_ASIDE: QT_TRANSLATE_NOOP(
            "Notices", "The journal could not be put aside: {reason}"
        ),
        Code.NOT_OPENED: QT_TRANSLATE_NOOP("Notices", "There is no program here that opens it."),
        Code.JOURNAL_ASIDE: QT_TRANSLATE_NOOP(
            "Notices",
            "A new journal was begun; the old one is kept: {path}. If a sale was under way, "
            "look up its order on the server before you take money again.",
        ),
        # map
        Code.PICTURE_OLD: QT_TRANSLATE_NOOP("Notices", "The map is {seconds} seconds old."),
        Code.SEAT_NOT_FREE: QT_TRANSLATE_NOOP("Notices", "Not free: {seat}"),
        Code.NO_PARTY_HERE: QT_TRANSLATE_NOOP(
            "Notices", "There are no {quantity} free seats side by side here."
        ),
        Code.TOO_MANY_SEATS: QT_TRANSLATE_NOOP(
            "Notices", "These are {quantity} seats: take at most 500 at once."
        ),
        Code.NO_PRICE: QT_TRANSLATE_NOOP("Notices", "Has no price: {seat}"),
        Code.NOT_ON_SALE: QT_TRANSLATE_NOOP("Notices", "Not on sale: {event}"),
        Code.CALLED_OFF: QT_TRANSLATE_NOOP("Notices", "Cancelled, no longer on sale: {event}"),
        Code.PICTURE_BROKEN: QT_TRANSLATE_NOOP(
            "Notices", "The picture behind these areas cannot be shown: {areas}"
        ),
        # order
        Code.SEATS_LOST: QT_TRANSLATE_NOOP(
            "Notices", "Just taken by somebody else: {seats}. The others are held for you."
        ),
        Code.SEATS_GONE: QT_TRANSLATE_NOOP("Notices", "Taken by somebody else meanwhile: {seats}"),
        Code.NO_BEST_SEATS: QT_TRANSLATE_NOOP(
            "Notices", "No {quantity} free seats match the wishes."
        ),
        Code.NO_SEAT_BESIDE: QT_TRANSLATE_NOOP(
            "Notices", "No free seat of the same price is beside these: {seats}"
        ),
        Code.SEATS_NOT_SEEN: QT_TRANSLATE_NOOP(
            "Notices", "Open {event} on the map first: only there a seat beside these is found."
        ),
        Code.NO_TYPE_FOR_ALL: QT_TRANSLATE_NOOP(
            "Notices", "There is no price type for all of these seats. Select lines of one kind."
        ),
        Code.CHECKING: QT_TRANSLATE_NOOP("Notices", "No answer yet. Checking what became of it …"),
        Code.OUTCOME_UNKNOWN: QT_TRANSLATE_NOOP(
            "Notices", "It is not known whether the server did this. Check before you do it again."
        ),
        Code.ORDER_IN_DOUBT: QT_TRANSLATE_NOOP(
            "Notices",
            "The answer was lost. Order {order} may be the one that was asked for, or"
            " another counter's: look at it (F7), and take it over if it is yours.",
        ),
        Code.HOLD_EXPIRED: QT_TRANSLATE_NOOP(
            "Notices", "The hold ran out; the seats are free again."
        ),
        Code.HOLD_ENDING: QT_TRANSLATE_NOOP("Notices", "The hold ends within a minute."),
        Code.ONE_CURRENCY: QT_TRANSLATE_NOOP(
            "Notices", "An order has one currency. Finish this one first."
        ),
        Code.HOLDS_NOT_KEPT: QT_TRANSLATE_NOOP(
            "Notices", "Open orders cannot be recorded: after a crash they would be lost. {reason}"
        ),
        Code.PARKED_EXPIRED: QT_TRANSLATE_NOOP(
            "Notices", "The hold of a parked order ran out; its seats are free again: {order}"
        ),
        Code.NOTHING_PARKED: QT_TRANSLATE_NOOP(
            "Notices", "No order is parked. F6 parks the one on screen."
        ),
        Code.EXCHANGE_OPEN: QT_TRANSLATE_NOOP(
            "Notices", "First take a seat for the exchange, or give it up with Esc."
        ),
        Code.RETURNED_UNSOLD: QT_TRANSLATE_NOOP(
            "Notices", "Seats of order {order} were given back: the buyer gets {sum}."
        ),
        Code.EXCHANGE_UNFINISHED: QT_TRANSLATE_NOOP(
            "Notices", "Order {order}: seats given back to be sold again are not sold yet (F7)."
        ),
        # customer
        Code.NAME_MISSING: QT_TRANSLATE_NOOP("Notices", "Enter a name."),
        Code.NOT_A_MAIL: QT_TRANSLATE_NOOP(
            "Notices", "This is no e-mail address. It may stay empty."
        ),
        # payment
        Code.DOUBT_EMPTY: QT_TRANSLATE_NOOP("Notices", "There is nothing to pay."),
        Code.DOUBT_PRICES: QT_TRANSLATE_NOOP(
            "Notices", "A price is wrong. Nothing is sold at that price."
        ),
        Code.DOUBT_SUM: QT_TRANSLATE_NOOP(
            "Notices", "The lines add up to {ours}, the server says {server}. Nothing is sold."
        ),
        Code.NOT_AN_AMOUNT: QT_TRANSLATE_NOOP("Notices", "Not an amount: {text}"),
        Code.NOT_ENOUGH: QT_TRANSLATE_NOOP("Notices", "{missing} is missing."),
        Code.TOO_MUCH: QT_TRANSLATE_NOOP("Notices", "More than a million: check what was typed."),
        Code.NOT_SENSIBLE: QT_TRANSLATE_NOOP("Notices", "{given} for {due}? Check what was typed."),
        Code.MORE_THAN_DUE: QT_TRANSLATE_NOOP(
            "Notices", "Only {due} is due, and only cash gives change."
        ),
        Code.OVERPAID: QT_TRANSLATE_NOOP(
            "Notices", "The parts exceed the total by {excess}. Remove one."
        ),
        Code.REFERENCE_MISSING: QT_TRANSLATE_NOOP(
            "Notices", "Enter the reference of the card terminal."
        ),
        Code.VOUCHER_MISSING: QT_TRANSLATE_NOOP("Notices", "Enter the number of the voucher."),
        Code.INVOICE_CUSTOMER: QT_TRANSLATE_NOOP("Notices", "An invoice needs a customer (F4)."),
        Code.CARD_NUMBER: QT_TRANSLATE_NOOP(
            "Notices", "This is a card number. It must not be stored."
        ),
        Code.PRICE_CHANGED: QT_TRANSLATE_NOOP(
            "Notices", "The price has changed: {new}, before it was {old}. Agree to it first."
        ),
        Code.ORDER_BUSY: QT_TRANSLATE_NOOP("Notices", "The order is still changing. One moment."),
        Code.HOLD_CHECKED: QT_TRANSLATE_NOOP(
            "Notices", "The hold may have run out. Checking with the server. One moment."
        ),
        Code.PARTS_TAKEN: QT_TRANSLATE_NOOP(
            "Notices", "{amount} has already been taken. Give it back before you leave."
        ),
        Code.LEAVE_FIRST: QT_TRANSLATE_NOOP(
            "Notices", "The order is being paid. To change it, leave the payment."
        ),
        Code.GIVE_BACK: QT_TRANSLATE_NOOP(
            "Notices", "Nothing was sold: give back the {amount} already taken. {reason}"
        ),
        Code.NOT_RECORDED: QT_TRANSLATE_NOOP(
            "Notices", "Nothing was sold: the journal cannot be written. {reason}"
        ),
        # after the sale
        Code.NOT_REMEMBERED: QT_TRANSLATE_NOOP(
            "Notices", "This workstation's records cannot be read: {reason}"
        ),
        Code.ORDER_NOT_FOUND: QT_TRANSLATE_NOOP(
            "Notices", "There is no order like that here: {text}"
        ),
        Code.TICKET_VOID: QT_TRANSLATE_NOOP(
            "Notices", "This ticket is void and no longer admits anyone: {barcode}"
        ),
        Code.GIVEN_BACK: QT_TRANSLATE_NOOP("Notices", "Done. Give back {sum} {how}."),
        Code.ORDER_CANCELLED: QT_TRANSLATE_NOOP(
            "Notices", "Order {order} is cancelled. Give back {sum} {how}."
        ),
        # scans
        Code.SCAN_HELD: QT_TRANSLATE_NOOP(
            "Notices", "Finish the payment first; then scan the ticket again."
        ),
        Code.SCAN_WHILE_CHANGING: QT_TRANSLATE_NOOP(
            "Notices", "The order is still changing. Scan again when it is done."
        ),
        Code.SCAN_BEHIND_DIALOG: QT_TRANSLATE_NOOP(
            "Notices", "Close the window that is open first; then scan again."
        ),
        Code.SCAN_UNCONNECTED: QT_TRANSLATE_NOOP(
            "Notices", "Connect to a server first; then scan again."
        ),
        Code.SCAN_SOUGHT: QT_TRANSLATE_NOOP("Notices", "Looking for {text} …"),
        Code.SCAN_UNKNOWN: QT_TRANSLATE_NOOP("Notices", "This is not a code of this venue: {text}"),
        Code.SCAN_MISREAD: QT_TRANSLATE_NOOP(
            "Notices", "This code was misread. Scan it again: {text}"
        ),
        Code.SCAN_ELSEWHERE: QT_TRANSLATE_NOOP(
            "Notices",
            "This ticket was not sold at this counter: {text}. The code on its "
            "order summary opens the order.",
        ),
        # the paper
        Code.SOLD: QT_TRANSLATE_NOOP("Notices", "Order {order} is sold."),
        Code.NOTHING_SOLD: QT_TRANSLATE_NOOP("Notices", "Nothing was sold here yet."),
        Code.PRINTED: QT_TRANSLATE_NOOP("Notices", "Printed: {printer}"),
        Code.SAVED: QT_TRANSLATE_NOOP("Notices", "Saved: {path}"),
        Code.NOT_PRINTED: QT_TRANSLATE_NOOP(
            "Notices",
            "Not printed: {reason}. Order {order} is safe: print again, or save it as PDF.",
        ),
        Code.PERHAPS_PRINTED: QT_TRANSLATE_NOOP(
            "Notices",
            "Perhaps printed, perhaps not: {reason}. Order {order} is safe. Look at the "
            "printer: another print is marked as a copy.",
        ),
        Code.NOT_SAVED: QT_TRANSLATE_NOOP(
            "Notices", "Not saved: {reason}. Order {order} is safe: choose another place."
        ),
        # at the next start
        Code.JOURNAL_NOT_READ: QT_TRANSLATE_NOOP(
            "Notices", "What was open when the program ended cannot be read: {reason}"
        ),
        Code.RESTART_UNDECIDED: QT_TRANSLATE_NOOP(
            "Notices", "Sales from before the restart need a decision: {count}. See the Sale menu."
        ),
    },
)
_LOSSES = complete(
    Loss,
    {
        Loss.NOTHING: QT_TRANSLATE_NOOP("Notices", "All goes on as before."),
        Loss.EVENTS: QT_TRANSLATE_NOOP("Notices", "Without its events nothing can be sold."),
        Loss.MAP: QT_TRANSLATE_NOOP("Notices", "There is no seat map: no seats can be taken."),
        Loss.PRICES: QT_TRANSLATE_NOOP("Notices", "There are no prices: nothing can be sold."),
        Loss.SINGLE_SEATS: QT_TRANSLATE_NOOP(
            "Notices", "Single seats cannot be taken: take the best seats."
        ),
        Loss.BEST_SEATS: QT_TRANSLATE_NOOP(
            "Notices", "Best seats and standing places cannot be taken: pick seats on the map."
        ),
        Loss.SELLING: QT_TRANSLATE_NOOP("Notices", "Seats can be held, and not be sold."),
        Loss.GIVING_BACK: QT_TRANSLATE_NOOP(
            "Notices", "Single seats cannot be given back, only whole orders."
        ),
        Loss.PRICE_TYPES: QT_TRANSLATE_NOOP(
            "Notices", "Price types stay as they are, and a hold is not renewed."
        ),
        Loss.CODES: QT_TRANSLATE_NOOP("Notices", "Summaries are printed without ticket codes."),
        Loss.CUSTOMERS: QT_TRANSLATE_NOOP("Notices", "Customers cannot be found."),
        Loss.NEW_CUSTOMERS: QT_TRANSLATE_NOOP("Notices", "Customers cannot be added."),
        Loss.VENUES: QT_TRANSLATE_NOOP(
            "Notices", "Venues are not named, and times are as the server tells them."
        ),
        Loss.NAMES: QT_TRANSLATE_NOOP(
            "Notices", "Some organizers, categories or series are not named."
        ),
        Loss.RULES: QT_TRANSLATE_NOOP(
            "Notices", "Sales rules are only checked by the server when an order is sold."
        ),
        Loss.AREAS: QT_TRANSLATE_NOOP("Notices", "The map has no areas and no standing places."),
        Loss.ENTRANCES: QT_TRANSLATE_NOOP("Notices", "The map has no entrances."),
        Loss.REASONS: QT_TRANSLATE_NOOP("Notices", "Why seats are blocked is not told."),
        Loss.HOUSE: QT_TRANSLATE_NOOP(
            "Notices", "Events cannot be put in from here; sales go on as before."
        ),
    },
)


def words_of(notice: Notice, formats: Formats) -> str:
    """The notice as a sentence, its parameters written in the clerk's language."""
    written = {name: _written(value, formats) for name, value in notice.params.items()}
    return with_keys(sentence(notice.code)).format_map(_Tolerant(written))


def sentence(code: Code) -> str:
    """The translated sentence of a code, with its parameters in braces."""
    return QCoreApplication.translate("Notices", str(_SENTENCES[code]))  # typed as an object


class _Tolerant(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _written(value: object, formats: Formats) -> str:
    if isinstance(value, Money):
        return formats.money(value)
    if isinstance(value, Loss):
        return QCoreApplication.translate("Notices", str(_LOSSES[value]))
    if isinstance(value, PaymentKind):
        return payment_words(value).back
    if isinstance(value, SeatName):
        return seat_words(value)
    if isinstance(value, Notice):
        return words_of(value, formats)
    if isinstance(value, ParkedRow):
        return parked_words(value, formats)
    if isinstance(value, tuple):
        shown = [_written(item, formats) for item in value[:_MOST_SEATS]]
        return "; ".join(shown) + ("; …" if len(value) > _MOST_SEATS else "")
    if isinstance(value, int):
        return formats.number(value)
    return shortened(str(value), _MOST_CHARACTERS)
