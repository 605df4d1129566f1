"""The lists of the API: what is on sale, where, at what price, who buys, and which ids belong
together. Each module finds its entities by page, id and marker; `paging.py` has what they share.
"""
