"""Sold orders."""
