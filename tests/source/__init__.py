"""Tests of mingbai/source."""
