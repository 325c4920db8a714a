"""The text of attachments is read as far as it can be, in bounded time, and nothing is passed over in silence."""

import io
import zipfile

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from mingbai.source.forbidden import Forbidden, item
from mingbai.source.seen import UNREAD, Sighting
from mingbai.source.sighting import in_attachment

ID = "11010519491231002X"
SALT = "5eed5eed5eed5eed"
FORBIDDEN = Forbidden.of(SALT, (item(SALT, "金沙示例城") or "",))


def packed(members: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return target.getvalue()


def squeezed(damage: int) -> bytes:
    """A zip packed by another method (LZMA), with one byte of what is packed changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "x" * 500)
    raw = bytearray(target.getvalue())
    raw[damage] ^= 255
    return bytes(raw)


def pdf(text: str, title: str = "", blank: int = 0) -> bytes:
    """A PDF of one page with a line of text on it, and blank ones after it."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    drawn = DecodedStreamObject()
    drawn.set_data(f"BT /F 12 Tf 50 700 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(drawn)
    for _ in range(blank):
        writer.add_blank_page(10, 10)
    writer.add_metadata({"/Title": title})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def seen(name: str, raw: bytes) -> list[tuple[str, str]]:
    """What is seen in an attachment: which sort, in which part."""
    return [(each.sort, each.part) for each in in_attachment(f"content/public/files/{name}", raw, FORBIDDEN)]


@pytest.mark.parametrize(
    ("name", "raw", "part"),
    [
        ("a.docx", packed({"word/document.xml": f"<w:p><w:r>{ID[:7]}</w:r><w:r>{ID[7:]}</w:r></w:p>"}), "正文"),
        ("a.docx", packed({"docProps/core.xml": f"<dc:title>{ID}</dc:title>"}), "文件属性"),
        ("a.docx", packed({"word/comments.xml": f'<w:comment w:author="{ID}"/>'}), "批注"),
        ("a.xlsx", packed({"xl/sharedStrings.xml": f"<si><t>1</t></si><si><t>{ID}</t></si>"}), "单元格"),
        ("a.pptx", packed({"ppt/slides/slide3.xml": f"<a:p><a:r><a:t>{ID}</a:t></a:r></a:p>"}), "第 3 张幻灯片"),
        ("a.odt", packed({"content.xml": f"<text:p>{ID[:5]}<text:span>{ID[5:]}</text:span></text:p>"}), "正文"),
        ("a.ods", packed({"meta.xml": f"<dc:subject>{ID}</dc:subject>"}), "文件属性"),
        ("a.zip", packed({f"{ID}.jpg": ""}), "里面的文件名"),
        ("a.pdf", pdf(f"No. {ID}."), "第 1 页"),
        ("a.pdf", pdf("form", title=ID), "文件属性"),
        ("a.csv", f"姓名,号码\n示例甲,{ID}\n".encode("gb18030"), ""),
        ("a.txt", f"号码 {ID}".encode("utf-16"), ""),
        ("a.json", f'{{"id": "1101051949\\u003{ID[10]}{ID[11:]}"}}'.encode(), ""),
        (f"{ID}.png", b"", "文件名"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_citizen_number_is_seen_in_every_kind_of_attachment(name: str, raw: bytes, part: str) -> None:
    assert seen(name, raw) == [("身份证号码", part)]


def test_a_forbidden_string_is_seen_in_what_a_program_wrote_about_the_file() -> None:
    raw = packed({"docProps/app.xml": "<Company>金沙示例城</Company>"})

    assert seen("a.docx", raw) == [("forbidden", "文件属性")]


def test_cells_side_by_side_are_not_read_as_one_number() -> None:
    cells = "".join(
        f'<c r="A{n}"><v>{value}</v></c>' for n, value in enumerate(("138", "0013", "8000", "0.13800138000"))
    )

    assert not seen("a.xlsx", packed({"xl/worksheets/sheet1.xml": f"<row>{cells}</row>"}))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.docx", b"PK\x03\x04broken"),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.pdf", pdf("")),
        ("a.zip", packed({"b.docx": "x"})),
        ("a.zip", squeezed(damage=46)),
        ("noname", b"x"),
    ],
)
def test_what_cannot_be_read_is_never_passed_over(name: str, raw: bytes) -> None:
    assert UNREAD in {sort for sort, _ in seen(name, raw)}


def test_a_zip_that_unfolds_without_end_is_left_alone() -> None:
    raw = packed({"xl/worksheets/sheet1.xml": "0" * (65 << 20)})

    assert len(raw) < 100_000
    assert seen("a.xlsx", raw) == [(UNREAD, "第 1 张工作表")]


def test_a_pdf_with_too_many_pages_is_left_alone() -> None:
    writer = pypdf.PdfWriter()
    for _ in range(301):
        writer.add_blank_page(10, 10)
    target = io.BytesIO()
    writer.write(target)

    found = in_attachment("content/public/files/a.pdf", target.getvalue(), FORBIDDEN)

    assert [each.what for each in found] == ["超过 300 页"]


def test_what_could_be_read_of_a_pdf_is_looked_through_though_the_rest_could_not() -> None:
    assert seen("scan.pdf", pdf("", title=ID)) == [("身份证号码", "文件属性"), (UNREAD, "")]
    assert seen("long.pdf", pdf(ID, blank=300)) == [("身份证号码", "第 1 页"), (UNREAD, "")]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["pdf", "docx", "xlsx", "txt", "doc", "zip"]), st.integers(0, 2000))
def test_no_bytes_cause_an_exception(noise: bytes, suffix: str, at: int) -> None:
    whole = pdf("form") if suffix == "pdf" else packed({"word/document.xml": "<w:p/>"})
    broken = whole[: at % len(whole)] + noise + whole[at % len(whole) + len(noise) :]

    for raw in (noise, broken):
        assert all(
            isinstance(each, Sighting) for each in in_attachment(f"content/public/files/a.{suffix}", raw, FORBIDDEN)
        )
