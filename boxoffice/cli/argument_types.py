"""Whole numbers on the command line."""

from __future__ import annotations

import argparse


def number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")
    return int(text)


def count(text: str) -> int:
    return number(text, 0, 500)


def port(text: str) -> int:
    return number(text, 0, 65_535)


def rate(text: str) -> int:
    return number(text, 0, 100_000)


def workers(text: str) -> int:
    return number(text, 1, 64)


def seats(text: str) -> int:
    return number(text, 1, 20)


def size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return number(width, 800, 7680), number(height, 600, 4320)
