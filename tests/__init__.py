"""The tests, a mirror of mingbai/."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The project folder."""
