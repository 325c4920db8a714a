"""Tests of mingbai/build."""
