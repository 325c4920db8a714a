"""Tests of mingbai/publish."""
