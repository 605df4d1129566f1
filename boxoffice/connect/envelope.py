"""What an answer means: its result, or one of our errors.

A body can report failure with HTTP 200; a bare result without the wrapper is accepted. What an
`error_type` means is our reading of it: it refines a refusal, and overrules neither the status nor
a flag. An answer without a word to a write that only wants to know whether it was done says that it
was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec

from boxoffice.connect.errors import (
    BadReply,
    Bar,
    ConnectError,
    Refused,
    RefusedField,
    RefusedItem,
    ServerWarning,
    SignedOut,
)
from boxoffice.connect.http_messages import Answer
from boxoffice.connect.operations import SIMPLE, Kind, Operation

# What an error type makes of a refusal with status 200: nothing that anybody is sent away for.
_CODES = {2: 403, 4: 409, 5: 422}
_REFUSED = 400
_NOT_MADE = 501  # by this server: there is no use in asking again
_NOT_THERE = 404
_NO_CONTENT = 204
_NO_OPERATION = (405, _NOT_MADE)
_MOST_WORDS = 500
_MOST_WARNINGS = 100
_MOST_SAID = 50  # sentences that are remembered
_MOST_DIGITS = 400
_MOST_NAMES = 12
_SIMPLE_FIELDS = ("id", "message")
_NOT_VALID = "the credential is not valid"


def _exact(digits: str) -> Decimal:
    """A number as it was written, fractions exact.

    One that nobody could write out is as good as infinite, which no field takes: to make it whole
    could take all the memory there is. One that is next to nothing is nothing.
    """
    number = Decimal(digits)
    size = number.adjusted()
    if abs(size) <= _MOST_DIGITS:
        return number if len(digits) <= _MOST_DIGITS else +number  # rounded to 28 digits
    if not number or size < 0:
        return Decimal(0)
    return Decimal("Infinity").copy_sign(number)


_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=_exact)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a successful answer holds.

    Attributes:
        result: the result object.
        flags: everything that stood beside it.
        date: the server's clock, in seconds since 1970; None where the answer has no date.
        request_id: the request's name in the server's log; empty where the answer has none.
        is_silent: there was no body, so that nothing but the status says that it was done.
    """

    result: dict[str, Any]
    flags: dict[str, Any]
    date: float | None = None
    request_id: str = ""
    is_silent: bool = False


class Busy(Exception):
    """429 or 503: the server did nothing and asks to come back. `words` are the server's."""

    def __init__(self, code: int, words: str, retry_after: float | None) -> None:
        super().__init__(f"status {code}")
        self.words = words
        self.retry_after = retry_after


class Failed(Exception):
    """The server failed, and a write may have been done. `words` are the server's.

    Attributes:
        refusal: what it comes to where it stays so, if the server said itself that it was not done.
    """

    def __init__(self, code: int, words: str, refusal: Refused | None = None) -> None:
        super().__init__(f"status {code}")
        self.words = words
        self.refusal = refusal


def reply_of(operation: Operation, answer: Answer) -> Reply:
    """What a successful answer holds.

    Raises:
        SignedOut, Refused, BadReply: what the server said.
        Busy, Failed: it may be asked again.
    """
    if _is_done_in_silence(operation, answer):
        return Reply({}, {}, answer.date, answer.request_id, is_silent=True)
    if operation.items and is_nothing(answer):
        return Reply({operation.items: []}, {}, answer.date, answer.request_id)
    content = decoded(operation, answer)
    check(operation, answer, content)
    result = content.get(operation.result, content)
    is_silent = False
    if operation.result == SIMPLE:
        is_silent = not content
        result = _simple(operation, answer, content)
    if result is None:  # named, and nothing in it
        result = {}
    if not isinstance(result, dict):
        reason = f"{operation.result} is no object"
        raise BadReply(operation.name, reason, request_id=answer.request_id)
    is_entity = operation.kind is Kind.READ and not operation.items
    if is_entity and result is content and "id" not in content:
        reason = f"neither {operation.result} nor an id came, but {named(content)}"
        raise BadReply(operation.name, reason, request_id=answer.request_id)
    return Reply(result, content, answer.date, answer.request_id, is_silent=is_silent)


def _simple(operation: Operation, answer: Answer, content: dict[str, Any]) -> Any:
    """The result of what has none that anybody needs: that it was done is enough."""
    inner = content.get(SIMPLE)
    if isinstance(inner, dict):
        return inner
    if not content or _flag(content, "TIsSuccessful") is True:
        return {name: content[name] for name in _SIMPLE_FIELDS if name in content}
    if SIMPLE in content:
        return {} if inner is None or inner is True else inner
    if not any(name in content for name in _SIMPLE_FIELDS):
        reason = f"there is no {SIMPLE}, but {named(content)}"
        raise BadReply(operation.name, reason, request_id=answer.request_id)
    return content


def _is_done_in_silence(operation: Operation, answer: Answer) -> bool:
    """Whether a 2xx without a word answers a write of which nobody reads the result."""
    is_write = operation.kind is Kind.WRITE and operation.result == SIMPLE
    body = answer.body.strip()
    return is_write and 200 <= answer.status < 300 and body in (b"", b"null", b"true")


def is_nothing(answer: Answer) -> bool:
    """Whether there is nothing, and the status says so: for a list, no entries."""
    return answer.status == _NO_CONTENT and not answer.body.strip()


def named(properties: Iterable[str]) -> str:
    """The names of properties that came, for a person to compare."""
    names = [name[:60] for name in list(properties)[:_MOST_NAMES] if name.isprintable()]
    return ", ".join(names) or "nothing"


def warnings_of(
    operation: Operation, content: dict[str, Any], request_id: str
) -> tuple[ServerWarning, ...]:
    """What the server has to say about a request that it did; no more than anybody reads."""
    blocks = (content, content.get(operation.result))
    return tuple(
        ServerWarning(
            operation.name,
            _warning_words(e),
            _whole(e, "error_index", -1),
            _whole(e, "error_number"),
            request_id,
        )
        for block in blocks
        if isinstance(block, dict)
        for e in _entries(block, "warnings")[:_MOST_WARNINGS]
        if _warning_words(e)
    )


def said_of(content: dict[str, Any]) -> str:
    """What the platform has to say beside any result, with where to read on."""
    return _joined(_words(content, "TTextMessage"), _words(content, "ErrorLink"))


def bars_of(content: dict[str, Any]) -> tuple[Bar, ...]:
    """What the platform says is in the way of this user, or of this program."""
    found = []
    if _flag(content, "TIsSecondFactorNeeded") is True:
        found.append(Bar.SECOND_FACTOR)
    if _flag(content, "TIsTrustedApplication") is False:
        found.append(Bar.NOT_TRUSTED)
    return tuple(found)


def is_test(content: dict[str, Any]) -> bool | None:
    """Whether the platform says that nothing that is sold here is real; None where it says
    nothing."""
    return _flag(content, "IsTestEnvironment")


class Platform:
    """Listens to what stands beside results; each thing is told once.

    Attributes:
        is_known: it has given an answer that is one of this API.
        is_test: nothing that is sold there is real, as it says.
        names_no_user: it does what it is asked, and says that nobody is signed in: that flag says
            nothing there.
        on_test: called when that becomes known, or becomes otherwise.
        missing: the operations that it does not have.
        on_missing: called with each of them, once.
    """

    def __init__(self) -> None:
        self.is_known = False
        self.names_no_user = False
        self.is_test = False
        self.on_test: Callable[[bool], None] = _nobody
        self.missing: set[Operation] = set()
        self.on_missing: Callable[[Operation], None] = _nobody
        self._said: dict[str | Bar, None] = {}

    def heard(
        self, operation: Operation, content: dict[str, Any], request_id: str
    ) -> tuple[ServerWarning, ...]:
        """What there is to be told of what stood beside a result."""
        self.is_known = True
        if _flag(content, "TIsAuthorizedUser") is False:
            self.names_no_user = True
        test = is_test(content)
        if test is not None and test is not self.is_test:
            self.is_test = test
            self.on_test(test)
        told = [
            ServerWarning(operation.name, "", request_id=request_id, bar=bar)
            for bar in bars_of(content)
            if self._is_new(bar)
        ]
        words = said_of(content)
        if words and self._is_new(words):
            told.append(ServerWarning(operation.name, words, request_id=request_id))
        return tuple(told)

    def refused(self, operation: Operation, refused: Refused, *, is_about_one: bool) -> None:
        """Whether a refusal means that there is no such operation.

        Args:
            is_about_one: it was asked about one thing, which may be what is not there.
        """
        is_named = is_about_one or operation.path.endswith("}")
        is_away = refused.code == _NOT_THERE and not is_named
        is_missing = refused.code in _NO_OPERATION or is_away
        if is_missing and operation not in self.missing:
            self.missing.add(operation)
            self.on_missing(operation)

    def _is_new(self, said: str | Bar) -> bool:
        if said in self._said:
            return False
        while len(self._said) >= _MOST_SAID:
            del self._said[next(iter(self._said))]
        self._said[said] = None
        return True


def decoded(operation: Operation, answer: Answer) -> dict[str, Any]:
    """The body in the contract's names, fractions as exact decimals.

    Raises:
        BadReply: it is not an answer of this API; another server may be speaking.
        Failed, Busy: the status says so whatever the body is.
    """
    try:
        content = _DECODER.decode(answer.body)
    except (msgspec.DecodeError, ValueError, RecursionError, ArithmeticError) as error:
        raise not_json(operation, answer, str(error)) from error
    if not isinstance(content, dict):
        raise not_json(operation, answer, "it is no object")
    return operation.spoken.heard(content)


def not_json(operation: Operation, answer: Answer, reason: str) -> Exception:
    """What an answer that is no JSON object means."""
    status = answer.status
    if status == 401:
        return SignedOut(operation.name, _NOT_VALID, request_id=answer.request_id)
    if status in _NO_OPERATION:
        return Refused(operation.name, status, "", request_id=answer.request_id)
    if status in (429, 503):
        return Busy(status, "", answer.retry_after)
    if status >= 500:
        return Failed(status, "")
    looks_foreign = answer.media_type != "application/json" or answer.body[:1] == b"<"
    text = f"status {status}, {answer.media_type[:60] or 'no media type'}: {reason[:200]}"
    bad = BadReply(operation.name, text, is_foreign=looks_foreign, request_id=answer.request_id)
    if status == _NOT_THERE:
        bad.refusal = Refused(operation.name, status, "", request_id=answer.request_id)
    return bad


def check(operation: Operation, answer: Answer, content: dict[str, Any]) -> None:
    """Raises what the status, the flags and the error block together say went wrong."""
    block = _error_block(operation, content)
    says = _flag_of_either(operation, content, "TIsSuccessful")
    number, error_type = _number(block), _whole(block, "error_type")
    is_bare_error = (
        says is None and number != 0 and bool(_words(block)) and not _has_result(operation, content)
    )
    if answer.status < 300 and says is not False and error_type == 0 and not is_bare_error:
        return
    error = _error(operation, answer, content, block)
    if isinstance(error, Refused):
        # One that says that it was done, too: nobody knows before it is looked at.
        error.may_be_done = says is True and operation.kind is Kind.WRITE
    raise error


def _error(
    operation: Operation, answer: Answer, content: dict[str, Any], block: dict[str, Any]
) -> ConnectError | Busy | Failed:
    name, request_id, status = operation.name, answer.request_id, answer.status
    words = _joined(_words(block), said_of(content))
    if 300 <= status < 400:
        return BadReply(name, f"status {status}", is_foreign=True, request_id=request_id)
    is_conflict = status != 401 and operation.spoken.is_conflict(block)
    code = status if status >= 400 else _code_of(block)
    code = 409 if is_conflict else code
    refused = Refused(
        name, code, words, items=_items(block), fields=_fields(block), request_id=request_id
    )
    is_understood = _is_understood(block, words)
    bars = bars_of(content)
    # Flags that nobody fills in are false: that one is believed where nothing else is said.
    if is_understood and code not in (401, 403):
        bars = tuple(bar for bar in bars if bar is not Bar.NOT_TRUSTED)
    refused.bar = bars[0] if bars else None
    is_signed_out = _flag(content, "TIsAuthorizedUser") is False and not _items(block)
    if status == 401 or (status < 300 and is_signed_out):
        signed_out = SignedOut(name, _NOT_VALID, words=words, request_id=request_id)
        signed_out.bar = refused.bar
        signed_out.refusal = refused if status < 300 and is_understood else None
        return signed_out
    if is_conflict:
        return refused
    if status in (429, 503):
        return Busy(status, words, answer.retry_after)
    says_no = _flag_of_either(operation, content, "TIsSuccessful") is False
    if status >= 500 and status != _NOT_MADE:
        return Failed(status, words, refused if says_no and is_understood else None)
    if status >= 400 or is_understood or refused.bar is not None:
        return refused
    return Failed(code, words)


def _code_of(block: dict[str, Any]) -> int:
    """The status that a refusal with status 200 comes to."""
    if code := _CODES.get(_whole(block, "error_type")):
        return code
    has_details = _entries(block, "field_errors") or _entries(block, "errors")
    return 422 if has_details else _REFUSED


def _is_understood(block: dict[str, Any], words: str) -> bool:
    """Whether a failure says what is wrong: in words, by a number, or by what it is about."""
    has_details = _entries(block, "field_errors") or _entries(block, "errors")
    is_known = _whole(block, "error_type") in _CODES
    return bool(words or _number(block) or has_details or is_known)


def _number(block: dict[str, Any]) -> object:
    """The error's own number, which may be a text; 0 where there is none."""
    value = block.get("error_number")
    if isinstance(value, str):
        return value.strip() if value.strip().strip("0") else 0
    return value if isinstance(value, int | Decimal) and value else 0


def _has_result(operation: Operation, content: dict[str, Any]) -> bool:
    return isinstance(content.get(operation.result), dict) or "id" in content


def _error_block(operation: Operation, content: dict[str, Any]) -> dict[str, Any]:
    """The error block stands beside the result, or inside it."""
    inner = content.get(operation.result)
    if isinstance(inner, dict) and _tells_error(inner) and not _tells_error(content):
        return inner
    return content


def _tells_error(block: dict[str, Any]) -> bool:
    return bool(_whole(block, "error_type") or _number(block) or _words(block))


def _flag_of_either(operation: Operation, content: dict[str, Any], name: str) -> bool | None:
    """A flag that stands beside the result, or inside it: where both do, the one that says no."""
    inner = content.get(operation.result)
    told = [_flag(content, name), _flag(inner, name) if isinstance(inner, dict) else None]
    return False if False in told else True if True in told else None


def _flag(content: dict[str, Any], name: str) -> bool | None:
    """What a flag says; None where it is missing, or no flag."""
    value = content.get(name)
    if isinstance(value, str):
        value = {"true": True, "1": True, "false": False, "0": False}.get(value.strip().lower())
    if isinstance(value, int | Decimal) and value in (0, 1):
        return bool(value)
    return None


def _entries(block: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = block.get(name)
    return [e for e in found if isinstance(e, dict)] if isinstance(found, list) else []


def _items(block: dict[str, Any]) -> tuple[RefusedItem, ...]:
    return tuple(
        RefusedItem(_whole(e, "error_index", -1), _whole(e, "error_number"), _words(e))
        for e in _entries(block, "errors")
    )


def _fields(block: dict[str, Any]) -> tuple[RefusedField, ...]:
    return tuple(
        RefusedField(_words(e, "field", 200), _words(e)) for e in _entries(block, "field_errors")
    )


def _whole(entry: dict[str, Any], name: str, otherwise: int = 0) -> int:
    """A whole number of 64 bits, which may be written as a text; one that has more is the largest
    that has not. What cannot be read is `otherwise`."""
    value = entry.get(name)
    if isinstance(value, str):
        text = value.strip()
        digits = text[1:] if text[:1] in ("-", "+") else text
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
            return otherwise
        value = int(text)
    if isinstance(value, Decimal):
        if not value.is_finite() or abs(value) >= 2**63 or value != int(value):
            return otherwise
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return otherwise
    return max(-(2**63), min(2**63 - 1, value))


def _words(entry: dict[str, Any], name: str = "error_message", most: int = _MOST_WORDS) -> str:
    """A text or a number as text; anything else is not for a clerk's eyes, and may be endless."""
    value = entry.get(name)
    if isinstance(value, bool):
        return ""
    return str(value)[:most].strip() if isinstance(value, str | int | Decimal) and value else ""


def _warning_words(entry: dict[str, Any]) -> str:
    return _words(entry, "message") or _words(entry)


def _joined(*texts: str) -> str:
    """All that is said, each once."""
    said: list[str] = []
    for text in texts:
        if text and not any(text in known for known in said):
            said.append(text)
    return " · ".join(said)[:_MOST_WORDS]


def _nobody(_: object) -> None:
    """Nobody wants to know."""
