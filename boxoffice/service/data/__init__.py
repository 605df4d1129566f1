"""The data: tables, transactions, and all that one database does otherwise than the other."""
