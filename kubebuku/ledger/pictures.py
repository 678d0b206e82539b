"""Photos and papers kept in a book: told by their first bytes, made small enough, freed of what a camera adds.

A photo is turned upright, its long edge brought to 1,600 points and written anew, so that place, time and owner which the
camera wrote into it do not go with the book. Measured: a phone's 4 MB become about 250 kB.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from enum import Enum

from PIL import Image, ImageOps

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.sizes import MEGABYTE, megabytes
from kubebuku.domain.text import N_

#: What may be given: a photo before it is made smaller, a PDF, which is kept as it is.
LARGEST_PHOTO, LARGEST_PDF = 20 * MEGABYTE, 5 * MEGABYTE
#: Points of a photo: a JPEG is decoded at an eighth of its size if need be, a PNG only whole.
MOST_JPEG_POINTS, MOST_PNG_POINTS = 120_000_000, 40_000_000
#: The long edge of what is kept, and how closely a JPEG is written.
LONG_EDGE, QUALITY = 1600, 80


class Mime(Enum):
    """What can be kept."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    PDF = "application/pdf"

    @property
    def suffix(self) -> str:
        """The ending of a file of this kind."""
        return {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}[self.value]


class AttachmentTooLarge(RuleBroken):
    """More bytes than a book should carry; `size` and `most` in bytes."""

    wrong = N_("The file has {size}, that is too much.")
    why = N_("At most {most}.")
    remedy = N_("Take a new photo with a smaller size, or photograph the paper instead of scanning it.")
    field = "data"

    size: int
    most: int

    def __post_init__(self) -> None:
        self.said = {"size": megabytes(self.size), "most": megabytes(self.most)}


class AttachmentKind(RuleBroken):
    """Neither JPEG nor PNG nor PDF, whatever its name says."""

    wrong = N_("This file is neither a photo nor a PDF.")
    why = N_("Photos as JPEG or PNG and papers as PDF can be kept.")
    remedy = N_("Choose the photo of the nota, or photograph it again.")
    field = "data"


class AttachmentBroken(RuleBroken):
    """It begins like a photo or a PDF and cannot be read."""

    wrong = N_("The file is damaged and cannot be read.")
    remedy = N_("Copy it again from the phone, or take the photo once more.")
    field = "data"


class TooManyPoints(RuleBroken):
    """A picture that would fill the memory when it is opened."""

    code = "attachment-points"
    wrong = N_("The picture is too large: {width} x {height} points.")
    why = N_("At most {most} points together.")
    remedy = N_("Take a new photo with a smaller size.")
    field = "data"

    width: int
    height: int
    most: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it goes into the book: a photo turned, made smaller and without its place and time, a PDF as it was given."""

    mime: Mime
    data: bytes

    @property
    def sha256(self) -> str:
        """64 hexadecimal signs over the bytes that are kept, not over those given; the check `attachments` holds them to it."""
        return hashlib.sha256(self.data).hexdigest()


def require_size(size: int) -> None:
    """Refuse before reading what is too large for any kind; raises AttachmentTooLarge."""
    if size > LARGEST_PHOTO:
        raise AttachmentTooLarge(size, LARGEST_PHOTO)


def sniff(data: bytes) -> Mime:
    """The kind by the first bytes, never by the name; raises AttachmentKind."""
    if data.startswith(b"\xff\xd8\xff"):
        return Mime.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Mime.PNG
    if data.startswith(b"%PDF-"):
        return Mime.PDF
    raise AttachmentKind


def keep(data: bytes) -> Kept:
    """What is kept of a file. Raises AttachmentTooLarge, AttachmentKind, AttachmentBroken, TooManyPoints."""
    require_size(len(data))
    mime = sniff(data)
    if mime is Mime.PDF:
        if len(data) > LARGEST_PDF:
            raise AttachmentTooLarge(len(data), LARGEST_PDF)
        if b"%%EOF" not in data[-2048:]:
            raise AttachmentBroken
        return Kept(mime, data)
    upright = _upright(data, mime)
    as_photo = Kept(Mime.JPEG, _written(upright, "JPEG", quality=QUALITY, optimize=True))
    if mime is Mime.JPEG:
        return as_photo
    as_drawing = Kept(Mime.PNG, _written(upright, "PNG", optimize=True))
    return min(as_drawing, as_photo, key=lambda kept: len(kept.data))


def _upright(data: bytes, mime: Mime) -> Image.Image:
    """The picture turned as it was meant, at most 1,600 points long, without transparency."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it warns of is refused here or does no harm
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
                _require_points(opened.width, opened.height, mime)
                opened.draft("RGB", (LONG_EDGE, LONG_EDGE))
                turned = ImageOps.exif_transpose(opened)
                turned.thumbnail((LONG_EDGE, LONG_EDGE), Image.Resampling.LANCZOS)
                return _flat(turned)
    except RuleBroken:
        raise
    except Image.DecompressionBombError:
        raise TooManyPoints(*_edges(data), _most(mime)) from None
    except Exception as error:  # whatever a reader of pictures stumbles over, the picture is damaged
        raise AttachmentBroken from error


def _most(mime: Mime) -> int:
    return MOST_JPEG_POINTS if mime is Mime.JPEG else MOST_PNG_POINTS


def _require_points(width: int, height: int, mime: Mime) -> None:
    if width * height > _most(mime):
        raise TooManyPoints(width, height, _most(mime))


def _edges(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG as its head says; a JPEG's cannot exceed 65,535 each."""
    if data.startswith(b"\x89PNG"):
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return 65_535, 65_535


def _flat(picture: Image.Image) -> Image.Image:
    """Colours or greys on white paper; nothing else goes along."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return picture.convert("L" if picture.mode in {"1", "L", "I", "I;16", "F"} else "RGB")


def _written(picture: Image.Image, form: str, **how: object) -> bytes:
    bare = Image.new(picture.mode, picture.size)  # without what the camera added
    bare.paste(picture)
    file = io.BytesIO()
    bare.save(file, form, **how)
    return file.getvalue()
