"""Tests of mingbai/records."""
