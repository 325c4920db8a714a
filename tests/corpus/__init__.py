"""Tests of mingbai/corpus."""
