"""What is sold: the intent before the request, the record, the paper."""
