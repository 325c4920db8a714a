"""Every page of both sample sites before the judges: `make judges`, or `make judges ONLY="nu links"`.

It builds the sample anew, prints what each judge dislikes, then a table, and ends with 1 if there was anything.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msgspec import Struct
from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.browser.barriers import CARE, DARK, PLAIN, found_on, visitor_of
from tests.chromium import chromium
from tests.judges.markup import addresses, html_validate, links, nu
from tests.judges.sample import built
from tests.serving import serving

Sites = Mapping[Path, str]
"""The folder of each site, and where it is served."""
SHOWN = 20
"""So many complaints of a judge are printed; the table counts all."""
AT_ONCE = 12
"""Pages that one browser looks at before another begins: a browser that has seen a thousand pages grows slow."""


class Judge(Struct, frozen=True):
    """Somebody who looks at every page; `asked` says for what."""

    name: str
    asked: str
    ask: Callable[[Sites], list[str]]


def axe(sites: Sites) -> list[str]:
    """axe-core about every page in three looks and two widths, in as many browsers as there are cores."""
    asked = addresses(sites)
    shares = [asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE)]
    with ProcessPoolExecutor() as pool:
        looked = track(pool.map(barriers_of, shares), "axe-core", len(shares), console=Console(stderr=True))
        return [barrier for found in looked for barrier in found]


def barriers_of(asked: Sequence[str]) -> list[str]:
    """What axe-core finds on some pages; 关怀版 hides things and is asked by all rules, dark is only other colours."""
    looks = {360: [PLAIN, DARK, CARE], 1280: [PLAIN, DARK, CARE]}
    with chromium() as browser:
        page = visitor_of(browser)
        return [
            f"{address}: {barrier}"
            for address in asked
            for barrier in found_on(page, address, looks, whole=(PLAIN, CARE))
        ]


JUDGES = (
    Judge("nu", "Nu HTML checker: errors and warnings", nu),
    Judge("html-validate", "html-validate: its recommended rules", lambda sites: html_validate(*sites)),
    Judge(
        "links",
        "lychee: links and the places they lead to",
        lambda sites: [dead for each in sites for dead in links(each)],
    ),
    Judge("axe", "axe-core: WCAG 2.2 AA; light, dark, 关怀版; 360 and 1280 px", axe),
)


def main(only: Sequence[str]) -> int:
    """Ask those who are named, or all."""
    console = Console()
    public, intranet = built()
    table = Table("judge", "asked", "pages", "found", "seconds")
    found_any = False
    with serving(public) as outside, serving(intranet) as inside:
        sites = {public: outside, intranet: inside}
        count = len(addresses(sites))
        for judge in JUDGES:
            if only and judge.name not in only:
                continue
            console.print(f"{judge.name} looks at {count} pages …")
            began = time.monotonic()
            found = judge.ask(sites)
            found_any |= bool(found)
            for complaint in found[:SHOWN]:
                console.print(complaint, markup=False, highlight=False)
            table.add_row(judge.name, judge.asked, str(count), str(len(found)), f"{time.monotonic() - began:.0f}")
    console.print(table)
    return int(found_any)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
