"""What reform did: figures before and after, added up only where somebody counted."""

from tests.factories import changed, public_corpus
from tests.pages.test_public import seen

ITEM = "public/commitments/market/perf-domestic.yaml"
ONCE = """reform:
  - on: 2026-02-01
    aim: 减
    action: 压时限
    text: 承诺时间从2个工作日减到1个工作日
    counted: {what: 工作日, before: 2, after: 1}
    document: {number: 示例文广新〔2026〕2号}
"""
REFORM = """reform:
  - on: 2025-09-01
    aim: 减
    action: 压时限
    text: 当天看节目。
    counted: {what: 工作日, before: 5, after: 2}
    document: {number: 示例文广新〔2025〕22号}
  - on: 2026-02-01
    aim: 减
    action: 压时限
    text: 两个人一起看。
    counted: {what: 工作日, before: 2, after: 0}
    document: {number: 示例文广新〔2026〕2号}
  - {on: 2026-02-01, aim: 帮, action: 网上办, text: 教您填表。, document: {number: 示例文广新〔2026〕2号}}
"""
REFORMED = changed(ITEM, ONCE, REFORM)


def text() -> str:
    return seen("/reform/", public_corpus(REFORMED))


def test_what_was_taken_away_is_added_up() -> None:
    assert "1个事项改过3处" in text()
    assert "少等5个工作日" in text()
    assert "2026年改了2处，少等2个工作日。2025年改了1处，少等3个工作日。" in text()


def test_each_change_says_from_how_much_to_how_much_and_by_which_document() -> None:
    assert "2025年9月1日示例文广新〔2025〕22号压时限举办内地营业性演出审批5个工作日→变成2个工作日当天看节目。" in text()


def test_nothing_left_is_said_in_words() -> None:
    assert "2个工作日→变成当场办好" in text()
    assert "0个工作日" not in text()


def test_changes_stand_under_their_word_and_a_word_without_any_is_left_out() -> None:
    found = text()

    assert found.index("减减少环节") < found.index("帮帮办服务改了1处2026年2月1日")
    assert "控严控新设" not in found


def test_the_promise_is_laid_beside_the_law() -> None:
    assert "举办内地营业性演出审批3个工作日1个工作日2个工作日" in text()


def test_without_reforms_the_page_says_so() -> None:
    assert "还没有改革记录。" in seen("/reform/", public_corpus(changed(ITEM, ONCE, "")))
