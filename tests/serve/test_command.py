"""The command at work: `mingbai serve` from start to Ctrl-C."""

import re

from tests.serve.studio import (
    FEE,
    GENEROUS,
    INTRANET,
    MISTAKE,
    NAME,
    PUBLIC,
    Studio,
    ask,
    command,
    listening,
    running,
    until,
    until_told,
)
from tests.workshop import site


def test_it_serves_both_sites_tells_what_it_does_and_ends_cleanly(studio: Studio) -> None:
    with running(studio.root) as run:
        public, inner = run.ports
        assert ask(public, "/fees/catv/").status == 200
        assert ask(public, "/plans/").status == 404
        assert ask(inner, "/plans/").status == 200
        with listening(public) as states:
            version = next(states)["version"]
            studio.edit(FEE, NAME, "电视费")
            until_told(states, lambda state: state["version"] != version)
            until(lambda: "电视费" in ask(public, "/fees/catv/").text, "the page changes")
            until(lambda: f"改了 {FEE}：公众网重做 " in run.read(), "it is told")
        code = run.stop()

    told = "".join(run.said)
    assert code == 0 and "Traceback" not in told
    assert told.endswith("预览结束。\n")


def test_what_it_serves_in_the_end_is_what_a_clean_build_writes(studio: Studio) -> None:
    with running(studio.root) as run, listening(run.ports[0]) as states:
        next(states)
        studio.edit(FEE, *MISTAKE)
        until_told(states, lambda state: state["stops"])
        studio.edit(FEE, *reversed(MISTAKE))
        until_told(states, lambda state: not state["stops"])
        studio.move("content/public/fees/culture-card.yaml", "content/public/fees/new-card.yaml")
        until(lambda: ask(run.ports[0], "/fees/new-card/").status == 200, "the page moves")
        until(lambda: ask(run.ports[1], "/fees/new-card/").status == 200, "the page moves inside too")
        studio.build(clean=True)
        for audience, port in zip((PUBLIC, INTRANET), run.ports, strict=True):
            expected = site(studio.out, audience)
            for path, data in expected.items():
                if not path.endswith(".html"):
                    assert ask(port, f"/{path}").body == data
            page = ask(port, "/fees/new-card/").text.splitlines(keepends=True)
            plain = "".join(line for line in page if "__mingbai__" not in line)
            assert plain == expected["fees/new-card/index.html"].decode()


def test_mistakes_are_told_on_the_terminal_as_check_tells_them(studio: Studio) -> None:
    studio.edit(FEE, *MISTAKE)
    with running(studio.root) as run:
        assert ask(run.ports[0], "/").status == 503
        run.stop()

    told = "".join(run.said)
    assert f"{FEE}:8:10: error" in told and "  8 | charged: 十四" in told and "= 提示" in told


def test_a_port_in_use_is_one_line_and_exit_code_3(studio: Studio) -> None:
    with running(studio.root, "--only", "public") as run:
        second = command(studio.root, "-p", str(run.ports[0]))
        told, _ = second.communicate(timeout=GENEROUS)

    assert second.returncode == 3
    assert told.count("\n") == 1 and f"端口 {run.ports[0]}" in told


def test_no_project_is_exit_code_2(studio: Studio) -> None:
    process = command(studio.root / "content")
    told, _ = process.communicate(timeout=GENEROUS)

    assert process.returncode == 2 and "不是明白的项目" in told


def test_the_public_site_alone_never_speaks_of_the_other(studio: Studio) -> None:
    with running(studio.root, "--only", "public") as run:
        assert len(run.ports) == 1
        pages = [ask(run.ports[0], path).text for path in ("/", "/sitemap/", "/nowhere/")]
        with listening(run.ports[0]) as states:
            version = next(states)["version"]
            studio.edit(FEE, NAME, "电视费")
            until_told(states, lambda state: state["version"] != version)
        run.stop()

    assert all(word not in text for word in ("内网", "局办公网") for text in (*pages, "".join(run.said)))


def test_one_site_alone_by_polling(studio: Studio) -> None:
    with running(studio.root, "--only", "intranet", "--poll", "0.2", "--as-of", "2026-06-30", "-j", "1") as run:
        assert len(run.ports) == 1
        with listening(run.ports[0]) as states:
            version = next(states)["version"]
            studio.edit(FEE, NAME, "电视费")
            until_told(states, lambda state: state["version"] != version)


def test_it_says_at_once_what_is_going_on_and_where(studio: Studio) -> None:
    """Also through a pipe, and before the first build is done, which may take long."""
    process = command(studio.root, "-p", "0")
    try:
        assert process.stdout
        first = process.stdout.readline()

        assert re.fullmatch(
            r"公众网 http://127\.0\.0\.1:\d+/，局办公网 http://127\.0\.0\.1:\d+/：正在生成，做好了才打得开。\n", first
        )
        assert "重做" in process.stdout.readline()
    finally:
        process.kill()
        process.communicate()
