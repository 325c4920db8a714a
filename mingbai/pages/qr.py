"""QR codes: a page's address as squares, for paper. Beside each stands the same address in letters.

Law: the same address gives the same squares. All masks read equally well here, so one is fixed: to find the fairest of
eight takes seven times as long, and there may be thousands of notices. The library is loaded when a code is drawn.
"""

from itertools import groupby

from msgspec import Struct

QUIET = 4
"""So many squares around the code stay white."""
MASK = 3


class Qr(Struct, frozen=True):
    """A code, ready to print: the sides of the drawing in squares, the dark ones as one path, and what it says."""

    address: str
    side: int
    path: str


def qr(address: str) -> Qr:
    """The code of an address without its `https://`, which a reader need not type."""
    import segno

    rows = segno.make(f"https://{address}", error="m", micro=False, mask=MASK).matrix
    path = "".join(_strips(number + QUIET, bytes(row)) for number, row in enumerate(rows))
    return Qr(address, len(rows) + 2 * QUIET, path)


def _strips(y: int, row: bytes) -> str:
    """The dark squares of a row, neighbours as one strip.

    >>> _strips(4, bytes([1, 1, 0, 1]))
    'M4 4h2v1h-2zM7 4h1v1h-1z'
    """
    found, x = "", QUIET
    for dark, squares in groupby(row):
        width = len(list(squares))
        found += f"M{x} {y}h{width}v1h-{width}z" if dark else ""
        x += width
    return found
