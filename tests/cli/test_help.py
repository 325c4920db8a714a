"""What the program says of itself: in Chinese, and of nothing that does not work."""

import re

import pytest

from mingbai.cli import main
from mingbai.cli.table import NEVER_FIRST, columns
from tests.cli.shell import DONE, USAGE, Said, mingbai

ENGLISH = re.compile(
    r"\b(usage|options|commands|show|error|missing (?:argument|option)|invalid|no such|try|requires|got|choose)\b", re.I
)


@pytest.fixture(scope="module")
def front() -> Said:
    return mingbai("--help")


def test_the_front_page_lists_exactly_the_verbs_there_are(front: Said) -> None:
    listed = re.findall(r"^  ([a-z]+)  ", front.out, re.M)

    assert (front.code, front.err) == (DONE, "")
    assert (
        listed
        == sorted(main.commands)
        == ["build", "check", "explain", "figures", "forbid", "list", "new", "rollback", "schema", "serve"]
    )
    assert not ENGLISH.search(front.out)


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_a_verb_explains_itself_and_every_option(verb: str) -> None:
    """Its first line is the one on the front page; every option has a sentence in Chinese that ends like one."""
    said = mingbai(verb, "-h")
    options = re.sub(r"\n {10,}", "", said.out.partition("选项:\n")[2])

    assert (said.code, said.err) == (DONE, "")
    assert said.out.startswith(f"用法: build.py {verb} [选项]")
    assert not ENGLISH.search(said.out)
    assert options.count("  -") == len(re.findall(r"[\u4e00-\u9fff][^\n]*。(?: *\[[^\n]*\])?$", options, re.M))


@pytest.mark.parametrize("verb", ["", *sorted(main.commands)])
def test_help_is_folded_as_chinese_is_read(verb: str) -> None:
    """No line is longer than a terminal, begins with a sign, or has a blank where the source had a new line."""
    lines = mingbai(*verb.split(), "--help").out.splitlines()
    said = [line.strip() for line in lines]

    assert max(map(columns, lines)) <= 80
    assert not [
        line for line in said if line.startswith(tuple(NEVER_FIRST)) or re.search(r"[，。；] [\u4e00-\u9fff]", line)
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["bulid"], "没有 bulid 这个命令。是不是 build？"),
        (["chek"], "没有 chek 这个命令。是不是 check？\n"),
        (["publish"], "没有 publish 这个命令。\n"),
        (["build", "--onyl"], "mingbai: 没有 --onyl 这个选项。是不是 --only？\n"),
        (["check", "--bogus"], "mingbai: 没有 --bogus 这个选项。\n"),
        (["--only", "public"], "mingbai: --only 前面要写命令，例如 build --only\n"),
        (["-q"], "mingbai: -q 前面要写命令，例如 build -q\n"),
        (["--days", "3"], "mingbai: --days 前面要写命令，例如 list --days\n"),
        (["--nothing"], "mingbai: 没有 --nothing 这个选项。\n"),
        (["build", "--only", "both"], "mingbai: --only 写得不对：没有“both”，可以写 public、intranet\n"),
        (["build", "--as-of", "昨天"], "--as-of 写得不对：“昨天”不是日期；日期这样写：2026-01-30"),
        (["build", "--as-of", "2026-02-30"], "“2026-02-30”不是日期"),
        (["build", "-j", "0"], "0 不行，最小 1"),
        (["build", "-j", "many"], "“many”不是能用的数"),
        (["build", "--format", "xml"], "没有“xml”，可以写 text、json、github、gitlab"),
        (["build", "again"], "多写了 again"),
        (["build", "-s"], "-s 后面要写内容：文件夹"),
        (["check", "--only"], "--only 后面要写内容：public、intranet"),
        (["build", "--clean=1"], "--clean 后面不写内容。"),
        (["explain"], "少写了地址或文件"),
        (["list"], "少写了一个词，可以写 due、overdue、open、missing、next\n"),
        (["rollback"], "少写了一个词，可以写 public、intranet\n"),
        (["list", "late"], "mingbai: 写得不对：没有“late”，可以写 due、overdue、open、missing、next\n"),
        (["new", "campaign"], "少写了年份，例如 new campaign 2027"),
        (["new", "site-report"], "少写了年份，例如 new site-report 2026"),
        (["new", "plan", "2027"], "没有“plan”，可以写 campaign、calendar、site-report、finding、circular"),
        (["new", "circular", "--inspection", "2026/01"], "通报写哪次察访、发给谁"),
        (["new", "campaign", "2027", "--division", "market"], "只和 finding、circular 一起写"),
        (["new", "finding"], "问题写是哪个单位的，不写年份：new finding --division library"),
        (["new", "calendar", "27"], "27 不行，要在 2000 到 2099 之间"),
        (["new", "calendar", "2027", "--as-of", "2026-12-28"], "--as-of 不和 calendar 一起写"),
        (["list", "overdue", "--days", "3"], "--days 只和 due、next 一起写"),
        (["rollback", "outside"], "没有“outside”，可以写 public、intranet"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_in_chinese_with_exit_code_2(words: list[str], told: str) -> None:
    said = mingbai(*words)

    assert (said.code, said.out) == (USAGE, "")
    assert told in said.err
    assert not ENGLISH.search(said.err.replace("build.py", "").replace("--help", ""))


def test_the_version_is_told_whether_installed_or_not() -> None:
    said = mingbai("--version")

    assert (said.code, said.err) == (DONE, "")
    assert said.out.startswith("明白 ")
