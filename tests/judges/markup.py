"""What the Nu HTML checker, html-validate and lychee have to say: a line for each thing they do not like."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.judges.tools import HOME, HTML_VALIDATE, JAVA, LYCHEE, NODE, NU, said

HTML_VALIDATE_RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        # Written small by every page of ours, and by the standard itself.
        "doctype-style": ["error", {"style": "lowercase"}],
        # Years are anchors («#2026»); the standard forbids nothing but spaces in an id.
        "valid-id": ["error", {"relaxed": True}],
        # Our scripts and styles come from our own server, as the page does, and have their digest in their names.
        "require-sri": ["error", {"target": "crossorigin"}],
        # site.css keeps each number on one line; a number with another hyphen could not be copied or searched for.
        "tel-non-breaking": "off",
        # Blanks at the end of a line, where a template had nothing to print: no reader or program sees them.
        "no-trailing-whitespace": "off",
    },
}

DATA = '<script type="application/ld+json">'
BLOCKED = "Inline script violates Content Security Policy"
"""Data in a script element is never run, so that no policy looks at it (HTML standard: «data block»; browsers agree,
as browser tests hear from their console). The Nu HTML checker warns of it all the same; of a script it must warn.
"""


def pages(folder: Path) -> list[Path]:
    """Every page of a site."""
    return sorted(folder.rglob("*.html"))


def addresses(sites: Mapping[Path, str]) -> list[str]:
    """Where every page of some sites is served."""
    return [
        f"{address}/{page.relative_to(folder).as_posix().removesuffix('index.html')}"
        for folder, address in sites.items()
        for page in pages(folder)
    ]


def nu(sites: Mapping[Path, str]) -> list[str]:
    """The Nu HTML checker about every page of some sites, asked for from their server; warnings count.

    One Java for all of them. It must be told that the machine it runs on may be asked. Pages are not given as files:
    a file comes from nowhere, so that the page's own policy would seem to forbid its scripts.
    """
    allowed = ("-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Dstdout.encoding=UTF-8")
    answer = json.loads(said(JAVA, *allowed, "-jar", NU, "--format", "json", "--stdout", *addresses(sites)))
    return [
        f"{each.get('url')}:{each.get('lastLine', 1)}: {each.get('subType') or each['type']}: {each['message']}"
        for each in answer["messages"]
        if not (each["message"].startswith(BLOCKED) and DATA in each["extract"])
    ]


def html_validate(*folders: Path) -> list[str]:
    """html-validate about every page of some sites; warnings count."""
    HOME.mkdir(exist_ok=True)
    rules = HOME / "html-validate.json"
    rules.write_text(json.dumps(HTML_VALIDATE_RULES), encoding="utf-8")
    asked = [page for folder in folders for page in pages(folder)]
    answer = json.loads(said(NODE, HTML_VALIDATE, "--config", rules, "--formatter", "json", *asked))
    return [
        f"{page['filePath']}:{each['line']}: {each['ruleId']}: {each['message']}"
        for page in answer
        for each in page["messages"]
    ]


def links(folder: Path) -> list[str]:
    """lychee about every link of a site, with the place on the page it leads to; what leaves the site is not followed.

    Links with the site's whole address, canonical ones and those of feeds, are followed too.
    """
    host = re.search('<link rel="canonical" href="(https://[^/"]+)/', (folder / "index.html").read_text("utf-8"))
    assert host, "the front page does not say its address"
    ours = f"{re.escape(host[1])}(/.*) {folder.as_uri()}$1"
    answer = said(
        *(LYCHEE, "--offline", "--include-fragments", "--no-progress", "--format", "json", "--remap", ours),
        *("--root-dir", folder, "--index-files", "index.html", "--extensions", "html,xml,txt", folder),
    )
    return list(_dead(json.loads(answer)))


def _dead(answer: dict[str, dict[str, list[dict[str, dict[str, str]]]]]) -> Iterator[str]:
    """Of lychee's answer, what it could not find."""
    for page, found in answer["error_map"].items():
        for each in found:
            yield f"{page}:{each['span']['line']}: {each['status']['text']}: {each['url']}"
