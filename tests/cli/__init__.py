"""Tests of mingbai/cli."""
