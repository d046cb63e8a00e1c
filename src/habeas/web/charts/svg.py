"""The few SVG elements that the charts need. Every text and attribute is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from habeas.lexicon.direction import isolated

HATCH = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" class="hatch-ground"/><rect width="2.2" height="6" class="hatch-line"/>'
    "</pattern></defs>"
)


def element(name: str, *inner: str, text: str = "", title: str = "", **attributes: object) -> str:
    """One element. `cls` stands for class; an underscore in a name for a hyphen. `title` is shown on pointing at it."""
    named = {("class" if k == "cls" else k.replace("_", "-")): v for k, v in attributes.items() if v is not None}
    said = "".join(f' {k}="{escape(_number(v))}"' for k, v in named.items())
    told = f"<title>{escape(isolated(title))}</title>" if title else ""
    return f"<{name}{said}>{told}{escape(isolated(text))}{''.join(inner)}</{name}>"


def picture(width: int, height: int, label: str, parts: Iterable[str], *, links: bool = False) -> str:
    """The whole picture, which says `label` to whom cannot see it; with `links`, its links are reached one by one."""
    role = "group" if links else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" role="{role}" '
        f'aria-label="{escape(label)}"><title>{escape(label)}</title>{HATCH}{"".join(parts)}</svg>'
    )


def _number(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
