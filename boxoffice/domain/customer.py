"""Customers: buyers who are known by name."""

from __future__ import annotations

from dataclasses import dataclass, field

from boxoffice.domain.ids import CustomerId


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """A customer who is not known yet. What a person is called stands in no log."""

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
