"""Quiet pages are not made while nothing they are made of has changed; where one has to be, it comes out right."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from mingbai.boundary import Audience
from mingbai.clock import Clock
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.quiet import ABSENT
from mingbai.exports.intranet import quiet as inner_files
from mingbai.exports.public import quiet as outer_files
from mingbai.pages.intranet import ANNEXED as TEMPLATES
from mingbai.pages.intranet import quiet as inner
from mingbai.pages.intranet.annex import ANNEXED as VIEWS
from mingbai.pages.public import public_pages
from mingbai.pages.public import quiet as outer
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Article, Bulletin
from tests.factories import CLOCK, changed, checked, content, intranet_corpus, public_corpus, raw, without
from tests.properties.edits import change_template
from tests.workshop import Workshop

ARTICLE = "content/public/bulletins/2026/01/one-notice.md"
FEE = "content/public/fees/catv.yaml"
PAGE = "fees/catv/index.html"


def edit_article(workshop: Workshop) -> None:
    workshop.write(ARTICLE, workshop.read(ARTICLE).rstrip() + "\n\n又减了两样。\n")


def clean(workshop: Workshop) -> dict[str, dict[str, bytes]]:
    """Both sites as a clean build makes them."""
    workshop.build(clean=True, out=workshop.root / "fresh")
    return workshop.sites(workshop.root / "fresh")


def test_while_only_an_article_changes_nothing_quiet_is_made(built: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_article(built)
    with monkeypatch.context() as patch:
        patch.setattr(outer, "quiet_pages", None)
        patch.setattr(inner, "quiet_pages", None)
        patch.setattr(outer_files, "quiet_exports", None)
        patch.setattr(outer_files, "quiet_shared", None)
        patch.setattr(inner_files, "quiet_exports", None)
        built.build()

    assert built.sites() == clean(built)


@pytest.mark.parametrize("path", [PAGE, "data/fees.json", "data/hsds.json"])
@pytest.mark.parametrize("site", Audience)
def test_one_that_is_gone_from_the_site_is_made_anew(built: Workshop, site: Audience, path: str) -> None:
    (built.out / site / path).unlink()
    edit_article(built)
    built.build()

    assert built.sites() == clean(built)


def test_one_whose_template_changed_is_made_anew(built: Workshop) -> None:
    change_template(built, 1)
    built.build()

    assert built.sites() == clean(built)


def test_what_the_public_site_was_built_from_alone_is_right_for_both(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")
    built.build(wanted=(Audience.PUBLIC,))
    edit_article(built)
    built.build()

    assert built.sites() == clean(built)


def test_a_seal_that_forgets_something_is_caught(built: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(PublicCorpus, "quiet_seal", "the same")
    monkeypatch.setattr(IntranetCorpus, "quiet_seal", "the same")
    built.build()
    built.edit(FEE, "payer: 安装", "payer: 装")
    built.build()
    stale = built.sites()
    monkeypatch.undo()

    assert stale["public"][PAGE] != clean(built)["public"][PAGE]


def held(corpus: PublicCorpus | IntranetCorpus) -> Iterator[tuple[str, object]]:
    """What a corpus that is quiet still holds, by the name of its field."""
    for name in type(corpus).__struct_fields__:
        value = getattr(corpus, name)
        if value is not ABSENT:
            yield name, value


@pytest.mark.parametrize("corpus", [public_corpus(), intranet_corpus()], ids=["public", "intranet"])
def test_all_that_a_quiet_corpus_holds_is_in_its_seal(corpus: PublicCorpus | IntranetCorpus) -> None:
    """Its entries, and these few fields, each of which is tried below."""
    found = set()
    for name, value in held(corpus.quiet):
        entries = [value] if isinstance(value, Entry) else list(value.values()) if isinstance(value, Mapping) else []
        if not entries or not all(isinstance(entry, Entry) for entry in entries):
            found.add(name)
            continue
        for entry in entries:
            assert entry in corpus.entries
            assert not isinstance(entry.record, Bulletin | Article)

    assert found <= {"clock", "files", "later", "present", "public"}


def seals(files: Mapping[str, bytes], clock: Clock = CLOCK) -> tuple[str, str]:
    """The seals of both quiet corpora."""
    found = checked(files, clock)
    assert found.public and found.intranet
    return found.public.quiet_seal, found.intranet.quiet_seal


ISSUE = "public/bulletins/2026/01/"
NEW = content()["content/public/pages/guide.md"].replace("published: 2026", "published: 2027")
ANOTHER: dict[str, Callable[[], tuple[str, str]]] = {
    "a fee": lambda: seals(raw(changed("public/fees/catv.yaml", "payer: 安装", "payer: 装"))),
    "an attachment": lambda: seals({**raw(content()), "content/public/files/forms/sample.txt": b"other"}),
    "the name of one": lambda: seals({**raw(content()), "content/public/files/forms/third.txt": b""}),
    "the day shown": lambda: seals(raw(content()), Clock(CLOCK.today, date(2026, 12, 27))),
    "today": lambda: seals(raw(content()), Clock(date(2026, 12, 29), CLOCK.as_of)),
    "which articles there are": lambda: seals(raw(without(f"{ISSUE}less-paper.md"))),
    "what comes later": lambda: seals(raw({**content(), "content/public/pages/later.md": NEW})),
}


@pytest.mark.parametrize("what", ANOTHER)
def test_another_seal_has(what: str) -> None:
    before = seals(raw(content()))

    assert not set(before) & set(ANOTHER[what]())


def test_the_intranets_seal_alone_changes_with_its_own() -> None:
    before, now = seals(raw(content())), seals(raw(without("intranet/annexes/fees/catv.yaml")))

    assert before[0] == now[0]
    assert before[1] != now[1]


def test_no_other_seal_has_what_an_article_says() -> None:
    said = raw(content())
    assert seals({**said, ARTICLE: said[ARTICLE] + "\n又减了两样。\n".encode()}) == seals(said)


@pytest.mark.parametrize(
    "ask",
    [len, bool, iter, list, dict, lambda absent: "a" in absent, lambda absent: absent["a"], lambda absent: absent.get],
)
def test_whoever_asks_a_quiet_corpus_for_the_newsletter_is_told(ask: Callable[[object], object]) -> None:
    with pytest.raises(LookupError, match="move the function"):
        ask(public_corpus().quiet.bulletins)


def test_the_pages_that_may_have_an_annex_are_known_by_their_templates_too() -> None:
    """The intranet knows them before it has imported what puts them together."""
    views = {type(page.view) for page in public_pages(public_corpus()) if page.template in TEMPLATES}

    assert views == set(VIEWS)
