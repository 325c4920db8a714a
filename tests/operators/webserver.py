"""A real nginx with the files of docs/operators/nginx, on free ports of 127.0.0.1, for one built project.

Of those files only what every bureau changes is changed: where the site lies, the addresses, the certificate.
"""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from tests import ROOT

FILES = ROOT / "docs" / "operators" / "nginx"
PUBLIC, INTRANET, STRANGER = "mingbai.example", "nei.mingbai.example", "other.example"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")
PATIENCE = 60.0
FRAME = """
{user}
daemon off;
worker_processes 1;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ worker_connections 64; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/conf.d/*.conf;
    include {home}/sites-enabled/*.conf;
}}
"""


class Reply(Struct, frozen=True):
    """What a browser got: status, headers, the bytes as they came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Web(Struct, frozen=True):
    """The running server: the ports of 80, 443 and of the intranet; its folder."""

    plain: int
    secure: int
    inner: int
    home: Path

    def get(
        self, path: str, host: str = PUBLIC, *, method: str = "GET", secure: bool | None = None, **headers: str
    ) -> Reply:
        """Ask for a page as a browser does; the public site by https unless told otherwise."""
        asked = {"Host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
        connection = self._connection(host, (host == PUBLIC) if secure is None else secure)
        try:
            connection.request(method, path, headers=asked)
            reply = connection.getresponse()
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def _connection(self, host: str, secure: bool) -> http.client.HTTPConnection:
        if secure:
            trusting = ssl.create_default_context(cafile=str(self.home / "public.pem"))
            trusting.check_hostname = False  # the certificate is for the bureau, the connection to 127.0.0.1
            return http.client.HTTPSConnection("127.0.0.1", self.secure, timeout=PATIENCE, context=trusting)
        port = self.inner if host == INTRANET else self.plain
        return http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)


def free_ports(number: int) -> list[int]:
    """Ports that nobody uses."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    found = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return found


def settle(home: Path, site: Path, ports: list[int], network: str = "127.0.0.0/8") -> None:
    """Put our files where a bureau puts them, below `home`, with this machine's addresses."""
    plain, secure, inner = ports
    changes = {
        "    listen [::]:80 default_server;\n": "",
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80 default_server;": f"listen 127.0.0.1:{plain} default_server;",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{secure} ssl;",
        "listen 10.0.0.8:80;": f"listen 127.0.0.1:{inner};",
        "allow 10.0.0.0/8;": f"allow {network};",
        "/etc/ssl/mingbai": str(home),
        "/srv/mingbai/site": str(site),
    }
    places = {"mingbai-http.conf": "conf.d", "mingbai-site.conf": "snippets"}
    seen: set[str] = set()
    for file in FILES.glob("*.conf"):
        text = file.read_text("utf-8")
        for old, new in changes.items():
            if old in text:
                seen.add(old)
                text = text.replace(old, new)
        folder = home / places.get(file.name, "sites-enabled")
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_text(text, "utf-8")
    assert seen == set(changes), f"no file of ours says {set(changes) - seen}"
    user = "user root;" if os.geteuid() == 0 else ""
    (home / "nginx.conf").write_text(FRAME.format(user=user, home=home, types=_types()), "utf-8")


def _types() -> Path:
    """The list of types that the installed nginx came with."""
    assert NGINX
    said = subprocess.run([NGINX, "-V"], capture_output=True, encoding="utf-8", check=True).stderr
    return Path(said.partition("--conf-path=")[2].split()[0]).with_name("mime.types")


def certificate(home: Path) -> None:
    """A certificate of our own, for the time of a test."""
    asked = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={PUBLIC}"]
    keys = ["-keyout", str(home / "public.key"), "-out", str(home / "public.pem")]
    subprocess.run([*asked, *keys], check=True, capture_output=True)


@contextmanager
def running(home: Path, site: Path, network: str = "127.0.0.0/8") -> Iterator[Web]:
    """The server as long as it is needed; it is ended by its own process, and nobody else's is touched."""
    assert NGINX
    ports = free_ports(3)
    certificate(home)
    settle(home, site, ports, network)
    command = [NGINX, "-p", str(home), "-e", str(home / "error.log"), "-c", str(home / "nginx.conf")]
    tried = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8", check=False)
    assert tried.returncode == 0 and "[warn]" not in tried.stderr, tried.stderr
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _answers(server, ports[0])
        yield Web(ports[0], ports[1], ports[2], home)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _answers(server: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, "nginx has ended"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise AssertionError("nginx does not answer")
