"""Attachments: published only where a record of that site refers to them, and without what a camera wrote in."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from mingbai.build.picture import bare
from tests.workshop import Workshop

GUIDE = "content/public/commitments/market/perf-domestic.yaml"
ARTICLE = "content/public/bulletins/2026/02/phone.md"
RED, BLUE = (200, 30, 30), (30, 30, 200)


def photo(kind: str = "JPEG", mode: str = "RGB", turned: int = 1) -> bytes:
    """A picture, red on the left and blue on the right, with a place, a maker and a comment in it."""
    picture = Image.new("RGB", (64, 32), BLUE)
    picture.paste(Image.new("RGB", (32, 32), RED))
    picture = picture.convert(mode)
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    exif[0x0112] = turned
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (31.0, 14.0, 5.0)
    out = BytesIO()
    if kind == "JPEG":
        picture.save(out, kind, exif=exif, comment=b"SECRET comment", quality=95)
    else:
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", "SECRET comment")
        told.add_itxt("XML:com.adobe.xmp", "<SECRET/>")
        picture.save(out, kind, pnginfo=told, exif=exif)
    return out.getvalue()


def refer_to(workshop: Workshop, name: str, data: bytes) -> None:
    """Put an attachment into the project, and a picture of it into an article."""
    path = workshop.path(f"content/public/files/{name}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    workshop.write(ARTICLE, workshop.read(ARTICLE) + f"\n![窗口](<../../../files/{name}>)\n")


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("b.png", "PNG"), ("C.JPG", "JPEG"), ("窗口.png", "PNG")]
)
def test_a_published_picture_says_nothing_of_place_and_camera(workshop: Workshop, name: str, kind: str) -> None:
    data = photo(kind)
    assert b"SECRET" in data and dict(Image.open(BytesIO(data)).getexif().get_ifd(0x8825))
    refer_to(workshop, name, data)

    assert workshop.build().problems == ()
    for site in ("public", "intranet"):
        published = workshop.sites()[site][f"files/{name}"]
        with Image.open(BytesIO(published)) as picture:
            assert (picture.format, picture.size) == (kind, (64, 32))
            assert not picture.getexif()
            assert not {"exif", "comment", "Comment", "XML:com.adobe.xmp", "icc_profile"} & picture.info.keys()
        assert b"SECRET" not in published


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "LA"])
def test_a_picture_of_any_kind_looks_as_it_did(kind: str, mode: str) -> None:
    if (kind == "JPEG" and mode in ("P", "RGBA", "LA", "1")) or (kind == "PNG" and mode == "CMYK"):
        return  # there is no such file
    before = Image.open(BytesIO(photo(kind, mode))).convert("RGB")
    after = Image.open(BytesIO(bare(f"a.{kind.lower()}", photo(kind, mode)))).convert("RGB")

    for spot in ((10, 16), (54, 16)):
        assert before.getpixel(spot) == pytest.approx(after.getpixel(spot), abs=12)


def test_a_picture_is_turned_upright_before_its_metadata_go() -> None:
    """What the camera only wrote down has to be done."""
    with Image.open(BytesIO(bare("a.jpg", photo(turned=6)))) as picture:
        assert picture.size == (32, 64)
        assert picture.getpixel((16, 10)) == pytest.approx(RED, abs=30)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert bare("a.jpg", photo()) == bare("a.jpg", photo())
    assert bare("a.png", photo("PNG")) == bare("a.png", photo("PNG"))


@pytest.mark.parametrize("data", [b"", b"no picture at all", photo()[:400], photo("PNG")[:60]], ids=range(4))
def test_a_file_that_only_claims_to_be_a_picture_is_told(workshop: Workshop, data: bytes) -> None:
    refer_to(workshop, "a.jpg", data)

    problems = [str(problem) for problem in workshop.build().problems]

    assert problems == [
        "content/public/files/a.jpg:1:1: error attachment/wrong-type: 这张图片打不开：坏了，太大，或者不是图片\n"
        "  = 提示: 用看图的程序打开，另存为 jpg 或 png，再放进来"
    ]
    assert not workshop.sites()["public"]


def test_it_is_told_again_as_long_as_it_is_there(workshop: Workshop) -> None:
    """What was found when the file was read is remembered with it."""
    refer_to(workshop, "a.jpg", b"no picture")
    first = workshop.build().problems

    assert first == workshop.build().problems != ()


def test_other_files_are_published_as_they_are(workshop: Workshop) -> None:
    workshop.build()

    assert (
        workshop.sites()["public"]["files/forms/sample.txt"]
        == workshop.path("content/public/files/forms/sample.txt").read_bytes()
    )


@pytest.mark.parametrize("name", ["unused.txt", "unused.jpg", "forms/neben.docx", "说明.pdf"])
def test_an_attachment_nobody_refers_to_stays_in(workshop: Workshop, name: str) -> None:
    path = workshop.path(f"content/public/files/{name}")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(photo())
    workshop.build()

    for site in ("public", "intranet"):
        assert not [found for found in workshop.sites()[site] if name.partition(".")[0] in found]


def test_an_internal_attachment_is_on_the_intranet_alone(workshop: Workshop) -> None:
    plan = "content/intranet/plans/2026/market.yaml"
    workshop.write("content/intranet/files/deed.txt", "委托书\n")
    workshop.edit(plan, "text: 委托书", "file: deed.txt")
    workshop.build()

    assert "internal-files/deed.txt" in workshop.sites()["intranet"]
    assert not [path for path in workshop.sites()["public"] if "deed" in path]


def test_one_that_only_the_future_refers_to_waits(workshop: Workshop) -> None:
    """Shown as of a day before the article, its picture is not there either."""
    refer_to(workshop, "a.png", photo("PNG"))
    workshop.build(as_of=date(2026, 5, 5))
    assert "files/a.png" not in workshop.sites()["public"]
    workshop.build(as_of=date(2026, 5, 6))
    assert "files/a.png" in workshop.sites()["public"]


@pytest.mark.parametrize("name", ["附件1 申请表.txt", "a&b.txt", "it's.txt", "一（二）.txt", "a+b=c.txt"])
def test_a_name_as_people_give_them_works(workshop: Workshop, name: str) -> None:
    workshop.write(f"content/public/files/{name}", "x\n")
    workshop.edit(GUIDE, "sample: forms/sample.txt", f'sample: "{name}"')

    assert workshop.build().problems == ()
    assert f"files/{name}" in workshop.sites()["public"]


@pytest.mark.parametrize("sign", list('\\:*?"<>|#%'))
def test_a_name_that_breaks_its_address_is_told(workshop: Workshop, sign: str) -> None:
    workshop.write(f"content/public/files/a{sign}b.txt", "x\n")

    (problem,) = workshop.build().problems

    assert str(problem).startswith(
        f"content/public/files/a{sign}b.txt:1:1: error file/misplaced: 附件的文件名里有 {sign}，做成网址会打不开"
    )
