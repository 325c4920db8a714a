"""What is wrong with the templates, as far as it can be told without Jinja: what one names, and what it cannot print.

Law: who edits a template is an editor, and a mistake in one is a problem at its line, however it shows. An exception
that comes out of the program below a template is no mistake of the template.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import FrameType
from typing import NamedTuple

from mingbai.build.fingerprint import NEEDING, NEEDS
from mingbai.near import near
from mingbai.problem import Place, Problem

FOLDER = "templates/"
_MACRO = "template"
"""What Jinja calls the frame of a macro; those of blocks and of templates have longer names."""
_REMARK = re.compile(r"{#.*?(?:#}|\Z)", re.DOTALL)
_OWN, _PRINTING = "mingbai.", "mingbai.build."
"""What prints templates: whatever goes wrong there does so because of what stands in one."""


class _Need(NamedTuple):
    """What a template needs, and where it says so."""

    name: str
    place: Place
    optional: bool


def lost(templates: Mapping[str, str]) -> Iterator[Problem]:
    """Templates that others need and that are not there, each once; those that need themselves; names not in quotes."""
    needs: dict[str, list[_Need]] = {}
    for name in sorted(templates, key=lambda name: (name.startswith("intranet/"), name)):  # both sites' first
        needs[name], unread = _needs(name, templates[name])
        yield from unread
    missing: dict[str, list[_Need]] = {}
    for need in (need for found in needs.values() for need in found):
        if need.name not in templates and not need.optional:
            missing.setdefault(need.name, []).append(need)
    for name, found in missing.items():
        yield _missing(name, found, templates)
    yield from _endless(needs)


def gone(name: str = "") -> Problem:
    """What is said of a template of pages, or a file that they load, that is not there; without a name, of them all."""
    if not name:
        return Problem(Place(FOLDER), "template/gone", "模板都不见了", f"取回它们，例如 git checkout -- {FOLDER}")
    what = "网页要用的文件" if name.startswith("assets/") else "网页的模板"
    return Problem(Place(f"{FOLDER}{name}"), "template/gone", f"{what}不见了", _back(name))


def empty(name: str) -> Problem:
    """What is said of a template, or a file that pages load, in which nothing stands: pages would be blank or bare."""
    return Problem(Place(f"{FOLDER}{name}"), "template/empty", "文件是空的", _back(name))


def unremarked(text: str) -> str:
    """A template with blanks for its remarks, every line where it was."""
    return _REMARK.sub(lambda remark: re.sub("[^\n]", " ", remark[0]), text)


def _back(name: str) -> str:
    return f"取回它，例如 git checkout -- {FOLDER}{name}"


def _missing(name: str, found: list[_Need], templates: Iterable[str]) -> Problem:
    who = f"这里和另外 {len(found) - 1} 处" if found[1:] else "这里"
    file = name.rpartition("/")[2]
    asking = {need.place.path.removeprefix(FOLDER) for need in found}
    others = [other for other in templates if other not in asking]
    same = [other for other in others if other.rpartition("/")[2] == file]
    meant = near(name.replace("\\", "/"), others) or (same[0] if len(same) == 1 else None)
    hint = f"{f'是不是 {meant}？' if meant else '名字写错了就改对；'}如果是删掉了，就{_back(name)}"
    return Problem(found[0].place, "template/missing", f"没有 {name} 这个模板，{who}要用它", hint)


def _needs(name: str, text: str) -> tuple[list[_Need], list[Problem]]:
    """What a template needs, and where it does not say by one quoted name what that is."""
    seen = unremarked(text)
    found: list[_Need] = []
    unread: list[Problem] = []
    for needing in NEEDING.finditer(seen):
        place = Place(f"{FOLDER}{name}", seen.count("\n", 0, needing.start()) + 1)
        if need := NEEDS.match(seen, needing.start()):
            optional = need[0].endswith("ignore")  # there is nothing else that it could go on with
            found.append(_Need(need[1], place, optional))
        else:
            message = "这里要用哪个模板，没有写清楚"
            hint = '写一个名字，加半角引号，例如 {% include "shared/foot.html" %}；名字不能由程序现拼'
            unread.append(Problem(place, "template/unnamed", message, hint))
    return found, unread


def _endless(needs: Mapping[str, list[_Need]]) -> Iterator[Problem]:
    """Each round of templates that need one another, once, at the line that closes it."""
    through: set[str] = set()

    def follow(name: str, way: tuple[str, ...]) -> Iterator[Problem]:
        through.add(name)
        for need in needs.get(name, ()):
            if need.name in (*way, name):
                round_ = [*(*way, name)[(*way, name).index(need.name) :], need.name]
                message = f"模板绕着圈用自己：{' → '.join(round_)}，没有尽头"
                yield Problem(need.place, "template/endless", message, "去掉这一行，或者换成别的模板")
            elif need.name not in through:
                yield from follow(need.name, (*way, name))

    for name in needs:
        if name not in through:
            yield from follow(name, ())


def unprintable(error: BaseException, route: str) -> Problem | None:
    """What is said of a page that could not be printed, where it is its template that is wrong."""
    from traceback import walk_tb  # in most builds nothing goes wrong

    frames = [_Frame(frame, line) for frame, line in walk_tb(error.__traceback__)]
    own = [at for at, frame in enumerate(frames) if frame.path.startswith(FOLDER)]
    if not own or any(frame.is_programs for frame in frames[own[-1] :]):
        return None
    last = frames[own[-1]]
    message, hint = _said(error)
    users = (frames[at] for at in reversed(own[:-1]) if last.is_macro and frames[at].path != last.path)
    user = next((f"，是 {frame.path} 第 {frame.line} 行用到这里的" for frame in users), "")
    return Problem(
        Place(last.path, last.line), "template/unprintable", message, f"{hint}（做 {route} 这一页时碰到{user}）"
    )


class _Frame:
    """One step of the way to where it went wrong."""

    def __init__(self, frame: FrameType, line: int) -> None:
        module = str(frame.f_globals.get("__name__"))
        self.path = frame.f_code.co_filename
        self.line = line
        self.is_macro = frame.f_code.co_name == _MACRO
        self.is_programs = module.startswith(_OWN) and not module.startswith(_PRINTING)


def each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same, of those that many pages have at one line of a template only the first."""
    first: dict[object, Problem] = {}
    for each in problems:
        first.setdefault(each.place if each.code == "template/unprintable" else each, each)
    return tuple(first.values())


_WORDS = (
    (
        r"'page' is undefined",
        "{{% placed %}} 里没有 page",
        "那里印的东西各页共用，只认得 place 和 site；这一页的东西写到它外面",
    ),
    (r"'(\w+)' is undefined", "没有叫 {0} 的东西", "模板认得 page、site，还有自己起的和从别的模板拿来的名字"),
    (
        r"'(.+) object' has no (?:attribute|element) '?(.+?)'?",
        "没有 {1} 这一项（这里是 {0}）",
        "改成有的一项，或者去掉这一处",
    ),
    (
        r"the template '(.+)' \(imported on .+\) does not export the requested name '(\w+)'",
        "{0} 里没有叫 {1} 的宏",
        "看看那个模板里的宏叫什么，照着改",
    ),
    (r"parameter '(\w+)' was not provided", "用宏的时候少给了 {0}", "在括号里补上"),
    (r"macro '(\w+)' takes no keyword argument '(\w+)'", "宏 {0} 没有 {1} 这个参数", "照宏的第一行改括号里的名字"),
    (r"macro '(\w+)' takes not more than (\d+) argument\(s\)", "宏 {0} 最多要 {1} 个参数，这里给多了", "去掉多的"),
    (
        r"'(.+)' object is not iterable",
        "这里要一个一个地数，可是 {0} 不是一列东西",
        "换成一列东西",
    ),
    (r"'(.+)' object is not callable", "这里加了括号当宏来用，可是 {0} 不是宏", "去掉括号，或者换成宏的名字"),
    (r"extended multiple times", "一个模板里写了两个 {{% extends %}}", "只留一个"),
    (r"No filter named '(.+)' found\.", "没有叫 {0} 的过滤器", "去掉 | {0}"),
    (r"No test named '(.+)' found\.", "is 后面没有 {0} 这种问法", "例如 is defined"),
    (r".*(?:division|modulo) by zero", "这里除以了 0", "模板里不要算数，印程序算好的"),
    (r".*(?:recursion depth exceeded|stack overflow).*", "这里自己用自己，没有尽头", "看看宏是不是在里面又用了自己"),
)
"""What Python and Jinja say of a template that cannot be printed, in words of our own, and what to do."""


def _said(error: BaseException) -> tuple[str, str]:
    """The message and the hint."""
    said = str(error)
    if isinstance(error, AttributeError) and error.name:
        name, holder = error.name, error.obj
        if holder is None:
            return f"这里要用 {name}，可是它前面的东西在这一页上没有", "先用 {% if %} 问一问有没有"
        meant = near(name, (each for each in dir(holder) if not each.startswith("_")))
        hint = f"是不是 {meant}？" if meant else "改成有的一项，或者去掉这一处"
        return f"没有 {name} 这一项（这里是 {type(holder).__name__}）", hint
    for pattern, message, hint in _WORDS:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return message.format(*found.groups()), hint.format(*found.groups())
    return f"这里印不出来：{type(error).__name__}: {said}", "改这一行；看不懂就把这一条发给改模板的人"
