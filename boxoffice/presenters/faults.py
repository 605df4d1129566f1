"""What the clerk is told of an error between the counter and the server."""

from __future__ import annotations

from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    OutcomeUnknown,
    Refused,
    SignedOut,
)
from boxoffice.presenters.notices import Code, Notice


def notice_of(error: ConnectError, address: str) -> Notice:
    """The notice for an error; its reason is the server's own or the network's."""
    if isinstance(error, SignedOut):
        return Notice.error(Code.SIGNED_OUT, address=address)
    if isinstance(error, BadReply):
        if error.is_foreign:
            return Notice.error(Code.NOT_A_CONNECT_SERVER, address=address)
        return Notice.error(Code.BAD_REPLY, address=address, reason=error.reason)
    if isinstance(error, Refused):
        return Notice.error(Code.REFUSED, reason=error.words or error.reason)
    if isinstance(error, OutcomeUnknown):
        return Notice.warning(Code.OUTCOME_UNKNOWN)
    if error.words:
        return Notice.error(Code.SERVER_BUSY, reason=error.words)
    return Notice.error(Code.UNREACHABLE, address=address)
