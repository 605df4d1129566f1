"""Every JSON name of the contract, with what kind of value stands under it: what can be translated.

A field is written `name` or `name:kind`. The kinds: `id` and `ref` (an id that may be unset),
`money`, `time`, `index` (an item's place in a request), `order` (the order that seats go into),
`@NAME` for a member of an enumeration, `NAME` for an entity inside, `[NAME]` for a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from boxoffice.connect import codes
from boxoffice.connect.operations import ALL
from boxoffice.domain.catalogue import AreaKind

_EVERY = "id:id last_updated deleted "
_PRICED = "price:money fee:money vat_rate currency valid_from:time valid_till:time "
_PAGE = "page page_size total_count last_updated "
_BLOCK = (
    "error_type error_number error_code error_message error_stack_trance ErrorLink"
    " errors:[KeyperErrorInfoItem] warnings:[KeyperWarningInfoItem] field_errors:[ClassFieldError] "
)
_FLAGS = (
    "TIsTrustedApplication TIsAuthorizedUser TIsEmailUnique TIsSuccessful TIsTrustedService"
    " TIsSecondFactorNeeded TIsSecondFactorSetupCompleted TAdminUserAuthorisationReturnEnum"
    " TWalletUserIsAuthorized TMailingTemplateTypeEnum KeyperDatabaseSetting TWebSMSSettings"
    " TApplicationID TOperatorID TOrganizerID TMemberID TExternalID TCreatedFilePrefix"
    " TCreatedFileURL TCreatedFileType TAuthenticationToken TValidFrom TValidTill THttpMethod"
    " THttpMethodAction TTextMessageID TTextMessage VerificationCode EmailVerificationType"
    " SMSVerificationType IsTestEnvironment TIsNew "
)
ENVELOPE = "Envelope"
_ORDER = (
    "id:id external_order_reseller_id status:@order_status customer_id:ref currency total:money"
    " refunded:money hold_till:time created:time completed:time operator exchange_of:ref"
    " seats:[SeatInOrderCnct] seat_count last_updated deleted "
)

_ENTITIES = {
    ENVELOPE: _FLAGS + _BLOCK,
    "KeyperErrorInfoItem": "error_index:index error_number error_message",
    "KeyperWarningInfoItem": "error_index:index error_number error_message",
    "ClassFieldError": "field error_index:index error_number error_message",
    "EventLocation": _EVERY
    + "external_location_id name country_code street zip city timezone latitude longitude",
    "Organizer": _EVERY + "external_event_organizer_id name country_code email phone vat_id",
    "EventSetCnct": _EVERY + "external_event_set_id name start_date:time end_date:time",
    "EventCategoryCnct": _EVERY + "name parent_id:ref",
    "CountryCnct": _EVERY + "country_code name",
    "EventCnct": _EVERY
    + "external_event_id name subtitle start_date:time end_date:time doors_open:time"
    " location_id:ref location_ref organizer_id:ref organizer_ref event_set_id:ref"
    " event_category_id:ref event_category_name currency sales_start:time sales_end:time"
    " status:@event_status seats_total seats_free picture_url description",
    "AreaCnct": _EVERY
    + "external_area_id external_parent_area_id external_location_id parent_area_id:ref name"
    " kind:@area_kind capacity outline label_x label_y color picture_url picture_rect level sort",
    "EntranceCnct": _EVERY
    + "external_entrance_id area_id:ref name x y external_area_id external_location_id",
    "PriceCategoryCnct": _EVERY
    + "external_price_category_id event_id:ref name color sort prices:[SalesTypePriceCnct]",
    "SalesTypeCnct": _EVERY
    + "external_sales_type_id name short_name is_default requires_proof sort",
    "SalesTypePriceCnct": _EVERY
    + _PRICED
    + "event_id:ref sales_type_id:id price_category_id:id external_sales_type_id",
    "SalesRuleCnct": _EVERY
    + "external_sales_rule_id event_id:ref name sales_type_id:ref price_category_id:ref"
    " min_quantity max_quantity step per_sales_type_id:ref per_ratio valid_from:time"
    " valid_till:time forbid_single_gap external_event_id external_sales_type_id"
    " external_price_category_id external_per_sales_type_id",
    "SeatCnct": _EVERY
    + "external_seat_id event_id:ref area_id:id row number label x y angle price_category_id:id"
    " entrance_id:ref attributes external_area_id external_price_category_id",
    "EventSeatDataCnct": _EVERY
    + "event_id:ref seat_id:id price_category_id:ref status:@seat_status blocked_reason",
    "SeatStatusCnct": _EVERY
    + "seat_id:id external_seat_id event_id:ref status:@seat_status order_id:ref hold_till:time"
    " blocked_reason",
    "SearchPattern": "event_id:id seat_id:id area_id:id price_category_id:id sales_type_id:id"
    " quantity adjacent attributes",
    "OrderCnct": _ORDER,
    "SeatInOrderCnct": "event_id:id seat_id:id area_id:id area_name row number"
    " price_category_id:id sales_type_id:id currency price:money fee:money vat_rate"
    " external_event_id external_seat_id external_sales_type_id",
    "ProcessInfoCnct": "payment_type:@payment_type payments:[PaymentCnct] tendered:money"
    " change:money customer_id:ref operator exchange_of:ref comment rounding:money"
    " payment_state send_type to_user",
    "PaymentCnct": "payment_type:@payment_type amount:money reference",
    "OrderContainerCnct": "ticket:TicketContainerCnct",
    "TicketContainerCnct": "tickets:[TicketCnct] event:TicketEventCnct organizer location",
    "TicketCnct": "external_ticket_id barcode seat_id:ref price:money currency"
    " status:@ticket_status",
    "TicketEventCnct": "id:ref external_event_id name start_date:time",
    "CustomerCnct": _EVERY + "first_name last_name email scope phone street zip city country_code",
    "TicketSystem": _EVERY + "name system_type_area_id url is_online",
    "IDMapping": "id:ref external_id",
    "SimpleResult": "id:ref message",
}
_LISTS = {
    "ticket_systems": "TicketSystem",
    "customers": "CustomerCnct",
    "events": "EventCnct",
    "organizers": "Organizer",
    "locations": "EventLocation",
    "event_categories": "EventCategoryCnct",
    "sales_types": "SalesTypeCnct",
    "sales_rules": "SalesRuleCnct",
    "event_sets": "EventSetCnct",
    "entrances": "EntranceCnct",
    "price_categories": "PriceCategoryCnct",
    "seats": "SeatCnct",
    "event_seat_data": "EventSeatDataCnct",
    "areas": "AreaCnct",
    "venues": "AreaCnct",
    "sales_type_prices": "SalesTypePriceCnct",
    "countries": "CountryCnct",
    "seat_states": "SeatStatusCnct",
    "mappings": "IDMapping",
    "containers": "OrderContainerCnct",
    "seats_info": "SearchPattern",
}
# Lists that hold something else than those of the same name elsewhere.
_OTHER_LISTS = {("SeatsInOrderCnctResult", "seats"): "SeatInOrderCnct"}
_OTHER_KINDS = {
    "search_pattern": "SearchPattern",
    "process_info": "ProcessInfoCnct",
    "ticket_system": "TicketSystem",
    "order_id": "order",
}
# Results that hold the fields of an entity directly.
_DIRECT = {"OrderCnctResult": "OrderCnct", "OrderBaseCnctResult": "OrderCnct"}


@cache
def entities() -> Mapping[str, Mapping[str, str]]:
    """The kinds of all fields, by entity. Results and bodies are entities too, a body under the
    title of its operation."""
    found = {name: dict(_fields(text)) for name, text in _ENTITIES.items()}
    for operation in ALL:
        if operation.items:
            held = _OTHER_LISTS.get((operation.result, operation.items))
            inside = {operation.items: f"[{held or _LISTS[operation.items]}]"}
            found[operation.result] = inside | dict(_fields(_PAGE + _BLOCK))
        elif operation.result in _DIRECT:
            direct = found[_DIRECT[operation.result]]
            found[operation.result] = direct | dict(_fields(_BLOCK))
        if operation.body:
            found[operation.title] = {name: _kind(name) for name in operation.body}
    found["SimpleResult"] |= dict(_fields(_BLOCK))
    return found


def inherited(entity: str) -> str:
    """Whose renamed fields an entity has beside its own; empty for nobody's."""
    return _DIRECT.get(entity, "")


def results() -> frozenset[str]:
    return frozenset(operation.result for operation in ALL)


def parameters() -> frozenset[str]:
    """What stands in queries."""
    return frozenset(name for operation in ALL for name in operation.query)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for word in text.split():
        name, _, kind = word.partition(":")
        yield name, kind


def _kind(name: str) -> str:
    return f"[{_LISTS[name]}]" if name in _LISTS else _OTHER_KINDS.get(name, "")


def _members(table: Mapping[Enum, int | None]) -> dict[str, int]:
    return {
        member.name.lower(): code
        for member, code in table.items()
        if code is not None and member.name != "OTHER"
    }


ENUMS: Mapping[str, Mapping[str, int]] = {
    "event_status": _members(codes.EVENT_CODES),  # type: ignore[arg-type]
    "seat_status": _members(codes.SEAT_CODES),  # type: ignore[arg-type]
    "order_status": _members(codes.ORDER_CODES),  # type: ignore[arg-type]
    "payment_type": {"none": codes.UNPAID, "mixed": codes.MIXED} | _members(codes.PAYMENT_CODES),  # type: ignore[arg-type]
    "area_kind": {kind.name.lower(): kind.value for kind in AreaKind if kind.name != "OTHER"},
    "ticket_status": {"valid": 0, "void": 1},
    "mapping_type": {"event": 0, "seat": 1, "sales_type": 2},
}
"""The members of each enumeration, and the contract's numbers for them."""
UNKNOWN = -1
"""What a value that no member has is read as."""
