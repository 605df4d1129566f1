"""The look of the program in numbers: its colours by theme, its type, its sizes.

The style sheet, Qt's palettes and the map's are made of these. Nothing else sets a colour or the
size of a letter: `tests/views/kit/test_tokens.py` holds it.
"""
