"""Pictures are opened as JPEG or PNG only, and not when their pixels would fill the memory."""

from io import BytesIO

import pytest
from PIL import Image, ImageOps

from mingbai.build import picture
from mingbai.build.picture import bare, opens


def saved(kind: str, size: tuple[int, int] = (8, 8)) -> bytes:
    out = BytesIO()
    Image.new("1", size).convert("L" if kind == "JPEG" else "1").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PPM", "WEBP", "ICO"])
@pytest.mark.parametrize("path", ["a.jpg", "a.PNG"])
def test_no_other_decoder_is_ever_asked(path: str, kind: str) -> None:
    """Whatever the name says: the fewer decoders, the fewer holes in them."""
    assert not opens(path, saved(kind))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("path", ["a.jpg", "a.JPEG", "a.png"])
def test_one_of_the_two_under_the_name_of_the_other_opens(path: str, kind: str) -> None:
    assert opens(path, saved(kind))


def test_too_many_pixels_are_refused_before_they_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes of PNG can hold 81 million pixels."""
    bomb = saved("PNG", (9000, 9000))
    monkeypatch.setattr(ImageOps, "exif_transpose", lambda _: pytest.fail("decoded"))

    assert len(bomb) < 20_000
    with pytest.raises(ValueError, match="pixels"):
        bare("a.png", bomb)
    assert not opens("a.png", bomb)


def test_as_many_pixels_as_are_allowed_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST_PIXELS", 64)

    assert opens("a.png", saved("PNG", (8, 8)))
    assert not opens("a.png", saved("PNG", (8, 9)))
