"""The HTTP side: who asks, what of, once for each key, and every failure in the envelope."""
