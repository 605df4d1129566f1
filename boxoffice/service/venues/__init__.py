"""The demo venues: generated, the same every time, in venue units of about a centimetre."""

from collections.abc import Callable

from boxoffice.domain.venue import Venue
from boxoffice.service.venues.arena import arena
from boxoffice.service.venues.stadium import stadium
from boxoffice.service.venues.theatre import theatre

DEFAULT = "theatre"
VENUES: dict[str, Callable[[], Venue]] = {DEFAULT: theatre, "arena": arena, "stadium": stadium}
