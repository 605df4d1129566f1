"""The paths that the service answers, below its host."""

ROOT = "/connect"
DESCRIPTION = "/v1/openapi.json"
PICTURES = "/v1/pictures"
HEALTH = "/healthz"  # this and the next are not below the root
METRICS = "/metrics"
