"""Old addresses: each leads to one record, and none lies where the site has, or may come to have, a file (R73).

Law: an old address is free, or it is one that a record could have had and none has. In a section of ours every other
address is the site's own. Upper and lower case are one here, as they are on some disks and in the maps of nginx.
A rule may not ask the pages; tests/rules/test_alias.py compares what stands here with what is really made.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from mingbai import boundary
from mingbai.corpus import routes
from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.moved import Moved
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.routes import Homes
from mingbai.corpus.series import Publisher
from mingbai.problem import Place, Problem, Severity
from mingbai.records import intranet, public
from mingbai.records.base import Addressed, Published, Record
from mingbai.records.named import named
from mingbai.records.values import ID
from mingbai.rules.address import PAGES, PARTS
from mingbai.rules.column import SECTIONS
from mingbai.rules.log import gone
from mingbai.source import naming
from mingbai.source.history import Rename

FILES = frozenset({".well-known", "404.html", "assets", "data", "files", "internal-files", "redirects", "search"})
"""First steps below which there are files, so that no page may lie there, whatever its name."""
OWN = FILES | {
    "contributions",
    "deadlines",
    "leaving",
    "matrix",
    "measures",
    "responsibility",
    "site-check",
    "watch",
}
"""First steps of addresses on either site that are neither a column's nor a record's."""
BELOW = ("/ledger/units/",)
"""Where pages of ours look as if they were records'."""
_INDEX = re.compile(r"(?<=/)index\.html?$")


def old_addresses_free(corpus: PublicCorpus) -> Iterator[Problem]:
    """An old address of a public record is nobody else's, now or before (本局自定)."""
    yield from _judged(corpus.aliased, corpus.homes, {}, public.KINDS)


def old_addresses_free_inside(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of intranet records, beside all that the public site has (本局自定)."""
    claimed = {alias.lower(): entry.path for entry, _, alias in _aliases(corpus.public.aliased)}
    yield from _judged(corpus.aliased, corpus.homes, claimed, (*public.KINDS, *intranet.KINDS))


def old_names_lead_on(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A record whose file was renamed after it was shown has its old address (本局自定)."""
    renamed = {path: steps for path, steps in corpus.committed.renamed.items() if steps}
    if not renamed:
        return
    claimed = {_INDEX.sub("", alias.lower()) for _, _, alias in _aliases((*corpus.public.aliased, *corpus.aliased))}
    back = {path for path, _ in gone(corpus)}  # where a file has to be put back, nothing has moved
    for entry in (*corpus.public.entries, *corpus.entries):
        record = entry.record
        if entry.path not in renamed or not isinstance(record, Addressed):
            continue
        steps = {
            _address_before(record, step, corpus.day): step for step in renamed[entry.path] if step.old not in back
        }
        unsaid = [old for old in steps if not (old == "" or old.lower() in claimed or corpus.homes.get(old.lower()))]
        if unsaid:
            lead = "原来的 aliases 几行整个换成" if record.aliases else "加上一行"
            yield Problem(
                entry.place("aliases"),
                "alias/unsaid",
                f"这个文件以前叫 {'、'.join(steps[old].old for old in unsaid)}，改名以后 {'、'.join(unsaid)} 打不开了",
                f"{lead} aliases: [{', '.join((*record.aliases, *unsaid))}]",
                Severity.WARNING,
            )


def _address_before(record: Addressed, step: Rename, today: date) -> str:
    """Where a record was shown on its site while its file had the old name; empty where it was not."""
    was = named(step.old)
    if was is None or boundary.of(step.old) is not boundary.of(step.new):
        return ""
    if isinstance(record, Published) and record.published.date() > (step.day or today):
        return ""
    address = routes.route(was.kind.kind, was.id)
    return address if could_be(address, [was.kind]) else ""


def old_anchors_free(corpus: Publisher) -> Iterator[Problem]:
    """What an article was called before is the name of no other article of its issue, and of no part (本局自定)."""
    articles = corpus.newsletter.articles
    claimed: set[tuple[str, str]] = set()
    for entry in articles.values():
        issue = entry.id.rpartition("/")[0]
        for index, name in enumerate(entry.record.oldids):
            if f"{issue}/{name}" in articles or name in PARTS or (issue, name) in claimed:
                message = f"旧锚点 {name} 在这一期里已经是别处的名字，链接找不到这一篇"
                hint = "删掉这一行；只写这篇稿件的文件以前叫过的名字，一个名字一期只写一处"
                yield Problem(entry.place("oldids", index), "alias/anchor-taken", message, hint)
            claimed.add((issue, name))


def _aliases(entries: Iterable[AnyEntry]) -> Iterator[tuple[AnyEntry, int, str]]:
    for entry in entries:
        assert isinstance(entry.record, Addressed)
        yield from ((entry, index, alias) for index, alias in enumerate(entry.record.aliases))


def _judged(
    entries: Iterable[AnyEntry],
    homes: Homes,
    claimed: dict[str, str],
    kinds: tuple[type[Record], ...],
) -> Iterator[Problem]:
    """What is wrong with each old address; `claimed` are those of other records, by the files that name them."""
    for entry, index, alias in _aliases(entries):
        place, low = entry.place("aliases", index), _INDEX.sub("", alias.lower())
        own, holder = routes.route(entry.record.kind, entry.id).partition("#")[0], homes.get(low)
        if low == own.lower():
            message = f"旧地址 {alias} 就是现在的地址，转来转去还是它自己"
            yield Problem(place, "alias/own-address", message, "删掉这一行；改过文件名的，写改名以前的网址")
        elif holder and len(set(holder)) == 1:  # its file has one name for good
            yield _inside_a_section(place, alias)
        elif holder:
            message = f"旧地址 {alias} 现在是 {'/'.join(holder)} 的网址，不能再转走"
            yield Problem(place, "alias/taken", message, "删掉这一行；要转走它，先给那一条的文件换个名字")
        elif low in claimed:
            where = "前面已经写过" if claimed[low] == entry.path else f"在 {claimed[low]} 里也写了"
            message = f"旧地址 {alias} {where}，一个旧地址只能转到一处"
            yield Problem(place, "alias/twice", message, "留一处，另一处删掉；大小写不同也算同一个")
        elif Moved(alias, own).is_page and (device := naming.device(alias)):
            message = f"旧地址 {alias} 不能用：Windows 里不能有叫 {device} 的文件或文件夹"
            yield Problem(place, "alias/device-name", message, "删掉这一行：这个旧网址的网页，局里的电脑放不下")
        elif not _is_free(low, kinds):
            yield _inside_a_section(place, alias)
        elif low != alias.lower():
            message = f"旧地址 {alias} 末尾不用写 index.html，开头那一截就是它的网址"
            yield Problem(place, "alias/index-file", message, f"改为 {_INDEX.sub('', alias)}")
        claimed.setdefault(low, entry.path)


def _inside_a_section(place: Place, alias: str) -> Problem:
    section = f"/{alias.split('/')[1]}/"
    ours = f"{section} 下面的网页是程序自己排的" if alias.count("/") > 1 else "这一页是程序自己做的"
    message = f"旧地址 {alias} 不能用：{ours}，这里没有过哪一条的网址"
    hint = "核对旧网址；改过文件名的，写改名以前的，例如 /fees/cable-tv/；不用再转的就删掉这一行"
    return Problem(place, "alias/in-our-section", message, hint)


def _is_free(address: str, kinds: tuple[type[Record], ...]) -> bool:
    """Whether nothing of ours is at that address, in small letters, or ever will be without an editor naming it."""
    first = address.split("/")[1]
    if address in PAGES or first in FILES or address.startswith(BELOW):
        return False
    return first not in sections() or not address.endswith("/") or could_be(address, kinds)


def could_be(address: str, kinds: Iterable[type[Record]]) -> bool:
    """Whether a record of one of these kinds could have that address.

    >>> from mingbai.records.public.fee import Fee
    >>> could_be("/fees/cable-tv/", [Fee]), could_be("/fees/2026/cable-tv/", [Fee])
    (True, False)
    """
    return any((shape := _shape(kind)) and shape.fullmatch(address) for kind in kinds)


@cache
def _shape(kind: type[Record]) -> re.Pattern[str] | None:
    """How the addresses of records of a kind look; `None` where they have no page of their own."""
    steps = kind.pattern.count("*")
    route = routes.route(kind.kind, "/".join(["\0"] * steps) or kind.kind)
    if "#" in route or not issubclass(kind, Addressed):
        return None
    return re.compile(re.escape(route).replace(re.escape("\0"), ID))


@cache
def sections() -> frozenset[str]:
    """The first step of every address that is ours."""
    kinds = (*public.KINDS, *intranet.KINDS)
    records = (routes.route(kind.kind, "x/x/x") for kind in kinds)
    return OWN | {route.split("/")[1] for route in (*SECTIONS, *records)}
