"""Take the pictures in the READMEs: `python -m tests.docs.pictures`. Needs Chromium and ImageMagick's `convert`.

They show a copy of the sample bureau in the preview, so they are what a reader gets after `make serve`.
"""

import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests import ROOT
from tests.docs.papers import Copy, fences, read
from tests.serve.studio import running

IMAGES = ROOT / "docs" / "images"
LARGEST = 150_000
"""Bytes a picture may weigh."""
CHROMIUM = "/usr/bin/chromium"
DESKTOP: ViewportSize = {"width": 1200, "height": 1150}
LOW: ViewportSize = {"width": 1200, "height": 700}
PHONE: ViewportSize = {"width": 390, "height": 844}


def shot(browser: Browser, url: str, size: ViewportSize, path: Path, *, preview: bool = False) -> None:
    """One picture of a page; `preview` waits for the list of mistakes."""
    page = browser.new_page(
        viewport=size,
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
            shot(browser, f"{public}/", DESKTOP, raw / "public-home.png")
            shot(browser, item, DESKTOP, raw / "commitment.png")
            shot(browser, f"{public}/", PHONE, raw / "phone-home.png")
            shot(browser, item, PHONE, raw / "phone-commitment.png")
            shot(browser, f"{inner}/", DESKTOP, raw / "intranet-home.png")
            for fence in fences(read("README.md")):
                if fence.path.startswith("content/"):
                    copy.follow(fence)
            shot(browser, f"{public}/bulletins/", LOW, raw / "preview-mistakes.png", preview=True)
        browser.close()
        edge = ["-bordercolor", "#c8d4d8", "-border", "1"]
        for picture in sorted(raw.glob("*.png")):
            light(str(picture), *edge, to=picture.name)


if __name__ == "__main__":
    main()
