"""Many pages, all cores: processes, not threads. Workers get text and views, never paths.

The result does not depend on the number of jobs: pages come back in the order they went in.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from mingbai import process
from mingbai.build.artifact import Made
from mingbai.build.render import Renderer
from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page, Prose
from mingbai.source.abroad import Html

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
U = TypeVar("U")

CHUNK = 100
"""Pages handed to a worker at a time: enough to hide the cost of handing over, few enough to stay small."""
WORTH_A_POOL = 300
"""Fewer pages than this are quicker made here than by processes that have to start first."""


def render_all(
    templates: Mapping[str, str], chrome: Chrome, pages: Sequence[Page], html: Html, jobs: int
) -> Iterator[Made]:
    """Render the pages, in their order, with up to `jobs` processes."""
    chunks = ([page.drawn for page in pages[start : start + CHUNK]] for start in range(0, len(pages), CHUNK))
    if jobs > 1 and len(pages) >= WORTH_A_POOL:
        tasks = ((chunk, dict(html(digests_of(chunk)))) for chunk in chunks)
        results = spread(_render_in_worker, tasks, jobs, _start_worker, (dict(templates), chrome))
    else:
        renderer = _Texts(templates, chrome)
        results = (renderer.render(chunk, html(digests_of(chunk))) for chunk in chunks)
    for made in results:
        yield from made


def spread(
    work: Callable[[T], U],
    tasks: Iterator[T],
    jobs: int,
    start: Callable[..., None] | None = None,
    arguments: tuple[Any, ...] = (),
) -> Iterator[U]:
    """`work` done on each task by `jobs` processes, results in the order of tasks, few tasks under way at once."""
    import multiprocessing  # most builds need no pool, and these two cost them 20 milliseconds
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if process.can_fork() else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(start, arguments)) as executor:
        waiting: list[Future[U]] = []
        for task in tasks:
            waiting.append(executor.submit(_tidily, work, task))
            if len(waiting) > 2 * jobs:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _begin(start: Callable[..., None] | None, arguments: tuple[Any, ...]) -> None:
    """A worker begins: what it was born with is not its own to tidy up."""
    gc.freeze()
    if start:
        start(*arguments)


def _tidily(work: Callable[[T], U], task: T) -> U:
    """`work` done, and what it left lying about in circles collected: a build runs with the collector off."""
    done = work(task)
    gc.collect()
    return done


def digests_of(pages: Sequence[Page]) -> list[str]:
    """The digests of all prose in the pages' views, each once."""
    found: dict[str, None] = {}
    for page in pages:
        _collect(page.view, found)
    return list(found)


def _collect(value: object, found: dict[str, None]) -> None:
    if isinstance(value, Prose):
        found[value.digest] = None
    elif isinstance(value, tuple) or hasattr(value, "__dataclass_fields__"):
        for item in value if isinstance(value, tuple) else vars(value).values():
            if item and not isinstance(item, str):  # as most are not worth a call
                _collect(item, found)


class _Texts:
    """A renderer with the prose of the chunk at hand."""

    def __init__(self, templates: Mapping[str, str], chrome: Chrome) -> None:
        self._html: Mapping[str, str] = {}
        self._renderer = Renderer(templates, chrome, lambda digest: self._html[digest])

    def render(self, pages: Sequence[Page], html: Mapping[str, str]) -> list[Made]:
        self._html = html
        return [Made(page.path, self._renderer.render(page)) for page in pages]


_worker: list[_Texts] = []
"""The one renderer of a worker process, set up when it starts; the process has no other state."""


def _start_worker(templates: Mapping[str, str], chrome: Chrome) -> None:
    _worker.append(_Texts(templates, chrome))


def _render_in_worker(task: tuple[Sequence[Page], Mapping[str, str]]) -> list[Made]:
    pages, html = task
    return _worker[0].render(pages, html)
