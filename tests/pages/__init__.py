"""Tests of mingbai/pages."""
