"""Take the pictures in the READMEs: `python -m tests.docs.pictures`. Needs Chromium and ImageMagick's `convert`.

They show a copy of the sample bureau in the preview, so they are what a reader gets after `make serve`.
"""

import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests import ROOT
from tests.docs.papers import Copy, fences, read
from tests.serve.studio import running

IMAGES = ROOT / "docs" / "images"
LARGEST = 150_000
"""Bytes a picture may weigh."""
CHROMIUM = "/usr/bin/chromium"
DESKTOP = {"width": 1200, "height": 900}
PHONE = {"width": 390, "height": 844}


def shot(browser: Browser, url: str, size: dict[str, int], path: Path, height: int = 0, *, preview: bool = False) -> None:
    """One picture of a page; `height` when it should show more or less than a screen."""
    page: Page = browser.new_page(
        viewport={"width": size["width"], "height": height or size["height"]},
        device_scale_factor=2 if size is PHONE else 1,
        reduced_motion="reduce",
    )
    page.goto(url)
    if preview:
        page.locator("mingbai-live dialog").wait_for(state="visible")
    page.wait_for_timeout(300)
    page.screenshot(path=path)
    page.close()


def light(*command: str, to: str) -> None:
    """Run `convert` and keep the picture small: few colours are enough for flat ones."""
    target = IMAGES / to
    for colours in ("96", "48", "32", "16"):
        subprocess.run(["convert", *command, "-strip", "+dither", "-colors", colours, f"PNG8:{target}"], check=True)
        if target.stat().st_size <= LARGEST:
            return
    raise ValueError(f"{to} weighs {target.stat().st_size} bytes")


def main() -> None:
    """All pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy, raw = Copy(Path(folder) / "project"), Path(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with running(copy.root) as run:
            public, inner = (f"http://127.0.0.1:{port}" for port in run.ports)
            item = f"{public}/commitments/arts/perf-domestic/"
            shot(browser, f"{public}/", DESKTOP, raw / "home.png", 1150)
            shot(browser, item, DESKTOP, raw / "item.png", 1150)
            shot(browser, f"{public}/", PHONE, raw / "home-phone.png")
            shot(browser, item, PHONE, raw / "item-phone.png")
            shot(browser, f"{inner}/", DESKTOP, raw / "inner.png", 1150)
            for fence in fences(read("README.md")):
                if fence.path.startswith("content/"):
                    copy.follow(fence)
            shot(browser, f"{public}/bulletins/", DESKTOP, raw / "mistakes.png", 700, preview=True)
        browser.close()
        edge = ["-bordercolor", "#c8d4d8", "-border", "1"]
        light(str(raw / "home.png"), *edge, to="public-home.png")
        light(str(raw / "item.png"), *edge, to="commitment.png")
        light(str(raw / "inner.png"), *edge, to="intranet-home.png")
        light(str(raw / "mistakes.png"), *edge, to="preview-mistakes.png")
        for name in ("home", "item"):
            light(str(raw / f"{name}-phone.png"), *edge, to=f"phone-{'home' if name == 'home' else 'commitment'}.png")


if __name__ == "__main__":
    main()
