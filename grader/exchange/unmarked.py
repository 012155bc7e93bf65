r"""From other programs' HTML and plain text to our Markdown. What it has no signs for is told, not kept.

``\(…\)``, ``\[…\]``, ``$$…$$``, MathML with its TeX and Canvas's pictures of formulas become ``$…$``.
Pictures leave their description: our pages load nothing.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from grader.exchange.losses import Lost

DEEPEST = 100
_FORMULA = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$", re.DOTALL)
_SPECIAL = re.compile(r"[\\`*$]|\[(?=[^\]]*\][(\[:])|<(?=[A-Za-z/!?])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_LINE_START = re.compile(
    r"^(\s*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|={3,}|-{3,}|~{3,}|\d{1,9}(?=[.)]\s))", re.MULTILINE
)
# Editors leave a line break at the end of a paragraph, where it breaks nothing.
_BREAK_AT_END = re.compile(r" *\\(?=\n\s*\n|\s*\Z)")
_MEDIA = ("audio", "video", "object", "iframe", "embed", "svg", "canvas")
_SILENT = ("script", "style", "head", "title")


class Unmarked:
    """A converter that remembers, until it is asked, what it could not keep."""

    def __init__(self) -> None:
        self._lost: list[tuple[Lost, str]] = []

    def markdown(self, html: str) -> str:
        """Return HTML as Markdown."""
        soup = _soup(html)
        for element in soup.find_all(_SILENT):
            element.decompose()
        if _depth(soup) > DEEPEST:
            self._lost.append((Lost.MARKUP, "depth"))
            return escaped(soup.get_text(" ", strip=True))
        for element in soup.find_all(_MEDIA):
            self._lost.append((Lost.IMAGE, element.name))
            element.decompose()
        for element in soup.find_all(True):
            element.name = element.name.rpartition(":")[2]
        converted = str(_Converter(self._lost).convert_soup(soup)).replace("\u00a0", " ")
        return _BREAK_AT_END.sub("", converted).strip()

    def words(self, html: str) -> str:
        """Return HTML as plain words in one line: for answers that are typed."""
        return " ".join(_soup(html).get_text().split())

    def told(self) -> list[tuple[Lost, str]]:
        """Return what was lost since this was asked last."""
        lost, self._lost[:] = list(dict.fromkeys(self._lost)), []
        return lost


def _soup(html: str) -> BeautifulSoup:
    # Within an element: a bare text that looks like a file's name would be warned about.
    return BeautifulSoup(f"<div>{html}</div>", "html.parser")


def escaped(words: str) -> str:
    """Return plain words as Markdown that shows them; formulas in them stay formulas."""
    found, place = "", 0
    for formula in _FORMULA.finditer(words):
        found += _escaped(words[place : formula.start()]) + _dollars(formula)
        place = formula.end()
    return found + _escaped(words[place:])


def _dollars(formula: re.Match[str]) -> str:
    inline, display, double = formula.groups()
    return f"${inline.strip()}$" if inline else f"$${(display or double).strip()}$$"


def _escaped(words: str) -> str:
    marked = _SPECIAL.sub(lambda sign: "\\" + sign[0], words)
    return _LINE_START.sub(_harmless_start, marked)


def _harmless_start(start: re.Match[str]) -> str:
    space, sign = start.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def fenced(code: str, language: str = "") -> str:
    """Return code in a fence that is longer than any run of backticks in it."""
    longest = max(map(len, re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    body = code.strip("\n")
    return f"{fence}{language}\n{body}\n{fence}"


def _depth(soup: BeautifulSoup) -> int:
    deepest = 0
    level: list[tuple[Tag, int]] = [(soup, 0)]
    while level:
        element, depth = level.pop()
        deepest = max(deepest, depth)
        level += [(child, depth + 1) for child in element.children if isinstance(child, Tag)]
    return deepest


class _Converter(MarkdownConverter):
    """Our own few signs: formulas, fences, and what is left out."""

    def __init__(self, lost: list[tuple[Lost, str]]) -> None:
        super().__init__(heading_style="atx", bullets="-", newline_style="backslash")
        self._lost = lost

    def escape(self, words: str, parent_tags: Any) -> str:
        return escaped(words) if words else ""

    def convert_pre(self, el: Tag, words: str, parent_tags: Any) -> str:
        code = el.find("code")
        classes = " ".join(map(str, (code if isinstance(code, Tag) else el).get_attribute_list("class")))
        language = re.search(r"(?:language|lang|brush:)-?\s?(\w+)", classes)
        return f"\n\n{fenced(el.get_text(), language[1] if language else '')}\n\n"

    def convert_code(self, el: Tag, words: str, parent_tags: Any) -> str:
        if "pre" in parent_tags:
            return words
        code = re.sub(r"\s*\n\s*", " ", el.get_text().strip("\n"))
        ticks = "`" * (max(map(len, re.findall(r"`+", code)), default=0) + 1)
        space = " " if code[:1] == "`" or code[-1:] == "`" else ""
        return f"{ticks}{space}{code}{space}{ticks}" if code else ""

    def convert_math(self, el: Tag, words: str, parent_tags: Any) -> str:
        note = el.find("annotation", attrs={"encoding": re.compile("tex", re.IGNORECASE)})
        if note is None:
            self._lost.append((Lost.MARKUP, "MathML"))
            return words
        sign = "$$" if el.get("display") == "block" else "$"
        return f"{sign}{note.get_text().strip()}{sign}"

    def convert_img(self, el: Tag, words: str, parent_tags: Any) -> str:
        formula = str(el.get("data-equation-content") or "")
        if formula:
            return f"${formula.strip()}$"
        self._lost.append((Lost.IMAGE, str(el.get("src") or "")[:80]))
        return f"[{_escaped(str(el.get('alt') or 'image'))}]"

    def convert_sup(self, el: Tag, words: str, parent_tags: Any) -> str:
        return f"$^{{{el.get_text().strip()}}}$"

    def convert_sub(self, el: Tag, words: str, parent_tags: Any) -> str:
        return f"$_{{{el.get_text().strip()}}}$"
