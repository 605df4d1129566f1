"""One `send`: retries what may be repeated, and says what is not known.

Reads are repeated inside their deadline. A write bears its key: where the server did nothing it is
sent once more, where the answer was lost or makes no sense it is asked once more with the same key,
and what is still not known then is `OutcomeUnknown`. A server that knows no keys is not asked
again: it has to be looked at first. Over all calls there is at most one repeat a second; `circuit`
holds calls back from a server that is away.
"""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from boxoffice import __version__
from boxoffice.connect.call import Call
from boxoffice.connect.circuit import Circuit, ServerClock
from boxoffice.connect.dialects.dialect import CONTRACT, Dialect
from boxoffice.connect.dialects.learned import Learned
from boxoffice.connect.dialects.speech import Tongue
from boxoffice.connect.envelope import Busy, Failed, Platform, Reply, reply_of, warnings_of
from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    Refused,
    ServerWarning,
    SignedOut,
    Unreachable,
)
from boxoffice.connect.http_messages import (
    Answer,
    AnswerLost,
    Closed,
    Deadlines,
    NotSent,
    NotTrusted,
    NoTurn,
    Request,
    TooLarge,
)
from boxoffice.connect.mapping import parsed
from boxoffice.connect.operations import Kind, Lane, Operation
from boxoffice.connect.places import Oddities, Places
from boxoffice.connect.signing_in import SigningIn
from boxoffice.connect.transport import Transport
from boxoffice.connect.wire import Wire

T = TypeVar("T")
M = TypeVar("M", bound=Wire)
Judge = Callable[[Operation, Answer], Awaitable[T]]
_log = logging.getLogger(__name__)
_SOON = 1.6
_NOT_MADE = 501  # an operation that the server does not have; it is there


class Sender:
    """Sends operations with a credential, and turns every failure into one of our errors.

    Args:
        signing_in: holds the credential, and what waits for a new one.
        pause: seconds between two attempts, before jitter.
        dialect: how the site says the API.
        on_warning: called with each warning that comes with an answer; what the platform says
            beside its results is told once.
        knows_keys: the server does a call with an idempotency key once; only where the dialect
            does not say otherwise.

    Attributes:
        learned: how the server pages.
        places: what locations tell of other answers.
        oddities: what of the answers did not fit.
        platform: what the platform says of itself.
    """

    def __init__(
        self,
        transport: Transport,
        signing_in: SigningIn,
        language: str,
        deadlines: Deadlines,
        *,
        pause: float = 1.0,
        dialect: Dialect = CONTRACT,
        on_warning: Callable[[ServerWarning], None] | None = None,
        knows_keys: bool = True,
    ) -> None:
        self._transport = transport
        self._signing_in = signing_in
        self._language = language
        self._deadlines = deadlines
        self._pause = pause
        self.dialect = dialect
        self._tongue = Tongue(dialect)
        self.learned = Learned(dialect)
        self.places = Places(dialect.zone)
        self.oddities = Oddities()
        self._on_warning = on_warning
        self._circuit = Circuit(pause)
        self._clock = ServerClock()
        self.knows_keys = knows_keys and dialect.knows_keys
        self.platform = Platform()

    @property
    def pause(self) -> float:
        """Seconds before what did not come is asked for again."""
        return self._pause

    @property
    def clock(self) -> ServerClock:
        """The server's clock, as its answers tell it."""
        return self._clock

    async def send(
        self,
        operation: Operation,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        body: object = None,
        key: str = "",
    ) -> Reply:
        """What the server answered.

        Raises:
            ConnectError: one of the five.
        """
        reply = await self.judged(operation, _reply, path, query, body, key)
        self.warn(warnings_of(operation, reply.flags, reply.request_id))
        self.warn(self.platform.heard(operation, reply.flags, reply.request_id))
        return reply

    def here(self, operation: Operation) -> Operation:
        """The operation as the site has it."""
        return self._tongue.here(operation)

    def read(self, operation: Operation, model: type[M], content: Any) -> M:
        """An entity of an answer; what of it did not fit and can be done without is counted.

        Raises:
            BadReply: what is needed is missing or wrong.
        """
        reading = self.places.reading(content)
        found = parsed(operation, model, content, reading)
        self.oddities.dropped(operation, reading)
        return found

    async def judged(
        self,
        operation: Operation,
        judge: Judge[T],
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        body: object = None,
        key: str = "",
    ) -> T:
        """As `send`, with what `judge` makes of the answer; it raises where that is a failure."""
        here = self.here(operation)
        call = Call.of(here, path or {}, query or {}, body, key, knows_keys=self.knows_keys)
        while True:
            version = self._signing_in.version
            try:
                return await self._read(operation, call, judge, query or {})
            except SignedOut as error:
                if error.refusal is not None and self.platform.names_no_user:
                    raise error.refusal from error
                # What an earlier attempt did, it did as somebody who may not be known any more.
                if call.may_be_done:
                    raise call.unknown() from error
                await self._signing_in.renewed(version, error)
            except BadReply as error:
                if call.may_be_done:
                    raise call.unknown() from error
                raise
            except Refused as error:
                error.may_be_done = error.may_be_done or call.may_be_done
                raise

    async def _read(
        self, operation: Operation, call: Call, judge: Judge[T], query: Mapping[str, str]
    ) -> T:
        """As `_attempted`; an operation that this server does not have is noted."""
        try:
            try:
                return await self._attempted(call, judge)
            except BadReply as error:
                if error.refusal is None or not self.platform.is_known:
                    raise
                raise error.refusal from error
        except Refused as refused:
            # A server that knows the operation says in words what it does not have.
            is_about_one = bool(refused.words) and ("{" in operation.path or "id" in query)
            first = str(self.learned.first_page)
            is_about_one = is_about_one or query.get("page", first) != first
            self.platform.refused(operation, refused, is_about_one=is_about_one)
            raise

    def warn(self, warnings: tuple[ServerWarning, ...]) -> None:
        for warning in warnings:
            _log.warning("%s: the server warns (%d)", warning.operation, warning.number)
            if self._on_warning is not None:
                self._on_warning(warning)

    def leave_out(self, operation: Operation, count: int) -> None:
        """Entries of another event than was asked for are not used; told once of each list."""
        if self.oddities.strangers(operation, count) and self._on_warning is not None:
            self._on_warning(ServerWarning(operation.name, "", left_out=count))

    def headers(
        self, operation: str, accepted: str, *, with_credential: bool = True
    ) -> dict[str, str]:
        """What every request bears.

        Raises:
            SignedOut: no header can carry the credential.
        """
        headers = {
            "Accept": accepted,
            "Accept-Encoding": "gzip",
            "Accept-Language": self._language,
            "X-App-Version": __version__,
        }
        if with_credential:
            headers["Authorization"] = self._signing_in.header(operation)
        return headers

    async def _attempted(self, call: Call, judge: Judge[T]) -> T:
        """Asks as often as may be, inside the operation's deadline."""
        operation = call.operation
        began = time.monotonic()
        deadline = began + self._seconds(operation)
        for attempt in range(1, call.attempts + 1):
            self._check_circuit(call)
            try:
                return await judge(operation, await self._exchange(call, deadline))
            except TooLarge as error:
                if operation.kind is Kind.WRITE:
                    call.lost = str(error)
                    raise call.unknown() from error
                raise BadReply(operation.name, str(error), request_id=call.request_id) from error
            except (Busy, NotSent) as error:
                cause: Busy | NotSent | AnswerLost | Failed | BadReply = error
            except (AnswerLost, Failed) as error:
                call.lost = str(error)
                cause = error
            except BadReply as error:
                if attempt == call.attempts or not call.is_write or not call.is_known_again:
                    raise
                cause = error
            if attempt == call.attempts or self._is_held_back(operation) or not call.may_repeat:
                break
            pause = self._pause_after(cause, attempt, began, deadline)
            if pause is None:
                break
            _log.info("%s again in %.1f s: %s", operation.name, pause, cause)
            await asyncio.sleep(pause)
        raise self._given_up(call, cause) from cause

    def _pause_after(
        self, cause: Exception, attempt: int, began: float, deadline: float
    ) -> float | None:
        """How long to wait before the call is made again; None where it is not."""
        if isinstance(cause, NotTrusted | Closed):
            return None
        # A person who waits has to know that the server is away.
        if isinstance(cause, NotSent) and not isinstance(cause, NoTurn):
            deadline = min(deadline, began + _SOON)
        wanted = self._pause * attempt
        if isinstance(cause, Busy):
            wanted = max(wanted, cause.retry_after or 0.0)
        return self._circuit.repeat_after(wanted, deadline)

    def _given_up(self, call: Call, cause: Exception) -> ConnectError:
        if isinstance(cause, BadReply):
            return cause
        if isinstance(cause, Failed) and cause.refusal is not None and call.is_write:
            cause.refusal.may_be_done = True
            return cause.refusal
        if call.may_be_done:
            return call.unknown()
        words = getattr(cause, "words", "")
        name = call.operation.name
        return Unreachable(name, str(cause), words=words, request_id=call.request_id)

    def _check_circuit(self, call: Call) -> None:
        """Lets through what a buyer waits for, and now and then one of the others.

        Raises:
            Unreachable, OutcomeUnknown: the server is away, and was asked a moment ago.
        """
        if not self._is_held_back(call.operation) or self._circuit.may_try():
            return
        raise self._given_up(call, NotSent("the server did not answer just now"))

    def _is_held_back(self, operation: Operation) -> bool:
        """Whether the server is away, and nobody stands at the counter and waits for this."""
        return operation.lane is not Lane.ORDERS and self._circuit.is_shut

    async def _exchange(self, call: Call, deadline: float) -> Answer:
        operation = call.operation
        call.request_id = uuid.uuid4().hex
        headers = self.headers(operation.name, "application/json") | {
            "X-Request-ID": call.request_id
        }
        if call.body is not None:
            headers["Content-Type"] = call.body.media_type
        if call.key:
            headers["Idempotency-Key"] = call.key
        left = deadline - time.monotonic()
        seconds = min(left, self._deadlines.write) if operation.kind is Kind.WRITE else left
        content = None if call.body is None else call.body.content
        request = Request(operation.verb, call.url, headers, call.query, content)
        began = time.monotonic()
        try:
            answer = await self._transport.exchange(operation.lane, request, max(seconds, 0.05))
        except (NotSent, AnswerLost) as error:
            if not isinstance(error, NoTurn | Closed):
                self._circuit.failed()
            self._log(call, began, type(error).__name__, 0)
            raise
        if answer.status >= 500 and answer.status != _NOT_MADE:
            self._circuit.failed()
        else:
            self._circuit.answered()
        if answer.date is not None:
            self._clock.hear(answer.date)
        call.request_id = answer.request_id or call.request_id
        self._log(call, began, str(answer.status), len(answer.body))
        return answer

    def _log(self, call: Call, began: float, outcome: str, length: int) -> None:
        operation = call.operation
        _log.log(
            logging.DEBUG if operation.lane is Lane.POLLING else logging.INFO,
            "%s %s: %s, %d bytes in %.0f ms, request %s",
            operation.name,
            operation.verb,
            outcome,
            length,
            (time.monotonic() - began) * 1000,
            call.request_id,
        )

    def _seconds(self, operation: Operation) -> float:
        if operation.kind is Kind.WRITE:
            return 2 * self._deadlines.write + self._pause
        return self._deadlines.bulk if operation.is_bulk else self._deadlines.read


async def _reply(operation: Operation, answer: Answer) -> Reply:
    return reply_of(operation, answer)
