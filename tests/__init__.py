"""The tests; they mirror the rooms of the program."""

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
CERTIFICATES = TESTS / "faults" / "certificates"
