"""Customers: added, listed by name, and found by any part of their name, email or phone number.

They belong to the data and not to a credential, so every counter sees all of them. The text that a
search looks through is kept case-folded beside each customer, because the database itself folds
only ASCII, or by its locale. Wildcards in a search are escaped.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import ColumnElement, Connection, RowMapping, and_, or_, select

from boxoffice.service.data.schema import customers
from boxoffice.service.data.store import next_marker, next_stamp
from boxoffice.service.errors import Refusal
from boxoffice.service.lists.paging import Entity, Found, Page, count_of
from boxoffice.service.requests import Int64, ProcessInfo

MOST_SEARCHED = 200  # characters
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PHONE = re.compile(r"[\d+/().-]{3,}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}")
_TEXTS = ("first_name", "last_name", "email", "phone", "street", "zip", "city", "country_code")
_Name = Annotated[str, Meta(max_length=200)]


class NewCustomer(Struct):
    """A customer as it is sent, with a name or an email at least; `scope` is kept as it is."""

    first_name: _Name | None = ""
    last_name: _Name | None = ""
    email: Annotated[str, Meta(max_length=254)] | None = ""
    scope: Int64 | None = None
    phone: Annotated[str, Meta(max_length=100)] | None = ""
    street: Annotated[str, Meta(max_length=500)] | None = ""
    zip: Annotated[str, Meta(max_length=40)] | None = ""
    city: _Name | None = ""
    country_code: Annotated[str, Meta(max_length=2)] | None = ""


def add(connection: Connection, customer: NewCustomer) -> int:
    """Adds the customer and returns its id. The same customer sent twice is two customers.

    Raises:
        Refusal: 422 names the fields that are wrong.
    """
    texts = {name: " ".join((getattr(customer, name) or "").split()) for name in _TEXTS}
    texts["country_code"] = texts["country_code"].upper()
    problems = _problems(texts)
    if problems:
        raise Refusal(422, f"{problems[0][0]}: {problems[0][1]}", fields=problems)
    row = customers.insert().values(
        **texts,
        scope=customer.scope,
        search=_searched(texts),
        sort=f"{_sorted(texts['last_name'])}\t{_sorted(texts['first_name'])}",
        stamp=next_stamp(connection),
    )
    return int(connection.execute(row.returning(customers.c.id)).scalar_one())


def _problems(texts: dict[str, str]) -> list[tuple[str, str]]:
    found = [
        (name, "a control character is in it")
        for name, text in texts.items()
        if any(unicodedata.category(character) == "Cc" for character in text)
    ]
    if not (texts["first_name"] or texts["last_name"] or texts["email"]):
        found.append(("last_name", "a customer has a name or an email"))
    if texts["email"] and not _EMAIL.fullmatch(texts["email"]):
        found.append(("email", "this is no email address"))
    if texts["country_code"] and not _COUNTRY.fullmatch(texts["country_code"]):
        found.append(("country_code", "a country is two letters"))
    return found


def find(connection: Connection, page: Page, customer_id: int | None, search: str) -> Found:
    """The customers by last name and first name: all, the one with the id, or those that match
    every word of the search.

    A word matches where it is a part of a name, of the email or of the phone number, or the
    customer's id.

    Raises:
        Refusal: 422, the search is too long.
    """
    if len(search) > MOST_SEARCHED:
        reason = f"a search has no more than {MOST_SEARCHED} characters"
        raise Refusal(422, reason, fields=[("search", reason)])
    words = dict.fromkeys(word.strip(",;") or word for word in _folded(search).split())
    query = select(customers).where(and_(True, *(_matches(word) for word in words)))
    if customer_id is not None:
        query = query.where(customers.c.id == customer_id)
    total = count_of(connection, query)
    query = query.order_by(customers.c.sort, customers.c.id).limit(page.size).offset(page.offset)
    entities = [_entity(row) for row in connection.execute(query).mappings()]
    return Found(entities, total, next_marker(connection))


def check_buyer(connection: Connection, info: ProcessInfo | None) -> None:
    """Checks that the customer exists whom a completion names as the buyer.

    Raises:
        Refusal: 422, there is no such customer.
    """
    if info is None or info.customer_id is None:
        return
    query = select(customers.c.id).where(customers.c.id == info.customer_id)
    if connection.execute(query).first() is None:
        reason = f"there is no customer {info.customer_id}"
        raise Refusal(422, reason, fields=[("process_info.customer_id", reason)])


def _matches(word: str) -> ColumnElement[bool]:
    ways = [customers.c.search.contains(word, autoescape=True)]
    if word.isascii() and word.isdigit() and len(word) <= 18:
        ways.append(customers.c.id == int(word))
    digits = _digits(word)
    if _PHONE.fullmatch(word) and digits:
        ways.append(customers.c.search.contains(digits, autoescape=True))
    return or_(*ways)


def _searched(texts: dict[str, str]) -> str:
    parts = [_folded(texts[name]) for name in ("first_name", "last_name", "email", "phone")]
    # The digits find a phone number however it is written.
    return "\n".join([*parts, _digits(texts["phone"])])


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")


def _folded(text: str) -> str:
    """The text in one spelling, whatever its capitals and however its accents are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


def _sorted(text: str) -> str:
    """The key of the order: Ä stands with A, as in a telephone book."""
    letters = unicodedata.normalize("NFKD", _folded(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _entity(row: RowMapping) -> Entity:
    texts: dict[str, Any] = {name: row[name] for name in _TEXTS}
    return {
        "id": row["id"],
        **texts,
        "scope": row["scope"],
        "last_updated": row["stamp"],
        "deleted": False,
    }
