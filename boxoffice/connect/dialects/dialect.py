"""What a dialect is: how a site spells names and values, pages lists and tells of conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from zoneinfo import ZoneInfo

from boxoffice.connect.dialects import vocabulary
from boxoffice.connect.operations import Operation

Value = str | int


class Style(Enum):
    """How words are put together in a name."""

    SNAKE = "snake"
    PASCAL = "pascal"
    CAMEL = "camel"


class Marker(Enum):
    """What can be sent back of what an answer says about its age."""

    ANY = "any"
    NUMBER = "number"
    NONE = "none"


class Direction(Enum):
    """READ is for answers, WRITE for bodies."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, eq=False)
class Dialect:
    """How a site says the API; without arguments, as the contract does.

    Attributes:
        acronyms: words that are all capitals in a name, such as 'id'.
        results: the names of results, by the contract's.
        fields: by entity, or '*' for all of them, the names of fields by the contract's.
        only: as `fields`, of one direction; they count before those.
        parameters: the names in queries, by the contract's; by operation those of it alone.
        enums: by enumeration and member, the values; the first is written, all are read.
        is_in_cents: amounts are whole numbers of the smallest coin.
        zone: of times without an offset; None for that of the place.
        unset_times, unset_ids: what stands for none.
        new_order: what is sent where seats go into a new order.
        index_from: what the first item of a request is called.
        page_size, bulk_size: what is asked for, until the server grants less.
        first_page: the number of the first page.
        conflicts: error numbers and codes that mean a conflict.
        constants: by operation, what every body has beside, in the site's own names.
        knows_keys: a write can be sent again with its key, and is done once.
        operations: those that have another verb or path, by how they stand in the table.
    """

    name: str = "contract"
    style: Style = Style.SNAKE
    acronyms: frozenset[str] = frozenset()
    results: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: Mapping[Direction, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    parameters_of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    enums: Mapping[str, Mapping[str, tuple[Value, ...]]] = field(default_factory=dict)
    is_in_cents: bool = False
    zone: ZoneInfo | None = None
    unset_times: frozenset[str] = frozenset()
    unset_ids: frozenset[str] = frozenset()
    new_order: Value = ""
    index_from: int = 0
    page_size: int = 1000
    bulk_size: int = 20_000
    first_page: int = 1
    marker: Marker = Marker.ANY
    conflicts: frozenset[str] = frozenset()
    constants: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    knows_keys: bool = True
    operations: Mapping[Operation, Operation] = field(default_factory=dict)

    def with_operations(self, operations: Mapping[Operation, Operation]) -> Dialect:
        """The same, with other verbs and paths laid over its own."""
        return replace(self, operations={**self.operations, **operations}) if operations else self

    def spelled(self, entity: str, name: str, direction: Direction) -> str:
        """The name of a field here."""
        asked = (entity, vocabulary.inherited(entity), "*")
        for tables in (self.only.get(direction, {}), self.fields):
            for owner in asked:
                found = tables.get(owner, {}).get(name)
                if found is not None:
                    return found
        return self.styled(name)

    def styled(self, name: str) -> str:
        """A name of the contract in the style of the dialect. What is published with a capital
        stays, but for the beginning of it where names begin without one."""
        if self.style is Style.SNAKE:
            return name
        if name[:1].isupper():
            return _begun_small(name) if self.style is Style.CAMEL else name
        words = [self._capital(word) for word in name.split("_")]
        if self.style is Style.CAMEL:
            words[0] = words[0].lower()
        return "".join(words)

    def _capital(self, word: str) -> str:
        if word in self.acronyms:
            return word.upper()
        is_several = word.endswith("s") and word[:-1] in self.acronyms
        return word[:-1].upper() + "s" if is_several else word.capitalize()

    def result(self, name: str) -> str:
        """The name of a result here."""
        return self.results.get(name) or self.styled(name)

    def values_of(self, enumeration: str) -> Mapping[int, tuple[Value, ...]]:
        """The values here by the contract's numbers."""
        told = self.enums.get(enumeration, {})
        members = vocabulary.ENUMS[enumeration]
        return {code: told.get(member, (code,)) for member, code in members.items()}


def _begun_small(name: str) -> str:
    """`IsNew` is `isNew`, `SMSType` is `smsType`."""
    end = 0
    while end < len(name) and name[end].isupper():
        if end and end + 1 < len(name) and not name[end + 1].isupper():
            break
        end += 1
    return name[:end].lower() + name[end:]


CONTRACT = Dialect()
"""Our own service's: nothing is translated."""
