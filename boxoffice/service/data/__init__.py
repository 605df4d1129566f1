"""The data: tables and their migrations, transactions, the audit trail, credentials, backups.

All that depends on which database it is lives here. Another database would need an implementation
of the protocol in `database.py` beside `sqlite.py` and `postgresql.py`, its spelling in `sql.py`,
its choice by address in `store.py`, its triggers in the migrations and its partial index in
`schema.py`.
"""
