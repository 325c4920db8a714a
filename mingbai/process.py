"""Whether this process may have children by forking."""

import sys
import threading


def can_fork() -> bool:
    """Forking is quickest, but unsafe on macOS and beside threads."""
    return sys.platform == "linux" and threading.active_count() == 1
