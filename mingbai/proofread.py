"""What is wrong with the materials before a page is printed of them: all of it at once, in `check` as in a build.

What a page cannot print of a template that can be read, but for names that nothing gives, is only seen where it is
printed: in a build, or a preview.

Law: a template is read through once, and that it can be read is remembered as long as its text stays, and what others
give it. A mistake in one of the intranet's own templates stops only the intranet.
"""

from collections.abc import Callable, Iterable, Mapping

from mingbai.boundary import Audience
from mingbai.build.inward import named_inside
from mingbai.build.macros import missed
from mingbai.build.misnamed import Given
from mingbai.build.misprint import FOLDER, empty, gone, lost
from mingbai.build.pool import Workers, learn
from mingbai.cache import Cache
from mingbai.corpus.outward import Exits
from mingbai.digest import of_bytes
from mingbai.materials import Materials
from mingbai.pages.chrome import ASSETS
from mingbai.problem import Problem

_READ = "templates read"
_PRINTED = "templates printed"


def proofread(
    stuff: Materials, exits: Exits, cache: Cache, workers: Workers
) -> Callable[[], Mapping[Audience, tuple[Problem, ...]]]:
    """Have what is new read through; what is given waits for the problems of each side."""
    given = Given.by(stuff.templates.values()).digest
    sums = {name: of_bytes(f"{given}{text}".encode())[:16] for name, text in stuff.templates.items()}
    known = set((cache.fact(_READ) or "").split())
    new = [name for name, sum_ in sums.items() if sum_ not in known]
    heard = learn(stuff.templates, new, workers)

    def told() -> Mapping[Audience, tuple[Problem, ...]]:
        if not stuff.templates:
            return _by_side([gone()])
        unread = heard()
        torn = {problem.place.path for problem in (*unread, *stuff.problems)}
        good = [name for name in stuff.templates if f"{FOLDER}{name}" not in torn]
        if new:
            cache.set_fact(_READ, " ".join(sorted(sums[name] for name in good)))
        blank = [empty(name) for name in good if not stuff.templates[name].strip()]
        blank += [empty(f"assets/{name}") for name in ASSETS if not stuff.assets.get(name, b"-").strip()]
        assets = [gone(f"assets/{name}") for name in ASSETS if name not in stuff.assets]
        needed = [p for p in lost(stuff.templates) if p.code != "template/unnamed" or p.place.path not in torn]
        macros = [each for each in missed(stuff.templates) if each.place.path not in torn]
        inside = named_inside(stuff.templates, stuff.assets, exits)
        return _by_side([*stuff.problems, *needed, *blank, *macros, *unread, *assets, *inside])

    return told


def went(stuff: Materials, cache: Cache) -> Mapping[Audience, tuple[Problem, ...]]:
    """The templates of which the last build printed pages and that are not there any more, as problems of each side."""
    printed = (cache.fact(_PRINTED) or "").split()
    return _by_side([gone(name) for name in printed if stuff.templates and name not in stuff.templates])


def remember(printed: Iterable[str], cache: Cache) -> None:
    """Keep of which templates pages were printed."""
    cache.set_fact(_PRINTED, " ".join(sorted(printed)))


def _by_side(problems: Iterable[Problem]) -> Mapping[Audience, tuple[Problem, ...]]:
    sides: dict[Audience, list[Problem]] = {audience: [] for audience in Audience}
    for problem in problems:
        inner = problem.place.path.startswith(f"{FOLDER}intranet/")
        sides[Audience.INTRANET if inner else Audience.PUBLIC].append(problem)
    return {audience: tuple(found) for audience, found in sides.items()}
