"""The text of a PDF: its pages, its forms, and what its program wrote about it.

Law: a PDF is a program, so reading one has bounds: on pages, on what a page unfolds to, and on seconds where the system
can hold a process to them. What was read before a bound or a damage is looked through all the same; the rest is unread,
with the reason, and never an exception of the library. The clock decides how far a PDF is read, hence what is told of
it, but never a byte of what is published.
"""

import io
import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pypdf

MOST_PAGES = 300
MOST_BYTES = 16 << 20
"""What the drawing orders of all pages may unfold to."""
SECONDS = 20

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


class _UnreadableError(Exception):
    """The reason why a PDF cannot be read."""


class _TooLongError(BaseException):
    """The time is up; no `except Exception` of the library holds it."""


def texts(raw: bytes) -> tuple[list[tuple[str, str]], str]:
    """The name and text of each part that has any, as far as they can be read; why not further, if so."""
    found: list[tuple[str, str]] = []
    try:
        with _bounded():
            found += (part for part in _read(raw) if part[1].strip())
    except _UnreadableError as why:
        return found, str(why)
    except _TooLongError:
        return found, f"读了 {SECONDS} 秒还没读完"
    except Exception:  # a parser of ours it is not, and any bytes may come
        return found, "文件坏了，或者加了密码"
    return found, "" if any(name.startswith("第") for name, _ in found) else "里面没有文字，像是扫描件"


def _read(raw: bytes) -> Iterator[tuple[str, str]]:
    """What its program wrote about it first: it is quickly read, and a scan has nothing else."""
    reader = pypdf.PdfReader(io.BytesIO(raw))
    yield "文件属性", "\n".join(str(value) for value in (reader.metadata or {}).values())
    fields = reader.get_fields() or {}
    yield "表单", "\n".join(f"{name}\n{field.get('/V', '')}" for name, field in fields.items())
    left = MOST_BYTES
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            raise _UnreadableError(f"超过 {MOST_PAGES} 页")
        drawn = page.get_contents()
        left -= len(drawn.get_data()) if drawn else 0
        if left < 0:
            raise _UnreadableError("内容太多")
        yield f"第 {number} 页", page.extract_text()


@contextmanager
def _bounded() -> Iterator[None]:
    """Hold what is done inside to some seconds, on systems and in threads that can."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
