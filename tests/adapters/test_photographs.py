"""Photographs: what comes out of the child process is a picture and nothing else; every bad file gets its sentence."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from adapters import photographs as made
from adapters.rendered import to_docx, to_pdf
from habeas.adapters.parsing import take_any
from habeas.adapters.parsing.photographs import bare_jpeg, take_photograph, take_photograph_file
from habeas.adapters.parsing.process import MEGABYTE, Limits
from habeas.adapters.parsing.taking import answered
from habeas.evidence import BadInput

GOOD: list[tuple[str, Callable[[], bytes]]] = [
    ("a.jpg", made.jpeg), ("a.JPEG", made.jpeg), ("a.png", made.png), ("b.png", lambda: made.png("RGB")),
    ("c.png", lambda: made.png("P")), ("d.png", lambda: made.png("L")), ("e.png", lambda: made.png("I;16")),
    ("f.png", lambda: made.png("LA")), ("a.webp", made.webp), ("no ending", made.jpeg),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file"), GOOD, ids=[n for n, _ in GOOD])
def test_nothing_but_the_picture_comes_out(name: str, file: Callable[[], bytes]) -> None:
    data = file()
    assert made.HIDDEN.encode() in data or b"eXIf" in data  # there was something to lose
    taken = take_photograph(data, file=name)
    assert taken.data == data
    for copy, longest in ((taken.shown, 800), (taken.small, 320)):
        assert (max(copy.width, copy.height), bare_jpeg(copy.data)) == (longest, (copy.width, copy.height))
        for word in (made.HIDDEN.encode(), b"Exif", b"GPS", b"http:", b"8BIM", b"ICC_", b"2021:"):
            assert word not in copy.data
        opened = Image.open(io.BytesIO(copy.data))
        assert (opened.format, opened.mode, dict(opened.getexif()), opened.info.get("comment")) == (
            "JPEG", "RGB", {}, None,
        )  # fmt: skip


def test_the_file_held_a_place_and_the_copy_holds_none() -> None:
    data = made.jpeg()
    assert dict(Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825))[2] == made.LATITUDE
    assert dict(Image.open(io.BytesIO(take_photograph(data, file="a.jpg").shown.data)).getexif().get_ifd(0x8825)) == {}


def corner(data: bytes) -> str:
    """The corner of the picture that is red."""
    seen = Image.open(io.BytesIO(data)).convert("RGB")
    w, h = seen.size
    places = {"upper left": (4, 4), "upper right": (w - 5, 4), "lower left": (4, h - 5), "lower right": (w - 5, h - 5)}
    return ", ".join(
        name for name, (x, y) in places.items() if seen.getpixel((x, y))[0] > 150 > seen.getpixel((x, y))[2]
    )


@pytest.mark.parametrize(
    ("orientation", "where", "size"),
    [(1, "upper left", (600, 800)), (3, "lower right", (600, 800)), (6, "upper right", (800, 600)),
     (8, "lower left", (800, 600))],
)  # fmt: skip
def test_a_picture_is_turned_as_its_camera_said(orientation: int, where: str, size: tuple[int, int]) -> None:
    shown = take_photograph(made.jpeg(orientation=orientation), file="a.jpg").shown
    assert (corner(shown.data), (shown.width, shown.height)) == (where, size)


def test_what_is_transparent_becomes_white() -> None:
    shown = take_photograph(made.png(), file="a.png").shown
    assert Image.open(io.BytesIO(shown.data)).getpixel((300, 300)) == (255, 255, 255)


def test_a_small_picture_is_not_made_larger() -> None:
    taken = take_photograph(made.jpeg(wide=90, high=120), file="a.jpg")
    assert [(c.width, c.height) for c in (taken.shown, taken.small)] == [(90, 120), (90, 120)]


def test_as_many_pixels_as_are_allowed_are_drawn_within_the_walls() -> None:
    wide = Image.new("RGBA", (10_000, 4_990), "#336699")
    for format in ("PNG", "WEBP"):
        out = io.BytesIO()
        wide.save(out, format, **({"lossless": True, "method": 0} if format == "WEBP" else {"compress_level": 1}))
        taken = take_photograph(out.getvalue(), file=f"a.{format.lower()}")
        assert (taken.shown.width, taken.shown.height) == (800, 399)


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("bomb.png", made.png_bomb,
     "bomb.png has 60,000 x 60,000 pixels; the limit is 50 million, and 16,000 to a side."),
    ("bomb.webp", lambda: made.webp_head(16_000, 16_000),
     "bomb.webp has 16,000 x 16,000 pixels; the limit is 50 million, and 16,000 to a side."),
    ("long.png", lambda: made.png("L", wide=20_000, high=60),
     "long.png has 20,000 x 60 pixels; the limit is 50 million, and 16,000 to a side."),
    ("strip.png", lambda: made.png("RGB", wide=401, high=100),
     "strip.png has 401 x 100 pixels: one side is more than 4 times the other."),
    ("dot.png", lambda: made.png("RGB", wide=39, high=400), "dot.png has 39 x 400 pixels; 40 to a side are needed."),
    ("short.jpg", lambda: made.jpeg()[:9000], "short.jpg is cut off or broken: its picture cannot be drawn."),
    ("short.png", lambda: made.png()[:-900], "short.png is cut off or broken: its picture cannot be drawn."),
    ("short.webp", lambda: made.webp()[:900], "short.webp is cut off or broken: its picture cannot be drawn."),
    ("head.jpg", lambda: b"\xff\xd8\xff\xe0", "head.jpg is cut off or broken: its picture cannot be drawn."),
    ("words.jpg", lambda: b"These are words.\n", "words.jpg is no picture at all, whatever its name says."),
    ("drawing.svg", lambda: made.SVG, "drawing.svg is an SVG drawing, which may hold programs."),
    ("drawing.jpg", lambda: made.SVG, "drawing.jpg is an SVG drawing, which may hold programs."),
    ("page.jpg", lambda: b"<html><img src=x onerror=alert(1)>",
     "page.jpg is a web page (HTML), whatever its name says."),
    ("a.gif", lambda: b"GIF89a" + bytes(50), "a.gif is a GIF image."),
    ("a.heic", lambda: bytes(4) + b"ftypheic" + bytes(50), "a.heic is a HEIC or AVIF image."),
    ("a.jpg", lambda: to_pdf("Ivan Petrov was detained."), "a.jpg is a PDF file, whatever its name says."),
    ("a.jpg", made.png, "a.jpg is a PNG image, though its name ends in .jpg."),
    ("both.jpg", lambda: made.jpeg() + to_docx("Words."), "both.jpg is a JPEG image and something else at once."),
    ("large.jpg", lambda: made.jpeg() + bytes(21 << 20), "large.jpg has 21.0 MB; the limit is 20.0 MB."),
    ("empty.jpg", lambda: b"", "empty.jpg is empty."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file", "cause"), BAD, ids=[f"{n}-{i}" for i, (n, _, _) in enumerate(BAD)])
def test_a_bad_picture_is_refused_in_one_sentence(name: str, file: Callable[[], bytes], cause: str) -> None:
    with pytest.raises(BadInput) as caught:
        take_photograph(file(), file=name)
    assert (caught.value.cause, caught.value.exit_code, bool(caught.value.next_step)) == (cause, 2, True)


def test_one_that_asks_for_too_much_memory_is_told_what_to_do() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (9_000, 5_000)).save(out, "PNG", compress_level=1)
    with pytest.raises(BadInput, match=r"a.png needs more than 200 MB of memory") as caught:
        answered("photo", out.getvalue(), "a.png", limits=Limits(memory=200 * MEGABYTE), smaller="Make it smaller.")
    assert caught.value.next_step == "Make it smaller."


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no file"):
        take_photograph_file(tmp_path / "none.jpg")


def plain() -> bytes:
    """A bare JPEG."""
    return take_photograph(made.jpeg(), file="a.jpg").shown.data


@pytest.mark.parametrize(
    "changed",
    [
        lambda d: d[:2] + b"\xff\xe1\0\x08Exif\0\0" + d[2:], lambda d: d[:2] + b"\xff\xfe\0\x05abc" + d[2:],
        lambda d: d + b"abc", lambda d: d + d, lambda d: d[:2] + b"\xff\xed\0\x05abc" + d[2:], lambda d: d[:-2],
        lambda d: d[:2] + b"\xff\xe0\0\x12JFXX\0" + bytes(11) + d[2:], lambda d: d[:30], lambda d: b"",
    ],
)  # fmt: skip
def test_a_copy_with_anything_beside_the_picture_is_told_apart(changed: Callable[[bytes], bytes]) -> None:
    """The child process is not trusted: a parser that was taken over could answer the file itself."""
    data = plain()
    assert bare_jpeg(data) == (600, 800)
    with pytest.raises((ValueError, IndexError)):
        bare_jpeg(changed(data))


def test_a_picture_that_is_added_as_a_text_is_told_where_it_belongs() -> None:
    with pytest.raises(BadInput, match="not plain text") as caught:
        take_any(made.jpeg(), file="a.jpg")
    assert "`habeas photo add`" in caught.value.next_step
