"""Tests of mingbai/properties."""
