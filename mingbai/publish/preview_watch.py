"""Hints that something below some folders may have changed.

Law: an event is only a hint. Some are lost in a burst, some come for nothing; who gets one looks at the folders
itself, and looks now and then without one. So a system that gives no hints makes the preview slower, never wrong.
"""

import threading
import time
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

QUIET = 0.08
"""Seconds without a hint after which a save counts as finished."""
LONGEST = 1.0
"""Seconds after which nobody waits for quiet any more."""
EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""What is a hint; that a file was opened or read is none, or our own look would give one."""


class Watch:
    """Watches folders, whether they are there yet or not; `poll` seconds apart where the system gives no events."""

    def __init__(self, folders: Iterable[Path], poll: float | None = None) -> None:
        self._hint = threading.Event()
        self._observer: BaseObserver = PollingObserver(timeout=poll) if poll else Observer()
        self._handler = _Handler(self._hint)
        self._watched: dict[Path, tuple[tuple[int, int], ObservedWatch]] = {}
        self._folders = tuple(folders)

    def __enter__(self) -> Self:
        # A folder that goes keeps its watch, and on its way back watchdog finds that there and warns, folder by folder.
        warnings.filterwarnings("ignore", "Callback with id '.*' already exists", RuntimeWarning, r"watchdog\.")
        self._observer.start()
        self.renew()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()

    @property
    def hinted(self) -> bool:
        """Whether there is a hint that nobody has waited for yet."""
        return self._hint.is_set()

    def wait(self, seconds: float) -> None:
        """Wait for a hint, at most so long; after one, until no more come."""
        if not self._hint.wait(seconds):
            return
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            self._hint.clear()
            if not self._hint.wait(QUIET):
                return

    def renew(self) -> None:
        """Watch the folders that came, or were replaced, since the last time; a refusal leaves the looks alone."""
        alive = {emitter.watch for emitter in self._observer.emitters if emitter.is_alive()}
        for folder in self._folders:
            known, now = self._watched.get(folder), _identity(folder)
            if known and (known[0] != now or known[1] not in alive):
                del self._watched[folder]
                with suppress(KeyError, OSError):
                    self._observer.unschedule(known[1])
                known = None
            if now and not known:
                with suppress(OSError):
                    watch = self._observer.schedule(self._handler, str(folder), recursive=True, event_filter=EVENTS)
                    self._watched[folder] = now, watch
                    self._hint.set()


class _Handler(FileSystemEventHandler):
    def __init__(self, hint: threading.Event) -> None:
        self._hint = hint

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002
        self._hint.set()


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
