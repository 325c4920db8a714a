"""What marks a paper as internal, and what only speaks of internal papers."""

import pytest

from mingbai.source.forbidden import Forbidden
from mingbai.source.marking import mark_of_name, markings
from mingbai.source.seen import FILE_NAME, INTERNAL
from mingbai.source.sighting import in_attachment, in_record


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
        ("内部资料★注意保存", "内部资料★注意保存"),
        ("- 【内部资料】简报", "内部资料"),
        ("* 【内部资料】简报", "内部资料"),
        ("title: 【内部资料】关于印发办法的通知", "内部资料"),
        ("title: 三季度工作情况（内部资料）", "内部资料"),
        ("title: 三季度工作情况（仅供内部参考）\nsummary: 甲", "仅供内部参考"),
        ("密级：内部", "内部"),
        ("> **密级: 秘密**", "秘密"),
        ("密级：秘密级", "秘密级"),
        ("内部资料 注意保密", "内部资料 注意保密"),
        ("内部资料，请妥善保管", "内部资料，请妥善保管"),
        ("内部资料（注意保存）", "内部资料（注意保存）"),
        ("内部资料·仅供参考", "内部资料·仅供参考"),
        ("内部资料，仅供内部参考，不得外传。", "内部资料，仅供内部参考，不得外传"),
        ("★内部资料 注意保存★", "内部资料 注意保存"),
        ("　　内部资料　注意保存", "内部资料　注意保存"),
        ("内部掌握，不得公开", "内部掌握，不得公开"),
        ("（此件不公开）", "此件不公开"),
        ("（内部资料，注意保存）", "内部资料，注意保存"),
        ("1. 【内部资料】简报", "内部资料"),
        ("一、【内部资料】简报", "内部资料"),
        ("【内部】关于三季度", "内部"),
        ("title: 【内部】简报", "内部"),
        ("title: 简报【内部】", "内部"),
        ("name: 【内部】考古发掘", "内部"),
        ("正文。\n\n【内部】\n\n正文。", "内部"),
        ("---\ntitle: 甲\n---\n正文。\n\n内部使用\n", "内部使用"),
        ("---\ntitle: 甲\n---\n正文。\n\n此件不公开。\n", "此件不公开"),
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
        "## 内部资料不得外传",
        "## 内部资料 不得外传",
        "> 内部资料不得外传。",
        "- text: 内部文件不得外传",
        "plain: 内部资料妥善保管",
        "---\ntitle: 甲\n---\n**内部资料**\n\n指单位自己印的。\n",
        "## 【内部资料】怎么印",
        "title: 【内部资料】准印证怎么办",
        "name: （内部资料）准印证",
        "title: 申领准印证（内部资料）",
        "name: 准印证核发（内部资料）",
        "title: 甲\nsummary: 三季度工作情况（内部资料）",
        "密级由定密责任人确定。",
        "密级：内部资料不定密级。",
        "requirement: （仅限内部使用）",
        "- requirement: （仅限内部使用）",
        "- （内部资料）免费交流的，不用办许可。",
        "1. （内部资料）装订成册的，要办。",
        "（内部刊物）一年一证，到期重办。",
        "- （内部资料）不得标价、销售。",
        "text: （内部资料）样本两份",
        "text: （仅限内部使用）的资料不得销售",
        "name: （仅供内部使用）印刷品登记",
        "【内部资料】性出版物",
        "【内部】资料准印证",
        "title: 内部使用",
        "内部使用的印刷品",
        "（内部资料，免费交流）",
        "内部资料性出版物（仅供内部参考）",
        "这份文件印着（此件不公开）。",
        "1. 内部资料，要有准印证",
        "内部资料，仅供参考的，不用办。",
    ],
)
def test_no_marking(text: str) -> None:
    assert not [*markings(text)]


def test_one_word_alone_marks_only_an_article() -> None:
    assert not [*markings("表一\n\n内部资料\n\n图书\n")]


@pytest.mark.parametrize("before", ["", "---\n"])
@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000 + "> # " * 50_000 + "\n" + "#" * 50_000 + " \n" * 50_000,
        "title: " + "（内部资料" * 20_000,
        "title: 甲" + "（内部资料  ）" * 20_000 + "乙",
        "【内部资料】的" * 20_000,
        "内部资料" + "，" * 50_000 + "\n" + "1." * 50_000 + "、" * 50_000,
        "内部使用 仅供参考" * 20_000,
        "\n\n内部资料\n甲" * 20_000,
        "\n\n**内部资料**\n甲" * 20_000,
        "密级：" * 20_000 + " " * 50_000,
    ],
)
def test_a_text_of_nothing_but_beginnings_is_looked_through_at_once(before: str, text: str) -> None:
    assert not [*markings(f"{before}内部\n{text}")]


@pytest.mark.parametrize(
    "name",
    [
        "【内部资料】简报.txt",
        "内部资料 注意保存.txt",
        "【内部资料】/a.txt",
        "内部资料.txt",
        "仅限内部.txt",
        "内部资料/a.txt",
        "内部资料-简报.txt",
        "简报（内部资料）.txt",
        "简报(内部资料)(1).txt",
        "简报【内部资料】.txt",
        "简报【内部】.txt",
        "【内部】简报.txt",
        "内部资料_注意保存.txt",
        "内部资料（注意保存）.txt",
        "简报-仅限内部.txt",
        "（此件不公开）简报.txt",
    ],
)
def test_a_mark_in_the_name_of_a_file_or_its_folder(name: str) -> None:
    seen = in_attachment(f"content/public/files/{name}", b"abc", Forbidden())

    assert [(each.sort, each.part) for each in seen] == [(INTERNAL, FILE_NAME)]


@pytest.mark.parametrize(
    "name",
    [
        "内部资料准印证申请表.txt",
        "内部资料-准印证.txt",
        "内部资料（申请表）.txt",
        "内部资料性出版物管理办法.txt",
        "【内部资料】准印证.txt",
        "准印证（内部资料）.txt",
        "印内部资料.txt",
        "单位内部.txt",
        "样本-内部资料.txt",
        "内部控制/a.txt",
    ],
)
def test_a_name_that_only_speaks_of_internal_papers(name: str) -> None:
    assert in_attachment(f"content/public/files/{name}", b"abc", Forbidden()) == ()


def test_a_long_name_is_looked_through_at_once() -> None:
    assert not mark_of_name("（内部资料" * 20_000 + "/" + "内部资料 " * 20_000 + "印")


def test_a_heading_in_bold_is_none_without_its_emphasis_either() -> None:
    article = "---\ntitle: 甲\n---\n正文。\n\n**内部资料**\n\n指单位自己印的。\n"

    assert in_record("content/public/a.md", article.encode(), Forbidden()) == ()
