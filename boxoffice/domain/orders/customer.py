"""Customers: buyers who are known by name."""

from __future__ import annotations

from dataclasses import dataclass, field

from boxoffice.domain.ids import CustomerId


def is_mail(text: str) -> bool:
    """Whether the text can be an e-mail address; the world's rules are wider than anybody's."""
    name, at, host = text.rpartition("@")
    parts = host.split(".")
    is_whole = bool(name) and bool(at) and len(parts) > 1 and all(parts)
    return is_whole and not any(c.isspace() or c in "<>,;" for c in text) and "@" not in name


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """A customer whom the server does not know yet. Names of persons are never logged."""

    first_name: str = field(default="", repr=False)
    last_name: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    scope: int = 0
    phone: str = field(default="", repr=False)
    street: str = field(default="", repr=False)
    zip: str = field(default="", repr=False)
    city: str = field(default="", repr=False)
    country_code: str = ""


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as the server knows them. What a person is called stands in no log."""

    id: CustomerId
    details: NewCustomer = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.details.first_name} {self.details.last_name}".strip()
