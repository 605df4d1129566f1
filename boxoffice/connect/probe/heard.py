"""One answer as it came, before anything is read into it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from boxoffice.connect.envelope import Busy, Failed, decoded
from boxoffice.connect.errors import BadReply, Refused, SignedOut
from boxoffice.connect.http_messages import Answer
from boxoffice.connect.operations import AS_CONTRACT, Operation

_MOST_WORDS = 300
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]{0,59}")


class Fate(Enum):
    """What became of a call."""

    ANSWERED = "answered"
    NOT_ASKED = "not asked"  # no id was found to ask with
    NO_ANSWER = "no answer"  # not reached, or not in time
    SIGNED_OUT = "not signed in"
    NOT_THERE = "not there"  # no such operation
    REFUSED = "refused"
    FAILED = "failed"
    FOREIGN = "no answer of this API"


@dataclass(frozen=True)
class Heard:
    """A call, and what came of it.

    Attributes:
        content: the object that came, in the site's own names; None where none did.
        reason: why nothing did, in our words.
        size: the entries that were asked for; 0 for no list.
        page: the page that was asked for.
        event_id: the event that it was about, as the site wrote its id; None for none.
        is_page: what came is a web page.
    """

    operation: Operation
    fate: Fate
    status: int = 0
    content: Mapping[str, Any] | None = field(default=None, repr=False)
    reason: str = ""
    size: int = 0
    page: int = 0
    event_id: object = None
    is_page: bool = False

    def asked(self, *, size: int = 0, page: int = 0, event_id: object = None) -> Heard:
        return replace(self, size=size, page=page, event_id=event_id)


def heard(operation: Operation, answer: Answer) -> Heard:
    """An answer as it came."""
    status = answer.status
    plain = replace(operation, spoken=AS_CONTRACT)
    content, reason, is_page = None, "", False
    try:
        content = decoded(plain, answer)
    except (SignedOut, Refused, BadReply) as error:
        reason = error.reason
        is_page = "html" in answer.media_type or answer.body.lstrip()[:1] == b"<"
    except (Busy, Failed):
        reason = f"status {status}"
    return Heard(operation, _fate(status, content), status, content, reason, is_page=is_page)


def _fate(status: int, content: object) -> Fate:
    if status == 401:
        return Fate.SIGNED_OUT
    if status in (404, 405, 501):
        return Fate.NOT_THERE
    if 400 <= status < 500:
        return Fate.REFUSED
    if status >= 500:
        return Fate.FAILED
    if content is None or status >= 300:
        return Fate.FOREIGN
    return Fate.ANSWERED


def shown_name(name: object) -> str:
    """A name that came, as it may be shown; what looks like no name may be somebody's."""
    text = str(name)
    return text if _NAME.fullmatch(text) else f"(a name of {len(text)} letters)"


def shown_words(words: object, secret: str = "") -> str:
    """What the platform says, as it may be shown: without the credential, on one line."""
    text = str(words)
    if secret:
        text = text.replace(secret, "***")
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= _MOST_WORDS else text[:_MOST_WORDS] + "…"
