"""Our map of old addresses in a real Apache: what moved leads on, everything else is served."""

import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT
from tests.operators.webserver import PATIENCE, free_ports
from tests.workshop import Workshop

APACHE = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
MODULES = Path("/usr/lib/apache2/modules")
OURS = ROOT / "docs" / "operators" / "apache" / "mingbai-moved.conf"
FRAME = """
ServerName mingbai.example
ServerRoot {home}
PidFile {home}/apache.pid
ErrorLog {home}/error.log
DefaultRuntimeDir {home}
Listen 127.0.0.1:{port}
{modules}
User nobody
Group nogroup
DocumentRoot {site}/public
DirectoryIndex index.html
<Directory />
    Require all granted
</Directory>
{ours}
"""
pytestmark = pytest.mark.skipif(APACHE is None, reason="needs an Apache: apt-get install apache2-bin")


class Still(urllib.request.HTTPRedirectHandler):
    """Goes nowhere it is led to."""

    def redirect_request(self, *_: object) -> None:
        """Nothing is asked for instead."""


def asked(port: int, path: str) -> tuple[int, str]:
    """The status, and where one is led to."""
    try:
        with urllib.request.build_opener(Still()).open(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as reply:
            return reply.status, ""
    except urllib.error.HTTPError as reply:
        return reply.code, (reply.headers["location"] or "").partition(f":{port}")[2]


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that the server's own user may read."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.fixture
def port(built: Workshop, home: Path) -> Iterator[int]:
    assert APACHE
    (port,) = free_ports(1)
    shutil.copytree(built.out / "public", home / "site" / "public")
    with (home / "site" / "public" / "redirects" / "apache.txt").open("a", encoding="utf-8") as written:
        written.write("/show.jsp?id=17 /fees/\n/show.jsp /laws/\n/old.html /bulletins/2026/01/#materials\n")
    names = ("mpm_event", "authz_core", "dir", "rewrite", "mime")
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names)
    ours = OURS.read_text("utf-8").replace("/srv/mingbai/site", str(home / "site"))
    conf = home / "apache.conf"
    (home / "types").write_text("text/html html\n", "utf-8")
    text = FRAME.format(home=home, port=port, modules=modules, site=home / "site", ours=ours)
    conf.write_text(f"{text}TypesConfig {home}/types\n", "utf-8")
    command = [APACHE, "-f", str(conf), "-DFOREGROUND"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while True:
            assert server.poll() is None, "Apache has ended"
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert time.monotonic() < end, "Apache does not answer"
                time.sleep(0.02)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def test_old_addresses_lead_on_for_good_and_others_are_served(port: int) -> None:
    led = {
        "/fees/cable-tv/": "/fees/catv/",
        "/fees/cable-tv/?from=mail": "/fees/catv/",
        "/show.jsp?id=17": "/fees/",
        "/show.jsp?id=18": "/laws/",
        "/show.jsp": "/laws/",
        "/old.html": "/bulletins/2026/01/#materials",
    }

    assert {path: asked(port, path) for path in led} == {path: (301, new) for path, new in led.items()}
    assert [asked(port, path)[0] for path in ("/", "/fees/catv/", "/nowhere/", "/other.jsp?id=17")] == [
        200,
        200,
        404,
        404,
    ]
