"""What marks a paper as internal, and what only speaks of internal papers."""

import pytest

from mingbai.source.marking import markings


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("内部资料 注意保存\n", "内部资料 注意保存"),
        ("**内部资料，不得外传**", "内部资料，不得外传"),
        ("---\ntitle: 甲\n---\n正文。\n\n内部资料\n\n正文。", "内部资料"),
        ("---\ntitle: 甲\n---\n\n**内部文件**\n", "内部文件"),
        ("title: 【内部资料】简报", "内部资料"),
        ("title: “（内部文件）简报”", "内部文件"),
        ("## （仅限内部）办理口径", "仅限内部"),
        ("---\ntitle: 甲\n---\n\n仅供内部参考\n", "仅供内部参考"),
        ("【不得外传】", "不得外传"),
        ("  内部材料，请勿外传。", "内部材料，请勿外传"),
    ],
)
def test_a_marking(text: str, what: str) -> None:
    assert [found for _, found in markings(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "工作人员不得泄露内部资料。",
        "内部资料准印证，5个工作日。",
        "name: 内部资料",
        "requirement: 仅限内部使用",
        "- 内部资料\n- 图书\n",
        "| 内部资料 | 5 |",
        "---\ntitle: 甲\n---\n## 内部资料\n\n先领准印证。",
        "封面印“内部资料，免费交流”字样。",
        "内部资料，免费交流",
        "3. [内部资料](../a.yaml)交PDF。",
        "准印证请注意保存。\n\n注意保存\n",
        "---\ntitle: 甲\n---\n单位印\n内部资料\n前先领准印证。",
        "【注意保存】收据三年内都用得着。",
        "办准印证（内部资料），不收费。",
        "内部资料，注意保存期限是五年。",
    ],
)
def test_no_marking(text: str) -> None:
    assert not [*markings(text)]


def test_one_word_alone_marks_only_an_article() -> None:
    assert not [*markings("表一\n\n内部资料\n\n图书\n")]


def test_a_text_of_nothing_but_beginnings_is_looked_through_at_once() -> None:
    assert not [*markings("内部\n" + "\n" * 100_000 + "> # " * 50_000 + "\n" + "#" * 50_000 + " \n" * 50_000)]
