"""The HTTP side: the application, its table of operations, rate limits, idempotency keys, the
envelope of every answer, metrics and the access log."""
