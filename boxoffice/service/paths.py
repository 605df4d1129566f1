"""Where the service answers, below its host."""

ROOT = "/connect"
DESCRIPTION = "/v1/openapi.json"
PICTURES = "/v1/pictures"
HEALTH = "/healthz"  # these two beside the root, not below it
METRICS = "/metrics"
