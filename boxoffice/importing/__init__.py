"""Readers of foreign seat plans."""
