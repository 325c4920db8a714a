"""Tests of mingbai/meta."""
