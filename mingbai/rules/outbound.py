"""Links lead only to hosts that somebody answers for: ours, the government's, and those of the bureau's list (R72)."""

from collections.abc import Container, Iterator

from mingbai.corpus.gathered import Gathered
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.outward import Exits, host_of, is_private, leading, outward
from mingbai.corpus.public import STAND_IN, PublicCorpus
from mingbai.near import near
from mingbai.problem import Place, Problem
from mingbai.rules.link import WEB
from mingbai.source.seen import HOST

ADD = "请负责的人看过那个网站；确实要链接，在 bureau.yaml 的 outbound 下面加一行：  - {{host: {}, title: 谁的网站}}"


def listed_hosts_only(corpus: PublicCorpus) -> Iterator[Problem]:
    """A public text or field leads to our own hosts, the government's, or those of the list (国办秘函〔2019〕19号).

    Nor does it name one that only the bureau's own network knows, linked to or not.
    """
    crossing = set()
    for problem in _outside(corpus, corpus.exits, internal=False):
        crossing |= {_line(problem.place)} if problem.code == "link/crosses-boundary" else set()
        yield problem
    yield from _named_inside(corpus, crossing)


def listed_hosts_only_inside(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of the intranet, which may lead to its own host too (国办秘函〔2019〕19号)."""
    yield from _outside(corpus, corpus.public.exits, internal=True)


def two_hosts(corpus: PublicCorpus) -> Iterator[Problem]:
    """What stays inside has a host of its own: on one host everybody would read the intranet (本局自定)."""
    bureau = corpus.bureau
    if bureau is not STAND_IN and bureau.record.intranet_host == bureau.record.public_host:
        host = bureau.record.public_host
        message = f"局办公网和公众网都是 {host}，内网的网页谁都打得开"
        yield Problem(bureau.place("intranet_host"), "bureau/one-host", message, f"改为 intranet_host: nei.{host}")
    elif bureau is not STAND_IN and bureau.record.public_host.endswith(f".{bureau.record.intranet_host}"):
        own, inside = bureau.record.public_host, bureau.record.intranet_host
        message = f"公众网 {own} 在局办公网 {inside} 下面，哪些网址不该公开就分不清了"
        hint = f"两个写反了，就对调；没有写反，给局办公网另用一个域名，例如 intranet_host: nei.{inside}"
        yield Problem(bureau.place("intranet_host"), "bureau/one-host", message, hint)


def list_needed(corpus: PublicCorpus) -> Iterator[Problem]:
    """The list names other people's hosts, each once (本局自定)."""
    named: set[str] = set()
    for index, each in enumerate(corpus.bureau.record.outbound):
        place = corpus.bureau.place("outbound", index, "host")
        if corpus.exits.is_plain(each.host):
            message = f"{each.host} 是本局或者政府的网站，不用列"
            yield Problem(place, "outbound/not-needed", message, "删掉这一项")
        elif each.host in named:
            yield Problem(place, "outbound/not-needed", f"{each.host} 列了两次", "只留一项")
        named.add(each.host)


def _outside(corpus: Gathered, exits: Exits, *, internal: bool) -> Iterator[Problem]:
    written = ((place, address) for _, place, address in outward(corpus))
    broken = (each for text in corpus.torn for each in leading(text))
    for place, address in (*written, *broken) if exits.own else ():  # a broken bureau has told of itself
        host = host_of(address)
        if not WEB.fullmatch(address) or exits.allows(host) or (internal and exits.is_inside(host)):
            continue
        yield _crossing(place, host) if exits.is_inside(host) else _unlisted(place, host, exits)


def _named_inside(corpus: PublicCorpus, told: Container[tuple[str, int]]) -> Iterator[Problem]:
    """Where the bureau's own network is, said without a link; the bureau's own field has to say it."""
    exits = corpus.exits
    if not exits.own:
        return
    own = _line(corpus.bureau.place("intranet_host"))
    for seen in corpus.sightings:
        line = _line(seen.place)
        if seen.sort == HOST and exits.is_inside(seen.what) and line != own and line not in told:
            message = f"{seen.where or '这里'}写了 {seen.what}，只有单位里面的人打得开，不该公开"
            yield Problem(
                seen.place, "outbound/inside-named", message, "删掉它；请人办事，写公众网的网址或者公开的电话"
            )


def _line(place: Place) -> tuple[str, int]:
    return place.path, place.line


def _crossing(place: Place, host: str) -> Problem:
    network = "单位里面的" if is_private(host) else "局办公网"
    message = f"公开的内容链接到了{network} {host}，外面的人打不开，也不该看到"
    return Problem(place, "link/crosses-boundary", message, "删掉这个链接")


def _unlisted(place: Place, host: str, exits: Exits) -> Problem:
    close = near(host, [exits.own, *exits.listed])
    hint = f"是不是 {close}？" if close else ADD.format(host)
    message = f"链接到 {host}，它不是本局或者政府的网站，也没有列在 outbound 里"
    return Problem(place, "outbound/unlisted-host", message, hint)
