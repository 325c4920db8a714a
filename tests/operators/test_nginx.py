"""Our configuration in a real nginx, before the golden bureau's two sites: what browsers get, and what nobody gets."""

import gzip
import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operators.webserver import FILES, INTRANET, NGINX, PATIENCE, PUBLIC, STRANGER, Web, running
from tests.workshop import Workshop, files

pytestmark = pytest.mark.skipif(NGINX is None, reason="needs an nginx: apt-get install nginx-light")
BOTH = (PUBLIC, INTRANET)


@pytest.fixture(scope="module")
def site(first: Path) -> Path:
    """Where the two sites lie."""
    return first / "site"


@pytest.fixture(scope="module")
def web(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    with running(tmp_path_factory.mktemp("web"), site) as server:
        yield server


def folder(host: str) -> str:
    return "public" if host == PUBLIC else "intranet"


def address(path: str) -> str:
    """Where the file of a site is asked for."""
    return "/" + path.removesuffix("index.html")


def moved(site: Path, host: str) -> dict[str, str]:
    """The old addresses of a site and where they lead now."""
    text = (site / folder(host) / "redirects" / "nginx.map").read_text("utf-8")
    return dict(re.findall(r'^"(.+)" "(.+)";$', text, re.M))


@pytest.mark.parametrize("host", BOTH)
def test_every_file_is_served_as_it_was_built_and_says_what_it_is(web: Web, site: Path, host: str) -> None:
    for path, data in files(site / folder(host)).items():
        if path == "404.html" or address(path) in moved(site, host):
            continue
        reply = web.get(address(path), host)

        assert (reply.status, reply.body) == (200, data), path
        kind = reply.headers["content-type"]
        assert kind != "application/octet-stream", path
        assert path.endswith((".pdf", ".xlsx", ".svg", ".png", ".jpg")) or kind.endswith("charset=utf-8"), (path, kind)


@pytest.mark.parametrize(
    ("end", "kind"),
    [("feed.xml", "application/atom+xml"), (".jsonld", "application/ld+json"), ("sitemap.xml", "text/xml")],
)
def test_feeds_and_linked_data_are_called_what_they_are(web: Web, site: Path, end: str, kind: str) -> None:
    paths = [path for path in files(site / "public") if path.endswith(end)]

    assert paths
    for path in paths:
        reply = web.get(address(path))
        assert reply.headers["content-type"] == f"{kind}; charset=utf-8", path
        assert PROTECTING.items() <= reply.headers.items()


def test_the_public_host_knows_nothing_of_the_intranet(web: Web, site: Path) -> None:
    public, intranet = files(site / "public"), files(site / "intranet")
    inner = intranet.keys() - public.keys()

    assert inner
    assert {web.get(address(path)).status for path in inner} == {404}
    assert web.get("/").body == public["index.html"] != intranet["index.html"]


def test_who_asks_by_another_name_gets_no_answer(web: Web) -> None:
    for host in (STRANGER, INTRANET, "127.0.0.1"):
        connection = http.client.HTTPConnection("127.0.0.1", web.plain, timeout=PATIENCE)
        connection.putrequest("GET", "/", skip_host=True)
        connection.putheader("Host", host)
        connection.endheaders()

        with pytest.raises(http.client.RemoteDisconnected):
            connection.getresponse()
        connection.close()


def test_the_public_site_is_had_by_https_alone(web: Web) -> None:
    reply = web.get("/fees/?page=2", secure=False)

    assert (reply.status, reply.headers["location"]) == (301, f"https://{PUBLIC}/fees/?page=2")
    assert web.get("/").headers["strict-transport-security"] == "max-age=31536000"
    assert "strict-transport-security" not in web.get("/", INTRANET).headers


PROTECTING = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize("host", BOTH)
@pytest.mark.parametrize("path", ["/", "/fees/", "/nowhere/", "/data/fees.csv", "/assets/", "/.git/config"])
def test_every_answer_has_every_protecting_header_once(web: Web, host: str, path: str) -> None:
    headers = web.get(path, host).headers

    assert PROTECTING.items() <= headers.items()
    assert "server" not in headers or not re.search(r"\d", headers["server"])
    assert headers["referrer-policy"] == ("strict-origin-when-cross-origin" if host == PUBLIC else "same-origin")
    assert ("x-robots-tag" in headers) is (host == INTRANET)


def test_the_policy_for_scripts_is_that_of_the_pages_and_no_frame(web: Web) -> None:
    reply = web.get("/")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', reply.body.decode())

    assert policy
    sent = set(reply.headers["content-security-policy"].split("; "))
    assert sent == {*policy[1].split("; "), "frame-ancestors 'none'"}


def test_what_has_a_fingerprint_is_kept_for_a_year_and_all_else_is_asked_for_again(web: Web, site: Path) -> None:
    for path in files(site / "public"):
        kept = web.get(address(path)).headers["cache-control"]

        assert ("immutable" in kept) is path.startswith("assets/"), path
        assert kept in ("no-cache", "public, max-age=31536000, immutable"), path
    assert web.get("/assets/site.000000000000.css").headers["cache-control"] == "no-cache"


def test_what_has_not_changed_is_not_sent_again(web: Web) -> None:
    first = web.get("/fees/")
    again = web.get("/fees/", If_None_Match=first.headers["etag"])

    assert (again.status, again.body) == (304, b"")


def test_what_went_back_is_sent_although_it_is_older(web: Web) -> None:
    """After a rollback a page is older than what browsers keep."""
    assert web.get("/fees/", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


@pytest.mark.parametrize("path", ["/", "/data/commitments.json", "/sitemap.xml"])
def test_text_travels_packed(web: Web, path: str) -> None:
    plain, packed = web.get(path), web.get(path, Accept_Encoding="gzip")

    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2


@pytest.mark.parametrize("host", BOTH)
@pytest.mark.parametrize(
    "path",
    ["/nowhere/", "/fees/nowhere", "/404.html", "/assets/", "/.trees/", "/.git/config", "/fees/.htaccess", "/../"],
)
def test_what_is_not_there_gets_our_page(web: Web, site: Path, host: str, path: str) -> None:
    """So does a folder without a page of its own, which is not listed, and whatever begins with a dot."""
    reply = web.get(path, host)
    if path == "/../":
        assert reply.status == 400
        return

    assert reply.status == 404
    assert reply.body == (site / folder(host) / "404.html").read_bytes()


def test_an_address_without_its_last_stroke_leads_to_the_page(web: Web) -> None:
    reply = web.get("/fees")

    assert (reply.status, reply.headers["location"]) == (301, "/fees/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_but_reading_is_possible(web: Web, method: str) -> None:
    assert web.get("/fees/index.html", method=method).status == 405


def test_open_data_may_be_read_by_the_pages_of_others_and_nothing_else(web: Web) -> None:
    assert web.get("/data/fees.json").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in web.get("/fees/").headers
    assert "access-control-allow-origin" not in web.get("/data/fees.json", INTRANET).headers


def test_nobody_outside_the_network_reads_the_intranet(site: Path, tmp_path: Path) -> None:
    with running(tmp_path, site, "192.0.2.0/24") as web:
        reply = web.get("/", INTRANET)

    assert reply.status in (403, 404)
    assert len(reply.body) < 300


def test_what_stands_in_the_tree_as_a_link_is_not_followed(built: Workshop, tmp_path: Path) -> None:
    home = tmp_path / "web"
    home.mkdir()
    (built.out / "public" / "passwd.txt").symlink_to("/etc/passwd")

    with running(home, built.out) as web:
        assert web.get("/passwd.txt").status == 404
        assert web.get("/.well-known/security.txt").body.startswith(b"Contact: ")


def test_a_release_shows_at_once_and_so_does_the_way_back(built: Workshop, tmp_path: Path) -> None:
    """Nothing has to be reloaded."""
    home = tmp_path / "web"
    home.mkdir()
    fee = "/fees/catv/"
    with running(home, built.out) as web:
        old = web.get(fee)
        built.edit("content/public/fees/catv.yaml", "payer: 安装", "payer: 装")
        built.build()
        new = web.get(fee, If_None_Match=old.headers["etag"])
        from mingbai.publish.rollback import rollback

        rollback(built.out, "public")
        back = web.get(fee, If_None_Match=new.headers["etag"])

    assert (new.status, back.status) == (200, 200)
    assert new.body != old.body == back.body


@pytest.mark.parametrize("host", BOTH)
def test_an_address_that_moved_leads_on_for_good(web: Web, site: Path, host: str) -> None:
    """By the map that stands in each site's tree; the intranet's is the longer one."""
    for old, new in moved(site, host).items():
        reply = web.get(old, host)

        assert (reply.status, reply.headers["location"]) == (301, new)
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert web.get(new, host).status == 200
    inner = moved(site, INTRANET).keys() - moved(site, PUBLIC).keys()
    assert inner and {web.get(old).status for old in inner} == {404}


def test_the_longest_old_address_does_not_keep_the_server_from_starting(built: Workshop, tmp_path: Path) -> None:
    """Records may name addresses of 200 letters; as it is, nginx starts with no more than about fifty."""
    home = tmp_path / "web"
    home.mkdir()
    long = f"/{'x' * 194}.html"
    assert len(long) == 200
    for site in ("public", "intranet"):
        with (built.out / site / "redirects" / "nginx.map").open("a", encoding="utf-8") as written:
            written.write(f'"{long}" "/fees/";\n')

    with running(home, built.out) as web:
        assert web.get(long).headers["location"] == "/fees/"


def test_what_programs_of_a_former_site_answered_leads_on_too(built: Workshop, tmp_path: Path) -> None:
    """The whole address first, with what was asked; else what stands before the `?`, whatever is asked of it now."""
    home = tmp_path / "web"
    home.mkdir()
    with (built.out / "public" / "redirects" / "nginx.map").open("a", encoding="utf-8") as written:
        written.write('"/show.jsp?id=17" "/fees/";\n"/show.jsp" "/laws/";\n"/a/b.shtml" "/divisions/";\n')

    with running(home, built.out) as web:
        asked = ["/show.jsp?id=17", "/show.jsp?id=18", "/show.jsp", "/a/b.shtml?from=mail", "/fees/cable-tv/?from=mail"]
        led = [web.get(path).headers["location"] for path in asked]
        assert led == ["/fees/", "/laws/", "/laws/", "/divisions/", "/fees/catv/"]
        assert web.get("/other.jsp?id=17").status == 404


def test_without_a_map_of_old_addresses_the_server_starts_all_the_same(built: Workshop, tmp_path: Path) -> None:
    home = tmp_path / "web"
    home.mkdir()
    (built.out / "public" / "redirects" / "nginx.map").unlink()

    with running(home, built.out) as web:
        assert web.get("/fees/cable-tv/").status == 200


def test_the_hosts_are_those_of_the_sample() -> None:
    bureau = (FILES.parents[2] / "content" / "public" / "bureau.yaml").read_text("utf-8")

    for kind, host in (("public", PUBLIC), ("intranet", INTRANET)):
        assert f"{kind}_host: {host}\n" in bureau
        assert f"server_name {host};" in (FILES / f"mingbai-{kind}.conf").read_text("utf-8")
