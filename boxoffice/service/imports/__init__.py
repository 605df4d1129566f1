"""The imports, which change the catalogue: each of them is done as a whole or not at all.

`batch.py` reads a body, `upsert.py` is the common course of an import; one module for each subject
has its entities, as they are sent, above its imports.
"""
