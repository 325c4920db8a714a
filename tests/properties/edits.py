"""Everything that may happen to a project between two builds: the vocabulary of the property tests.

Each edit takes a workshop and a small number, and must be possible in any state the others leave behind.
"""

import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mingbai.publish import rollback as publish_rollback
from mingbai.publish.disk import WorldFault
from mingbai.publish.lock import lock
from tests.workshop import GOLDEN, Workshop

Edit = Callable[[Workshop, int], None]
FEE = "content/public/fees/catv.yaml"
ARTICLE = "content/public/bulletins/2026/01/one-notice.md"
SECOND = "content/public/bulletins/2026/02"
DRAFT = "content/intranet/drafts/bulletins/2026/02"
BUREAU = "content/public/bureau.yaml"
PLAN = "content/intranet/plans/2026/market.yaml"
CAMPAIGN = "content/intranet/campaigns/2026.yaml"
STAFF = "content/intranet/staff/bing.yaml"
CODE = "content/intranet/conduct/2026/bing.yaml"
ANNEX = "content/intranet/annexes/fees/catv.yaml"
OWN_TEMPLATE = "templates/shared/foot.html"
OWN_STYLE = "templates/assets/site.css"
DAYS = [date(2026, 12, 28), date(2026, 6, 30), date(2026, 2, 5), date(2027, 1, 1), date(2026, 3, 2)]


def set_line(workshop: Workshop, path: str, key: str, value: str) -> None:
    """Give a top-level field of a file another value, if the file is there."""
    if workshop.path(path).exists():
        lines = [f"{key}: {value}" if ln.startswith(f"{key}: ") else ln for ln in workshop.read(path).splitlines()]
        workshop.write(path, "\n".join(lines) + "\n")


def edit_fact(workshop: Workshop, n: int) -> None:
    set_line(workshop, FEE, "payer", f"第{n}类用户")


def edit_prose(workshop: Workshop, n: int) -> None:
    if workshop.path(ARTICLE).exists():
        workshop.write(ARTICLE, workshop.read(ARTICLE).rstrip() + f"\n\n又减了{n}样。\n")


def toggle_a_heading_out_of_order(workshop: Workshop, _n: int) -> None:
    """A text that only a rule finds fault with, and the same put right."""
    if workshop.path(ARTICLE).exists():
        text, wrong = workshop.read(ARTICLE), "\n\n##### 没有上一级\n\n话。\n"
        workshop.write(ARTICLE, text.replace(wrong, "\n") if wrong in text else text.rstrip() + wrong)


def edit_title(workshop: Workshop, n: int) -> None:
    set_line(workshop, ARTICLE, "title", f"第{n}次一次讲清")


def edit_frame(workshop: Workshop, n: int) -> None:
    set_line(workshop, BUREAU, "phone", f"0000-000100{n}")


def edit_name_of_a_division(workshop: Workshop, n: int) -> None:
    set_line(workshop, "content/public/divisions/market.yaml", "short_name", f"市场{n}处")


def add_article(workshop: Workshop, n: int) -> None:
    workshop.write(
        f"content/public/bulletins/2026/01/extra-{n}.md",
        f"---\ntitle: 加一篇{n}\ndivision: office\nsubmitted_on: 2026-02-26\n---\n\n加的正文{n}。\n",
    )
    set_line(workshop, "content/public/bulletins/2026/01/issue.yaml", "items", f"[one-notice, less-paper, extra-{n}]")


def remove_extra_articles(workshop: Workshop, _n: int) -> None:
    for path in workshop.path("content/public/bulletins/2026/01").glob("extra-*.md"):
        path.unlink()
    set_line(workshop, "content/public/bulletins/2026/01/issue.yaml", "items", "[one-notice, less-paper]")


def rename_fee(workshop: Workshop, n: int) -> None:
    found = sorted(workshop.path("content/public/fees").glob("culture-card*.yaml"))
    if found:
        found[0].rename(found[0].with_name(f"culture-card-{n}.yaml"))


def delete_fee(workshop: Workshop, _n: int) -> None:
    for path in workshop.path("content/public/fees").glob("culture-card*.yaml"):
        path.unlink()


def revert_all(workshop: Workshop, _n: int) -> None:
    shutil.rmtree(workshop.path("content"))
    shutil.copytree(GOLDEN, workshop.path("content"), copy_function=shutil.copy2)


def move_issue_across(workshop: Workshop, _n: int) -> None:
    here, there = (SECOND, DRAFT) if workshop.path(SECOND).exists() else (DRAFT, SECOND)
    if workshop.path(here).exists():
        workshop.move(here, there)


def change_template(workshop: Workshop, n: int) -> None:
    shipped = Path(__file__).parents[2] / OWN_TEMPLATE
    workshop.write(OWN_TEMPLATE, shipped.read_text(encoding="utf-8") + f"<!-- {n} -->\n")


def drop_template(workshop: Workshop, _n: int) -> None:
    workshop.path(OWN_TEMPLATE).unlink(missing_ok=True)


def change_style(workshop: Workshop, n: int) -> None:
    workshop.write(OWN_STYLE, f"body {{ margin: {n}px }}\n")


def change_attachment(workshop: Workshop, n: int) -> None:
    workshop.write("content/public/files/forms/application.txt", f"第{n}版申请表\n")


def add_unused_attachment(workshop: Workshop, n: int) -> None:
    workshop.write(f"content/public/files/forms/unused-{n}.txt", "没人提到它\n")


def edit_plan(workshop: Workshop, n: int) -> None:
    set_line(workshop, PLAN, "title", f"第{n}份方案")


def move_deadline(workshop: Workshop, n: int) -> None:
    text = workshop.read(CAMPAIGN)
    workshop.write(CAMPAIGN, re.sub(r"due: 2026-01-\d\d", f"due: 2026-01-{10 + n % 20}", text))


def edit_name_of_a_member(workshop: Workshop, n: int) -> None:
    set_line(workshop, STAFF, "display_name", f"示例丙{n}")


def leave_or_return(workshop: Workshop, _n: int) -> None:
    text = workshop.read(STAFF)
    left = "until: 2026-01-31\n"
    workshop.write(STAFF, text.replace(left, "") if left in text else text + left)


def toggle_code(workshop: Workshop, n: int) -> None:
    if workshop.path(CODE).exists():
        workshop.path(CODE).unlink()
    else:
        code = (GOLDEN / CODE.removeprefix("content/")).read_text(encoding="utf-8")
        workshop.write(CODE, code.replace("2026-02-09, action: 提交", f"2026-02-{10 + n % 3}, action: 提交"))


def toggle_annex(workshop: Workshop, n: int) -> None:
    if workshop.path(ANNEX).exists():
        workshop.path(ANNEX).unlink()
    else:
        workshop.write(ANNEX, f"refund_notes:\n  - 退费说明{n}\n")


def break_something(workshop: Workshop, n: int) -> None:
    set_line(workshop, FEE, "charged", f"15.0{n % 10}")


def fix_it(workshop: Workshop, _n: int) -> None:
    set_line(workshop, FEE, "charged", "14.00")


def break_the_intranet(workshop: Workshop, n: int) -> None:
    workshop.write("content/intranet/plans/2026/none.yaml", f"title: 没有这个处室{n}\n")


def fix_the_intranet(workshop: Workshop, _n: int) -> None:
    workshop.path("content/intranet/plans/2026/none.yaml").unlink(missing_ok=True)


def touch_without_change(workshop: Workshop, _n: int) -> None:
    for path in workshop.path("content").rglob("*.yaml"):
        path.touch()


def edit_keeping_size_and_time(workshop: Workshop, n: int) -> None:
    path = workshop.path(BUREAU)
    before = path.stat()
    set_line(workshop, BUREAU, "short_name", f"市文广新局{n % 10}")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def tamper_with_output(workshop: Workshop, n: int) -> None:
    pages = sorted((workshop.out / "public").rglob("*.html")) if (workshop.out / "public").exists() else []
    if pages:
        pages[n % len(pages)].write_text("挂马", encoding="utf-8")


def lose_output(workshop: Workshop, n: int) -> None:
    pages = sorted((workshop.out / "intranet").rglob("*.html")) if (workshop.out / "intranet").exists() else []
    if pages:
        pages[n % len(pages)].unlink()


def strange_output(workshop: Workshop, n: int) -> None:
    if (workshop.out / "public").exists():
        (workshop.out / "public" / f"alien-{n}.html").write_text("不是我们的", encoding="utf-8")


def lose_cache(workshop: Workshop, _n: int) -> None:
    shutil.rmtree(workshop.path(".mingbai"), ignore_errors=True)


def ruin_cache(workshop: Workshop, _n: int) -> None:
    if workshop.path(".mingbai/cache.sqlite").exists():
        for path in workshop.path(".mingbai").glob("cache.sqlite-*"):
            path.unlink()
        workshop.path(".mingbai/cache.sqlite").write_bytes(b"SQLite format 3\0" + b"ruined" * 100)


def roll_back(workshop: Workshop, n: int) -> None:
    try:
        with lock(workshop.out):
            publish_rollback.rollback(workshop.out, ("public", "intranet")[n % 2])
    except WorldFault:
        pass  # there is nothing to go back to yet, or it was tampered with


EDITS: tuple[Edit, ...] = (
    edit_fact,
    edit_prose,
    toggle_a_heading_out_of_order,
    edit_title,
    edit_frame,
    edit_name_of_a_division,
    add_article,
    remove_extra_articles,
    rename_fee,
    delete_fee,
    revert_all,
    move_issue_across,
    change_template,
    drop_template,
    change_style,
    change_attachment,
    add_unused_attachment,
    edit_plan,
    move_deadline,
    edit_name_of_a_member,
    leave_or_return,
    toggle_code,
    toggle_annex,
    break_something,
    fix_it,
    break_the_intranet,
    fix_the_intranet,
    touch_without_change,
    edit_keeping_size_and_time,
    tamper_with_output,
    lose_output,
    strange_output,
    lose_cache,
    ruin_cache,
    roll_back,
)
