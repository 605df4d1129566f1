"""Idempotency keys: a change that is repeated with its key is not done again, and gets the answer
that the first request got.

The answer is kept beside its key in the transaction of the change. A key belongs to the credential
that used it, and to one request: verb, path and body.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import bindparam, select
from starlette.requests import Request

from boxoffice.service.api.call import Call, Operation
from boxoffice.service.data.schema import answers
from boxoffice.service.data.sql import insert_new
from boxoffice.service.errors import Refusal

_LONGEST_KEY = 200
_DONE = 200
_KEPT = select(answers.c.fingerprint, answers.c.body, answers.c.status).where(
    answers.c.credential_id == bindparam("credential"), answers.c.key == bindparam("its_key")
)


class Answer(NamedTuple):
    """The answer to a change; of a refusal, where it changed something."""

    body: bytes
    status: int = _DONE


class AnsweredBefore(Exception):
    """The same request was done before with the same key; its transaction is to be rolled back."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


def perform_once(
    call: Call, operation: Operation, request: Request, body: bytes, perform: Callable[[], Answer]
) -> Answer:
    """Performs a change, unless it was performed before with the same key.

    Changes of orders run beside each other: the key is inserted last, and of two requests at once
    with the same key the second one does its work in vain. It learns so here, or from the seats and
    orders that the first one changed. Other changes run alone, so their key is looked up first.

    Raises:
        AnsweredBefore: it was.
        Refusal: 422, the key was used for another request; whatever `perform` raises.
    """
    key = request.headers.get("Idempotency-Key", "")[:_LONGEST_KEY]
    if not key:
        return perform()
    content = f"{operation.verb} {request.url.path}\n".encode() + body
    fingerprint = hashlib.sha256(content).hexdigest()
    if not operation.is_order:
        _look_up(call, key, fingerprint)
    try:
        answer = perform()
    except Refusal:
        _look_up(call, key, fingerprint)
        raise
    row = {
        "credential_id": call.caller.credential_id,
        "key": key,
        "fingerprint": fingerprint,
        "body": answer.body,
        "status": None if answer.status == _DONE else answer.status,
    }
    if not insert_new(call.connection, answers, row):
        _look_up(call, key, fingerprint)
    return answer


def _look_up(call: Call, key: str, fingerprint: str) -> None:
    """Does nothing where the key is new.

    Raises:
        AnsweredBefore: it is that of the same request.
        Refusal: 422, it is that of another request.
    """
    which = {"credential": call.caller.credential_id, "its_key": key}
    kept = call.connection.execute(_KEPT, which).first()
    if kept is None:
        return
    if kept.fingerprint != fingerprint:
        raise Refusal(422, "the Idempotency-Key was used for another request")
    raise AnsweredBefore(Answer(bytes(kept.body), kept.status or _DONE))
