"""Tests of mingbai/draft."""
