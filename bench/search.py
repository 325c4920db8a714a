"""Asks the search of the big bureau a fixed set of questions in Chromium: kB fetched and milliseconds for each.

    .venv/bin/python bench/search.py FOLDER [--site public] [--turns 5]

FOLDER is a project made by `bench/corpus.py` and built. Each turn is a page just opened, with nothing kept from before.
The clock runs inside the page, from the moment the question is put until the results stand there; of the turns the
quickest counts. Bytes are those of files as they lie, the start of the index with them.
"""

import argparse
import functools
import http.server
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

QUESTIONS = {
    "演出": "two characters, in thousands of pages",
    "材料": "two characters, nearly everywhere",
    "收视": "two characters, rare",
    "鼋鼍": "two characters, nowhere",
    "业性演": "from the middle of a word",
    "件清": "across two words",
    "料清单公": "across three words, which chance put together",
    "维护费": "three characters, a few pages",
    "半小时": "three characters, nearly everywhere",
    "图书馆办证": "five characters, seldom or never together",
    "举办内地营业性演出审批": "a title",
    "第5000篇": "the beginning of a title",
    "{title}": "a whole title of a newsletter",
    "jbndy": "initials",
    "示例文广新〔2026〕4号": "the number of a document",
    "演出 审批 材料": "three words",
    "收视维护钱": "nowhere as a whole",
    "上门预约邮寄网上一次": "common pairs, nowhere as a whole",
    "窗口材料清单公示承诺时限": "common pairs, twelve characters of them",
    "材料公示整改": "common pairs, the whole rare",
    "公示 承诺 整改 提前": "four common words",
    "五家七条 十分钟 半小时整改 核对说明登记": "four longer words",
    "材料 清单 公示 承诺 时限 办结 群众 企业 演出 图书馆": "ten words",
    "zfjsjb yyxyc": "initials of two words",
}
ASK = """(question) => new Promise((resolve) => {
    const told = document.getElementById("told");
    const began = performance.now();
    new MutationObserver(() => {
        if (!told.textContent || told.textContent === "正在找…") return;
        const took = performance.now() - began;
        const found = document.querySelectorAll("#found li").length;
        const files = performance.getEntriesByType("resource")
            .filter((each) => !new URL(each.name).pathname.startsWith("/assets/"));
        const sum = (some) => some.reduce((bytes, each) => bytes + each.decodedBodySize, 0);
        const pairs = files.filter((each) => !each.name.includes("/search/pages/") && each.name.endsWith(".json"));
        resolve({took, found, files: files.length, index: sum(pairs), all: sum(files), told: told.textContent});
    }).observe(told, {childList: true, characterData: true, subtree: true});
    document.getElementById("search").elements.q.value = question;
    document.getElementById("search").requestSubmit();
})"""
ROW = "| {question} | {what} | {found} | {files} | {index:.0f} | {all:.0f} | {took:.0f} |"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain server of files that keeps its connections, as every server for visitors does, and does not talk."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def asked(browser: Browser, address: str, question: str) -> dict[str, float]:
    """What one question cost on a page just opened."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/search/", wait_until="networkidle")
    seen: dict[str, float] = page.evaluate(ASK, question)
    context.close()
    return seen


def main(folder: Path, site: str, turns: int) -> None:
    """The whole table."""
    handler = functools.partial(Quiet, directory=str(folder / "site" / site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    bulletin = (folder / "content/public/bulletins/2020/100/one.md").read_text(encoding="utf-8")
    title = bulletin.split("title: ")[1].split("\n")[0]
    print("| question | what it is | shown | files | kB of index | kB in all | ms |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for question, what in QUESTIONS.items():
            asking = question.format(title=title)
            best = min((asked(browser, address, asking) for _ in range(turns)), key=lambda seen: seen["took"])
            sizes = {"index": best["index"] / 1000, "all": best["all"] / 1000}
            print(ROW.format(**{**best, **sizes, "question": asking, "what": what}), flush=True)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--site", default="public")
    parser.add_argument("--turns", type=int, default=5)
    arguments = parser.parse_args()
    main(arguments.folder, arguments.site, arguments.turns)
