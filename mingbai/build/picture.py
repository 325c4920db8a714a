"""Pictures on their way out lose what the camera wrote into them: EXIF, GPS, comments, thumbnails."""

from io import BytesIO

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
MOST_PIXELS = 40_000_000
"""More than any screen shows; a PNG of ten kilobytes can hold twice as many, and takes 800 MB of memory to open."""


def is_picture(path: str) -> bool:
    """Whether the file at `path` is a picture that can carry metadata."""
    return path.lower().endswith(tuple(FORMATS))


def opens(path: str, data: bytes) -> bool:
    """Whether the picture is one, whole, and not so large that opening it is a danger."""
    try:
        bare(path, data)
    except Exception:  # each damage has an exception of its own in Pillow
        return False
    return True


def bare(path: str, data: bytes) -> bytes:
    """The picture as it looks, and nothing else; turned upright as its metadata asked.

    The pixels are pasted into a fresh image, because Pillow's plain `save` keeps a JPEG's comment.
    """
    from PIL import Image, ImageOps

    kind = FORMATS[path[path.rindex(".") :].lower()]
    with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
        if picture.width * picture.height > MOST_PIXELS:  # known before anything is decoded
            raise ValueError(f"more than {MOST_PIXELS} pixels")
        upright = ImageOps.exif_transpose(picture)
        mode = upright.mode if upright.mode in ("L", "LA", "RGB", "RGBA") else "RGBA"
        if kind == "JPEG":
            mode = "L" if mode == "L" else "RGB"
        fresh = Image.new(mode, upright.size)
        fresh.paste(upright.convert(mode))
    out = BytesIO()
    fresh.save(out, kind, quality=88, optimize=True)
    return out.getvalue()
