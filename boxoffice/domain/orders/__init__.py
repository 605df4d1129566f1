"""Orders, what is paid for them, and what is handed over."""
