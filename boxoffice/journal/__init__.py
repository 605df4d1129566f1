"""The durable local record of this workstation: orders in flight."""
