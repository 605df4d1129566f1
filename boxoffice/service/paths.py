"""Where the service answers, below its host."""

ROOT = "/connect"
DESCRIPTION = "/v1/openapi.json"
PICTURES = "/v1/pictures"
