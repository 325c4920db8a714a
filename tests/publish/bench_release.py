"""How long a release takes: 10,000 pages at first, then one of them changed. Run it as a program; it is not a test."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mingbai.build.artifact import Made
from mingbai.publish import trees
from mingbai.publish.rollback import rollback
from mingbai.publish.stamp import stamp
from mingbai.publish.writer import release

PAGES = 10_000


def page(number: int, version: int = 0) -> Made:
    """One page of some kilobytes in a folder of its own."""
    return Made(f"kind-{number % 20:02}/page-{number:05}/index.html", f"<p>{number}/{version}</p>\n".encode() * 200)


def timed(what: str, deed: Callable[[], object]) -> None:
    """Say how long `deed` took."""
    begin = time.perf_counter()
    result = deed()
    sys.stdout.write(f"{(time.perf_counter() - begin) * 1000:8.0f} ms  {what}  {str(result)[:100]}\n")


def build(out: Path, changed: dict[int, int]) -> object:
    """A build that knows what changed: everything else is kept as it stands."""
    kept = trees.survey(out, "public").sound
    made = [page(number, version) for number, version in changed.items()]
    kept = {path: sha for path, sha in kept.items() if path not in {each.path for each in made}}
    begin = time.perf_counter()
    done = release(trees.survey(out, "public"), made, kept, scan=lambda _, __: ())
    return f"of which release {(time.perf_counter() - begin) * 1000:.0f} ms {done}"


def main() -> None:
    """Print the table."""
    pages = sorted((page(number) for number in range(PAGES)), key=lambda made: made.path)
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        out = Path(folder)
        timed("first release", lambda: release(trees.survey(out, "public"), pages, {}, scan=lambda _, __: ()))
        timed("second (copies all)", lambda: build(out, {7: 1}))
        for version in range(2, 6):
            timed("sound", lambda: len(trees.survey(out, "public").sound))
            timed("stamp", lambda: stamp(out, "public"))
            timed("one change", lambda version=version: build(out, {7: version}))  # type: ignore[misc]
        timed("nothing new", lambda: build(out, {7: version}))
        timed(
            "all made again",
            lambda: release(
                trees.survey(out, "public"),
                [page(n, 5 if n == 7 else 0) for n in range(PAGES)],
                {},
                scan=lambda _, __: (),
            ),
        )
        timed("rollback", lambda: rollback(out, "public"))
        for record in out.glob(".trees/*.state"):
            record.unlink()
        timed("sound without a record", lambda: len(trees.survey(out, "public").sound))
        timed("stamp without a record", lambda: stamp(out, "public"))


if __name__ == "__main__":
    main()
