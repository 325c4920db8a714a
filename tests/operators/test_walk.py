"""The handbook for operators: its calls exist, and the steps that need no rights of root are walked as they stand."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai.cli import main
from tests import ROOT
from tests.docs.papers import fences, read, section
from tests.workshop import GOLDEN, Workshop, site

HANDBOOK = read("docs/operators.zh-CN.md")
CALL = re.compile(r"(?:^|`|/)mingbai (?P<verb>[a-z]+)(?![a-z/])(?P<rest>[^\n`]*)", re.M)
OUR_OWN = ("PYTEST", "COV")
GIT = {f"GIT_{who}_{what}": "editor@mingbai.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def steps(heading: str) -> str:
    """The commands under a heading, one after the other."""
    return "".join(fence.text for fence in fences(section(HANDBOOK, f"## {heading}")) if fence.language == "sh")


def may_unshare() -> bool:
    return bool(shutil.which("unshare")) and not subprocess.run(["unshare", "--net", "true"], check=False).returncode


def walked(script: str, root: Path, *, cut_off: bool = False, **more: str) -> subprocess.CompletedProcess[str]:
    """Run commands as they stand, with /srv and /opt below a folder of ours; cut off from the network if asked."""
    for place in ("/srv/", "/opt/", "/tmp/mingbai-wheels"):
        script = script.replace(place, f"{root}{place}")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {key: value for key, value in os.environ.items() if not key.startswith(OUR_OWN)}
    alone = ["unshare", "--net"] if cut_off and may_unshare() else []
    more |= {"PIP_CONFIG_FILE": os.devnull} if cut_off else {}
    done = subprocess.run(
        [*alone, "sh", "-e", "-c", script],
        cwd=root,
        env={key: env[key] for key in env if not (cut_off and key.startswith("PIP_"))} | GIT | {"PATH": path} | more,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_every_call_is_a_verb_with_its_options() -> None:
    calls = [(call["verb"], call["rest"]) for call in CALL.finditer(HANDBOOK)]

    assert {"build", "check", "list", "rollback", "new"} <= {verb for verb, _ in calls}
    for verb, rest in calls:
        known = {word for each in main.commands[verb].params for word in each.opts}
        assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest)) <= known, (verb, rest)


def test_it_says_where_the_program_is_found_and_whose_files_it_makes() -> None:
    """Its calls name no folder, and what root had made the timer could not change."""
    assert "ln -s /opt/mingbai/bin/mingbai /usr/local/bin/mingbai" in section(HANDBOOK, "## 装程序")
    assert "runuser -u mingbai" in section(HANDBOOK, "## 机器、文件夹、谁能动什么")


def test_every_file_it_speaks_of_is_there_and_every_file_that_is_there_is_spoken_of() -> None:
    folder = ROOT / "docs" / "operators"
    here = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert here
    assert [path for path in here if Path(path).name not in HANDBOOK] == []


def test_two_repositories_make_two_machines_and_a_backup_brings_both_back(tmp_path: Path) -> None:
    """Both comparisons of the handbook find no difference."""
    editors = Workshop(tmp_path / "editors")
    for side in ("public", "intranet"):
        commit = "git init -q -b main && git add -A && git commit -q -m 内容"
        walked(f"cd {editors.path(f'content/{side}')} && {commit}", tmp_path)
        walked(f"git clone -q --bare {editors.path(f'content/{side}')} /srv/git/{side}.git", tmp_path)

    two = walked(steps("两个内容库"), tmp_path)
    back = walked(steps("备份和恢复"), tmp_path)

    assert (two.stdout.count("一样\n"), back.stdout.count("一样\n")) == (1, 1)
    assert not (tmp_path / "srv" / "web" / "content" / "intranet").exists()


@pytest.mark.slow
def test_the_program_is_installed_without_a_network_and_makes_the_same_sites(first: Path, tmp_path: Path) -> None:
    """The wheels are gathered where there is a network; after that, pip and the program are cut off from it."""
    with_network, without = re.findall(r"```sh\n(.*?)```", section(HANDBOOK, "## 装程序"), re.S)[1:]
    gathered = walked(f"cd {ROOT} && {with_network}", tmp_path, PYTHON=sys.executable)
    wheels = tmp_path / "tmp" / "mingbai-wheels"
    (tmp_path / "opt").mkdir()
    walked(f"cd /tmp/mingbai-wheels\n{without}", tmp_path, cut_off=True)
    shutil.copytree(GOLDEN, tmp_path / "srv" / "content")
    walked("/opt/mingbai/bin/mingbai build -s /srv/", tmp_path, cut_off=True)

    assert "mingbai-" in " ".join(path.name for path in wheels.iterdir()), gathered.stderr
    for audience in ("public", "intranet"):
        assert site(tmp_path / "srv" / "site", audience) == site(first / "site", audience)
