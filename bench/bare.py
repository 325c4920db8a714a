"""A bare loop of our libraries over the same bulletins: how fast the machine is at this hour.

    .venv/bin/python bench/bare.py [FOLDER] [--count 10000]

PyYAML reads each file, Python-Markdown turns each text to HTML, Jinja prints a page for either site, and both are
written. Nothing is checked, listed, found or remembered, and one process does it. Figures of `bench/run.py` that were
taken at different hours can be compared by what they are of this.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

import markdown
import yaml
from corpus import make
from jinja2 import Environment

ROOT = Path(__file__).parents[1]
PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ issue.title }}</title></head>
<body class="{{ site }}"><h1>{{ issue.title }}〔{{ issue.issue_no }}〕</h1>
{% for name in issue["items"] %}<h2 id="{{ name }}">{{ head.title }}</h2>{{ text | safe }}{% endfor %}
<p>{% for each in issue.issue_to %}{{ each }} {% endfor %}</p></body></html>
"""
EXTENSIONS = ["tables", "footnotes", "toc", "attr_list", "def_list", "admonition", "sane_lists"]


def bare(folder: Path) -> float:
    """Seconds for all bulletins, both sites."""
    began = time.perf_counter()
    page = Environment(autoescape=True).from_string(PAGE)
    convert = markdown.Markdown(extensions=EXTENSIONS)
    for path in sorted(folder.glob("content/public/bulletins/*/*/issue.yaml")):
        issue = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        _, front, text = path.with_name("one.md").read_text(encoding="utf-8").split("---\n", 2)
        head = yaml.load(front, yaml.CSafeLoader)
        html = convert.reset().convert(text)
        for site in ("public", "intranet"):
            home = folder / "bare" / site / path.parent.name / path.parent.parent.name
            home.mkdir(parents=True, exist_ok=True)
            said = page.render(issue=issue, head=head, text=html, site=site)
            (home / "index.html").write_text(said, encoding="utf-8")
    return time.perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=None)
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp()) / "bare"
    make(ROOT, folder, arguments.count)
    print(f"{bare(folder):.1f} s")
    shutil.rmtree(folder)
