"""Many pages, all cores: processes, not threads. Workers get text and views, never the paths of sources.

The result does not depend on the number of jobs: pages come back in the order they went in.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from mingbai import process
from mingbai.attendant import Aside, at_once
from mingbai.build.artifact import Made
from mingbai.build.misprint import unprintable
from mingbai.build.outgoing import Gate
from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page, Prose
from mingbai.problem import Problem
from mingbai.process import Shared, Shelf
from mingbai.source.abroad import Html

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
U = TypeVar("U")

Task = tuple[Sequence[Page], Mapping[str, bytes]]
"""Some pages to be rendered, and the HTML of their prose by digest."""
CHUNK = 50
"""Pages handed to a worker at a time: enough to hide the cost of handing over, few enough to stay small."""
WORTH_A_POOL = 300
"""Fewer pages than this are quicker made here than by processes that have to start first."""
AHEAD = 70
"""So many tasks are handed out before anybody waits for what comes of them: enough to keep two processes busy while the
first one is at something else, few enough that results do not pile up."""


class _Round(Generic[T, U]):
    """Tasks of one sort: those still to be handed out, and what those that were will give."""

    def __init__(self, submit: "Callable[[T], Future[U]]", tasks: Iterator[T]) -> None:
        self._submit = submit
        self._tasks = tasks
        self.waiting: deque[Future[U]] = deque()
        self.fault: Exception | None = None

    def hand_out(self, most: int) -> int:
        """Hand out tasks as long as fewer than so many wait; how much room is left when there are no more."""
        while len(self.waiting) < most and self.fault is None:
            try:
                self.waiting.append(self._submit(next(self._tasks)))
            except StopIteration:
                break
            except Exception as fault:  # told in its turn to who asks for this round, not for another one
                self.fault = fault
        return max(0, most - len(self.waiting))


class Workers:
    """Up to `jobs` processes that share the work of one build, born when there is first enough of it, and kept.

    What is less goes `aside`, to one that is there already.

    In a cold build that is before any record has been read, so they stay small: a process born later holds on to all
    that the first one held, and whatever the first one then touches lies there twice.
    """

    def __init__(self, jobs: int = 1, aside: Aside[Any] = at_once) -> None:
        self.aside = aside
        self._jobs = jobs
        self._ahead = max(AHEAD, 2 * jobs)
        self._executor: ProcessPoolExecutor | None = None
        self._rounds: list[_Round[Any, Any]] = []
        self._shelf = Shelf()

    def worth(self, count: int, least: int) -> bool:
        """Whether so many tasks are to be spread, and not done here, where `least` are worth it."""
        return self._jobs > 1 and count >= least

    def spread(self, work: Callable[[T], U], tasks: Iterator[T]) -> Iterator[U]:
        """`work` done on each task, results in the order of tasks, few tasks under way at once.

        They are begun before anybody asks for a result, as soon as earlier rounds have nothing left to hand out.
        """
        executor = self._executor = self._executor or _executor(self._jobs)
        mine = _Round(lambda task: executor.submit(_tidily, work, task), tasks)
        self._rounds.append(mine)
        self._hand_out()
        return self._results(mine)

    def _results(self, mine: _Round[T, U]) -> Iterator[U]:
        try:
            self._hand_out(mine)
            while mine.waiting:
                result = mine.waiting.popleft().result()
                self._hand_out(mine)
                yield result
        finally:
            if mine in self._rounds:
                self._rounds.remove(mine)
        if mine.fault:
            raise mine.fault

    def _hand_out(self, asked: _Round[Any, Any] | None = None) -> None:
        """Who asks for a round does not wait for earlier ones that nobody asks for."""
        room = asked.hand_out(self._ahead) if asked else self._ahead
        for each in self._rounds:
            room = room if each is asked else each.hand_out(room)

    def forget(self) -> None:
        """Have no more to do with what was begun so far: nobody is going to ask for it."""
        for each in self._rounds:
            for future in each.waiting:
                future.cancel()
        self._rounds.clear()

    def learn(self, work: Callable[[], T]) -> Callable[[], T] | None:
        """Have all processes that there are do this as soon as they have nothing else to do; what came of it in one."""
        executor = self._executor
        return [executor.submit(work).result for _ in range(self._jobs)][-1] if executor else None

    def share(self, value: object) -> Shared:
        """Something that all tasks of a round are given alike."""
        return self._shelf.put(value)

    def dismiss(self) -> None:
        """Send the processes away, what they have not begun undone."""
        if self._executor:
            self._executor.shutdown(cancel_futures=True)
        self._shelf.clear()


ALONE = Workers()
"""Nobody but this process."""


@contextmanager
def working(jobs: int, aside: Aside[Any] = at_once) -> Iterator[Workers]:
    """Workers for one build."""
    workers = Workers(jobs, aside)
    try:
        yield workers
    finally:
        workers.dismiss()


def _executor(jobs: int) -> "ProcessPoolExecutor":
    import multiprocessing  # most builds need no pool, and these two cost them 20 milliseconds
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if process.can_fork() else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_settle, initargs=(process.tie(),))


def _settle(tied: Callable[[], None]) -> None:
    """A worker's first deed: what it was born with is not its own to tidy up, and it does not outlive its parent."""
    gc.freeze()
    tied()


def _tidily(work: Callable[[T], U], task: T) -> U:
    """`work` done, and what it left lying about in circles collected: a build runs with the collector off.

    What was made since the last task is the youngest generation; to walk the older ones again takes a worker seconds.
    """
    done = work(task)
    gc.collect(0)
    return done


def render_all(
    templates: Mapping[str, str],
    chrome: Chrome,
    pages: Sequence[Page],
    html: Html,
    gate: Callable[[], Gate],
    workers: Workers,
) -> Iterator[Made]:
    """Render the pages, in their order. Workers begin at once, and also look whether each page may go out."""
    linked = not chrome.internal
    chunks = ([page.drawn(linked=linked) for page in pages[n : n + CHUNK]] for n in range(0, len(pages), CHUNK))
    tasks = ((chunk, dict(html(digests_of(chunk)))) for chunk in chunks)
    if workers.worth(len(pages), WORTH_A_POOL):
        site = workers.share((dict(templates), chrome, gate()))
        return chain.from_iterable(workers.spread(partial(_render_in_worker, site), tasks))
    if not pages:
        return iter(())
    return _when_asked(workers.aside(partial(_render_few, dict(templates), chrome, list(tasks))))


def learn(templates: Mapping[str, str], names: Sequence[str], workers: Workers) -> Callable[[], list[Problem]]:
    """Have workers learn the templates; that takes each half a second, which it has while pages are put together.

    What is given waits for what is wrong with templates that cannot be read: of these names at least, and of all where
    workers learn them anyway. Without a name nothing is waited for.
    """
    texts = dict(templates)
    heard = workers.learn(partial(_learn, texts, tuple(texts)))
    if not names:
        return list
    return heard or workers.aside(partial(_learn, texts, tuple(names)))


def _learn(templates: Mapping[str, str], names: Sequence[str]) -> list[Problem]:
    from mingbai.build.render import learn

    return learn(templates, names)


def _when_asked(told: Callable[[], list[T]]) -> Iterator[T]:
    yield from told()


def _render_few(templates: Mapping[str, str], chrome: Chrome, tasks: list[Task]) -> list[Made]:
    renderer = _Texts(templates, chrome)
    return [made for pages, html in tasks for made in renderer.render(pages, html)]


def digests_of(pages: Sequence[Page]) -> list[str]:
    """The digests of all prose in the pages' views, each once."""
    found: dict[str, None] = {}
    for page in pages:
        _collect(page.view, found)
    return list(found)


def _collect(value: object, found: dict[str, None]) -> None:
    if isinstance(value, Prose):
        found[value.digest] = None
    elif isinstance(value, tuple | Struct):
        for item in value if isinstance(value, tuple) else astuple(value):
            if item and not isinstance(item, str):  # as most are not worth a call
                _collect(item, found)


class _Texts:
    """A renderer with the prose of the chunk at hand, and the gate its pages go through, if there is one here."""

    def __init__(self, templates: Mapping[str, str], chrome: Chrome, gate: Gate | None = None) -> None:
        from mingbai.build.render import Renderer  # who prints no page needs no Jinja

        self._html: Mapping[str, bytes] = {}
        self._renderer = Renderer(templates, chrome, lambda digest: self._html[digest].decode())
        self._gate = gate

    def render(self, pages: Sequence[Page], html: Mapping[str, bytes]) -> list[Made]:
        self._html = html
        return [self._made(page) for page in pages]

    def _made(self, page: Page) -> Made:
        try:
            data = self._renderer.render(page)
        except Exception as error:
            if misprint := unprintable(error, page.route):
                return Made(page.path, b"", misprint=misprint)
            raise
        return Made(page.path, data, passed=self._gate is not None and self._gate.passes(page.path, data))


def _render_in_worker(site: Shared, task: Task) -> list[Made]:
    pages, html = task
    return _renderer(site).render(pages, html)


@lru_cache(maxsize=1)
def _renderer(site: Shared) -> _Texts:
    """The renderer of a worker for the site at hand, which it outlives."""
    return _Texts(*site.value)
