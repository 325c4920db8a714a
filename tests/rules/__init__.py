"""Tests of mingbai/rules."""
