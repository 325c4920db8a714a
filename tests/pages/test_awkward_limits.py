"""Five awkward time limits, each shown as what it is: on the sample's pages, and where a golden one shows more."""

import pytest

from mingbai.corpus.public import PublicCorpus
from tests.factories import changed, public_corpus
from tests.pages.test_notice import html, pages, seen
from tests.sample import sample_corpus

ITEM = "public/commitments/market/perf-domestic.yaml"


@pytest.fixture(scope="module")
def sample() -> PublicCorpus:
    return sample_corpus()


def both(corpus: PublicCorpus, item: str) -> tuple[str, str]:
    """What the item's page and its notice say."""
    route = f"/commitments/{item}/"
    return seen(corpus, route), seen(corpus, f"{route}notice/")


def test_deemed_approval_stands_beside_the_promise_in_its_own_place_and_on_the_notice(sample: PublicCorpus) -> None:
    page, notice = both(sample, "press/inner-pub")
    said = "过了法定时限我们没有答复，视为同意"

    assert page.count(said) == 2
    assert (
        page.index("法定30日（《印刷业管理条例》第二十条），从收到申请那天起算")
        < page.index(said)
        < page.index("带什么")
    )
    assert said in notice


def test_two_items_that_are_stages_of_one_thing_say_so_and_lead_to_each_other(sample: PublicCorpus) -> None:
    first, second = "market/netcafe-1", "market/netcafe-2"

    for item, other, which in ((first, second, "一"), (second, first, "二")):
        page = html(sample, f"/commitments/{item}/")
        stages = page.split('id="stages"', 1)[1].split("</ol>", 1)[0]
        assert f"/commitments/{other}/" in stages
        assert f"/commitments/{item}/" not in stages
        number = {"一": 1, "二": 2}[which]
        assert f"分2段办，这是第{number}段。2段加起来，承诺11个工作日，法定35个工作日。" in both(sample, item)[0]
    assert seen(sample, "/commitments/").count("分2段办，这是第") == 2
    assert 'id="stages"' not in html(sample, "/commitments/market/ktv/")


def test_a_hearing_is_told_and_does_not_count(sample: PublicCorpus) -> None:
    page, notice = both(sample, "market/ktv")
    said = "听证公告和听证的时间，一般12个工作日，受理时书面告诉您（行政许可法第四十五条）"

    assert f"不算在内：{said}" in page
    assert f"下面的时间不算在内：{said}" in page
    assert f"不算在内：{said}" in notice
    hearing = page.split("公告、听证", 1)[1].split("决定、发证", 1)[0]
    assert "个工作日" not in hearing


@pytest.mark.parametrize(
    ("item", "deadline"),
    [
        ("market/perf-venue", "从领取营业执照那天起20日内（《营业性演出管理条例》第七条）"),
        ("arts/perf-artist", "从领取营业执照那天起20日内（《营业性演出管理条例》第九条）"),
        ("market/art-dealer", "从领取营业执照那天起15日内（《艺术品经营管理办法》第五条）"),
        ("museums/museum-expo", "提前10个工作日：展览开始那天（在这之前报到）（《博物馆条例》第三十一条）"),
    ],
)
def test_what_the_applicant_owes_in_time_is_never_our_promise(sample: PublicCorpus, item: str, deadline: str) -> None:
    page, notice = both(sample, item)

    assert f"您的期限：{deadline}" in page
    assert "不是我们办事的时限" in page
    promise = page.split("多久", 1)[1].split("多少钱", 1)[0]
    for days in ("20日", "15日", "10个工作日"):
        assert days not in promise
        assert days not in notice.split("补齐以后", 1)[1].split("咨询", 1)[0]


@pytest.mark.parametrize("item", ["broadcast/tv-production", "broadcast/sat-service", "broadcast/sat-reception"])
def test_a_first_review_is_called_one_wherever_its_days_stand(sample: PublicCorpus, item: str) -> None:
    page, notice = both(sample, item)
    days = f"{sample.commitments[item].record.promised.number}个工作日"

    assert f"多久初审完{days}" in page
    assert f"承诺（初审）{days}" in page
    assert "这是初审的时间" in page
    assert f"{days}初审完" in notice
    assert "这是初审的时间" in notice
    row = html(sample, "/commitments/").split(f'href="/commitments/{item}/"', 1)[1].split("</li>", 1)[0]
    assert f"<b>{days}</b>初审完" in row


def test_where_the_law_names_no_days_none_are_made_up(sample: PublicCorpus) -> None:
    page, _ = both(sample, "market/perf-venue")

    assert "法规没有规定天数（《营业性演出管理条例》第七条）" in page
    assert "法定即时办结" not in page


def test_a_limit_in_a_list_has_number_unit_start_and_basis(sample: PublicCorpus) -> None:
    whole = "法定3日（《营业性演出管理条例》第十三条），从受理那天起算"

    assert whole in seen(sample, "/commitments/")
    assert whole in seen(sample, "/divisions/arts/")
    assert whole in "".join(both(sample, "arts/perf-domestic"))


def test_stages_without_days_in_common_are_not_added_up() -> None:
    corpus = public_corpus(changed(ITEM, "free: true", "free: true\nnext_stage: market/catv"))

    text = seen(corpus, "/commitments/market/perf-domestic/")

    assert "分2段办，这是第1段。" in text
    assert "段加起来" in text
    assert "/commitments/market/catv/notice/" in pages(corpus)
