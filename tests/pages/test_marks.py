"""The marks in the foot: those of a real site lead to the registers they stand in."""

from mingbai.pages.chrome import Mark, public_chrome
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, changed, content, problems_of, public_corpus, raw
from tests.pages.full import rendered

BUREAU = "public/bureau.yaml"
REAL = changed(
    BUREAU,
    "deploy: 示例",
    "conac: {conac_id: ABCDEF0123456789, picture: marks/conac.png}\ndeploy: 正式",
    changed(BUREAU, "示例公网安备00000000000000号", "明公网安备11223344556677号", content()),
)
REAL["content/public/files/marks/conac.png"] = "png"


def test_the_marks_of_a_real_site_lead_to_their_registers() -> None:
    marks = public_chrome(public_corpus(REAL), ASSETS).marks

    assert [mark.href for mark in marks] == [
        "",
        "https://beian.miit.gov.cn/",
        "https://beian.mps.gov.cn/#/query/webSearch?code=11223344556677",
        "https://bszs.conac.cn/sitename?method=show&id=ABCDEF0123456789",
    ]


def test_the_marks_of_a_sample_lead_nowhere() -> None:
    marks = public_chrome(public_corpus(), ASSETS).marks

    assert marks == (
        Mark("网站标识码 0000000000", ""),
        Mark("示例ICP备00000000号", ""),
        Mark("示例公网安备00000000000000号", ""),
    )


def test_who_clicks_the_picture_of_a_mark_gets_to_its_register_too() -> None:
    corpus = public_corpus(REAL)
    page = next(page for page in public_pages(corpus) if page.route == "/404.html")

    html = rendered(page, public_chrome(corpus, ASSETS))

    assert '&amp;id=ABCDEF0123456789"><img src="/files/marks/conac.png" alt="">党政机关网站标识</a>' in html


def test_what_no_browser_shows_as_a_picture_is_no_picture_of_a_mark() -> None:
    conac = "conac: {conac_id: ABCDEF0123456789, picture: forms/catv.pdf}\ndeploy: 示例"
    found = problems_of(raw(changed(BUREAU, "deploy: 示例", conac)))

    assert [(problem.code, problem.hint) for problem in found] == [
        ("field/wrong-form", "写它在 files/ 里的路径，带后缀，例如 marks/conac.png；要 .png 或者 .jpg 的图")
    ]
