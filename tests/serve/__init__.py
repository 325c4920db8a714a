"""Tests of mingbai/serve."""
