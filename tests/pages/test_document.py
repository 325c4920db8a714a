"""Documents as readers see them: the parts of an official paper, what explains it, what became of it."""

from datetime import date

from mingbai.clock import Clock
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.pages.chrome import intranet_chrome
from mingbai.pages.intranet.document import document_pages
from mingbai.pages.intranet.document_list import LibraryView, document_list_pages
from mingbai.pages.public.call import call_part
from mingbai.pages.public.document import DocumentView, document_view
from mingbai.records.judge import judged
from mingbai.records.public.document import Call
from tests.factories import ASSETS, changed, content, intranet_corpus, public_corpus
from tests.pages.full import rendered

PLEDGES = "public/documents/2026/service-pledges.md"
EXPLAINED = "public/documents/2026/about-pledges.md"
ASKED = "public/documents/2026/hearing-at-night.md"


def shown(id: str, files: dict[str, str] | None = None, clock: Clock | None = None) -> DocumentView:
    corpus = public_corpus(files, clock) if clock else public_corpus(files)
    return document_view(corpus, corpus.documents[id], f"/documents/{id}/")


def related(view: DocumentView) -> dict[str, list[str]]:
    return {relation.label: [link.href for link in relation.links] for relation in view.relations}


def test_a_paper_with_a_number_has_its_red_head_and_its_issuer_in_the_title() -> None:
    sheet = shown("2026/service-pledges").sheet

    assert sheet.head == "示例市文化广电新闻出版局文件"
    assert sheet.title == "示例市文化广电新闻出版局关于印发服务承诺办法的通知"
    assert (sheet.addressees, sheet.note) == ("各处室、各直属单位：", "（此件公开发布）")


def test_what_is_posted_up_has_its_number_below_the_title_and_a_letter_another_head() -> None:
    posted = shown("2026/service-pledges", changed(PLEDGES, "type: 通知", "type: 通告")).sheet
    letter = shown("2026/service-pledges", changed(PLEDGES, "type: 通知", "type: 函")).sheet

    assert (posted.head, posted.number) == ("", "示例文广新〔2026〕1号")
    assert (letter.head, letter.letter) == ("示例市文化广电新闻出版局", True)


def test_an_interpretation_is_no_official_paper() -> None:
    sheet = shown("2026/about-pledges").sheet

    assert (sheet.head, sheet.title, sheet.signature, sheet.note) == ("", "服务承诺办法说了什么", (), "")


def test_an_internal_paper_says_nowhere_that_it_is_public() -> None:
    corpus = intranet_corpus()
    (page,) = document_pages(corpus)
    chrome = intranet_chrome(corpus.public, ASSETS)
    paper = rendered(page, chrome).split("<article", 1)[1].split("</article>")[0]

    assert "没有盖章" in paper
    assert "公开" not in paper


def test_a_document_and_its_interpretation_lead_to_each_other_though_only_one_says_so() -> None:
    assert related(shown("2026/service-pledges")) == {"看解读": ["/documents/2026/about-pledges/"]}
    assert related(shown("2026/about-pledges")) == {"解读的是": ["/documents/2026/service-pledges/"]}


def test_a_document_that_another_ended_says_since_when_and_by_which() -> None:
    newer = content()[f"content/{PLEDGES}"].replace("〔2026〕1号", "〔2026〕3号").replace("/2026-00001", "/2026-00009")
    newer = newer.replace("2026-01", "2026-08").replace("effective_from: 2026-02-01", "effective_from: 2026-09-01")
    newer = newer.replace("topic:", "repeals: [2026/service-pledges]\ntopic:").replace("印发服务", "修订服务")
    files = {**content(), "content/public/documents/2026/newer.md": newer}

    before, after = (
        shown("2026/service-pledges", files, Clock(day, day)) for day in (date(2026, 8, 31), date(2026, 9, 1))
    )

    assert (before.notice, before.chip and before.chip.text) == (None, "有效")
    assert after.notice and "从2026年9月1日起废止，依据《关于修订服务承诺办法的通知》" in after.notice.text
    assert related(after)["废止它的"] == ["/documents/2026/newer/"]


def test_a_closed_call_says_until_when_its_result_is_owed_and_that_this_was_guessed() -> None:
    corpus = public_corpus()
    call = judged(Call, {"opens_on": "2026-12-01", "closes_on": "2026-12-18", "ways": ["打电话"]})

    part = call_part(corpus, call)

    assert part.chip.text == "已经截止"
    assert part.due.endswith(f"最晚2027年1月15日（{PROVISIONAL}）。")


def test_the_library_shows_what_is_public_and_what_is_not_and_first_what_all_must_read() -> None:
    (page,) = document_list_pages(intranet_corpus())
    assert isinstance(page.view, LibraryView)
    required, year = page.view.groups

    assert [row.href for row in required.rows] == ["/internal-documents/2026/duty-phone/"]
    assert {row.reach for row in year.rows} == {"公开", "内部"}
    assert len(year.rows) == 4
