"""Credentials: one for each counter, by name, with a token.

Only the SHA-256 of a token is kept. A slow hash, as passwords need it, would add nothing: a token
is 256 random bits, which nobody finds by trying words, and it is checked with every request. A
revoked credential keeps its row, because orders belong to it. The name of a revoked one may be
added again: it is the same counter with another token, and it finds its orders.

A credential has a role: `house` may do everything, `sales` all but change the house itself.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from boxoffice.service.data import audit
from boxoffice.service.data.schema import credentials
from boxoffice.service.data.store import Collision, Store
from boxoffice.service.errors import Refusal, ServiceError

HOUSE, SALES = "house", "sales"
ROLES = (SALES, HOUSE)
DEFAULT = "default"  # the one that `boxoffice serve` makes for itself
_MOST_CHARACTERS = 100
_HEADER = re.compile(
    r'\s*(AUTHTOKEN|APPSECRET)\s+(?:(?:auth_token|app_secret)\s*=\s*)?("?)([^"\s]+)\2\s*',
    re.IGNORECASE,
)
_VALID = select(
    credentials.c.id, credentials.c.name, credentials.c.digest, credentials.c.role
).where(credentials.c.revoked.is_(None), credentials.c.digest.is_not(None))


class NotDone(Exception):
    """A credential cannot be added or revoked; the text is one line."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A counter's credential, without its token.

    Attributes:
        created: seconds since 1970; None where an older version made it and did not note when.
        revoked: seconds since 1970; None while it is valid.
    """

    name: str
    role: str
    created: float | None
    revoked: float | None


class Bearer(NamedTuple):
    """Who bears a valid token: the credential's id and name, and whether its role is `house`."""

    credential_id: int
    name: str
    is_house: bool


def is_name(text: str) -> bool:
    """Whether a credential may have this name: 1 to 100 printable characters, trimmed."""
    return 0 < len(text) <= _MOST_CHARACTERS and text.isprintable() and text == text.strip()


def new_token() -> str:
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """The digest that is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def digest_in(authorization: str) -> str:
    """The digest of the token in an Authorization header; empty where there is none."""
    found = _HEADER.fullmatch(authorization)
    return digest_of(found.group(3)) if found else ""


def bearer(connection: Connection, digest: str) -> Bearer:
    """Whose token has this digest.

    All are compared, each in constant time, so that the time tells nothing about them.

    Raises:
        Refusal: 401, no valid credential has it.
    """
    rows = connection.execute(_VALID).all()
    found = [row for row in rows if hmac.compare_digest(row.digest, digest)]
    if not found:
        raise Refusal(401, "the credential is missing, not valid, or has expired")
    return Bearer(int(found[0].id), str(found[0].name), is_house=found[0].role == HOUSE)


def add(store: Store, name: str, role: str = SALES) -> str:
    """Makes a credential and returns its token, which nobody can find out afterwards.

    Raises:
        NotDone: a valid credential has the name, or it is the name of the service's own.
        Refusal: the data cannot be written.
    """
    if name == DEFAULT:
        raise NotDone(f"'{DEFAULT}' is the credential that 'boxoffice serve' makes for itself")
    token = new_token()
    try:
        with store.writing() as connection:
            known = connection.execute(_named(name)).first()
            if known is not None and known.revoked is None:
                raise NotDone(f"there is a credential {name!r} already")
            now = store.clock.now()
            _set(connection, now, name, token, role)
            details = {"name": name, "role": role}
            audit.record(connection, now, "token added", details=details)
    except Collision as collision:
        raise NotDone(f"there is a credential {name!r} already") from collision
    return token


def listed(store: Store) -> list[Credential]:
    """All credentials, the revoked ones too, by name."""
    with store.reading() as connection:
        rows = connection.execute(select(credentials).order_by(credentials.c.name))
        return [Credential(row.name, row.role, row.created, row.revoked) for row in rows]


def revoke(store: Store, name: str) -> None:
    """Revokes a credential: the next request with it is refused. A revoked one stays as it is.

    Raises:
        NotDone: no credential has the name.
        Refusal: the data cannot be written.
    """
    with store.writing() as connection:
        known = connection.execute(_named(name)).first()
        if known is None:
            raise NotDone(f"there is no credential {name!r}")
        if known.revoked is None:
            now = store.clock.now()
            named = credentials.update().where(credentials.c.name == name)
            connection.execute(named.values(revoked=now))
            audit.record(connection, now, "token revoked", details={"name": name})


def settle_default(store: Store, given: str, kept: str) -> str:
    """Makes the service's own credential valid and returns its token.

    Args:
        given: the token that it is to have; empty for any.
        kept: the token that it had before; empty if nobody kept it beside the data.

    Returns: the token; empty where the valid one is not known, since only its digest is kept.

    Raises:
        ServiceError: the token that was given is a revoked one.
    """
    with store.writing() as connection:
        rows = {row.digest: row for row in connection.execute(select(credentials))}
        if given:
            token = given
            same = rows.get(digest_of(given))
            if same is not None and same.revoked is not None:
                reason = f"the token of BOXOFFICE_TOKEN was revoked (it was {same.name!r})"
                raise ServiceError(reason)
        elif kept:
            same = rows.get(digest_of(kept))
            token = kept if same is None or same.revoked is None else new_token()
        elif any(row.name == DEFAULT and row.revoked is None for row in rows.values()):
            return ""
        else:
            token = new_token()
        if digest_of(token) not in rows:
            _set(connection, store.clock.now(), DEFAULT, token, HOUSE)
        return token


def _named(name: str) -> Select[Any]:
    return select(credentials).where(credentials.c.name == name)


def _set(connection: Connection, now: float, name: str, token: str, role: str) -> None:
    """Gives the credential of this name the token and the role, in place of what it had."""
    values = {"digest": digest_of(token), "created": now, "revoked": None, "role": role}
    named = credentials.update().where(credentials.c.name == name)
    if connection.execute(named.values(values)).rowcount == 0:
        connection.execute(credentials.insert().values(name=name, **values))
