"""Hints of what was meant, for what people know from other systems and other machines."""

import pytest

from mingbai.records.field import Value, fields_of
from mingbai.records.meant import form_hint
from mingbai.records.misplaced import misplaced
from mingbai.records.parse import parse
from mingbai.records.values import Web
from mingbai.source import yaml
from tests.factories import changed, content


class WithAddress(Value):
    at: Web


ARTICLE = "public/bulletins/2026/02/phone.md"
GUIDE = "public/commitments/market/perf-domestic.yaml"
ERRAND = "public/errands/show.yaml"


@pytest.mark.parametrize("key", ["draft", "drfat", "Draft", "hidden", "published", "publishd", "visibility", "草稿"])
def test_a_key_that_hides_elsewhere_is_answered_with_what_hides_here(key: str) -> None:
    text = changed(ARTICLE, "division: ", f"{key}: true\ndivision: ")[f"content/{ARTICLE}"]

    [problem] = parse(f"content/{ARTICLE}", text.encode() if isinstance(text, str) else text).problems

    assert (problem.code, "content/intranet/drafts/" in problem.hint) == ("field/unknown", True)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("catv.yml", "catv.yaml"),
        ("CATV.YAML", "catv.yaml"),
        ("cable tv.yaml", "cable-tv.yaml"),
        ("cable_tv (1).yml", "cable-tv-1.yaml"),
    ],
)
def test_a_file_whose_name_is_nearly_right_is_told_the_right_one(name: str, meant: str) -> None:
    assert misplaced(f"content/public/fees/{name}").hint.startswith(f"把文件名改成 {meant}；已经有 {meant} 的，")


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("catv.yaml.txt", ".txt"),
        ("CATV.YAML.TXT", ".txt"),
        ("catv.yaml.yaml", ".yaml"),
        ("catv.yml.txt", ".txt"),
        ("catv.yaml.txt.txt", ".txt.txt"),
    ],
)
def test_a_second_ending_that_windows_hides_is_told(name: str, extra: str) -> None:
    problem = misplaced(f"content/public/fees/{name}")

    assert problem.message == f"文件名末尾多了 {extra}，Windows 平时不显示它"
    assert problem.hint.startswith("把文件名改成 catv.yaml；")


@pytest.mark.parametrize(
    "name",
    [
        "catv - 副本.yaml",
        "catv - Copy (2).yaml",
        "catv(1).yaml",
        "catv - 副本 (2).yaml",
        "catv - 副本 - 副本.yaml",
        "catv(1) - Copy.yaml",
    ],
)
def test_a_copy_is_told_as_one(name: str) -> None:
    problem = misplaced(f"content/public/fees/{name}")

    assert problem.message == f"{name} 像是复制出来的一份"
    assert problem.hint == "不要的就删掉；要照着 catv.yaml 另写一份，给它起个新名字，如 catv-2.yaml"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("bulletins/2026/02/issue - 副本.yaml", "不要的就删掉"),
        ("bureau - 副本.yaml", "不要的就删掉"),
        ("none/catv - 副本.yaml", "不要的就删掉"),
        ("calendar/2026 - 副本.yaml", "不要的就删掉；要另写一份，给它起个自己的名字，只用小写字母、数字和减号"),
        ("pledges/2026/market(1).yaml", "不要的就删掉；要另写一份，给它起个自己的名字，只用小写字母、数字和减号"),
        ("fees/预算(1).yaml", "不要的就删掉；要另写一份，给它起个自己的名字，只用小写字母、数字和减号"),
    ],
)
def test_of_a_copy_whose_name_is_no_free_word_no_other_name_is_made_up(path: str, hint: str) -> None:
    problem = misplaced(f"content/public/{path}")

    assert "像是复制出来的一份" in problem.message
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("catv.yaml.bak", "catv.yaml"),
        ("CATV.yaml.ORIG", "catv.yaml"),
        ("catv.old", "catv.yaml"),
        ("catv.yaml~", "catv.yaml"),
        ("catv.yaml.bak2", "catv.yaml"),
        ("catv.bak.yaml", "catv.yaml"),
        ("catv_old.yml", "catv.yaml"),
        ("catv备份.yaml", "catv.yaml"),
        ("收费.tmp", ""),
    ],
)
def test_what_an_editor_leaves_behind_is_no_attachment_and_no_second_record(name: str, right: str) -> None:
    problem = misplaced(f"content/public/fees/{name}")

    way = f"；要用的是它，先删掉 {right}（有的话），再把文件名改成 {right}" if right else ""
    assert problem.message == f"{name} 像是备份下来的一份"
    assert problem.hint == f"不要的就删掉{way}"


@pytest.mark.parametrize("name", ["phone.md.docx", "phone.md.doc", "phone.md.wps"])
def test_a_word_file_is_not_answered_with_another_name(name: str) -> None:
    assert "用记事本新建 phone.md" in misplaced(f"content/public/bulletins/2026/02/{name}").hint


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("public/fee/catv.yaml", "是不是 content/public/fees/catv.yaml？"),
        ("public/commitments/catv.yaml", "“服务承诺事项”放在 content/public/commitments/处室/文件名.yaml"),
        ("public/bulletins/2026/phone.md", "“稿件”放在 content/public/bulletins/年份/期号/文件名.md"),
        ("public/articles/phone.md", "“稿件”放在 content/public/bulletins/年份/期号/文件名.md"),
        ("public/bulletins/2026/issue.yaml", "“简报”放在 content/public/bulletins/年份/期号/issue.yaml"),
        ("intranet/bulletins/2026/phone.md", "“内部稿件”放在 content/intranet/bulletins/年份/期号/文件名.md"),
        ("public/findings/001.yaml", "“台账问题”放在 content/intranet/findings/年份/文件名.yaml"),
        ("public/bulletins/2026/02/photo.jpg", "附件放在 files/ 里：挪到 content/public/files/photo.jpg"),
        ("public/findings/2026/001.yaml", "马上挪到 content/intranet/findings/2026/001.yaml"),
        ("public/plans/2026/market.docx", "马上挪到 content/intranet/files/market.docx"),
        ("public/plans/2026/计划.xlsx", "马上挪到 content/intranet/files/计划.xlsx"),
        (
            "public/commitments/market/perf-domestic.doc",
            "记录只改名不行：用记事本新建 perf-domestic.yaml，把字粘进去，再删掉这个文件"
            "；是附件，就挪到 content/public/files/perf-domestic.doc",
        ),
    ],
)
def test_one_in_a_wrong_folder_is_told_where_its_kind_belongs(path: str, hint: str) -> None:
    assert misplaced(f"content/{path}").hint == hint


def test_one_in_no_folder_of_a_kind_is_told_which_there_are() -> None:
    assert "放 .yaml 文件的有：bulletins/、calendar/、" in misplaced("content/public/none/catv.yaml").hint


@pytest.mark.parametrize(
    ("path", "source", "hint"),
    [
        ("public/a.yaml", "public/fees/catv.yaml", "这是“收费项目”：挪到 content/public/fees/a.yaml"),
        ("intranet/a.yaml", "public/fees/catv.yaml", "审查过、可以公开了，就挪到 content/public/fees/a.yaml"),
        ("public/a.yaml", "intranet/plans/2026/market.yaml", "挪到 content/intranet/plans/年份/文件名.yaml"),
    ],
)
def test_a_record_in_no_folder_is_told_where_it_belongs_by_its_keys(path: str, source: str, hint: str) -> None:
    located, _ = yaml.parse(path, content()[f"content/{source}"])

    assert located and isinstance(located.data, dict)
    assert misplaced(f"content/{path}", located.data.keys()).hint.endswith(hint)


def test_one_that_no_other_name_would_help_is_told_where_things_belong() -> None:
    assert "记录放在自己的文件夹里" in misplaced("content/public/README.md").hint


def test_one_with_a_chinese_name_in_the_right_folder_is_told_how_names_are() -> None:
    assert misplaced("content/public/fees/收视费.yaml").hint.startswith("文件名只用小写字母、数字和减号，如 ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[自然人，法人]", "[自然人, 法人]"),
        ("［自然人，法人］", "[自然人, 法人]"),
        ("['自然人、 法人']", "[自然人, 法人]"),
        ("自然人, 法人", "[自然人, 法人]"),
        ("\n- 自然人、法人\n- 其他组织", "[自然人, 法人, 其他组织]"),
        ("\n- 自然人，法人\n- 法人、其他组织", "[自然人, 法人, 法人, 其他组织]"),
        ("[自然人, 法人，，其他组织]", "[自然人, 法人, 其他组织]"),
    ],
)
def test_a_list_typed_as_one_text_is_told_as_the_list_it_was_meant_as(typed: str, meant: str) -> None:
    files = changed(GUIDE, "audience_of_service: [法人, 其他组织]", f"audience_of_service: {typed}")

    [problem] = parse(f"content/{GUIDE}", files[f"content/{GUIDE}"].encode()).problems

    assert (problem.code, f"写成 audience_of_service: {meant}，" in problem.hint) == ("field/run-together", True)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[开演唱会，走穴]", "写成 words: [开演唱会, 走穴]，"),
        ("\n- 开演唱会；走穴\n- 办晚会", "写成 words: [开演唱会, 走穴, 办晚会]，"),
        ("开演唱会、走穴", "写成 words: [开演唱会, 走穴]，"),
        ("[开演唱会、]", "别的叫法，搜索时用，一项写一个，"),
        ('["演出：甲, 乙 #1"]', '写成 words: [演出：甲, "乙 #1"]，'),
        ('["a: b，c"]', '写成 words: ["a: b", c]，'),
        ('["[甲]，乙"]', '写成 words: ["[甲]", 乙]，'),
        ('["“甲，乙”"]', "别的叫法，搜索时用，一项写一个，"),
        ('["［甲，乙］"]', "写成 words: [甲, 乙]，"),
    ],
)
def test_words_to_search_by_are_single_words(typed: str, hint: str) -> None:
    files = changed(ERRAND, "words: [开演唱会, 走穴]", f"words: {typed}")

    [problem] = parse(f"content/{ERRAND}", files[f"content/{ERRAND}"].encode()).problems

    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(("topics", "told"), [("文化、广电、新闻出版", []), ("演出，展览", ["field/run-together"])])
def test_a_topic_may_be_a_class_named_after_several_things(topics: str, told: list[str]) -> None:
    files = changed(GUIDE, "topics: [演出]", f"topics: [{topics}]")

    assert [problem.code for problem in parse(f"content/{GUIDE}", files[f"content/{GUIDE}"].encode()).problems] == told


def test_a_sign_that_may_stand_within_an_item_does_not_part_what_a_comma_parts() -> None:
    files = changed(GUIDE, "topics: [演出]", "topics: [文化、广电，新闻]")

    [problem] = parse(f"content/{GUIDE}", files[f"content/{GUIDE}"].encode()).problems

    assert problem.hint.startswith("写成 topics: [文化、广电, 新闻]，")


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("audience_of_service: [法人, 其他组织]", "audience_of_service: [法人，路人]"),
        ("    hours: [周一至周五 9:00–17:00]", "    hours: 周一，周二"),
        ("type: 行政许可", "type: 行政许可，快"),
    ],
)
def test_words_with_a_comma_that_are_no_list_when_taken_apart_are_told_as_any_other(line: str, typed: str) -> None:
    files = changed(GUIDE, line, typed)

    [problem] = parse(f"content/{GUIDE}", files[f"content/{GUIDE}"].encode()).problems

    assert problem.code in {"field/not-a-choice", "field/not-a-list"}


@pytest.mark.parametrize(
    ("typed", "signs", "meant"),
    [
        ("卫生、体育，文化", "全角逗号", "卫生、体育, 文化"),
        ("“卫生、体育”，文化（甲、乙）", "全角逗号", "“卫生、体育”, 文化（甲、乙）"),
        ('"卫生；体育，文化"', "分号和全角逗号", "卫生, 体育, 文化"),
    ],
)
def test_items_are_parted_only_by_the_signs_told_and_never_within_quotes(typed: str, signs: str, meant: str) -> None:
    files = changed(GUIDE, "topics: [演出]", f"topics: [{typed}]")

    [problem] = parse(f"content/{GUIDE}", files[f"content/{GUIDE}"].encode()).problems

    assert problem.message == f"“主题”用{signs}隔开，几项读成了一项"
    assert problem.hint.startswith(f"写成 topics: [{meant}]，")


def test_items_that_ran_together_beside_a_wrong_one_are_told_and_so_is_that() -> None:
    typed = "audience_of_service: [自然人，法人, 个人]"
    files = changed(GUIDE, "audience_of_service: [法人, 其他组织]", typed)

    together, wrong = parse(f"content/{GUIDE}", files[f"content/{GUIDE}"].encode()).problems

    assert (together.code, together.hint) == ("field/run-together", "拆成 2 项：自然人、法人")
    assert wrong.code == "field/not-a-choice"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("http//WWW.GOV.CN", "https://www.gov.cn"),
        ("http://www.gov.cn/A?b=1", "https://www.gov.cn/A?b=1"),
        ("www.文广.cn", ""),
        ("www.a_b.cn", ""),
    ],
)
def test_an_address_is_told_as_the_field_takes_it_or_not_at_all(typed: str, meant: str) -> None:
    assert form_hint(fields_of(WithAddress)["at"], "at: ", typed) == (
        f"写成 at: {meant}" if meant else "以 https:// 开头，没有空格"
    )


@pytest.mark.parametrize(("typed", "told"), [("", True), ("reviw: {by: 办公室, on: 2026-01-23}\n", False)])
def test_that_a_review_is_missing_is_told_beside_other_mistakes(typed: str, told: bool) -> None:
    """A misspelt one is told as that."""
    fee = content()["content/public/fees/catv.yaml"].replace("charged:", "charge:")
    fee = fee.replace("review: {by: 办公室, on: 2026-01-23}\n", typed)

    codes = [problem.code for problem in parse("content/public/fees/catv.yaml", fee.encode()).problems]

    assert ("publication/review-missing" in codes, "field/unknown" in codes) == (told, True)
