"""Take the pictures in the READMEs: `python -m tests.docs.pictures`. Needs Chromium.

They show a copy of the sample bureau in the preview, so they are what a reader gets after `make serve`.
"""

import tempfile
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, ViewportSize

from tests import ROOT
from tests.chromium import chromium
from tests.docs.papers import Copy, fences, read
from tests.serve.studio import running

IMAGES = ROOT / "docs" / "images"
LARGEST = 150_000
"""Bytes a picture may weigh."""
EDGE = "#c8d4d8"
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


def light(source: Path, target: Path) -> None:
    """Put an edge around a picture and keep it small: few colours are enough for flat ones."""
    with Image.open(source) as shown:
        picture = ImageOps.expand(shown.convert("RGB"), border=1, fill=EDGE)
    for colours in (256, 128, 64, 32, 16):
        few = picture.quantize(colours, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
        if target.stat().st_size <= LARGEST:
            return
    raise ValueError(f"{target.name} weighs {target.stat().st_size} bytes")


def main() -> None:
    """All pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        copy, raw = Copy(Path(folder) / "project"), Path(folder)
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
        for picture in sorted(raw.glob("*.png")):
            light(picture, IMAGES / picture.name)


if __name__ == "__main__":
    main()
