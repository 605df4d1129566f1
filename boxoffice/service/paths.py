"""Where the service answers, below its host."""

ROOT = "/connect"
PICTURES = "/v1/pictures"
